/** Text that is wider than its cell flows over empty neighbours to its right, as in Excel; merged cells are one. Columns are sheet columns. */
import type { CellArea, WindowCell } from '../host/protocol';
import { alignOf, textWidth } from './gridLook';

const REACH = 14;
const PADDING = 12;

export interface Layout {
  readonly widths: readonly number[];
  readonly merged: readonly CellArea[];
  cell(row: number, column: number): WindowCell | null;
}

const empty = (cell: WindowCell | null): boolean => cell === null || cell.kind === 'empty';
const flows = (cell: WindowCell | null): cell is WindowCell => cell !== null && cell.kind === 'text' && !cell.wrap && alignOf(cell) === 'left';

/** The last column that the text of a cell covers. */
function reachOf(layout: Layout, row: number, column: number): number {
  const cell = layout.cell(row, column);
  if (!flows(cell)) return column;
  let room = layout.widths[column] ?? 0;
  const wanted = textWidth(cell.text, cell.bold === true) + PADDING;
  let end = column;
  while (room < wanted && end - column < REACH && end + 1 < layout.widths.length && empty(layout.cell(row, end + 1))) {
    end += 1;
    room += layout.widths[end] ?? 0;
  }
  return end;
}

/** First and last column of the drawn cell that holds (row, column), and the column whose content it shows. */
export function spanAt(layout: Layout, row: number, column: number): readonly [number, number] | null {
  const merged = layout.merged.find((area) => row === area.row && column >= area.column && column < area.column + area.columns);
  if (merged) return merged.columns > 1 ? [merged.column, merged.column + merged.columns - 1] : null;
  let start = column;
  while (start > 0 && column - start < REACH && empty(layout.cell(row, start))) start -= 1;
  const end = reachOf(layout, row, start);
  return end > start && end >= column ? [start, end] : null;
}
