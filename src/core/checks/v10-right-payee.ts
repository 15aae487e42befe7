/**
 * V10: the money goes back to who paid it (domain.md 3).
 *
 * An HSA card paid the patient's 120.00 and the secondary paid it too: the 120.00 goes back to the HSA card, not to the patient by check.
 */
import { PATIENT_PARTY } from '../ledger';
import type { Ledger } from '../ledger';
import type { AccountView } from '../accountView';
import type { Check, CheckOutcome } from '../credit';
import { toDollars } from '../money';
import { normalKey } from '../policy/normalise';
import { partyAt, payeeNames, paymentsOf, placeOf, refundedPayments, targetsOf, txText } from './facts';
import type { Target } from './facts';
import { fail, notTestable, pass, worst } from './outcome';

const ONESELF = new Set(['patient', 'self', 'self pay', 'selfpay', 'pt', 'guarantor', 'patient payment', 'private pay']);

function ofPayer(ledger: Ledger, account: AccountView, target: Target): CheckOutcome {
  const who = partyAt(ledger, target.party);
  if (who.kind !== 'payer' || paymentsOf(ledger, account, target.party).length === 0)
    return fail(`${target.name} has no payment on this account.`, 'Name the payer on the remittance that paid.');
  return pass;
}

function ofPatient(ledger: Ledger, account: AccountView, target: Target): CheckOutcome {
  const payments = refundedPayments(ledger, account, target);
  if (payments.length === 0) return fail('The patient side has no payment on this account.', 'Show who paid.');
  const from = payments.map((tx) => normalKey(txText(ledger, 'payerText', tx)));
  const others = from.some((name) => name !== '' && !ONESELF.has(name)) ? payeeNames(ledger, account.index, PATIENT_PARTY) : ONESELF;
  const stranger = payments.find((_, at) => from[at] !== '' && !ONESELF.has(from[at] as string) && !others.has(from[at] as string));
  if (stranger !== undefined)
    return fail(
      `The payment in ${placeOf(ledger, stranger)} came from somebody other than the patient or guarantor.`,
      'Send the refund to that source, or show that it is the patient.',
    );
  return from.every((name) => name !== '') ? pass : notTestable('who paid the patient payments');
}

const ofTarget = (ledger: Ledger, account: AccountView, target: Target): CheckOutcome => {
  switch (target.kind) {
    case 'payer':
      return ofPayer(ledger, account, target);
    case 'patient':
      return ofPatient(ledger, account, target);
    case 'unknown':
      return fail(`For ${toDollars(target.cents)} no payee is proved.`, 'Find the cause first: it names who is owed.');
  }
};

export const v10: Check = {
  id: 'V10',
  title: 'Right payee',
  stage: 'review',
  severity: 'block',
  test(credit, account, ledger) {
    const outcomes = targetsOf(credit).map((target) => ofTarget(ledger, account, target));
    return worst(outcomes);
  },
};
