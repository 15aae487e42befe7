/**
 * C11, charges are missing (domain.md 2.2, 6 P8). The payer was billed more than the ledger shows. Example: billed 1000, ledger charges 700, contractual 400,
 * Aetna 480, patient 120: balance −300. Post the 300; nobody is owed anything.
 */
import type { AccountView } from '../accountView';
import type { Cause, Finding } from '../credit';
import { addDays, NO_DAY } from '../day';
import type { Day } from '../day';
import { cents } from '../money';
import { money, proposal } from '../proposal';
import { serviceOf } from '../siblings';

export const c11: Cause = {
  id: 'C11',
  title: 'Charges not posted',
  situation: 'The claim carried charges that the ledger lacks, or a payer paid on an account without any charge.',
  signal: 'The billed amount on the remittance is above the ledger’s charges; or a payer paid and no charge is posted. Within the charge lag it is a hold.',
  example: 'Billed $1,000, ledger $700, contractual $400, Aetna $480, patient $120: post the missing $300.',
  proof: 'The billed amount on the remittance against the ledger.',
  needs: ['the billed amount'],
  find: (account) => (account.terms.missing > 0 ? [missing(account)] : withoutCharges(account)),
};

const missing = (account: AccountView): Finding =>
  proposal('C11', {
    class: 'posting-error',
    cents: account.terms.missing,
    party: account.terms.primary,
    resolution: 'POST_CHARGES',
    evidence: 'remittance',
    because: `The claim was billed at ${money(account.charges + account.terms.missing)}, the ledger has ${money(account.charges)}: ${money(account.terms.missing)} of charges are missing.`,
    term: 'charge',
    partial: true,
  });

function withoutCharges(account: AccountView): Finding[] {
  const party = account.payers.find((payer) => account.paid(payer) > 0 && account.receipts(payer).length > 0);
  if (account.charges !== 0 || party === undefined || account.balance >= 0) return [];
  const until = lagEnd(account);
  const waiting = until > account.policy.asOf;
  return [
    proposal('C11', {
      class: waiting ? 'hold' : 'posting-error',
      cents: cents(-account.balance),
      party,
      resolution: waiting ? 'HOLD_UNTIL' : 'POST_CHARGES',
      evidence: 'pattern',
      confidence: 'low',
      because: `A payer paid ${money(-account.balance)} and no charge is posted.`,
      missing: 'The billed amount on the remittance would say what is missing.',
      until: waiting ? until : NO_DAY,
      term: 'charge',
    }),
  ];
}

function lagEnd(account: AccountView): Day {
  const service = serviceOf(account.ledger, account.index);
  return service === 0 ? NO_DAY : addDays(service as Day, account.policy.parameters.chargeLagDays);
}
