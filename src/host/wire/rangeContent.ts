/** Values, formulas, texts and number formats of a range, read and written whole (office-js.md 1.1, 1.4, 1.6). */
import type { Area, CellContent } from '../model';
import { cellText, plainValue, valueType, looksLikeDate } from '../cellText';
import { cellsOf, withCells, type RangeRef } from './rangeRef';
import { changeFormats, formatArea, formatAt, writeValue } from './edits';
import { refuse } from './errors';
import { cellCount, overlap } from './address';

type Matrix<T> = T[][] | null;

/** null for whole columns and rows; past the limit null without an error, or an error (#6781). */
function readable(range: RangeRef): boolean {
  withCells(range.sheet);
  if (range.unbounded) return false;
  const { readCells, overReadCells } = range.state.platform.limits;
  if (range.cells <= readCells) return true;
  return overReadCells === 'null' ? false : refuse('RangeExceedsLimit');
}

function matrix<T>(range: RangeRef, read: (row: number, column: number) => T): Matrix<T> {
  if (!readable(range)) return null;
  const { area } = range;
  const rows: T[][] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    const line: T[] = [];
    for (let column = area.column; column < area.column + area.columns; column++) line.push(read(row, column));
    rows.push(line);
  }
  return rows;
}

export function readValues(range: RangeRef): Matrix<string | number | boolean> {
  range.state.settleArea(range.sheet, range.area);
  const { cells } = range.sheet;
  return matrix(range, (row, column) => plainValue(cells.get(row, column)));
}
export function readFormulas(range: RangeRef): Matrix<string | number | boolean> {
  const { cells } = range.sheet;
  return matrix(range, (row, column) => cells.formula(row, column) || plainValue(cells.get(row, column)));
}
export function readTexts(range: RangeRef): Matrix<string> {
  range.state.settleArea(range.sheet, range.area);
  return matrix(range, (row, column) => textAt(range, row, column));
}
export function textAt(range: RangeRef, row: number, column: number): string {
  const { state, sheet } = range;
  return cellText(sheet.cells.get(row, column), formatAt(state, sheet, row, column).numberFormat, state.workbook.date1904);
}
export function readValueTypes(range: RangeRef): Matrix<string> {
  range.state.settleArea(range.sheet, range.area);
  return matrix(range, (row, column) => valueType(range.sheet.cells.get(row, column)));
}
export function readNumberFormats(range: RangeRef): Matrix<string> {
  return matrix(range, (row, column) => formatAt(range.state, range.sheet, row, column).numberFormat);
}
export function readFormatCategories(range: RangeRef): Matrix<string> {
  return matrix(range, (row, column) => formatCategory(formatAt(range.state, range.sheet, row, column).numberFormat));
}
function formatCategory(format: string): string {
  if (format === 'General') return 'General';
  if (format === '@') return 'Text';
  if (format.includes('%')) return 'Percentage';
  if (looksLikeDate(format)) return /[hs]/i.test(format) && !/[dy]/i.test(format) ? 'Time' : 'Date';
  if (/^_\(.*\*/.test(format)) return 'Accounting';
  if (format.includes('$')) return 'Currency';
  return /^[#0,.]+$/.test(format) ? 'Number' : 'Custom';
}

/** A property that is the same in all cells, or null. */
export function same<T>(range: RangeRef, read: (row: number, column: number) => T): T | null {
  const area = range.unbounded ? (range.usedPart() ?? { ...range.area, rows: 1, columns: 1 }) : range.area;
  let first: { readonly value: T } | null = null;
  for (const [row, column] of cellsOf(area)) {
    const value = read(row, column);
    if (first === null) first = { value };
    else if (first.value !== value) return null;
  }
  return first?.value ?? null;
}

/** Sets values or formulas: one for all cells, or an array of exactly the range's shape. */
export function writeValues(range: RangeRef, input: unknown): void {
  const { state, sheet, area } = range;
  const value = shaped(range, input);
  state.mayWrite(sheet, area);
  const shownRows = filteredRows(range);
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (shownRows?.hidden.has(row)) continue;
      // Under a filter desktop Excel puts the first element into each visible row (#224).
      writeValue(state, sheet, row, column, shownRows ? value(0, 0) : value(row - area.row, column - area.column));
    }
  }
  state.happened({ kind: 'cells', sheet, area, change: 'RangeEdited' });
}

function filteredRows(range: RangeRef): { readonly hidden: ReadonlySet<number> } | null {
  const { sheet, area, state } = range;
  if (state.platform.filteredWrites === 'inPlace' || area.rows * area.columns === 1) return null;
  const filter = [sheet.autoFilterActive ? sheet.autoFilter : null, ...sheet.tables.filter((table) => table.filtered).map((table) => table.area)];
  const touches = filter.some((each) => each !== null && overlap(each, area) !== null);
  const hides = touches && [...sheet.hiddenRows].some((row) => row >= area.row && row < area.row + area.rows);
  return hides ? { hidden: sheet.hiddenRows } : null;
}

/** A look-up by place for a scalar or a matching 2-D array; InvalidArgument when the shape differs or the range is unbounded. */
function shaped(range: RangeRef, input: unknown): (row: number, column: number) => unknown {
  withCells(range.sheet);
  if (range.unbounded) refuse('InvalidArgument');
  range.state.mayAffect(range.cells);
  if (!Array.isArray(input)) return () => input;
  const rows: readonly unknown[] = input;
  const fits = rows.length === range.area.rows && rows.every((row) => Array.isArray(row) && row.length === range.area.columns);
  if (!fits) refuse('InvalidArgument');
  return (row, column) => (rows[row] as readonly unknown[])[column];
}

export function writeNumberFormats(range: RangeRef, input: unknown): void {
  const { state, sheet, area } = range;
  const format = shaped(range, input);
  state.mayChangeSheet(sheet, 'allowFormatCells');
  if (!Array.isArray(input)) {
    formatArea(state, sheet, area, () => ({ numberFormat: numberFormat(input) }));
    return;
  }
  for (const [row, column] of cellsOf(area)) {
    const wanted = format(row - area.row, column - area.column);
    if (wanted !== null && wanted !== undefined)
      changeFormats(state, sheet, { row, column, rows: 1, columns: 1 }, () => ({ numberFormat: numberFormat(wanted) }));
  }
  state.happened({ kind: 'formats', sheet, area });
}
function numberFormat(value: unknown): string {
  if (typeof value !== 'string') refuse('InvalidArgument');
  return value === '' ? 'General' : value;
}

/** Empties an area or its formats; for clear and delete. */
export function clearArea(range: RangeRef, what: 'all' | 'contents' | 'formats'): void {
  const { sheet } = range;
  const area = range.unbounded ? range.usedPart() : range.area;
  if (!area) return;
  noteCells(range, area);
  sheet.cells.clear(area, what);
  if (what !== 'formats') forgetFormulas(range, area);
}
function noteCells(range: RangeRef, area: Area): void {
  if (cellCount(area) > 200_000) {
    range.state.journal.forget();
    return;
  }
  for (const [row, column] of cellsOf(area)) range.state.journal.note(range.sheet, row, column);
}
function forgetFormulas(range: RangeRef, area: Area): void {
  if (cellCount(area) > 200_000) {
    range.state.recalculation.sheetMoved(range.sheet);
    return;
  }
  for (const [row, column] of cellsOf(area)) range.state.recalculation.contentSet(range.sheet, row, column);
}

/** True when a cell holds a value that an empty cell would not show. */
export function holdsSomething(content: CellContent): boolean {
  return content !== null && content !== '';
}
