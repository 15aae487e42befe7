/**
 * *Credit policy*: the default rows as a table a person edits, and back again (domain.md 4.9, design.md 7). Written once, when it is not there;
 * from then on it is the person's, and only a write that broke off is completed.
 *
 * Example: the row P-dup_window_days says 365 calendar_days; a person types 10, and from the next scan on two equal payments 20 days apart are
 * no duplicate.
 */
import { DEFAULT_ROWS } from '../core/policy/defaults';
import type { PolicyRow } from '../core/policy/policy';
import type { OutValue, UpdateTable } from './edit';
import type { TableChange } from './merge';
import { POLICY_SHEET } from './own';
import { POLICY_COLUMNS } from './policyColumns';
import { cellOf, isBlank, sameValue } from './standing';
import type { StandingTable } from './standing';

export const POLICY_PREFACE: readonly (readonly OutValue[])[] = [
  ['Credit policy'],
  ['Starting points to edit with your own counsel and contracts. This is not legal advice, and no row is complete for every state or plan.'],
  ['Only rows with status ACTIVE are used. To switch a row off, set its status to PROPOSED: a deleted row comes back as its default.'],
  ['Amounts are in cents. Changes count from the next Find credits on.'],
];

const cellsOf = (row: PolicyRow): OutValue[] => POLICY_COLUMNS.map(({ key }) => (row[key] === 0 ? null : row[key]));

/** null when the sheet stands whole: it is never touched again. */
export function policyEdit(standing: StandingTable | null): TableChange | null {
  if (!standing) {
    const { role, sheetName, table } = POLICY_SHEET;
    const rows = DEFAULT_ROWS.map(cellsOf);
    return {
      edit: { kind: 'createTable', role, sheetName, table, preface: POLICY_PREFACE, columns: POLICY_COLUMNS, rows, visibility: 'visible' },
      kept: 0,
      appended: rows.length,
      changes: { 'default rules': rows.length },
    };
  }
  return standing.finished === false ? completed(standing) : null;
}

function completed(standing: StandingTable): TableChange {
  const known = new Set(standing.rows.map((row) => cellOf(standing, row, 'id')));
  const append = DEFAULT_ROWS.filter((row) => !known.has(row.id)).map(cellsOf);
  const { role, table } = POLICY_SHEET;
  const edit: UpdateTable = { kind: 'updateTable', role, table, cells: [], append, columns: POLICY_COLUMNS, preface: POLICY_PREFACE };
  return { edit, kept: standing.rows.length, appended: append.length, changes: { 'default rules': append.length } };
}

/** The rows as records for policyFrom, each with its 1-based sheet row. `firstRow` is the 1-based row of the first one. */
export function policyRecords(standing: StandingTable, firstRow: number): Record<string, OutValue>[] {
  return standing.rows.map((row, index) => {
    const record: Record<string, OutValue> = { row: firstRow + index };
    for (const { key } of POLICY_COLUMNS) record[key] = cellOf(standing, row, key);
    return record;
  });
}

const DEFAULTS = new Map<OutValue, PolicyRow>(DEFAULT_ROWS.map((row) => [row.id, row]));

/** True when a record only says what the default says. */
export function repeatsDefault(record: Readonly<Record<string, unknown>>): boolean {
  const row = DEFAULTS.get((record['id'] ?? null) as OutValue);
  if (!row) return false;
  const before = cellsOf(row);
  return POLICY_COLUMNS.every(({ key }, c) => sameValue((record[key] ?? null) as OutValue, before[c] ?? null));
}

/** What a cell of a default row says; null in rows of a person's own. */
export function defaultPolicyCell(id: string, key: string): OutValue {
  const row = DEFAULTS.get(id);
  return row ? (cellsOf(row)[POLICY_COLUMNS.findIndex((column) => column.key === key)] ?? null) : null;
}

/** Cells that say something else than the default rows. */
export function editedPolicyCells(standing: StandingTable): number {
  const edited = (row: readonly OutValue[]): number => {
    const known = DEFAULTS.get(cellOf(standing, row, 'id'));
    const before = known ? cellsOf(known) : [];
    return POLICY_COLUMNS.filter(({ key }, c) => {
      const value = cellOf(standing, row, key);
      return known ? !sameValue(value, before[c] ?? null) : !isBlank(value);
    }).length;
  };
  return standing.rows.reduce((count, row) => count + edited(row), 0);
}
