/**
 * V16: the payer takes refund checks (domain.md 3). Some only take money back from the next remittance: a check to them comes back or is
 * lost. Say it once for each payer in the policy: topic REFUND_PAYER, key "accepts_checks:Aetna", value yes or no, unit flag.
 */
import type { Check, CheckOutcome } from '../credit';
import type { Policy } from '../policy/policy';
import { normalKey } from '../policy/normalise';
import { refundsOf } from './facts';
import { fail, notTestable, pass, worst } from './outcome';

const KEY = 'accepts_checks:';

function ofPayer(policy: Policy, name: string): CheckOutcome {
  const row = policy.rows.find(
    (each) =>
      each.topic === 'REFUND_PAYER' &&
      each.status === 'ACTIVE' &&
      each.key.toLowerCase().startsWith(KEY) &&
      normalKey(each.key.slice(KEY.length)) === normalKey(name),
  );
  if (row === undefined) return notTestable(`whether ${name} accepts checks (policy row REFUND_PAYER, key ${KEY}${name})`);
  return row.value === 'yes' ? pass : fail(`${name} does not take refund checks.`, 'Ask the payer to take the money back.');
}

export const v16: Check = {
  id: 'V16',
  title: 'Payer accepts checks',
  stage: 'review',
  severity: 'warn',
  test(credit, _account, _ledger, policy) {
    const payers = refundsOf(credit).filter((target) => target.kind === 'payer' && target.finding?.resolution === 'REFUND_PAYER');
    const outcomes = payers.map((target) => ofPayer(policy, target.name));
    return worst(outcomes);
  },
};
