/** Control totals of a review and of the ledger (design.md law 5 and section 9). All in cents. */
import type { Credit, FindingClass, LedgerTotals, ReviewTotals } from './credit';
import { Kind } from './ledger';
import type { Ledger } from './ledger';
import { cents } from './money';

type Total = keyof ReviewTotals;
const COLUMN: Readonly<Record<FindingClass, Total>> = {
  'true-overpayment': 'trueOverpayment',
  'posting-error': 'postingError',
  misallocated: 'misallocated',
  hold: 'hold',
  'needs-review': 'needsReview',
};

/** Totals over the listed accounts; needsReview includes what is unexplained. */
export function reviewTotals(credits: readonly Credit[]): ReviewTotals {
  const sums: Record<Total, number> = {
    balance: 0,
    credit: 0,
    shortfall: 0,
    unexplained: 0,
    trueOverpayment: 0,
    postingError: 0,
    misallocated: 0,
    hold: 0,
    needsReview: 0,
  };
  for (const credit of credits) {
    for (const name of ['balance', 'credit', 'shortfall', 'unexplained'] as const) sums[name] += credit[name];
    sums.needsReview += credit.unexplained;
    for (const finding of credit.findings) sums[COLUMN[finding.class]] += finding.cents;
  }
  return Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, cents(value)])) as unknown as ReviewTotals;
}

const CHARGE = 0;
const PAYMENT = 1;
const REFUND = 2;
const OTHER = 3;
const COLUMN_OF_KIND = new Uint8Array(32).fill(OTHER);
for (const kind of [Kind.Charge, Kind.ChargeCredit]) COLUMN_OF_KIND[kind] = CHARGE;
for (const kind of [Kind.Payment, Kind.PaymentReversal, Kind.Takeback, Kind.Deposit, Kind.Interest, Kind.Capitation]) COLUMN_OF_KIND[kind] = PAYMENT;
COLUMN_OF_KIND[Kind.Refund] = REFUND;

/** charges − payments − adjustments + refunds = sum of all postings; adjustments hold whatever is neither charge, payment nor refund. */
export function ledgerTotals(ledger: Ledger): LedgerTotals {
  const sums = new Float64Array(4);
  const { count, kind, effect } = ledger.tx;
  for (let tx = 0; tx < count; tx++) sums[COLUMN_OF_KIND[kind[tx] as number] as number]! += effect[tx] as number;
  return {
    accounts: ledger.accounts.count,
    transactions: count,
    charges: cents(sums[CHARGE] as number),
    payments: cents(-(sums[PAYMENT] as number)),
    adjustments: cents(-(sums[OTHER] as number)),
    refunds: cents(sums[REFUND] as number),
  };
}
