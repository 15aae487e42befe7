/**
 * V03: no payer still has the last word (domain.md 3).
 *
 * The patient prepaid 200.00 of 120.00, the secondary's claim is pending: if it pays 40.00 of the share, the patient is owed 120.00, not
 * 80.00. A patient refund waits; a payer's own duplicate is only warned about.
 */
import type { Ledger } from '../ledger';
import { Kind, UNKNOWN_PARTY } from '../ledger';
import type { AccountView } from '../accountView';
import type { Check, CheckOutcome } from '../credit';
import { accountText, isCancelled, livePostings, mayBePatient, partyAt, partyOf, remittancesOf, targetsOf } from './facts';
import { fail, notTestable, pass, warn } from './outcome';

const PENDING = /pend|appeal|process|submit|review|rebill|re-bill|resubmi|correct|reconsider|not final|await|waiting|in dispute|forwarded|\bbilled\b/i;
const FINAL = /\bpaid\b|final|closed|denied|complete|adjudicat|settled|\bzero\b/i;
const CLEARS = "Wait for the payer's final answer, or show that nothing is pending.";

const wasHeard = (ledger: Ledger, account: AccountView, party: number): boolean =>
  account.all.some((tx) => partyOf(ledger, tx) === party) || remittancesOf(ledger, account.index).some((line) => line.party === party);

/** Payers on the account's list that have neither posted nor answered. */
function silentPayers(ledger: Ledger, account: AccountView): string[] {
  const listed = new Set<number>();
  for (const column of ledger.accounts.payerParty) {
    const party = column[account.index] ?? UNKNOWN_PARTY;
    if (partyAt(ledger, party).kind === 'payer' && !wasHeard(ledger, account, party)) listed.add(party);
  }
  return Array.from(listed, (party) => partyAt(ledger, party).name);
}

function fromStatus(ledger: Ledger, account: AccountView): { readonly pending: string } | 'final' | 'unknown' {
  const claim = accountText(ledger, 'claimStatus', account.index);
  const billing = accountText(ledger, 'status', account.index);
  if (PENDING.test(claim)) return { pending: `The claim status is "${claim}".` };
  if (/appeal|pend|rebill|corrected claim/i.test(billing)) return { pending: `The billing status is "${billing}".` };
  return FINAL.test(claim) ? 'final' : 'unknown';
}

/** A cancelled visit without charges has no claim to wait for. */
const isUnbilled = (ledger: Ledger, account: AccountView): boolean =>
  isCancelled(ledger, account.index) && livePostings(ledger, account, Kind.Charge).length === 0;

export const v03: Check = {
  id: 'V03',
  title: 'Payer finality',
  stage: 'review',
  severity: 'block',
  test(credit, account, ledger): CheckOutcome {
    const targets = targetsOf(credit);
    if (targets.length === 0 || isUnbilled(ledger, account)) return pass;
    const stop = mayBePatient(targets).length > 0 ? fail : warn;
    const status = fromStatus(ledger, account);
    if (typeof status === 'object') return stop(status.pending, CLEARS);
    if (status === 'final') return pass;
    const silent = silentPayers(ledger, account);
    if (silent.length > 0) return stop(`${silent.join(' and ')} is listed as a payer here and has not answered.`, CLEARS);
    return notTestable('the claim status');
  },
};
