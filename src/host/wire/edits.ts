/** Changes to cells, one place for all: permission is the caller's, undo notes, formula bookkeeping and news are made here. */
import type { Area, CellContent, CellFormat, Sheet } from '../model';
import { isTextFormat, typedInput } from '../typedInput';
import { formulaStands } from '../formulas/scan';
import { refuse } from './errors';
import type { ExcelState } from './state';

/**
 * Writes a value as `range.values` does: null leaves the cell alone, "" empties it, text is read as typed (design.md 2).
 * Throws InvalidArgument for other types, for text that is too long and for formulas that cannot be read.
 */
export function writeValue(state: ExcelState, sheet: Sheet, row: number, column: number, value: unknown): void {
  if (value === null || value === undefined) return;
  if (typeof value === 'number' || typeof value === 'boolean') {
    writePlain(state, sheet, row, column, value);
    return;
  }
  if (typeof value !== 'string' || value.length > state.platform.limits.textLength) refuse('InvalidArgument');
  if (value === '') {
    putContent(state, sheet, row, column, null);
    return;
  }
  const typed = typedInput(value, formatAt(state, sheet, row, column).numberFormat);
  if (typed.kind === 'formula') {
    putFormula(state, sheet, row, column, typed.formula);
    return;
  }
  putContent(state, sheet, row, column, typed.content);
  if (typed.format !== '' && formatAt(state, sheet, row, column).numberFormat === 'General')
    putFormat(state, sheet, row, column, { numberFormat: typed.format });
}

function writePlain(state: ExcelState, sheet: Sheet, row: number, column: number, value: number | boolean): void {
  const asText = typeof value === 'number' && isTextFormat(formatAt(state, sheet, row, column).numberFormat);
  putContent(state, sheet, row, column, asText ? String(value) : value);
}

export function formatAt(state: ExcelState, sheet: Sheet, row: number, column: number): CellFormat {
  return state.workbook.styles.resolve(sheet.cells.style(row, column));
}

/** Sets a value that needs no reading; removes the formula that stood there. */
export function putContent(state: ExcelState, sheet: Sheet, row: number, column: number, content: CellContent): void {
  state.journal.note(sheet, row, column);
  sheet.cells.set(row, column, content);
  state.recalculation.contentSet(sheet, row, column);
}

/** Sets a formula ("=…"); its value comes with the next settle. Throws InvalidArgument when it cannot be read. */
export function putFormula(state: ExcelState, sheet: Sheet, row: number, column: number, formula: string): void {
  if (!formulaStands(formula)) refuse('InvalidArgument');
  state.journal.note(sheet, row, column);
  sheet.cells.setFormula(row, column, formula, null);
  state.recalculation.formulaSet(sheet, row, column, formula);
}

export function putStyle(state: ExcelState, sheet: Sheet, row: number, column: number, style: number): void {
  state.journal.note(sheet, row, column);
  sheet.cells.setStyle(row, column, style);
}

function putFormat(state: ExcelState, sheet: Sheet, row: number, column: number, change: Partial<CellFormat>): void {
  putStyle(state, sheet, row, column, state.workbook.styles.derive(sheet.cells.style(row, column), change));
}

/** Applies a change of format to each cell of an area, and says so. */
export function formatArea(state: ExcelState, sheet: Sheet, area: Area, change: (before: CellFormat) => Partial<CellFormat>): void {
  changeFormats(state, sheet, area, change);
  state.happened({ kind: 'formats', sheet, area });
}

/** The same without news; for callers that change many areas. */
export function changeFormats(state: ExcelState, sheet: Sheet, area: Area, change: (before: CellFormat) => Partial<CellFormat>): void {
  const derived = new Map<number, number>();
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const before = sheet.cells.style(row, column);
      let after = derived.get(before);
      if (after === undefined) {
        after = state.workbook.styles.derive(before, change(state.workbook.styles.resolve(before)));
        derived.set(before, after);
      }
      if (after !== before) putStyle(state, sheet, row, column, after);
    }
  }
}

/** Puts content, formula and style of a cell as given; for copying, moving, sorting and undo. */
export function putCell(
  state: ExcelState,
  sheet: Sheet,
  row: number,
  column: number,
  cell: { readonly content: CellContent; readonly formula: string; readonly style: number },
): void {
  if (cell.formula === '') putContent(state, sheet, row, column, cell.content);
  else {
    state.journal.note(sheet, row, column);
    sheet.cells.setFormula(row, column, cell.formula, cell.content);
    state.recalculation.formulaSet(sheet, row, column, cell.formula);
  }
  if (sheet.cells.style(row, column) !== cell.style) putStyle(state, sheet, row, column, cell.style);
}
