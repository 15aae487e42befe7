/** Credit log: append-only, chained by SHA-256; what was touched shows (design.md 7). */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { createTable } from '../../src/excel/tables';
import { CREDITS_COLUMNS } from '../../src/outputs/creditsColumns';
import type { OutValue } from '../../src/outputs/edit';
import { cellName, chained, creditsTyped, logChange, logLines, verifyLog } from '../../src/outputs/log';
import type { Decided, LogEntry, LogLine } from '../../src/outputs/log';
import { LOG_COLUMNS } from '../../src/outputs/logColumns';
import type { Standing } from '../../src/outputs/rewrite';
import { bookOf, cellsOf, open, quiet, sheetOf } from '../excel/book';
import { credit, open as openCredit, review } from './review';

const entry = (n: number): LogEntry => ({ when: `2026-01-31 10:0${n}`, who: 'Kim', what: 'Credits: Status', where: `${n}`, from: 'New', to: 'Approved' });
const log = (count: number): Promise<LogLine[]> =>
  chained(
    Array.from({ length: count }, (_, n) => entry(n)),
    '',
  );
const endOf = (lines: readonly LogLine[]): { lines: number; hash: string } => ({ lines: lines.length, hash: lines.at(-1)?.hash ?? '' });

const places = Object.fromEntries(CREDITS_COLUMNS.map((column, place) => [column.key, place]));
const creditsOf = (...rows: Record<string, OutValue>[]): Standing => ({
  places,
  rows: rows.map((row) => CREDITS_COLUMNS.map((column) => row[column.key] ?? '')),
});
const standing = (lines: readonly LogLine[]): Standing => ({
  places: Object.fromEntries(LOG_COLUMNS.map((column, place) => [column.key, place])),
  rows: lines.map((line) => LOG_COLUMNS.map((column) => line[column.key])),
});
const NOW = { when: '2026-01-31 14:05', who: 'Lee' };
const added = async (credits: Standing | null, before: readonly LogLine[] | null, decided?: Decided): Promise<LogLine[]> => {
  const typed = credits ? [creditsTyped(credits)] : [];
  const { edit } = await logChange(review([credit(), openCredit()]), typed, before && standing(before), NOW, decided);
  return logLines({ places: standing([]).places, rows: edit.kind === 'createTable' ? edit.rows : edit.append });
};

describe('the chain', () => {
  it('is the SHA-256 of the hash before and the fields, as another program computes it', async () => {
    const [first, second] = await log(2);
    const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
    expect(first?.hash).toBe(sha('["","2026-01-31 10:00","Kim","Credits: Status","0","New","Approved"]'));
    expect(second?.hash).toBe(sha(`["${first?.hash}","2026-01-31 10:01","Kim","Credits: Status","1","New","Approved"]`));
  });

  it('is whole when nobody touched it, also when it went on after the summary', async () => {
    const lines = await log(5);
    expect(await verifyLog(lines, endOf(lines))).toEqual([]);
    expect(await verifyLog(lines, endOf(lines.slice(0, 3)))).toEqual([]);
    expect(await verifyLog([], { lines: 0, hash: '' })).toEqual([]);
  });
});

describe('verify finds', () => {
  it('an edited cell, on its line', async () => {
    const lines = await log(5);
    const edited = lines.map((line, n) => (n === 2 ? { ...line, to: 'Closed' } : line));
    expect(await verifyLog(edited, endOf(lines))).toMatchObject([{ line: 3, kind: 'changed' }]);
  });

  it('an edited cell whose hash was made to fit: the next line does not follow', async () => {
    const lines = await log(3);
    const [forged] = await chained([{ ...entry(1), to: 'Closed' }], lines[0]!.hash);
    expect(await verifyLog([lines[0]!, forged!, lines[2]!], endOf(lines))).toMatchObject([{ line: 3, kind: 'changed' }]);
  });

  it('a gap, two lines changed over, a copied line', async () => {
    const lines = await log(5);
    const [a, b, c, d, e] = lines as [LogLine, LogLine, LogLine, LogLine, LogLine];
    expect(await verifyLog([a, b, d, e], null)).toMatchObject([{ line: 3, kind: 'changed' }]);
    expect(await verifyLog([a, c, b, d, e], null)).toMatchObject([{ line: 2 }, { line: 3, kind: 'moved' }, { line: 4, kind: 'moved' }]);
    expect(await verifyLog([a, b, c, c, d, e], null)).toMatchObject([{ line: 4, kind: 'moved' }]);
  });

  it('a cut tail, by the summary alone', async () => {
    const lines = await log(5);
    expect(await verifyLog(lines.slice(0, 4), null)).toEqual([]);
    expect(await verifyLog(lines.slice(0, 4), endOf(lines))).toMatchObject([{ line: 5, kind: 'cut' }]);
    expect(await verifyLog([], endOf(lines))).toMatchObject([{ line: 1, kind: 'cut' }]);
  });

  it('any single change of any cell, and any single line taken out', async () => {
    const lines = await log(6);
    await fc.assert(
      fc.asyncProperty(fc.nat(5), fc.constantFrom(...LOG_COLUMNS.map((column) => column.key)), fc.string(), async (at, key, text) => {
        fc.pre(lines[at]![key] !== text);
        expect(
          await verifyLog(
            lines.map((line, n) => (n === at ? { ...line, [key]: text } : line)),
            endOf(lines),
          ),
        ).not.toEqual([]);
        expect(
          await verifyLog(
            lines.filter((_, n) => n !== at),
            endOf(lines),
          ),
        ).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a publish adds', () => {
  it('the run with its figures, and nothing when it runs again with the same', async () => {
    const first = await added(null, null);
    expect(first).toMatchObject([{ when: '2026-01-31 14:05', who: 'Lee', what: 'Credits written', from: '' }]);
    expect(first[0]?.to).toBe(
      'As of 2026-01-31: 2 accounts, true overpayment $120.00, posting error $0.00, misallocated $0.00, hold $0.00, needs review $45.00',
    );
    expect(await added(creditsOf({ id: '7/open/1', account: '7', status: 'New' }), first)).toEqual([]);
  });

  it('each cell a person typed since, once, and again when it is changed or emptied', async () => {
    const run = await added(null, null);
    const typed = creditsOf(
      { id: 'x', account: '7', status: 'Approved', identifiedOn: 46_053, note: '=mine' },
      { id: 'x', status: 'Closed' },
      { account: '9', note: 'n' },
    );
    const seen = await added(typed, run);
    expect(seen.map(({ who, what, where, from, to }) => [who, what, where, from, to])).toEqual([
      ['seen by Lee', 'Credits: Status', 'x', 'New', 'Approved'],
      ['seen by Lee', 'Credits: Identified on', 'x', '', '2026-01-31'],
      ['seen by Lee', 'Credits: Note', 'x', '', '=mine'],
      ['seen by Lee', 'Credits: Status', '9', 'New', ''],
      ['seen by Lee', 'Credits: Note', '9', '', 'n'],
    ]);
    const all = [...run, ...seen];
    expect(await verifyLog(all, null)).toEqual([]);
    expect(await added(typed, all)).toEqual([]);
    const own = await added(typed, run, new Set([cellName('Credits', 'Status', 'x')]));
    expect(own.slice(0, 2)).toMatchObject([
      { who: 'Lee', what: 'Credits: Status' },
      { who: 'seen by Lee', what: 'Credits: Identified on' },
    ]);
    const emptied = await added(creditsOf({ id: 'x', account: '7', status: 'Approved', identifiedOn: 46_053 }), all);
    expect(emptied).toMatchObject([{ what: 'Credits: Note', from: '=mine', to: '' }]);
  });

  it('text as text: what a sheet holds verifies after Excel has had it', async () => {
    const { excel, guard } = await open(bookOf({ Sheet1: [['x']] }));
    const odd = creditsOf({ id: '00123', account: '00123', status: 'New', note: '=1+1' }, { id: '1-2', account: '1-2', status: 'New', note: '-5' });
    const { edit, end } = await logChange(review([credit()]), [creditsTyped(odd)], null, { when: '2026-01-31 14:05', who: '@Kim' });
    if (edit.kind !== 'createTable') throw new Error('expected a new table');
    await createTable(guard, edit, 'Credit log', edit.table, quiet);
    const { area } = sheetOf(excel, 'Credit log').tables[0]!;
    const rows = cellsOf(excel, 'Credit log').slice(area.row + 1, area.row + area.rows);
    const lines = logLines({ ...standing([]), rows });
    expect(lines).toHaveLength(3);
    expect(await verifyLog(lines, end)).toEqual([]);
    excel.close();
  });
});
