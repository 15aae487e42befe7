/**
 * The rule lab: what another policy value would make of the same ledger, and how well it agrees with what people decided (domain.md 2.1 has the
 * values). Nothing is applied here.
 *
 * Example: with `dup_window_days` 30 instead of 365 the payment of 45.00 that came 60 days after its equal is no duplicate: that credit goes from
 * *posting error* to *needs review*, and the people who had said *Hold* there were right.
 */
import { ZERO, sum } from './money';
import type { Cents } from './money';
import { DEFAULT_ROWS } from './policy/defaults';
import type { PolicyRow } from './policy/policy';
import type { CauseId, FindingClass, Resolution, Review } from './credit';

/** What a review says of one account, as far as a trial compares it. */
export interface TriedCredit {
  readonly account: number;
  readonly key: string;
  readonly credit: Cents;
  readonly class: FindingClass;
  /** Cents that would be refunded: true overpayments that no one has to look at first. */
  readonly refund: Cents;
  readonly resolutions: readonly Resolution[];
}
/** A credit that another value changes; null = not listed. */
export interface Moved {
  readonly account: number;
  readonly key: string;
  readonly credit: Cents;
  readonly from: FindingClass | null;
  readonly to: FindingClass | null;
  /** Refundable cents after less before. */
  readonly refund: Cents;
}
export interface Trial {
  readonly moved: readonly Moved[];
  readonly refundBefore: Cents;
  readonly refundAfter: Cents;
}

/** What a person said of a finding: the words of *Decision* on Credits. */
export interface Said {
  readonly account: number;
  readonly cause: CauseId;
  readonly resolution: Resolution;
  readonly decision: string;
}
/** Decisions that agree with a review, of all that can be compared. */
export interface Agreement {
  readonly agreed: number;
  readonly decided: number;
  readonly byCause: readonly { readonly cause: CauseId; readonly agreed: number; readonly overruled: number }[];
}

const refundable = ({ class: of, confidence, cents }: Review['credits'][number]['findings'][number]): Cents =>
  of === 'true-overpayment' && confidence !== 'low' ? cents : ZERO;

export const triedOf = (review: Pick<Review, 'credits'>): TriedCredit[] =>
  review.credits.map(({ account, key, credit, class: of, findings }) => ({
    account,
    key,
    credit,
    class: of,
    refund: sum(findings.map(refundable)),
    resolutions: findings.map(({ resolution }) => resolution),
  }));

/** Largest first. */
export function trialOf(before: readonly TriedCredit[], after: readonly TriedCredit[]): Trial {
  const [was, is] = [byAccount(before), byAccount(after)];
  const moved = [...new Set([...was.keys(), ...is.keys()])].flatMap((account) => movedOf(was.get(account), is.get(account)));
  moved.sort((a, b) => b.credit - a.credit || a.account - b.account);
  return { moved, refundBefore: sum(before.map(({ refund }) => refund)), refundAfter: sum(after.map(({ refund }) => refund)) };
}

const byAccount = (credits: readonly TriedCredit[]): Map<number, TriedCredit> => new Map(credits.map((credit) => [credit.account, credit]));

function movedOf(was: TriedCredit | undefined, is: TriedCredit | undefined): Moved[] {
  const shown = is ?? was;
  if (!shown) return [];
  const refund = ((is?.refund ?? 0) - (was?.refund ?? 0)) as Cents;
  const [from, to] = [was?.class ?? null, is?.class ?? null];
  return from === to && refund === 0 ? [] : [{ account: shown.account, key: shown.key, credit: shown.credit, from, to, refund }];
}

/** Decision word → the resolutions it stands for; words that overrule no verdict by themselves (*Dispute*) are not compared. */
const MEANT: Readonly<Record<string, readonly Resolution[]>> = {
  Refund: ['REFUND_PAYER', 'REFUND_PATIENT'],
  'Take back': ['AWAIT_TAKEBACK'],
  Transfer: ['TRANSFER_ACCOUNT', 'TRANSFER_BUCKET', 'TRANSFER_GL'],
  Correct: ['REVERSE_ADJ', 'REVERSE_POSTING', 'POST_MISSING_TXN', 'POST_CHARGES', 'CORRECT_AND_REBILL'],
  Hold: ['HOLD_UNTIL', 'SMALL_CREDIT_POLICY', 'ESCHEAT_TRACK', 'ESCALATE'],
};

function agrees({ decision, resolution }: Said, credit: TriedCredit | undefined): boolean {
  if (decision === 'Not a credit') return credit === undefined;
  const meant = decision === 'Agree' ? [resolution] : (MEANT[decision] ?? []);
  return credit !== undefined && credit.resolutions.some((each) => meant.includes(each));
}

const compared = ({ decision }: Said): boolean => decision === 'Agree' || decision === 'Not a credit' || decision in MEANT;

/** How the decisions people made fit what a review says of the same accounts. */
export function agreementOf(said: readonly Said[], credits: readonly TriedCredit[]): Agreement {
  const tried = byAccount(credits);
  const causes = new Map<CauseId, { agreed: number; overruled: number }>();
  for (const each of said.filter(compared)) {
    const count = causes.get(each.cause) ?? { agreed: 0, overruled: 0 };
    count[agrees(each, tried.get(each.account)) ? 'agreed' : 'overruled'] += 1;
    causes.set(each.cause, count);
  }
  const byCause = [...causes].map(([cause, count]) => ({ cause, ...count })).sort((a, b) => b.overruled - a.overruled || (a.cause < b.cause ? -1 : 1));
  const agreed = byCause.reduce((total, count) => total + count.agreed, 0);
  return { agreed, decided: agreed + byCause.reduce((total, count) => total + count.overruled, 0), byCause };
}

/** Policy values that a review can be tried with, and what each can be. */
const TRIABLE = [
  'P-dup_window_days',
  'SB-patient',
  'SB-payer',
  'P-match_tol',
  'P-contract_tol_min',
  'P-contract_tol_rate',
  'P-charge_lag_days',
  'P-sibling_dos_window',
  'P-takeback_wait_days',
  'P-nsf_hold_days',
  'L-cents',
  'L-age',
] as const;
const VALUES: Readonly<Record<string, readonly string[]>> = {
  cents: ['0', '100', '200', '500', '1000', '1500', '2500', '5000'],
  calendar_days: ['0', '7', '14', '30', '60', '90', '180', '365'],
  rate: ['0', '0.01', '0.02', '0.03', '0.05', '0.1'],
};

export const TRIABLE_ROWS: readonly PolicyRow[] = TRIABLE.flatMap((id) => DEFAULT_ROWS.find((row) => row.id === id) ?? []);
/** Values worth trying for a row, the one in force left out. */
export const valuesToTry = (row: PolicyRow, inForce: string): readonly string[] =>
  (VALUES[row.unit] ?? []).filter((value) => Number(value) !== Number(inForce));

/** The rows of a policy with one value changed; a default that stood on no sheet is added. */
export function withValue(records: readonly Readonly<Record<string, unknown>>[], id: string, value: string): Readonly<Record<string, unknown>>[] {
  const isRow = (record: Readonly<Record<string, unknown>>): boolean => (record['id'] ?? record['policy_id']) === id;
  if (records.some(isRow)) return records.map((record) => (isRow(record) ? { ...record, value } : record));
  const row = DEFAULT_ROWS.find((each) => each.id === id);
  if (!row) throw new RangeError(`no policy row ${id}`);
  return [...records, { ...row, value, effectiveFrom: row.effectiveFrom || '', effectiveTo: row.effectiveTo || '', row: 0 }];
}

/** The value in force. */
export function valueInForce(records: readonly Readonly<Record<string, unknown>>[], id: string): string {
  const record = records.find((each) => (each['id'] ?? each['policy_id']) === id);
  const value = record?.['value'];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : (DEFAULT_ROWS.find((row) => row.id === id)?.value ?? '');
}
