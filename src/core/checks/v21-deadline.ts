/**
 * V21: the due day has not passed (domain.md 3 and 4). Past due is escalated, never closed by itself. Waiting for a federal payer's
 * takeback escalates ten days before the due day.
 */
import type { Check, CheckOutcome, SettledFinding } from '../credit';
import { toIso } from '../day';
import type { Ledger } from '../ledger';
import type { Policy } from '../policy/policy';
import { rowsOfTopic } from '../policy/resolve';
import { isFederal, refundsOf } from './facts';
import { fail, notTestable, pass, worst } from './outcome';

const CLEARS = 'Escalate, and say what was decided and when.';

const leadDays = (policy: Policy): number =>
  Number(rowsOfTopic(policy.rows, 'HOLD').find((row) => row.key === 'escalate_before_due_days' && row.status === 'ACTIVE')?.value ?? 10);

function ofFinding(finding: SettledFinding, ledger: Ledger, policy: Policy): CheckOutcome {
  if (finding.due === 0) return notTestable('a deadline for this refund in the policy');
  const due = toIso(finding.due) ?? '';
  if (finding.due < policy.asOf) return fail(`This refund was due on ${due} (${finding.dueBasis}).`, CLEARS);
  const waits = finding.resolution === 'AWAIT_TAKEBACK' && isFederal(ledger, finding.party);
  if (waits && finding.due - leadDays(policy) <= policy.asOf) return fail(`The takeback has not come and the refund is due on ${due}.`, CLEARS);
  return pass;
}

export const v21: Check = {
  id: 'V21',
  title: 'Within the deadline',
  stage: 'review',
  severity: 'warn',
  test(credit, _account, ledger, policy) {
    const outcomes = refundsOf(credit).flatMap((target) => (target.finding === null ? [] : [ofFinding(target.finding, ledger, policy)]));
    return worst(outcomes);
  },
};
