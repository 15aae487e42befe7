/**
 * V22: no refund stands in the run twice (domain.md 3): same payee, same amount, same account. Two sheets reviewed into one run, or a row
 * copied by hand, would pay 480.00 twice.
 */
import type { Check } from '../credit';
import { toDollars } from '../money';
import { normalKey } from '../policy/normalise';
import { fail, notTestable, pass } from './outcome';
import type { PaymentRefund } from './payment';

const keyOf = (refund: PaymentRefund): string => [refund.facility, refund.account, refund.payeeKind, normalKey(refund.payee), refund.cents].join('\u0000');

export const v22: Check = {
  id: 'V22',
  title: 'Once in this run',
  stage: 'payment',
  severity: 'block',
  test(_credit, _account, _ledger, _policy, payment) {
    if (payment === undefined) return notTestable('the refunds of this run');
    const same = payment.run.filter((other) => keyOf(other) === keyOf(payment.refund)).length;
    if (same <= 1) return pass;
    return fail(
      `${toDollars(payment.refund.cents)} to ${payment.refund.payee} for account ${payment.refund.account} stands ${same} times in this run.`,
      'Take the extra rows out, or show that each is owed.',
    );
  },
};
