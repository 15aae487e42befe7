/** Requests through Excel, sized down; `npm run budgets` measures a million rows and 50,000 credits. Every figure is counted by the embedded Excel. */
import { openWorkbook } from '../../src/host/files/open';
import { saveWorkbook } from '../../src/host/files/save';
import { bigFile } from './bigFile';
import { highlightCost, readingCost, writingCost } from './measure';
import { longSheet, UNREAD } from './sheets';

describe('requests', () => {
  it('reading takes as many as its bytes need, asks for mapped columns only, and keeps no block', async () => {
    const cost = await readingCost(45_000);
    expect(cost.rows).toBe(45_000);
    // 45,000 rows of nine columns at about 105 bytes: 4.7 MB.
    expect(cost.bytes).toBeGreaterThan(4_500_000);
    expect(cost.requests).toBeLessThanOrEqual(cost.allowed);
    expect(cost.columns).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].filter((column) => !UNREAD.includes(column)));
    // No more cells at once than the pane takes in without a long task.
    expect(cost.most).toBeLessThanOrEqual(40_000);
    expect(cost.most).toBeGreaterThan(20_000);
    expect(cost.alive).toBeLessThanOrEqual(2);
    expect(cost.left).toBe(0);
    // A block kept is 6 MB of rows.
    expect(cost.grown).toBeLessThan(5);
  });
  it('writing takes as many as its bytes need, and no object a row', async () => {
    const cost = await writingCost(2_600);
    expect(cost.bytes).toBeGreaterThan(1_600_000);
    expect(cost.requests).toBeLessThanOrEqual(cost.allowed);
    expect(cost.objects).toBeLessThan(0.2);
  });
  it('colouring 20,000 accounts costs one request a sheet beside the keys', async () => {
    const cost = await highlightCost(20_000);
    expect(cost.requests).toBeLessThanOrEqual(cost.allowed);
    expect(cost.oneSheetMore).toBe(1);
  });
});

it('a large file tells how far its opening is, and keeps every cell through a change and a copy', () => {
  const told: number[] = [];
  const book = openWorkbook(bigFile(3_000), 'big.xlsx', (_sheet, percent) => void told.push(percent));
  expect(told.length).toBeGreaterThan(4);
  expect([told[0], told.at(-1)]).toEqual([0, 100]);
  expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
  book.sheets[0]?.cells.set(1, 4, 12.5);
  const [copy, made] = [openWorkbook(saveWorkbook(book), 'copy.xlsx').sheets[0]!.cells, longSheet(3_000).sheets[0]!.cells];
  expect(copy.get(1, 4)).toBe(12.5);
  const rows = [0, 2, 7, 1_500, 2_999, 3_000];
  const cellsOf = (cells: typeof copy, row: number): unknown[] => Array.from({ length: 12 }, (_, column) => cells.get(row, column) ?? '');
  expect(rows.map((row) => cellsOf(copy, row))).toEqual(rows.map((row) => cellsOf(made, row)));
});
