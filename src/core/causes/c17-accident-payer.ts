/**
 * C17, an accident payer and a health plan both paid (domain.md 2.2). Example: charges 1000, contractual 400, workers' compensation 600 as payment in full,
 * Aetna 480 and the patient 120: Aetna is owed 480, the patient 120.
 */
import type { AccountView } from '../accountView';
import type { Cause, Finding } from '../credit';
import { PATIENT_PARTY } from '../ledger';
import { cents } from '../money';
import { graded } from '../grade';
import { money, nameOf, payeeOf, proposal, refundOf } from '../proposal';

export const c17: Cause = {
  id: 'C17',
  title: 'Accident payer and health plan both paid',
  situation: 'Workers’ compensation, auto or liability insurance paid for a service that a health plan paid as well.',
  signal: 'A payer of class workers’ compensation, auto or liability and a health payer both paid; the accident payer comes first.',
  example: 'Workers’ compensation paid $600 in full, Aetna $480, patient $120: Aetna is owed $480, the patient $120.',
  proof: 'The accident payer’s remittance, the accident report, the lien letter.',
  needs: ['the payer of each payment and its class'],
  find: (account) => {
    const accident = account.payers.find((payer) => ACCIDENT.has(account.party(payer).payerClass) && account.paid(payer) > 0);
    if (accident === undefined) return [];
    const health = account.payers.filter((payer) => !ACCIDENT.has(account.party(payer).payerClass) && account.party(payer).payerClass !== 'medicare');
    const inFull = account.party(accident).payerClass === 'workers-comp' && health.some((payer) => account.paid(payer) > 0);
    return (inFull ? [...health, PATIENT_PARTY] : health).flatMap((party) => owed(account, accident, party));
  },
};

const ACCIDENT: ReadonlySet<string> = new Set(['workers-comp', 'auto', 'liability']);

function owed(account: AccountView, accident: number, party: number): Finding[] {
  const excess = account.excess(party) ?? 0;
  if (excess <= account.policy.parameters.centsTol) return [];
  return [
    proposal('C17', {
      class: 'true-overpayment',
      cents: cents(excess),
      party,
      owedTo: payeeOf(account, party),
      resolution: refundOf(party),
      evidence: graded(account, 'amounts'),
      claims: [...account.receipts(party)].reverse(),
      supports: account.receipts(accident),
      because: `${nameOf(account, accident)} paid ${money(account.paid(accident))} and comes first; ${nameOf(account, party)} paid ${money(account.paid(party))} and owes ${money(account.liability(party).cents ?? 0)}.`,
      missing: 'The plan’s subrogation or lien rules.',
      partial: true,
    }),
  ];
}
