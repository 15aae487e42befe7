/** Corrections are kept in the workbook without a word of its own, come back when it is opened again, and can be taken back. */
import { unzipSync } from 'fflate';
import { saveWorkbook } from '../../src/host/files/save';
import { openWorkbook } from '../../src/host/files/open';
import type { EmbeddedExcel } from '../../src/host/node';
import { SETTING_KEY } from '../../src/excel/settings';
import { bookOf, sheetOf } from '../excel/book';
import type { Cell } from '../excel/book';
import { AS_OF, desk, usersSheets } from './billing';
import type { Desk } from './billing';

/**
 * Two columns could be the amount. "Entry" holds −30.00 for ZQADJ, whose type nobody knows. Worked by hand: ZQ-1 100 − 130 = −30; ZQ-2 80 − 80 = 0;
 * with ZQADJ as a contractual write-off ZQ-3 is 200 − 170 − 30 = 0.
 */
const LEDGER: Cell[][] = [
  ['Acct #', 'Post Date', 'Trans Type', 'Amount', 'Amount Q', 'Insurance Co'],
  ['ZQ-1', 45_900, 'Charge', 100, 7, ''],
  ['ZQ-1', 45_910, 'Insurance Payment', -130, 7, 'Quarz Mutual'],
  ['ZQ-2', 45_900, 'Charge', 80, 7, ''],
  ['ZQ-2', 45_910, 'Insurance Payment', -80, 7, 'Quarz Mutual'],
  ['ZQ-3', 45_900, 'Charge', 200, 7, ''],
  ['ZQ-3', 45_910, 'Insurance Payment', -170, 7, 'Quarz Mutual'],
  ['ZQ-3', 45_911, 'ZQADJ', -30, 7, 'Quarz Mutual'],
];
const SHEET = 'Buchungen Q7';
const HEADING_ROW = LEDGER[0] as string[];
const corrections = { [`type:${SHEET}:ZQADJ`]: 'Contractual', [`column:${SHEET}:payer`]: 'Insurance Co', [`column:${SHEET}:serviceDay`]: 'none' };

/** Names of the parts that differ between two files, the ones in only one of them too. */
function changed(one: Uint8Array, other: Uint8Array): string[] {
  const [a, b] = [unzipSync(one), unzipSync(other)];
  const same = (name: string): boolean => Buffer.from(a[name] ?? []).equals(Buffer.from(b[name] ?? [])) && name in a && name in b;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => !same(name)).sort();
}

const opened: Desk[] = [];
async function at(book: Parameters<typeof desk>[0]): Promise<Desk> {
  const made = await desk(book);
  opened.push(made);
  return made;
}
afterEach(() => {
  for (const { excel } of opened.splice(0)) excel.close();
});

const saved = (excel: EmbeddedExcel): Promise<Desk> => at(openWorkbook(saveWorkbook(excel.workbook), 'again.xlsx'));
const TEXTS = [SHEET, ...LEDGER.flat().filter((cell): cell is string => typeof cell === 'string' && cell !== '')];
/** Sheet names, headings and cell texts that stand in it. */
const leaked = (kept: unknown): string[] => TEXTS.filter((text) => JSON.stringify(kept).toLowerCase().includes(text.toLowerCase()));
const inForce = async ({ session }: Desk): Promise<unknown> => (await session.look({ asOf: AS_OF })).corrections;

it('keeps corrections, applies them to the reopened workbook, and asks again when the headings changed', async () => {
  const first = await at(bookOf({ [SHEET]: LEDGER }));
  const plain = await first.scan();
  expect(plain.reading.problems.map(({ code }) => code)).toContain('type-unknown');
  expect([...first.excel.workbook.settings]).toEqual([]);
  const corrected = await first.scan({ corrections });
  expect(corrected.review?.credits.map(({ key, credit }) => [key, credit])).toEqual([['ZQ-1', 3000]]);
  expect(corrected.reading.problems.map(({ code }) => code)).not.toContain('type-unknown');

  const again = await saved(first.excel);
  const scan = await again.scan();
  expect(scan.reading.problems.map(({ code }) => code)).not.toContain('type-unknown');
  expect(scan.corrections?.map(({ key, value, from }) => [key.replace(/#.{16}$/, '#'), value, from])).toEqual([
    [`type:${SHEET}:#`, 'Contractual', 'workbook'],
    [`column:${SHEET}:payer`, 'Insurance Co', 'workbook'],
    [`column:${SHEET}:serviceDay`, 'none', 'workbook'],
  ]);
  expect(scan.plan.sheets[0]?.columns.find(({ field }) => field === 'payer')?.reason).toMatch(/workbook remembers/);

  sheetOf(again.excel, SHEET).cells.set(0, 2, 'Kind of entry');
  expect(await inForce(again)).toEqual([]);
  expect((await again.scan()).reading.problems.map(({ code }) => code)).toContain('type-unknown');
});

it('puts no sheet name, heading or cell text into the settings, and changes nothing else in the workbook', async () => {
  const { excel, scan } = await at(bookOf({ [SHEET]: LEDGER }));
  const parts = (): string => JSON.stringify([usersSheets(excel, [SHEET]), excel.workbook.names, excel.workbook.sheets.length]);
  const before = parts();
  await scan({ corrections: { ...corrections, [`role:${SHEET}`]: 'transactions', [`dayfirst:${SHEET}:Post Date`]: 'day first' } });
  expect(parts()).toBe(before);
  expect(leaked([...excel.workbook.settings])).toEqual([]);
  expect(leaked([...Object.entries(corrections)])).toEqual([SHEET, 'Insurance Co', 'ZQADJ']);
  const [[key, value]] = [...excel.workbook.settings] as [[string, string]];
  expect(key).toBe(SETTING_KEY);
  const { sheets } = JSON.parse(value) as { sheets: Record<string, Record<string, string>> };
  expect(Object.values(sheets).map((codes) => Object.entries(codes).map(([code, chosen]) => [code.replace(/#.{16}$/, '#'), chosen]))).toEqual([
    [
      ['type/#', 'Contractual'],
      ['column/payer', `@${HEADING_ROW.indexOf('Insurance Co')}`],
      ['column/serviceDay', 'none'],
      ['role', 'transactions'],
      [`dayfirst/@${HEADING_ROW.indexOf('Post Date')}`, 'day first'],
    ],
  ]);
});

it('changes no part of a saved file but its own', async () => {
  const bytes = saveWorkbook(bookOf({ [SHEET]: LEDGER }));
  const { excel, scan } = await at(openWorkbook(bytes, 'again.xlsx'));
  await scan();
  expect(changed(bytes, saveWorkbook(excel.workbook))).toEqual([]);
  await scan({ corrections });
  const kept = saveWorkbook(excel.workbook);
  // A custom XML part of our own, and the two lists of parts that name it.
  expect(changed(bytes, kept).filter((name) => !name.startsWith('customXml/'))).toEqual(['[Content_Types].xml', 'xl/_rels/workbook.xml.rels']);
  const again = await at(openWorkbook(kept, 'again.xlsx'));
  await again.scan();
  expect(changed(kept, saveWorkbook(again.excel.workbook))).toEqual([]);
});

it('takes one correction back, then the last, and leaves no trace', async () => {
  const made = await at(bookOf({ [SHEET]: LEDGER }));
  await made.scan({ corrections });
  await made.session.forget([`type:${SHEET}:ZQADJ`]);
  expect(await inForce(made)).toEqual([
    { key: `column:${SHEET}:payer`, value: 'Insurance Co', from: 'workbook' },
    { key: `column:${SHEET}:serviceDay`, value: 'none', from: 'workbook' },
  ]);
  await made.session.forget([`column:${SHEET}:payer`, `column:${SHEET}:serviceDay`]);
  expect([...made.excel.workbook.settings]).toEqual([]);
});

it('lets a newer correction take the place of a remembered one', async () => {
  const made = await at(bookOf({ [SHEET]: LEDGER }));
  await made.scan({ corrections });
  const scan = await made.scan({ corrections: { [`type:${SHEET}:ZQADJ`]: 'Charge' } });
  expect(scan.corrections?.filter(({ key }) => key.startsWith('type:'))).toEqual([{ key: `type:${SHEET}:ZQADJ`, value: 'Charge', from: 'person' }]);
  expect(((await inForce(made)) as { value: string }[]).map(({ value }) => value)).toContain('Charge');
});

it('does not fail the run in a workbook that may only be read: it says what is not kept', async () => {
  const book = bookOf({ [SHEET]: LEDGER });
  book.readOnly = true;
  const { excel, scan } = await at(book);
  const found = await scan({ corrections });
  expect(found.review?.credits).toHaveLength(1);
  expect(found.reading.problems.filter(({ code }) => code === 'not-remembered')).toHaveLength(1);
  expect([...excel.workbook.settings]).toEqual([]);
});

it('asks again when the setting is damaged, and when there are more sheets with the same headings', async () => {
  const made = await at(bookOf({ [SHEET]: LEDGER }));
  await made.scan({ corrections });
  const kept = made.excel.workbook.settings.get(SETTING_KEY) as string;
  const two = await at(bookOf({ [SHEET]: LEDGER, May: LEDGER }));
  two.excel.workbook.settings.set(SETTING_KEY, kept);
  expect(await inForce(two)).toEqual([]);
  for (const damaged of ['{', '[]', '{"version":2,"sheets":{}}', 7]) {
    made.excel.workbook.settings.set(SETTING_KEY, damaged);
    expect(await inForce(made)).toEqual([]);
  }
});

describe('what concerns the whole workbook', () => {
  /** Worked by hand: account 1 is 100 − 60 − 45 = −5; by visit V1 is 100 − 60 = 40 and V2 −45. */
  const visits: Cell[][] = [
    ['Acct #', 'Visit #', 'Post Date', 'Trans Type', 'Amount', 'Insurance Co'],
    ['1', 'V1', 45_900, 'Charge', 100, ''],
    ['1', 'V1', 45_910, 'Insurance Payment', -60, 'BCBS TX'],
    ['1', 'V2', 45_911, 'Insurance Payment', -45, 'Blue Cross Blue Shield of Texas'],
    ['2', 'V3', 45_900, 'Charge', 80, ''],
    ['2', 'V3', 45_910, 'Insurance Payment', -80, 'BCBS TX'],
  ];
  const credits = async ({ scan }: Desk): Promise<unknown> => (await scan()).review?.credits.map(({ key, credit }) => [key, credit]);

  it('is kept without a name, comes back wherever the sheets stand, and each is forgotten by itself', async () => {
    const first = await at(bookOf({ [SHEET]: visits }));
    expect(await credits(first)).toEqual([['1', 500]]);
    await first.scan({ grain: 'visit', corrections: { 'payer:BCBS TX': 'separate payers' } });
    expect(JSON.stringify([...first.excel.workbook.settings])).not.toMatch(/BCBS|Blue|Visit #|Buchungen/);

    const again = await saved(first.excel);
    const scan = await again.scan();
    expect(scan.reading.grain).toBe('visit');
    expect(scan.review?.credits.map(({ key, credit }) => [key, credit])).toEqual([['V2', 4500]]);
    expect(scan.reading.assumptions.find(({ key }) => key === 'payer:BCBS TX')?.chosen).toBe('separate payers');
    const grain = { key: 'grain', value: 'visit', from: 'workbook' };
    const payer = { key: expect.stringMatching(/^payer:#[0-9a-f]{16}$/), value: 'separate payers', from: 'workbook' };
    expect((scan.corrections ?? []).toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual([grain, payer]);

    await again.session.forget(['grain']);
    expect(await inForce(again)).toEqual([payer]);
    expect(await credits(again)).toEqual([['1', 500]]);
    await again.session.forget((scan.corrections ?? []).map(({ key }) => key));
    expect([...again.excel.workbook.settings]).toEqual([]);
  });

  it('gives way to the level asked for, which is then the one remembered', async () => {
    const made = await at(bookOf({ [SHEET]: visits }));
    await made.scan({ grain: 'visit' });
    const scan = await made.scan({ grain: 'account' });
    expect([scan.reading.grain, scan.corrections]).toEqual(['account', [{ key: 'grain', value: 'account', from: 'person' }]]);
    expect(await inForce(made)).toEqual([{ key: 'grain', value: 'account', from: 'workbook' }]);
  });
});
