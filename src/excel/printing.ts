/**
 * How a sheet of ours prints: its heading on every page, the sheet's name and the page below. Where parts begin pages of their own the scale is
 * fixed: with "fit to page" Excel ignores page breaks that were set by hand. Other tables fit their width, without what stands behind the outline.
 */
import type { ColumnSpec, PrintSetup } from '../outputs/edit';
import { columnLetters } from './cells';

/** Percent at which 121 characters side by side fit an upright page, Letter or A4. */
const PARTS_SCALE = 70;
/** Characters side by side on a landscape page at about 60%, which can still be read. */
const READABLE = 205;

/** Queues only. `headerRow` and `left` are 0-based. */
export function queuePrint(sheet: Excel.Worksheet, headerRow: number, left: number, columns: readonly ColumnSpec[], print?: PrintSetup): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = print?.orientation ?? 'Landscape';
  pageLayout.setPrintTitleRows(`$${headerRow + 1}:$${headerRow + 1}`);
  const footer = pageLayout.headersFooters.defaultForAllPages;
  footer.leftFooter = '&A';
  footer.rightFooter = 'Page &P of &N';
  if (!print) {
    queueWidth(pageLayout, left, columns);
    return;
  }
  pageLayout.zoom = { scale: PARTS_SCALE };
  queuePages(sheet, headerRow, print);
}

/** The first page needs no break. */
export function queuePages({ horizontalPageBreaks }: Excel.Worksheet, headerRow: number, print: PrintSetup): void {
  horizontalPageBreaks.removePageBreaks();
  for (const row of print.pages) if (row > 0) horizontalPageBreaks.add(`A${headerRow + 2 + row}`);
}

/** Several pages side by side repeat the first column. */
function queueWidth(pageLayout: Excel.PageLayout, left: number, columns: readonly ColumnSpec[]): void {
  const last = columns.findLastIndex((column) => column.grouped !== true && column.hidden !== true);
  const characters = columns.slice(0, last + 1).reduce((total, column) => total + (column.hidden === true ? 0 : column.width), 0);
  const pages = Math.ceil(characters / READABLE);
  pageLayout.zoom = { horizontalFitToPages: pages };
  const first = columnLetters(left);
  if (last < columns.length - 1) pageLayout.setPrintArea(`${first}:${columnLetters(left + last)}`);
  if (pages > 1) pageLayout.setPrintTitleColumns(`$${first}:$${first}`);
}
