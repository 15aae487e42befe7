/**
 * C12, the payment belongs to another account, patient or date of service (domain.md 2.2, 6 P15 and P25). Example: visit A is settled (charges 1000,
 * contractual 400, Aetna 480, patient 120) and then takes 75 more from the patient; visit B of the same patient is open at exactly 75: transfer the 75.
 * A payer's money goes only where its claim number leads. A credit that a transfer parked here goes back to the account it came from: its cause is there.
 */
import type { AccountView } from '../accountView';
import type { Cause, Finding } from '../credit';
import { PATIENT_PARTY } from '../ledger';
import { cents } from '../money';
import { graded } from '../grade';
import { parkedOf } from '../parked';
import { patientExcess } from '../patientMoney';
import { claimOf, keyOf, partyOf, sizeOf } from '../posting';
import { money, nameOf, NOBODY, proposal } from '../proposal';
import { isRound, openSibling } from '../siblings';

export const c12: Cause = {
  id: 'C12',
  title: 'Payment on the wrong account',
  situation: 'The money is real but belongs to another account, patient or date of service.',
  signal:
    'A payment carries a claim number of another account; or whole patient payments equal both the excess here and the open balance of one other account of the same patient (else guarantor), one to one; or a transfer from another account brought just money that nobody here owes.',
  example: 'Visit A overpaid by one payment of $75, visit B of the same patient open at $75: transfer $75 from A to B.',
  proof: 'The remittance line or receipt, and both ledgers.',
  needs: ['another account of the same patient or guarantor, or claim numbers'],
  find: (account) => [...account.payers.flatMap((payer) => byClaim(account, payer)), ...byTransfer(account), ...bySibling(account)],
};

/** Payments whose claim number is another account's. */
function byClaim(account: AccountView, payer: number): Finding[] {
  const foreign = account.receipts(payer).filter((tx) => account.foreign.has(tx));
  return foreign.map((tx) => {
    const other = account.indexes.accountOfClaim(claimOf(account.ledger, tx));
    return proposal('C12', {
      class: 'misallocated',
      cents: sizeOf(account.ledger, tx),
      party: payer,
      owedTo: { kind: 'account', name: keyOf(account.ledger, other) },
      resolution: 'TRANSFER_ACCOUNT',
      evidence: graded(account, 'reference'),
      claims: [tx],
      sign: 'reference',
      because: `${nameOf(account, payer)} paid ${money(sizeOf(account.ledger, tx))} for claim ${claimOf(account.ledger, tx)}, which is account ${keyOf(account.ledger, other)}.`,
    });
  });
}

/** Money that was moved here and belongs where it came from. */
function byTransfer(account: AccountView): Finding[] {
  return parkedOf(account).map(({ tx, from, matches }) => {
    const [party, size, key] = [partyOf(account.ledger, tx), sizeOf(account.ledger, tx), keyOf(account.ledger, from)];
    const unique = matches === 1;
    return proposal('C12', {
      class: 'misallocated',
      cents: size,
      party,
      owedTo: unique ? { kind: 'account', name: key } : NOBODY,
      resolution: 'TRANSFER_ACCOUNT',
      evidence: unique ? graded(account, 'amounts') : 'pattern',
      confidence: unique ? 'medium' : 'low',
      claims: [tx],
      because: unique
        ? `${money(size)} of ${nameOf(account, party)} was moved here from account ${key} and nobody here owes it: what put it in credit stands there.`
        : `${money(size)} of ${nameOf(account, party)} was moved here from another account (${matches} equally good matches) and nobody here owes it.`,
      missing: unique ? '' : 'The transfer’s other leg would name the account.',
      matches,
      sign: unique ? 'reference' : 'amounts',
    });
  });
}

function bySibling(account: AccountView): Finding[] {
  const excess = patientExcess(account);
  const match = openSibling(account, excess);
  if (match === null) return [];
  const other = keyOf(account.ledger, match.sibling.account);
  const unique = match.matches === 1 && !isRound(excess);
  const others = match.matches > 1 ? ` (${match.matches} equally good matches)` : '';
  return [
    proposal('C12', {
      class: 'misallocated',
      cents: cents(excess),
      party: PATIENT_PARTY,
      owedTo: unique ? { kind: 'account', name: other } : NOBODY,
      resolution: 'TRANSFER_ACCOUNT',
      evidence: unique ? graded(account, 'amounts') : 'pattern',
      confidence: unique ? 'medium' : 'low',
      claims: match.receipts,
      because: `The excess of ${money(excess)} is exactly what account ${other} of the same ${match.sibling.relation} is open at${others}.`,
      missing: 'The receipt or remittance line that names the account would decide.',
      matches: match.matches,
      sign: 'amounts',
    }),
  ];
}
