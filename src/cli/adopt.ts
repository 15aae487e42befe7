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

function copyCells(from: Sheet, to: Sheet, styleOf: (style: number) => number): void {
  const used = from.cells.used(false);
  if (used === null) return;
  for (const row of from.cells.rowsWithin(used)) {
    for (let column = used.column; column < used.column + used.columns; column++) {
      const content = from.cells.get(row, column);
      const style = styleOf(from.cells.style(row, column));
      if (style !== 0) to.cells.setStyle(row, column, style);
      if (content !== null) to.cells.set(row, column, content);
    }
  }
}

/** Appends the worksheets of `other` to `workbook`. Formulas come in as the values they had. */
export function adopt(workbook: Workbook, other: Workbook): void {
  const styles = new Map<number, number>();
  const styleOf = (style: number): number => {
    const known = styles.get(style);
    if (known !== undefined) return known;
    const { numberFormat } = other.styles.resolve(style);
    const own = numberFormat === 'General' ? 0 : workbook.styles.derive(0, { numberFormat });
    styles.set(style, own);
    return own;
  };
  for (const sheet of other.sheets.filter((each) => each.type === 'worksheet')) {
    const name = freeName(
      workbook.sheets.map((each) => each.name),
      sheet.name,
    );
    const copy = workbook.addSheet(name);
    copy.visibility = sheet.visibility;
    copy.hiddenRows = new Set(sheet.hiddenRows);
    copyCells(sheet, copy, styleOf);
  }
}
