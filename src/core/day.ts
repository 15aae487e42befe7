/**
 * Days are whole Excel serial numbers in the 1900 date system (1 = 1900-01-01, 36526 = 2000-01-01). No time, no time zone.
 * Serial 60 is Excel's phantom 29 February 1900; days before 1 March 1900 do not occur in billing and are refused.
 */
declare const dayBrand: unique symbol;

/** A day serial; 0 means "not known". */
export type Day = number & { readonly [dayBrand]: true };

export const NO_DAY = 0 as Day;
const UNIX_EPOCH = 25569;
const MS_A_DAY = 86_400_000;

/** Brands a serial. Throws RangeError outside 1900-03-01 … 9999-12-31 (0, "not known", is allowed). */
export function day(serial: number): Day {
  if (serial !== 0 && (!Number.isInteger(serial) || serial < 61 || serial > 2_958_465)) throw new RangeError('day serial out of range');
  return serial as Day;
}

/** Civil date to serial; null when there is no such date (31 February). Month 1…12. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const ms = Date.UTC(year, month - 1, date);
  const back = new Date(ms);
  if (year < 1901 || year > 9999 || back.getUTCFullYear() !== year || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== date) return null;
  return (Math.round(ms / MS_A_DAY) + UNIX_EPOCH) as Day;
}

/** "YYYY-MM-DD", or null for "not known". */
export function toIso(value: Day): string | null {
  if (value === 0) return null;
  const known = written.get(value);
  if (known !== undefined) return known;
  const text = new Date((value - UNIX_EPOCH) * MS_A_DAY).toISOString().slice(0, 10);
  if (written.size < MOST_WRITTEN) written.set(value, text);
  return text;
}
/** The few thousand days of billing are written again and again. */
const written = new Map<number, string>();
const MOST_WRITTEN = 50_000;

/** "YYYY-MM-DD" to serial; null when the text is anything else. */
export function fromIso(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** A day so many calendar days later (or earlier). */
export const addDays = (value: Day, days: number): Day => day(value + days);
