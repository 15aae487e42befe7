/**
 * Which policy rows hold (domain.md 4.9): the most specific ACTIVE row on the event date; rows that tie because a fact is unknown
 * (the provider type, as a rule) all hold, and the caller takes the earlier deadline and shows both.
 */
import type { Day } from '../day';
import type { PayerClass } from '../ledger';
import type { PolicyRow } from './policy';

export interface PolicyQuery {
  readonly topic: PolicyRow['topic'];
  /** Row key; left out = every key of the topic, each resolved for itself. */
  readonly key?: string;
  /** Two-letter state, '' unknown. */
  readonly state: string;
  readonly payerClass: PayerClass;
  readonly federal: boolean;
  /** 'hospital', 'physician' …; '' unknown: rows of any provider type may hold. */
  readonly providerType: string;
  readonly on: Day;
}

/** ACTIVE, and within its days (inclusive, 0 = open) on that day. */
export const inForce = (row: PolicyRow, on: Day): boolean => row.status === 'ACTIVE' && isWithin(row, on);
const isWithin = (row: PolicyRow, on: Day): boolean => row.effectiveFrom <= on && (row.effectiveTo === 0 || on <= row.effectiveTo);
const classHolds = (row: PolicyRow, query: PolicyQuery): boolean =>
  row.payerClass === '' || row.payerClass === query.payerClass || (row.payerClass === 'federal' && query.federal);
const stateHolds = (row: PolicyRow, query: PolicyQuery): boolean => row.jurisdiction === '' || row.jurisdiction === 'US' || row.jurisdiction === query.state;
const providerHolds = (row: PolicyRow, query: PolicyQuery): boolean =>
  row.providerType === '' || query.providerType === '' || row.providerType === query.providerType;

/** Whatever its status. */
const fits = (row: PolicyRow, query: PolicyQuery): boolean =>
  (query.key === undefined || row.key === query.key) &&
  isWithin(row, query.on) &&
  stateHolds(row, query) &&
  classHolds(row, query) &&
  providerHolds(row, query);

/** State before class before provider type; a provider type counts only when it is known. */
function specificity(row: PolicyRow, query: PolicyQuery): number {
  const ofState = row.jurisdiction !== '' && row.jurisdiction !== 'US' ? 100 : 0;
  const ofClass = row.payerClass === '' ? 0 : row.payerClass === 'federal' ? 10 : 20;
  return ofState + ofClass + (row.providerType !== '' && query.providerType !== '' ? 1 : 0);
}

const byTopic = new WeakMap<readonly PolicyRow[], Map<string, PolicyRow[]>>();

function push(topics: Map<string, PolicyRow[]>, row: PolicyRow): void {
  const known = topics.get(row.topic);
  if (known === undefined) topics.set(row.topic, [row]);
  else known.push(row);
}

/** The rows of a topic; sorted once for each set of rows, since every finding asks. */
export function rowsOfTopic(rows: readonly PolicyRow[], topic: PolicyRow['topic']): readonly PolicyRow[] {
  let topics = byTopic.get(rows);
  if (topics === undefined) {
    topics = new Map();
    for (const row of rows) push(topics, row);
    byTopic.set(rows, topics);
  }
  return topics.get(topic) ?? [];
}

/** The rows in force for a query: per key the most specific, ties together. In row order. */
export function resolveRows(rows: readonly PolicyRow[], query: PolicyQuery): PolicyRow[] {
  const candidates = rowsOfTopic(rows, query.topic).filter((row) => row.status === 'ACTIVE' && fits(row, query));
  const best = new Map<string, number>();
  for (const row of candidates) best.set(row.key, Math.max(best.get(row.key) ?? -1, specificity(row, query)));
  return candidates.filter((row) => specificity(row, query) === best.get(row.key));
}

/** Rows that fit the query but are PROPOSED or UNVERIFIED: shown beside the answer, never used. */
export function shownOnly(rows: readonly PolicyRow[], query: PolicyQuery): PolicyRow[] {
  return rowsOfTopic(rows, query.topic).filter((row) => row.status !== 'ACTIVE' && fits(row, query));
}

/** The one row for a query with a key, or null. Of a tie the smallest number, so the stricter rule holds. */
export function resolveOne(rows: readonly PolicyRow[], query: PolicyQuery & { readonly key: string }): PolicyRow | null {
  const found = resolveRows(rows, query);
  return found.reduce<PolicyRow | null>((best, row) => (best === null || Number(row.value) < Number(best.value) ? row : best), null);
}
