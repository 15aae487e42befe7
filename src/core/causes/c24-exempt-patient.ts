/**
 * C24, a patient who may not be charged was charged (domain.md 2.2): a Qualified Medicare Beneficiary, or Medicaid as payment in full. Example: Medicare
 * allows 600 and leaves 120 with remark N781; the patient paid 120: refund the patient 120, write the share off.
 */
import type { AccountView } from '../accountView';
import type { Cause, Evidence } from '../credit';
import { exemptBy } from '../exempt';
import { graded } from '../grade';
import { PATIENT_PARTY } from '../ledger';
import { cents } from '../money';
import { patientExcess, receiptsFor } from '../patientMoney';
import { money, payeeOf, proposal } from '../proposal';

export const c24: Cause = {
  id: 'C24',
  title: 'Exempt patient was charged',
  situation: 'A QMB or Medicaid patient paid although the law forbids to charge them.',
  signal:
    'Remark N781, N782 or N783, reason OA-209, a QMB flag, or Medicaid as payment in full, and patient payments above the allowed copay; no spend-down, share of cost or signed notice.',
  example: 'Medicare leaves $120 with remark N781 and the patient paid $120: refund $120.',
  proof: 'The remark code and the eligibility.',
  needs: ['remark codes, a QMB flag, or the payer’s class'],
  find: (account) => {
    const excess = patientExcess(account);
    const why = reasonFor(account);
    if (excess === 0 || why === null) return [];
    return [
      proposal('C24', {
        class: 'true-overpayment',
        cents: cents(excess),
        party: PATIENT_PARTY,
        owedTo: payeeOf(account, PATIENT_PARTY),
        resolution: 'REFUND_PATIENT',
        evidence: why.evidence,
        claims: receiptsFor(account, account.receipts(PATIENT_PARTY), excess),
        because: `${why.words}: the patient owes ${money(account.liability(PATIENT_PARTY).cents ?? 0)} and paid ${money(account.paid(PATIENT_PARTY))}.`,
        missing: why.evidence === 'remittance' ? '' : 'The eligibility on the day of service.',
        partial: true,
      }),
    ];
  },
};

function reasonFor(account: AccountView): { evidence: Evidence; words: string } | null {
  const exempt = exemptBy(account);
  if (exempt === 'codes') return { evidence: 'remittance', words: 'The remittance says that the patient must not pay' };
  if (exempt === 'flag') return { evidence: graded(account, 'reference'), words: 'The patient is marked QMB' };
  const owesNothing = account.liability(PATIENT_PARTY).cents === 0;
  const medicaid = owesNothing && account.payers.some((payer) => account.party(payer).payerClass.startsWith('medicaid') && account.paid(payer) > 0);
  return medicaid ? { evidence: graded(account, 'amounts'), words: 'Medicaid paid in full' } : null;
}
