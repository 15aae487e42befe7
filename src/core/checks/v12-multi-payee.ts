/**
 * V12: all refunds of an account together stay within its credit, or a person has looked at the debits beside it (domain.md 3; 6 P2).
 *
 * The payer is 80.00 short, the patient 80.00 over, the account stands at 0.00. The patient's 80.00 may go back, but somebody has to say
 * that the payer's 80.00 is really open.
 */
import type { Check } from '../credit';
import { cents, toDollars } from '../money';
import { refundsOf } from './facts';
import { fail, pass } from './outcome';

const TOLERANCE = 1;

export const v12: Check = {
  id: 'V12',
  title: 'Refunds within the credit',
  stage: 'review',
  severity: 'block',
  test(credit) {
    const total = cents(refundsOf(credit).reduce((sum, target) => sum + target.cents, 0));
    if (total <= credit.credit + TOLERANCE) return pass;
    const beside = cents(total - credit.credit);
    return fail(
      `Refunds of ${toDollars(total)} stand against a credit of ${toDollars(credit.credit)}; ${toDollars(beside)} rests on other balances of this account.`,
      'Look at the open balances on this account and confirm that they are really owed by others.',
    );
  },
};
