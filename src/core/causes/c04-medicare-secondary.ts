/**
 * C04, Medicare should have paid second (domain.md 2.2). Medicare paid as primary and a group health, accident or veterans payer paid as well. Example:
 * charges 1000, contractual 400, Cigna (primary) 480, Medicare 300: Cigna left 120, so Medicare as secondary owes 120 and is refunded 180.
 */
import type { AccountView } from '../accountView';
import type { Cause, Finding } from '../credit';
import { cents } from '../money';
import { money, nameOf, payeeOf, proposal } from '../proposal';

export const c04: Cause = {
  id: 'C04',
  title: 'Medicare secondary payer',
  situation: 'Medicare paid as primary although another payer had to pay first and did.',
  signal:
    'Medicare and a group health, workers’ compensation, auto, liability or veterans payer both paid; Medicare’s payment is above what it owes as secondary.',
  example: 'Charges $1,000, contractual $400, Cigna (primary) $480, Medicare $300: refund Medicare $180.',
  proof: 'The primary’s remittance with the insurer’s name and address.',
  needs: ['the payer of each payment and its class'],
  find: (account) => account.payers.filter((payer) => account.party(payer).payerClass === 'medicare').flatMap((party) => secondary(account, party)),
};

const BEFORE: ReadonlySet<string> = new Set(['commercial', 'fehb', 'workers-comp', 'auto', 'liability', 'va', 'unknown']);

function secondary(account: AccountView, party: number): Finding[] {
  const excess = account.excess(party) ?? 0;
  const first = account.payers.find((payer) => account.paid(payer) > 0 && BEFORE.has(account.party(payer).payerClass));
  if (excess <= account.policy.parameters.centsTol || first === undefined || account.terms.primary === party) return [];
  return [
    proposal('C04', {
      class: 'true-overpayment',
      cents: cents(excess),
      party,
      owedTo: payeeOf(account, party),
      resolution: 'REFUND_PAYER',
      evidence: account.terms.source === 'stated' ? 'remittance' : account.payerOrderListed ? 'amounts' : 'pattern',
      claims: [...account.receipts(party)].reverse(),
      supports: account.receipts(first),
      because: `${nameOf(account, first)} paid ${money(account.paid(first))} first; as secondary ${nameOf(account, party)} owes ${money(account.paid(party) - excess)} and paid ${money(account.paid(party))}.`,
      missing: 'The primary’s remittance and proof that it comes before Medicare.',
      partial: true,
    }),
  ];
}
