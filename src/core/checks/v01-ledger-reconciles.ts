/**
 * V01: the listed balance is the sum of the transactions (domain.md 3; 6 P23).
 *
 * When only the current month was exported, old charges are missing and every account looks like a credit. A listing of −120.00 whose
 * transactions add up to −480.00 proves that 360.00 of postings are not in the workbook: no refund until they are.
 */
import type { Check } from '../credit';
import { toDollars } from '../money';
import { accountMoney, sumEffects } from './facts';
import { fail, notTestable, pass } from './outcome';

export const v01: Check = {
  id: 'V01',
  title: 'Ledger reconciles',
  stage: 'review',
  severity: 'block',
  test(_credit, account, ledger) {
    const listed = accountMoney(ledger, 'balance', account.index);
    if (listed === null) return notTestable('the account balance as the billing system lists it');
    const posted = sumEffects(ledger, account.all);
    if (listed === posted) return pass;
    return fail(
      `The account is listed at ${toDollars(listed)}, its transactions add up to ${toDollars(posted)}.`,
      'Bring the missing transactions into the workbook, or correct the listing, and review again.',
    );
  },
};
