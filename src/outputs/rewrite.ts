/**
 * Sheets nobody types in are written anew inside their table (design.md 7): row by row in place, longer ones grow, what is left over goes.
 * Only cells that differ are sent, so that writing the same again writes nothing.
 */
import type { ColumnSpec, CreateTable, OutValue, OwnRole, UpdateTable } from './edit';

/** What one of our sheets is called and holds. */
export interface SheetToWrite {
  readonly role: OwnRole;
  readonly sheetName: string;
  readonly table: string;
  readonly columns: readonly ColumnSpec[];
}
/** Our table as it stands: formulas for formula cells, "" for blanks. */
export interface Standing {
  readonly places: Readonly<Record<string, number>>;
  readonly rows: readonly (readonly OutValue[])[];
}
export interface Rewritten {
  readonly edit: CreateTable | UpdateTable;
  readonly kept: number;
  readonly appended: number;
  readonly changes: Readonly<Record<string, number>>;
}
export type KeyedRow = Readonly<Partial<Record<string, OutValue>>>;

export const inColumns = (columns: readonly ColumnSpec[], row: KeyedRow): OutValue[] => columns.map((column) => row[column.key] ?? null);

/** The whole sheet; rows stand in the order given. Person columns may not occur. */
export function rewritten(sheet: SheetToWrite, preface: OutValue[][], rows: readonly KeyedRow[], standing: Standing | null): Rewritten {
  if (!standing) return created(sheet, preface, rows);
  const { role, table, columns } = sheet;
  const cells = standing.rows
    .slice(0, rows.length)
    .flatMap((old, row) => changed(columns, standing.places, old, rows[row] ?? {}).map((cell) => ({ row, ...cell })));
  const append = rows.slice(standing.rows.length).map((row) => inColumns(columns, row));
  return { edit: { kind: 'updateTable', role, table, cells, append, columns, preface, rows: rows.length }, kept: 0, appended: append.length, changes: {} };
}

/** A sheet that is not there yet. */
export function created(sheet: SheetToWrite, preface: OutValue[][], rows: readonly KeyedRow[]): Rewritten {
  const { role, sheetName, table, columns } = sheet;
  const inOrder = rows.map((row) => inColumns(columns, row));
  const edit: CreateTable = { kind: 'createTable', role, sheetName, table, preface, columns, rows: inOrder, visibility: 'visible' };
  return { edit, kept: 0, appended: rows.length, changes: { new: rows.length } };
}

interface Cell {
  readonly column: string;
  readonly value: OutValue;
}
const blankAsNull = (value: OutValue | undefined): OutValue => (value === undefined || value === '' ? null : value);

function changed(columns: readonly ColumnSpec[], places: Standing['places'], old: readonly OutValue[], fresh: KeyedRow): Cell[] {
  return columns.flatMap(({ key }): Cell[] => {
    const place = places[key];
    const value = blankAsNull(fresh[key]);
    return place === undefined || blankAsNull(old[place]) === value ? [] : [{ column: key, value }];
  });
}
