/** The pane's clock: today in the person's own time zone. The core has none. */
import { dayOf, NO_DAY, type Day } from '../core/day';

export function today(now = new Date()): Day {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? NO_DAY;
}
