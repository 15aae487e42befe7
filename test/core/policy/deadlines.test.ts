/** Every date here was counted by hand on a calendar; the month steps stand behind it. */
import { addBusinessDays, addMonths, quarterEnd } from '../../../src/core/policy/calendar';
import { clocksOf, dueOf } from '../../../src/core/policy/deadlines';
import type { Clocks, Due } from '../../../src/core/policy/deadlines';
import { dormantOn, legacyReportDue, lookbackEnd, recoupmentLimit } from '../../../src/core/policy/limits';
import { defaultPolicy, policyFrom } from '../../../src/core/policy/load';
import { sixtyDayDue } from '../../../src/core/policy/sixtyDays';
import { toIso } from '../../../src/core/day';
import type { CauseId, FindingClass, Payee } from '../../../src/core/credit';
import type { PayerClass } from '../../../src/core/ledger';
import type { Policy } from '../../../src/core/policy/policy';
import { ledgerOf, on } from '../harness';

describe('the federal 60-day rule (domain.md 4.1)', () => {
  it.each<[string, string, string | null, string | null, string]>([
    // identified, investigation from, to, due
    ['no investigation (the document)', '2026-01-10', null, null, '2026-03-11'],
    ['40 days (the document)', '2026-01-10', '2026-01-20', '2026-03-01', '2026-04-20'],
    ['capped at 180 days (the document)', '2026-01-10', '2026-01-20', '2026-08-30', '2026-08-28'],
    ['begun before identification (the document)', '2026-01-10', '2025-12-01', '2026-03-01', '2026-04-30'],
    ['begun after the deadline (the document)', '2026-01-10', '2026-04-01', '2026-05-01', '2026-03-11'],
    ['leap year: Jan 31 = 30, Feb 29 = 59, Mar 1 = 60', '2024-01-01', null, null, '2024-03-01'],
    ['common year: Jan 31 = 30, Feb 28 = 58, Mar 2 = 60', '2023-01-01', null, null, '2023-03-02'],
    ['over the new year: Jan 31 = 31, Feb 28 = 59, Mar 1 = 60', '2024-12-31', null, null, '2025-03-01'],
    ['two long months: Jul 31 = 28, Aug 31 = 59, Sep 1 = 60', '2026-07-03', null, null, '2026-09-01'],
    ['a month end: Nov 30 = 29, Dec 31 = 60', '2025-11-01', null, null, '2025-12-31'],
    ['from 29 February: Mar 31 = 31, Apr 29 = 60', '2028-02-29', null, null, '2028-04-29'],
    ['begun on the last day, still running: 120 days to the cap of 9 July', '2026-01-10', '2026-03-11', null, '2026-07-09'],
    ['begun a day late', '2026-01-10', '2026-03-12', null, '2026-03-11'],
    ['ended before identification', '2026-01-10', '2025-12-01', '2026-01-05', '2026-03-11'],
    ['ended on the day it began', '2026-01-10', '2026-02-01', '2026-02-01', '2026-03-11'],
    ['one day', '2026-01-10', '2026-02-01', '2026-02-02', '2026-03-12'],
    ['still running: 170 days to the cap', '2026-01-10', '2026-01-20', null, '2026-08-28'],
    ['ended on the day of the cap, 9 July: the same 170 days', '2026-01-10', '2026-01-20', '2026-07-09', '2026-08-28'],
    [
      'across 29 February: suspended 20 Jan to 1 Mar 2024 = 41 days; 10 Jan + 101 = Jan 31 = 21, Feb 29 = 50, Mar 31 = 81, Apr 20',
      '2024-01-10',
      '2024-01-20',
      '2024-03-01',
      '2024-04-20',
    ],
  ])('%s', (_name, identified, from, to, due) => {
    const investigation = from === null ? null : { start: on(from), end: to === null ? (0 as ReturnType<typeof on>) : on(to) };
    expect(toIso(sixtyDayDue(on(identified), investigation))).toBe(due);
  });
});

describe('calendar', () => {
  it.each<[string, number, string]>([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 36, '2031-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 12, '2027-12-15'],
  ])('%s and %i months', (from, months, expected) => expect(toIso(addMonths(on(from), months))).toBe(expected));
  it.each<[string, number, string]>([
    ['2026-06-26', 1, '2026-06-29'], // Friday to Monday
    ['2026-06-27', 1, '2026-06-29'], // Saturday to Monday
    ['2026-06-26', 5, '2026-07-03'],
    ['2026-06-26', 30, '2026-08-07'], // six weeks
  ])('%s and %i business days', (from, days, expected) => expect(toIso(addBusinessDays(on(from), days))).toBe(expected));
  it.each([
    ['2026-02-28', '2026-03-31'],
    ['2024-06-30', '2024-06-30'],
    ['2025-10-01', '2025-12-31'],
  ])('the quarter of %s', (from, expected) => expect(toIso(quarterEnd(on(from)))).toBe(expected));
  it.each([
    ['2024-03-31', '2024-04-30'],
    ['2024-05-15', '2024-07-30'],
    ['2024-09-30', '2024-10-30'],
    ['2024-12-01', '2025-01-30'],
  ])('legacy CMS-838 for %s', (from, expected) => expect(toIso(legacyReportDue(on(from)))).toBe(expected));
});

const POLICY = defaultPolicy(on('2026-06-30'));
const CLOCKS = clocksOf(POLICY.asOf);
interface Case {
  readonly ledger?: string;
  readonly cause?: CauseId;
  readonly cls?: FindingClass;
  readonly owedTo?: Payee['kind'];
  readonly clocks?: Partial<Record<keyof Clocks, string>>;
  readonly policy?: Policy;
}
const DAY_CLOCKS = ['flaggedOn', 'identifiedOn', 'investigationStart', 'investigationEnd', 'requestedOn', 'noticeOn'];

function due(row: Case): Due {
  const ledger = ledgerOf(row.ledger ?? '2026-02-01 payment 100 Aetna');
  const kind = row.owedTo ?? 'payer';
  const party = kind === 'patient' ? 1 : kind === 'payer' ? 2 : 0;
  const clocks = Object.fromEntries(Object.entries(row.clocks ?? {}).map(([key, value]) => [key, DAY_CLOCKS.includes(key) ? on(value) : value]));
  const finding = { class: row.cls ?? 'true-overpayment', cause: row.cause ?? 'C01', party, claims: [], owedTo: { kind, name: '' } } as const;
  return dueOf(finding, { account: 0, since: on('2026-02-01') }, ledger, row.policy ?? POLICY, { ...CLOCKS, ...clocks });
}
const payer = (payerClass: PayerClass): string => `payer P class=${payerClass}\n2026-02-01 payment 100 P`;
const state = (code: string, more = ''): string => `account A1 state=${code}${more}\n2026-02-01 payment 100 patient`;
const MSP = 'payer Medicare class=medicare\n2026-02-01 payment 100 Medicare\n';
const texas = (more: Record<string, unknown>): Policy =>
  policyFrom([{ policy_id: 'MY', topic: 'REFUND_PATIENT', key: 'refund', jurisdiction: 'TX', trigger: 'DETERMINED', status: 'ACTIVE', ...more }], POLICY.asOf)
    .policy;

describe('due (as of 2026-06-30): the earliest active deadline, each from its own trigger', () => {
  it.each<[string, Case, string, string]>([
    [
      'Medicare, flagged only: Jul 31 = 31, Aug 29 = 60',
      { ledger: payer('medicare') },
      '2026-08-29',
      'F-60-medicare: 60 calendar days from flagged on 2026-06-30 (risk clock)',
    ],
    [
      'Medicare, identified: Jun 30 = 20, Jul 31 = 51, Aug 9',
      { ledger: payer('medicare'), clocks: { identifiedOn: '2026-06-10' } },
      '2026-08-09',
      'F-60-medicare: 60 calendar days from identified on 2026-06-10',
    ],
    [
      'Medicare, identified and investigated for 30 days',
      { ledger: payer('medicare'), clocks: { identifiedOn: '2026-06-10', investigationStart: '2026-06-15', investigationEnd: '2026-07-15' } },
      '2026-09-08',
      'suspended 30 days',
    ],
    [
      'Medicare, investigated but not identified: no suspension',
      { ledger: payer('medicare'), clocks: { investigationStart: '2026-06-15' } },
      '2026-08-29',
      '(risk clock)',
    ],
    ['Medicare Advantage', { ledger: payer('medicare-advantage') }, '2026-08-29', 'F-60-ma'],
    ['Medicaid', { ledger: payer('medicaid') }, '2026-08-29', 'F-60-medicaid'],
    ['managed Medicaid', { ledger: payer('medicaid-managed') }, '2026-08-29', 'F-60-mco'],
    ['TRICARE', { ledger: payer('tricare') }, '2026-08-29', 'F-60-other'],
    ['a commercial payer', {}, '2026-07-30', 'D-payer'],
    [
      'a commercial payer is not suspended',
      { clocks: { identifiedOn: '2026-06-10', investigationStart: '2026-06-15', investigationEnd: '2026-07-15' } },
      '2026-07-10',
      'D-payer',
    ],
    [
      'MSP: Mar 31 = 21, Apr 30 = 51, May 9',
      { ledger: `${MSP}2026-03-10 payment 500 BCBS`, cause: 'C04' },
      '2026-05-09',
      'F-msp: 60 calendar days from receipt on 2026-03-10; also F-60-medicare 2026-08-29',
    ],
    [
      'MSP counts from the deposit: Mar 31 = 26, Apr 30 = 56, May 4',
      { ledger: `${MSP}2026-03-10 payment 500 BCBS deposited=2026-03-05`, cause: 'C04' },
      '2026-05-04',
      'F-msp',
    ],
    ['MSP, Medicare paid last: Feb 28 = 27, Mar 31 = 58, Apr 2', { ledger: `${MSP}2026-01-15 payment 500 BCBS`, cause: 'C04' }, '2026-04-02', 'F-msp'],
    [
      'MSP is not suspended',
      { ledger: `${MSP}2026-03-10 payment 500 BCBS`, cause: 'C04', clocks: { identifiedOn: '2026-03-12', investigationStart: '2026-03-12' } },
      '2026-05-09',
      'F-msp',
    ],
    [
      'MSP later than the 60-day rule: the earlier holds',
      { ledger: `${MSP}2026-06-29 payment 500 BCBS`, cause: 'C04', clocks: { identifiedOn: '2026-06-01' } },
      '2026-07-31',
      'F-60-medicare',
    ],
    ['a duplicate at Medicare has no MSP date', { ledger: `${MSP}2026-03-10 payment 500 BCBS` }, '2026-08-29', 'F-60-medicare'],
    ['patient, no state', { ledger: '2026-02-01 payment 100 patient', owedTo: 'patient' }, '2026-07-30', 'D-patient'],
    [
      'patient in Texas, determined 1 June: Jun 30 = 29, Jul 1',
      { ledger: state('TX'), owedTo: 'patient', clocks: { identifiedOn: '2026-06-01' } },
      '2026-07-01',
      'R-TX',
    ],
    ['state in small letters', { ledger: state('tx'), owedTo: 'patient' }, '2026-07-30', 'R-TX'],
    ['Florida the day before its law', { ledger: state('FL'), owedTo: 'patient', clocks: { identifiedOn: '2025-12-31' } }, '2026-01-30', 'D-patient'],
    ['Florida on its first day', { ledger: state('FL'), owedTo: 'patient', clocks: { identifiedOn: '2026-01-01' } }, '2026-01-31', 'R-FL'],
    ['California, provider not known: the earlier of two', { ledger: state('CA'), owedTo: 'patient' }, '2026-07-30', 'also R-CA-physician 2026-09-28'],
    [
      'California physician: Jul 31 = 31, Aug 31 = 62, Sep 28 = 90',
      { ledger: state('CA'), owedTo: 'patient', clocks: { providerType: 'physician' } },
      '2026-09-28',
      'R-CA-physician',
    ],
    [
      'California physician, patient asked 20 June',
      { ledger: state('CA'), owedTo: 'patient', clocks: { providerType: 'physician', requestedOn: '2026-06-20' } },
      '2026-07-20',
      'R-CA-request',
    ],
    ['Georgia is unverified', { ledger: state('GA'), owedTo: 'patient' }, '2026-07-30', 'D-patient'],
    [
      "a Medicare patient's own money, notice of 1 May: May 31 = 30, Jun 30 = 60",
      { ledger: `payer Medicare class=medicare\n${state('TX', ' payer1=Medicare')}`, owedTo: 'patient', clocks: { noticeOn: '2026-05-01' } },
      '2026-06-30',
      'F-489-41',
    ],
    [
      'a row of ten business days from Friday 26 June',
      { ledger: state('TX'), owedTo: 'patient', clocks: { identifiedOn: '2026-06-26' }, policy: texas({ value: 10, unit: 'business_days' }) },
      '2026-07-10',
      'MY',
    ],
    [
      'a row counted from a notice nobody knows: the default',
      { ledger: state('TX'), owedTo: 'patient', policy: texas({ value: 10, unit: 'calendar_days', trigger: 'NOTICE' }) },
      '2026-07-30',
      'default: 30',
    ],
    [
      'a row counted from receipt (1 Feb) has passed',
      { ledger: state('TX'), owedTo: 'patient', policy: texas({ value: 2, unit: 'months', trigger: 'PAYMENT' }) },
      '2026-04-01',
      'MY',
    ],
    [
      'the old CMS-838 calendar brought back',
      {
        ledger: payer('medicare'),
        policy: policyFrom(
          [
            {
              policy_id: 'F-838-legacy',
              topic: 'CMS838',
              key: 'quarterly',
              jurisdiction: 'US',
              payer_class: 'medicare',
              trigger: 'QUARTER_END',
              value: 30,
              unit: 'calendar_days',
              status: 'ACTIVE',
            },
          ],
          POLICY.asOf,
        ).policy,
      },
      '2026-07-30',
      'F-838-legacy',
    ],
    ['a credit without a cause runs too', { cls: 'needs-review', owedTo: 'none' }, '2026-07-30', 'risk clock'],
  ])('%s', (_name, row, expected, basis) => {
    const found = due(row);
    expect(toIso(found.due)).toBe(expected);
    expect(found.basis).toContain(basis);
  });

  it('a posting error is owed to nobody', () => expect(due({ cls: 'posting-error' })).toEqual({ due: 0, basis: '', all: [], unverified: [] }));
  it('shows the unverified row of Georgia', () => expect(due({ ledger: state('GA'), owedTo: 'patient' }).unverified.map((row) => row.id)).toContain('R-GA'));
  it('shows deadlines it cannot date, last', () => {
    const all = due({ ledger: state('CA'), owedTo: 'patient' }).all;
    expect(all.map((each) => [each.rule, toIso(each.due)])).toEqual([
      ['R-CA-hospital', '2026-07-30'],
      ['R-CA-physician', '2026-09-28'],
      ['R-CA-notified', null],
      ['R-CA-request', null],
    ]);
  });
  it('marks the risk clock and takes the mark off when identified', () => {
    expect(due({ ledger: payer('medicare') }).all.map((each) => each.riskClock)).toEqual([true]);
    expect(due({ ledger: payer('medicare'), clocks: { identifiedOn: '2026-06-10' } }).all.map((each) => each.riskClock)).toEqual([false]);
  });
});

describe('other periods', () => {
  const party = (payerClass: PayerClass, federal = false) => ({ kind: 'payer', name: 'P', aliases: [], payerClass, federal }) as const;
  it.each<[string, string, PayerClass, string, boolean, string | null]>([
    ['Texas, 180 days', 'TX', 'commercial', '2026-01-01', false, '2026-06-30'],
    ['Maryland, 6 months from a month end', 'MD', 'commercial', '2025-08-31', false, '2026-02-28'],
    ['Maryland, COB', 'MD', 'commercial', '2025-08-31', true, '2027-02-28'],
    ['Texas has no COB row: the general one', 'TX', 'commercial', '2026-01-01', true, '2026-06-30'],
    ['California, 365 days from 29 February', 'CA', 'commercial', '2024-02-29', false, '2025-02-28'],
    ['Alaska has no limit', 'AK', 'commercial', '2026-01-01', false, null],
    ['Wyoming is unverified', 'WY', 'commercial', '2026-01-01', false, 'no row'],
    ['Medicare is not bound by state limits', 'TX', 'medicare', '2026-01-01', false, 'no row'],
  ])('recoupment: %s', (_name, code, payerClass, paid, cob, expected) => {
    const limit = recoupmentLimit(POLICY, code, party(payerClass, payerClass === 'medicare'), on(paid), cob);
    expect(limit === null ? 'no row' : toIso(limit.until)).toBe(expected);
  });
  it.each<[string, string, string]>([
    ['TX', '2024-02-29', '2027-02-28'],
    ['FL', '2024-02-29', '2029-02-28'],
    ['NV', '2024-02-29', 'no row'],
  ])('dormancy in %s', (code, since, expected) => {
    const limit = dormantOn(POLICY, code, on(since));
    expect(limit === null ? 'no row' : toIso(limit.until)).toBe(expected);
  });
  it('the six-year look-back', () => expect(toIso(lookbackEnd(on('2020-02-29')))).toBe('2026-02-28'));
});
