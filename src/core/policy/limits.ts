/** Other periods of the policy: recoupment look-back (domain.md 4.7), dormancy (4.8), six years (4.1), the old CMS-838 calendar (4.4). */
import { NO_DAY, addDays } from '../day';
import type { Day } from '../day';
import type { Party } from '../ledger';
import { addMonths, after, quarterEnd } from './calendar';
import type { Policy, PolicyRow } from './policy';
import { resolveOne } from './resolve';

export interface Limit {
  readonly row: PolicyRow;
  /** Last day of the period; 0 = no limit ("none"). */
  readonly until: Day;
}

function limitOf(policy: Policy, topic: PolicyRow['topic'], key: string, state: string, party: Party | null, from: Day): Limit | null {
  const payerClass = party?.payerClass ?? 'self-pay';
  const row = resolveOne(policy.rows, {
    topic,
    key,
    state: state.trim().toUpperCase(),
    payerClass,
    federal: party?.federal ?? false,
    providerType: '',
    on: from,
  });
  if (row === null) return null;
  return { row, until: row.value === 'none' ? NO_DAY : (after(from, Number(row.value), row.unit) ?? NO_DAY) };
}

/**
 * The last day on which a commercial payer may demand money it paid on `paidOn`; null when the state has no row (domain.md 4.7). The
 * longer COB period holds where coordination of benefits is the reason.
 */
export function recoupmentLimit(policy: Policy, state: string, payer: Party, paidOn: Day, isCob: boolean): Limit | null {
  const cob = isCob ? limitOf(policy, 'RECOUP_LIMIT', 'cob', state, payer, paidOn) : null;
  return cob ?? limitOf(policy, 'RECOUP_LIMIT', 'general', state, payer, paidOn);
}

/** When a patient credit becomes dormant, counted from the day the obligation arose; null without a row for the state (domain.md 4.8). */
export const dormantOn = (policy: Policy, state: string, since: Day): Limit | null => limitOf(policy, 'ESCHEAT', 'patient_credit', state, null, since);

/** Six years from receipt: older Medicare overpayments are outside the look-back (domain.md 4.1). */
export const lookbackEnd = (receivedOn: Day): Day => addMonths(receivedOn, 72);

/** Legacy CMS-838: 30 days after the end of the quarter (domain.md 4.4). */
export const legacyReportDue = (value: Day): Day => addDays(quarterEnd(value), 30);
