/**
 * Amounts as billing systems write them, to whole cents, in one pass over the characters (exports.md hazard 14): `$`, thousands, no-break spaces,
 * parentheses, trailing minus, CR/DR, <…>, European decimals, numbers as text, binary residue. Nothing is summed as a float.
 */
import { centsOfNumber } from '../core/money';
import type { CellValue } from './contract';

export const Money = {
  Ok: 0,
  Blank: 1,
  /** Reads differently in US and European style ("1,234", "1.234"): the column decides. */
  Ambiguous: 2,
  Unreadable: 3,
} as const;
export type Money = (typeof Money)[keyof typeof Money];

/** Result of the last scan; one shared object, so that a million cells make no garbage. Read it before the next call. */
export interface MoneyScan {
  state: Money;
  cents: number;
  /** What the separators prove: 1 US, −1 European, 0 nothing. */
  style: -1 | 0 | 1;
  /** For Ambiguous: the cents under each reading. */
  us: number;
  european: number;
}
const out: MoneyScan = { state: Money.Blank, cents: 0, style: 0, us: 0, european: 0 };

const BLANK_WORDS = new Set(['null', '(null)', 'n/a', 'na', 'none', '\\n', 'nan', '.', '--', '---']);
const WORD_SIGNS: Readonly<Record<string, number>> = { cr: -1, 'cr.': -1, dr: 1, 'dr.': 1, db: 1 };

const result = (state: Money, cents = 0, style: -1 | 0 | 1 = 0): MoneyScan => {
  out.state = state;
  out.cents = cents === 0 ? 0 : cents;
  out.style = style;
  return out;
};

/** Reads a cell. Errors, words and numbers beyond exact cents are Unreadable. Never throws. */
export function scanMoney(value: CellValue): MoneyScan {
  if (typeof value === 'number') {
    const cents = centsOfNumber(value);
    return cents === null ? result(Money.Unreadable) : result(Money.Ok, cents);
  }
  if (value === null || value === '') return result(Money.Blank);
  if (typeof value === 'boolean') return result(Money.Unreadable);
  const plain = plainCents(value);
  return plain === plain ? result(Money.Ok, plain, 1) : scanText(value);
}

/** Longest text whose cents are exact for certain. */
const PLAIN = 16;
/** "$1,234.50", "(1,234.50)", "-12.00": the common forms with two decimals in one pass; NaN for every other text. */
function plainCents(text: string): number {
  let end = text.length;
  if (end < 4 || end > PLAIN) return Number.NaN;
  let at = 0;
  const first = text.charCodeAt(0);
  const negative = first === 40 || first === 45;
  if (negative) at++;
  if (first === 40 && text.charCodeAt(--end) !== 41) return Number.NaN;
  if (text.charCodeAt(at) === 36) at++;
  const mark = end - 3;
  const tens = text.charCodeAt(end - 2) - 48;
  const ones = text.charCodeAt(end - 1) - 48;
  if (text.charCodeAt(mark) !== 46 || tens < 0 || tens > 9 || ones < 0 || ones > 9) return Number.NaN;
  const whole = wholeOf(text, at, mark);
  return negative ? -(whole * 100 + tens * 10 + ones) : whole * 100 + tens * 10 + ones;
}

/** Digits from…to−1, commas only before groups of three; NaN for anything else. */
function wholeOf(text: string, from: number, to: number): number {
  let whole = 0;
  let digits = 0;
  let grouped = false;
  for (let at = from; at < to; at++) {
    const c = text.charCodeAt(at);
    if (c >= 48 && c <= 57) {
      whole = whole * 10 + (c - 48);
      digits++;
    } else if (c !== 44 || digits === 0 || digits > 3 || (grouped && digits !== 3)) return Number.NaN;
    else {
      grouped = true;
      digits = 0;
    }
  }
  return digits === 0 || (grouped && digits !== 3) ? Number.NaN : whole;
}

const isSpace = (c: number): boolean =>
  c === 32 || c === 9 || c === 10 || c === 13 || c === 0xa0 || c === 0x202f || c === 0x2007 || c === 0x2009 || c === 0xfeff;
const isMinus = (c: number): boolean => c === 45 || c === 0x2212 || c === 0x2013 || c === 0x2014 || c === 0xad || c === 0x2010 || c === 0x2011;

function scanText(text: string): MoneyScan {
  if (text.length > 60) return result(text.trim() === '' ? Money.Blank : Money.Unreadable);
  let digits = 0;
  let signs = 0;
  let negative = false;
  let open = 0;
  let first = -1;
  let last = -1;
  let currency = 0;
  let word = '';
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 48 && c <= 57) {
      if (word !== '') return odd(text);
      if (first < 0) first = i;
      last = i;
      digits++;
    } else if (c === 46 || c === 44 || c === 39 || c === 0x2019) {
      if (first < 0 && c !== 46 && c !== 44) return odd(text);
      if (first < 0) first = i;
      last = i;
    } else if (isSpace(c)) continue;
    else if (isMinus(c)) {
      signs++;
      negative = true;
      if (first >= 0 && hasDigitAfter(text, i)) return odd(text);
    } else if (c === 43) {
      signs++;
      if (first >= 0) return odd(text);
    } else if (c === 40 || c === 60) {
      if (first >= 0 || open !== 0) return result(Money.Unreadable);
      open = c;
    } else if (c === 41 || c === 62) {
      if (open !== (c === 41 ? 40 : 60)) return result(Money.Unreadable);
      open = -1;
    } else if (c === 36 || c === 0x20ac || c === 0xa3) {
      if (currency !== 0 && currency !== c) return result(Money.Unreadable);
      if (c !== 36) return result(Money.Unreadable);
      currency = c;
    } else word += text[i] as string;
  }
  if (open > 0) return result(Money.Unreadable);
  if (open === -1) {
    signs++;
    negative = true;
  }
  if (word !== '') {
    const sign = WORD_SIGNS[word.toLowerCase()];
    if (sign === undefined) return digits === 0 && BLANK_WORDS.has(text.trim().toLowerCase()) ? result(Money.Blank) : odd(text);
    if (sign < 0) negative = true;
    signs++;
  }
  if (digits === 0) return nothing(text, signs, currency);
  if (signs > 1) return result(Money.Unreadable);
  return number(text, first, last, negative);
}

/** "-", "$ -": how accounting formats show a zero once they are text. */
function nothing(text: string, signs: number, currency: number): MoneyScan {
  const trimmed = text.replace(/[\s\u00a0$]/g, '');
  if (trimmed === '') return currency === 0 ? result(Money.Blank) : result(Money.Unreadable);
  if (signs === 1 && trimmed.length === 1 && isMinus(trimmed.charCodeAt(0))) return result(Money.Ok, 0);
  return result(BLANK_WORDS.has(trimmed.toLowerCase()) ? Money.Blank : Money.Unreadable);
}

function hasDigitAfter(text: string, from: number): boolean {
  for (let i = from + 1; i < text.length; i++) if (text.charCodeAt(i) >= 48 && text.charCodeAt(i) <= 57) return true;
  return false;
}

/** Scientific text, as a residue of doubles in a csv ("2.8E-14"); everything else is unreadable. */
function odd(text: string): MoneyScan {
  if (!/^\s*[-+]?\d+(\.\d+)?[eE][-+]?\d{1,3}\s*$/.test(text)) return result(Money.Unreadable);
  const cents = centsOfNumber(Number(text));
  return cents === null ? result(Money.Unreadable) : result(Money.Ok, cents);
}

/** The digits between first and last: finds the decimal mark, checks the thousands groups. */
function number(text: string, first: number, last: number, negative: boolean): MoneyScan {
  let dots = 0;
  let commas = 0;
  let quotes = 0;
  let lastDot = -1;
  let lastComma = -1;
  for (let i = first; i <= last; i++) {
    const c = text.charCodeAt(i);
    if (c === 46) {
      dots++;
      lastDot = i;
    } else if (c === 44) {
      commas++;
      lastComma = i;
    } else if (c === 39 || c === 0x2019) quotes++;
  }
  if (dots === 0 && commas === 0) return finish(text, first, last, -1, negative, 0, isSpace);
  if (dots > 0 && commas > 0) {
    const us = lastDot > lastComma;
    if ((us ? dots : commas) > 1) return result(Money.Unreadable);
    return finish(text, first, last, us ? lastDot : lastComma, negative, us ? 1 : -1, us ? isCommaOrSpace : isDotOrSpace);
  }
  const mark = dots > 0 ? lastDot : lastComma;
  const count = dots + commas;
  const after = last - mark;
  if (count > 1) return finish(text, first, last, -1, negative, dots > 0 ? -1 : 1, dots > 0 ? isDotOrSpace : isCommaOrSpace);
  const before = mark - first;
  if (after === 3 && before >= 1 && before <= 3 && !(before === 1 && text.charCodeAt(first) === 48) && quotes === 0)
    return ambiguous(text, first, last, mark, negative, dots > 0);
  return finish(text, first, last, mark, negative, dots > 0 ? 1 : -1, isSpaceOrQuote);
}

const isCommaOrSpace = (c: number): boolean => c === 44 || isSpace(c);
const isDotOrSpace = (c: number): boolean => c === 46 || isSpace(c);
const isSpaceOrQuote = (c: number): boolean => c === 39 || c === 0x2019 || isSpace(c);

function ambiguous(text: string, first: number, last: number, mark: number, negative: boolean, dot: boolean): MoneyScan {
  const whole = finish(text, first, last, -1, negative, 0, dot ? isDotOrSpace : isCommaOrSpace);
  if (whole.state !== Money.Ok) return whole;
  const asThousands = whole.cents;
  const asDecimal = finish(text, first, last, mark, negative, 0, isSpace).cents;
  out.us = dot ? asDecimal : asThousands;
  out.european = dot ? asThousands : asDecimal;
  return result(Money.Ambiguous, out.us);
}

/** Whole part in groups of three when separated, decimals rounded half away from zero. `mark` −1: no decimals. */
function finish(text: string, first: number, last: number, mark: number, negative: boolean, style: -1 | 0 | 1, separator: (c: number) => boolean): MoneyScan {
  let whole = 0;
  let group = -1;
  const end = mark < 0 ? last : mark - 1;
  for (let i = first; i <= end; i++) {
    const c = text.charCodeAt(i);
    if (c >= 48 && c <= 57) {
      whole = whole * 10 + (c - 48);
      if (group >= 0) group++;
    } else if (separator(c) || (mark >= 0 && (c === 39 || c === 0x2019))) {
      // Groups of two before the last three: lakh and crore.
      if (group >= 0 && group !== 3 && !(group === 2 && c === 44)) return result(Money.Unreadable);
      group = 0;
    } else return result(Money.Unreadable);
  }
  if (group >= 0 && group !== 3) return result(Money.Unreadable);
  let cents = 0;
  let place = 0;
  if (mark >= 0) {
    for (let i = mark + 1; i <= last; i++) {
      const c = text.charCodeAt(i);
      if (c < 48 || c > 57) return result(Money.Unreadable);
      place++;
      if (place <= 2) cents = cents * 10 + (c - 48);
      else if (place === 3 && c >= 53) cents++;
    }
    if (place === 1) cents *= 10;
  }
  const total = whole * 100 + cents;
  if (total > 9_000_000_000_000_000) return result(Money.Unreadable);
  return result(Money.Ok, negative ? -total : total, style);
}
