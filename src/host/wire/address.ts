/** A1 addresses to areas and back. 0-based inside, 1-based in text. */
import type { Area } from '../model';

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

const CELL = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?([0-9]{1,7})$/;

/** "AB" → 27. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
/** 27 → "AB". */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
export function isEntireColumn(area: Area): boolean {
  return area.row === 0 && area.rows === MAX_ROWS;
}
export function isEntireRow(area: Area): boolean {
  return area.column === 0 && area.columns === MAX_COLUMNS;
}
export function cellCount(area: Area): number {
  return area.rows * area.columns;
}

/** "B2:D9", "B2", "A:C" or "2:9"; no sheet. */
export function areaText(area: Area): string {
  const lastRow = area.row + area.rows;
  const first = columnLetters(area.column);
  const last = columnLetters(area.column + area.columns - 1);
  if (isEntireColumn(area)) return `${first}:${last}`;
  if (isEntireRow(area)) return `${area.row + 1}:${lastRow}`;
  if (area.rows === 1 && area.columns === 1) return `${first}${area.row + 1}`;
  return `${first}${area.row + 1}:${last}${lastRow}`;
}

/** A sheet name as formulas and addresses write it: quoted when it must be. */
export function sheetText(name: string): string {
  const plain = /^[A-Za-z_\u00C0-\uFFFF][A-Za-z0-9_.\u00C0-\uFFFF]*$/.test(name) && !CELL.test(name) && !/^(R[0-9]*C[0-9]*|TRUE|FALSE)$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}
/** "'Sheet 1'!A1:B2". */
export function addressText(sheetName: string, area: Area): string {
  return `${sheetText(sheetName)}!${areaText(area)}`;
}

/** Splits "'It''s'!A1" into sheet and the rest; sheet is null when there is none. */
export function splitSheet(address: string): { readonly sheet: string | null; readonly rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(address);
  if (quoted) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), rest: quoted[2] ?? '' };
  const bang = address.indexOf('!');
  return bang < 0 ? { sheet: null, rest: address } : { sheet: address.slice(0, bang), rest: address.slice(bang + 1) };
}

interface End {
  readonly row: number | null;
  readonly column: number | null;
}

/** The area of an address without sheet, or null when it is none. */
export function parseArea(address: string): Area | null {
  const parts = address.trim().split(':');
  if (parts.length > 2) return null;
  const first = parseEnd(parts[0] ?? '');
  const last = parts.length === 2 ? parseEnd(parts[1] ?? '') : first;
  if (!first || !last) return null;
  if (parts.length === 1 && (first.row === null || first.column === null)) return null;
  if ((first.row === null) !== (last.row === null) || (first.column === null) !== (last.column === null)) return null;
  return spanned(first, last);
}

function parseEnd(text: string): End | null {
  const cell = CELL.exec(text);
  if (cell) return { column: columnIndex(cell[1] ?? ''), row: Number(cell[2]) - 1 };
  const column = COLUMN.exec(text);
  if (column) return { column: columnIndex(column[1] ?? ''), row: null };
  const row = ROW.exec(text);
  return row ? { column: null, row: Number(row[1]) - 1 } : null;
}

function spanned(first: End, last: End): Area | null {
  const rows = span(first.row, last.row, MAX_ROWS);
  const columns = span(first.column, last.column, MAX_COLUMNS);
  return rows && columns ? { row: rows.start, rows: rows.length, column: columns.start, columns: columns.length } : null;
}

function span(from: number | null, to: number | null, limit: number): { readonly start: number; readonly length: number } | null {
  if (from === null || to === null) return { start: 0, length: limit };
  const start = Math.min(from, to);
  const end = Math.max(from, to);
  return start >= 0 && end < limit ? { start, length: end - start + 1 } : null;
}

/** True when the area lies on the sheet. */
export function onSheet(area: Area): boolean {
  return (
    area.row >= 0 && area.column >= 0 && area.rows > 0 && area.columns > 0 && area.row + area.rows <= MAX_ROWS && area.column + area.columns <= MAX_COLUMNS
  );
}
export function overlap(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}
export function contains(outer: Area, inner: Area): boolean {
  const both = overlap(outer, inner);
  return both !== null && both.rows === inner.rows && both.columns === inner.columns;
}
export function boundingArea(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return { row, column, rows: Math.max(a.row + a.rows, b.row + b.rows) - row, columns: Math.max(a.column + a.columns, b.column + b.columns) - column };
}
export function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}
/** `area` without `hole`, as up to four areas. */
export function subtract(area: Area, hole: Area): Area[] {
  const cut = overlap(area, hole);
  if (!cut) return [area];
  const below = cut.row + cut.rows;
  const right = cut.column + cut.columns;
  const pieces: Area[] = [
    { row: area.row, column: area.column, rows: cut.row - area.row, columns: area.columns },
    { row: below, column: area.column, rows: area.row + area.rows - below, columns: area.columns },
    { row: cut.row, column: area.column, rows: cut.rows, columns: cut.column - area.column },
    { row: cut.row, column: right, rows: cut.rows, columns: area.column + area.columns - right },
  ];
  return pieces.filter((piece) => piece.rows > 0 && piece.columns > 0);
}
