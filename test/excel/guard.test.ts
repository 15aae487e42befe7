/** One queue, a watchdog, a hint while a cell is edited, typed failures (office-js.md 1.2, 1.3, 1.10). */
import { FAILURES, HostFailure } from '../../src/excel/failure';
import type { FailureCode } from '../../src/excel/failure';
import { EDITING_HINT, OFFER_STOP, STILL_WAITING } from '../../src/excel/guard';
import type { RunOptions } from '../../src/excel/guard';
import { bookOf, HandTimers, open } from './book';
import type { Opened } from './book';

const readA1 = async (context: Excel.RequestContext): Promise<unknown> => {
  const range = context.workbook.worksheets.getItem('S').getRange('A1');
  range.load('values');
  range.untrack();
  await context.sync();
  return (range.values as unknown[][])[0]?.[0];
};
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('the queue to Excel', () => {
  let opened: Opened;
  let timers: HandTimers;
  beforeEach(async () => {
    timers = new HandTimers();
    opened = await open(bookOf({ S: [[7]] }), timers);
  });
  afterEach(() => opened.excel.close());
  const run = (options?: RunOptions): Promise<unknown> => opened.guard.run(readA1, options);

  it('keeps one batch in flight: the second waits for the first', async () => {
    opened.excel.configure({ limits: { concurrentRequests: 1 } });
    expect(await Promise.all([run(), run(), run()])).toEqual([7, 7, 7]);
  });

  it('goes on after a failed batch', async () => {
    opened.excel.faults.fail(1, 'AccessDenied');
    const [first, second] = await Promise.allSettled([run(), run()]);
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'AccessDenied' } });
    expect(second).toEqual({ status: 'fulfilled', value: 7 });
  });

  it('waits out a cell edit, with a hint after a second', async () => {
    opened.excel.setEditing(true);
    const reading = run({ probe: true });
    await soon();
    expect(opened.said).toEqual([]);
    timers.pass(1_000);
    expect(opened.said).toEqual([EDITING_HINT]);
    opened.excel.setEditing(false);
    expect(await reading).toBe(7);
  });

  it('says it still waits after 15 s, offers to stop after 60 s, and stops when asked', async () => {
    opened.excel.faults.neverSettle(1);
    const stop = new AbortController();
    const reading = run({ signal: stop.signal });
    await soon();
    timers.pass(15_000);
    timers.pass(45_000);
    expect(opened.said).toEqual([STILL_WAITING, OFFER_STOP]);
    timers.pass(600_000);
    stop.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    // What comes next is not held up by the call that never answered.
    expect(await run()).toBe(7);
  });

  it('gives up after 90 s where nobody could stop it', async () => {
    opened.excel.faults.neverSettle(1);
    const reading = run();
    const failed = expect(reading).rejects.toMatchObject({ code: 'NotAnswering' });
    await soon();
    timers.pass(89_000);
    timers.pass(1_000);
    await failed;
  });

  it('waits and tries again when Excel is busy, if the batch may be sent twice', async () => {
    opened.excel.faults.fail(1, 'ActivityLimitReached');
    const reading = run({ repeatable: true });
    await soon();
    timers.pass(1_000);
    expect(await reading).toBe(7);
    opened.excel.faults.fail(1, 'ActivityLimitReached');
    await expect(run()).rejects.toMatchObject({ code: 'ActivityLimitReached' });
  });

  it('does not start when already stopped', async () => {
    await expect(run({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(opened.excel.counters.requests).toBe(0);
  });

  it('lets a fault of ours through as it is', async () => {
    await expect(opened.guard.run(() => Promise.reject(new TypeError('ours')))).rejects.toBeInstanceOf(TypeError);
    await expect(
      opened.guard.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('S');
        await context.sync();
        return sheet.name;
      }),
    ).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
  });

  it('calls an error without a code a general one', async () => {
    opened.excel.faults.reject(1, 'socket hang up with account 4711');
    const failure: unknown = await run().catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'GeneralException' });
    expect(String(failure)).not.toContain('4711');
  });

  // Every code of office-js.md 1.2 has a sentence of its own; only GeneralException has the generic one.
  const CODES: readonly FailureCode[] = [
    'InvalidOperationInCellEditMode',
    'AccessDenied',
    'FilteredRangeConflict',
    'MergedRangeConflict',
    'PivotTableRangeConflict',
    'InactiveWorkbook',
    'InsertDeleteConflict',
    'ItemAlreadyExists',
    'ItemNotFound',
    'UnsupportedSheet',
    'RangeExceedsLimit',
    'OperationCellsExceedLimit',
    'RequestPayloadSizeLimitExceeded',
    'ResponsePayloadSizeLimitExceeded',
    'MemoryLimitReached',
    'RequestAborted',
    'ServiceNotAvailable',
    'UndoNotSupported',
    'ApiNotFound',
    'GeneralException',
    'ActivityLimitReached',
    'InvalidOrTimedOutSession',
  ];
  it.each(CODES)('%s becomes a failure in plain words', async (code) => {
    opened.excel.faults.fail(1, code);
    const failure: unknown = await run().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(HostFailure);
    expect(failure).toMatchObject({ code, message: FAILURES[code].message, remedy: FAILURES[code].remedy });
    const others = CODES.filter((other) => other !== code).map((other) => FAILURES[other].message);
    expect(others).not.toContain(FAILURES[code].message);
  });

  it('says what is missing outside Excel', async () => {
    opened.excel.close();
    await expect(run()).rejects.toMatchObject({ code: 'NotInExcel' });
  });
});
