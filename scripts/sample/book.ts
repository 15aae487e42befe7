/** The sample's sheets as a workbook of the embedded Excel, with looks, widths, frozen headers and filters. */
import type { CellFormat, Sheet, Workbook } from '../../src/host/model';
import { newWorkbook } from '../../src/host/workbook';
import type { Layout, Look } from './layout';

const MONEY = '#,##0.00_);[Red](#,##0.00)';
const NAVY = '#1F3864';
type Change = Omit<Partial<CellFormat>, 'font'> & { readonly font?: Partial<CellFormat['font']> };
const thin = { style: 'thin', color: '#8EA9DB' };
const none = { style: '', color: '' };
const above = { top: thin, bottom: none, left: none, right: none };

const LOOKS: Readonly<Record<Look, Change>> = {
  title: { font: { bold: true, size: 14, color: NAVY } },
  note: { font: { italic: true, color: '#595959' } },
  band: { font: { bold: true, color: NAVY }, fill: '#D9E2F3', horizontal: 'center' },
  header: { font: { bold: true, color: '#FFFFFF' }, fill: NAVY, wrap: true, vertical: 'center', horizontal: 'center' },
  text: { numberFormat: '@' },
  date: { numberFormat: 'mm/dd/yyyy', horizontal: 'center' },
  money: { numberFormat: MONEY },
  signed: { numberFormat: MONEY },
  plain: {},
  totalText: { font: { bold: true }, fill: '#EDEDED', borders: above },
  total: { font: { bold: true }, fill: '#EDEDED', numberFormat: MONEY, borders: above },
  totalSigned: { font: { bold: true }, fill: '#EDEDED', numberFormat: MONEY, borders: above },
  heading: { font: { bold: true, size: 12, color: NAVY } },
  prose: { wrap: true, vertical: 'top' },
};

/** Points of a column so many characters wide in the default font (7 pixels a character, 5 of padding). */
const points = (characters: number): number => (characters * 7 + 5) * 0.75;

function stylesOf(workbook: Workbook): Readonly<Record<Look, number>> {
  const font = workbook.styles.resolve(0).font;
  const made = Object.entries(LOOKS).map(
    ([look, { font: change, ...rest }]) => [look, workbook.styles.derive(0, { ...rest, ...(change ? { font: { ...font, ...change } } : {}) })] as const,
  );
  return Object.fromEntries(made) as Record<Look, number>;
}

function fill(sheet: Sheet, layout: Layout, styles: Readonly<Record<Look, number>>): void {
  layout.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell === null) return;
      sheet.cells.setStyle(r, c, styles[cell.look]);
      if (cell.value !== '') sheet.cells.set(r, c, cell.value);
    });
  });
}

function dress(sheet: Sheet, layout: Layout): void {
  sheet.tabColor = layout.tabColor;
  sheet.frozenRows = layout.frozenRows;
  sheet.frozenColumns = layout.frozenColumns;
  sheet.gridlines = layout.filter !== null;
  layout.widths.forEach((characters, column) => sheet.columnWidths.set(column, points(characters)));
  layout.hiddenRows.forEach((row) => sheet.hiddenRows.add(row));
  sheet.merged = layout.merged.map(({ row, column, columns }) => ({ row, column, rows: 1, columns }));
  if (layout.filter === null) return;
  sheet.autoFilter = { row: layout.filter.row, column: 0, rows: layout.filter.rows, columns: layout.filter.columns };
  sheet.rowHeights.set(layout.filter.row, 30);
  sheet.pageLayout = { ...sheet.pageLayout, orientation: 'Landscape', printTitleRows: `$${layout.filter.row + 1}:$${layout.filter.row + 1}`, fitToWidth: 1 };
}

/** The workbook, ready to save; the first sheet is the active one. */
export function bookOf(layouts: readonly Layout[]): Workbook {
  const workbook = newWorkbook('sample.xlsx');
  const styles = stylesOf(workbook);
  for (const layout of layouts) {
    const sheet = workbook.addSheet(layout.name);
    fill(sheet, layout, styles);
    dress(sheet, layout);
  }
  return workbook;
}
