/** Workbooks that count days from 1904 (Excel for Mac before 2011): what is shown in every sheet of ours is what it is in a workbook of the 1900 system. */
import { readReviewed } from '../../src/app/reviewedFile';
import type { Previous } from '../../src/app/session';
import type { Day } from '../../src/core/day';
import { cellText } from '../../src/host/cellText';
import { saveWorkbook } from '../../src/host/files/save';
import { Book } from '../../src/host/workbook';
import { CREDITS_COLUMNS } from '../../src/outputs/creditsColumns';
import { addSheet, sheetOf } from '../excel/book';
import type { Cell } from '../excel/book';
import { ACCOUNTS, AS_OF, billing, column, desk, never, silent, TRANSACTIONS, type } from './billing';
import type { Desk } from './billing';

/** 1 January 1904 is day 1,462 of the 1900 system and day 0 of the other. */
const APART = 1462;
const LATER = (AS_OF + 28) as Day;
const OURS = ['Credits', 'Underpayments', 'Corrections', 'Credit summary', 'Credit policy'];

function counting(from1904: boolean): Book {
  if (!from1904) return billing();
  const book = new Book('test.xlsx', undefined, true);
  const lowered = (rows: readonly (readonly Cell[])[]): Cell[][] =>
    rows.map((row, r) => row.map((cell, c) => (r > 0 && c === 1 ? Number(cell) - APART : cell)));
  addSheet(book, 'Accounts', ACCOUNTS);
  addSheet(book, 'Transactions', lowered(TRANSACTIONS));
  return book;
}

/** Cells as a person sees them. */
function shown({ excel }: Desk, name: string): string[][] {
  const { cells } = sheetOf(excel, name);
  const used = cells.used(false);
  const { styles, date1904 } = excel.workbook;
  return Array.from({ length: used ? used.row + used.rows : 0 }, (_, r) =>
    Array.from({ length: used!.column + used!.columns }, (__, c) => cellText(cells.get(r, c), styles.resolve(cells.style(r, c)).numberFormat, date1904)),
  );
}

/** Ids are drawn anew in each workbook. */
const withoutIds = (rows: readonly string[][]): string[][] =>
  rows.map((row) => row.map((text) => (/^[0-9a-z-]{8,}$/.test(text) && !/^\d{4}-/.test(text) ? 'id' : text)));
const sheetsOf = (opened: Desk): Record<string, string[][]> => Object.fromEntries(OURS.map((name) => [name, withoutIds(shown(opened, name))]));

async function publish(opened: Desk, asOf: Day, previous?: Previous): Promise<void> {
  await opened.session.publish(await opened.scan({ asOf, ...(previous ? { previous } : {}) }), 'Kim', silent, never());
  opened.excel.settle();
}

/** Kim types when a credit was identified, and a day of her own beside our columns; a month later the review is run again. */
async function worked(from1904: boolean): Promise<Desk> {
  const opened = await desk(counting(from1904));
  await publish(opened, AS_OF);
  const daysOff = from1904 ? APART : 0;
  type(opened.excel, 'Credits', '00123', 'Identified on', AS_OF - 1 - daysOff);
  const sheet = sheetOf(opened.excel, 'Credits');
  const table = sheet.tables[0]!;
  const { row, column: left, columns: width } = table.area;
  sheet.cells.set(row, left + width, 'Call back');
  sheet.cells.set(row + 1, left + width, AS_OF + 3 - daysOff);
  const date = sheet.cells.style(row + 1, left + CREDITS_COLUMNS.findIndex(({ key }) => key === 'flaggedOn'));
  for (const r of [1, 2]) sheet.cells.setStyle(row + r, left + width, date);
  table.area = { ...table.area, columns: width + 1 };
  table.columns.push('Call back');
  await publish(opened, LATER);
  return opened;
}

let [in1900, in1904]: Desk[] = [];
beforeAll(async () => {
  in1900 = await worked(false);
  in1904 = await worked(true);
});

it('days stand in our sheets as the workbook counts them, and are read back so', () => {
  // 2026-01-31 is day 46,053 counted from 1900.
  expect(column(in1900!.excel, 'Credits', 'Flagged on')['00123']).toBe('46053');
  expect(column(in1904!.excel, 'Credits', 'Flagged on')['00123']).toBe(String(46_053 - APART));
  expect(column(in1904!.excel, 'Credits', 'Identified on')['00123']).toBe(String(46_052 - APART));
  expect(sheetsOf(in1904!)).toEqual(sheetsOf(in1900!));
  expect(JSON.stringify(sheetsOf(in1904!)['Credits'])).toContain('"2026-01-30"');
});

it.each([
  [1904, 1900],
  [1900, 1904],
  [1904, 1904],
])('a reviewed file of the %s system is carried over into a workbook of the %s system', async (was, is) => {
  const source = was === 1904 ? in1904! : in1900!;
  const { previous } = readReviewed({ name: 'January.xlsx', bytes: saveWorkbook(source.excel.workbook) });
  const opened = await desk(counting(is === 1904));
  await publish(opened, LATER, previous);
  const plain = await desk(counting(false));
  await publish(plain, LATER, readReviewed({ name: 'January.xlsx', bytes: saveWorkbook(in1900!.excel.workbook) }).previous);
  expect(sheetsOf(opened)).toEqual(sheetsOf(plain));
  expect(JSON.stringify(sheetsOf(opened)['Credits'])).toContain('"2026-02-03"');
});
