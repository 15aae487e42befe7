/** Highlight and clear by conditional format (design.md 8): nothing of the user's changes, and one click takes all away. */
import { clearHighlights } from '../../src/excel/clear';
import { applyHighlights, ruleFormula } from '../../src/excel/highlight';
import type { Highlight } from '../../src/outputs/edit';
import type { HighlightResult } from '../../src/app/session';
import type { EmbeddedExcel } from '../../src/host/node';
import { bookOf, open, quiet, sheetOf } from './book';
import type { Cell, Opened } from './book';

const ROWS: Cell[][] = [
  ['Account', 'Patient', 'Balance'],
  ['00123', 'A', -5],
  [123, 'B', -6],
  ['A*1', 'C', 0],
  ['~x?', 'D', 3],
  ['-12', 'E', -1],
];
const edit = (keys: Highlight['keys'], more: Partial<Highlight> = {}): Highlight => ({
  kind: 'highlight',
  sheet: 'Accounts',
  keyColumn: 0,
  facilityColumn: -1,
  firstRow: 1,
  rowCount: 5,
  firstColumn: 0,
  columnCount: 3,
  keys,
  ...more,
});
const KEYS: Highlight['keys'] = [
  { value: '00123', class: 'true-overpayment' },
  { value: 123, class: 'posting-error' },
  { value: '-12', class: 'true-overpayment' },
];

/** All a user can see of his sheets, as one value. */
function userState(excel: EmbeddedExcel): unknown {
  return excel.workbook.sheets.map((sheet) => {
    const used = sheet.cells.used(false);
    const cells: unknown[] = [];
    for (let r = 0; used && r < used.row + used.rows; r++)
      for (let c = 0; c < used.column + used.columns; c++) cells.push([sheet.cells.get(r, c), sheet.cells.formula(r, c), sheet.cells.style(r, c)]);
    return {
      name: sheet.name,
      cells,
      rules: sheet.conditionalFormats.toSorted((a, b) => a.priority - b.priority).map(({ areas, type, formula, dxf }) => ({ areas, type, formula, dxf })),
      widths: [...sheet.columnWidths],
      visibility: sheet.visibility,
    };
  });
}

describe('highlights', () => {
  let opened: Opened;
  beforeEach(async () => {
    const book = bookOf({ Accounts: ROWS, Notes: [['keep']] });
    book.sheets[0]!.conditionalFormats.push({
      id: '{user}',
      areas: [{ row: 1, column: 2, rows: 5, columns: 1 }],
      type: 'expression',
      formula: '$C2<0',
      dxf: book.styles.addDxf({ fill: '#FF0000', fontColor: '', bold: false, italic: false, strikethrough: false }),
      priority: 1,
      stopIfTrue: false,
      extension: false,
      origin: -1,
    });
    book.names.push({ name: 'TaxRate', formula: '0.05', scope: '', visible: true, comment: '' });
    opened = await open(book);
  });
  afterEach(() => opened.excel.close());
  const apply = (edits: readonly Highlight[]): Promise<HighlightResult> =>
    applyHighlights(opened.guard, edits, { sheet: 'Credit keys', exists: false, number: 1, column: 0 }, quiet);
  const clear = (): ReturnType<typeof clearHighlights> => clearHighlights(opened.guard, 'Credit keys', quiet);
  const rules = (sheet = 'Accounts'): string[] =>
    sheetOf(opened.excel, sheet)
      .conditionalFormats.map((rule) => rule.formula)
      .filter((formula) => formula.includes('crb_'));

  it('sets one rule a class over the whole rows, by a hidden name on a hidden sheet', async () => {
    const result = await apply([edit(KEYS)]);
    expect(result).toEqual({
      sheets: [{ sheet: 'Accounts', keys: 3, wholeRows: true }],
      byClass: { 'true-overpayment': 2, 'posting-error': 1, misallocated: 0, hold: 0, 'needs-review': 0 },
      problems: [],
    });
    expect(rules().toSorted()).toEqual([
      'ISNUMBER(MATCH(IF(ISTEXT($A2),SUBSTITUTE(SUBSTITUTE(SUBSTITUTE($A2,"~","~~"),"*","~*"),"?","~?"),$A2),crb_keys_1_overpayment,0))',
      'ISNUMBER(MATCH(IF(ISTEXT($A2),SUBSTITUTE(SUBSTITUTE(SUBSTITUTE($A2,"~","~~"),"*","~*"),"?","~?"),$A2),crb_keys_1_posting,0))',
    ]);
    const ours = sheetOf(opened.excel, 'Accounts').conditionalFormats.find((rule) => rule.formula.includes('overpayment'));
    expect(ours?.areas).toEqual([{ row: 1, column: 0, rows: 5, columns: 3 }]);
    const keys = sheetOf(opened.excel, 'Credit keys');
    expect(keys.visibility).toBe('Hidden');
    // Each raw value exactly as read: texts as text, also one that looks like a number or a formula.
    expect([keys.cells.get(3, 0), keys.cells.get(4, 0), keys.cells.get(3, 1)]).toEqual(['-12', '00123', 123]);
    const name = opened.excel.workbook.names.find((entry) => entry.name === 'crb_keys_1_overpayment');
    expect(name).toMatchObject({ visible: false });
    expect(name?.formula).toMatch(/^'?Credit keys'?!\$A\$4:\$A\$5$/);
  });

  it('costs one request a sheet beside the keys', async () => {
    await apply([edit(KEYS)]);
    // Keys: the sheet and its names, the keys, the ids of the rules. Rules: one.
    expect(opened.excel.counters.requests).toBe(4);
    expect(opened.excel.counters.cleanups).toBe(0);
  });

  it('leaves no trace when cleared', async () => {
    const before = JSON.stringify([userState(opened.excel), opened.excel.workbook.names]);
    await apply([edit(KEYS)]);
    expect(JSON.stringify([userState(opened.excel), opened.excel.workbook.names])).not.toBe(before);
    expect(await clear()).toEqual({ rules: 2, left: [] });
    expect(JSON.stringify([userState(opened.excel), opened.excel.workbook.names])).toBe(before);
    expect(await clear()).toEqual({ rules: 0, left: [] });
  });

  it("finds rules that were pasted to another sheet, and leaves the user's rules", async () => {
    await apply([edit(KEYS)]);
    const ours = sheetOf(opened.excel, 'Accounts').conditionalFormats.find((rule) => rule.formula.includes('crb_'));
    sheetOf(opened.excel, 'Notes').conditionalFormats.push({ ...ours!, id: '{pasted}', areas: [{ row: 0, column: 0, rows: 1, columns: 1 }] });
    expect(await clear()).toEqual({ rules: 3, left: [] });
    expect(sheetOf(opened.excel, 'Accounts').conditionalFormats.map((rule) => rule.id)).toEqual(['{user}']);
  });

  it('clears one by one where Excel cannot list the rules', async () => {
    await apply([edit(KEYS)]);
    opened.excel.configure({ ruleLists: 'throw' });
    const { rules: removed } = await clear();
    expect(removed).toBe(2);
    expect(sheetOf(opened.excel, 'Accounts').conditionalFormats.map((rule) => rule.id)).toEqual(['{user}']);
  });

  it('names the protected sheet it could not clear, keeps its keys, and clears the others', async () => {
    await apply([edit(KEYS)]);
    const sheet = sheetOf(opened.excel, 'Accounts');
    sheet.protection.protected = true;
    const { rules: removed, left } = await clear();
    expect(removed).toBe(0);
    expect(left).toHaveLength(1);
    expect(left[0]).toMatchObject({ sheet: 'Accounts' });
    expect(left[0]?.why).toContain('protected');
    expect(opened.excel.workbook.names.some((name) => name.name === 'crb_keys_1_overpayment')).toBe(true);
    sheet.protection.protected = false;
    expect(await clear()).toEqual({ rules: 2, left: [] });
  });

  it('says which sheet is protected, and colours the others', async () => {
    sheetOf(opened.excel, 'Accounts').protection.protected = true;
    const result = await apply([edit(KEYS), edit([{ value: 'keep', class: 'hold' }], { sheet: 'Notes', firstRow: 0, rowCount: 1, columnCount: 1 })]);
    expect(result.sheets.map((entry) => entry.sheet)).toEqual(['Notes']);
    expect(result.problems).toMatchObject([{ code: 'sheet-protected', sheet: 'Accounts' }]);
    expect(result.byClass.hold).toBe(1);
    expect(rules('Notes')).toEqual([expect.stringContaining('crb_keys_2_hold')]);
  });

  const many = (count: number): Highlight['keys'] => Array.from({ length: count }, (_, i) => ({ value: `K${i}`, class: 'hold' as const }));
  it('above 5,000 keys colours the key column only, above 20,000 offers Show in sheet', async () => {
    const result = await apply([edit(many(5_001)), edit(many(20_001), { sheet: 'Notes' })]);
    expect(result.sheets).toEqual([{ sheet: 'Accounts', keys: 5_001, wholeRows: false }]);
    expect(sheetOf(opened.excel, 'Accounts').conditionalFormats.find((rule) => rule.formula.includes('crb_'))?.areas).toEqual([
      { row: 1, column: 0, rows: 5, columns: 1 },
    ]);
    expect(result.problems).toMatchObject([{ code: 'too-many-keys', sheet: 'Notes', remedy: expect.stringContaining('Show in sheet') }]);
    expect(sheetOf(opened.excel, 'Notes').conditionalFormats).toEqual([]);
  });

  it('colours key and amount cells only when told so', async () => {
    await apply([edit(KEYS.slice(0, 1), { onlyColumns: [0, 2] })]);
    const areas = sheetOf(opened.excel, 'Accounts')
      .conditionalFormats.filter((rule) => rule.formula.includes('crb_'))
      .map((rule) => rule.areas[0]?.column);
    expect(areas.toSorted()).toEqual([0, 2]);
  });

  it('joins a facility to the key, a text key marked by an apostrophe', () => {
    expect(ruleFormula(edit([], { facilityColumn: 3, firstRow: 9 }), 'n')).toBe(
      '=ISNUMBER(MATCH(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE($D10&"|"&IF(ISTEXT($A10),"\'","")&$A10,"~","~~"),"*","~*"),"?","~?"),n,0))',
    );
  });
});
