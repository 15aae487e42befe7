/**
 * V02: nothing of the credit is left unexplained (domain.md 1.6 and 3).
 *
 * A credit of 510.00 of which a duplicate payment explains 480.00 leaves 30.00 without a cause: until it has one, the 480.00 may be wrong too.
 */
import type { Check } from '../credit';
import { toDollars } from '../money';
import { fail, pass } from './outcome';

const TOLERANCE = 1;

export const v02: Check = {
  id: 'V02',
  title: 'Identity closes',
  stage: 'review',
  severity: 'block',
  test(credit) {
    if (Math.abs(credit.unexplained) <= TOLERANCE) return pass;
    return fail(`${toDollars(credit.unexplained)} of this account is unexplained.`, 'Find the cause of the rest, by the remittance or in the billing system.');
  },
};
