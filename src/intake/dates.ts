/**
 * Dates as exports write them, to day serials (exports.md hazard 13). Serials with a time fraction, ISO with or without time and Z, US and
 * day-first text with times, dotted dates, month names, 8-digit dates, two-digit years, the 1904 system, the literal "yyyymmdd". Text whose order of
 * day and month the value itself does not show is returned as two candidates: the column decides.
 */
import { dayOf } from '../core/day';
import type { CellValue } from './contract';

export interface DateScan {
  /** A serial; 0 blank, −1 unreadable, −2 two readings. */
  day: number;
  monthFirst: number;
  dayFirst: number;
  /** What the value proves about its column: 1 month first, −1 day first, 0 nothing. */
  order: -1 | 0 | 1;
  /** A two-digit year was completed. */
  shortYear: boolean;
  /** A serial or an eight-digit number rather than text. */
  numeric: boolean;
}
const out: DateScan = { day: 0, monthFirst: 0, dayFirst: 0, order: 0, shortYear: false, numeric: false };

export const UNREADABLE_DAY = -1;
export const TWO_READINGS = -2;
const EARLIEST = 7306; // 1920-01-01: nobody billed before
export const LATEST = 73050; // 2099-12-31
const OFFSET_1904 = 1462;
const MONTHS: Readonly<Record<string, number>> = { jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, oct: 10, nov: 11, dec: 12 };
const PLACEHOLDERS = new Set([
  'yyyymmdd',
  'mm/dd/yyyy',
  'yyyy-mm-dd',
  'dd/mm/yyyy',
  'mmddyyyy',
  'null',
  '(null)',
  'n/a',
  'na',
  'none',
  '-',
  '--',
  '00/00/0000',
  '0000-00-00',
  '00000000',
  '0',
  '/  /',
  '/ /',
  '  /  /',
  '__/__/____',
  '\\n',
  'tbd',
]);

const found = (value: number, numeric = false): DateScan => {
  out.day = value;
  out.numeric = numeric;
  return out;
};

/** Reads a cell. `lastYear` is the last plausible year for two-digit years (the year after the as-of date). Never throws. */
export function scanDate(value: CellValue, date1904: boolean, lastYear: number): DateScan {
  out.order = 0;
  out.shortYear = false;
  if (typeof value === 'number') return found(ofNumber(value, date1904), true);
  if (value === null || value === '') return found(0);
  if (typeof value === 'boolean') return found(UNREADABLE_DAY);
  const text = value.trim();
  if (text === '' || PLACEHOLDERS.has(text.toLowerCase())) return found(0);
  if (text.length > 40) return found(UNREADABLE_DAY);
  return ofText(text, lastYear, date1904);
}

/** True for a text that stands where a date belongs but is none ("yyyymmdd"). */
export const isPlaceholder = (value: CellValue): boolean => typeof value === 'string' && value.trim() !== '' && PLACEHOLDERS.has(value.trim().toLowerCase());

/** Day of a plain serial, its time left off; 0 when the number is none. */
export function serialOf(value: number, date1904: boolean): number {
  const serial = Math.floor(value) + (date1904 ? OFFSET_1904 : 0);
  return value !== 0 && serial >= EARLIEST && serial <= LATEST ? serial : 0;
}

function ofNumber(value: number, date1904: boolean): number {
  if (value === 0) return 0;
  if (Number.isInteger(value) && value >= 19_200_101 && value <= 20_991_231) return ofEight(String(value));
  return serialOf(value, date1904) || UNREADABLE_DAY;
}

const ofEight = (digits: string): number => ymd(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));
const ymd = (year: number, month: number, date: number): number => {
  const serial = dayOf(year, month, date);
  return serial === null || serial < EARLIEST || serial > LATEST ? UNREADABLE_DAY : serial;
};

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T\s].*$)/;
const THREE = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})(?:$|[\sT].*$)/;
const NAMED_MIDDLE = /^(\d{1,2})[-\s/.]*([a-z]{3,9})\.?[-\s/.,]*(\d{2}|\d{4})(?:$|[\sT].*$)/i;
const NAMED_FIRST = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:$|\s.*$)/i;

function ofText(text: string, lastYear: number, date1904: boolean): DateScan {
  let match = ISO.exec(text);
  if (match) return found(ymd(Number(match[1]), Number(match[2]), Number(match[3])));
  match = THREE.exec(text);
  if (match) return ofThree(Number(match[1]), Number(match[2]), match[3] as string, lastYear);
  if (/^\d{8}$/.test(text)) return found(ofEight(text));
  if (/^\d{5}(\.\d+)?$/.test(text)) return found(ofNumber(Number(text), date1904), true);
  match = NAMED_MIDDLE.exec(text);
  if (match) return ofNamed(match[2] as string, Number(match[1]), match[3] as string, lastYear);
  match = NAMED_FIRST.exec(text);
  if (match) return ofNamed(match[1] as string, Number(match[2]), match[3] as string, lastYear);
  return found(UNREADABLE_DAY);
}

function ofNamed(name: string, date: number, year: string, lastYear: number): DateScan {
  const month = MONTHS[name.slice(0, 3).toLowerCase()];
  return found(month === undefined ? UNREADABLE_DAY : ymd(fullYear(year, lastYear), month, date));
}

function fullYear(text: string, lastYear: number): number {
  if (text.length === 4) return Number(text);
  out.shortYear = true;
  const year = 2000 + Number(text);
  return year > lastYear ? year - 100 : year;
}

function ofThree(a: number, b: number, yearText: string, lastYear: number): DateScan {
  const year = fullYear(yearText, lastYear);
  const monthFirst = ymd(year, a, b);
  const dayFirst = ymd(year, b, a);
  if (monthFirst < 0 && dayFirst < 0) return found(UNREADABLE_DAY);
  if (monthFirst < 0 || dayFirst < 0) {
    out.order = monthFirst < 0 ? -1 : 1;
    return found(monthFirst < 0 ? dayFirst : monthFirst);
  }
  if (monthFirst === dayFirst) return found(monthFirst);
  out.monthFirst = monthFirst;
  out.dayFirst = dayFirst;
  return found(TWO_READINGS);
}
