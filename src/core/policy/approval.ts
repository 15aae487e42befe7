/**
 * Approval levels (domain.md 5.6): lead, supervisor, manager, director, CFO by amount, compliance added for federal refunds. The amount
 * is what one payee gets within the window, so that splitting does not help. Who holds a level is said by policy rows of topic APPROVAL,
 * key "approver:Jane Doe", value the level.
 */
import { cents } from '../money';
import type { Cents } from '../money';
import type { PaymentRefund } from '../checks/payment';
import { normalKey } from './normalise';
import type { Policy, PolicyRow } from './policy';
import { rowsOfTopic } from './resolve';

const APPROVER = 'approver:';
const NOT_LEVELS = ['window_days', 'compliance'];

export interface ApprovalNeeded {
  /** Level names, for example ["manager", "compliance"]. */
  readonly levels: readonly string[];
  /** Cumulative cents to the payee within the window. */
  readonly cents: Cents;
  readonly windowDays: number;
  /** True when holding `held` satisfies `level`. */
  readonly reaches: (held: string, level: string) => boolean;
}
interface Level {
  readonly name: string;
  /** Infinity = everything above. */
  readonly limit: number;
}

const active = (policy: Policy): PolicyRow[] => rowsOfTopic(policy.rows, 'APPROVAL').filter((row) => row.status === 'ACTIVE');
const isLevel = (row: PolicyRow): boolean => !NOT_LEVELS.includes(row.key) && !row.key.toLowerCase().startsWith(APPROVER);

/** The levels in rising order. */
export function approvalLevels(policy: Policy): Level[] {
  const levels = active(policy)
    .filter(isLevel)
    .map((row) => ({ name: row.key, limit: row.value === 'none' ? Number.POSITIVE_INFINITY : Number(row.value) }));
  return levels.sort((a, b) => a.limit - b.limit);
}

const windowOf = (policy: Policy): number => Number(active(policy).find((row) => row.key === 'window_days')?.value ?? 30);
const samePayee = (a: PaymentRefund, b: PaymentRefund): boolean => a.payeeKind === b.payeeKind && normalKey(a.payee) === normalKey(b.payee);
/** Refunds without a date are of this run: they count. */
const within = (a: PaymentRefund, b: PaymentRefund, days: number): boolean =>
  a.approvedOn === 0 || b.approvedOn === 0 || Math.abs(a.approvedOn - b.approvedOn) <= days;

/** What the payee gets within the window, this refund included; a refund id counts once. */
export function cumulativeCents(policy: Policy, refund: PaymentRefund, others: readonly PaymentRefund[]): Cents {
  const counted = new Map<string, PaymentRefund>([[refund.id, refund]]);
  for (const other of others) if (samePayee(refund, other) && within(refund, other, windowOf(policy)) && !counted.has(other.id)) counted.set(other.id, other);
  return cents([...counted.values()].reduce((total, each) => total + each.cents, 0));
}

/** The level a refund needs, by the cumulative amount. */
export function approvalNeeded(policy: Policy, refund: PaymentRefund, others: readonly PaymentRefund[]): ApprovalNeeded {
  const amount = cumulativeCents(policy, refund, others);
  const levels = approvalLevels(policy);
  const level = levels.find((each) => amount <= each.limit) ?? levels.at(-1);
  const compliance = refund.federal && active(policy).some((row) => row.key === 'compliance') ? ['compliance'] : [];
  const rank = (name: string): number => levels.findIndex((each) => each.name === name);
  const reaches = (held: string, wanted: string): boolean => (wanted === 'compliance' ? held === 'compliance' : rank(held) >= rank(wanted));
  return { levels: [...(level === undefined ? [] : [level.name]), ...compliance], cents: amount, windowDays: windowOf(policy), reaches };
}

const wordsOf = (name: string): string => normalKey(name).split(' ').sort().join(' ');
/** "Doe, Jane" and "jane doe" are one person. */
export const samePerson = (a: string, b: string): boolean => wordsOf(a) !== '' && wordsOf(a) === wordsOf(b);

/** Levels held by some people; null when the policy names no approver at all. */
export function levelsOf(policy: Policy, names: readonly string[]): string[] | null {
  const rows = active(policy).filter((row) => row.key.toLowerCase().startsWith(APPROVER));
  if (rows.length === 0) return null;
  return rows.filter((row) => names.some((name) => samePerson(name, row.key.slice(APPROVER.length)))).map((row) => row.value);
}
