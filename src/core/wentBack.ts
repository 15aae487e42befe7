/**
 * Money that seems to have gone back already under another name: a takeback or refund posted as a debit adjustment, or a refund posted to somebody
 * else. What is too much then stands against just as much too little beside it, and refunding it may pay twice (domain.md 0, idea 5; 3 V06, V12).
 */
import type { Account } from './accountView';
import type { Finding } from './credit';
import { Kind } from './ledger';
import { money, nameOf } from './proposal';
import { ADJUSTMENTS, effectOf, isIn, kindOf, partyOf } from './posting';

/** What would tell, in words; '' when nothing stands against the refund. */
export function wentBack(account: Account, finding: Finding): string {
  if (finding.class !== 'true-overpayment') return '';
  const equal = (tx: number): boolean => Math.abs(effectOf(account.ledger, tx) - finding.cents) <= account.policy.parameters.centsTol;
  const tx = account.live.find((posting) => equal(posting) && (isDebit(account, posting) || isOthersRefund(account, posting, finding)));
  if (tx === undefined) return '';
  const amount = money(effectOf(account.ledger, tx));
  return kindOf(account.ledger, tx) === Kind.Refund
    ? `Whether the refund of ${amount} posted to ${nameOf(account, partyOf(account.ledger, tx))} was this money.`
    : `Whether the debit adjustment of ${amount} stands for this money: then it has gone back already.`;
}

/** A debit that left the write-offs below the correct ones by as much. */
function isDebit(account: Account, tx: number): boolean {
  const { ledger, terms, adjustments, policy } = account;
  const short = (terms.correct ?? adjustments) - adjustments;
  return isIn(ADJUSTMENTS, kindOf(ledger, tx)) && effectOf(ledger, tx) <= short + policy.parameters.centsTol;
}

/** A refund to another party that left that party short by as much. */
function isOthersRefund(account: Account, tx: number, finding: Finding): boolean {
  const { ledger, policy } = account;
  const party = partyOf(ledger, tx);
  if (kindOf(ledger, tx) !== Kind.Refund || party === finding.party) return false;
  return -(account.excess(party) ?? 0) >= effectOf(ledger, tx) - policy.parameters.centsTol;
}
