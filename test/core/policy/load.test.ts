import { DEFAULT_ROWS } from '../../../src/core/policy/defaults';
import { policyFrom } from '../../../src/core/policy/load';
import { fromIso } from '../../../src/core/day';
import type { Day } from '../../../src/core/day';

const on = (iso: string): Day => fromIso(iso) as Day;
const AS_OF = on('2026-11-30');
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
  it('win over a default on their own days only, before and after them the default holds', () => {
    const { policy, problems } = policyFrom([texas('A', '2026-03-01', '2026-03-31'), texas('B', '2026-06-01', '')], AS_OF);
    expect(problems).toEqual([]);
    const windows = policy.rows
      .filter((row) => row.jurisdiction === 'TX' && row.topic === 'REFUND_PATIENT')
      .map((row) => [row.id, row.effectiveFrom, row.effectiveTo]);
    expect(windows).toEqual([
      ['R-TX', 0, on('2026-02-28')],
      ['R-TX', on('2026-04-01'), on('2026-05-31')],
      ['A', on('2026-03-01'), on('2026-03-31')],
      ['B', on('2026-06-01'), 0],
    ]);
  });
  it('leave nothing of a default whose days they all cover', () => {
    const florida = (from: string, to: string): (string | number)[][] =>
      policyFrom([{ ...texas('MY', from, to), jurisdiction: 'FL' }], AS_OF)
        .policy.rows.filter((row) => row.jurisdiction === 'FL' && row.topic === 'REFUND_PATIENT')
        .map((row) => [row.id, row.effectiveFrom, row.effectiveTo]);
    // The default of Florida holds from 2026-01-01.
    expect(florida('2026-01-01', '')).toEqual([['MY', on('2026-01-01'), 0]]);
    expect(florida('', '2026-01-01')).toEqual([
      ['R-FL', on('2026-01-02'), 0],
      ['MY', 0, on('2026-01-01')],
    ]);
    expect(florida('', '2025-12-31')).toEqual([
      ['R-FL', on('2026-01-01'), 0],
      ['MY', 0, on('2025-12-31')],
    ]);
    // That of the old quarterly report ended on 2024-11-30: one that ends on the same day leaves nothing, one that ends earlier leaves the rest.
    const legacy = (to: string): (string | number)[][] => {
      const mine = { policy_id: 'MY', topic: 'CMS838', key: 'quarterly', jurisdiction: 'US', payer_class: 'medicare', trigger: 'QUARTER_END', value: 20 };
      return policyFrom([{ ...mine, unit: 'calendar_days', status: 'ACTIVE', effective_to: to }], AS_OF)
        .policy.rows.filter((row) => row.key === 'quarterly')
        .map((row) => [row.id, row.effectiveFrom, row.effectiveTo]);
    };
    expect(legacy('2024-11-30')).toEqual([['MY', 0, on('2024-11-30')]]);
    expect(legacy('2024-11-29')).toEqual([
      ['F-838-legacy', on('2024-11-30'), on('2024-11-30')],
      ['MY', 0, on('2024-11-29')],
    ]);
  });
  it('that are only proposed take nothing away', () => {
    const { policy, problems } = policyFrom([{ ...texas('A', '', ''), status: 'PROPOSED' }, texas('B', '2026-07-01', '')], AS_OF);
    expect(problems).toEqual([]);
    expect(policy.rows.find((row) => row.id === 'R-TX')?.effectiveTo).toBe(on('2026-06-30'));
  });
  it("stand once under a default's id, and take no other default's place when they are made about something else", () => {
    const { policy } = policyFrom([{ ...texas('R-TX', '', ''), jurisdiction: 'FL' }], AS_OF);
    expect(policy.rows.filter((row) => row.id === 'R-TX').map((row) => row.jurisdiction)).toEqual(['FL']);
    expect(policy.rows.some((row) => row.id === 'R-FL')).toBe(true);
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

describe('rows beside those of the whole sheet', () => {
  const sheet = (change: Record<string, Record<string, unknown>> = {}): Record<string, unknown>[] =>
    DEFAULT_ROWS.map((row) => ({ ...row, effectiveFrom: row.effectiveFrom || '', effectiveTo: row.effectiveTo || '', ...change[row.id] }));
  const blamed = (change: Record<string, Record<string, unknown>>, ...more: Record<string, unknown>[]): string[] =>
    policyFrom([...sheet(change), ...more], AS_OF).problems.map(({ code, message }) => `${code} ${/row (\S+)/.exec(message)?.[1] ?? ''}`);
  it('of a new row over an unchanged default only the new one is to be mended', () => expect(blamed({}, texas('MY', '', ''))).toEqual(['policy-overlap MY']));
  it('a default whose value was changed is to be mended too', () =>
    expect(blamed({ 'R-TX': { value: 20 } }, texas('MY', '', ''))).toEqual(['policy-overlap R-TX', 'policy-overlap MY']));
  it('a default that was ended before the new row begins is no overlap', () =>
    expect(blamed({ 'R-TX': { effectiveTo: '2026-06-30' } }, texas('MY', '2026-07-01', ''))).toEqual([]));
  it('the same case of another key, state, class or provider is no overlap', () => {
    const others = [{ key: 'interest' }, { jurisdiction: 'NV' }, { payer_class: 'self-pay' }, { provider_type: 'hospital' }];
    expect(blamed({}, ...others.map((more, at) => ({ ...texas(`MY${at}`, '', ''), ...more })))).toEqual([]);
  });
});

describe('parameters', () => {
  const value = (key: string, amount: unknown, unit: string, topic = 'PARAMETER'): Record<string, unknown> => ({
    policy_id: `MY-${key}`,
    topic,
    key,
    jurisdiction: 'US',
    value: amount,
    unit,
    status: 'ACTIVE',
  });
  it('are read each under its own key', () => {
    const rows = [
      value('cents_tol', 2, 'cents'),
      value('match_tol', 90, 'cents'),
      value('contract_tol_min', 400, 'cents'),
      value('contract_tol_rate', 0.03, 'rate'),
      value('dup_window_days', 300, 'calendar_days'),
      value('takeback_wait_days', 40, 'calendar_days'),
      value('nsf_hold_days', 11, 'calendar_days'),
      value('charge_lag_days', 12, 'calendar_days'),
      value('sibling_dos_window', 80, 'calendar_days'),
      value('patient', 700, 'cents', 'SMALL_BALANCE'),
      value('payer', 33, 'cents', 'SMALL_BALANCE'),
      value('least_credit', 1500, 'cents', 'LISTING'),
      value('least_age_days', 31, 'calendar_days', 'LISTING'),
      value('prepayments', 'no', 'flag', 'LISTING'),
    ];
    const { policy, problems } = policyFrom(rows, AS_OF);
    expect(problems).toEqual([]);
    expect(policy.parameters).toEqual({
      centsTol: 2,
      matchTol: 90,
      contractTolMin: 400,
      contractTolRate: 0.03,
      dupWindowDays: 300,
      takebackWaitDays: 40,
      nsfHoldDays: 11,
      chargeLagDays: 12,
      smallBalancePatient: 700,
      smallBalancePayer: 33,
      siblingDosWindow: 80,
      listLeastCents: 1500,
      listLeastAgeDays: 31,
      listPrepayments: false,
    });
  });
  it.each<[string, Record<string, unknown>, number]>([
    ['in force', {}, 700],
    ['without a jurisdiction', { jurisdiction: '' }, 700],
    ['of a state', { jurisdiction: 'TX' }, 500],
    ['of a class', { payer_class: 'self-pay' }, 500],
    ['from tomorrow', { effective_from: '2026-12-01' }, 500],
    ['until today', { effective_to: '2026-11-30' }, 700],
    ['until yesterday', { effective_to: '2026-11-29' }, 500],
    ['only proposed', { status: 'PROPOSED' }, 500],
  ])('a small balance %s', (_name, more, cents) => expect(policyFrom([small(700, more)], AS_OF).policy.parameters.smallBalancePatient).toBe(cents));
});

describe('classes, names and codes', () => {
  const about = (topic: string, key: string, value: string): Record<string, unknown> => ({ policy_id: `MY-${key}`, topic, key, value, status: 'ACTIVE' });
  it('a class that a person calls not federal is not, and no payer of that name gets a class', () => {
    const { policy, problems } = policyFrom([{ ...about('PAYER_CLASS', 'chip', 'not federal'), policy_id: 'PC-chip' }], AS_OF);
    expect(problems).toEqual([]);
    expect([policy.federalClasses.has('chip'), policy.federalClasses.has('medicare')]).toEqual([false, true]);
    expect([...policy.payerClasses.values()]).not.toContain('not federal');
  });
  it('are looked up in one spelling', () => {
    const rows = [
      about('PAYER_ALIAS', 'Harbor-Mutual of TX', 'Harbor Mutual'),
      about('PAYER_CLASS', 'Harbor MUTUAL', 'auto'),
      about('CODE_MAP', 'ZZ_9', 'Refund'),
    ];
    const { policy } = policyFrom(rows, AS_OF);
    expect([policy.payerAliases.get('harbor mutual of tx'), policy.payerClasses.get('harbor mutual'), policy.codeMap.get('zz 9')]).toEqual([
      'Harbor Mutual',
      'auto',
      'Refund',
    ]);
    expect(policy.federalClasses.has('auto')).toBe(false);
  });
});

it('a payer named like a class does not switch the class off', () => {
  const row = { policy_id: 'MY', topic: 'PAYER_CLASS', key: 'Medicare', jurisdiction: 'US', value: 'commercial', status: 'ACTIVE' };
  const { policy } = policyFrom([row], AS_OF);
  expect(policy.federalClasses.has('medicare')).toBe(true);
  expect(policy.payerClasses.get('medicare')).toBe('commercial');
});
