/** A workbook with one of everything the product writes. */
import { newWorkbook, type Book } from '../../../src/host/workbook';
import type { Table } from '../../../src/host/model';

export function tableOf(book: Book, name: string, over: Partial<Table>): Table {
  return {
    id: book.nextTableId(),
    name,
    area: { row: 0, column: 0, rows: 2, columns: 1 },
    columns: ['A'],
    style: 'TableStyleMedium2',
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    showBandedRows: true,
    part: '',
    filtered: false,
    ...over,
  };
}

const LOCKED = Object.fromEntries(
  'AutoFilter DeleteColumns DeleteRows EditObjects EditScenarios FormatCells FormatColumns FormatRows InsertColumns InsertHyperlinks InsertRows PivotTables Sort'
    .split(' ')
    .map((option) => [`allow${option}`, false]),
);

/** Adds a Credits sheet (and its hidden keys) to any workbook. */
export function addCredits(book: Book): void {
  const sheet = book.addSheet('Credits');
  const { cells } = sheet;
  const text = book.styles.derive(0, { numberFormat: '@' });
  const money = book.styles.derive(0, { numberFormat: '#,##0.00;[Red]-#,##0.00', horizontal: 'right' });
  const heading = book.styles.derive(0, { fill: '#1F4E79', font: { ...book.styles.resolve(0).font, bold: true, color: '#FFFFFF' }, wrap: true });
  ['Account', 'Credit', 'Status', 'Link'].forEach((name, column) => {
    cells.set(2, column, name);
    cells.setStyle(2, column, heading);
  });
  [
    ['00123', 118.9],
    ['=danger', 212.2],
    [' x\ty & <z> "q" \u0001_x0041_\nend', 0.1],
  ].forEach(([account, credit], i) => {
    cells.set(3 + i, 0, account as string);
    cells.setStyle(3 + i, 0, text);
    cells.set(3 + i, 1, credit as number);
    cells.setStyle(3 + i, 1, money);
    cells.set(3 + i, 2, i === 0 ? 'New' : null);
    cells.setFormula(3 + i, 3, '=HYPERLINK("#\'Accounts\'!A"&MATCH([@Account],A:A,0),"row")', 'row');
  });
  cells.set(0, 0, 'Credit balances as of 5 January 2026');
  cells.setFormula(0, 1, '=SUM(crb_Credits[Credit])', 331.2);
  cells.set(0, 2, { error: '#N/A' });
  cells.set(0, 3, true);
  sheet.tables.push(tableOf(book, 'crb_Credits', { area: { row: 2, column: 0, rows: 4, columns: 4 }, columns: ['Account', 'Credit', 'Status', 'Link'] }));
  sheet.frozenRows = 3;
  sheet.tabColor = '#C00000';
  sheet.gridlines = false;
  sheet.columnWidths.set(0, 120).set(5, 48).set(6, 48);
  sheet.columnOutline.set(5, 1).set(6, 1);
  sheet.hiddenColumns.add(5).add(6);
  sheet.rowHeights.set(0, 30);
  sheet.rowOutline.set(9, 1);
  sheet.hiddenRows.add(9);
  sheet.merged.push({ row: 20, column: 0, rows: 1, columns: 3 });
  sheet.customProperties.set('crb.role', 'credits é');
  sheet.validations.push({
    areas: [{ row: 3, column: 2, rows: 3, columns: 1 }],
    type: 'list',
    source: 'New,In review,Closed',
    errorStyle: 'warning',
    showError: true,
    errorTitle: 'Status',
    error: 'Choose one.',
    promptTitle: '',
    prompt: '',
    inCellDropDown: true,
    ignoreBlank: true,
    origin: -1,
  });
  cells.set(0, 4, 'top');
  cells.set(1, 4, 'site');
  sheet.hyperlinks.push({
    area: { row: 0, column: 4, rows: 1, columns: 1 },
    address: '',
    documentReference: 'Credits!A1',
    screenTip: 'Top',
    textToDisplay: 'top',
  });
  sheet.hyperlinks.push({
    area: { row: 1, column: 4, rows: 1, columns: 1 },
    address: 'https://example.com/?a=1&b=2',
    documentReference: '',
    screenTip: '',
    textToDisplay: '',
  });
  sheet.pageLayout = {
    orientation: 'Landscape',
    printTitleRows: '$3:$3',
    printTitleColumns: '$A:$B',
    fitToWidth: 1,
    scale: 100,
    breaks: [20],
    footer: { left: '&A', center: '', right: 'Page &P of &N' },
  };
  sheet.protection = {
    protected: true,
    options: { ...LOCKED, allowFormatCells: true, allowAutoFilter: true, allowEditObjects: true, allowEditScenarios: true, selectionMode: 'Normal' },
  };
  sheet.charts.push({
    id: '{1}',
    name: 'By account',
    type: 'ColumnClustered',
    title: 'Credits & more',
    source: "'Credits'!A3:B6",
    seriesBy: 'Columns',
    from: { row: 8, column: 8 },
    to: { row: 20, column: 14 },
    kept: false,
  });
  const keys = book.addSheet('Credit keys');
  keys.visibility = 'Hidden';
  keys.cells.set(0, 0, '00123');
  book.names.push({ name: 'crb_keys_1_overpayment', formula: "'Credit keys'!$A$1:$A$1", scope: '', visible: false, comment: 'ours' });
  book.names.push({ name: 'local_name', formula: 'Credits!$B$1', scope: sheet.id, visible: true, comment: '' });
  book.settings.set('last', { fingerprint: 'a"<b>' });
}

/** A rule as the highlight makes it. */
export function addRule(book: Book, index: number): void {
  const sheet = book.sheets[index];
  if (sheet === undefined) throw new Error('no such sheet');
  const dxf = book.styles.addDxf({ fill: '#FFC7CE', fontColor: '#9C0006', bold: true, italic: false, strikethrough: false });
  for (const format of sheet.conditionalFormats) format.priority++;
  sheet.conditionalFormats.unshift({
    id: '{new}',
    areas: [{ row: 1, column: 0, rows: 3, columns: 4 }],
    type: 'expression',
    formula: 'ISNUMBER(MATCH($A2,crb_keys_1_overpayment,0))',
    dxf,
    priority: 1,
    stopIfTrue: false,
    extension: false,
    origin: -1,
  });
}

export function everything(): Book {
  const book = newWorkbook('Book1.xlsx');
  const accounts = book.addSheet('Accounts');
  accounts.cells.set(0, 0, 'Account');
  accounts.cells.set(1, 0, '00123');
  accounts.autoFilter = { row: 0, column: 0, rows: 2, columns: 1 };
  addCredits(book);
  addRule(book, 0);
  return book;
}
