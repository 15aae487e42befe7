/**
 * V05: the payer is not already taking the money back (domain.md 3; 6 P12).
 *
 * Aetna's remittance of last week shows a forwarding balance of −480.00 for this claim. A refund check on top pays the 480.00 twice.
 * Waiting never stops a federal clock: the wait ends ten days before the due day.
 */
import { Kind } from '../ledger';
import type { Ledger } from '../ledger';
import type { Policy } from '../policy/policy';
import type { AccountView } from '../accountView';
import type { Check } from '../credit';
import { toIso } from '../day';
import type { Day } from '../day';
import { dayOfTx, isFederal, livePostings, mayBePayer, partyAt, partyOf, remittancesOf, targetsOf } from './facts';
import type { Target } from './facts';
import { fail, notTestable, pass } from './outcome';

const REVERSAL = 22;
const KEEPS = ['WO', 'FB'];

/** The latest sign of a takeback by this payer within the waiting days; 0 none. */
function lastSign(ledger: Ledger, account: AccountView, target: Target, policy: Policy): number {
  const mine = (party: number): boolean => target.kind === 'unknown' || party === target.party;
  const remits = remittancesOf(ledger, account.index).filter((line) => mine(line.party) && (KEEPS.includes(line.plb) || line.status === REVERSAL));
  const postings = livePostings(ledger, account, Kind.Takeback).filter((tx) => mine(partyOf(ledger, tx)));
  const last = Math.max(0, ...remits.map((line) => line.day), ...postings.map((tx) => dayOfTx(ledger, tx)));
  return policy.asOf - last <= policy.parameters.takebackWaitDays ? last : 0;
}

/** One of three, and only one (domain.md 3 V05). */
function choices(ledger: Ledger, target: Target): string {
  const federal = isFederal(ledger, target.party) ? ' Waiting does not stop the federal clock: it ends ten days before the due day.' : '';
  return `Choose one: let the payer take it back and wait, or pay and have the payer stop its takeback, or dispute.${federal}`;
}

export const v05: Check = {
  id: 'V05',
  title: 'No takeback in progress',
  stage: 'review',
  severity: 'block',
  test(credit, account, ledger, policy) {
    const targets = mayBePayer(targetsOf(credit));
    if (targets.length === 0) return pass;
    for (const target of targets) {
      const last = lastSign(ledger, account, target, policy);
      const who = target.kind === 'unknown' ? 'A payer' : partyAt(ledger, target.party).name;
      if (last > 0) return fail(`${who} began to take money back on ${toIso(last as Day) ?? ''}.`, choices(ledger, target));
    }
    return ledger.remittances.length === 0 ? notTestable('the remittance with its reversals and provider-level (PLB) lines') : pass;
  },
};
