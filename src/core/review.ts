/**
 * The review: finds every account in credit, asks the causes, settles each cent once, runs the checks (design.md 3 to 6).
 */
import { Account } from './accountView';
import { candidatesOf } from './candidates';
import { causes } from './causes/index';
import { creditOf } from './verdict';
import type { Cause, Credit, Review, Underpayment } from './credit';
import type { Ledger } from './ledger';
import { balancesOf, LedgerIndex } from './ledgerIndex';
import { listed } from './listing';
import type { Policy } from './policy/policy';
import { ledgerTotals, reviewTotals } from './totals';
import { OpenAccounts, shortParties } from './underpayments';

export interface ReviewOptions {
  /** Called every few hundred accounts with accounts done and to do. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly isCancelled?: () => boolean;
}

/** Thrown by review when isCancelled says so. */
export class ReviewCancelled extends Error {
  override readonly name = 'ReviewCancelled';
}

const STEP = 256;

/** Accounts done and to do. */
export interface ReviewStep {
  readonly done: number;
  readonly total: number;
}

/** Reviews the whole ledger as of policy.asOf. Throws ReviewCancelled. */
export function review(ledger: Ledger, policy: Policy, { onProgress, isCancelled }: ReviewOptions = {}): Review {
  const steps = reviewInSteps(ledger, policy);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (isCancelled?.()) throw new ReviewCancelled();
    onProgress?.(step.value.done, step.value.total);
  }
}

/** The same in steps of a few hundred accounts, for a caller that rests between them; `asked` are the causes to ask. */
export function* reviewInSteps(ledger: Ledger, policy: Policy, asked: readonly Cause[] = causes): Generator<ReviewStep, Review> {
  const balances = balancesOf(ledger).listed;
  const indexes = new LedgerIndex(ledger, balances);
  const candidates = candidatesOf(ledger, balances, policy.parameters.centsTol);
  const credits: Credit[] = [];
  const underpayments: Underpayment[] = [];
  for (const [done, at] of candidates.entries()) {
    if (done % STEP === 0) yield { done, total: candidates.length };
    const account = new Account(ledger, policy, indexes, at);
    const credit = creditOf(account, asked);
    if (credit) credits.push(credit);
    for (const short of shortParties(account)) underpayments.push(short);
  }
  yield { done: candidates.length, total: candidates.length };
  for (const short of openAccounts(ledger, policy, balances, new Set(candidates))) underpayments.push(short);
  const { shown, filtered } = listed(ledger, policy, credits.sort(largestFirst));
  return {
    asOf: policy.asOf,
    credits: shown,
    underpayments: underpayments.sort((a, b) => b.cents - a.cents || (a.key < b.key ? -1 : a.key > b.key ? 1 : a.party - b.party)),
    totals: reviewTotals(shown),
    ledger: ledgerTotals(ledger),
    filtered,
  };
}

/** Open accounts that no view was made of. */
function openAccounts(ledger: Ledger, policy: Policy, balances: Float64Array, viewed: ReadonlySet<number>): Underpayment[] {
  const reader = new OpenAccounts(ledger, policy.parameters.centsTol);
  const found: Underpayment[] = [];
  for (let at = 0; at < balances.length; at++) {
    const balance = balances[at] as number;
    if (balance > 0 && !viewed.has(at)) for (const short of reader.short(at, balance)) found.push(short);
  }
  return found;
}

/** By credit, then by what a hidden one holds, then by key: an order that does not depend on the rows. */
const weight = (credit: Credit): number => credit.findings.reduce<number>((most, finding) => Math.max(most, finding.cents), credit.credit);
export const largestFirst = (a: Credit, b: Credit): number => weight(b) - weight(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
