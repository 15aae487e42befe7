/** Several files become the sheets of one workbook: sheets of further files come in as values and number formats (design.md 9). */
import type { Sheet, Workbook } from '../host/model';

const LONGEST = 31;

/** The name, or the name with " (2)", " (3)" … when a sheet of that name stands already; case does not count (office-js.md 1.1). */
export function freeName(taken: readonly string[], wanted: string): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let n = 1; ; n++) {
    const ending = n === 1 ? '' : ` (${n})`;
    const name = wanted.slice(0, LONGEST - ending.length) + ending;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** Days between the two date systems of Excel. */
const DAYS_1904 = 1462;
/** A number format that shows a date: y, m, d or h outside quotes, brackets and escapes. */
const showsDate = (format: string): boolean => /[ymdh]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** How cells of one workbook come into another: style and, between date systems, the day serial. */
interface Passage {
  styleOf(style: number): number;
  /** Added to numbers shown as dates. */
  readonly dayShift: number;
  isDate(style: number): boolean;
}

function copyCells(from: Sheet, to: Sheet, passage: Passage): void {
  const used = from.cells.used(false);
  if (used === null) return;
  for (const row of from.cells.rowsWithin(used)) {
    for (let column = used.column; column < used.column + used.columns; column++) {
      const content = from.cells.get(row, column);
      const old = from.cells.style(row, column);
      const style = passage.styleOf(old);
      if (style !== 0) to.cells.setStyle(row, column, style);
      if (content === null) continue;
      const shift = passage.dayShift !== 0 && typeof content === 'number' && passage.isDate(old);
      to.cells.set(row, column, shift ? content + passage.dayShift : content);
    }
  }
}

function passageBetween(from: Workbook, to: Workbook): Passage {
  const styles = new Map<number, number>();
  const formatOf = (style: number): string => from.styles.resolve(style).numberFormat;
  return {
    dayShift: from.date1904 === to.date1904 ? 0 : from.date1904 ? DAYS_1904 : -DAYS_1904,
    isDate: (style) => showsDate(formatOf(style)),
    styleOf: (style) => {
      const known = styles.get(style);
      if (known !== undefined) return known;
      const numberFormat = formatOf(style);
      const own = numberFormat === 'General' ? 0 : to.styles.derive(0, { numberFormat });
      styles.set(style, own);
      return own;
    },
  };
}

/** Appends the worksheets of `other` to `workbook`. Formulas come in as the values they had. */
export function adopt(workbook: Workbook, other: Workbook): void {
  const passage = passageBetween(other, workbook);
  for (const sheet of other.sheets.filter((each) => each.type === 'worksheet')) {
    const taken = workbook.sheets.map((each) => each.name);
    const copy = workbook.addSheet(freeName(taken, sheet.name));
    copy.visibility = sheet.visibility;
    copy.hiddenRows = new Set(sheet.hiddenRows);
    copyCells(sheet, copy, passage);
  }
}
