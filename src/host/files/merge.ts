/** Further files of one review become sheets of the first workbook: as values and number formats, without their rules, tables and looks. */
import type { Area } from '../model';
import { EMPTY, NUMBER } from '../cells';
import type { Book, BookSheet } from '../workbook';
import { openWorkbook } from './open';
import { sheetNameOf } from './csv';

const MAX_NAME = 31;
/** Days between the two epochs (office-js.md 1.6). */
const EPOCH_GAP = 1462;

/**
 * Adds the sheets of a file to the workbook and returns them. A text file's sheet takes the file's name; taken names get a number.
 * Throws a FileProblem as `openWorkbook` does.
 */
export function addFileAsSheets(workbook: Book, bytes: Uint8Array, fileName: string): BookSheet[] {
  const other = openWorkbook(bytes, fileName);
  return other.sheets.filter((sheet) => sheet.type === 'worksheet').map((sheet) => copySheet(workbook, other, sheet));
}

/** `wanted` cut to 31 characters, with " (2)", " (3)" … when the workbook has it (names compare without case). */
export function freeSheetName(workbook: Book, wanted: string): string {
  const taken = new Set(workbook.sheets.map((sheet) => sheet.name.toLowerCase()));
  const base = sheetNameOf(wanted + '.csv');
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number++) {
    const suffix = ` (${number})`;
    name = base.slice(0, MAX_NAME - suffix.length).trimEnd() + suffix;
  }
  return name;
}

function copySheet(workbook: Book, other: Book, source: BookSheet): BookSheet {
  const sheet = workbook.addSheet(freeSheetName(workbook, source.name));
  sheet.visibility = source.visibility;
  const used = source.cells.used(true);
  if (used !== null) copyCells(workbook, other, source, sheet, used);
  return sheet;
}

function copyCells(workbook: Book, other: Book, source: BookSheet, target: BookSheet, used: Area): void {
  const styles = new Map<number, { readonly style: number; readonly shift: number }>();
  const gap = other.date1904 === workbook.date1904 ? 0 : other.date1904 ? EPOCH_GAP : -EPOCH_GAP;
  const look = (style: number): { readonly style: number; readonly shift: number } => {
    const known = styles.get(style);
    if (known !== undefined) return known;
    const { numberFormat } = other.styles.resolve(style);
    const made = { style: workbook.styles.derive(0, { numberFormat }), shift: gap !== 0 && showsDate(numberFormat) ? gap : 0 };
    styles.set(style, made);
    return made;
  };
  for (const row of source.cells.rowsWithin(used)) {
    for (let column = used.column; column < used.column + used.columns; column++) {
      const kind = source.cells.kind(row, column);
      if (kind === EMPTY) continue;
      const { style, shift } = look(source.cells.style(row, column));
      const value = source.cells.get(row, column);
      target.cells.set(row, column, kind === NUMBER && typeof value === 'number' ? value + shift : value);
      if (style !== 0) target.cells.setStyle(row, column, style);
    }
  }
}

/** True for formats that show a number as a date. */
export function showsDate(numberFormat: string): boolean {
  return /[ymd]/i.test(numberFormat.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '').replace(/general/gi, ''));
}
