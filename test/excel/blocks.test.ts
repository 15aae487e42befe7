/** Reading in blocks by bytes and cells (office-js.md 1.1 and 2.2). */
import { readColumns } from '../../src/excel/blocks';
import type { Block } from '../../src/app/session';
import { bookOf, open, quiet } from './book';
import type { Opened } from './book';

/** 30,000 rows: text key of 9 characters, an amount, a filler nobody needs, a date. */
const ROWS = Array.from({ length: 30_000 }, (_, i) => [`ACC${100_000 + i}`, -1.25 * (i % 7), 'not needed, never read', 45_000 + (i % 300)]);

async function read(opened: Opened, columns: readonly number[], rowCount = ROWS.length): Promise<Block[]> {
  const blocks: Block[] = [];
  await readColumns(
    opened.guard,
    { sheet: 'Tx', firstRow: 1, rowCount, columns, bytesPerRow: 0 },
    { ...quiet, accept: (block) => Promise.resolve(void blocks.push(block)) },
  );
  return blocks;
}
const rowsOf = (blocks: readonly Block[]): number => blocks.reduce((rows, block) => rows + block.values.length, 0);

describe('readColumns', () => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await open(bookOf({ Tx: [['Account', 'Amount', 'Filler', 'Date'], ...ROWS] }));
  });
  afterEach(() => opened.excel.close());

  it('reads the mapped columns only, every row once, in order', async () => {
    const blocks = await read(opened, [0, 1, 3]);
    const all = blocks.flatMap((block) => block.values);
    expect(all).toHaveLength(30_000);
    expect(all[0]).toEqual(['ACC100000', 0, 45_000]);
    expect(all[29_999]).toEqual(['ACC129999', -1.25 * (29_999 % 7), 45_000 + (29_999 % 300)]);
    expect(blocks[0]?.firstRow).toBe(1);
    // 30,000 rows of about 12 + 6 + 6 characters and brackets: under 1.5 MB, so one request, without the filler.
    expect(opened.excel.counters.bytesOut).toBeLessThan(1_100_000);
    expect(opened.excel.counters.requests).toBe(1);
    expect(opened.excel.counters.cleanups).toBe(0);
  });

  it('halves a block that comes back null, and loses no row', async () => {
    opened.excel.faults.nullValues(1);
    const blocks = await read(opened, [0, 1]);
    expect(rowsOf(blocks)).toBe(30_000);
    expect(blocks[0]?.values).toHaveLength(15_000);
  });

  it('halves a block that comes back short, and loses no row', async () => {
    opened.excel.faults.shortBlock(1);
    expect(rowsOf(await read(opened, [0, 1]))).toBe(30_000);
  });

  it.each(['ResponsePayloadSizeLimitExceeded', 'RangeExceedsLimit', 'MemoryLimitReached', 'GeneralException'])('halves on %s', async (code) => {
    opened.excel.faults.fail(1, code);
    const blocks = await read(opened, [0]);
    expect(rowsOf(blocks)).toBe(30_000);
    expect(blocks[0]?.values).toHaveLength(15_000);
  });

  it('passes on a second GeneralException, typed', async () => {
    opened.excel.faults.fail(1, 'GeneralException');
    opened.excel.faults.fail(2, 'GeneralException');
    await expect(read(opened, [0])).rejects.toMatchObject({ name: 'HostFailure', code: 'GeneralException' });
  });

  it('gives up on a block of 500 rows that is still too large', async () => {
    opened.excel.faults.nullValues(1);
    await expect(read(opened, [0], 400)).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
  });

  it('says so when the sheet is gone', async () => {
    opened.excel.faults.before(1, () => opened.excel.workbook.removeSheet(opened.excel.workbook.sheets[0]?.id ?? ''));
    await expect(read(opened, [0])).rejects.toMatchObject({ code: 'ItemNotFound' });
  });

  it('keeps each response near 1.5 MB', async () => {
    const wide = Array.from({ length: 40_000 }, (_, i) => [`A patient name that is rather long, number ${i}`, `And a note of forty characters, about ${i}`]);
    opened.excel.close();
    opened = await open(bookOf({ Tx: [['Patient', 'Note'], ...wide] }));
    const blocks = await read(opened, [0, 1], wide.length);
    expect(rowsOf(blocks)).toBe(40_000);
    const weights = blocks.map((block) => JSON.stringify(block.values).length);
    // About 101 bytes a row: 4.0 MB in all, so three blocks are needed.
    expect(Math.max(...weights.slice(1))).toBeLessThan(1_650_000);
    expect(opened.excel.counters.requests).toBeLessThanOrEqual(4);
  });
});
