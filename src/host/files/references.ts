/** Cell addresses as files write them. */
import type { Area } from '../model';
import { MAX_COLUMNS, MAX_ROWS } from '../cells';
import { columnIndex, columnLetters } from '../formulaShift';

const CELL = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?(\d{1,7})$/;

interface Corner {
  readonly row: number | null;
  readonly column: number | null;
}

function corner(text: string): Corner | null {
  const cell = CELL.exec(text);
  if (cell !== null) return { column: columnIndex(cell[1] ?? ''), row: Number(cell[2]) - 1 };
  const column = COLUMN.exec(text);
  if (column !== null) return { column: columnIndex(column[1] ?? ''), row: null };
  const row = ROW.exec(text);
  return row === null ? null : { column: null, row: Number(row[1]) - 1 };
}

/** "B2:D9", "A:C", "1:3" or "A1"; null when it is none of them or outside the sheet. */
export function parseArea(text: string): Area | null {
  const [first = '', second = first] = text.trim().split(':');
  const from = corner(first);
  const to = corner(second);
  if (from === null || to === null) return null;
  const top = Math.min(from.row ?? 0, to.row ?? 0);
  const left = Math.min(from.column ?? 0, to.column ?? 0);
  const bottom = Math.max(from.row ?? MAX_ROWS - 1, to.row ?? MAX_ROWS - 1);
  const right = Math.max(from.column ?? MAX_COLUMNS - 1, to.column ?? MAX_COLUMNS - 1);
  if (top < 0 || left < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS) return null;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** A list of areas parted by blanks (ST_Sqref). */
export function parseAreas(text: string): Area[] {
  return text.split(/\s+/).flatMap((part) => (part === '' ? [] : (parseArea(part) ?? [])));
}

export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

/** Always written as cells (ST_Ref allows no whole rows or columns). */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.row, area.column);
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${cellAddress(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

export function areasAddress(areas: readonly Area[]): string {
  return areas.map(areaAddress).join(' ');
}

/** A sheet's name as formulas write it. */
export function quotedSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}
