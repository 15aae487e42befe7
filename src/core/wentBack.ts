/**
 * Money that seems to be accounted for under another name: a takeback or refund posted as a debit adjustment, a refund posted to somebody else, a
 * charge that came after the payer had answered and was paid at once. What is too much then stands against just as much too little beside it, and
 * refunding it may pay twice (domain.md 0, idea 5; 3 V06, V12). Example: Aetna paid 480 twice, the takeback of 480 was posted as a debit adjustment:
 * the balance is 0, Aetna 480 over and the write-offs 480 short.
 */
import type { Account } from './accountView';
import type { Finding } from './credit';
import { Kind } from './ledger';
import { firstRemitDay } from './patientMoney';
import { money, nameOf } from './proposal';
import { ADJUSTMENTS, effectOf, isIn, kindOf, partyOf } from './posting';

/** What would tell, in words; '' when nothing stands against the refund. `shortfall`: cents of the identity's negative terms. */
export function wentBack(account: Account, finding: Finding, shortfall: number): string {
  if (finding.class !== 'true-overpayment') return '';
  const tolerance = account.policy.parameters.centsTol;
  const equal = account.live.filter((tx) => Math.abs(effectOf(account.ledger, tx) - finding.cents) <= tolerance);
  const refund = equal.find((tx) => isOthersRefund(account, tx, finding));
  if (refund !== undefined)
    return `Whether the refund of ${money(finding.cents)} posted to ${nameOf(account, partyOf(account.ledger, refund))} was this money.`;
  const debits = account.live.filter((tx) => isIn(ADJUSTMENTS, kindOf(account.ledger, tx)) && effectOf(account.ledger, tx) > 0);
  if (debits.some((tx) => equal.includes(tx)) || Math.abs(total(account, debits) - finding.cents) <= tolerance)
    return `Whether ${debits.length === 1 ? 'the debit adjustment' : 'debit adjustments'} of ${money(finding.cents)} ${debits.length === 1 ? 'stands' : 'stand'} for this money: then it has gone back already.`;
  const charged = shortfall >= finding.cents - tolerance && equal.some((tx) => isLateCharge(account, tx));
  return charged ? `Whether the later charge of ${money(finding.cents)} is what was paid with this money.` : '';
}

const total = (account: Account, txs: readonly number[]): number => txs.reduce((sum, tx) => sum + effectOf(account.ledger, tx), 0);

/** A refund to another party that left that party short by as much. */
function isOthersRefund(account: Account, tx: number, finding: Finding): boolean {
  const { ledger, policy } = account;
  const party = partyOf(ledger, tx);
  if (kindOf(ledger, tx) !== Kind.Refund || party === finding.party) return false;
  return -(account.excess(party) ?? 0) >= effectOf(ledger, tx) - policy.parameters.centsTol;
}

const isLateCharge = (account: Account, tx: number): boolean =>
  kindOf(account.ledger, tx) === Kind.Charge && firstRemitDay(account) > 0 && account.dayOf(tx) > firstRemitDay(account);
