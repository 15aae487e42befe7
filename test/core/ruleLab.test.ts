/** The rule lab's arithmetic, by hand. */
import type { Cents } from '../../src/core/money';
import { policyFrom } from '../../src/core/policy/load';
import { DEFAULT_ROWS } from '../../src/core/policy/defaults';
import type { Day } from '../../src/core/day';
import { agreementOf, trialOf, triedOf, TRIABLE_ROWS, valueInForce, valuesToTry, withValue } from '../../src/core/ruleLab';
import type { Review } from '../../src/core/credit';
import type { Said, TriedCredit } from '../../src/core/ruleLab';

const of = (account: number, credit: number, refund: number, more: Partial<TriedCredit> = {}): TriedCredit => ({
  account,
  key: `A-${account}`,
  credit: credit as Cents,
  class: refund > 0 ? 'true-overpayment' : 'posting-error',
  refund: refund as Cents,
  resolutions: [refund > 0 ? 'REFUND_PATIENT' : 'REVERSE_POSTING'],
  ...more,
});

describe('a trial', () => {
  it('lists what changes class, drops out, comes in or refunds another amount; largest first', () => {
    const before = [of(1, 4_500, 4_500), of(2, 9_000, 0), of(3, 700, 700), of(4, 8_000, 8_000)];
    const after = [of(1, 4_500, 0), of(2, 9_000, 0), of(4, 8_000, 5_000), of(5, 100, 100)];
    const { moved, refundBefore, refundAfter } = trialOf(before, after);
    // 45.00 + 7.00 + 80.00 = 132.00 before; 50.00 + 1.00 = 51.00 after.
    expect([refundBefore, refundAfter]).toEqual([13_200, 5_100]);
    expect(moved.map(({ key, from, to, refund }) => [key, from, to, refund])).toEqual([
      ['A-4', 'true-overpayment', 'true-overpayment', -3_000],
      ['A-1', 'true-overpayment', 'posting-error', -4_500],
      ['A-3', 'true-overpayment', null, -700],
      ['A-5', null, 'true-overpayment', 100],
    ]);
  });

  it('says nothing where nothing changes', () => {
    expect(trialOf([of(1, 4_500, 4_500)], [of(1, 4_500, 4_500)]).moved).toEqual([]);
  });
});

it('what a review says of an account: only firm overpayments are refunded', () => {
  const finding = (kind: string, confidence: string, cents: number, resolution: string) => ({ class: kind, confidence, cents, resolution });
  const findings = [
    finding('true-overpayment', 'high', 480, 'REFUND_PAYER'),
    finding('true-overpayment', 'medium', 20, 'REFUND_PATIENT'),
    finding('true-overpayment', 'low', 7, 'REFUND_PATIENT'),
    finding('posting-error', 'high', 100, 'REVERSE_ADJ'),
  ];
  const credits = [{ account: 4, key: 'A-4', credit: 607, class: 'needs-review', findings }];
  expect(triedOf({ credits } as unknown as Review)).toEqual([
    {
      account: 4,
      key: 'A-4',
      credit: 607,
      class: 'needs-review',
      refund: 500,
      resolutions: ['REFUND_PAYER', 'REFUND_PATIENT', 'REFUND_PATIENT', 'REVERSE_ADJ'],
    },
  ]);
});

it('moved credits of one size stand in the order of their accounts, and one whose class alone changes is moved', () => {
  const before = [of(7, 900, 0), of(2, 900, 0), of(5, 900, 0)];
  const after = before.map((credit) => ({ ...credit, class: 'hold' as const }));
  expect(trialOf(before, after).moved.map(({ account, refund }) => [account, refund])).toEqual([
    [2, 0],
    [5, 0],
    [7, 0],
  ]);
});

describe('agreement', () => {
  const said = (account: number, decision: string, more: Partial<Said> = {}): Said => ({
    account,
    cause: 'C05',
    resolution: 'REFUND_PATIENT',
    decision,
    ...more,
  });
  it('counts each decision against what the review says, by cause, most overruled first', () => {
    const credits = [of(1, 4_500, 4_500), of(2, 9_000, 0), of(3, 700, 0, { resolutions: ['SMALL_CREDIT_POLICY'] })];
    const made = [
      said(1, 'Refund'),
      said(1, 'Agree'),
      said(2, 'Refund', { cause: 'C01' }),
      said(2, 'Correct', { cause: 'C01' }),
      said(3, 'Hold'),
      said(9, 'Not a credit'),
      said(1, 'Not a credit', { cause: 'C01' }),
    ];
    expect(agreementOf(made, credits)).toEqual({
      agreed: 5,
      decided: 7,
      byCause: [
        { cause: 'C01', agreed: 1, overruled: 2 },
        { cause: 'C05', agreed: 4, overruled: 0 },
      ],
    });
  });
  it('leaves out what says nothing about the verdict', () => {
    expect(agreementOf([said(1, 'Dispute'), said(1, '')], [of(1, 4_500, 4_500)])).toEqual({ agreed: 0, decided: 0, byCause: [] });
  });
  it('one resolution of several is enough, and causes overruled as often stand by number', () => {
    const credits = [of(1, 500, 0, { resolutions: ['REVERSE_ADJ', 'TRANSFER_GL'] })];
    const overruled = ['C12', 'C01', 'C08'].map((cause) => said(1, 'Refund', { cause: cause as Said['cause'] }));
    const { agreed, byCause } = agreementOf([...overruled, said(1, 'Transfer'), said(9, 'Transfer')], credits);
    expect([agreed, byCause.map(({ cause }) => cause)]).toEqual([1, ['C01', 'C05', 'C08', 'C12']]);
  });
  it('takes Agree for the resolution the person saw', () => {
    expect(agreementOf([said(2, 'Agree')], [of(2, 9_000, 0)]).agreed).toBe(0);
  });
});

describe('policy rows with another value', () => {
  const asOf = 46_000 as Day;
  it('change the row that stands', () => {
    const rows = withValue([{ id: 'P-match_tol', value: '100', unit: 'cents' }, { id: 'X' }], 'P-match_tol', '200');
    expect(rows).toEqual([{ id: 'P-match_tol', value: '200', unit: 'cents' }, { id: 'X' }]);
    expect(valueInForce(rows, 'P-match_tol')).toBe('200');
  });
  it('are found by either name of their id; a number is a value too, and anything else is the default', () => {
    const rows = [{ policy_id: 'X' }, { policy_id: 'P-match_tol', value: 150 }];
    expect(withValue(rows, 'P-match_tol', '200')).toEqual([{ policy_id: 'X' }, { policy_id: 'P-match_tol', value: '200' }]);
    expect([valueInForce(rows, 'P-match_tol'), valueInForce([{ id: 'P-match_tol', value: null }], 'P-match_tol'), valueInForce([], 'P-none')]).toEqual([
      '150',
      '100',
      '',
    ]);
  });
  it.each(TRIABLE_ROWS.map(({ id }) => id))('add the default of %s, and the policy takes it', (id) => {
    const row = DEFAULT_ROWS.find((each) => each.id === id);
    const [value] = valuesToTry(row!, row!.value);
    const { problems } = policyFrom(withValue([], id, value!), asOf);
    expect(problems).toEqual([]);
    expect(valueInForce([], id)).toBe(row?.value);
  });
  it('reach the policy', () => {
    expect(policyFrom(withValue([], 'P-dup_window_days', '30'), asOf).policy.parameters.dupWindowDays).toBe(30);
  });
  it('of a unit that has no values to try are none', () => expect(valuesToTry({ ...TRIABLE_ROWS[0]!, unit: 'flag' }, '1')).toEqual([]));
  it('know no other row', () => {
    expect(() => withValue([], 'P-none', '1')).toThrow(RangeError);
  });
  it('never try the value in force', () => {
    expect(
      valuesToTry(
        DEFAULT_ROWS.find(({ id }) => id === 'P-dup_window_days')!,
        '365',
      ),
    ).toEqual(['0', '7', '14', '30', '60', '90', '180']);
  });
});
