/**
 * Money is whole cents in a branded number: never a float sum, never mixed with dollars.
 * Source of the rule: domain.md 1.4 (integer cents) and 6 P21 (float cents make phantom credits).
 */
import { Decimal } from 'decimal.js';

declare const centsBrand: unique symbol;

/** An amount in whole US cents; a safe integer. Positive and negative both occur. */
export type Cents = number & { readonly [centsBrand]: true };

export const ZERO = 0 as Cents;

/** Brands a whole number as cents. Throws RangeError when it is not a safe integer (an assertion: our bug, not the user's data). */
export function cents(value: number): Cents {
  const small = value | 0;
  if (small === value) return small as Cents;
  if (!Number.isSafeInteger(value)) throw new RangeError('cents must be a safe whole number');
  return value as Cents;
}

/** The same number as a small integer where it is one (never −0): a read of a column of doubles makes an object of it each time. */
export function whole(value: number): number {
  const small = value | 0;
  return small === value ? small : value;
}

export const add = (a: Cents, b: Cents): Cents => cents(a + b);
export const subtract = (a: Cents, b: Cents): Cents => cents(a - b);
export const negate = (a: Cents): Cents => cents(-a);
export const sum = (values: Iterable<Cents>): Cents => {
  let total = 0;
  for (const value of values) total += value;
  return cents(total);
};

/**
 * Dollars as a double, as Excel hands them over, to cents: the shortest decimal text of the double, rounded half away from zero.
 * (315.70001220703125 is 31570; exports.md hazard 14.) Returns null when it is not finite or too large to be exact.
 */
export function centsOfNumber(dollars: number): Cents | null {
  if (!Number.isFinite(dollars) || Math.abs(dollars) > 90_000_000_000_000) return null;
  const scaled = dollars * 100;
  const rounded = Math.round(scaled);
  if (Math.abs(scaled - rounded) < 0.49) return (rounded === 0 ? 0 : rounded) as Cents;
  return cents(new Decimal(String(dollars)).times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber());
}

/** A rate (for example 0.02) of an amount, rounded half away from zero to whole cents. */
export function portion(amount: Cents, rate: number | string): Cents {
  return cents(new Decimal(amount).times(rate).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber());
}

/** "1234.56", "-0.05": decimal text without separators, as the command line's JSON carries it. */
export function toDecimalText(amount: Cents): string {
  const absolute = Math.abs(amount);
  const text = `${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`;
  return amount < 0 ? `-${text}` : text;
}

/** "$1,234.56" and "-$1,234.56": for people. */
export function toDollars(amount: Cents): string {
  const absolute = Math.abs(amount) as Cents;
  const plain = toDecimalText(absolute);
  const text = absolute < 100_000 ? plain : plain.replace(/\B(?=(\d{3})+\.)/g, ',');
  return amount < 0 ? `-$${text}` : `$${text}`;
}
