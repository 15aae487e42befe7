/** A sheet that is made from last month's: its rows with what a person typed, updated as if they stood here, then the new ones. */
import { afterwards } from './afterwards';
import type { CreateTable, OutValue } from './edit';
import type { TableChange } from './merge';
import type { OwnSheetSpec } from './own';
import { cellOf } from './standing';
import type { StandingTable } from './standing';

/** `change` as made over `previous` (null = it stays as it was); `preface` stands above a sheet that has no change of its own. */
export function carried(spec: OwnSheetSpec, change: TableChange | null, previous: StandingTable, preface: CreateTable['preface']): TableChange {
  const after = afterwards(spec.columns, change?.edit ?? null, previous) ?? previous;
  const rows = after.rows.map((row) => spec.columns.map(({ key }): OutValue => blankAsNull(cellOf(after, row, key))));
  const { role, sheetName, table, columns } = spec;
  const edit: CreateTable = {
    kind: 'createTable',
    role,
    sheetName,
    table,
    preface: change?.edit.preface ?? preface,
    columns,
    rows,
    visibility: 'visible',
  };
  return { edit, kept: change?.kept ?? rows.length, appended: rows.length, changes: change?.changes ?? {} };
}

const blankAsNull = (value: OutValue): OutValue => (value === '' ? null : value);
