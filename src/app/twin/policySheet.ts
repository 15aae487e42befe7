/** *Credit policy* of a twin: the defaults, what a person changed in them, and code map and payers' rows of their own; nobody's name or note comes along. */
import { DEFAULT_ROWS } from '../../core/policy/defaults';
import type { PolicyRow } from '../../core/policy/policy';
import { ROLE_PROPERTY } from '../../excel/own';
import { POLICY_SHEET } from '../../outputs/own';
import { POLICY_PREFACE } from '../../outputs/policySheet';
import { POLICY_COLUMNS, type PolicyKey } from '../../outputs/policyColumns';

export interface PolicySheet {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly table: { readonly name: string; readonly row: number };
  readonly rows: readonly (readonly (string | number | null)[])[];
}
type Cell = string | number | null;
type Named = Partial<Record<PolicyKey, Cell>>;

/** Columns that can be changed in a default row without saying who did it. */
const CHANGEABLE = ['value', 'unit', 'status', 'payerClass', 'jurisdiction', 'effectiveFrom', 'effectiveTo'] as const satisfies readonly PolicyKey[];
const PAYER_TOPICS = ['PAYER_ALIAS', 'PAYER_CLASS'];

/** `records`: rows of the sheet as read; `payer` gives a payer's invented name. */
export function policySheet(records: readonly Readonly<Record<string, unknown>>[], factor: number, payer: (name: string) => string): PolicySheet {
  const known = new Map(records.map((record) => [record['id'], record]));
  const defaults = DEFAULT_ROWS.map((row) => changed(row, known.get(row.id)));
  const ids = new Set<unknown>(DEFAULT_ROWS.map((row) => row.id));
  const own = records.filter((record) => !ids.has(record['id'])).flatMap((record, place) => ownRow(record, place, payer));
  const rows = [...defaults, ...own].map((row) => POLICY_COLUMNS.map(({ key }) => (key === 'value' ? scaled(row, factor) : (row[key] ?? null))));
  const { sheetName, role, table } = POLICY_SHEET;
  const preface = POLICY_PREFACE.map((line) => line.map((cell) => (cell === null ? null : String(cell))));
  return {
    name: sheetName,
    properties: { [ROLE_PROPERTY]: role },
    table: { name: table, row: preface.length + 1 },
    rows: [...preface, [], POLICY_COLUMNS.map(({ heading }) => heading), ...rows],
  };
}

const cellOf = (value: unknown): Cell => (typeof value === 'string' || typeof value === 'number' ? value : null);

function changed(row: PolicyRow, record: Readonly<Record<string, unknown>> | undefined): Named {
  const made: Named = {};
  for (const { key } of POLICY_COLUMNS) made[key] = row[key] === 0 ? null : row[key];
  if (record) for (const key of CHANGEABLE) if (key in record) made[key] = cellOf(record[key]);
  return made;
}

function ownRow(record: Readonly<Record<string, unknown>>, place: number, payer: (name: string) => string): Named[] {
  const text = (key: string): string => String(cellOf(record[key]) ?? '');
  const topic = text('topic').toUpperCase();
  const base: Named = { id: `own-${place + 1}`, topic, status: cellOf(record['status']) };
  if (topic === 'CODE_MAP') return [{ ...base, key: cellOf(record['key']), value: cellOf(record['value']) }];
  if (!PAYER_TOPICS.includes(topic)) return [];
  const value = text('value');
  return [{ ...base, key: payer(text('key')), value: topic === 'PAYER_ALIAS' ? payer(value) : value }];
}

function scaled(row: Named, factor: number): Cell {
  const value = row.value ?? null;
  const isCents = row.unit === 'cents' && value !== null && value !== '' && Number.isFinite(Number(value));
  return isCents ? String(Number(value) * factor) : value;
}
