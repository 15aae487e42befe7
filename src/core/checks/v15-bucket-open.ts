/**
 * V15: no other side of the account still owes (domain.md 3; 1.6 hidden credit).
 *
 * The patient is 80.00 over, the payer 80.00 under. Refunding the patient is right, and the payer's 80.00 must not be forgotten.
 */
import type { Check, Credit } from '../credit';
import type { Ledger } from '../ledger';
import { toDollars } from '../money';
import type { Cents } from '../money';
import { accountMoney, targetsOf } from './facts';
import { fail, notTestable, pass } from './outcome';

const TOLERANCE = 1;

interface Open {
  readonly name: string;
  readonly cents: Cents;
}
/** Sides of the account with money still open, from buckets, from liabilities, from the listing. */
function openSides(credit: Credit, ledger: Ledger): Open[] {
  const buckets = credit.parties.filter((party) => (party.bucket ?? 0) > TOLERANCE).map((party) => ({ name: party.name, cents: party.bucket as Cents }));
  const short = credit.parties.filter((party) => party.liability !== null && party.liability - party.paid > TOLERANCE);
  const listed = (['ptBalance', 'insBalance'] as const).map((column) => ({
    name: column === 'ptBalance' ? 'Patient' : 'Insurance',
    cents: accountMoney(ledger, column, credit.account),
  }));
  return [
    ...buckets,
    ...short.map((party) => ({ name: party.name, cents: ((party.liability ?? 0) - party.paid) as Cents })),
    ...listed.filter((side): side is Open => side.cents !== null && side.cents > TOLERANCE),
  ];
}
const knows = (credit: Credit, ledger: Ledger): boolean =>
  credit.parties.some((party) => party.bucket !== null) ||
  (credit.parties.length > 0 && credit.parties.every((party) => party.liability !== null)) ||
  (accountMoney(ledger, 'ptBalance', credit.account) !== null && accountMoney(ledger, 'insBalance', credit.account) !== null);

export const v15: Check = {
  id: 'V15',
  title: 'No other side open',
  stage: 'review',
  severity: 'warn',
  test(credit, _account, ledger) {
    if (targetsOf(credit).length === 0) return pass;
    const [open] = openSides(credit, ledger);
    if (open !== undefined)
      return fail(`${open.name} still owes ${toDollars(open.cents)} on this account.`, 'Confirm that the open side is followed up for itself.');
    if (credit.shortfall > TOLERANCE)
      return fail(`${toDollars(credit.shortfall)} is still owed on this account.`, 'Confirm that the open side is followed up for itself.');
    return knows(credit, ledger) ? pass : notTestable('the insurance balance and the patient balance');
  },
};
