/**
 * When a patient's money becomes unclaimed property (domain.md 4.8): after the state's dormancy, counted from the day the account went into credit,
 * for want of the owner's last contact. Money of payers is not counted here, that of federal programmes never becomes unclaimed property.
 *
 * Example: 120.00 of a patient in Texas since 2026-03-01: three years, so it is dormant after 2029-03-01.
 */
import type { Finding } from './credit';
import { NO_DAY } from './day';
import type { Day } from './day';
import { dormantOn } from './policy/limits';
import type { Policy } from './policy/policy';

/** The last day before it is dormant; 0 for money that is no patient's, or where the day, the state or its period is not known. */
export function dormancyOf({ owedTo }: Pick<Finding, 'owedTo'>, since: Day, state: string, policy: Policy): Day {
  if (owedTo.kind !== 'patient' || since === NO_DAY || state.trim() === '') return NO_DAY;
  return dormantOn(policy, state, since)?.until ?? NO_DAY;
}
