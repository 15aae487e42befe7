/**
 * Dates of our tables are day serials of the 1900 system on this side of the door. A workbook of the 1904 system holds each of them 1,462 lower
 * (office-js.md 1.6): they are moved on their way out of its cells and into them. Texts and blanks in a column of dates stay as they are.
 */
import type { CellValue } from '../app/session';
import type { ColumnSpec } from '../outputs/edit';

export const daysOffOf = (date1904: boolean): number => (date1904 ? 1462 : 0);

/** What is put into a cell of a column. */
export const toBook = <T>({ type }: Pick<ColumnSpec, 'type'>, value: T, daysOff: number): T | number =>
  type === 'date' && typeof value === 'number' ? value - daysOff : value;

/** Where the columns of dates stand; `places`: column key → place. */
export const datePlaces = (columns: readonly ColumnSpec[], places: Readonly<Record<string, number>>): number[] =>
  columns.filter(({ type }) => type === 'date').flatMap(({ key }) => places[key] ?? []);

/** Rows of a table's cells, with day serials in the columns of dates. */
export function fromBook(rows: readonly (readonly CellValue[])[], places: readonly number[], daysOff: number): readonly (readonly CellValue[])[] {
  if (daysOff === 0 || places.length === 0) return rows;
  const dates = new Set(places);
  return rows.map((row) => row.map((cell, place) => (dates.has(place) && typeof cell === 'number' ? cell + daysOff : cell)));
}
