/**
 * A sheet that is made from last month's: its rows with what a person typed, updated as if they stood here, then the new ones; and the columns a
 * person added, with what stood in them, after ours.
 */
import { afterwards } from './afterwards';
import type { ColumnSpec, CreateTable, OutValue, UpdateTable } from './edit';
import type { TableChange } from './merge';
import type { OwnSheetSpec } from './own';
import { cellOf, isBlank, isDateFormat } from './standing';
import type { StandingTable } from './standing';

/** `change` as made over `previous` (null = it stays as it was); `preface` stands above a sheet that has no change of its own. */
export function carried(spec: OwnSheetSpec, change: TableChange | null, previous: StandingTable, preface: CreateTable['preface']): TableChange {
  const after = afterwards(spec.columns, change?.edit ?? null, previous) ?? previous;
  const theirs = columnsAdded(spec, previous);
  const rows = after.rows.map((row) => [
    ...spec.columns.map(({ key }): OutValue => blankAsNull(cellOf(after, row, key))),
    ...theirs.map(({ place, column }): OutValue => theirValue(column, row[place] ?? null)),
  ]);
  const { role, sheetName, table } = spec;
  const edit: CreateTable = {
    kind: 'createTable',
    role,
    sheetName,
    table,
    preface: change?.edit.preface ?? preface,
    columns: [...spec.columns, ...theirs.map(({ column }) => column)],
    rows,
    visibility: 'visible',
  };
  return { edit, kept: change?.kept ?? rows.length, appended: rows.length, changes: change?.changes ?? {} };
}

const blankAsNull = (value: OutValue): OutValue => (value === '' ? null : value);

interface Added {
  readonly place: number;
  readonly column: ColumnSpec;
}

/** Only on sheets that people type in; where a column is headed like one of ours, ours it is. */
function columnsAdded({ columns }: OwnSheetSpec, { headings = [], places, rows, formats = [] }: StandingTable): Added[] {
  if (!columns.some((column) => column.person === true)) return [];
  const ours = new Set(Object.values(places));
  const taken = new Set(columns.map(({ heading }) => heading.toLowerCase()));
  return headings.flatMap((heading, place): Added[] => {
    if (ours.has(place) || heading.trim() === '' || taken.has(heading.toLowerCase())) return [];
    taken.add(heading.toLowerCase());
    const numbers = rows.every((row) => isBlank(row[place] ?? null) || typeof row[place] === 'number');
    const format = numbers ? (formats[place] ?? '') : '';
    const type = !numbers ? 'text' : isDateFormat(format) ? 'date' : 'number';
    return [{ place, column: { key: `theirs ${place}`, heading, type, width: 16, theirs: true, ...(format === '' ? {} : { format }) } }];
  });
}

/** Formulas of that file come as values, so in a column of texts every value is text. */
const theirValue = (column: ColumnSpec, value: OutValue): OutValue => (isBlank(value) ? null : column.type === 'text' ? String(value) : value);

/** When the run that made `standing` from last month's rows broke off: the rows that are missing, in place. */
export function completed({ edit, ...change }: TableChange, standing: StandingTable): TableChange {
  if (edit.kind !== 'createTable') return { edit, ...change };
  const { role, table, columns, preface, rows } = edit;
  const append = rows.slice(standing.rows.length);
  const theirs = columns.filter((column) => column.theirs === true).map(({ key, heading }) => [key, standing.headings?.indexOf(heading) ?? -1] as const);
  const places = { ...standing.places, ...Object.fromEntries(theirs.filter(([, place]) => place >= 0)) };
  const update: UpdateTable = { kind: 'updateTable', role, table, cells: [], append, columns, preface, places };
  return { ...change, edit: update, appended: append.length };
}
