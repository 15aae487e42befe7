/**
 * Rows of the *Credit policy* sheet or of --policy FILE.json (an array of the same rows), unknown until validated, laid over the
 * defaults (domain.md 4.9). A row with a default's id takes that default's place; a new id with a default's scope wins over it; a bad
 * row becomes a problem and the default stays. Deleting a row brings the default back: set it to PROPOSED to switch it off.
 */
import type { Cents } from '../money';
import { cents } from '../money';
import { addDays } from '../day';
import type { Day } from '../day';
import type { PayerClass } from '../ledger';
import { DEFAULT_ROWS } from './defaults';
import { normalKey } from './normalise';
import type { Policy, PolicyParameters, PolicyRow } from './policy';
import { readRow } from './readRow';
import type { RowProblem } from './readRow';
import { inForce, rowsOfTopic } from './resolve';

export interface PolicyProblem {
  readonly code: string;
  /** 1-based place in the rows given, or the row's own `row` when it carries one. */
  readonly row: number;
  readonly message: string;
  readonly remedy: string;
}
export interface LoadedPolicy {
  readonly policy: Policy;
  readonly problems: readonly PolicyProblem[];
}
interface Placed {
  readonly row: PolicyRow;
  readonly at: number;
}

const DEFAULT_BY_ID = new Map(DEFAULT_ROWS.map((row) => [row.id, row]));
/** A payer may have the name of a class (Medicare): the two rows are about different things. */
const isGroup = (row: PolicyRow): boolean => row.value === 'federal' || row.value === 'not federal';
const scopeOf = (row: PolicyRow): string =>
  [row.topic, isGroup(row) ? 'class' : '', normalKey(row.key), row.jurisdiction, row.payerClass, row.providerType].join('|');
const windowsMeet = (a: PolicyRow, b: PolicyRow): boolean =>
  (a.effectiveTo === 0 || b.effectiveFrom <= a.effectiveTo) && (b.effectiveTo === 0 || a.effectiveFrom <= b.effectiveTo);
const overlap = (a: PolicyRow, b: PolicyRow): boolean => a.status === 'ACTIVE' && b.status === 'ACTIVE' && scopeOf(a) === scopeOf(b) && windowsMeet(a, b);
const isDefault = (row: PolicyRow): boolean => DEFAULT_BY_ID.get(row.id)?.value === row.value;

const place = (record: Readonly<Record<string, unknown>>, index: number): number => (typeof record['row'] === 'number' ? record['row'] : index + 1);
const said = (problem: RowProblem, at: number): PolicyProblem => ({ ...problem, row: at });

function duplicateIds(placed: readonly Placed[]): Set<Placed> {
  const first = new Map<string, Placed>();
  const bad = new Set<Placed>();
  for (const each of placed) {
    const other = first.get(each.row.id);
    if (other === undefined) first.set(each.row.id, each);
    else bad.add(each).add(other);
  }
  return bad;
}

/** Rows that overlap another row of the input; a row that only repeats a default is not blamed. */
function overlapping(placed: readonly Placed[]): Set<Placed> {
  const byScope = new Map<string, Placed[]>();
  for (const each of placed) byScope.set(scopeOf(each.row), [...(byScope.get(scopeOf(each.row)) ?? []), each]);
  const bad = new Set<Placed>();
  for (const group of byScope.values()) {
    for (const each of group) if (!isDefault(each.row) && group.some((other) => other !== each && overlap(each.row, other.row))) bad.add(each);
  }
  return bad;
}

const REMEDY_DEFAULT = 'The default is used. Mend the row on Credit policy and run again.';
const duplicateProblem = ({ row, at }: Placed): PolicyProblem => ({
  code: 'policy-duplicate-id',
  row: at,
  message: `Policy row ${row.id} stands there more than once.`,
  remedy: REMEDY_DEFAULT,
});
const overlapProblem = ({ row, at }: Placed): PolicyProblem => ({
  code: 'policy-overlap',
  row: at,
  message: `Policy row ${row.id} covers the same case and days as another row.`,
  remedy: `${REMEDY_DEFAULT} End one row before the other begins.`,
});

function readAll(records: readonly Readonly<Record<string, unknown>>[]): { placed: Placed[]; problems: PolicyProblem[] } {
  const placed: Placed[] = [];
  const problems: PolicyProblem[] = [];
  records.forEach((record, index) => {
    const at = place(record, index);
    const read = readRow(record);
    if (read.row !== null) placed.push({ row: read.row, at });
    problems.push(...read.problems.map((problem) => said(problem, at)));
  });
  return { placed, problems };
}

/** Defaults with the good rows laid over them: a new row takes the place of a default of its scope on its own days only. */
function merge(good: readonly PolicyRow[]): PolicyRow[] {
  const ids = new Set(good.map((row) => row.id));
  const fresh = good.filter((row) => !DEFAULT_BY_ID.has(row.id));
  const kept = DEFAULT_ROWS.filter((row) => !ids.has(row.id)).flatMap((row) =>
    fresh.reduce((parts, other) => parts.flatMap((part) => beside(part, other)), [row]),
  );
  return [...kept, ...good];
}

/** What is left of a row before and after the days of another of its scope. */
function beside(row: PolicyRow, other: PolicyRow): PolicyRow[] {
  if (!overlap(row, other)) return [row];
  const before = row.effectiveFrom < other.effectiveFrom ? [{ ...row, effectiveTo: addDays(other.effectiveFrom, -1) }] : [];
  const outlives = other.effectiveTo !== 0 && (row.effectiveTo === 0 || other.effectiveTo < row.effectiveTo);
  return outlives ? [...before, { ...row, effectiveFrom: addDays(other.effectiveTo, 1) }] : before;
}

/** Reads policy rows as of a day. Never throws on what a person typed: bad rows are problems and their defaults stay. */
export function policyFrom(records: readonly Readonly<Record<string, unknown>>[], asOf: Day): LoadedPolicy {
  const { placed, problems } = readAll(records);
  const doubled = duplicateIds(placed);
  const single = placed.filter((each) => !doubled.has(each));
  const crossed = overlapping(single);
  const good = single.filter((each) => !crossed.has(each)).map((each) => each.row);
  const all = [...problems, ...[...doubled].map(duplicateProblem), ...[...crossed].map(overlapProblem)].sort((a, b) => a.row - b.row);
  return { policy: policyOfRows(merge(good), asOf), problems: all };
}

/** The default policy as of a day. */
export const defaultPolicy = (asOf: Day): Policy => policyOfRows(DEFAULT_ROWS, asOf);

const live = (rows: readonly PolicyRow[], topic: PolicyRow['topic'], asOf: Day): PolicyRow[] => rowsOfTopic(rows, topic).filter((row) => inForce(row, asOf));

/** Compiles rows that readRow has accepted; a value in force that is missing falls back to the default row. */
function policyOfRows(rows: readonly PolicyRow[], asOf: Day): Policy {
  const classes = live(rows, 'PAYER_CLASS', asOf);
  return {
    asOf,
    rows,
    parameters: parametersOf(rows, asOf),
    federalClasses: new Set(classes.filter((row) => row.value === 'federal').map((row) => row.key as PayerClass)),
    codeMap: new Map(live(rows, 'CODE_MAP', asOf).map((row) => [normalKey(row.key), row.value])),
    payerAliases: new Map(live(rows, 'PAYER_ALIAS', asOf).map((row) => [normalKey(row.key), row.value])),
    payerClasses: new Map(classes.filter((row) => !isGroup(row)).map((row) => [normalKey(row.key), row.value as PayerClass])),
  };
}

function parametersOf(rows: readonly PolicyRow[], asOf: Day): PolicyParameters {
  const text = (topic: PolicyRow['topic'], key: string): string => {
    const fits = (row: PolicyRow): boolean => row.key === key && row.payerClass === '' && (row.jurisdiction === '' || row.jurisdiction === 'US');
    const found = live(rows, topic, asOf).filter(fits).at(-1) ?? DEFAULT_ROWS.find((row) => row.topic === topic && fits(row));
    return (found as PolicyRow).value;
  };
  const number = (key: string): number => Number(text('PARAMETER', key));
  const money = (topic: PolicyRow['topic'], key: string): Cents => cents(Number(text(topic, key)));
  return {
    centsTol: money('PARAMETER', 'cents_tol'),
    matchTol: money('PARAMETER', 'match_tol'),
    contractTolMin: money('PARAMETER', 'contract_tol_min'),
    contractTolRate: number('contract_tol_rate'),
    dupWindowDays: number('dup_window_days'),
    takebackWaitDays: number('takeback_wait_days'),
    nsfHoldDays: number('nsf_hold_days'),
    chargeLagDays: number('charge_lag_days'),
    smallBalancePatient: money('SMALL_BALANCE', 'patient'),
    smallBalancePayer: money('SMALL_BALANCE', 'payer'),
    siblingDosWindow: number('sibling_dos_window'),
    listLeastCents: money('LISTING', 'least_credit'),
    listLeastAgeDays: Number(text('LISTING', 'least_age_days')),
    listPrepayments: text('LISTING', 'prepayments') === 'yes',
  };
}
