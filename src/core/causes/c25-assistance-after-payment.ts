/**
 * C25, financial assistance or a discount was granted after the patient had paid (domain.md 2.2). Example: share 120, patient paid 120, then charity 60 was
 * approved: the share is now 60, refund the patient 60.
 */
import type { AccountView } from '../accountView';
import type { Cause, Finding } from '../credit';
import { graded } from '../grade';
import { Kind, PATIENT_PARTY } from '../ledger';
import { cents } from '../money';
import { patientExcess, receiptsFor } from '../patientMoney';
import { sizeOf } from '../posting';
import { money, payeeOf, proposal } from '../proposal';

export const c25: Cause = {
  id: 'C25',
  title: 'Assistance granted after payment',
  situation: 'Charity care or a discount lowered the patient’s share after it had been paid.',
  signal: 'A charity or discount posting later than patient payments, and the patient paid more than the new share.',
  example: 'Share $120, patient paid $120, charity of $60 afterwards: refund the patient $60.',
  proof: 'The approval letter and the policy.',
  needs: ['a charity or discount type'],
  find: (account) => {
    const grants = [...account.ofKind(Kind.Charity), ...account.ofKind(Kind.SelfPayDiscount)];
    const insured = account.payers.some((payer) => account.receipts(payer).length > 0);
    return grants.filter((tx) => account.ledger.tx.kind[tx] === Kind.Charity || !insured).flatMap((grant) => granted(account, grant));
  },
};

function granted(account: AccountView, grant: number): Finding[] {
  const before = account.receipts(PATIENT_PARTY).filter((tx) => account.rank(tx) < account.rank(grant));
  const paid = before.reduce((sum, tx) => sum + sizeOf(account.ledger, tx), 0);
  const amount = Math.min(patientExcess(account), sizeOf(account.ledger, grant), paid);
  if (amount <= 0) return [];
  return [
    proposal('C25', {
      class: 'true-overpayment',
      cents: cents(amount),
      party: PATIENT_PARTY,
      owedTo: payeeOf(account, PATIENT_PARTY),
      resolution: 'REFUND_PATIENT',
      evidence: graded(account, 'amounts'),
      claims: receiptsFor(account, before, amount),
      supports: [grant],
      because: `Assistance of ${money(sizeOf(account.ledger, grant))} was granted after the patient paid ${money(paid)}; the share is now ${money(account.liability(PATIENT_PARTY).cents ?? 0)}.`,
      missing: 'The approval letter.',
      partial: true,
      sign: 'amounts',
    }),
  ];
}
