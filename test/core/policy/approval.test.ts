import { approvalLevels, approvalNeeded, cumulativeCents, levelsOf, samePerson } from '../../../src/core/policy/approval';
import { defaultPolicy, policyFrom } from '../../../src/core/policy/load';
import { on } from '../harness';
import type { Policy } from '../../../src/core/policy/policy';
import { approver, refund } from '../checks/paymentCases';

const policy = defaultPolicy(on('2026-06-30'));
const level = (key: string, value: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  policy_id: `A-${key}`,
  topic: 'APPROVAL',
  key,
  value,
  unit: value === 'none' ? '' : 'cents',
  status: 'ACTIVE',
  ...more,
});
const policyOf = (...rows: Record<string, unknown>[]): Policy => policyFrom(rows, policy.asOf).policy;
/** A default row switched off. */
const off = (key: string): Record<string, unknown> =>
  level(key, '', { unit: '', status: 'PROPOSED', policy_id: key === 'window_days' ? 'A-window' : `A-${key}` });

describe('approval levels (domain.md 5.6)', () => {
  it('rise lead, supervisor, manager, director, CFO', () =>
    expect(approvalLevels(policy).map((level) => level.name)).toEqual(['lead', 'supervisor', 'manager', 'director', 'cfo']));
  it.each<[number, string]>([
    [250, 'lead'],
    [250.01, 'supervisor'],
    [1000, 'supervisor'],
    [1000.01, 'manager'],
    [5000, 'manager'],
    [5000.01, 'director'],
    [25000, 'director'],
    [25000.01, 'cfo'],
  ])('%d needs %s', (amount, level) => expect(approvalNeeded(policy, refund({ amount }), []).levels).toEqual([level]));
  it('add compliance to a federal refund', () =>
    expect(approvalNeeded(policy, refund({ amount: 10, federal: true }), []).levels).toEqual(['lead', 'compliance']));
  it('can be edited', () => {
    const row = { policy_id: 'A-lead', topic: 'APPROVAL', key: 'lead', jurisdiction: 'US', value: '50000', unit: 'cents', status: 'ACTIVE' };
    expect(approvalNeeded(policyFrom([row], policy.asOf).policy, refund({ amount: 400 }), []).levels).toEqual(['lead']);
  });
});

describe('levels that a person edited', () => {
  const names = (...rows: Record<string, unknown>[]): string[] => approvalLevels(policyOf(...rows)).map(({ name }) => name);
  it('are in the order of their limits, whatever the order of rows', () =>
    expect(names(level('lead', '9000000'), level('cfo', '100'))).toEqual(['cfo', 'supervisor', 'manager', 'director', 'lead']));
  it('count only while they are active', () => expect(names(off('manager'))).toEqual(['lead', 'supervisor', 'director', 'cfo']));
  it('are not the people who hold them', () =>
    expect(names(approver('Ann Lee', 'manager'), { ...approver('Bea Moss', 'lead'), key: 'Approver:Bea Moss' })).toHaveLength(5));
  it('the last one answers for what is above all limits', () => {
    const needed = approvalNeeded(policyOf(off('cfo')), refund({ amount: 30000 }), []);
    expect([needed.levels, needed.reaches('director', 'director'), needed.reaches('manager', 'director')]).toEqual([['director'], true, false]);
  });
  it('may all be gone: then compliance alone is asked', () => {
    const none = policyOf(...['lead', 'supervisor', 'manager', 'director', 'cfo'].map(off));
    expect([approvalNeeded(none, refund(), []).levels, approvalNeeded(none, refund({ federal: true }), []).levels]).toEqual([[], ['compliance']]);
  });
  it('without compliance nothing is added for federal payers', () =>
    expect(approvalNeeded(policyOf(off('compliance')), refund({ amount: 10, federal: true }), []).levels).toEqual(['lead']));
});

it('a higher level reaches a lower one; compliance is reached by nobody else', () => {
  const { reaches } = approvalNeeded(policy, refund(), []);
  const held = (own: string, wanted: string): boolean => reaches(own, wanted);
  expect([held('cfo', 'lead'), held('lead', 'lead'), held('lead', 'cfo'), held('clerk', 'lead')]).toEqual([true, true, false, false]);
  expect([held('cfo', 'compliance'), held('compliance', 'compliance'), held('compliance', 'lead')]).toEqual([false, true, false]);
});

describe('who holds a level', () => {
  const rows = policyOf(
    approver('Ann Lee', 'manager'),
    { ...approver('Bea Moss', 'lead'), key: 'Approver:Bea Moss' },
    { ...approver('Cy Old', 'cfo'), status: 'PROPOSED' },
  );
  it.each<[string, string[], string[]]>([
    ['one', ['lee, ann'], ['manager']],
    ['two', ['Bea Moss', 'Ann Lee'], ['manager', 'lead']],
    ['nobody we know', ['Dee Fox'], []],
    ['a row that is not active', ['Cy Old'], []],
    ['nobody', [], []],
  ])('%s', (_name, names, levels) => expect(levelsOf(rows, names)).toEqual(levels));
  it('is not known where the policy names no approver', () => expect(levelsOf(policy, ['Ann Lee'])).toBeNull());
});

describe('the cumulative amount per payee', () => {
  const total = (days: string, other: Parameters<typeof refund>[0], own = '2026-06-20'): number =>
    cumulativeCents(
      days === '' ? policyOf(off('window_days')) : policyOf(level('window_days', days, { policy_id: 'A-window', unit: 'calendar_days' })),
      refund({ approvedOn: own }),
      [refund({ id: 'R2', amount: 20, ...other })],
    );
  it.each<[string, string, string, number]>([
    ['30 days before', '30', '2026-05-21', 50000],
    ['31 days before', '30', '2026-05-20', 48000],
    ['30 days after', '30', '2026-07-20', 50000],
    ['31 days after', '30', '2026-07-21', 48000],
    ['a longer window', '31', '2026-05-20', 50000],
    ['no window in the policy: 30 days', '', '2026-05-21', 50000],
    ['and not 31', '', '2026-05-20', 48000],
  ])('%s', (_name, days, day, cents) => expect(total(days, { approvedOn: day })).toBe(cents));
  it('counts what is not dated yet, on either side', () => {
    const undated = { ...refund({ id: 'R2', amount: 20 }), approvedOn: 0 as ReturnType<typeof on> };
    expect(cumulativeCents(policy, refund(), [undated])).toBe(50000);
    expect(cumulativeCents(policy, { ...undated, id: 'R9' }, [refund({ id: 'R1' })])).toBe(50000);
  });
  it('says its window', () => expect(approvalNeeded(policy, refund(), []).windowDays).toBe(30));
  it('counts an id once and other payees never', () => {
    const others = [
      refund({ id: 'R1' }),
      refund({ id: 'R2', amount: 20 }),
      refund({ id: 'R3', payee: 'Cigna', amount: 9 }),
      refund({ id: 'R4', payeeKind: 'patient', amount: 9 }),
    ];
    expect(cumulativeCents(policy, refund(), others)).toBe(50000); // 480 + 20
  });
});

it.each([
  ['Doe, Jane', 'jane doe', true],
  ['Jane Doe', 'Jane Roe', false],
  ['', '', false],
  ['Jane Doe', 'Jean Ode', false],
  ['Ann E', 'Anne', false],
])('%s and %s', (a, b, same) => expect(samePerson(a, b)).toBe(same));
