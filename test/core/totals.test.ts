/** Control totals (design.md law 5 and section 9), added up by hand. */
import type { Credit } from '../../src/core/credit';
import { ledgerTotals, reviewTotals } from '../../src/core/totals';
import { ledgerOf } from './harness';

it('of the listed accounts: by class of the finding, what is unexplained with needs review', () => {
  const credit = (balance: number, shortfall: number, unexplained: number, findings: [string, number][]): Credit =>
    ({
      balance,
      credit: Math.max(0, -balance),
      shortfall,
      unexplained,
      findings: findings.map(([cls, cents]) => ({ class: cls, cents })),
    }) as unknown as Credit;
  const totals = reviewTotals([
    credit(-36000, 12000, 0, [['true-overpayment', 48000]]),
    credit(-700, 0, 200, [
      ['posting-error', 400],
      ['misallocated', 100],
    ]),
    credit(0, 50, -7, [
      ['hold', 30],
      ['needs-review', 27],
    ]),
  ]);
  expect(totals).toEqual({
    balance: -36700,
    credit: 36700,
    shortfall: 12050,
    unexplained: 193,
    trueOverpayment: 48000,
    postingError: 400,
    misallocated: 100,
    hold: 30,
    needsReview: 220, // 27 + 200 − 7
  });
  // Law 5: 36700 + 12050 = 48000 + 400 + 100 + 30 + 220.
  expect(48750).toBe(totals.trueOverpayment + totals.postingError + totals.misallocated + totals.hold + totals.needsReview);
});

it('of the ledger: charges − payments − adjustments + refunds = all postings', () => {
  const totals = ledgerTotals(
    ledgerOf(`
account A1
2026-01-05 charge 1000
2026-01-06 chargecredit 100
2026-02-01 payment 400 Aetna
2026-02-01 reversal 50 Aetna
2026-02-02 takeback 30 Aetna
2026-02-03 deposit 20 patient
2026-02-04 interest 5 Aetna
2026-02-05 capitation 7 Aetna
2026-02-06 contractual 300 Aetna
2026-02-07 adjreversal 40 Aetna
2026-02-08 transferaccount 11 patient
2026-02-09 refund 25 patient
2026-02-10 memo 9 patient
account A2`),
  );
  expect(totals).toEqual({
    accounts: 2,
    transactions: 13,
    charges: 90000, // 1000 − 100
    payments: 35200, // 400 − 50 − 30 + 20 + 5 + 7
    adjustments: 24900, // 300 − 40 − 11
    refunds: 2500,
  });
});
