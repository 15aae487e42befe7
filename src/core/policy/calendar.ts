/** Counting days the way deadlines do. Day 1 is the day after the trigger. */
import { addDays, day, dayOf } from '../day';
import type { Day } from '../day';

const MS_A_DAY = 86_400_000;
const UNIX_EPOCH = 25569;

interface Civil {
  readonly year: number;
  /** 1…12 */
  readonly month: number;
  readonly date: number;
}
function civil(value: Day): Civil {
  const utc = new Date((value - UNIX_EPOCH) * MS_A_DAY);
  return { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, date: utc.getUTCDate() };
}
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const built = (year: number, month: number, date: number): Day => {
  const found = dayOf(year, month, date);
  if (found === null) throw new RangeError('no such day');
  return found;
};

/** So many months later on the same date, or on the last day of a shorter month (31 Jan + 1 month = 28 or 29 Feb). */
export function addMonths(value: Day, months: number): Day {
  const from = civil(value);
  const index = from.year * 12 + (from.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return built(year, month, Math.min(from.date, daysIn(year, month)));
}

const isWeekday = (value: Day): boolean => {
  const weekday = new Date((value - UNIX_EPOCH) * MS_A_DAY).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

/** So many Mondays-to-Fridays later. Holidays are not left out: the earlier date is the safer one. */
export function addBusinessDays(value: Day, days: number): Day {
  let current = value;
  for (let left = days; left > 0;) {
    current = addDays(current, 1);
    if (isWeekday(current)) left--;
  }
  return current;
}

/** The last day of the quarter a day lies in. */
export function quarterEnd(value: Day): Day {
  const { year, month } = civil(value);
  const last = Math.ceil(month / 3) * 3;
  return built(year, last, daysIn(year, last));
}

/** A period of a policy row behind a day; null when the unit is no period. */
export function after(value: Day, count: number, unit: string): Day | null {
  switch (unit) {
    case 'calendar_days':
      return addDays(value, count);
    case 'business_days':
      return addBusinessDays(value, count);
    case 'months':
      return addMonths(value, count);
    default:
      return null;
  }
}

export const earlier = (a: Day, b: Day): Day => day(Math.min(a, b));
export const later = (a: Day, b: Day): Day => day(Math.max(a, b));
