/** Control totals and the JSON contract (design.md 4 law 5, and 9). */
import { controlTotals, totalsOf } from '../../src/app/controlTotals';
import { reviewJson } from '../../src/app/report';
import type { ReadingSummary, Scan } from '../../src/app/session';
import { cents, ZERO } from '../../src/core/money';
import type { Day } from '../../src/core/day';
import { AS_OF, credit, finding, open, review } from '../outputs/review';

describe('control totals', () => {
  it('agree: 120.00 + 45.00 in credit = 120.00 true + 45.00 needs review', () => {
    const made = review([credit(), open()]);
    expect(made.totals).toMatchObject({ balance: -16_500, trueOverpayment: 12_000, needsReview: 4_500 });
    expect(controlTotals(made)).toBeNull();
  });
  it('name the account whose cents do not add up', () => {
    const off = credit({ findings: [finding({ cents: cents(11_999) })] });
    expect(controlTotals(review([off]))).toMatchObject({ code: 'control-totals', message: expect.stringContaining('account 00123 is off by -$0.01') });
  });
  it('name the total that differs from its findings', () => {
    const made = review([credit()]);
    expect(controlTotals({ ...made, totals: { ...made.totals, hold: cents(1) } })?.message).toContain('"hold"');
  });
  it('count a shortfall on the left side', () => {
    // A write-off of 331.10 twice while the patient owes 118.90: credit 212.20 = 331.10 − 118.90.
    const hiddenShortfall = credit({
      balance: cents(-21_220),
      credit: cents(21_220),
      shortfall: cents(11_890),
      class: 'posting-error',
      findings: [finding({ cents: cents(33_110), class: 'posting-error' })],
    });
    expect(totalsOf([hiddenShortfall])).toMatchObject({ balance: -21_220, shortfall: 11_890, postingError: 33_110 });
    expect(controlTotals(review([hiddenShortfall]))).toBeNull();
  });
});

const READING: ReadingSummary = {
  refused: null,
  grain: 'account',
  grains: [],
  problems: [{ code: 'amount', sheet: 'Tx', row: 4, message: 'no amount', remedy: 'fill it in' }],
  assumptions: [],
  sheetNames: ['Accounts', 'Tx'],
  accounts: 9,
  transactions: 40,
  keyed: [],
  policyProblems: [],
  sheets: [
    {
      name: 'Tx',
      role: 'transactions',
      headerRow: 3,
      rows: 40,
      dropped: [{ why: 'total row', rows: 1 }],
      columns: { amount: 'Amt' },
      sign: 'payments negative',
      matched: 0.98,
    },
  ],
};
const SCAN: Scan = {
  asOf: AS_OF,
  plan: {
    refused: null,
    sheets: [
      { sheet: 'Tx', role: 'transactions', why: '', headerRow: 3, firstDataRow: 3, dataRows: 41, columns: [] },
      { sheet: 'Read me', role: 'ignored', why: '', headerRow: 0, firstDataRow: 0, dataRows: 0, columns: [] },
    ],
  },
  reading: READING,
  review: review([credit({ findings: [finding({ due: 46_100 as Day, dueBasis: 'CMS60' })] }), open()]),
  refused: null,
  fingerprint: '',
  seconds: 1,
};

describe('reviewJson', () => {
  const json = reviewJson(SCAN);
  it('carries every key of the contract', () => {
    expect(Object.keys(json)).toEqual(expect.arrayContaining(['asOf', 'grain', 'refused', 'sheets', 'ledger', 'credits', 'problems', 'totals']));
    expect(json.asOf).toBe('2026-01-31');
    expect(json.sheets).toEqual([
      { name: 'Tx', role: 'transactions', headerRow: 3, rows: 40, columns: { amount: 'Amt' }, sign: 'payments negative', matched: 0.98 },
      { name: 'Read me', role: 'ignored', headerRow: 0, rows: 0, columns: {}, sign: '', matched: null },
    ]);
    expect(json.ledger).toEqual({ accounts: 9, transactions: 40, charges: '1000.00', payments: '600.00', adjustments: '500.00', refunds: '0.00' });
    expect(json.totals).toEqual({
      balance: '-165.00',
      credit: '165.00',
      shortfall: '0.00',
      unexplained: '45.00',
      trueOverpayment: '120.00',
      postingError: '0.00',
      misallocated: '0.00',
      hold: '0.00',
      needsReview: '45.00',
    });
  });
  it('writes amounts as decimal text, days as ISO, unknown as null, rows as Excel shows them', () => {
    expect(json.credits[0]).toMatchObject({
      id: '00123',
      account: '00123',
      patient: 'Rivera, Ana',
      balance: '-120.00',
      credit: '120.00',
      hidden: false,
      class: 'true-overpayment',
      confidence: 'medium',
      since: '2026-01-01',
    });
    expect(json.credits[0]?.findings[0]).toEqual({
      id: '00123/Harbor Mutual/1',
      cause: 'C01',
      variant: null,
      class: 'true-overpayment',
      amount: '120.00',
      party: 'Harbor Mutual',
      owedTo: { kind: 'payer', name: 'Harbor Mutual' },
      resolution: 'REFUND_PAYER',
      evidence: 'reference',
      confidence: 'medium',
      level: 'account',
      due: '2026-03-19',
      dueBasis: 'CMS60',
      rows: [{ sheet: 'Tx', row: 7 }],
      because: 'Paid twice: 120.00 on two checks.',
    });
    expect(json.credits[1]?.findings).toEqual([]);
  });
  it('keeps its shape when refused', () => {
    const refused = { code: 'no-money', message: 'm', remedy: 'r' };
    const empty = reviewJson({ ...SCAN, review: null, refused });
    expect(empty).toMatchObject({ refused, credits: [], totals: { balance: '0.00' }, ledger: { charges: '0.00' } });
  });
  it('survives a journey through text', () => {
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    expect(ZERO).toBe(0);
  });
});
