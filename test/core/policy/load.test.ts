import { policyFrom } from '../../../src/core/policy/load';
import { fromIso } from '../../../src/core/day';
import type { Day } from '../../../src/core/day';

const AS_OF = fromIso('2026-11-30') as Day;
const small = (value: unknown, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  policy_id: 'SB-patient',
  topic: 'SMALL_BALANCE',
  key: 'patient',
  jurisdiction: 'US',
  value,
  unit: 'cents',
  status: 'ACTIVE',
  ...more,
});
const texas = (id: string, from: string, to: string, value = '20'): Record<string, unknown> => ({
  policy_id: id,
  topic: 'REFUND_PATIENT',
  key: 'refund',
  jurisdiction: 'TX',
  trigger: 'DETERMINED',
  value,
  unit: 'calendar_days',
  effective_from: from,
  effective_to: to,
  status: 'ACTIVE',
});

describe('rows that hold', () => {
  it("take a default's place by id", () => {
    const { policy, problems } = policyFrom([small('1000')], AS_OF);
    expect(problems).toEqual([]);
    expect(policy.parameters.smallBalancePatient).toBe(1000);
  });
  it.each(['Policy id', 'policy_id', 'policyId', 'POLICY ID'])('are read under the heading %s', (heading) => {
    const { policy_id: id, ...rest } = small(700);
    expect(policyFrom([{ [heading]: id, ...rest }], AS_OF).policy.parameters.smallBalancePatient).toBe(700);
  });
  it('win over a default of the same scope under a new id', () => {
    const { policy, problems } = policyFrom([texas('MY-TX', '', '')], AS_OF);
    expect(problems).toEqual([]);
    expect(policy.rows.filter((row) => row.jurisdiction === 'TX' && row.topic === 'REFUND_PATIENT').map((row) => row.id)).toEqual(['MY-TX']);
  });
  it('may follow one another in time, a day apart', () => {
    expect(policyFrom([texas('A', '2026-01-01', '2026-06-30'), texas('B', '2026-07-01', '')], AS_OF).problems).toEqual([]);
  });
  it('are passed over when blank', () => {
    expect(policyFrom([{ policy_id: '', topic: ' ', value: null }], AS_OF).problems).toEqual([]);
  });
  it('read a date cell (46023 = 2026-01-01)', () => {
    const { policy } = policyFrom([{ ...texas('A', '', ''), effective_from: 46023 }], AS_OF);
    expect(policy.rows.find((row) => row.id === 'A')?.effectiveFrom).toBe(46023);
  });
});

describe('rows that do not hold become a problem, and the default stays', () => {
  const codes = (rows: Record<string, unknown>[]): string[] => policyFrom(rows, AS_OF).problems.map((problem) => `${problem.row} ${problem.code}`);
  it.each([
    ['text where a number belongs', small('five dollars'), 'policy-number'],
    ['a negative number', small('-5'), 'policy-number'],
    ['half a cent', small('0.5'), 'policy-number'],
    ['a missing unit', small('500', { unit: '' }), 'policy-unit'],
    ['the wrong unit', small('500', { unit: 'calendar_days' }), 'policy-unit'],
    ['an unknown topic', small('500', { topic: 'SMALL' }), 'policy-topic'],
    ['an unknown key', small('500', { key: 'patients' }), 'policy-key'],
    ['an unknown status', small('500', { status: 'YES' }), 'policy-status'],
    ['no id', small('500', { policy_id: '' }), 'policy-id'],
    ['a date that is none', small('500', { effective_from: '2026-02-30' }), 'policy-date'],
    ['an end before its beginning', small('500', { effective_from: '2026-02-02', effective_to: '2026-02-01' }), 'policy-dates'],
    ['a state that is none', small('500', { jurisdiction: 'Texas' }), 'policy-jurisdiction'],
    ['a payer class that is none', small('500', { payer_class: 'blue' }), 'policy-payer-class'],
  ])('%s', (_name, row, code) => {
    expect(codes([row])).toEqual([`1 ${code}`]);
    expect(policyFrom([row], AS_OF).policy.parameters.smallBalancePatient).toBe(500);
  });
  it('a small balance for federal payers', () => {
    const row = { ...small('100'), policy_id: 'SB-federal', key: 'payer', payer_class: 'federal' };
    expect(codes([row])).toEqual(['1 policy-federal-small']);
  });
  it('a kind of posting that is none', () => {
    expect(codes([{ policy_id: 'K-1', topic: 'CODE_MAP', key: 'ZZ9', jurisdiction: 'US', value: 'Paymnt', status: 'ACTIVE' }])).toEqual(['1 policy-kind']);
  });
  it('two rows that overlap by one day: neither is used', () => {
    const rows = [texas('A', '2026-01-01', '2026-07-01'), texas('B', '2026-07-01', '')];
    expect(codes(rows)).toEqual(['1 policy-overlap', '2 policy-overlap']);
    expect(
      policyFrom(rows, AS_OF)
        .policy.rows.filter((row) => row.jurisdiction === 'TX' && row.topic === 'REFUND_PATIENT')
        .map((row) => row.id),
    ).toEqual(['R-TX']);
  });
  it('one id twice: neither is used', () => {
    expect(codes([small('100'), small('200')])).toEqual(['1 policy-duplicate-id', '2 policy-duplicate-id']);
  });
  it('is named by its own row when it carries one', () => {
    expect(codes([{ ...small('x'), row: 17 }])).toEqual(['17 policy-number']);
  });
});

it('a payer named like a class does not switch the class off', () => {
  const row = { policy_id: 'MY', topic: 'PAYER_CLASS', key: 'Medicare', jurisdiction: 'US', value: 'commercial', status: 'ACTIVE' };
  const { policy } = policyFrom([row], AS_OF);
  expect(policy.federalClasses.has('medicare')).toBe(true);
  expect(policy.payerClasses.get('medicare')).toBe('commercial');
});
