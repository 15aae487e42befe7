/** Our tables as they will stand once a change is written: what later sheets of the same run are made from. */
import type { ColumnSpec, CreateTable, OutValue, UpdateTable } from './edit';
import type { StandingTable } from './standing';

/** `standing` null = the change makes the table. Without a change the table stays as it stands. */
export function afterwards(columns: readonly ColumnSpec[], edit: CreateTable | UpdateTable | null, standing: StandingTable | null): StandingTable | null {
  if (!edit) return standing;
  if (edit.kind === 'createTable') return { places: placesOf(columns), rows: edit.rows, finished: true };
  if (!standing) return null;
  const places = edit.places ?? standing.places;
  const rows: OutValue[][] = standing.rows.slice(0, edit.rows).map((row) => [...row]);
  for (const { row, column, value } of edit.cells) {
    const [cells, place] = [rows[row], places[column]];
    if (cells && place !== undefined) cells[place] = value;
  }
  return { ...standing, places, rows: [...rows, ...edit.append.map((row) => spread(row, edit.columns, { ...standing, places }))] };
}

const placesOf = (columns: readonly ColumnSpec[]): Record<string, number> => Object.fromEntries(columns.map((column, place) => [column.key, place]));

/** A row in our column order as a row of a table whose columns a person may have moved. */
function spread(row: readonly OutValue[], columns: readonly ColumnSpec[], { places }: StandingTable): OutValue[] {
  const wide: OutValue[] = [];
  for (const [c, { key }] of columns.entries()) {
    const place = places[key];
    if (place !== undefined) wide[place] = row[c] ?? null;
  }
  return Array.from(wide, (value) => value ?? null);
}
