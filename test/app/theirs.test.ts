/**
 * Workbooks that people already work in, by six programs: sheets, tables and names under our names, protected, hidden and very hidden sheets,
 * filters, rules, lists, comments, pivot tables, slicers. Ours comes and goes; part by part of the saved file, theirs stays what it was.
 * scripts/make-theirs-fixtures.mjs makes the files.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbook } from '../../src/host/files/open';
import { saveWorkbook } from '../../src/host/files/save';
import { edited } from '../host/files/fixture';
import { checkPackage } from '../host/files/packageChecker';
import { column, desk, never, silent } from './billing';
import type { Desk } from './billing';
import { partNames, theirParts, theirSheets } from './theirParts';

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, '../fixtures/theirs', `${file}.xlsx`)));
const at = (bytes: Uint8Array): Promise<Desk> => desk(openWorkbook(bytes, 'theirs.xlsx'));

/** `faults`: what the checker says of the file as it came. */
function expectTheirs(original: Uint8Array, now: Uint8Array, faults: readonly string[]): void {
  expect(theirParts(original, now)).toEqual(theirParts(original, original));
  expect(checkPackage(now).filter((fault) => !faults.includes(fault))).toEqual([]);
}

// ---------------------------------------------------------------- ours comes and goes

/** Both credits are approved, so that refunds, letters and evidence are written too. */
const DECISIONS = ['00123/payer:Harbor Mutual/1', '00124/patient:Invented, Bo/1'].map((id) => ({ id, status: 'Approved' }));

async function publish({ session, scan }: Desk, decisions = DECISIONS): Promise<string[]> {
  const { sheets } = await session.publish(await scan(), 'Kim', silent, never(), { decisions });
  return sheets.map(({ sheet }) => sheet);
}
function saved({ excel }: Desk): Uint8Array {
  excel.settle();
  return saveWorkbook(excel.workbook);
}

/** File → sheets of theirs whose names we would have taken; why Accounts cannot be coloured. */
const PROTECTED = ['Accounts is protected and does not allow formats, so it is not coloured.'];
const FILES: Readonly<Record<string, { ours: string[]; refused: string[] }>> = {
  openpyxl: { ours: ['Credits (2)', 'Refunds (2)', 'Evidence (2)', 'Credit log (2)', 'Credit policy (2)', 'Credit summary (2)'], refused: [] },
  libreoffice: { ours: ['Credits (2)', 'Refunds (2)', 'Evidence (2)', 'Credit log (2)', 'Credit policy (2)', 'Credit summary (2)'], refused: [] },
  xlsxwriter: { ours: ['Credits (2)', 'Refunds (2)', 'Evidence (2)', 'Credit summary (2)', 'Payees'], refused: [] },
  sheetjs: { ours: ['Credits (2)', 'Payees (2)', 'Refunds'], refused: [] },
  exceljs: { ours: ['Credits (2)', 'Evidence (2)', 'Refunds'], refused: PROTECTED },
  excelize: { ours: ['Credits (2)', 'Credit log (2)', 'Refunds'], refused: [] },
};

it.each(Object.entries(FILES))('%s: everything of theirs stands, with ours and after ours is gone', async (file, { ours, refused }) => {
  const original = bytesOf(file);
  const first = await at(original);
  const tabs = first.excel.workbook.sheets.map(({ name }) => name);
  const scan = await first.scan();
  const { sheets, problems } = await first.session.highlight(scan, silent, never());
  expect(problems.map(({ message }) => message)).toEqual(refused);
  expect(sheets.map(({ sheet, keys }) => [sheet, keys])).toEqual(refused.length > 0 ? [] : [['Accounts', 2]]);
  const made = await publish(first);
  expect(made).toEqual(expect.arrayContaining(ours));
  expect(made.filter((name) => tabs.includes(name))).toEqual([]);
  expect(column(first.excel, 'Credits (2)', 'Amount')).toEqual({ '00123': '400', '00124': '45' });
  const written = saved(first);
  first.excel.close();

  const again = await at(written);
  for (const name of await publish(again, [])) expect(made).toContain(name);
  expect(again.excel.workbook.sheets.filter(({ name }) => !tabs.includes(name) && !name.startsWith('Credit keys')).map(({ name }) => name)).toEqual(made);
  const rerun = saved(again);
  const faults = checkPackage(original);
  expectTheirs(original, rerun, faults);
  expect(theirSheets(rerun, tabs.length)).toEqual(theirSheets(original, tabs.length));
  expect(await again.session.clearHighlights(silent, never())).toMatchObject({ left: [] });
  await again.session.removeSheets([], silent, never());
  expect(again.excel.workbook.sheets.map(({ name }) => name)).toEqual(tabs);
  const bare = saved(again);
  again.excel.close();
  expectTheirs(original, bare, faults);
  const listed = (bytes: Uint8Array): string[] =>
    partNames(bytes)
      .filter((part) => !part.includes('calcChain'))
      .toSorted();
  expect(listed(bare)).toEqual(listed(original));
});

describe('where Excel forbids', () => {
  const LOCKED = {
    code: 'StructureProtected',
    message: 'The structure of this workbook is protected, so no sheet can be added.',
    remedy: 'Switch off Protect Workbook on the Review tab, or work in a copy.',
  };

  it.each(['openpyxl-structure', 'excelize-structure'])('%s: credits are found, nothing is written, and the way out is said', async (file) => {
    const original = bytesOf(file);
    const { excel, session, scan } = await at(original);
    const found = await scan();
    expect(found.review?.totals.credit).toBe(44_500);
    expect((await session.preview(found)).refused).toEqual(LOCKED);
    await expect(session.highlight(found, silent, never())).rejects.toMatchObject(LOCKED);
    await expect(session.publish(found, 'Kim', silent, never())).rejects.toMatchObject(LOCKED);
    expect(theirParts(original, saveWorkbook(excel.workbook))).toEqual(theirParts(original, original));
    excel.workbook.readOnly = true;
    expect((await session.preview(found)).refused).toEqual({
      code: 'ReadOnly',
      message: 'This workbook is open for reading only.',
      remedy: 'Save a copy under another name and work there.',
    });
    excel.close();
  });

  it('exceljs: a protected listing is named, with what to do; a structure protected later keeps only the hidden keys', async () => {
    const { excel, session, scan } = await at(bytesOf('exceljs'));
    const found = await scan();
    const { problems } = await session.highlight(found, silent, never());
    expect(problems).toEqual([
      {
        code: 'sheet-protected',
        sheet: 'Accounts',
        row: 0,
        message: PROTECTED[0],
        remedy: 'Unprotect it on the Review tab, then press Highlight again, or use Show in sheet.',
      },
    ]);
    excel.workbook.sheets[0]!.protection = { protected: false, options: {} };
    await session.highlight(found, silent, never());
    excel.workbook.structureProtected = true;
    const why =
      'The colours are gone. This hidden sheet stays because the structure of the workbook is protected: switch off Protect Workbook on the Review tab, then clear again.';
    expect(await session.clearHighlights(silent, never())).toEqual({ rules: 2, left: [{ sheet: 'Credit keys', why }] });
    excel.workbook.structureProtected = false;
    expect(await session.clearHighlights(silent, never())).toEqual({ rules: 0, left: [] });
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['Accounts', 'Transactions', 'Credits', 'Evidence']);
    excel.close();
  });
});

it('the comparison can fail: a lost comment, another rule, a sheet no longer very hidden', () => {
  const original = bytesOf('openpyxl');
  const differs = (edits: Parameters<typeof edited>[1]): string[] => {
    const [before, after] = [theirParts(original, original), theirParts(original, edited(original, edits))];
    return Object.keys(before).filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
  };
  expect(differs({ 'xl/comments/comment1.xml': null })).toEqual(['xl/comments/comment1.xml']);
  expect(differs({ 'xl/worksheets/sheet1.xml': (xml) => xml.replace('<formula>0</formula>', '<formula>1</formula>') })).toEqual(['xl/worksheets/sheet1.xml']);
  expect(differs({ 'xl/workbook.xml': (xml) => xml.replace('veryHidden', 'hidden') })).toEqual(['xl/workbook.xml']);
});
