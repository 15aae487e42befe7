/**
 * Stage payment (design.md 6): the checks of a refund that a person released, and the transactions for its evidence. The index over the ledger
 * is built once for all of them.
 */
import { Account } from './accountView';
import { runChecks } from './checks/run';
import type { PaymentContext } from './checks/payment';
import type { CheckResult, Review, StoryLine } from './credit';
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
  return asked.map(({ account, payment }) => {
    const credit = credits.get(account);
    if (!credit) throw new RangeError('a refund is paid from a listed credit only');
    const view = new Account(ledger, policy, index, account);
    const finding = credit.findings.find(({ id }) => id === payment.refund.id);
    const facts = finding ? letterFacts(ledger, view, credit, finding) : null;
    return { checks: runChecks('payment', credit, view, ledger, policy, payment), lines: storyLines(view), facts };
  });
}
