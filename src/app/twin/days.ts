/**
 * Dates of the twin: every date of the source so many weeks earlier, so that order, weekdays and distances stay. The number is chosen so that no date
 * of the twin is a date of the source. Dates of birth, which nothing is measured from, may move by another number.
 */
import { toIso } from '../../core/day';
import type { Day } from '../../core/day';
import { isPlaceholder, scanDate, TWO_READINGS } from '../../intake/dates';

/** 52 weeks: the weekday stays, the season nearly. */
const STEP = 364;
/** Forty years: longer than any export. */
const MOST = 14_560;
const OFFSET_1904 = 1462;
const EARLIEST = 7306; // 1920-01-01, as in reading
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const LONG_MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'] as const;

const ISO = /^(\d{4})([-/.])(\d{1,2})([-/.])(\d{1,2})/;
const THREE = /^(\d{1,2})([-/.])(\d{1,2})([-/.])(\d{4}|\d{2})/;
const NAMED_MIDDLE = /^(\d{1,2})([-\s/.]*)([a-z]{3,9})(\.?[-\s/.,]*)(\d{4}|\d{2})/i;
const NAMED_FIRST = /^([a-z]{3,9})(\.?\s+)(\d{1,2})((?:st|nd|rd|th)?,?\s+)(\d{4})/i;

export class Days {
  private readonly seen = new Set<number>();
  private readonly each = new Map<number, number>();
  private readonly given = new Set<number>();
  private chosen: number | undefined;

  /** `all`: every date of the source, also of other columns; the twin has none of them. */
  constructor(
    private readonly lastYear: number,
    private readonly date1904: boolean,
    private readonly all: Set<number>,
  ) {}

  /** Told of every date of the source before the first is moved. */
  see(value: string | number, dayFirst: boolean): void {
    const found = this.read(value, dayFirst);
    if (found <= 0) return;
    this.seen.add(found);
    this.all.add(found);
  }

  /** By how many days everything is earlier, from then on fixed; 0 = each date moves by itself, since they stand too close over too long a time. */
  get earlier(): number {
    this.chosen ??= this.choose();
    return this.chosen;
  }

  private choose(): number {
    const isFree = (days: number): boolean => {
      for (const day of this.seen) if (this.all.has(day - days)) return false;
      return true;
    };
    for (let days = STEP; days <= MOST; days += STEP) if (isFree(days)) return days;
    return 0;
  }

  private target(day: number): number {
    const moved = day - this.earlier;
    return this.earlier > 0 && moved >= EARLIEST ? moved : this.alone(day);
  }

  /** The nearest earlier day that the source does not have and that stands for no other. */
  private alone(day: number): number {
    let free = this.each.get(day);
    if (free !== undefined) return free;
    free = day - 1;
    while (this.all.has(free) || this.given.has(free)) free -= 1;
    this.given.add(free);
    this.each.set(day, free);
    return free;
  }

  /** A serial (with its time) or a date text in its own way of writing; null for what is no date. */
  moved(value: string | number, dayFirst: boolean): string | number | null {
    const found = this.read(value, dayFirst);
    if (found <= 0) return typeof value === 'string' && isPlaceholder(value) ? value : null;
    const target = this.target(found);
    if (typeof value === 'number') return Number.isInteger(value) && value > 19_000_000 ? Number(compact(target)) : value + target - found;
    const start = value.length - value.trimStart().length;
    return value.slice(0, start) + this.movedText(value.slice(start), target, dayFirst);
  }

  private movedText(text: string, day: number, dayFirst: boolean): string {
    const [year = '', month = '', date = ''] = (toIso(day as Day) ?? '').split('-');
    const part = (made: string, was: string): string =>
      was.length === 1 ? String(Number(made)) : was.length === 2 && made.length === 4 ? made.slice(2) : made;
    const tail = (match: RegExpExecArray): string => text.slice(match[0].length);
    let match = ISO.exec(text);
    if (match) return `${year}${match[2]}${part(month, match[3] ?? '')}${match[4]}${part(date, match[5] ?? '')}${tail(match)}`;
    match = THREE.exec(text);
    if (match) {
      const isDayFirst = Number(match[1]) > 12 || (dayFirst && Number(match[3]) <= 12);
      const [a, b] = isDayFirst ? [date, month] : [month, date];
      return `${part(a, match[1] ?? '')}${match[2]}${part(b, match[3] ?? '')}${match[4]}${part(year, match[5] ?? '')}${tail(match)}`;
    }
    match = NAMED_MIDDLE.exec(text);
    if (match) return `${part(date, match[1] ?? '')}${match[2]}${monthLike(month, match[3] ?? '')}${match[4]}${part(year, match[5] ?? '')}${tail(match)}`;
    match = NAMED_FIRST.exec(text);
    if (match) return `${monthLike(month, match[1] ?? '')}${match[2]}${part(date, match[3] ?? '')}${match[4]}${year}${tail(match)}`;
    return /^\d{8}/.test(text) ? compact(day) + text.slice(8) : text.replace(/^\d{5}/, () => String(day - (this.date1904 ? OFFSET_1904 : 0)));
  }

  private read(value: string | number, dayFirst: boolean): number {
    const found = scanDate(value, this.date1904, this.lastYear);
    return found.day === TWO_READINGS ? (dayFirst ? found.dayFirst : found.monthFirst) : found.day;
  }
}

const compact = (day: number): string => (toIso(day as Day) ?? '').replaceAll('-', '');

function monthLike(month: string, was: string): string {
  const place = Number(month) - 1;
  const made = (was.length > 3 ? LONG_MONTHS : MONTHS)[place] ?? '';
  return was === was.toUpperCase() ? made.toUpperCase() : was[0] === was[0]?.toUpperCase() ? (made[0] ?? '').toUpperCase() + made.slice(1) : made;
}

/** True when some value of a column can only be read with the day first and none only with the month first. */
export function isDayFirst(values: readonly unknown[], lastYear: number): boolean {
  let dayFirst = false;
  for (const value of values) {
    if (typeof value !== 'string') continue;
    const { order } = scanDate(value, false, lastYear);
    if (order === 1) return false;
    dayFirst ||= order === -1;
  }
  return dayFirst;
}

/** True for a date written with separators: not for digits alone, which may be a code. */
export const isDateText = (text: string): boolean => /^\s*(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2}))(?!\d)/.test(text);

export const lastYearOf = (asOf: Day): number => Number((toIso(asOf) ?? '2099').slice(0, 4)) + 1;
