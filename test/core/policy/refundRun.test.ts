/** Caps, stale checks, general ledger account and headings of a run of refunds, from rows of topic REFUND_FILE. As of 30 June 2026. */
import { defaultPolicy, policyFrom } from '../../../src/core/policy/load';
import { refundRun } from '../../../src/core/policy/refundRun';
import type { RefundRun } from '../../../src/core/policy/refundRun';
import { on } from '../harness';

const AS_OF = on('2026-06-30');
const row = (key: string, value: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  policy_id: `MY-${key}`,
  topic: 'REFUND_FILE',
  key,
  jurisdiction: 'US',
  value,
  unit: { most_cents: 'cents', most_refunds: 'count', check_stale_days: 'calendar_days', gl_account: 'text' }[key] ?? '',
  status: 'ACTIVE',
  ...more,
});
const runOf = (...rows: Record<string, unknown>[]): RefundRun => refundRun(policyFrom(rows, AS_OF).policy);

it('caps nothing by default, calls checks stale after 180 days and names no account', () => {
  const { mostCents, mostRefunds, staleDays, glAccount } = refundRun(defaultPolicy(AS_OF));
  expect({ mostCents, mostRefunds, staleDays, glAccount }).toEqual({ mostCents: null, mostRefunds: null, staleDays: 180, glAccount: '' });
});

it('reads what a person typed', () => {
  const run = runOf(row('most_cents', '2500000'), row('most_refunds', '40'), row('check_stale_days', '90'), row('gl_account', '2310-00'));
  expect([run.mostCents, run.mostRefunds, run.staleDays, run.glAccount]).toEqual([2_500_000, 40, 90, '2310-00']);
});

it('takes "none" in the days of a stale check for the usual 180', () => expect(runOf(row('check_stale_days', 'none')).staleDays).toBe(180));

it.each<[string, Record<string, unknown>, number | null]>([
  ['on its first day', { effective_from: '2026-06-30' }, 40],
  ['the day before', { effective_from: '2026-07-01' }, null],
  ['on its last day', { effective_to: '2026-06-30' }, 40],
  ['the day after', { effective_to: '2026-06-29' }, null],
  ['while it is only proposed', { status: 'PROPOSED' }, null],
])('a cap %s', (_name, more, most) => expect(runOf(row('most_refunds', '40', more)).mostRefunds).toBe(most));

it('of two rows that follow one another only the one in force counts', () => {
  const rows = [
    row('gl_account', '2310', { policy_id: 'NEW', effective_from: '2026-01-01' }),
    row('gl_account', '2300', { policy_id: 'OLD', effective_to: '2025-12-31' }),
  ];
  expect(runOf(...rows).glAccount).toBe('2310');
});

describe('headings', () => {
  const RENAMED = row('column:vendor', 'Supplier');
  it('are our words where accounts payable wants no others', () => {
    const { headings } = refundRun(defaultPolicy(AS_OF));
    expect(headings.size).toBe(16);
    expect([headings.get('vendor'), headings.get('gl'), headings.get('approvedBy')]).toEqual(['Vendor no', 'GL account', 'Approved by']);
  });
  it('are theirs where a row says so', () => expect(runOf(RENAMED).headings.get('vendor')).toBe('Supplier'));
  it('hold columns only', () => expect([...runOf(row('gl_account', '2310')).headings.values()]).not.toContain('2310'));
  it('leave out a column whose heading is blank', () => {
    const blank = { ...row('column:vendor', ''), policy_id: 'RF-column-vendor', status: 'ACTIVE' };
    expect(runOf(blank).headings.has('vendor')).toBe(false);
  });
});
