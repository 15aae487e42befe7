/**
 * Control totals (design.md 4, laws 1 and 5), summed again from the findings and compared with what the review says, before anything is written.
 */
import type { Credit, FindingClass, Review, ReviewTotals } from '../core/credit';
import { add, negate, subtract, sum, toDollars, ZERO } from '../core/money';
import type { Cents } from '../core/money';
import type { Refusal } from './session';

type TotalKey = keyof ReviewTotals;
const TOTAL_OF: Readonly<Record<FindingClass, TotalKey>> = {
  'true-overpayment': 'trueOverpayment',
  'posting-error': 'postingError',
  misallocated: 'misallocated',
  hold: 'hold',
  'needs-review': 'needsReview',
};

/** Totals over the listed accounts; needsReview includes what no finding explains. */
export function totalsOf(credits: readonly Credit[]): ReviewTotals {
  const totals: Record<TotalKey, Cents> = {
    balance: ZERO,
    credit: ZERO,
    shortfall: ZERO,
    unexplained: ZERO,
    trueOverpayment: ZERO,
    postingError: ZERO,
    misallocated: ZERO,
    hold: ZERO,
    needsReview: ZERO,
  };
  const into = (key: TotalKey, amount: Cents): void => {
    totals[key] = add(totals[key], amount);
  };
  for (const credit of credits) {
    for (const key of ['balance', 'credit', 'shortfall', 'unexplained'] as const) into(key, credit[key]);
    into('needsReview', credit.unexplained);
    for (const finding of credit.findings) into(TOTAL_OF[finding.class], finding.cents);
  }
  return totals;
}

/** null when all agree to the cent; else the first place that does not. */
export function controlTotals(review: Review): Refusal | null {
  const off = review.credits.find((credit) => gapOf(credit) !== 0);
  if (off) return differ(`account ${off.key}`, gapOf(off));
  const mine = totalsOf(review.credits);
  const wrong = (Object.keys(mine) as TotalKey[]).find((key) => mine[key] !== review.totals[key]);
  if (wrong !== undefined) return differ(`the total "${wrong}"`, subtract(mine[wrong], review.totals[wrong]));
  const { trueOverpayment, postingError, misallocated, hold, needsReview, balance, shortfall } = mine;
  const gap = subtract(sum([trueOverpayment, postingError, misallocated, hold, needsReview]), add(negate(balance), shortfall));
  return gap === 0 ? null : differ('the sum of the classes', gap);
}

/** Law 1: −balance = Σ findings − shortfall + unexplained. */
function gapOf(credit: Credit): Cents {
  const explained = add(subtract(sum(credit.findings.map((finding) => finding.cents)), credit.shortfall), credit.unexplained);
  return subtract(explained, negate(credit.balance));
}

const differ = (where: string, gap: Cents): Refusal => ({
  code: 'control-totals',
  message: `The control totals do not agree: ${where} is off by ${toDollars(gap)}. Nothing was written.`,
  remedy: 'This is a fault of ours. Press Find credits again; if it stays, report it with the account number.',
});
