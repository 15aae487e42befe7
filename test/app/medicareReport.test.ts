/** CMS-838 over the embedded Excel: on demand, 15 columns in order, what Medicare is owed and nothing else. */
import { bookOf, cellsOf, sheetOf } from '../excel/book';
import type { Cell } from '../excel/book';
import { isReported, lastAndInitial } from '../../src/outputs/cms838';
import { cents } from '../../src/core/money';
import { credit, finding } from '../outputs/review';
import { desk, never, silent, type } from './billing';
import type { Desk } from './billing';

const D = 45_900; // 2025-08-31
const twice = (account: string, payer: string): Cell[][] => [
  [account, D, D, 'Charge', 500, '', ''],
  [account, D, D + 20, 'Contractual Adjustment', -100, payer, ''],
  [account, D, D + 20, 'Insurance Payment', -400, payer, `CHK${account}A`],
  [account, D, D + 50, 'Insurance Payment', -400, payer, `CHK${account}B`],
];
/** M1 and H1 were paid 400.00 twice. D1: a DRG price of 900.00 for 500.00 of charges, posted without its adjustment. */
const book = () =>
  bookOf({
    Accounts: [
      ['Account', 'Patient', 'Balance', 'Primary Payer', 'Member ID', 'DRG'],
      ['M1', 'Invented, Ana', -400, 'Medicare', '1EG4-TE5', ''],
      ['H1', 'Invented, Cy', -400, 'Harbor Mutual', '', ''],
      ['D1', 'Invented, Di', -400, 'Medicare', '', '470'],
    ],
    Transactions: [
      ['Account', 'Service Date', 'Post Date', 'Transaction Type', 'Amount', 'Payer', 'Check #'],
      ...twice('M1', 'Medicare'),
      ...twice('H1', 'Harbor Mutual'),
      ['D1', D, D, 'Charge', 500, '', ''],
      ['D1', D, D + 20, 'Insurance Payment', -900, 'Medicare', 'CHKD1'],
    ],
  });

let opened: Desk;
beforeAll(async () => {
  opened = await desk(book());
});
afterAll(() => opened.excel.close());
const names = (): string[] => opened.excel.workbook.sheets.map((sheet) => sheet.name);
const table = (): string[][] => {
  const { area } = sheetOf(opened.excel, 'CMS-838').tables[0]!;
  return cellsOf(opened.excel, 'CMS-838').slice(area.row, area.row + area.rows);
};

it('is not among the sheets that every write makes; asked for, it alone is written', async () => {
  await opened.session.publish(await opened.scan(), 'Kim', silent, never());
  expect(names()).not.toContain('CMS-838');
  const scan = await opened.scan();
  const { sheets } = await opened.session.preview(scan, { medicareReport: true });
  expect(sheets.map(({ role, action, rows }) => [role, action, rows])).toEqual([['cms838', 'create', 1]]);
  const written = await opened.session.writeMedicareReport(scan, 'Kim', silent, never());
  expect(written.sheets.map(({ role }) => role)).toEqual(['cms838']);
});

it('has the 15 columns in order, and one line: not the other payer, not the DRG price above charges', () => {
  const [headings = [], line = [], ...more] = table();
  expect(more).toEqual([]);
  expect(headings.slice(0, 15).map((heading) => Number(/^\d+/.exec(heading)?.[0]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
  // Paid 50 days after August 31; left for the person: 3, 4, 8, 10, 11, 14.
  expect(line.slice(0, 15)).toEqual(['Invented, A', '1EG4-TE5', '', '', `${D}`, `${D}`, `${D + 50}`, '', '400', '', '', '400', '1', '', '']);
  expect(cellsOf(opened.excel, 'CMS-838').map((row) => row[0])).toContain('Signature of officer or administrator:');
});

it('keeps what a person typed, in the columns and in the certification, and takes the repayment off', async () => {
  type(opened.excel, 'CMS-838', 'Invented, A', '10 Repaid with this report', 150);
  type(opened.excel, 'CMS-838', 'Invented, A', '8 Cost report (O or C)', 'O');
  const sheet = sheetOf(opened.excel, 'CMS-838');
  sheet.cells.set(3, 1, 'Invented Clinic');
  await opened.session.writeMedicareReport(await opened.scan(), 'Kim', silent, never());
  const [, line = []] = table();
  expect([line[7], line[8], line[9], line[11]]).toEqual(['O', '400', '150', '250']);
  expect(cellsOf(opened.excel, 'CMS-838')[3]?.[1]).toBe('Invented Clinic');
});

it.each([
  ['Doe, Ann B', 'Doe, A'],
  ['Ann Doe', 'Doe, A'],
  ['Doe', 'Doe'],
])('%s is reported as %s', (patient, shown) => expect(lastAndInitial(patient)).toBe(shown));

it.each([
  ['C07', 'medicare', '', 900, true],
  ['C07', 'medicare', '470', 900, false],
  ['C07', 'medicare', '470', 500, true],
  ['C01', 'medicare', '470', 900, true],
  ['C01', 'medicare-advantage', '', 900, false],
] as const)('%s, %s, DRG "%s", %d paid for 500: reported is %s', (cause, payerClass, drg, paid, reported) => {
  const facts = { payerClass, drg, paid: cents(paid), charges: cents(500) } as Parameters<typeof isReported>[0]['facts'];
  expect(isReported({ credit: credit(), finding: finding({ cause }), facts })).toBe(reported);
});
