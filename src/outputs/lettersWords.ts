/** Ready-made text for letters: Word shows a merge field as it comes, so amounts and dates are spelled here (domain.md 5.4). */
import { toIso } from '../core/day';
import type { Day } from '../core/day';
import { toDollars } from '../core/money';
import type { Cents } from '../core/money';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** Printed where the sheets hold nothing: a letter never shows an empty place. */
export const NOT_IN_FILE = 'not in our file';

/** "January 31, 2026"; '' for no day. */
export function longDate(value: Day): string {
  const [year, month, date] = (toIso(value) ?? '').split('-').map(Number);
  return value === 0 || month === undefined || date === undefined ? '' : `${MONTHS[month - 1] ?? ''} ${date}, ${year}`;
}

export const dollarsOrBlank = (amount: Cents | null): string => (amount === null ? '' : toDollars(amount));

/** One line without line breaks, for one cell. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** "Invented, Ana" is "Ana Invented"; a name without a comma, or with a firm's ending behind it, stays. */
export function inOrder(name: string): string {
  const parts = oneLine(name).split(', ');
  const [last, first] = parts;
  const isPerson = parts.length === 2 && first !== undefined && !/^(inc|llc|ltd|lp|llp|pc|pa|md|do|jr|sr|ii|iii)\.?$/i.test(first);
  return isPerson ? `${first} ${last}` : oneLine(name);
}
