/** The computer's clock and timers: the only place outside the pane where time comes in. Tests bring their own. */
import { dayOf, NO_DAY } from '../core/day';
import type { Day } from '../core/day';
import type { Clock, Timers } from './session';

export const systemClock: Clock = { now: () => Date.now() };

export const systemTimers: Timers = {
  after: (milliseconds, action) => {
    const handle = setTimeout(action, milliseconds);
    return () => clearTimeout(handle);
  },
};

/** Today in the person's own time zone. */
export function today(now = new Date()): Day {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? NO_DAY;
}
