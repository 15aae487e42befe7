/**
 * V18: the refund has a place to go (domain.md 3). Complete mailing address on Payees, no returned mail, nobody deceased, no minor paid
 * directly. The address stands on Payees only: claim addresses are often not refund addresses.
 */
import type { Ledger } from '../ledger';
import type { AccountView } from '../accountView';
import type { Check, CheckOutcome } from '../credit';
import type { Day } from '../day';
import { addMonths } from '../policy/calendar';
import { normalKey } from '../policy/normalise';
import type { Policy } from '../policy/policy';
import { accountDay, accountText } from './facts';
import { fail, notTestable, pass } from './outcome';
import type { PayeeAddress, PaymentContext } from './payment';

const STOPS = /return(ed)? mail|returned|bad address|undeliverable|deceased|expired|estate/i;
const ADULT_MONTHS = 18 * 12;

/** What an address needs, by the headings of Payees. */
const NEEDED = [
  ['line1', 'Address 1'],
  ['city', 'City'],
  ['state', 'State'],
  ['zip', 'ZIP'],
] as const;
const missingParts = (address: PayeeAddress): string[] => NEEDED.flatMap(([part, heading]) => (address[part].trim() === '' ? [heading] : []));

function ofAddress(payment: PaymentContext): CheckOutcome {
  const { address } = payment;
  if (address === null) return fail(`${payment.refund.payee} has no row on Payees.`, 'Fill the refund address on Payees.');
  const missing = missingParts(address);
  if (missing.length > 0) return fail(`The address of ${payment.refund.payee} lacks ${missing.join(', ')}.`, 'Complete the row on Payees.');
  return STOPS.test(address.flags)
    ? fail(`Payees marks ${payment.refund.payee} "${address.flags}".`, 'Find the right address or the estate, then clear the mark.')
    : pass;
}

function ofPerson(account: AccountView, ledger: Ledger, policy: Policy, payment: PaymentContext): CheckOutcome {
  const flags = accountText(ledger, 'flags', account.index);
  if (STOPS.test(flags)) return fail(`The account is marked "${flags}".`, 'Find the right address or the estate, then clear the mark.');
  const born = accountDay(ledger, 'dob', account.index);
  const isPatient = normalKey(payment.refund.payee) === normalKey(accountText(ledger, 'patient', account.index));
  if (!isPatient) return pass;
  if (born === 0) return notTestable("the patient's date of birth");
  return addMonths(born as Day, ADULT_MONTHS) > policy.asOf ? fail('The payee is a minor.', 'Pay the guarantor or parent who paid.') : pass;
}

export const v18: Check = {
  id: 'V18',
  title: 'Address and name',
  stage: 'payment',
  severity: 'block',
  test(_credit, account, ledger, policy, payment) {
    if (payment === undefined) return notTestable('the refund and its payee');
    const ofPlace = ofAddress(payment);
    return ofPlace.result !== 'pass' || payment.refund.payeeKind === 'payer' ? ofPlace : ofPerson(account, ledger, policy, payment);
  },
};
