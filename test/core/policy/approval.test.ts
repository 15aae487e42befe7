import { approvalLevels, approvalNeeded, cumulativeCents, samePerson } from '../../../src/core/policy/approval';
import { defaultPolicy, policyFrom } from '../../../src/core/policy/load';
import { on } from '../harness';
import { refund } from '../checks/paymentCases';

const policy = defaultPolicy(on('2026-06-30'));

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

describe('the cumulative amount per payee', () => {
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
])('%s and %s', (a, b, same) => expect(samePerson(a, b)).toBe(same));
