/**
 * Amounts of the twin: every amount of the source times one whole number, so that all sums, differences and equal amounts stay what they are. The
 * number is chosen so that no amount of the twin is an amount of the source, and so that amounts with swapped digits still are such a pair.
 *
 * Example: 840 was posted for 480. Times 7 that is 5,880 for 3,360, which is no swap any more; times 101 it would be one, but shows 480 as 48,480.
 */
import { centsOfNumber } from '../../core/money';
import type { Chance } from '../../core/selfTest/chance';
import { isSlip } from '../../core/slip';
import type { Slip } from './slips';

const SMALL = [3, 7, 6, 9, 8, 4, 5, 2] as const;
const MOST = 100_000;
/** For the sake of swapped digits: amounts still look like amounts. */
const MOST_FOR_SLIPS = 2_000;
/** 10, 100, 101 …: the product shows the digits of the source. */
const SHOWS = /^1[01]*0[01]*$/;
const AMOUNT_IN_TEXT = /\d[\d,.' ’]*\d|\d/;

export class Amounts {
  private readonly cents = new Set<number>();
  /** Also below the cent: a rate times units. */
  private readonly values = new Set<number>();
  private chosen = 0;

  /** `slips`: amounts in cents that were mis-keyed, each with the right one. */
  constructor(
    private readonly chance: Chance,
    private readonly slips: readonly Slip[],
  ) {}

  /** Told of every amount of the source before the first is scaled. */
  see(value: number): void {
    const cents = centsOfNumber(value);
    if (cents === null || value === 0) return;
    this.cents.add(Math.abs(cents));
    this.values.add(Math.abs(value));
  }

  seeText(text: string): void {
    const read = readAmount(text);
    if (read) this.see(Number(read.whole + (read.decimals === '' ? '' : `.${read.decimals}`)));
  }

  /** The factor; from then on fixed. Throws RangeError when no factor up to 100,000 is free. */
  get factor(): number {
    if (this.chosen === 0) this.chosen = this.choose();
    return this.chosen;
  }

  private choose(): number {
    const first = this.chance.whole(0, SMALL.length - 1);
    const isFree = (factor: number): boolean => {
      for (const value of this.values) if (this.cents.has(centsOfNumber(value * factor) ?? 0)) return false;
      return true;
    };
    const small = SMALL.map((_, place) => SMALL[(first + place) % SMALL.length] as number);
    for (const factor of this.inTurn([...small, ...numbers(11, MOST_FOR_SLIPS)])) if (isFree(factor)) return factor;
    for (let factor = MOST_FOR_SLIPS + 1; factor <= MOST; factor++) if (isFree(factor)) return factor;
    throw new RangeError('no factor keeps the amounts of the twin apart from those of the source');
  }

  /** Those first that keep the most pairs of swapped digits; of equal ones in the order given. */
  private inTurn(factors: readonly number[]): number[] {
    const kept = new Map(factors.map((factor) => [factor, SHOWS.test(String(factor)) ? -1 : this.keptBy(factor)]));
    return factors.toSorted((a, b) => (kept.get(b) ?? 0) - (kept.get(a) ?? 0));
  }

  private keptBy(factor: number): number {
    return this.slips.filter(({ posted, right }) => isSlip(posted * factor, right * factor)).length;
  }

  /** Rounded where the source has a trace of binary arithmetic. */
  scaled(value: number): number {
    return Number((value * this.factor).toPrecision(15));
  }

  /** The same text with its number scaled, in its own way of writing: separators, sign, currency, decimals. */
  scaledText(text: string): string {
    const read = readAmount(text);
    if (!read) return text;
    const digits = (BigInt(read.whole + read.decimals) * BigInt(this.factor)).toString().padStart(read.decimals.length + 1, '0');
    const whole = digits.slice(0, digits.length - read.decimals.length);
    const grouped = read.group === '' ? whole : whole.replace(/\B(?=(\d{3})+$)/g, read.group);
    return text.replace(read.found, () => grouped + (read.point === '' ? '' : read.point + digits.slice(whole.length)));
  }
}

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, place) => from + place);

interface AmountText {
  readonly found: string;
  readonly whole: string;
  readonly decimals: string;
  readonly point: string;
  readonly group: string;
}

/** The number in a text, its decimal sign and its separator of thousands; null when there is none. */
function readAmount(text: string): AmountText | null {
  const found = AMOUNT_IN_TEXT.exec(text)?.[0].trimEnd();
  if (found === undefined) return null;
  const decimal = /([.,])(\d{1,2}|\d{4,}|(?<=^0.)\d{3})$/.exec(found);
  const point = decimal?.[1] ?? '';
  const whole = point === '' ? found : found.slice(0, found.lastIndexOf(point));
  return { found, whole: whole.replace(/\D/g, '') || '0', decimals: decimal?.[2] ?? '', point, group: /[^\d]/.exec(whole)?.[0] ?? '' };
}

/** True for a text that is an amount and nothing else, with decimals or a currency sign. */
export const looksLikeAmount = (text: string): boolean =>
  /^[\s(<$+\-−–]*\d[\d,.' ’]*(?:[.,]\d{2})[\s)>\-−–]*(?:CR|DR)?\s*$/i.test(text) || /^\s*\(?-?\$\s*\d[\d,.]*\)?\s*$/.test(text);
