/**
 * C26, responsibility was not moved between the parts of an account (domain.md 2.2). Example: Aetna paid 480 of 600 allowed, the share of 120 was never moved
 * to the patient, who paid it: insurance part +120, patient part −120. The remittance proves the share: transfer 120, nobody is owed anything. Without
 * that proof a part in credit may be a real overpayment beside a debt.
 */
import type { AccountView } from '../accountView';
import type { Cause, Finding } from '../credit';
import { cents } from '../money';
import { money, nameOf, proposal } from '../proposal';

export const c26: Cause = {
  id: 'C26',
  title: 'Responsibility not transferred',
  situation: 'The patient share was not moved between the insurance and the patient part of the account.',
  signal: 'One part in credit and another open by the same amount within a cent, and the remittance proves that nobody overpaid.',
  example: 'Insurance part +$120, patient part −$120, remittance share $120: transfer $120.',
  proof: 'The patient share on the remittance.',
  needs: ['parts of the balance (transfers or listed), and the remittance'],
  find: (account) => (account.terms.source === 'stated' ? account.parties.flatMap((party) => misplaced(account, party)) : []),
};

function misplaced(account: AccountView, party: number): Finding[] {
  const tolerance = account.policy.parameters.centsTol;
  const part = -(account.bucket(party) ?? 0);
  const other = account.parties.find((candidate) => Math.abs((account.bucket(candidate) ?? 0) - part) <= tolerance);
  if (part <= tolerance || other === undefined) return [];
  if ([party, other].some((one) => Math.abs(account.excess(one) ?? Number.MAX_SAFE_INTEGER) > tolerance)) return [];
  return [
    proposal('C26', {
      class: 'misallocated',
      cents: cents(part),
      party,
      resolution: 'TRANSFER_BUCKET',
      evidence: 'remittance',
      supports: account.receipts(party),
      because: `The part of ${nameOf(account, party)} is ${money(part)} in credit, that of ${nameOf(account, other)} as much open; the remittance shows that both paid what they owe.`,
      term: 'bucket',
    }),
  ];
}
