/** One policy row as a person typed it (domain.md 4.9): what is accepted, and how each mistake is named. */
import { readRow } from '../../../src/core/policy/readRow';
import { on } from '../harness';

const GOOD: Readonly<Record<string, unknown>> = {
  'Policy id': ' R-XX ',
  Topic: 'refund_patient',
  KEY: ' refund ',
  jurisdiction: 'tx',
  'Payer class': 'Federal',
  provider_type: 'Hospital',
  Trigger: 'determined',
  value: 45,
  Unit: 'Calendar_Days',
  Exceptions: ' none known ',
  effective_from: '2026-01-01',
  'Effective to': 46387, // 2026-12-31
  Status: 'active',
  Citation: 'Sec. 1',
  'Source URL': 'https://example.org/law',
  'Verified on': '2026-05',
  verified_by: 'Ann Lee',
  Notes: 'ours',
  row: 17,
  'A column of mine': 'stays out',
};
const codesOf = (record: Record<string, unknown>): string[] => readRow(record).problems.map(({ code }) => code);

it('takes every column under its heading, trimmed, in the case the policy uses', () => {
  expect(readRow(GOOD)).toEqual({
    problems: [],
    row: {
      id: 'R-XX',
      topic: 'REFUND_PATIENT',
      key: 'refund',
      jurisdiction: 'TX',
      payerClass: 'federal',
      providerType: 'hospital',
      trigger: 'DETERMINED',
      value: '45',
      unit: 'calendar_days',
      exceptions: 'none known',
      effectiveFrom: on('2026-01-01'),
      effectiveTo: on('2026-12-31'),
      status: 'ACTIVE',
      citation: 'Sec. 1',
      sourceUrl: 'https://example.org/law',
      verifiedOn: '2026-05',
      verifiedBy: 'Ann Lee',
      notes: 'ours',
    },
  });
});

it('is neither row nor problem when it is blank, whatever stands in columns that are not of a policy', () => {
  expect(readRow({ policy_id: '  ', Value: null, row: 3, mine: 'x' })).toEqual({ row: null, problems: [] });
  expect(readRow({ Constructor: 'Hill Builders' })).toEqual({ row: null, problems: [] });
  expect(readRow({})).toEqual({ row: null, problems: [] });
});

describe('a cell', () => {
  const noted = (notes: unknown): string | undefined => readRow({ ...GOOD, Notes: notes }).row?.notes;
  it.each<[unknown, string]>([
    [12.5, '12.5'],
    [true, 'true'],
    [null, ''],
    [undefined, ''],
    [{ a: 1 }, ''],
  ])('%s', (value, text) => expect(noted(value)).toBe(text));
});

describe('a day', () => {
  it.each<[string, unknown, number | string]>([
    ['a date cell', 46023, on('2026-01-01')],
    ['the first day a sheet has', 61, 61],
    ['the day before it', 60, 'policy-date'],
    ['the last', 2_958_465, 2_958_465],
    ['the day after it', 2_958_466, 'policy-date'],
    ['with a time of day', 46023.5, 'policy-date'],
    ['blank', null, 0],
    ['left out', undefined, 0],
    ['a text', ' 2026-01-01 ', on('2026-01-01')],
    ['no date', 'soon', 'policy-date'],
  ])('%s', (_name, value, expected) => {
    const { row, problems } = readRow({ ...GOOD, effective_from: value, 'Effective to': '' });
    expect(row === null ? problems[0]?.code : row.effectiveFrom).toBe(expected);
  });
  it('names the column that is wrong', () => {
    expect(readRow({ ...GOOD, effective_from: 'x' }).problems[0]?.message).toBe('Policy row R-XX: effective_from is no date.');
    expect(readRow({ ...GOOD, 'Effective to': 'x' }).problems[0]?.message).toBe('Policy row R-XX: effective_to is no date.');
  });
});

describe('what a row is about', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['no key', { KEY: '' }, ['policy-key']],
    ['no jurisdiction', { jurisdiction: '' }, []],
    ['a word before a state', { jurisdiction: 'in TX' }, ['policy-jurisdiction']],
    ['three letters', { jurisdiction: 'TXX' }, ['policy-jurisdiction']],
    ['no class', { 'Payer class': '' }, []],
    ['a class', { 'Payer class': 'Commercial' }, []],
    ['no class we know', { 'Payer class': 'blue' }, ['policy-payer-class']],
    ['a trigger nobody knows', { Trigger: 'ONCE' }, ['policy-trigger']],
    ['no trigger', { Trigger: '' }, []],
    ['no status', { Status: '' }, ['policy-status']],
    ['one day', { effective_from: '2026-12-31' }, []],
    ['an end a day before its beginning', { effective_from: '2027-01-01' }, ['policy-dates']],
    ['no beginning', { effective_from: '' }, []],
    ['no end', { 'Effective to': '' }, []],
  ])('%s', (_name, change, codes) => expect(codesOf({ ...GOOD, ...change })).toEqual(codes));
});

const measure = (topic: string, key: string, value: unknown, unit: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  policy_id: 'M',
  topic,
  key,
  value,
  unit,
  status: 'ACTIVE',
  ...more,
});

describe('a value with a unit', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['zero', measure('PARAMETER', 'cents_tol', 0, 'cents'), []],
    ['a share', measure('PARAMETER', 'contract_tol_rate', 0.02, 'rate'), []],
    ['all of it', measure('PARAMETER', 'contract_tol_rate', '1', 'rate'), []],
    ['more than all', measure('PARAMETER', 'contract_tol_rate', '1.01', 'rate'), ['policy-number']],
    ['a share as cents', measure('PARAMETER', 'contract_tol_rate', 2, 'cents'), ['policy-unit']],
    ['more cents than are exact', measure('SMALL_BALANCE', 'patient', '9007199254740992', 'cents'), ['policy-number']],
    ['a thousands comma', measure('SMALL_BALANCE', 'patient', '1,000', 'cents'), ['policy-number']],
    ['a sign before', measure('SMALL_BALANCE', 'patient', '+5', 'cents'), ['policy-number']],
    ['words behind', measure('SMALL_BALANCE', 'patient', '5 c', 'cents'), ['policy-number']],
    ['a point without digits', measure('SMALL_BALANCE', 'patient', '5.', 'cents'), ['policy-number']],
    ['a whole number with decimals', measure('SMALL_BALANCE', 'patient', '500.00', 'cents'), []],
    ['nothing', measure('SMALL_BALANCE', 'patient', '', 'cents'), ['policy-number']],
    ['100 years', measure('REFUND_PATIENT', 'refund', 36500, 'calendar_days'), []],
    ['a day longer', measure('REFUND_PATIENT', 'refund', 36501, 'calendar_days'), ['policy-number']],
    ['the same in business days', measure('REFUND_PATIENT', 'refund', 36501, 'business_days'), ['policy-number']],
    ['the same in months', measure('REFUND_PATIENT', 'refund', 36501, 'months'), ['policy-number']],
    ['as cents it is an amount', measure('REFUND_PATIENT', 'least', 36501, 'cents'), []],
    ['no unit', measure('REFUND_PATIENT', 'refund', 30, ''), ['policy-unit']],
    ['a unit nobody knows', measure('REFUND_PATIENT', 'refund', 30, 'weeks'), ['policy-unit']],
    ['federal payers: 0', measure('SMALL_BALANCE', 'payer', 0, 'cents', { payer_class: 'federal' }), []],
    ['federal payers: a cent', measure('SMALL_BALANCE', 'payer', 1, 'cents', { payer_class: 'federal' }), ['policy-federal-small']],
    ['commercial payers: a cent', measure('SMALL_BALANCE', 'payer', 1, 'cents', { payer_class: 'commercial' }), []],
    ['a federal period', measure('REFUND_PAYER', 'refund', 60, 'calendar_days', { payer_class: 'federal' }), []],
    ['a key nobody knows', measure('HOLD', 'forever', 5, 'calendar_days'), ['policy-key']],
    ['its own key, where the topic has free keys', measure('RECOUP_LIMIT', 'mine', 5, 'months'), []],
    ['proposed, with a value still to come', measure('SMALL_BALANCE', 'patient', '', 'cents', { status: 'PROPOSED' }), []],
    ['proposed, with a value that is none', measure('SMALL_BALANCE', 'patient', 'x', 'cents', { status: 'PROPOSED' }), ['policy-number']],
  ])('%s', (_name, record, codes) => expect(codesOf(record)).toEqual(codes));

  it.each(
    Object.entries({
      PARAMETER: { match_tol: 'cents', contract_tol_min: 'cents', dup_window_days: 'calendar_days', takeback_wait_days: 'calendar_days' },
      LISTING: { least_credit: 'cents', least_age_days: 'calendar_days' },
      HOLD: { escalate_before_due_days: 'calendar_days', unidentified_cash_days: 'calendar_days' },
      APPROVAL: { window_days: 'calendar_days' },
      INVESTIGATION: { cap_days: 'calendar_days' },
      REFUND_FILE: { most_cents: 'cents', most_refunds: 'count', check_stale_days: 'calendar_days' },
    }).flatMap(([topic, keys]) => Object.entries(keys).map(([key, unit]): [string, string, string] => [topic, key, unit])),
  )('%s %s needs its own unit', (topic, key, unit) => {
    expect(codesOf(measure(topic, key, 5, unit))).toEqual([]);
    expect(codesOf(measure(topic, key, 5, 'months'))).toEqual(['policy-unit']);
  });
});

describe('a value that is a word', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['no limit', measure('RECOUP_LIMIT', 'general', 'none', ''), []],
    ['no dormancy', measure('ESCHEAT', 'patient_credit', 'none', ''), []],
    ['no upper level', measure('APPROVAL', 'cfo', 'none', ''), []],
    ['no cap', measure('REFUND_FILE', 'most_cents', 'none', 'cents'), []],
    ['no cap in another unit', measure('REFUND_FILE', 'most_cents', 'none', 'count'), ['policy-unit']],
    ['no small balance', measure('SMALL_BALANCE', 'patient', 'none', 'cents'), ['policy-number']],
    ['an account number', measure('REFUND_FILE', 'gl_account', '2310-00', 'text'), []],
    ['a level in words', measure('APPROVAL', 'lead', 'lots', 'text'), ['policy-unit']],
    ['a column of Refund file', measure('REFUND_FILE', 'column:vendor', 'Supplier', ''), []],
    ['a setting of Refund file nobody knows', measure('REFUND_FILE', 'vendor', 'Supplier', ''), ['policy-key']],
    ['a letter', measure('LETTER', 'signer_name', 'Ann Lee', ''), []],
    ['an approver', measure('APPROVAL', 'Approver:Ann Lee', 'manager', ''), []],
    ['yes', measure('LISTING', 'prepayments', 'yes', 'flag'), []],
    ['no', measure('LISTING', 'prepayments', 'no', 'flag'), []],
    ['perhaps', measure('LISTING', 'prepayments', 'perhaps', 'flag'), ['policy-flag']],
    ['a method', measure('INVESTIGATION', 'method', 'conservative', ''), []],
    ['no method', measure('INVESTIGATION', 'method', 'none', ''), []],
    ['another method', measure('INVESTIGATION', 'method', 'bold', ''), ['policy-method']],
    ['the method of something else', measure('RECOUP_LIMIT', 'method', 'none so far', ''), ['policy-unit']],
    ['a cap that is none', measure('INVESTIGATION', 'cap_days', 'none', 'calendar_days'), ['policy-number']],
    ['a kind of posting', measure('CODE_MAP', 'ZZ9', 'Payment', ''), []],
    ['a kind in small letters', measure('CODE_MAP', 'ZZ9', 'payment', ''), ['policy-kind']],
    ['a word that every object knows', measure('CODE_MAP', 'ZZ9', 'constructor', ''), ['policy-kind']],
    ['a code without a kind', measure('CODE_MAP', 'ZZ9', '', ''), ['policy-value']],
    ['another name', measure('PAYER_ALIAS', 'TMHP', 'Texas Medicaid', ''), []],
    ['another name for nothing', measure('PAYER_ALIAS', 'TMHP', '', ''), ['policy-value']],
    ['a payer and its class', measure('PAYER_CLASS', 'Harbor Mutual', 'commercial', ''), []],
    ['a payer and no class', measure('PAYER_CLASS', 'Harbor Mutual', 'blue', ''), ['policy-payer-class']],
    ['a class that is federal', measure('PAYER_CLASS', 'chip', 'federal', ''), []],
    ['a class that is not', measure('PAYER_CLASS', 'chip', 'not federal', ''), []],
    ['a payer that is federal', measure('PAYER_CLASS', 'Harbor Mutual', 'federal', ''), ['policy-payer-class']],
    ['a payer that is not', measure('PAYER_CLASS', 'Harbor Mutual', 'not federal', ''), ['policy-payer-class']],
    ['federal as a name is an ordinary word', measure('PAYER_ALIAS', 'FedPlan', 'federal', ''), []],
  ])('%s', (_name, record, codes) => expect(codesOf(record)).toEqual(codes));
});

it('says what to do, and that the default is used until then', () => {
  const [problem] = readRow(measure('SMALL_BALANCE', 'patient', 'x', 'cents')).problems;
  expect(problem).toEqual({
    code: 'policy-number',
    message: 'Policy row M: "x" is no number.',
    remedy: 'Write a number without signs or separators. Until then the default is used.',
  });
});
