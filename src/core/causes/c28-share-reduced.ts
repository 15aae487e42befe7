/**
 * C28, the payer reprocessed the claim and lowered the patient's share (domain.md 2.2). Example: share 120, patient paid 120; the payer reverses and pays 520,
 * share 80: refund the patient 40.
 */
import type { AccountView } from '../accountView';
import type { Cause, Finding } from '../credit';
import { Kind, PATIENT_PARTY } from '../ledger';
import { cents } from '../money';
import { patientExcess, receiptsFor } from '../patientMoney';
import { dayOfTx, effectOf, partyOf } from '../posting';
import { money, payeeOf, proposal } from '../proposal';
import { shareReduction } from '../shareReduction';

export const c28: Cause = {
  id: 'C28',
  title: 'Patient share reduced on reprocessing',
  situation: 'A later remittance for the same claim left the patient less to pay than had been paid.',
  signal:
    'A later statement of the same payer and claim has a smaller patient share, or the share moved to the patient is partly moved back after the patient paid.',
  example: 'Share $120 paid, then reprocessed to $80: refund the patient $40.',
  proof: 'Both remittances.',
  needs: ['the patient share on the remittances, or transfers'],
  find: (account) => {
    const stated = shareReduction(account);
    return stated > 0 ? reduced(account, stated, 'remittance') : reduced(account, movedBack(account), 'amounts');
  },
};

function reduced(account: AccountView, reduction: number, evidence: Finding['evidence']): Finding[] {
  const amount = Math.min(patientExcess(account), reduction);
  if (amount <= 0) return [];
  return [
    proposal('C28', {
      class: 'true-overpayment',
      cents: cents(amount),
      party: PATIENT_PARTY,
      owedTo: payeeOf(account, PATIENT_PARTY),
      resolution: 'REFUND_PATIENT',
      evidence,
      claims: receiptsFor(account, account.receipts(PATIENT_PARTY), amount),
      because: `Reprocessing lowered the patient share by ${money(reduction)} to ${money(account.liability(PATIENT_PARTY).cents ?? 0)}; the patient had paid ${money(account.paid(PATIENT_PARTY))}.`,
      partial: true,
    }),
  ];
}

/** Share moved away from the patient again after a patient payment, in positive cents. */
function movedBack(account: AccountView): number {
  const [first] = account.receipts(PATIENT_PARTY);
  if (first === undefined || account.terms.source === 'stated') return 0;
  const back = account.ofKind(Kind.TransferBucket).filter((tx) => partyOf(account.ledger, tx) === PATIENT_PARTY && effectOf(account.ledger, tx) < 0);
  const later = back.filter((tx) => dayOfTx(account.ledger, tx) > dayOfTx(account.ledger, first));
  return -later.reduce((sum, tx) => sum + effectOf(account.ledger, tx), 0);
}
