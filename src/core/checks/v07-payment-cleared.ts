/**
 * V07: the money to give back is really there (domain.md 3).
 *
 * A patient's check of 200.00 was posted four days ago. Refunded today and returned by the bank on Friday, it costs 200.00.
 */
import { Kind } from '../ledger';
import type { Ledger } from '../ledger';
import type { AccountView } from '../accountView';
import type { Check, CheckOutcome } from '../credit';
import type { Policy } from '../policy/policy';
import { effectOf, livePostings, partyAt, partyOf, placeOf, receivedOn, refundedPayments, targetsOf, txText } from './facts';
import { fail, notTestable, pass, worst } from './outcome';

const SURE = /\b(cash|eft|ach|wire|direct deposit)\b/i;
const CARD = /card|visa|master|amex|discover|credit|debit/i;
const DISPUTE = /disput|chargeback|charge back|return|nsf|bounced|uncleared|not cleared/i;

function ofPayment(ledger: Ledger, policy: Policy, tx: number): CheckOutcome {
  const method = txText(ledger, 'method', tx);
  const status = txText(ledger, 'status', tx);
  if (DISPUTE.test(status)) return fail(`The payment in ${placeOf(ledger, tx)} is marked "${status}".`, 'Wait until the bank or card company has decided.');
  if (SURE.test(method)) return pass;
  const received = receivedOn(ledger, tx);
  if (received === 0) return notTestable('the post date of the payment');
  const age = policy.asOf - received;
  if (!CARD.test(method) && age < policy.parameters.nsfHoldDays)
    return fail(
      `The payment in ${placeOf(ledger, tx)} is ${age} days old and may still come back.`,
      `Wait until it is ${policy.parameters.nsfHoldDays} days old, or show that it has cleared.`,
    );
  return ofMethod(ledger, tx, method, status);
}

/** A card may be in dispute whatever its age; payers do not pay by card. */
function ofMethod(ledger: Ledger, tx: number, method: string, status: string): CheckOutcome {
  if (partyAt(ledger, partyOf(ledger, tx)).kind === 'payer') return pass;
  if (method === '') return notTestable('the payment method');
  return CARD.test(method) && status === '' ? notTestable('whether the card payment is in dispute') : pass;
}

/** Returned by the bank and not posted: the money may be gone whatever its age. */
const returned = (ledger: Ledger, account: AccountView): number | undefined =>
  livePostings(ledger, account, Kind.BankReturn).find((tx) => effectOf(ledger, tx) === 0);

export const v07: Check = {
  id: 'V07',
  title: 'Payment cleared',
  stage: 'review',
  severity: 'block',
  test(credit, account, ledger, policy) {
    const payments = [...new Set(targetsOf(credit).flatMap((target) => refundedPayments(ledger, account, target)))];
    const back = payments.length === 0 ? undefined : returned(ledger, account);
    if (back !== undefined)
      return fail(`The bank returned a payment on this account (${placeOf(ledger, back)}).`, 'Post the return, or show that the payment was made good.');
    const outcomes = payments.map((tx) => ofPayment(ledger, policy, tx));
    return worst(outcomes);
  },
};
