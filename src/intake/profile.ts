/** What the values of a column look like in the sample: the evidence beside its heading (exports.md 1, "headings that mean two things"). */
import { Kind } from '../core/ledger';
import type { CellValue } from './contract';
import { scanDate } from './dates';
import { Money, scanMoney } from './money';
import { classFromWords, isPatientName } from './payers';
import { classifyWords } from './types';

export interface Profile {
  readonly filled: number;
  readonly blank: number;
  /** Shares of the filled cells, 0…1. */
  readonly money: number;
  readonly decimals: number;
  readonly negative: number;
  readonly date: number;
  readonly serial: number;
  readonly words: number;
  /** Words of a posting type, of a payer, of a person. */
  readonly types: number;
  readonly payers: number;
  readonly people: number;
  readonly long: number;
  readonly distinct: number;
  readonly values: ReadonlySet<string>;
}

const NO_CODES: ReadonlyMap<string, string> = new Map();
const LAST_YEAR = 2100;

/** True for cells that hold nothing. */
export const isBlank = (value: CellValue | undefined): boolean =>
  value === undefined || value === null || value === '' || (typeof value === 'string' && value.trim() === '');
const isType = (text: string): boolean => {
  const meaning = classifyWords(text, NO_CODES);
  return meaning.source !== 'none' && (meaning.kind !== Kind.Unknown || /^credit$/i.test(text.trim()));
};

export function profileOf(cells: readonly (CellValue | undefined)[], date1904: boolean): Profile {
  const seen = new Set<string>();
  const words = new Map<string, Words>();
  const count = { filled: 0, blank: 0, money: 0, decimals: 0, negative: 0, date: 0, serial: 0, words: 0, types: 0, payers: 0, people: 0, long: 0 };
  for (const cell of cells) {
    if (isBlank(cell)) {
      count.blank++;
      continue;
    }
    count.filled++;
    seen.add(String(cell).trim());
    if (typeof cell === 'number') tallyNumber(cell, date1904, count);
    else if (typeof cell === 'string') tallyText(cell, date1904, count, words);
  }
  const share = (n: number): number => (count.filled === 0 ? 0 : n / count.filled);
  return {
    filled: count.filled,
    blank: count.blank,
    money: share(count.money),
    decimals: share(count.decimals),
    negative: share(count.negative),
    date: share(count.date),
    serial: share(count.serial),
    words: share(count.words),
    types: share(count.types),
    payers: share(count.payers),
    people: share(count.people),
    long: share(count.long),
    distinct: seen.size,
    values: seen,
  };
}

type Tally = Record<'filled' | 'blank' | 'money' | 'decimals' | 'negative' | 'date' | 'serial' | 'words' | 'types' | 'payers' | 'people' | 'long', number>;

function tallyNumber(value: number, date1904: boolean, count: Tally): void {
  count.money++;
  if (!Number.isInteger(value)) count.decimals++;
  if (value < 0) count.negative++;
  if (Math.abs(value) >= 1e7) count.long++;
  const serial = scanDate(value, date1904, LAST_YEAR).day;
  if (serial > 29221 || (Number.isInteger(value) && value > 1.9e7 && serial > 0)) count.serial++;
}

/** Whose words a text is. */
interface Words {
  readonly type: boolean;
  readonly payer: boolean;
}
const wordsOf = (text: string): Words => ({ type: text.length < 60 && isType(text), payer: classFromWords(text) !== 'unknown' || isPatientName(text) });

/** `known`: words of this column's texts, since most columns repeat a few. */
function tallyText(value: string, date1904: boolean, count: Tally, known: Map<string, Words>): void {
  const text = value.trim();
  const date = scanDate(text, date1904, LAST_YEAR);
  if (date.day !== -1 && date.day !== 0 && !date.numeric) count.date++;
  else {
    const money = scanMoney(text);
    if (money.state === Money.Ok || money.state === Money.Ambiguous) {
      count.money++;
      if (/[.,]\d{1,2}\D*$/.test(text)) count.decimals++;
      if (money.cents < 0) count.negative++;
      if (/^\d{7,}$/.test(text)) count.long++;
    }
  }
  if (!/[a-z]/i.test(text)) return;
  count.words++;
  let words = known.get(text);
  if (words === undefined) known.set(text, (words = wordsOf(text)));
  if (words.type) count.types++;
  if (words.payer) count.payers++;
  if (/^[A-Z][A-Za-z'’-]+,\s*[A-Z]/i.test(text)) count.people++;
}
