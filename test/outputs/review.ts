/** Reviews by hand for tests of what is written: figures chosen so that law 1 can be checked in the head. */
import type { Credit, Review, SettledFinding } from '../../src/core/credit';
import type { Day } from '../../src/core/day';
import { cents, ZERO } from '../../src/core/money';
import { totalsOf } from '../../src/app/controlTotals';

export const AS_OF = 46_053 as Day; // 2026-01-31

export function finding(more: Partial<SettledFinding> = {}): SettledFinding {
  return {
    cause: 'C01',
    variant: null,
    class: 'true-overpayment',
    cents: cents(12_000),
    party: 2,
    owedTo: { kind: 'payer', name: 'Harbor Mutual' },
    resolution: 'REFUND_PAYER',
    evidence: 'reference',
    confidence: 'medium',
    level: 'account',
    claims: [],
    supports: [],
    because: 'Paid twice: 120.00 on two checks.',
    missing: '',
    until: 0 as Day,
    matches: 1,
    id: '00123/Harbor Mutual/1',
    rows: [{ sheet: 1, row: 7 }],
    due: 0 as Day,
    dueBasis: '',
    rivals: [],
    ...more,
  };
}

/** An account 120.00 in credit with one finding of 120.00. */
export function credit(more: Partial<Credit> = {}): Credit {
  return {
    account: 0,
    id: '00123',
    key: '00123',
    facility: '',
    patient: 'Rivera, Ana',
    balance: cents(-12_000),
    credit: cents(12_000),
    hidden: false,
    class: 'true-overpayment',
    confidence: 'medium',
    shortfall: ZERO,
    unexplained: ZERO,
    since: 46_023 as Day,
    findings: [finding()],
    checks: [],
    parties: [{ party: 2, name: 'Harbor Mutual', paid: cents(60_000), liability: cents(48_000), source: 'stated', bucket: null }],
    reviewReason: '',
    ...more,
  };
}

/** An account 45.00 in credit that nothing explains. */
export const open = (): Credit =>
  credit({
    account: 1,
    id: '7',
    key: '7',
    balance: cents(-4_500),
    credit: cents(4_500),
    class: 'needs-review',
    confidence: 'low',
    unexplained: cents(4_500),
    findings: [],
    reviewReason: 'No payer is named.',
  });

export function review(credits: readonly Credit[], asOf: Day = AS_OF): Review {
  return {
    asOf,
    credits,
    underpayments: [],
    totals: totalsOf(credits),
    ledger: { accounts: 9, transactions: 40, charges: cents(100_000), payments: cents(60_000), adjustments: cents(50_000), refunds: ZERO },
    filtered: { count: 0, cents: ZERO, why: '' },
  };
}
