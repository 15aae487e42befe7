/** When nothing can be reviewed: the reason as a sentence and as JSON (design.md 9 and 10). */
import type { ReviewJson } from '../app/report';
import { toIso } from '../core/day';
import type { Day } from '../core/day';
import type { Grain, Refusal } from '../intake/contract';

const hasText = (error: object, key: string): boolean => typeof (error as Record<string, unknown>)[key] === 'string';
/** Codes behind which a fault of ours stands, not the user's file. */
const OURS: ReadonlySet<string> = new Set(['InvalidArgument', 'GeneralException', 'NotInExcel', 'ApiNotFound', 'control-totals']);

/** What was thrown as a refusal: files that cannot be opened and what Excel does not allow carry code, message and remedy. null = a fault of ours. */
export function refusalOf(error: unknown): Refusal | null {
  if (typeof error !== 'object' || error === null || !['code', 'message', 'remedy'].every((key) => hasText(error, key))) return null;
  const { code, message, remedy } = error as Refusal;
  return OURS.has(code) ? null : { code, message, remedy };
}

const ZERO = '0.00';
/** A report whose grain may be unknown, because nothing was read. */
export type AnyReport = Omit<ReviewJson, 'grain'> & { readonly grain: string | null };
/** The JSON of a run that read nothing. */
export const refusedReport = (asOf: Day, grain: Grain | null, refused: Refusal): AnyReport => ({
  asOf: toIso(asOf),
  grain,
  refused,
  sheets: [],
  ledger: { accounts: 0, transactions: 0, charges: ZERO, payments: ZERO, adjustments: ZERO, refunds: ZERO },
  credits: [],
  problems: [],
  totals: {
    balance: ZERO,
    credit: ZERO,
    shortfall: ZERO,
    unexplained: ZERO,
    trueOverpayment: ZERO,
    postingError: ZERO,
    misallocated: ZERO,
    hold: ZERO,
    needsReview: ZERO,
  },
  reading: { assumptions: [], grains: [], dropped: [], control: null, corrections: [] },
  underpayments: [],
  filtered: { count: 0, amount: ZERO, why: '' },
});
