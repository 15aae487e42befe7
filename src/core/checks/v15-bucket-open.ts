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
/** The first side of the account with money still open, from buckets, from liabilities, from the listing. */
function openSide(credit: Credit, ledger: Ledger): Open | null {
  const bucket = credit.parties.find((party) => (party.bucket ?? 0) > TOLERANCE);
  if (bucket !== undefined) return { name: bucket.name, cents: bucket.bucket as Cents };
  const short = credit.parties.find((party) => party.liability !== null && party.liability - party.paid > TOLERANCE);
  if (short !== undefined) return { name: short.name, cents: ((short.liability ?? 0) - short.paid) as Cents };
  return listedSide(credit, ledger, 'ptBalance', 'Patient') ?? listedSide(credit, ledger, 'insBalance', 'Insurance');
}
function listedSide(credit: Credit, ledger: Ledger, column: 'ptBalance' | 'insBalance', name: string): Open | null {
  const listed = accountMoney(ledger, column, credit.account);
  return listed !== null && listed > TOLERANCE ? { name, cents: listed } : null;
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
    const open = openSide(credit, ledger);
    if (open !== null)
      return fail(`${open.name} still owes ${toDollars(open.cents)} on this account.`, 'Confirm that the open side is followed up for itself.');
    if (credit.shortfall > TOLERANCE)
      return fail(`${toDollars(credit.shortfall)} is still owed on this account.`, 'Confirm that the open side is followed up for itself.');
    return knows(credit, ledger) ? pass : notTestable('the insurance balance and the patient balance');
  },
};
