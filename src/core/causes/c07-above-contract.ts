/**
 * C07, the payer paid above contract (domain.md 2.2). Its price was wrong, or ours is. Example: the contract allows 600, share 120, so Aetna owes 480; it
 * paid 530: 50 is owed to Aetna once pricing is confirmed. A plan that pays a fixed price may properly pay more than the charges (P6).
 */
import type { AccountView } from '../accountView';
import type { Cause, Evidence, Finding } from '../credit';
import { cents } from '../money';
import { isCapitated } from '../plan';
import { contractSlack, money, nameOf, payeeOf, proposal } from '../proposal';

export const c07: Cause = {
  id: 'C07',
  title: 'Payer paid above contract',
  situation: 'The payer applied a higher price than the contract, or paid more than was billed.',
  signal:
    'Payer’s payment and patient share together exceed the allowed amount by more than the contract tolerance, in one payment; or the payer paid more than the charges on a plan that is no fixed price.',
  example: 'Allowed $600, share $120, Aetna paid $530: $50 is owed to Aetna once pricing is confirmed.',
  proof: 'The contract rate, the remittance, the payer’s confirmation.',
  needs: ['the allowed amount, or transfers of the patient share'],
  find: (account) => (account.terms.primary > 0 ? aboveContract(account, account.terms.primary) : aboveCharges(account)),
};

function aboveContract(account: AccountView, party: number): Finding[] {
  const excess = account.excess(party) ?? 0;
  if (excess <= contractSlack(account, party) || account.receipts(party).length !== 1) return [];
  if (account.terms.lateCredit > 0 || isCapitated(account)) return [];
  const { allowed, share, source } = account.terms;
  if (account.paid(party) + (share ?? 0) - (allowed ?? 0) <= contractSlack(account, party)) return [];
  return [
    above(
      account,
      party,
      excess,
      evidenceOf(source, account.terms.shareProven),
      `${nameOf(account, party)} paid ${money(account.paid(party))}; with the patient share of ${money(share ?? 0)} that is above the allowed ${money(allowed ?? 0)}.`,
    ),
  ];
}

const evidenceOf = (source: string, shareProven: boolean): Evidence =>
  source === 'stated' ? 'remittance' : source === 'derived' && shareProven ? 'amounts' : 'pattern';

/** Nothing is known but that the payer paid more than was charged, on a plan that pays no fixed price. */
function aboveCharges(account: AccountView): Finding[] {
  if (account.terms.plan !== 'percent' || account.charges <= 0) return [];
  return account.payers
    .filter((party) => account.paid(party) > account.charges && account.receipts(party).length === 1)
    .map((party) =>
      above(
        account,
        party,
        account.paid(party) - account.charges,
        'pattern',
        `${nameOf(account, party)} paid ${money(account.paid(party))} on charges of ${money(account.charges)}.`,
      ),
    );
}

const above = (account: AccountView, party: number, excess: number, evidence: Evidence, because: string): Finding =>
  proposal('C07', {
    class: 'true-overpayment',
    cents: cents(excess),
    party,
    owedTo: payeeOf(account, party),
    resolution: 'REFUND_PAYER',
    evidence,
    confidence: 'low',
    claims: account.receipts(party),
    because,
    missing: 'The contract rate, confirmed by the payer.',
    partial: true,
    sign: 'amounts',
  });
