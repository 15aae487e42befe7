/**
 * C05, the patient prepaid more than the share turned out to be (domain.md 2.2). An estimate or copay was collected at the desk; the remittance then
 * left a smaller share. Example: charges 1000, patient 200 on the day, contractual 400, Aetna 480: the share is 120, refund the patient 80.
 */
import type { Cause } from '../credit';
import { cents } from '../money';
import { PATIENT_PARTY } from '../ledger';
import { earlyReceipts, paidAsSelfPay, patientExcess, receiptsFor } from '../patientMoney';
import { sizeOf } from '../posting';
import { money, payeeOf, proposal } from '../proposal';
import { slippedPayment } from '../slip';

export const c05: Cause = {
  id: 'C05',
  title: 'Patient prepaid more than the share',
  situation: 'The patient paid an estimate, deposit or copay before or with the first remittance, and the share turned out smaller.',
  signal: 'Payers are final, the patient paid more than the patient share, and what was paid by the day of the first remittance already exceeds it.',
  example: 'Charges $1,000, patient $200 at the desk, contractual $400, Aetna $480: the share is $120, refund the patient $80.',
  proof: 'The receipt, the patient share on the final remittance, the patient’s other accounts.',
  needs: [],
  find: (account) => {
    const excess = patientExcess(account);
    const early = earlyReceipts(account);
    const prepaid = early.reduce((sum, tx) => sum + sizeOf(account.ledger, tx), 0);
    const share = account.liability(PATIENT_PARTY).cents ?? 0;
    const amount = Math.min(excess, prepaid - share);
    if (amount <= 0 || paidAsSelfPay(account)) return [];
    const isStated = account.terms.source === 'stated';
    const slipped = isStated ? undefined : slippedPayment(account, amount);
    return [
      proposal('C05', {
        class: 'true-overpayment',
        cents: cents(amount),
        party: PATIENT_PARTY,
        owedTo: payeeOf(account, PATIENT_PARTY),
        resolution: 'REFUND_PATIENT',
        evidence: isStated ? 'remittance' : 'amounts',
        confidence: slipped === undefined ? 'high' : 'low',
        claims: receiptsFor(account, early, amount),
        because: `The patient paid ${money(prepaid)} before the payer settled; the share is ${money(share)}.`,
        missing: isStated ? '' : slipped === undefined ? SHARE : misKeyed(sizeOf(account.ledger, slipped), amount),
        partial: true,
        sign: 'amounts',
      }),
    ];
  },
};

const SHARE = 'The patient share on the remittance would make it certain.';
const misKeyed = (posted: number, amount: number): string =>
  `The remittance would tell whether the payer paid ${money(posted)} or, with digits swapped, ${money(posted - amount)}: then nothing is owed.`;
