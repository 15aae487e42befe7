/**
 * V09: no debt of the patient lies with an agency (domain.md 3).
 *
 * The visit of May is 80.00 in the patient's favour, the visit of January was written off to bad debt with 200.00: policy decides which
 * comes first.
 */
import { Kind } from '../ledger';
import type { Ledger } from '../ledger';
import type { Check } from '../credit';
import { cents, toDollars } from '../money';
import { accountMoney, accountText, effectOf, hasAccountMoney, kindOf, mayBePatient, targetsOf } from './facts';
import { siblingsOf } from './openBalances';
import { fail, notTestable, pass } from './outcome';

const PLACED = /collection|agency|bad debt|placed/i;

/** Net amount written off to bad debt on an account, from its postings; a recall or recovery posting takes it off again. */
function writtenOff(ledger: Ledger, account: number): number {
  let total = 0;
  for (let at = ledger.start[account] ?? 0; at < (ledger.start[account + 1] ?? 0); at++) {
    const tx = ledger.order[at] as number;
    if (kindOf(ledger, tx) === Kind.BadDebt) total += effectOf(ledger, tx);
  }
  return Math.max(0, -total);
}

function debtOf(ledger: Ledger, account: number): number {
  const listed = accountMoney(ledger, 'badDebtBalance', account);
  return listed ?? writtenOff(ledger, account);
}

const isPlaced = (ledger: Ledger, account: number): boolean =>
  PLACED.test(accountText(ledger, 'status', account)) || PLACED.test(accountText(ledger, 'flags', account));
const keyOf = (ledger: Ledger, account: number): string => ledger.texts[ledger.accounts.key[account] ?? 0] ?? '';

export const v09: Check = {
  id: 'V09',
  title: 'No bad debt open',
  stage: 'review',
  severity: 'warn',
  test(credit, account, ledger) {
    if (mayBePatient(targetsOf(credit)).length === 0) return pass;
    const siblings = siblingsOf(ledger, account.index);
    const family = [account.index, ...siblings.patient, ...siblings.guarantor];
    const owing = family.find((each) => debtOf(ledger, each) > 0 || isPlaced(ledger, each));
    if (owing === undefined) return hasAccountMoney(ledger, 'badDebtBalance') ? pass : notTestable('the bad-debt balance');
    const debt = debtOf(ledger, owing);
    const what = debt > 0 ? `${toDollars(cents(debt))} of bad debt` : 'a debt with an agency';
    return fail(`Account ${keyOf(ledger, owing)} has ${what}.`, 'Apply your bad-debt policy and say what was decided.');
  },
};
