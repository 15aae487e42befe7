/** Charts of Credit summary over the embedded Excel: made once, pointed at the rows of now, gone with the sheet, never a reason to fail. */
import { strFromU8, unzipSync } from 'fflate';
import { saveWorkbook } from '../../src/host/files/save';
import { chartRows, SUMMARY_CHARTS } from '../../src/outputs/charts';
import { cellsOf, sheetOf } from '../excel/book';
import { billing, desk, never, silent } from './billing';
import type { Desk } from './billing';

let opened: Desk;
beforeAll(async () => {
  opened = await desk(billing());
});
afterAll(() => opened.excel.close());
const publish = async (): Promise<unknown> => opened.session.publish(await opened.scan(), 'Kim', silent, never());
const charts = () => sheetOf(opened.excel, 'Credit summary').charts;
/** What a chart shows: first and last line of its source, and the heading over its amounts. */
function shown(source: string): string[] {
  const [, from = 0, to = 0] = (/!\$?B\$?(\d+):\$?C\$?(\d+)$/.exec(source) ?? []).map(Number);
  const cells = cellsOf(opened.excel, 'Credit summary');
  return [cells[from - 1]?.[1] ?? '', cells[to - 1]?.[1] ?? ''];
}

it('three charts beside the table, over the lines of their sections', async () => {
  await publish();
  expect(charts().map((chart) => [chart.name, chart.title, chart.type, ...shown(chart.source)])).toEqual([
    ['True against false credit', 'True against false credit', 'Pie', 'True: money owed back', 'False: misallocated'],
    ['Credit by age in days', 'Credit by age in days', 'ColumnClustered', '0 to 30', 'Not known'],
    ['Credit by cause', 'Credit by cause', 'BarClustered', expect.stringMatching(/^C0/), 'No cause found'],
  ]);
  const { area } = sheetOf(opened.excel, 'Credit summary').tables[0]!;
  // All of them are drawn in the file: the first line is no heading.
  opened.excel.settle();
  const parts = Object.entries(unzipSync(saveWorkbook(opened.excel.workbook))).filter(([name]) => /charts\/chart\d+\.xml$/.test(name));
  const firsts = parts.map(([, xml]) => /<c:pt idx="0"><c:v>([^<]*)/.exec(strFromU8(xml))?.[1]);
  expect(firsts.slice(0, 2)).toEqual(['True: money owed back', '0 to 30']);
  for (const chart of charts()) expect(chart.from.column).toBeGreaterThanOrEqual(area.column + area.columns);
});

it('written again they stay as they are; a deleted one stays away', async () => {
  const sheet = sheetOf(opened.excel, 'Credit summary');
  const before = JSON.stringify(charts());
  await publish();
  expect(JSON.stringify(charts())).toBe(before);
  sheet.charts = sheet.charts.filter((chart) => chart.name !== 'Credit by cause');
  await publish();
  expect(charts().map((chart) => chart.name)).toEqual(['True against false credit', 'Credit by age in days']);
});

it('on a sheet of the first version, where the numbers of rows stood beside the lines, the amounts come there', async () => {
  const sheet = sheetOf(opened.excel, 'Credit summary');
  const header = cellsOf(opened.excel, 'Credit summary').findIndex((row) => row[0] === 'Section');
  const wanted = cellsOf(opened.excel, 'Credit summary');
  expect(wanted[header]?.slice(1, 4)).toEqual(['Line', 'Amount now', 'Rows now']);
  for (let r = header; r < wanted.length; r++) {
    const [amount, count] = [2, 3].map((c) => ({ formula: sheet.cells.formula(r, c), value: sheet.cells.get(r, c) }));
    for (const [c, cell] of [count!, amount!].entries()) {
      if (cell.formula === '') sheet.cells.set(r, 2 + c, cell.value);
      else sheet.cells.setFormula(r, 2 + c, cell.formula, cell.value);
    }
  }
  opened.excel.settle();
  expect(cellsOf(opened.excel, 'Credit summary')[header]?.slice(1, 4)).toEqual(['Line', 'Rows now', 'Amount now']);
  await publish();
  opened.excel.settle();
  expect(cellsOf(opened.excel, 'Credit summary')).toEqual(wanted);
});

it('where Excel makes no chart the sheets are written all the same', async () => {
  await opened.session.removeSheets([], silent, never());
  expect(opened.excel.workbook.sheets.flatMap((sheet) => sheet.charts)).toEqual([]);
  const add = jest.spyOn(Excel.ChartCollection.prototype, 'add').mockImplementation(() => {
    throw new Error('no charts here');
  });
  await publish();
  expect(add).toHaveBeenCalled();
  add.mockRestore();
  expect(charts()).toEqual([]);
  expect(cellsOf(opened.excel, 'Credit summary').length).toBeGreaterThan(20);
});

it('where Excel breaks off midway no half-made chart stays, and the next run makes all three, once', async () => {
  const sheet = sheetOf(opened.excel, 'Credit summary');
  const bare = (): void => {
    sheet.charts = [];
    sheet.customProperties.delete('crb_charts');
  };
  bare();
  const before = opened.excel.counters.requests;
  await publish();
  expect(charts()).toHaveLength(3);
  const requests = opened.excel.counters.requests - before;
  const left: number[] = [];
  // Drawing is among the last requests of the run.
  for (let nth = requests - 4; nth <= requests; nth++) {
    bare();
    opened.excel.faults.fail(nth, 'AccessDenied', 8);
    await publish();
    opened.excel.faults.clear();
    left.push(charts().length);
    await publish();
    expect(charts().map(({ name }) => name)).toEqual(SUMMARY_CHARTS.map(({ title }) => title));
  }
  expect([...new Set(left)].toSorted()).toEqual([0, 3]);
});

it('a section that was sorted apart has no chart', () => {
  const [truth, age] = [SUMMARY_CHARTS[0]!, SUMMARY_CHARTS[1]!];
  expect(chartRows([truth, age], ['x', age.section, age.section, truth.section, 'x', truth.section])).toEqual([{ spec: age, first: 1, count: 2 }]);
});
