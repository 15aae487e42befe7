/** The State of each line of Refunds: what the next person does, or why it may not go out (design.md 6, domain.md 5.6). */
import type { CheckId, CheckResult } from '../core/credit';
import type { PaymentRefund } from '../core/checks/payment';
import { add, cents, toDollars, ZERO } from '../core/money';
import type { Cents } from '../core/money';
import { normalKey } from '../core/policy/normalise';
import type { Policy } from '../core/policy/policy';
import { refundRun } from '../core/policy/refundRun';
import { dollarsOf } from './creditRows';
import { earlierRefunds, isVoid, text } from './refundLines';
import type { CheckedLine } from './refundLines';

/** Nothing stands against paying it. */
export const READY = 'Ready';
const NOT_RELEASED = 'Not released on Credits (taken back, sent, changed, or a copied row)';

/** One state a line, in their order; '' for a row that a person wrote here, which is not ours to touch. */
export function refundStates(lines: readonly CheckedLine[], policy: Policy): string[] {
  const earlier = earlierRefunds(lines);
  const states = lines.map((line) => stateOf(line, earlier, policy));
  for (const at of overCap(lines, states, policy)) states[at] = 'Ready, waits for the next run: over the cap on Credit policy';
  return states;
}

function stateOf(line: CheckedLine, earlier: ReturnType<typeof earlierRefunds>, policy: Policy): string {
  const { released, refund } = line;
  if (!released || !refund) return line.id === '' ? '' : (line.copy ? '' : checkState(line, policy)) || NOT_RELEASED;
  if (isChanged(line)) return `Changed: Credits says ${toDollars(refund.cents)}; approve again`;
  if (released.blocks.length > 0) return 'Blocked';
  if (blocking(line.checks, 'V22')) return 'Twice: same payee, amount and account';
  const before = earlier.find((other) => other.checkNo !== '' && sameMoney(other, refund));
  if (before) return `Paid before: check ${before.checkNo}`;
  return signing(line, refund) || checkState(line, policy) || (blocking(line.checks, 'V18') ? 'Address missing: fill it on Payees' : READY);
}

/** The amount that was approved is not the amount of now. */
export const isChanged = ({ refund, read }: CheckedLine): boolean =>
  refund !== null && refund.approvedBy !== '' && refund.approvedOn !== 0 && read('amount') !== dollarsOf(refund.cents);

const blocking = (checks: readonly CheckResult[], id: CheckId): CheckResult | undefined =>
  checks.find((check) => check.id === id && check.result === 'fail' && check.severity === 'block');

/** '' when all who must have signed, and are allowed to. */
function signing({ checks }: CheckedLine, refund: PaymentRefund): string {
  if (refund.preparedBy === '') return 'To prepare';
  const failed = blocking(checks, 'V20');
  if (!failed) return '';
  if (refund.approvedBy === '' || refund.approvedOn === 0) return 'To approve';
  return `${failed.message} ${failed.clears}`;
}

const sameMoney = (a: PaymentRefund, b: PaymentRefund): boolean =>
  a.facility === b.facility && a.account === b.account && a.payeeKind === b.payeeKind && normalKey(a.payee) === normalKey(b.payee) && a.cents === b.cents;

/** What the check number and its clearing say; '' without a check. */
function checkState({ read }: CheckedLine, policy: Policy): string {
  const [checkNo, clearedOn, approvedOn] = [text(read('checkNo')), read('clearedOn'), read('approvedOn')];
  if (isVoid(checkNo)) return 'Check void: clear Check no to issue it anew';
  if (text(clearedOn) !== '' && checkNo === '') return 'Cleared without a check: fill Check no';
  if (typeof clearedOn === 'number' && typeof approvedOn === 'number' && clearedOn < approvedOn) return 'Cleared before it was approved: mend the dates';
  if (text(clearedOn) !== '') return 'Check cleared';
  if (checkNo === '') return '';
  const { staleDays } = refundRun(policy);
  const age = typeof approvedOn === 'number' ? policy.asOf - approvedOn : 0;
  return age > staleDays ? `Check stale: not cleared in ${staleDays} days; void it and issue it anew, or track it as unclaimed` : 'Check issued';
}

/** Places of ready lines that the caps of one run leave out: the nearest deadline goes first, then the order of the sheet. */
function overCap(lines: readonly CheckedLine[], states: readonly string[], policy: Policy): number[] {
  const { mostCents, mostRefunds } = refundRun(policy);
  const due = (at: number): number => lines[at]?.released?.finding.due || Number.MAX_SAFE_INTEGER;
  const ready = [...lines.keys()].filter((at) => states[at] === READY).toSorted((a, b) => due(a) - due(b) || a - b);
  let [total, count]: [Cents, number] = [ZERO, 0];
  return ready.filter((at) => {
    const next = add(total, lines[at]?.refund?.cents ?? cents(0));
    if ((mostCents !== null && next > mostCents) || (mostRefunds !== null && count >= mostRefunds)) return true;
    [total, count] = [next, count + 1];
    return false;
  });
}
