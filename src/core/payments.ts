/**
 * Stage payment (design.md 6): the checks of a refund that a person released, and the transactions for its evidence. The index over the ledger
 * is built once for all of them.
 */
import { Account } from './accountView';
import { runChecks } from './checks/run';
import type { PaymentContext } from './checks/payment';
import type { CheckResult, Credit, Review, SettledFinding, StoryLine } from './credit';
import { letterFacts } from './letterFacts';
import type { LetterFacts } from './letterFacts';
import type { Ledger } from './ledger';
import { balancesOf, LedgerIndex } from './ledgerIndex';
import type { Policy } from './policy/policy';
import { storyLines } from './story';

export interface PaymentAsked {
  /** Account index of the review. */
  readonly account: number;
  readonly payment: PaymentContext;
  /** Postings of the finding: it is known by them when *Credits* keeps another id of it. */
  readonly claims?: readonly number[];
}
export interface PaymentAnswer {
  /** V18, V20 and V22 where they did not pass. */
  readonly checks: readonly CheckResult[];
  /** The account's transactions in time order. */
  readonly lines: readonly StoryLine[];
  /** For letters and the Medicare report; null for a finding the review does not hold. */
  readonly facts: LetterFacts | null;
}

/** One answer each, in that order. Throws RangeError for an account the review does not list. */
export function answerPayments(ledger: Ledger, policy: Policy, review: Review, asked: readonly PaymentAsked[]): PaymentAnswer[] {
  if (asked.length === 0) return [];
  const index = new LedgerIndex(ledger, balancesOf(ledger).listed);
  const credits = new Map(review.credits.map((credit) => [credit.account, credit]));
  return asked.map(({ account, payment, claims }) => {
    const credit = credits.get(account);
    if (!credit) throw new RangeError('a refund is paid from a listed credit only');
    const view = new Account(ledger, policy, index, account);
    const finding = findingOf(credit, payment.refund.id, claims);
    const facts = finding ? letterFacts(ledger, view, credit, finding) : null;
    return { checks: runChecks('payment', credit, view, ledger, policy, payment), lines: storyLines(view), facts };
  });
}

/** By its postings where they are given and only one finding has them, else by its id. */
function findingOf({ findings }: Credit, wanted: string, claims: readonly number[] = []): SettledFinding | undefined {
  const same = claims.length === 0 ? [] : findings.filter((finding) => finding.claims.join() === claims.join());
  return same.length === 1 ? same[0] : findings.find(({ id }) => id === wanted);
}
