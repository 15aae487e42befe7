/** Amounts that were mis-keyed, as a review found them (C13): a twin keeps the digits of both in the same relation. */
import type { Scan } from '../session';

/** Cents. */
export interface Slip {
  readonly posted: number;
  readonly right: number;
}

export function slipsOf({ review, postings = [] }: Scan): Slip[] {
  const effects = new Map(postings.map(({ tx, effect }) => [tx, effect]));
  const found = (review?.credits ?? []).flatMap(({ findings }) => findings).filter(({ cause }) => cause === 'C13');
  return found.flatMap(({ claims: [tx = -1], cents }) => {
    const posted = Math.abs(effects.get(tx) ?? 0);
    return posted > cents ? [{ posted, right: posted - cents }] : [];
  });
}
