/** What is at stake on an account, when it is due, and what the pane may want listed. Pure; no amount is computed in the pane itself. */
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
