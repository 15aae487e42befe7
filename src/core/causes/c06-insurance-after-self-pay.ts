/**
 * C06, the patient paid as self-pay and insurance paid later (domain.md 2.2). Example: charges 1000, self-pay discount 200, patient 800; then Aetna is
 * added: contractual 400, Aetna 480. The share is 120: reverse the discount of 200 (an error now) and refund the patient 680.
 */
import type { AccountView } from '../accountView';
import type { Cause, Finding } from '../credit';
import { Kind, PATIENT_PARTY } from '../ledger';
import { cents } from '../money';
import { graded } from '../grade';
import { firstRemitDay, paidAsSelfPay, patientExcess, receiptsFor } from '../patientMoney';
import { accountDay, dayOfTx, sizeOf } from '../posting';
import { money, payeeOf, proposal } from '../proposal';
import { serviceOf } from '../siblings';

export const c06: Cause = {
  id: 'C06',
  title: 'Patient paid, insurance paid later',
  situation: 'The patient paid while the account was self-pay; a payer was added afterwards and paid too.',
  signal:
    'Patient payments before the first insurance payment on an account that was self-pay (discount, class, or coverage added later), and the patient paid more than the share.',
  example: 'Charges $1,000, discount $200, patient $800, then contractual $400 and Aetna $480: reverse the discount, refund the patient $680.',
  proof: 'The receipt, the final remittance, the day coverage was added.',
  needs: ['a self-pay discount, a self-pay class, or the day coverage was added'],
  find: (account) => {
    const insured = account.payers.some((payer) => account.receipts(payer).length > 0);
    return insured && paidAsSelfPay(account) ? [...discounts(account), ...overpaid(account)] : [];
  },
};

/** A self-pay discount does not stand beside a payer's contract. */
function discounts(account: AccountView): Finding[] {
  return account.ofKind(Kind.SelfPayDiscount).map((tx) =>
    proposal('C06', {
      class: 'posting-error',
      cents: sizeOf(account.ledger, tx),
      party: PATIENT_PARTY,
      resolution: 'REVERSE_ADJ',
      evidence: graded(account, 'amounts'),
      claims: [tx],
      because: `The self-pay discount of ${money(sizeOf(account.ledger, tx))} still stands although insurance paid.`,
      term: 'adjustment',
    }),
  );
}

function overpaid(account: AccountView): Finding[] {
  const excess = patientExcess(account);
  const remit = firstRemitDay(account);
  const before = account.receipts(PATIENT_PARTY).filter((tx) => dayOfTx(account.ledger, tx) < remit);
  const amount = Math.min(
    excess,
    before.reduce((sum, tx) => sum + sizeOf(account.ledger, tx), 0),
  );
  if (amount <= 0) return [];
  const added = accountDay(account.ledger, 'coverageAdded', account.index);
  return [
    proposal('C06', {
      class: 'true-overpayment',
      cents: cents(amount),
      party: PATIENT_PARTY,
      owedTo: payeeOf(account, PATIENT_PARTY),
      resolution: 'REFUND_PATIENT',
      evidence: notYetCovered(account) ? 'pattern' : graded(account, 'amounts'),
      claims: receiptsFor(account, before, amount),
      because: `The patient paid ${money(account.paid(PATIENT_PARTY))} as self-pay, then insurance paid; the share is ${money(account.liability(PATIENT_PARTY).cents ?? 0)}.`,
      missing: notYetCovered(account)
        ? 'Coverage is listed from a day after the service: proof of eligibility decides whether the payer owed anything.'
        : added > 0
          ? ''
          : 'The day coverage was added would make it certain.',
      partial: true,
      sign: 'amounts',
    }),
  ];
}

/** Coverage that begins after the service: what the payer paid may go back to it (C16). */
const notYetCovered = (account: AccountView): boolean => {
  const service = serviceOf(account.ledger, account.index);
  return service > 0 && accountDay(account.ledger, 'coverageFrom', account.index) > service;
};
