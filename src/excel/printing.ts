/**
 * How a sheet of ours prints: its heading on every page, a page break before each part. Never "fit to page": Excel then ignores page breaks that
 * were set by hand.
 */
import type { ColumnSpec, PrintSetup } from '../outputs/edit';
import { columnLetters } from './cells';

/** Queues only. `headerRow` is 0-based; the first page needs no break. */
export function queuePrint(sheet: Excel.Worksheet, headerRow: number, print: PrintSetup): void {
  const { pageLayout, horizontalPageBreaks } = sheet;
  pageLayout.orientation = print.orientation;
  pageLayout.setPrintTitleRows(`$${headerRow + 1}:$${headerRow + 1}`);
  horizontalPageBreaks.removePageBreaks();
  for (const row of print.pages) if (row > 0) horizontalPageBreaks.add(`A${headerRow + 2 + row}`);
}

/** Long texts over several lines. */
export function queueWraps(sheet: Excel.Worksheet, columns: readonly ColumnSpec[], left: number): void {
  for (const [c, column] of columns.entries()) {
    if (column.wrap !== true) continue;
    const letters = columnLetters(left + c);
    const range = sheet.getRange(`${letters}:${letters}`);
    range.format.wrapText = true;
    range.untrack();
  }
}
