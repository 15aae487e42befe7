/**
 * Hazards whose file form matters (exports.md 2): one small ledger, written by several programs, opened through the embedded Excel and read.
 * scripts/make-hazard-fixtures.mjs makes the files.
 *
 * By hand, the same in every file:
 *   00123: 500.00 − 100.00 − 400.00 (25 January) − 400.00 (27 January) = −400.00, in credit since 27 January
 *   00124: 100.00 − 145.00 (12 January) = −45.00, in credit since 12 January
 *   00125: 250.50, owed
 * Charges 850.50, payments 945.00, adjustments 100.00; listed and posted −194.50.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reviewJson } from '../../src/app/report';
import type { ReviewJson } from '../../src/app/report';
import { openWorkbook } from '../../src/host/files/open';
import { desk, never, silent } from '../app/billing';
import { bookOf } from '../excel/book';
import type { Cell } from '../excel/book';

const FOLDER = join(__dirname, '../fixtures/hazards');
const FILES = readdirSync(FOLDER).toSorted();
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, file)));

const LISTING: Cell[][] = [
  ['Account', 'Patient', 'Balance'],
  ['00123', 'Invented, Ana', -400],
  ['00124', 'Invented, Bo', -45],
  ['00125', 'Invented, Cy', 250.5],
];
/** 46,022 is 31 December 2025. */
const POSTINGS: Cell[][] = [
  ['Account', 'Post Date', 'Transaction Type', 'Amount', 'Payer'],
  ['00123', 46_027, 'Charge', 500, ''],
  ['00123', 46_047, 'Contractual Adjustment', -100, 'Harbor Mutual'],
  ['00123', 46_047, 'Insurance Payment', -400, 'Harbor Mutual'],
  ['00123', 46_049, 'Insurance Payment', -400, 'Harbor Mutual'],
  ['00124', 46_027, 'Charge', 100, ''],
  ['00124', 46_034, 'Patient Payment', -145, ''],
  ['00125', 46_036, 'Charge', 250.5, ''],
];

async function read(book: ReturnType<typeof openWorkbook>, added: readonly string[] = []): Promise<ReviewJson> {
  const { excel, session, scan } = await desk(book);
  try {
    for (const file of added) expect((await session.addFile({ name: file, bytes: bytesOf(file) }, silent, never())).refused).toBeNull();
    return reviewJson(await scan());
  } finally {
    excel.close();
  }
}

function isTheLedger(json: ReviewJson): void {
  expect(json.refused).toBeNull();
  expect(json.ledger).toEqual({ accounts: 3, transactions: 7, charges: '850.50', payments: '945.00', adjustments: '100.00', refunds: '0.00' });
  expect(json.credits.map(({ account, credit, since }) => [account, credit, since]).toSorted()).toEqual([
    ['00123', '400.00', '2026-01-27'],
    ['00124', '45.00', '2026-01-12'],
  ]);
}
const writersOf = (form: string): string[] => FILES.filter((file) => file.startsWith(`${form}.`));
const codesOf = (json: ReviewJson): string[] => json.problems.map(({ code }) => code);

const FORMS: readonly (readonly [form: string, what: string, problems: readonly string[]])[] = [
  ['merged', 'a merged title and a heading of two rows (7)', []],
  ['grouped', 'an account merged down over its postings (8)', []],
  ['tables', 'two Excel tables on one sheet, not at A1 (7, 21)', []],
  ['1904', 'the 1904 date system (13)', []],
  ['dates', 'dates as numbers and as texts in one column (13)', []],
  ['formulas', 'formulas, with the stored values where a program stored them (10)', []],
  ['hidden', 'hidden and filtered rows, hidden columns, a hidden sheet (21)', []],
  ['numbers', 'amounts as text, binary noise, blanks in account numbers (10, 14)', []],
  ['streamed', 'a package written to a pipe: no sizes in the local headers (21)', []],
];

describe.each(FORMS)('%s: %s', (form, _, problems) => {
  const files = writersOf(form);
  it('stands in files of at least two writers', () => expect(files.length).toBeGreaterThanOrEqual(2));
  it.each(files)('%s', async (file) => {
    const json = await read(openWorkbook(bytesOf(file), file));
    isTheLedger(json);
    expect(codesOf(json)).toEqual(problems);
    expect(json.reading.control).toEqual({ accounts: 3, agree: 3, unposted: 0, listed: '-194.50', posted: '-194.50', difference: '0.00' });
  });
});

describe('text files: separators, encodings, marks, line ends (7, 13, 14)', () => {
  const files = FILES.filter((file) => /\.[ct]sv$/.test(file));
  it('come from two writers', () => expect([files.length, new Set(files.map((file) => file.split('.')[1])).size]).toEqual([5, 2]));

  it.each(files)('%s as a workbook of its own', async (file) => isTheLedger(await read(openWorkbook(bytesOf(file), file))));

  it.each(files)('%s added beside the listing', async (file) => {
    const json = await read(bookOf({ Accounts: LISTING }), [file]);
    isTheLedger(json);
    expect([json.reading.control?.listed, json.reading.control?.posted]).toEqual(['-194.50', '-194.50']);
  });

  it('a payer keeps its letters in Windows-1252', () => {
    const { cells } = openWorkbook(bytesOf('semicolon-1252.papaparse.csv'), 'a.csv').sheets[0]!;
    expect(cells.get(2, 4)).toBe('Hafen-Krankenversicherung Köln');
  });
});

describe('a hidden sheet that is a copy of the ledger (21)', () => {
  it('is counted, that is said, and it can be left out', async () => {
    const { excel, scan } = await desk(bookOf({ Transactions: POSTINGS, Old: POSTINGS }));
    excel.workbook.sheets[1]!.visibility = 'Hidden';
    const twice = reviewJson(await scan());
    const once = reviewJson(await scan({ corrections: { 'role:Old': 'ignored' } }));
    excel.close();
    const asked = ({ reading }: ReviewJson): unknown =>
      reading.assumptions.filter(({ key }) => key === 'role:Old').map(({ chosen, choices }) => [chosen, choices.includes('ignored')]);
    expect(twice.ledger.charges).toBe('1701.00');
    expect([asked(twice), asked(once)]).toEqual([[['transactions', true]], [['ignored', true]]]);
    isTheLedger(once);
  });
});

describe('electronic remittances (19)', () => {
  it.each([
    ['one-line.by-hand.835', 1, []],
    ['lines.python.835', 1, []],
    ['no-envelope.by-hand.835', 1, []],
    ['narrow-two-envelopes.by-hand.835', 2, []],
    ['truncated.by-hand.835', 1, ['x12-unreadable']],
  ] as const)('%s', async (file, claims, problems) => {
    const opened = await desk(bookOf({ Accounts: LISTING, Transactions: POSTINGS }));
    const added = await opened.session.addFile({ name: file, bytes: bytesOf(file) }, silent, never());
    const json = reviewJson(await opened.scan());
    opened.excel.close();
    expect([added.refused, [...new Set(added.problems.map(({ code }) => code))]]).toEqual([null, problems]);
    expect(json.sheets.filter(({ role }) => role === 'remittance').map(({ rows }) => rows)).toEqual([claims]);
    expect(codesOf(json)).not.toContain('remittance-unmatched');
    isTheLedger(json);
  });
});

it('a change in either of two tables on one sheet is noticed', async () => {
  const { excel, session, scan } = await desk(openWorkbook(bytesOf('tables.openpyxl.xlsx'), 'a.xlsx'));
  const scanned = await scan();
  const sheet = excel.workbook.sheets.find(({ tables }) => tables.length === 2)!;
  expect(await session.unchanged(scanned)).toBe(true);
  for (const { area } of sheet.tables) {
    const key = sheet.cells.get(area.row + 1, area.column);
    sheet.cells.set(area.row + 1, area.column, '00999');
    expect(await session.unchanged(scanned)).toBe(false);
    sheet.cells.set(area.row + 1, area.column, key);
    expect(await session.unchanged(scanned)).toBe(true);
  }
  excel.close();
});
