/** A review as the pane lists it: what is at stake by class, which accounts stand behind it, in which order. Pure; no amount is computed in the pane itself. */
import type { Credit, FindingClass, Review } from '../core/credit';
import { add, cents, sum, ZERO, type Cents } from '../core/money';

export interface ClassLine {
  readonly class: FindingClass;
  /** From the review's control totals. */
  readonly cents: Cents;
  /** Accounts with money in this class; an account with two classes is counted in both. */
  readonly accounts: number;
}

export const holdsMoneyIn = (credit: Credit, wanted: FindingClass): boolean =>
  credit.findings.some((finding) => finding.class === wanted) || (wanted === 'needs-review' && (credit.unexplained !== 0 || credit.findings.length === 0));

/** One line a class that has accounts, in the order of `order`. */
export function classLines(review: Review, order: readonly FindingClass[]): ClassLine[] {
  const { totals } = review;
  const amount: Readonly<Record<FindingClass, Cents>> = {
    'true-overpayment': totals.trueOverpayment,
    'posting-error': totals.postingError,
    misallocated: totals.misallocated,
    hold: totals.hold,
    'needs-review': totals.needsReview,
  };
  return order
    .map((name) => ({ class: name, cents: amount[name], accounts: review.credits.filter((credit) => holdsMoneyIn(credit, name)).length }))
    .filter((line) => line.accounts > 0);
}

/** What is in question on one account: the credit, or, when it hides behind a balance of zero or more, what its findings say plus what they leave open. */
export function atStake(credit: Credit): Cents {
  if (!credit.hidden) return credit.credit;
  const found = sum(credit.findings.map((finding) => finding.cents));
  return add(found, credit.unexplained > 0 ? credit.unexplained : ZERO);
}

/** The earliest deadline of an account; 0 when none applies. */
export const earliestDue = (credit: Credit): number =>
  credit.findings.reduce((least, finding) => (finding.due !== 0 && (least === 0 || finding.due < least) ? finding.due : least), 0);

export type Order = 'largest' | 'oldest' | 'due' | 'account';

const last = (value: number): number => (value === 0 ? Number.MAX_SAFE_INTEGER : value);
const COMPARE: Readonly<Record<Order, (a: Credit, b: Credit) => number>> = {
  largest: (a, b) => atStake(b) - atStake(a),
  oldest: (a, b) => last(a.since) - last(b.since),
  due: (a, b) => last(earliestDue(a)) - last(earliestDue(b)),
  account: () => 0,
};
const byKey = new Intl.Collator('en', { numeric: true });

export interface Wanted {
  readonly class: FindingClass | 'all';
  readonly text: string;
  readonly order: Order;
}

function mentions(credit: Credit, text: string): boolean {
  const parts = [credit.key, credit.patient, credit.facility, ...credit.findings.map((finding) => `${finding.owedTo.name}\n${finding.because}`)];
  return parts.some((part) => part.toLowerCase().includes(text));
}

/** The accounts that a class and a search leave, sorted; ties by account. */
export function listed(review: Review, wanted: Wanted): Credit[] {
  const text = wanted.text.trim().toLowerCase();
  return review.credits
    .filter((credit) => wanted.class === 'all' || holdsMoneyIn(credit, wanted.class))
    .filter((credit) => text === '' || mentions(credit, text))
    .sort((a, b) => COMPARE[wanted.order](a, b) || byKey.compare(a.key, b.key));
}

/** Share of the largest line, 0 to 1, for a bar. */
export const shareOf = (line: ClassLine, lines: readonly ClassLine[]): number => {
  const most = Math.max(1, ...lines.map((each) => Math.abs(each.cents)));
  return Math.abs(cents(line.cents)) / most;
};
