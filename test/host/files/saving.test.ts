/** Saving: untouched parts keep their bytes, what is written reads back the same, and the package passes the checker. */
import { openWorkbook } from '../../../src/host/files/open';
import { saveWorkbook } from '../../../src/host/files/save';
import type { Book, BookSheet } from '../../../src/host/workbook';
import { addCredits, addRule, everything, tableOf } from './everything';
import { edited, fixture, partsOf, partText, workbookWith, WRITERS } from './fixture';
import { checkPackage } from './packageChecker';

function cellsOf(sheet: BookSheet): unknown[] {
  const used = sheet.cells.used(false);
  if (used === null) return [];
  return [...sheet.cells.rowsWithin(used)].flatMap((row) =>
    Array.from({ length: used.column + used.columns }, (_, column) => [
      row,
      column,
      sheet.cells.get(row, column),
      sheet.cells.formula(row, column),
      sheet.cells.style(row, column),
    ]),
  );
}
/** Everything of a sheet but its ids and the places of its parts. */
function contentOf(sheet: BookSheet): unknown {
  const { name, visibility, tabColor, gridlines, frozenRows, frozenColumns, protection, merged, hyperlinks, autoFilter, pageLayout } = sheet;
  return {
    name,
    visibility,
    tabColor,
    gridlines,
    frozenRows,
    frozenColumns,
    protection,
    merged,
    hyperlinks,
    autoFilter,
    pageLayout,
    cells: cellsOf(sheet),
    widths: [...sheet.columnWidths],
    hiddenColumns: [...sheet.hiddenColumns],
    hiddenRows: [...sheet.hiddenRows],
    heights: [...sheet.rowHeights],
    outline: [...sheet.rowOutline, ...sheet.columnOutline],
    rules: sheet.conditionalFormats.map(({ areas, type, formula, dxf, priority, stopIfTrue }) => ({ areas, type, formula, dxf, priority, stopIfTrue })),
    validations: sheet.validations.map(({ areas, type, source, errorStyle, error }) => ({ areas, type, source, errorStyle, error })),
    tables: sheet.tables.map(({ name: table, area, columns, style, id }) => ({ table, area, columns, style, id })),
    charts: sheet.charts.map(({ name: chart, title, type }) => ({ chart, title, type })),
    properties: [...sheet.customProperties],
  };
}
/** As it stands in the file: this-row references in full, no undefined. */
const written = (sheets: readonly BookSheet[]): unknown =>
  JSON.parse(JSON.stringify(sheets.map(contentOf)).replaceAll('[@Account]', 'crb_Credits[[#This Row],[Account]]'));
const reopened = (book: Book): Book => openWorkbook(saveWorkbook(book), book.fileName);
const same = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean => a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;

describe.each(WRITERS)('%s', (name) => {
  const before = fixture(name);

  it('is saved byte for byte when nothing changed', () => {
    const after = partsOf(saveWorkbook(openWorkbook(before, name)));
    const original = partsOf(before);
    expect([...after.keys()]).toEqual([...original.keys()]);
    for (const [part, bytes] of original) expect([part, same(after.get(part), bytes)]).toEqual([part, true]);
  });

  it('keeps every untouched part when a sheet, a rule, names and settings are added', () => {
    const book = openWorkbook(before, name);
    const users = book.sheets.map(contentOf);
    addCredits(book);
    addRule(book, 0);
    const saved = saveWorkbook(book);
    expect(checkPackage(saved)).toEqual([]);
    const rewritten = new Set([
      '[Content_Types].xml',
      book.origin?.workbookPart,
      book.sheets[0]?.part,
      ...[...partsOf(before).keys()].filter(
        (part) => /styles\.xml$|calcChain\.xml$/.test(part) || part.endsWith(`_rels/${book.origin?.workbookPart.split('/').pop() ?? ''}.rels`),
      ),
    ]);
    const after = partsOf(saved);
    for (const [part, bytes] of partsOf(before)) if (!rewritten.has(part)) expect([part, same(after.get(part), bytes)]).toEqual([part, true]);
    const again = openWorkbook(saved, name);
    expect(again.sheets.slice(1, -2).map(contentOf)).toEqual(users.slice(1));
    expect(cellsOf(again.sheets[0] as BookSheet)).toEqual(cellsOf(openWorkbook(before, name).sheets[0] as BookSheet));
    expect(written(again.sheets.slice(-2))).toEqual(written(book.sheets.slice(-2)));
    expect(again.macros).toBe(book.macros);
  });

  it('comes back as it was after the rule and the sheets are removed again', () => {
    const book = openWorkbook(before, name);
    const users = book.sheets.map(contentOf);
    addCredits(book);
    addRule(book, 0);
    const second = reopened(book);
    for (const sheet of second.sheets.slice(-2)) second.removeSheet(sheet.id);
    second.names = second.names.filter((defined) => !defined.name.startsWith('crb_'));
    second.settings.clear();
    const accounts = second.sheets[0] as BookSheet;
    accounts.conditionalFormats = accounts.conditionalFormats.filter((format) => !format.formula.includes('crb_'));
    for (const format of accounts.conditionalFormats) format.priority--;
    const saved = saveWorkbook(second);
    expect(checkPackage(saved)).toEqual([]);
    expect(openWorkbook(saved, name).sheets.map(contentOf)).toEqual(users);
    const parts = [...partsOf(saved).keys()];
    const old = [...partsOf(before).keys()].filter((part) => !part.endsWith('calcChain.xml'));
    expect(parts.filter((part) => !old.includes(part) && !/customXml|styles\.xml$/.test(part))).toEqual([]);
    expect(old.filter((part) => !parts.includes(part))).toEqual([]);
  });

  it('is patched cell by cell', () => {
    const book = openWorkbook(before, name);
    const sheet = book.sheets[0] as BookSheet;
    const old = cellsOf(sheet);
    sheet.cells.set(1, 20, 'new text');
    sheet.cells.set(40, 0, 5);
    sheet.cells.setFormula(12, 1, '=XLOOKUP(A1,A:A,B:B)', { error: '#SPILL!' });
    sheet.cells.set(2, 3, null);
    const saved = saveWorkbook(book);
    expect(checkPackage(saved)).toEqual([]);
    const again = openWorkbook(saved, name).sheets[0] as BookSheet;
    expect([again.cells.get(1, 20), again.cells.get(40, 0), again.cells.formula(12, 1), again.cells.get(12, 1), again.cells.get(2, 3)]).toEqual([
      'new text',
      5,
      '=_xlfn.XLOOKUP(A1,A:A,B:B)',
      { error: '#VALUE!' },
      null,
    ]);
    const kept = old.filter((cell) => !['2,3'].includes((cell as number[]).slice(0, 2).join(',')));
    for (const [row, column, value, formula, style] of kept as [number, number, unknown, string, number][])
      expect([row, column, again.cells.get(row, column), again.cells.formula(row, column), again.cells.style(row, column)]).toEqual([
        row,
        column,
        value,
        formula,
        style,
      ]);
  });
});

describe('a workbook made here', () => {
  it('reads back the same', () => {
    const book = everything();
    const saved = saveWorkbook(book);
    expect(checkPackage(saved)).toEqual([]);
    const again = openWorkbook(saved, 'Book1.xlsx');
    expect(written(again.sheets)).toEqual(written(book.sheets));
    expect(again.names.map(({ name, formula, visible, comment }) => ({ name, formula, visible, comment }))).toEqual(
      book.names.map(({ name, formula, visible, comment }) => ({ name, formula, visible, comment })),
    );
    expect(again.names[1]?.scope).toBe(again.sheets[1]?.id);
    expect([...again.settings]).toEqual([['last', { fingerprint: 'a"<b>' }]]);
    expect(again.styles.resolveDxf(again.sheets[0]?.conditionalFormats[0]?.dxf ?? -1)).toEqual({
      fill: '#FFC7CE',
      fontColor: '#9C0006',
      bold: true,
      italic: false,
      strikethrough: false,
    });
  });
  it('asks Excel to calculate what was written as formulas', () => {
    expect(partText(saveWorkbook(everything()), 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });
  it('gives the same bytes twice', () => {
    expect(same(saveWorkbook(everything()), saveWorkbook(everything()))).toBe(true);
  });
  it('can be saved, changed and saved again', () => {
    const book = everything();
    saveWorkbook(book);
    book.sheets[0]?.cells.set(5, 5, 'later');
    expect(reopened(book).sheets[0]?.cells.get(5, 5)).toBe('later');
  });
  it('opens on the sheet that is active', () => {
    const book = everything();
    book.activeSheetId = book.sheets[1]?.id ?? '';
    const again = reopened(book);
    expect(again.sheets.findIndex((sheet) => sheet.id === again.activeSheetId)).toBe(1);
  });
});

describe('changes to what a file holds', () => {
  it('resizes a table in its own part and leaves the others', () => {
    const book = openWorkbook(fixture('openpyxl.xlsx'), 'a.xlsx');
    const lines = book.sheets[1] as BookSheet;
    const table = lines.tables[0];
    if (table === undefined) throw new Error('no table');
    table.area = { ...table.area, rows: 7, columns: 4 };
    table.columns = [...table.columns, 'Note'];
    lines.cells.set(0, 3, 'Note');
    lines.cells.set(6, 0, 'C006');
    const saved = saveWorkbook(book);
    expect(checkPackage(saved)).toEqual([]);
    expect(openWorkbook(saved, 'a.xlsx').sheets[1]?.tables[0]).toMatchObject({
      area: { rows: 7, columns: 4 },
      columns: ['Code', 'Amount', 'Half', 'Note'],
      name: 'tblLines',
    });
    expect(same(partsOf(saved).get(book.sheets[0]?.part ?? ''), partsOf(fixture('openpyxl.xlsx')).get(book.sheets[0]?.part ?? ''))).toBe(true);
  });
  it('removes a table with its part, and a second one goes beside the first', () => {
    const book = openWorkbook(fixture('openpyxl.xlsx'), 'a.xlsx');
    const lines = book.sheets[1] as BookSheet;
    const [first] = lines.tables;
    lines.cells.set(0, 10, 'A');
    lines.tables = [tableOf(book, 'tblNew', { area: { row: 0, column: 10, rows: 2, columns: 1 } })];
    const saved = saveWorkbook(book);
    expect(checkPackage(saved)).toEqual([]);
    expect(openWorkbook(saved, 'a.xlsx').sheets[1]?.tables.map((table) => table.name)).toEqual(['tblNew']);
    expect(first?.part).not.toBe('');
  });
  it('adds a chart beside a kept one', () => {
    const book = openWorkbook(fixture('openpyxl.xlsx'), 'a.xlsx');
    const lines = book.sheets[1] as BookSheet;
    lines.charts.push({
      id: '{9}',
      name: 'Ours',
      type: 'Pie',
      title: '',
      source: "'Lines & more'!A1:B6",
      seriesBy: 'Auto',
      from: { row: 30, column: 0 },
      to: { row: 40, column: 5 },
      kept: false,
    });
    const saved = saveWorkbook(book);
    expect(checkPackage(saved)).toEqual([]);
    expect(openWorkbook(saved, 'a.xlsx').sheets[1]?.charts.map((chart) => chart.type)).toEqual(['ColumnClustered', 'Pie']);
  });
  it('removes a sheet with the parts only it had', () => {
    const book = openWorkbook(fixture('openpyxl.xlsx'), 'a.xlsx');
    book.removeSheet(book.sheets[1]?.id ?? '');
    const saved = saveWorkbook(book);
    expect(checkPackage(saved)).toEqual([]);
    const parts = [...partsOf(saved).keys()];
    expect(parts.filter((part) => /chart|drawings\/drawing|media|tables\/table/.test(part))).toEqual([]);
    expect(parts.filter((part) => /pivot|customXml|comments/i.test(part)).length).toBeGreaterThanOrEqual(6);
    expect(openWorkbook(saved, 'a.xlsx').sheets.map((sheet) => sheet.name)).toEqual(['Accounts', 'Keys']);
  });
  it('renames a sheet and what Excel itself names after it', () => {
    const book = openWorkbook(fixture('openpyxl.xlsx'), 'a.xlsx');
    (book.sheets[0] as BookSheet).name = "Patients' list";
    const again = reopened(book);
    expect(again.sheets[0]?.pageLayout.printTitleRows).toMatch(/^\$?1:\$?1$/);
    expect(partText(saveWorkbook(book), 'xl/workbook.xml')).toContain("'Patients'' list'!");
  });
  it('unhides a row without touching the other rows', () => {
    const book = openWorkbook(fixture('openpyxl.xlsx'), 'a.xlsx');
    const sheet = book.sheets[0] as BookSheet;
    sheet.hiddenRows.clear();
    sheet.rowHeights.set(30, 44);
    const again = reopened(book).sheets[0] as BookSheet;
    expect([[...again.hiddenRows], [...again.rowHeights], cellsOf(again)]).toEqual([[], [[30, 44]], cellsOf(sheet)]);
  });
  it('expands shared formulas when the first of them is overwritten', () => {
    const book = openWorkbook(fixture('by-hand.xlsx'), 'a.xlsx');
    book.sheets[0]?.cells.set(3, 0, 10);
    const again = reopened(book).sheets[0];
    expect([3, 4, 5].map((row) => again?.cells.formula(row, 0))).toEqual(['', '=B5*$C$1+1', '=B6*$C$1+1']);
  });
  it('drops the calculation chain when formulas change, and only then', () => {
    const chain = '<?xml version="1.0"?><calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="D5" i="1"/></calcChain>';
    const bytes = edited(fixture('openpyxl-macros.xlsm'), {
      'xl/calcChain.xml': chain,
      'xl/_rels/workbook.xml.rels': (text) =>
        text.replace(
          '</Relationships>',
          '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
        ),
      '[Content_Types].xml': (text) =>
        text.replace(
          '</Types>',
          '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
        ),
    });
    const book = openWorkbook(bytes, 'a.xlsm');
    book.sheets[0]?.cells.set(20, 0, 'x');
    expect([...partsOf(saveWorkbook(book)).keys()]).toContain('xl/calcChain.xml');
    book.sheets[0]?.cells.set(4, 3, 1);
    const saved = saveWorkbook(book);
    expect([[...partsOf(saved).keys()].includes('xl/calcChain.xml'), checkPackage(saved)]).toEqual([false, []]);
  });
  it('keeps rules of kinds we cannot make, and the second half of a data bar goes with its first', () => {
    const x14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
    const bar = (id: string): string =>
      `<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="${id}"><x14:dataBar/></x14:cfRule><xm:sqref>A1:A3</xm:sqref></x14:conditionalFormatting>`;
    const sheet =
      '<sheetData/><conditionalFormatting sqref="A1:A3"><cfRule type="dataBar" priority="2"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="' +
      `${x14}"><x14:id>{AAA}</x14:id></ext></extLst></cfRule><cfRule type="duplicateValues" priority="1"/></conditionalFormatting><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>` +
      `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${x14}"><x14:conditionalFormattings>${bar('{AAA}')}${bar('{BBB}').replace('type="dataBar"', 'type="expression" priority="9"')}</x14:conditionalFormattings></ext></extLst>`;
    const book = openWorkbook(workbookWith(sheet), 'a.xlsx');
    const first = book.sheets[0] as BookSheet;
    expect(first.conditionalFormats.map((format) => [format.type, format.extension])).toEqual([
      ['dataBar', false],
      ['duplicateValues', false],
      ['expression', true],
    ]);
    addRule(book, 0);
    expect(partText(saveWorkbook(book), 'xl/worksheets/sheet1.xml')).toMatch(/<x14:id>\{AAA\}.*id="\{AAA\}"/);
    first.conditionalFormats = first.conditionalFormats.filter((format) => format.type !== 'dataBar');
    const saved = saveWorkbook(book);
    expect(partText(saved, 'xl/worksheets/sheet1.xml')).not.toContain('{AAA}');
    expect(partText(saved, 'xl/worksheets/sheet1.xml')).toContain('{BBB}');
    expect(checkPackage(saved)).toEqual([]);
  });
  it('never leaves two sheets selected', () => {
    const book = openWorkbook(fixture('exceljs.xlsx'), 'a.xlsx');
    const added = book.addSheet('Last');
    book.activeSheetId = added.id;
    expect(checkPackage(saveWorkbook(book))).toEqual([]);
    book.sheets[0]?.cells.set(20, 0, 1);
    const again = reopened(book);
    expect(again.sheets.find((sheet) => sheet.id === again.activeSheetId)?.name).toBe('Last');
  });
});
