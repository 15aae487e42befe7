/**
 * C10, a charge was credited after the payer had paid (domain.md 2.2, 6 P7). Example: charges 1000, contractual 400, Aetna 480, patient 120, then a charge
 * credit of 200: balance −200. A fixed-price plan still owes the same: reverse 200 of contractual. At 60 % of charges the write-off is 80 too high, Aetna
 * paid 96 and the patient 24 too much, once the corrected claim is adjudicated.
 */
import type { AccountView } from '../accountView';
import type { Cause, Finding } from '../credit';
import { PATIENT_PARTY } from '../ledger';
import { cents } from '../money';
import { graded } from '../grade';
import { lateCredits } from '../plan';
import { money, nameOf, payeeOf, proposal, refundOf } from '../proposal';

export const c10: Cause = {
  id: 'C10',
  title: 'Charge credit after payment',
  situation: 'A charge was taken back after the payer had paid on it.',
  signal:
    'A charge credit posted after the first insurance payment. A fixed-price plan makes it a write-off to correct, a percent-of-charge plan a claim to correct; without the plan type it needs review.',
  example: 'Charges $1,000, contractual $400, Aetna $480, patient $120, charge credit $200: case rate, reverse $200 of contractual.',
  proof: 'The charge audit, the corrected claim, the new remittance.',
  needs: ['the plan type (fixed price or percent of charge)'],
  find: (account) => {
    if (account.terms.lateCredit === 0) return [];
    if (account.terms.plan === 'unknown') return undecided(account);
    return [...writeOff(account), ...(account.terms.plan === 'percent' ? parties(account) : [])];
  },
};

function undecided(account: AccountView): Finding[] {
  const credit = Math.max(0, -account.balance);
  if (credit === 0) return [];
  return [
    proposal('C10', {
      class: 'needs-review',
      cents: cents(Math.min(credit, account.terms.lateCredit)),
      party: account.payers[0] ?? PATIENT_PARTY,
      resolution: 'CORRECT_AND_REBILL',
      evidence: 'amounts',
      confidence: 'low',
      claims: lateCredits(account),
      because: `Charges of ${money(account.terms.lateCredit)} were credited after payment: a fixed price leaves a contractual to reverse, a percent of charge an overpayment.`,
      missing: 'The plan type (fixed price or percent of charge) decides.',
      partial: true,
      sign: 'amounts',
    }),
  ];
}

function writeOff(account: AccountView): Finding[] {
  const over = account.adjustments - (account.terms.correct ?? account.adjustments);
  if (over <= 0) return [];
  return [
    proposal('C10', {
      class: 'posting-error',
      cents: cents(Math.min(over, account.terms.lateCredit)),
      party: account.terms.primary,
      resolution: 'REVERSE_ADJ',
      evidence: graded(account, 'amounts'),
      claims: lateCredits(account),
      because: `Charges of ${money(account.terms.lateCredit)} were credited after payment; the contractual is now ${money(over)} too high.`,
      term: 'adjustment',
      partial: true,
      sign: 'amounts',
    }),
  ];
}

/** Percent of charge: what payer and patient paid too much, to be confirmed by the corrected claim. */
function parties(account: AccountView): Finding[] {
  return [account.terms.primary, PATIENT_PARTY]
    .filter((party) => (account.excess(party) ?? 0) > account.policy.parameters.centsTol)
    .map((party) =>
      proposal('C10', {
        class: 'true-overpayment',
        cents: cents(account.excess(party) ?? 0),
        party,
        owedTo: payeeOf(account, party),
        resolution: refundOf(party),
        evidence: graded(account, 'amounts'),
        confidence: 'low',
        claims: [...account.receipts(party)].reverse(),
        because: `After the charge credit ${nameOf(account, party)} owes ${money(account.liability(party).cents ?? 0)} and paid ${money(account.paid(party))}.`,
        missing: 'The remittance of the corrected claim.',
        partial: true,
        sign: 'amounts',
      }),
    );
}
