/** A review as the pane lists it: what is at stake on an account, which accounts a search leaves, in which order. Pure; no amount is computed in the pane itself. */
import type { Credit, FindingClass } from '../core/credit';
import type { Whose } from './worklist';
import { add, sum, ZERO, type Cents } from '../core/money';

export const holdsMoneyIn = (credit: Credit, wanted: FindingClass): boolean =>
  credit.findings.some((finding) => finding.class === wanted) || (wanted === 'needs-review' && (credit.unexplained !== 0 || credit.findings.length === 0));

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
  readonly whose: Whose;
  /** Other filters; left out = none. */
  readonly cause?: string | undefined;
  readonly payer?: string | undefined;
  readonly age?: string | undefined;
  readonly deadline?: string | undefined;
}

function mentions(credit: Credit, text: string): boolean {
  const parts = [credit.key, credit.patient, credit.facility, ...credit.findings.map((finding) => `${finding.owedTo.name}\n${finding.because}`)];
  return parts.some((part) => part.toLowerCase().includes(text));
}

/** The credits that a search leaves. */
export function searched(credits: readonly Credit[], text: string): readonly Credit[] {
  const wanted = text.trim().toLowerCase();
  return wanted === '' ? credits : credits.filter((credit) => mentions(credit, wanted));
}

/** In the order wanted; ties by account. */
export function sorted(credits: readonly Credit[], wanted: Pick<Wanted, 'order'>): Credit[] {
  return [...credits].sort((a, b) => COMPARE[wanted.order](a, b) || byKey.compare(a.key, b.key));
}
