/** The columns of a table with a few of their values in words, for the person who chooses another one. */
import { day, toIso } from '../core/day';
import type { Candidate } from './columns';
import type { CellValue, HeadingPlan, SheetSample } from './contract';
import { scanDate } from './dates';

const SHOWN = 3;
const LONGEST = 40;
const LAST_YEAR = 2100;

/** `first` is the index of the first data row in the sample's head. */
export function headingsOf(sample: SheetSample, candidates: readonly Candidate[], first: number): HeadingPlan[] {
  return candidates.map(({ column, heading }) => ({ column, heading, samples: samplesOf(sample, column - sample.firstColumn, first) }));
}

function samplesOf(sample: SheetSample, index: number, first: number): string[] {
  const dates = isDates(sample, index, first);
  const texts = new Set<string>();
  for (let r = first; r < sample.head.length && texts.size < SHOWN; r++) {
    const text = wordOf(sample.head[r]?.[index] ?? '', dates, sample.date1904);
    if (text !== '') texts.add(text);
  }
  return [...texts];
}

const isDates = (sample: SheetSample, index: number, first: number): boolean =>
  sample.formats.slice(first).some((row) => /[ymd]/i.test((row[index] ?? '').replace(/"[^"]*"|\[[^\]]*\]|General/gi, '')));

function wordOf(value: CellValue, dates: boolean, date1904: boolean): string {
  if (typeof value === 'number' && dates) {
    const serial = scanDate(value, date1904, LAST_YEAR).day;
    if (serial > 0) return toIso(day(serial)) ?? '';
  }
  const text = String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
