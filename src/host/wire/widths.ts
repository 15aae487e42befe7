/** Widths and heights in points, as Office.js gives them. */
import { textAt } from './rangeContent';
import type { RangeRef } from './rangeRef';

/** 64 pixels and 20 pixels at 96 dots an inch. */
export const DEFAULT_COLUMN_WIDTH = 48;
export const DEFAULT_ROW_HEIGHT = 15;
const POINTS_A_CHARACTER = 5.25;
const PADDING = 3.75;
const WIDEST = 1342;

/** Fits each column to its longest text; columns without text keep their width. */
export function autofitColumns(range: RangeRef): void {
  range.state.mayChangeSheet(range.sheet, 'allowFormatColumns');
  range.state.settle();
  const part = range.usedPart();
  if (!part) return;
  for (let column = part.column; column < part.column + part.columns; column++) {
    let longest = 0;
    for (let row = part.row; row < part.row + part.rows; row++) longest = Math.max(longest, textAt(range, row, column).length);
    if (longest > 0) range.sheet.columnWidths.set(column, Math.min(WIDEST, Math.round((longest * POINTS_A_CHARACTER + PADDING) * 4) / 4));
  }
  range.state.happened({ kind: 'sheetChanged', sheet: range.sheet });
}
