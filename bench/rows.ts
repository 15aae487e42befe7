/** The rows every side of the comparison gets, as Excel hands them over, and the flags it must give back. */

/** Account, guarantor, patient, payer, type, post day, service day, amount in dollars, check number, CARC. Days are serials. */
export type TxRow = [string, string, string, string, string, number, number, number, string, string];
/** Account, guarantor, patient, primary payer, financial class, admit day, status. */
export type AccountRow = [string, string, string, string, string, number, string];

/** Kind 1 to 5, account, payer or other account ('' for none), cents, 0-based transaction row (−1 for none). */
export type Flag = readonly [kind: number, account: string, other: string, cents: number, row: number];

/** Cents over all accounts; payments less their reversals. */
export interface Totals {
  readonly chg: number;
  readonly pay: number;
  readonly adj: number;
  readonly ref: number;
}

/** What a side of the comparison gives: milliseconds of getting the rows in and of working, its flags and totals. */
export interface Outcome {
  readonly load: number;
  readonly compute: number;
  readonly flags?: Flag[];
  readonly totals?: Totals;
}

export const KIND_NAMES = ['', 'credit account', 'hidden bucket credit', 'duplicate payment', 'duplicate contractual', 'open balance beside'] as const;

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Largest first, then by kind, account, other and row. */
export const compareFlags = (a: Flag, b: Flag): number => b[3] - a[3] || a[0] - b[0] || order(a[1], b[1]) || order(a[2], b[2]) || a[4] - b[4];

/** FNV-1a over the flags in their order, as hexadecimal. */
export function hashOf(flags: readonly Flag[]): string {
  let hash = 0x811c9dc5;
  for (const flag of flags) for (const unit of `${flag.join('|')}\n`) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(16);
}
