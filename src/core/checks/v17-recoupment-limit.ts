/**
 * V17: the payer may still ask (domain.md 3 and 4.7).
 *
 * A Texas plan paid 400 days ago; its 180 days to demand money back are over. If it asks now, somebody decides before anything is paid.
 * The limit binds the payer's demand; it is no right to keep money known to be overpaid, and it never holds for federal payers.
 */
import type { Ledger } from '../ledger';
import type { AccountView } from '../accountView';
import type { Check, CheckOutcome } from '../credit';
import { toIso } from '../day';
import type { Day } from '../day';
import { recoupmentLimit } from '../policy/limits';
import type { Policy } from '../policy/policy';
import { accountText, partyAt, receivedOn, refundedPayments, refundsOf } from './facts';
import type { Target } from './facts';
import { fail, notTestable, pass, worst } from './outcome';

const COB = ['C03', 'C16', 'C17'];

function ofPayer(ledger: Ledger, account: AccountView, policy: Policy, target: Target): CheckOutcome {
  const payer = partyAt(ledger, target.party);
  if (payer.federal) return pass;
  const state = accountText(ledger, 'state', account.index).trim().toUpperCase();
  if (state === '') return notTestable('the state of the account');
  const received = refundedPayments(ledger, account, target).map((tx) => receivedOn(ledger, tx));
  if (received.length === 0 || received.includes(0)) return notTestable('the date of the payment');
  const limit = recoupmentLimit(policy, state, payer, Math.max(...received) as Day, target.finding !== null && COB.includes(target.finding.cause));
  if (limit === null) return notTestable(`a recoupment limit for ${state} in the policy`);
  if (limit.until === 0 || policy.asOf <= limit.until) return pass;
  return fail(
    `${payer.name} could ask for this money until ${toIso(limit.until) ?? ''} (${limit.row.id}).`,
    'If the payer asks, escalate before paying; if you refund on your own, say so. Check the contract.',
  );
}

export const v17: Check = {
  id: 'V17',
  title: 'Recoupment limit',
  stage: 'review',
  severity: 'warn',
  test(credit, account, ledger, policy) {
    const outcomes = refundsOf(credit)
      .filter((target) => target.kind === 'payer')
      .map((target) => ofPayer(ledger, account, policy, target));
    return worst(outcomes);
  },
};
