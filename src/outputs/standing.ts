/** Our tables as they stand in the workbook, and what a person typed in them. */
import type { ColumnSpec, OutValue } from './edit';

/** Formulas for formula cells, "" for blanks. */
export interface StandingTable {
  /** Column key → place; missing columns have no entry. */
  readonly places: Readonly<Record<string, number>>;
  readonly rows: readonly (readonly OutValue[])[];
  /** False when the run that made the sheet broke off before its end; true when not given. */
  readonly finished?: boolean;
  /** Of all columns, a person's own too; left out where nobody asks for those. */
  readonly headings?: readonly string[];
  /** Number formats of columns by place, as their first cell has it; '' = General. */
  readonly formats?: readonly string[];
}

export function cellOf(standing: StandingTable, row: readonly OutValue[], key: string): OutValue {
  const place = standing.places[key];
  return place === undefined ? null : (row[place] ?? null);
}

/** True for number formats that show a date. */
export const isDateFormat = (format: string): boolean => /[dy]|m{3}/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')) && !/general/i.test(format);

export const isBlank = (value: OutValue): boolean => value === null || value === '';
export const sameValue = (a: OutValue, b: OutValue): boolean => (isBlank(a) ? null : a) === (isBlank(b) ? null : b);

const personKeys = (columns: readonly ColumnSpec[]): string[] => columns.filter((column) => column.person === true).map((column) => column.key);

/** Cells a person typed in a row; Status "New" is ours. */
export const typedInRow = (columns: readonly ColumnSpec[], standing: StandingTable, row: readonly OutValue[]): number =>
  personKeys(columns).filter((key) => {
    const value = cellOf(standing, row, key);
    return !isBlank(value) && !(key === 'status' && value === 'New');
  }).length;

/** Cells a person typed in the whole table. */
export const typedCells = (columns: readonly ColumnSpec[], standing: StandingTable): number =>
  standing.rows.reduce((count, row) => count + typedInRow(columns, standing, row), 0);

/** The person's cells and the ids, as one text: if it differs just before the write, the merge is done again. */
export function typedText(columns: readonly ColumnSpec[], standing: StandingTable): string {
  const keys = ['id', ...personKeys(columns)];
  return JSON.stringify(standing.rows.map((row) => keys.map((key) => cellOf(standing, row, key))));
}
