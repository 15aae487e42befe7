/**
 * Heights of rows with wrapped texts, as Excel fits them and keeps them in its files. Excel fits such rows anew on opening; other programs
 * (LibreOffice, when it prints a file) take the height that the file gives, and draw one text over the next without it.
 */
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT } from '../wire/widths';
import type { Book, BookSheet } from '../workbook';

/** Mean width of a letter of the standard font, in points: a little wider than it is, so that no last line is cut. */
const POINTS_A_LETTER = 4.6;
const PADDING = 3.75;
const HIGHEST = 409.5;

export class FittedHeights {
  private readonly wraps = new Map<number, boolean>();

  constructor(
    private readonly styles: Book['styles'],
    private readonly sheet: BookSheet,
  ) {}

  /** Points; null where no text wraps or a person set the height. */
  of(row: number): number | null {
    const { cells, rowHeights, columnWidths } = this.sheet;
    const used = cells.used(false);
    if (used === null || rowHeights.has(row)) return null;
    let most = 0;
    for (let column = used.column; column < used.column + used.columns; column++) {
      if (!this.wrapped(cells.style(row, column))) continue;
      const text = cells.get(row, column);
      if (typeof text === 'string') most = Math.max(most, linesOf(text, columnWidths.get(column) ?? DEFAULT_COLUMN_WIDTH));
    }
    return most > 1 ? Math.min(HIGHEST, most * DEFAULT_ROW_HEIGHT) : null;
  }

  private wrapped(style: number): boolean {
    let wrap = this.wraps.get(style);
    if (wrap === undefined) this.wraps.set(style, (wrap = this.styles.resolve(style).wrap));
    return wrap;
  }
}

/** Lines of a text in a column of a width in points. */
export function linesOf(text: string, points: number): number {
  const letters = Math.max(1, Math.floor((points - PADDING) / POINTS_A_LETTER));
  return text.split('\n').reduce((lines, paragraph) => lines + paragraphLines(paragraph, letters), 0);
}

function paragraphLines(paragraph: string, letters: number): number {
  let lines = 1;
  let filled = 0;
  for (const { length } of paragraph.split(' ')) {
    if (filled > 0 && filled + 1 + length > letters) {
      lines++;
      filled = 0;
    }
    // A word longer than a line is broken.
    lines += Math.max(0, Math.ceil(length / letters) - 1);
    filled += filled > 0 ? 1 + length : length > letters ? length % letters : length;
  }
  return lines;
}
