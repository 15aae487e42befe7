/** The lines above a table: title, as-of date and the control totals (design.md 4, law 5). A fixed number of lines: the header row never moves. */
import type { Review } from '../core/credit';
import { toIso } from '../core/day';
import { add, negate, toDollars } from '../core/money';
import type { OutValue } from './edit';

/** How many accounts the figures are of and, when a scope leaves some out, which ones and what is left out. One cell: a later run overwrites it. */
export function accountsOf({ credits, scope }: Review): string {
  const listed = `${credits.length} accounts`;
  if (!scope) return listed;
  const { accounts, credit } = scope.leftOut;
  return `${listed}. Only ${scope.what}. Left out: ${accounts.toLocaleString('en-US')} ${accounts === 1 ? 'account' : 'accounts'}, ${toDollars(credit)}`;
}

export function prefaceOf(review: Review, sheet: string): OutValue[][] {
  const { totals } = review;
  const question = add(negate(totals.balance), totals.shortfall);
  return [
    [`Credit balance review: ${sheet}`],
    ['As of', toIso(review.asOf) ?? '', accountsOf(review)],
    ['Credit plus shortfall', 'True overpayment', 'Posting error', 'Misallocated', 'Hold', 'Needs review'],
    [question, totals.trueOverpayment, totals.postingError, totals.misallocated, totals.hold, totals.needsReview].map(toDollars),
  ];
}
