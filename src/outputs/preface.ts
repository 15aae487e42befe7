/** The lines above a table: title, as-of date and the control totals (design.md 4, law 5). A fixed number of lines: the header row never moves. */
import type { Review } from '../core/credit';
import { toIso } from '../core/day';
import { add, negate, toDollars } from '../core/money';
import type { OutValue } from './edit';

export function prefaceOf(review: Review, sheet: string): OutValue[][] {
  const { totals } = review;
  const question = add(negate(totals.balance), totals.shortfall);
  return [
    [`Credit balance review: ${sheet}`],
    ['As of', toIso(review.asOf) ?? '', `${review.credits.length} accounts`],
    ['Credit plus shortfall', 'True overpayment', 'Posting error', 'Misallocated', 'Hold', 'Needs review'],
    [question, totals.trueOverpayment, totals.postingError, totals.misallocated, totals.hold, totals.needsReview].map(toDollars),
  ];
}
