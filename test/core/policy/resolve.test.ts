import { defaultPolicy, policyFrom } from '../../../src/core/policy/load';
import { resolveOne, resolveRows, shownOnly } from '../../../src/core/policy/resolve';
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
