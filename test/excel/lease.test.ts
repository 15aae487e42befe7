/** The lease in virtual time: a long write renews it, a lost one stops the write, two at once do not both get it. */
import { LEASE_NAME, RENEW_AFTER, STALE_AFTER, withLease } from '../../src/excel/lease';
import { createGuard } from '../../src/excel/guard';
import type { Guard } from '../../src/excel/guard';
import { startExcel } from '../../src/host/node';
import type { EmbeddedExcel } from '../../src/host/node';
import { VirtualTime } from '../faults/virtualTime';
import { bookOf, cellsOf } from './book';

const T0 = Date.UTC(2026, 0, 31);
let excel: EmbeddedExcel;
let time: VirtualTime;
beforeEach(async () => {
  excel = await startExcel(bookOf({ S: [[1]] }));
  time = new VirtualTime(T0);
});
afterEach(() => excel.close());

const guard = (): Guard => createGuard({ clock: time, timers: time, onWaiting: () => undefined });
const lease = (): string => excel.workbook.names.find(({ name }) => name === LEASE_NAME)?.formula ?? '';
const write = (by: Guard, value: number): Promise<void> =>
  by.run(async (context) => {
    const range = context.workbook.worksheets.getItem('S').getRange('A1');
    range.values = [[value]];
    range.untrack();
    await context.sync();
  });
const busy = { code: 'Busy' };

it('is renewed by a write of ten minutes, so that no other run takes it', async () => {
  const [mine, other] = [guard(), guard()];
  await withLease(mine, 'mine', {}, async () => {
    for (let minute = 1; minute <= 10; minute++) {
      time.pass(60_000);
      await write(mine, minute);
      await expect(withLease(other, 'other', {}, () => Promise.resolve())).rejects.toMatchObject(busy);
    }
    expect(Number(/\|(\d+)"/.exec(lease())?.[1])).toBeGreaterThan(T0 + 10 * 60_000 - RENEW_AFTER);
  });
  expect(lease()).toBe('');
  expect(cellsOf(excel, 'S')).toEqual([['10']]);
});

it('costs no request before it is due', async () => {
  const mine = guard();
  await withLease(mine, 'mine', {}, async () => {
    const before = excel.counters.requests;
    time.pass(RENEW_AFTER - 1);
    await write(mine, 2);
    expect(excel.counters.requests - before).toBe(1);
    time.pass(1);
    await write(mine, 3);
    // Two more: one reads the lease, one writes it.
    expect(excel.counters.requests - before).toBe(4);
  });
});

it('stops a write whose lease another run took over while the computer slept', async () => {
  const [mine, other] = [guard(), guard()];
  await withLease(other, 'asleep', {}, async () => {
    time.pass(STALE_AFTER);
    const done = withLease(mine, 'awake', {}, async () => {
      await expect(write(other, 99)).rejects.toMatchObject(busy);
      await write(mine, 5);
    });
    await done;
    // It is given back by now: still nothing may be written.
    await expect(write(other, 99)).rejects.toMatchObject({ code: 'ItemNotFound' });
  });
  expect(cellsOf(excel, 'S')).toEqual([['5']]);
});

it('lets one of two that start at once go on', async () => {
  const [a, b] = [guard(), guard()];
  const ended = await Promise.allSettled([withLease(a, 'a', {}, () => write(a, 6)), withLease(b, 'b', {}, () => write(b, 7))]);
  expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(ended.find(({ status }) => status === 'rejected')).toMatchObject({ reason: busy });
  expect(lease()).toBe('');
});

it('is shared by two uses of one pane: the first to end does not take it from the other', async () => {
  const mine = guard();
  await withLease(mine, 'mine', {}, async () => {
    await withLease(mine, 'mine', {}, () => write(mine, 8));
    expect(lease()).not.toBe('');
    await write(mine, 9);
  });
  expect(lease()).toBe('');
});

it('is not waited for when a stopped run gives it back to an Excel that does not answer', async () => {
  const mine = guard();
  const stop = new AbortController();
  const work = withLease(mine, 'mine', {}, async () => {
    for (let n = 1; n < 9; n++) excel.faults.neverSettle(n);
    setImmediate(() => stop.abort());
    await mine.run((context) => context.sync(), { signal: stop.signal });
    await mine.run(
      async (context) => {
        await context.workbook.worksheets.load('items/name').context.sync();
      },
      { signal: stop.signal },
    );
  });
  await expect(work).rejects.toMatchObject({ name: 'AbortError' });
  expect(time.now()).toBe(T0);
});

it('lets one of two go on that find the same stale lease at once, and the other gives back what it took', async () => {
  const [a, b] = [guard(), guard()];
  await withLease(guard(), 'gone', {}, () => Promise.resolve());
  const stale = { name: LEASE_NAME, formula: `"gone|${T0 - STALE_AFTER}"`, scope: '', visible: false, comment: '' };
  excel.workbook.names.push(stale);
  let [writing, most] = [0, 0];
  const slowly = async (by: Guard): Promise<void> => {
    most = Math.max(most, ++writing);
    for (const value of [1, 2, 3]) await write(by, value);
    writing--;
  };
  const ended = await Promise.allSettled([withLease(a, 'a', {}, () => slowly(a)), withLease(b, 'b', {}, () => slowly(b))]);
  expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(ended.find(({ status }) => status === 'rejected')).toMatchObject({ reason: busy });
  expect([most, lease()]).toEqual([1, '']);
});
