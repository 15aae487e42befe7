/** Which rows give a deadline, from which day they count, and how it is said. Every date was counted by hand; as of 30 June 2026. */
import { toIso } from '../../../src/core/day';
import { clocksOf, dueOf } from '../../../src/core/policy/deadlines';
import type { Clocks, Due, DueFinding } from '../../../src/core/policy/deadlines';
import { policyFrom } from '../../../src/core/policy/load';
import { ledgerOf, on } from '../harness';

const AS_OF = on('2026-06-30');
interface Case {
  readonly ledger: string;
  readonly finding?: Partial<DueFinding>;
  readonly clocks?: Partial<Record<keyof Clocks, string>>;
  readonly rows?: readonly Record<string, unknown>[];
  readonly account?: number;
  readonly since?: string;
}

/** A true overpayment of party 2 (the first payer), with clocks as ISO days. */
function due({ ledger, finding = {}, clocks = {}, rows = [], account = 0, since = '2026-02-01' }: Case): Due {
  const typed = Object.fromEntries(Object.entries(clocks).map(([key, value]) => [key, value === '' ? 0 : on(value)]));
  const whole: DueFinding = { class: 'true-overpayment', cause: 'C01', party: 2, claims: [], owedTo: { kind: 'payer', name: '' }, ...finding };
  const since_ = since === '' ? (0 as typeof AS_OF) : on(since);
  return dueOf(whole, { account, since: since_ }, ledgerOf(ledger), policyFrom(rows, AS_OF).policy, { ...clocksOf(AS_OF), ...typed });
}
const rulesOf = (row: Case): string[] => due(row).all.map((each) => `${each.rule} ${toIso(each.due) ?? 'undated'}`);

const row = (id: string, more: Record<string, unknown>): Record<string, unknown> => ({
  policy_id: id,
  topic: 'REFUND_PATIENT',
  key: 'refund',
  jurisdiction: 'US',
  trigger: 'DETERMINED',
  value: 10,
  unit: 'calendar_days',
  status: 'ACTIVE',
  ...more,
});
const TEXAS = 'account A1 state=TX\n2026-02-01 payment 100 patient\n2026-02-02 payment 50 Aetna';
const TO_PATIENT: Partial<DueFinding> = { party: 1, owedTo: { kind: 'patient', name: '' } };
const MEDICARE = 'payer Medicare class=medicare\n2026-02-01 payment 100 Medicare';

describe('whose money it is', () => {
  it.each<[string, Partial<DueFinding>, string]>([
    ['owed to the patient', TO_PATIENT, 'R-TX 2026-07-30'],
    ["owed to the patient out of a payer's part", { party: 2, owedTo: { kind: 'patient', name: '' } }, 'R-TX 2026-07-30'],
    ["on the patient's part, payee not named", { party: 1, owedTo: { kind: 'none', name: '' } }, 'R-TX 2026-07-30'],
    ["owed to a payer out of the patient's part", { party: 1, owedTo: { kind: 'payer', name: 'Aetna' } }, 'D-payer 2026-07-30'],
    ["on a payer's part, payee not named", { party: 2, owedTo: { kind: 'none', name: '' } }, 'D-payer 2026-07-30'],
    ['a hold is still undecided', { ...TO_PATIENT, class: 'hold' }, 'R-TX 2026-07-30'],
  ])('%s', (_name, finding, rule) => expect(rulesOf({ ledger: TEXAS, finding })).toEqual([rule]));
  it('money on the wrong account is owed to nobody', () => expect(rulesOf({ ledger: TEXAS, finding: { class: 'misallocated' } })).toEqual([]));
  it('a state with blanks around it is the state', () =>
    expect(rulesOf({ ledger: TEXAS.replace('state=TX', 'state=" tx "'), finding: TO_PATIENT })).toEqual(['R-TX 2026-07-30']));
  it('of a state in another class of the patient: self-pay rows hold, payer rows do not', () => {
    const rows = [
      row('OWN', { jurisdiction: 'TX', payer_class: 'self-pay', value: 7 }),
      row('COM', { jurisdiction: 'TX', payer_class: 'commercial', value: 5 }),
    ];
    expect(rulesOf({ ledger: TEXAS, finding: TO_PATIENT, rows })).toEqual(['OWN 2026-07-07']);
  });
  it("a row for federal payers holds for a Medicare patient's own money", () => {
    const rows = [row('FED', { key: 'own_money', payer_class: 'federal', trigger: 'NOTICE', value: 5 })];
    const ledger = `payer Medicare class=medicare\naccount A1 payer2=Medicare\n2026-02-01 payment 100 patient`;
    expect(rulesOf({ ledger, finding: TO_PATIENT, rows, clocks: { noticeOn: '2026-06-01' } })).toEqual([
      'FED 2026-06-06',
      'D-patient 2026-07-30',
      'F-489-41 2026-07-31', // Jun 30 = 29, Jul 31 = 60
    ]);
    const commercial = ledger.replace('class=medicare', 'class=commercial');
    expect(rulesOf({ ledger: commercial, finding: TO_PATIENT, rows, clocks: { noticeOn: '2026-06-01' } })).toEqual(['D-patient 2026-07-30']);
  });
});

describe('Medicare as second payer (domain.md 4.5)', () => {
  const MSP: Partial<DueFinding> = { cause: 'C04' };
  const rules = (ledger: string, more: Partial<Case> = {}): string[] => rulesOf({ ledger: `${MEDICARE}\n${ledger}`, finding: MSP, ...more });
  it("counts from the other payer's payment, not from its write-off and not from the patient's payment", () =>
    // 10 March: Mar 31 = 21, Apr 30 = 51, May 9 = 60.
    expect(rules('2026-03-01 contractual 20 BCBS\n2026-03-02 payment 20 patient\n2026-03-10 payment 500 BCBS')).toEqual([
      'F-msp 2026-05-09',
      'F-60-medicare 2026-08-29',
    ]));
  it('has no date before another payer paid', () => expect(rules('2026-03-02 payment 20 patient')).toEqual(['F-60-medicare 2026-08-29']));
  it('passes over a payment without a date', () =>
    expect(rules('- payment 5 BCBS\n2026-03-10 payment 500 BCBS')).toEqual(['F-msp 2026-05-09', 'F-60-medicare 2026-08-29']));
  it('looks at its own account only', () => {
    const ledger = 'account A2\n2026-03-10 payment 500 BCBS\n2026-03-11 payment 5 Medicare\naccount A3\n2026-01-01 payment 9 BCBS';
    expect(rules(ledger, { account: 1 })).toEqual(['F-msp 2026-05-10', 'F-60-medicare 2026-08-29']);
  });
  it('counts for that cause only, also where a person gave the row another trigger', () => {
    const rows = [{ ...row('F-msp', { topic: 'REFUND_PAYER', key: 'msp', payer_class: 'medicare', value: 5 }) }];
    expect(rules('2026-03-10 payment 500 BCBS', { rows })).toEqual(['F-msp 2026-07-05', 'F-60-medicare 2026-08-29']);
    expect(rules('2026-03-10 payment 500 BCBS', { rows, finding: { cause: 'C01' } })).toEqual(['F-60-medicare 2026-08-29']);
  });
  it('takes the row of the class before one for all federal payers', () => {
    const rows = [row('ALL', { topic: 'REFUND_PAYER', key: 'msp', payer_class: 'federal', trigger: 'PAYMENT', value: 5 })];
    expect(rules('2026-03-10 payment 500 BCBS', { rows })).toEqual(['F-msp 2026-05-09', 'F-60-medicare 2026-08-29']);
  });
});

describe('rows that are no deadline', () => {
  it.each<[string, Record<string, unknown>]>([
    ['without a trigger', { trigger: '' }],
    ['counted in cents', { unit: 'cents', value: 500 }],
    ['counted from a day on which it was not yet in force', { trigger: 'PAYMENT', effective_from: '2026-03-01' }],
  ])('%s', (_name, more) =>
    expect(rulesOf({ ledger: TEXAS, finding: TO_PATIENT, rows: [row('MY', { jurisdiction: 'TX', ...more })] })).toEqual(['default 2026-07-30']),
  );
});

describe('a row counted from receipt', () => {
  const rows = [row('MY', { jurisdiction: 'TX', trigger: 'PAYMENT' })];
  const ledger = 'account A1 state=TX\n- payment 5 patient\n2026-03-10 payment 60 patient deposited=2026-03-12\n2026-03-20 payment 70 patient';
  it.each<[string, Partial<Case>, string[]]>([
    ['the first of those claimed, by deposit', { finding: { ...TO_PATIENT, claims: [2, 1] } }, ['MY 2026-03-22']],
    ['without the undated', { finding: { ...TO_PATIENT, claims: [0, 2] } }, ['MY 2026-03-30']],
    ['since the credit stands, where none is dated', { finding: { ...TO_PATIENT, claims: [0] } }, ['MY 2026-02-11']],
    ['not at all where that is not known', { finding: { ...TO_PATIENT, claims: [0] }, since: '' }, ['default 2026-07-30']],
  ])('%s', (_name, more, expected) => expect(rulesOf({ ledger, rows, ...more })).toEqual(expected));
});

describe('the old quarterly report (domain.md 4.4)', () => {
  it('was due 30 days after the quarter in which the credit was seen', () =>
    // 10 August 2024: quarter to 30 September, 30 October. The 60 days: Aug 31 = 21, Sep 30 = 51, Oct 9 = 60.
    expect(rulesOf({ ledger: MEDICARE, clocks: { flaggedOn: '2024-08-10' } })).toEqual(['F-60-medicare 2024-10-09', 'F-838-legacy 2024-10-30']));
  it('was not due for the quarter after it ended', () =>
    // 15 November 2024 is before the end of the calendar, but its quarter ends on 31 December. Nov 30 = 15, Dec 31 = 46, Jan 14 = 60.
    expect(rulesOf({ ledger: MEDICARE, clocks: { flaggedOn: '2024-11-15' } })).toEqual(['F-60-medicare 2025-01-14']));
});

describe('an investigation suspends', () => {
  const clocks = { identifiedOn: '2026-06-10', investigationStart: '2026-06-15', investigationEnd: '2026-07-15' };
  it.each<[string, Partial<Case>, string]>([
    // 10 June: Jun 30 = 20, Jul 31 = 51, Aug 9 = 60; 30 days more: Aug 31 = 22, Sep 8 = 30.
    ['Medicare by its 30 days', {}, 'F-60-medicare 2026-09-08'],
    ['not Medicaid, which has no such row', { ledger: MEDICARE.replace('class=medicare', 'class=medicaid') }, 'F-60-medicaid 2026-08-09'],
    [
      'not where the policy gives no method',
      { rows: [row('F-suspend-method', { topic: 'INVESTIGATION', key: 'method', payer_class: 'medicare', trigger: '', value: 'none', unit: '' })] },
      'F-60-medicare 2026-08-09',
    ],
    [
      'still by the usual method where the row of the method is switched off',
      { rows: [row('F-suspend-method', { topic: 'INVESTIGATION', key: 'method', payer_class: 'medicare', value: 'none', unit: '', status: 'PROPOSED' })] },
      'F-60-medicare 2026-09-08',
    ],
    [
      'no period of months',
      { rows: [row('F-60-medicare', { topic: 'REFUND_PAYER', payer_class: 'medicare', trigger: 'IDENTIFIED', value: 2, unit: 'months' })] },
      'F-60-medicare 2026-08-10',
    ],
    [
      'no other clock than identification',
      { rows: [row('F-60-medicare', { topic: 'REFUND_PAYER', payer_class: 'medicare', trigger: 'DETERMINED', value: 60 })] },
      'F-60-medicare 2026-08-09',
    ],
  ])('%s', (_name, more, expected) => expect(rulesOf({ ledger: MEDICARE, clocks, ...more })).toEqual([expected]));
});

describe('how it is said', () => {
  const basis = (more: Case): string => due(more).basis;
  it('names one rule alone, and others that have a date', () => {
    expect(basis({ ledger: TEXAS, finding: TO_PATIENT })).toBe('R-TX: 30 calendar days from flagged on 2026-06-30 (risk clock)');
    expect(basis({ ledger: TEXAS.replace('TX', 'CA'), finding: TO_PATIENT })).toBe(
      'R-CA-hospital: 30 calendar days from flagged on 2026-06-30 (risk clock); also R-CA-physician 2026-09-28',
    );
  });
  it.each<[string, Case, string]>([
    ['receipt', { ledger: `${MEDICARE}\n2026-03-10 payment 500 BCBS`, finding: { cause: 'C04' } }, 'F-msp: 60 calendar days from receipt on 2026-03-10'],
    ['quarter end', { ledger: MEDICARE, clocks: { flaggedOn: '2024-08-10' } }, 'F-838-legacy: 30 calendar days from quarter end 2024-09-30'],
    ['determination', { ledger: TEXAS, finding: TO_PATIENT, clocks: { identifiedOn: '2026-06-01' } }, 'R-TX: 30 calendar days from determined on 2026-06-01'],
    [
      'a request',
      { ledger: TEXAS.replace('TX', 'CA'), finding: TO_PATIENT, clocks: { requestedOn: '2026-06-02' } },
      "R-CA-request: 30 calendar days from the patient's request of 2026-06-02",
    ],
    [
      'a notice',
      { ledger: TEXAS.replace('TX', 'CA'), finding: TO_PATIENT, clocks: { noticeOn: '2026-06-03' } },
      'R-CA-notified: 30 calendar days from notice of 2026-06-03',
    ],
    [
      'a request nobody knows',
      { ledger: TEXAS.replace('TX', 'CA'), finding: TO_PATIENT },
      "R-CA-request: 30 calendar days from the patient's request of … (not known)",
    ],
    [
      'months and business days',
      { ledger: TEXAS, finding: TO_PATIENT, rows: [row('MY', { jurisdiction: 'TX', unit: 'business_days' })], clocks: { identifiedOn: '2026-06-01' } },
      'MY: 10 business days from determined on 2026-06-01',
    ],
  ])('%s', (_name, more, expected) => expect(due(more).all.map((each) => each.basis)).toContain(expected));

  const NOTICE = [row('MY', { jurisdiction: 'TX', trigger: 'NOTICE' })];
  it.each<[string, Partial<Record<keyof Clocks, string>>, string, string, boolean]>([
    ['from identification', { identifiedOn: '2026-06-01' }, '2026-07-01', 'default: 30 calendar days from determined on 2026-06-01', false],
    ['from flagging', { flaggedOn: '2026-06-02' }, '2026-07-02', 'default: 30 calendar days from flagged on 2026-06-02 (risk clock)', true],
    ['from the as-of day where nothing was typed', { flaggedOn: '' }, '2026-07-30', 'default: 30 calendar days from flagged on 2026-06-30 (risk clock)', true],
  ])('the default where no row can be dated: %s', (_name, clocks, day, words, risk) => {
    const found = due({ ledger: TEXAS, finding: TO_PATIENT, rows: NOTICE, clocks });
    expect([toIso(found.due), found.basis]).toEqual([day, words]);
    const [first, second] = found.all;
    expect([first?.rule, first?.citation, first?.riskClock]).toEqual(['default', 'default', risk]);
    // The row that cannot be dated is still shown, and no risk is claimed for it.
    expect([second?.rule, second?.from, second?.due, second?.riskClock]).toEqual(['MY', 0, 0, false]);
  });

  it('rules of one day in the order of their names, whatever the order of rows', () => {
    const more = (id: string): Record<string, unknown> => row(id, { jurisdiction: 'TX', key: id, value: 30 });
    const ledger = TEXAS;
    const rules = (...ids: string[]): string[] => due({ ledger, finding: TO_PATIENT, rows: ids.map(more) }).all.map(({ rule }) => rule);
    expect([rules('A', 'B'), rules('B', 'A')]).toEqual([
      ['A', 'B', 'R-TX'],
      ['A', 'B', 'R-TX'],
    ]);
  });
  it('rows that are not confirmed stand beside it once', () =>
    expect(due({ ledger: TEXAS.replace('TX', 'GA'), finding: TO_PATIENT }).unverified.map(({ id }) => id)).toEqual(['F-501r', 'F-nsa', 'R-GA']));
});
