/** Every row of domain.md 6, as the two sheets a user would open: charges 1000, allowed 600, contractual 400, payer 480, patient 120 unless said. */
import { refunds, reviewCases, told, type Case, type Convention, type Line } from './sheets';

const chg = (amount = 1000): Line => ({ date: '2026-01-05', type: 'Charge', amount });
const adj = (amount = 400, date = '2026-02-02', payer = 'Aetna', claim = 'CL1'): Line => ({
  date,
  type: 'Contractual Adjustment',
  amount: -amount,
  payer,
  claim,
});
const pay = (amount = 480, more: Partial<Line> = {}): Line => ({
  date: '2026-02-02',
  type: 'Insurance Payment',
  amount: -amount,
  payer: 'Aetna',
  check: '5001',
  claim: 'CL1',
  allowed: 600,
  pr: 120,
  ...more,
});
const pt = (amount = 120, date = '2026-03-10', check = '9001'): Line => ({ date, type: 'Patient Payment', amount: -amount, payer: 'Patient', check });

interface Row {
  readonly name: string;
  readonly case: Case;
  readonly findings: readonly string[];
  readonly refunds: readonly string[];
  /** Set where the balance is not negative and nothing is owed: no credit may be listed. */
  readonly none?: boolean;
}
const rows: readonly Row[] = [
  {
    name: 'P1 contractual posted twice, patient still owes',
    case: { primary: 'Aetna', lines: [chg(), adj(400, '2026-01-06'), adj(), pay()] },
    findings: ['C08 posting-error 400.00 none'],
    refunds: [],
  },
  {
    name: 'P2 hidden patient credit behind a short payer',
    case: { primary: 'Aetna', lines: [chg(), adj(), pay(400), pt(200)] },
    findings: ['* true-overpayment 80.00 patient'],
    refunds: ['80.00 patient'],
  },
  {
    name: 'P3 payer paid twice, patient 30 too much',
    case: { primary: 'Aetna', lines: [chg(), adj(), pay(), pay(480, { date: '2026-03-01', check: '5002' }), pt(150)] },
    findings: ['* true-overpayment 30.00 patient', 'C01 true-overpayment 480.00 payer Aetna'],
    refunds: ['30.00 patient', '480.00 payer'],
  },
  {
    name: 'P5 secondary CO-45 posted on top',
    case: {
      primary: 'Aetna',
      secondary: 'Cigna',
      lines: [
        chg(),
        adj(),
        pay(),
        adj(350, '2026-03-15', 'Cigna', 'CL2'),
        pay(120, { date: '2026-03-15', payer: 'Cigna', check: '6001', claim: 'CL2', allowed: 600, pr: 0 }),
      ],
    },
    findings: ['C09 posting-error 350.00 none'],
    refunds: [],
  },
  {
    name: 'P9 reversal pair',
    case: {
      primary: 'Aetna',
      lines: [chg(), adj(), pay(), { ...pay(), date: '2026-02-05', type: 'Payment Reversal', amount: 480 }, pay(480, { date: '2026-02-06' }), pt()],
    },
    findings: [],
    refunds: [],
    none: true,
  },
  {
    name: 'P10 instalments of equal amount',
    case: { primary: 'Aetna', lines: [chg(), adj(), pay(), pt(40, '2026-03-01', '9001'), pt(40, '2026-04-01', '9002'), pt(40, '2026-05-01', '9003')] },
    findings: [],
    refunds: [],
    none: true,
  },
  {
    name: 'P11 one check split over two lines',
    case: {
      primary: 'Aetna',
      lines: [chg(2000), adj(800), pay(480, { cpt: '99213', allowed: 600, pr: 120 }), pay(480, { cpt: '99214', allowed: 600, pr: 120 }), pt(240)],
    },
    findings: [],
    refunds: [],
    none: true,
  },
  {
    name: 'P13 interest posted as a payment row of its own type',
    case: {
      primary: 'Aetna',
      lines: [chg(), adj(), pay(), { date: '2026-02-02', type: 'Interest Payment', amount: -6.31, payer: 'Aetna', check: '5001', claim: 'CL1' }, pt()],
    },
    findings: ['C15 misallocated 6.31 none'],
    refunds: [],
  },
  {
    name: 'P14 paid after the bad-debt write-off',
    case: {
      primary: 'Aetna',
      lines: [chg(), adj(), pay(), { date: '2026-04-01', type: 'Bad Debt Write-Off', amount: -120, payer: 'Patient' }, pt(120, '2026-05-01')],
    },
    findings: ['C19 posting-error 120.00 none'],
    refunds: [],
  },
  {
    name: 'P17 sequestration',
    case: {
      primary: 'Medicare',
      finClass: 'Medicare',
      lines: [
        chg(150),
        adj(50, '2026-02-02', 'Medicare'),
        pay(78.4, { payer: 'Medicare', allowed: 100, pr: 20, codes: 'CO-45, CO-253' }),
        { date: '2026-02-02', type: 'Sequestration Adjustment', amount: -1.6, payer: 'Medicare', claim: 'CL1' },
        pt(20),
      ],
    },
    findings: [],
    refunds: [],
    none: true,
  },
  {
    name: 'a duplicate on the same check number is a posting error',
    case: { primary: 'Aetna', lines: [chg(), adj(), pay(), pay(480, { date: '2026-02-03' }), pt()] },
    findings: ['C02 posting-error 480.00 none'],
    refunds: [],
  },
  {
    name: 'a deposit before service above the share',
    case: { primary: 'Aetna', lines: [{ ...pt(200, '2026-01-02'), type: 'Patient Payment' }, chg(), adj(), pay()] },
    findings: ['C05 true-overpayment 80.00 patient'],
    refunds: ['80.00 patient'],
  },
  {
    name: 'P8 charges missing against what was billed: never a refund',
    case: { primary: 'Aetna', lines: [chg(700), adj(), pay(), pt()] },
    findings: ['?'],
    refunds: [],
  },
  {
    name: 'P6 case rate above charges: not a refund',
    case: {
      primary: 'Medicare',
      finClass: 'Medicare',
      planType: 'DRG',
      lines: [chg(8000), pay(11000, { payer: 'Medicare', allowed: 12500, pr: 1500 }), pt(1500)],
    },
    findings: ['?'],
    refunds: [],
  },
];

const matches = (found: readonly string[], wanted: readonly string[]): boolean =>
  wanted[0] === '?' ||
  (found.length === wanted.length &&
    [...wanted].every((want) => found.some((have) => have === want || (want.startsWith('* ') && have.slice(4) === want.slice(2)))));

describe.each<Convention>(['signed', 'positive'])('domain.md 6 through sheets, amounts %s', (convention) => {
  it.each(rows)('$name', (row) => {
    const { reading, ...outcome } = reviewCases([row.case], convention);
    const found = outcome.credit('00100');
    expect(reading.refused).toBeNull();
    expect(refunds(found)).toEqual(row.refunds);
    if (row.none === true) expect(found).toBeUndefined();
    else expect({ told: told(found), ok: matches(told(found), row.findings) }).toMatchObject({ ok: true });
  });
});
