/** How the cells of a table of ours look: heading, widths, alignment, long texts over several lines. Set once; what a person changes later stays. */
import type { ColumnSpec, OutValue } from '../outputs/edit';
import { columnLetters } from './cells';

type Preface = readonly (readonly OutValue[])[];
/** The widest a column becomes for a label above the table, in characters. */
const WIDEST_LABEL = 30;

/** Queues only; `headerRow` and `left` are 0-based. */
export function queueColumnLook(sheet: Excel.Worksheet, columns: readonly ColumnSpec[], headerRow: number, left: number, preface: Preface): void {
  const wraps = columns.some((column) => column.wrap === true);
  for (const [c, column] of columns.entries()) {
    const letters = columnLetters(left + c);
    const whole = sheet.getRange(`${letters}:${letters}`);
    // Points: about 5.6 a character of the standard font.
    whole.format.columnWidth = Math.max(column.width, labelWidth(preface, c)) * 5.6;
    if (column.hidden) whole.columnHidden = true;
    queueCellLook(whole, column, wraps);
    whole.untrack();
  }
  queueHeadingLook(sheet, headerRow, left, columns.length);
}

/** Money stands off the text beside it, dates under their heading; `wraps`: some column of the table wraps. */
export function queueCellLook({ format }: Excel.Range, { type, wrap, bold }: ColumnSpec, wraps: boolean): void {
  if (wrap === true) format.wrapText = true;
  if (wraps) format.verticalAlignment = 'Top';
  if (bold === true) format.font.bold = true;
  if (type === 'date') format.horizontalAlignment = 'Left';
  if (type !== 'money') return;
  format.horizontalAlignment = 'Right';
  format.indentLevel = 1;
}

/** What stands above the table is not part of its columns. */
function queueHeadingLook(sheet: Excel.Worksheet, headerRow: number, left: number, width: number): void {
  const heading = sheet.getRangeByIndexes(headerRow, left, 1, width);
  heading.format.font.bold = true;
  heading.format.wrapText = true;
  heading.format.horizontalAlignment = 'Left';
  heading.format.indentLevel = 0;
  heading.untrack();
  if (headerRow === 0) return;
  const above = sheet.getRangeByIndexes(0, left, headerRow, width);
  above.format.wrapText = false;
  above.format.horizontalAlignment = 'Left';
  above.format.indentLevel = 0;
  above.untrack();
}

/** Characters of a label that has another cell beside it, which would cut it. */
function labelWidth(preface: Preface, column: number): number {
  const labels = preface.filter((line) => (line[column + 1] ?? '') !== '').map((line) => String(line[column] ?? '').length);
  return Math.min(WIDEST_LABEL, Math.max(0, ...labels));
}
