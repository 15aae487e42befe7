import { defaultPolicy, policyFrom } from '../../../src/core/policy/load';
import { resolveOne, resolveRows, rowsOfTopic, shownOnly } from '../../../src/core/policy/resolve';
import type { PolicyQuery } from '../../../src/core/policy/resolve';
import { fromIso } from '../../../src/core/day';
import type { Day } from '../../../src/core/day';

const on = (iso: string): Day => fromIso(iso) as Day;
const rows = defaultPolicy(on('2026-11-30')).rows;
const ask = (more: Partial<PolicyQuery>): PolicyQuery => ({
  topic: 'REFUND_PATIENT',
  key: 'refund',
  state: '',
  payerClass: 'self-pay',
  federal: false,
  providerType: '',
  on: on('2026-11-30'),
  ...more,
});
const ids = (more: Partial<PolicyQuery>): string[] => resolveRows(rows, ask(more)).map((row) => row.id);

describe('most specific active row on the event date', () => {
  it.each<[string, Partial<PolicyQuery>, string[]]>([
    ['no state: the default', {}, ['D-patient']],
    ['Texas', { state: 'TX' }, ['R-TX']],
    ['Florida on the day it begins', { state: 'FL', on: on('2026-01-01') }, ['R-FL']],
    ['Florida the day before', { state: 'FL', on: on('2025-12-31') }, ['D-patient']],
    ['California, provider type unknown: both stand', { state: 'CA' }, ['R-CA-physician', 'R-CA-hospital']],
    ['California hospital', { state: 'CA', providerType: 'hospital' }, ['R-CA-hospital']],
    ['California hospital before the wording of 2025', { state: 'CA', providerType: 'hospital', on: on('2024-12-31') }, ['D-patient']],
    ['Georgia is unverified: the default', { state: 'GA' }, ['D-patient']],
    ['Louisiana is proposed: the default', { state: 'LA' }, ['D-patient']],
    ['Medicare', { topic: 'REFUND_PAYER', payerClass: 'medicare', federal: true }, ['F-60-medicare']],
    ['TRICARE: the federal group', { topic: 'REFUND_PAYER', payerClass: 'tricare', federal: true }, ['F-60-other']],
    ['commercial: the default', { topic: 'REFUND_PAYER', payerClass: 'commercial' }, ['D-payer']],
    ['quarterly CMS-838 on its last day', { topic: 'CMS838', key: 'quarterly', payerClass: 'medicare', federal: true, on: on('2024-11-30') }, ['F-838-legacy']],
    ['quarterly CMS-838 after it', { topic: 'CMS838', key: 'quarterly', payerClass: 'medicare', federal: true, on: on('2024-12-01') }, []],
  ])('%s', (_name, query, expected) => expect(ids(query)).toEqual(expected));

  it('of a tie the smaller number', () => expect(resolveOne(rows, { ...ask({ state: 'CA' }), key: 'refund' })?.id).toBe('R-CA-hospital'));
  it('shows what is unverified beside it', () => expect(shownOnly(rows, ask({ state: 'GA' })).map((row) => row.id)).toEqual(['R-GA']));
  const own = (id: string, more: Record<string, unknown>): Record<string, unknown> => ({
    policy_id: id,
    topic: 'REFUND_PATIENT',
    key: 'refund',
    jurisdiction: 'TX',
    value: 10,
    unit: 'calendar_days',
    trigger: 'DETERMINED',
    status: 'ACTIVE',
    ...more,
  });
  const found = (query: Partial<PolicyQuery>, ...more: Record<string, unknown>[]): string[] =>
    resolveRows(policyFrom(more, on('2026-11-30')).policy.rows, ask({ state: 'TX', ...query })).map((row) => row.id);
  it('a provider type counts only when it is known', () => {
    const hospital = own('H', { provider_type: 'hospital' });
    expect(found({}, hospital)).toEqual(['R-TX', 'H']);
    expect(found({ providerType: 'hospital' }, hospital)).toEqual(['H']);
    expect(found({ providerType: 'physician' }, hospital)).toEqual(['R-TX']);
  });
  it('a class counts more than a provider type, a state more than both', () => {
    const [ofClass, ofType] = [own('C', { payer_class: 'self-pay' }), own('H', { provider_type: 'hospital' })];
    expect(found({ providerType: 'hospital' }, ofClass, ofType)).toEqual(['C']);
    const both = own('B', { jurisdiction: '', payer_class: 'self-pay', provider_type: 'hospital' });
    expect(found({ providerType: 'hospital' }, both)).toEqual(['R-TX']);
  });
  it('a row without a jurisdiction holds everywhere, no stronger than one of the whole country', () => {
    expect(found({ state: 'NV' }, own('E', { jurisdiction: '' }))).toEqual(['D-patient', 'E']);
    expect(found({ state: '' }, own('E', { jurisdiction: '' }))).toEqual(['D-patient', 'E']);
  });
  it('a class of its own beats the federal group', () => {
    const query = { topic: 'REFUND_PAYER', payerClass: 'tricare', federal: true } as const;
    expect(found(query, own('T', { topic: 'REFUND_PAYER', jurisdiction: '', payer_class: 'tricare' }))).toEqual(['T']);
    expect(found({ ...query, payerClass: 'commercial', federal: false }, own('F', { topic: 'REFUND_PAYER', payer_class: 'federal' }))).toEqual(['D-payer']);
  });
  it('without a key every key is resolved for itself', () =>
    expect(resolveRows(rows, { ...ask({ state: 'CA', providerType: 'physician' }), key: undefined as unknown as string }).map((row) => row.id)).toEqual(
      ['F-489-41', 'R-CA-physician', 'R-CA-request', 'R-CA-notified'].filter((id) => id !== 'F-489-41'),
    ));
  it('the first of two equal numbers, the smaller one wherever it stands', () => {
    const [ten, five, also] = [
      own('A', { provider_type: 'hospital' }),
      own('B', { provider_type: 'physician', value: 5 }),
      own('C', { provider_type: 'clinic', value: 5 }),
    ];
    const one = (...more: Record<string, unknown>[]): string | undefined =>
      resolveOne(policyFrom(more, on('2026-11-30')).policy.rows, { ...ask({ state: 'TX' }), key: 'refund' })?.id;
    expect([one(ten, five), one(five, ten), one(five, also), one(also, five)]).toEqual(['B', 'B', 'B', 'C']);
  });
  it('none where no row holds', () => expect(resolveOne(rows, { ...ask({}), key: 'nothing' })).toBeNull());
  it('rows of a topic are all of them, from the first; none of a topic without rows', () => {
    expect(rowsOfTopic(rows, 'SMALL_BALANCE').map((row) => row.id)).toEqual(['SB-patient', 'SB-payer', 'SB-federal']);
    expect(rowsOfTopic([], 'LETTER')).toEqual([]);
  });
  it('a state with a class beats a state alone', () => {
    const row = {
      policy_id: 'X',
      topic: 'REFUND_PATIENT',
      key: 'refund',
      jurisdiction: 'TX',
      payer_class: 'self-pay',
      value: 10,
      unit: 'calendar_days',
      trigger: 'DETERMINED',
      status: 'ACTIVE',
    };
    const mine = policyFrom([row], on('2026-11-30')).policy.rows;
    expect(resolveRows(mine, ask({ state: 'TX' })).map((found) => found.id)).toEqual(['X']);
  });
});
