/**
 * The federal 60-day rule with its suspension (domain.md 4.1), in the conservative reading: days before identification suspend nothing,
 * an expired clock does not revive, and no suspension runs beyond 180 days after identification.
 *
 * Identified 2026-01-10: due 2026-03-11. Investigated from 01-20 to 03-01: 40 days more, due 2026-04-20.
 */
import { addDays } from '../day';
import type { Day } from '../day';
import { earlier, later } from './calendar';

export interface Investigation {
  readonly start: Day;
  /** 0 = still running. */
  readonly end: Day;
}
export interface SixtyDayRule {
  readonly days: number;
  /** Longest suspension, counted from identification. */
  readonly capDays: number;
}
export const SIXTY_DAYS: SixtyDayRule = { days: 60, capDays: 180 };

/** Days by which a good-faith investigation suspends the deadline. */
export function suspendedDays(identified: Day, investigation: Investigation | null, rule: SixtyDayRule = SIXTY_DAYS): number {
  if (investigation === null || investigation.start === 0) return 0;
  const start = later(investigation.start, identified);
  if (start > addDays(identified, rule.days)) return 0;
  const cap = addDays(identified, rule.capDays);
  const end = investigation.end === 0 ? cap : earlier(investigation.end, cap);
  return Math.max(0, end - start);
}

/** identified + 60 + suspended days. */
export function sixtyDayDue(identified: Day, investigation: Investigation | null, rule: SixtyDayRule = SIXTY_DAYS): Day {
  return addDays(identified, rule.days + suspendedDays(identified, investigation, rule));
}
