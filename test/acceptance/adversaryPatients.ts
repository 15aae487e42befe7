/** Near misses of patient money: deposits, instalments, bad debt, assistance, exempt patients, families, transfers, tiny amounts. */
import { ALL, adj, aetna, again, chg, pay, pt, row, type Trial } from './adversaryLines';

const MD = { payer: 'Medicaid' };
const patientAccount = (key: string, more: object, ...lines: ReturnType<typeof chg>[]): ReturnType<typeof aetna> => ({
  ...aetna(...lines),
  account: key,
  ...more,
});

export const patientTrials: readonly Trial[] = [
  {
    name: 'three equal instalments',
    cases: [aetna(chg(), adj(), pay(), pt(40, { check: '1' }), pt(40, { check: '2', date: '2026-04-10' }), pt(40, { check: '3', date: '2026-05-10' }))],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'a fourth instalment nobody needed',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(),
        pt(40, { check: '1' }),
        pt(40, { check: '2', date: '2026-04-10' }),
        pt(40, { check: '3', date: '2026-05-10' }),
        pt(40, { check: '4', date: '2026-06-10' }),
      ),
    ],
    owed: ['40.00 patient'],
    must: { remittance: ['* true-overpayment 40.00 patient'] },
    listed: true,
  },
  {
    name: 'the patient paid the bill twice',
    cases: [aetna(chg(), adj(), pay(), pt(), pt(120, { date: '2026-04-10', check: '9002' }))],
    owed: ['120.00 patient'],
    must: {
      references: ['C27 true-overpayment 120.00 patient'],
      allowed: ['C27 true-overpayment 120.00 patient'],
      remittance: ['C27 true-overpayment 120.00 patient'],
    },
  },
  // The receipt stands twice: one receipt, nobody is owed.
  {
    name: 'one receipt posted twice',
    cases: [aetna(chg(), adj(), pay(), pt(), pt(120, { date: '2026-03-11' }))],
    owed: [],
    not: ['bare'],
    must: { references: ['C02 posting-error 120.00 none'], remittance: ['C02 posting-error 120.00 none'] },
  },
  {
    name: 'two copays for two visits on one day',
    cases: [
      aetna(
        chg(100, { cpt: '99213' }),
        chg(100, { cpt: '90834' }),
        adj(40, { cpt: '99213' }),
        adj(40, { cpt: '90834', claim: 'CL2' }),
        pay(35, { cpt: '99213', allowed: 60, pr: 25, billed: 100 }),
        pay(35, { cpt: '90834', claim: 'CL2', allowed: 60, pr: 25, billed: 100 }),
        pt(25, { date: '2026-01-05', check: '' }),
        pt(25, { date: '2026-01-05', check: '' }),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  { name: 'one cent too much', cases: [aetna(chg(), adj(), pay(), pt(120.01))], owed: ['0.01 patient'], listed: true },
  { name: 'two cents too much', cases: [aetna(chg(), adj(), pay(), pt(120.02))], owed: ['0.02 patient'], listed: true },
  { name: 'three dollars too much', cases: [aetna(chg(), adj(), pay(), pt(123))], owed: ['3.00 patient'], listed: true },
  {
    name: 'prepaid 200 where 120 is owed',
    cases: [aetna(pt(200, { date: '2026-01-02' }), chg(), adj(), pay())],
    owed: ['80.00 patient'],
    must: {
      bare: ['C05 true-overpayment 80.00 patient'],
      references: ['C05 true-overpayment 80.00 patient'],
      allowed: ['C05 true-overpayment 80.00 patient'],
      remittance: ['C05 true-overpayment 80.00 patient'],
    },
  },
  {
    name: 'prepaid too much, refunded',
    cases: [aetna(pt(200, { date: '2026-01-02' }), chg(), adj(), pay(), row('Patient Refund', 80, { payer: 'Patient', check: 'R1' }))],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'refund check voided: still owed',
    cases: [
      aetna(
        pt(200, { date: '2026-01-02' }),
        chg(),
        adj(),
        pay(),
        row('Patient Refund', 80, { payer: 'Patient', check: 'R1' }),
        row('Patient Refund Void', -80, { payer: 'Patient', check: 'R1', date: '2026-05-01' }),
      ),
    ],
    owed: ['80.00 patient'],
    listed: true,
  },
  {
    name: 'refunded 20 more than was owed',
    cases: [aetna(pt(200, { date: '2026-01-02' }), chg(), adj(), pay(), row('Patient Refund', 100, { payer: 'Patient', check: 'R1' }))],
    owed: [],
  },
  {
    name: 'prepaid for a visit not yet billed (P16)',
    cases: [{ ...aetna(chg(1000, { date: '2026-06-25' }), pt(300, { date: '2026-06-25' })), dos: '2026-06-25' }],
    owed: [],
  },
  {
    name: 'prepaid 1200 on charges of 1000 not yet billed',
    cases: [{ ...aetna(chg(1000, { date: '2026-06-25' }), pt(1200, { date: '2026-06-24' })), dos: '2026-06-25' }],
    owed: [],
    listed: true,
  },
  { name: 'deposit for a visit to come', cases: [{ ...aetna(row('Deposit', -300, { payer: 'Patient', date: '2026-06-01' })), dos: '2026-08-15' }], owed: [] },
  {
    name: 'deposit, the day is past, nothing says cancelled',
    cases: [{ ...aetna(row('Deposit', -300, { payer: 'Patient', date: '2026-02-01' })), dos: '2026-02-15' }],
    owed: [],
    listed: true,
  },
  {
    name: 'deposit, the visit was cancelled',
    cases: [{ ...aetna(row('Deposit', -300, { payer: 'Patient', date: '2026-02-01', check: '77' })), dos: '2026-02-15', status: 'Cancelled' }],
    owed: ['300.00 patient'],
    listed: true,
  },
  {
    name: 'bounced check, paid again',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(),
        pt(),
        row('NSF Reversal', 120, { payer: 'Patient', check: '9001', date: '2026-03-16' }),
        pt(120, { date: '2026-03-25', check: '9002' }),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'bounced check listed, not reversed, paid again',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(),
        pt(),
        row('Bank Return', 0, { payer: 'Patient', check: '9001', date: '2026-03-16' }),
        pt(120, { date: '2026-03-25', check: '9002' }),
      ),
    ],
    owed: [],
    listed: true,
  },
  {
    name: 'bad debt, paid later (P14)',
    cases: [aetna(chg(), adj(), pay(), row('Bad Debt Write-Off', -120, { payer: 'Patient' }), pt(120, { date: '2026-05-01' }))],
    owed: [],
    must: {
      bare: ['C19 posting-error 120.00 none'],
      references: ['C19 posting-error 120.00 none'],
      allowed: ['C19 posting-error 120.00 none'],
      remittance: ['C19 posting-error 120.00 none'],
    },
  },
  {
    name: 'bad debt, half paid later',
    cases: [aetna(chg(), adj(), pay(), row('Bad Debt Write-Off', -120, { payer: 'Patient' }), pt(50, { date: '2026-05-01' }))],
    owed: [],
    must: { bare: ['C19 posting-error 50.00 none'], remittance: ['C19 posting-error 50.00 none'] },
  },
  {
    name: 'bad debt, reversed by the recovery',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(),
        row('Bad Debt Write-Off', -120, { payer: 'Patient' }),
        row('Bad Debt Reversal', 120, { payer: 'Patient', date: '2026-05-01' }),
        pt(120, { date: '2026-05-01' }),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'bad debt, part reversed as paid',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(),
        row('Bad Debt Write-Off', -120, { payer: 'Patient' }),
        row('Bad Debt Reversal', 70, { payer: 'Patient', date: '2026-05-01' }),
        pt(70, { date: '2026-05-01' }),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  // Written off 120, agency remits 120, patient pays 120 directly: one 120 reverses the write-off, the other is over (C19b).
  {
    name: 'paid to the agency and to us',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(),
        row('Bad Debt Write-Off', -120, { payer: 'Patient' }),
        pt(120, { date: '2026-05-01', check: 'AG1' }),
        pt(120, { date: '2026-05-20', check: '9005' }),
      ),
    ],
    owed: ['120.00 patient'],
    listed: true,
  },
  {
    name: 'small balance written off, then paid',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(),
        pt(115.5),
        row('Small Balance Write-Off', -4.5, { payer: 'Patient', date: '2026-05-01' }),
        pt(4.5, { date: '2026-05-20', check: '9002' }),
      ),
    ],
    owed: ['4.50 patient'],
    listed: true,
  },
  {
    name: 'charity after payment',
    cases: [aetna(chg(), adj(), pay(), pt(), row('Charity Care', -120))],
    owed: ['120.00 patient'],
    must: { allowed: ['C25 true-overpayment 120.00 patient'], remittance: ['C25 true-overpayment 120.00 patient'] },
    listed: true,
  },
  { name: 'half charity, half paid', cases: [aetna(chg(), adj(), pay(), row('Charity Care', -60, { date: '2026-03-01' }), pt(60))], owed: [], quiet: ALL },
  { name: 'half charity after full payment', cases: [aetna(chg(), adj(), pay(), pt(), row('Charity Care', -60))], owed: ['60.00 patient'], listed: true },
  // L_patient = 0 for a QMB although PR is 120: hidden behind a balance of 0.
  {
    name: 'QMB patient paid the coinsurance',
    cases: [
      {
        primary: 'Medicare',
        finClass: 'Medicare',
        qmb: 'Y',
        lines: [chg(), adj(400, { payer: 'Medicare' }), pay(480, { payer: 'Medicare', codes: 'PR-2, N782' }), pt()],
      },
    ],
    owed: ['120.00 patient'],
    must: { remittance: ['C24 true-overpayment 120.00 patient'] },
  },
  {
    name: 'QMB written off and paid',
    cases: [
      {
        primary: 'Medicare',
        finClass: 'Medicare',
        qmb: 'Y',
        lines: [chg(), adj(400, { payer: 'Medicare' }), pay(480, { payer: 'Medicare', codes: 'PR-2, N782' }), pt(), row('QMB Write-Off', -120)],
      },
    ],
    owed: ['120.00 patient'],
    listed: true,
  },
  {
    name: 'not a QMB: the coinsurance is owed',
    cases: [
      {
        primary: 'Medicare',
        finClass: 'Medicare',
        qmb: 'N',
        lines: [chg(), adj(400, { payer: 'Medicare' }), pay(480, { payer: 'Medicare', codes: 'PR-2' }), pt()],
      },
    ],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'Medicaid came later, the patient had paid',
    cases: [
      {
        primary: 'Medicaid',
        finClass: 'Medicaid',
        lines: [chg(), pt(600, { date: '2026-01-10' }), adj(700, { ...MD, date: '2026-04-01' }), pay(300, { ...MD, date: '2026-04-01', allowed: 300, pr: 0 })],
      },
    ],
    owed: ['600.00 patient'],
    must: { remittance: ['* true-overpayment 600.00 patient'] },
    listed: true,
  },
  // Self-pay discount 400 is the error; the patient paid 600 and owes 120.
  {
    name: 'self-pay discount, then insurance',
    cases: [
      aetna(
        chg(),
        row('Self Pay Discount', -400, { payer: 'Patient', date: '2026-01-08' }),
        pt(600, { date: '2026-01-10' }),
        adj(400, { date: '2026-04-01' }),
        pay(480, { date: '2026-04-01' }),
      ),
    ],
    owed: ['480.00 patient'],
    listed: true,
  },
  {
    name: 'Medigap and the patient both paid the share',
    cases: [
      {
        primary: 'Medicare',
        secondary: 'AARP Medigap',
        finClass: 'Medicare',
        lines: [
          chg(),
          adj(400, { payer: 'Medicare' }),
          pay(480, { payer: 'Medicare' }),
          pt(120, { date: '2026-02-20' }),
          again(120, { payer: 'AARP Medigap', claim: 'MG1', check: '6001', allowed: 600, pr: 0, codes: 'OA-23', order: '2' }),
        ],
      },
    ],
    owed: ['120.00 patient'],
    listed: true,
  },
  {
    name: 'workers compensation pays in full, copay at the desk',
    cases: [
      {
        primary: 'Texas Mutual Workers Comp',
        finClass: 'WC',
        lines: [
          pt(50, { date: '2026-01-05' }),
          chg(),
          adj(400, { payer: 'Texas Mutual Workers Comp' }),
          pay(600, { payer: 'Texas Mutual Workers Comp', allowed: 600, pr: 0 }),
        ],
      },
    ],
    owed: ['50.00 patient'],
    listed: true,
  },
  // Reprocessed: share 120 → 100, payer 480 → 500; the patient paid 120.
  {
    name: 'share lowered when reprocessed',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(),
        pt(120, { date: '2026-02-20' }),
        row('Takeback', 480, { payer: 'Aetna', claim: 'CL1', check: '5002', date: '2026-03-20' }),
        pay(500, { date: '2026-03-20', check: '5002', allowed: 600, pr: 100 }),
      ),
    ],
    owed: ['20.00 patient'],
    listed: true,
  },
  {
    name: 'share moved to the patient bucket and paid',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(),
        row('Transfer to Patient', -120, { payer: 'Aetna', date: '2026-02-03' }),
        row('Transfer to Patient', 120, { payer: 'Patient', date: '2026-02-03' }),
        pt(),
      ),
    ],
    owed: [],
    quiet: ['bare', 'references', 'allowed', 'remittance'],
    not: [],
  },
  // The other visit of the same patient is short by exactly the excess: the money may belong there (C12), never a refund.
  {
    name: 'excess equals the debt of the same patient',
    cases: [
      patientAccount('005001', { mrn: 'M1', guarantor: 'G1' }, chg(), adj(), pay(), pt(120), pt(95, { date: '2026-04-02', check: '9002' })),
      patientAccount(
        '005002',
        { mrn: 'M1', guarantor: 'G1', dos: '2026-01-20' },
        chg(700, { date: '2026-01-20' }),
        adj(300, { claim: 'CL7', date: '2026-02-20' }),
        pay(305, { claim: 'CL7', check: '5077', date: '2026-02-20', allowed: 400, pr: 95 }),
      ),
    ],
    owed: [],
    listed: true,
  },
  {
    name: 'excess a cent off the debt of the same patient',
    cases: [
      patientAccount('005003', { mrn: 'M2', guarantor: 'G2' }, chg(), adj(), pay(), pt(120), pt(95, { date: '2026-04-02', check: '9002' })),
      patientAccount(
        '005004',
        { mrn: 'M2', guarantor: 'G2', dos: '2026-01-20' },
        chg(700, { date: '2026-01-20' }),
        adj(300, { claim: 'CL8', date: '2026-02-20' }),
        pay(304.99, { claim: 'CL8', check: '5078', date: '2026-02-20', allowed: 400, pr: 95.01 }),
      ),
    ],
    owed: ['95.00 patient'],
    listed: true,
  },
  // Payer money never pays a patient's debt (P15): the duplicate goes back to the payer.
  {
    name: 'payer excess beside an equal patient debt',
    cases: [
      patientAccount('005005', { mrn: 'M3', guarantor: 'G3' }, chg(), adj(), pay(), again(), pt()),
      patientAccount(
        '005006',
        { mrn: 'M3', guarantor: 'G3', dos: '2026-01-20' },
        chg(2400, { date: '2026-01-20' }),
        adj(1000, { claim: 'CL9', date: '2026-02-20' }),
        pay(920, { claim: 'CL9', check: '5079', date: '2026-02-20', allowed: 1400, pr: 480 }),
      ),
    ],
    owed: ['480.00 payer Aetna'],
    must: { references: ['C01 true-overpayment 480.00 payer Aetna'], remittance: ['C01 true-overpayment 480.00 payer Aetna'] },
  },
  // The second payment carries the claim number of the other account.
  {
    name: 'a payment of the other account’s claim',
    cases: [
      patientAccount('005007', { mrn: 'M4', guarantor: 'G4' }, chg(), adj(), pay(), again(480, { claim: 'CLB' }), pt()),
      patientAccount(
        '005008',
        { mrn: 'M4', guarantor: 'G4', dos: '2026-01-20' },
        chg(1000, { date: '2026-01-20', claim: 'CLB' }),
        adj(400, { claim: 'CLB', date: '2026-02-20' }),
        pt(120, { check: '9055', claim: 'CLB' }),
      ),
    ],
    owed: [],
    not: ['bare'],
    listed: true,
  },
  {
    name: 'brother and sister, one guarantor, equal amounts',
    cases: [
      patientAccount('005009', { mrn: 'M5', guarantor: 'G5', patient: 'Roe, Ann' }, chg(), adj(), pay(), pt(), pt(95, { date: '2026-04-02', check: '9002' })),
      patientAccount(
        '005010',
        { mrn: 'M6', guarantor: 'G5', patient: 'Roe, Ben', dos: '2026-01-20' },
        chg(700, { date: '2026-01-20' }),
        adj(300, { claim: 'CL11', date: '2026-02-20' }),
        pay(305, { claim: 'CL11', check: '5081', date: '2026-02-20', allowed: 400, pr: 95 }),
      ),
    ],
    owed: ['95.00 patient'],
    listed: true,
  },
  {
    name: 'money moved to the other account, both legs',
    cases: [
      patientAccount('005011', { mrn: 'M7', guarantor: 'G7' }, chg(), adj(), pay(), pt(270), row('Account Transfer', 150, { payer: 'Patient' })),
      patientAccount(
        '005012',
        { mrn: 'M7', guarantor: 'G7', dos: '2026-01-20' },
        chg(150, { date: '2026-01-20' }),
        row('Account Transfer', -150, { payer: 'Patient' }),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'three over on the payer, thirty on the patient, one duplicate reversed',
    cases: [aetna(chg(), adj(), pay(), again(), row('Payment Reversal', 480, { payer: 'Aetna', claim: 'CL1', check: '5002', date: '2026-03-05' }), pt(150))],
    owed: ['30.00 patient'],
    must: { remittance: ['* true-overpayment 30.00 patient'] },
    listed: true,
  },
  {
    name: 'payer twice and patient 30 (P3)',
    cases: [aetna(chg(), adj(), pay(), again(), pt(150))],
    owed: ['30.00 patient', '480.00 payer Aetna'],
    must: { remittance: ['* true-overpayment 30.00 patient', 'C01 true-overpayment 480.00 payer Aetna'] },
  },
  {
    name: 'payer short 80, patient prepaid 150: hidden 30',
    cases: [aetna(pt(150, { date: '2026-01-02' }), chg(), adj(), pay(400))],
    owed: ['30.00 patient'],
    not: ['bare', 'references'],
    must: { allowed: ['* true-overpayment 30.00 patient'] },
  },
  {
    name: 'patient money in two equal card payments, one returned',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(),
        pt(),
        pt(120, { date: '2026-03-11', check: '9002' }),
        row('Chargeback', 120, { payer: 'Patient', check: '9002', date: '2026-03-20' }),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'plain self-pay, paid 50 too much',
    cases: [{ finClass: 'Self Pay', lines: [chg(300), row('Self Pay Discount', -100, { payer: 'Patient', date: '2026-01-06' }), pt(250)] }],
    owed: ['50.00 patient'],
    listed: true,
  },
  {
    name: 'plain self-pay, settled',
    cases: [{ finClass: 'Self Pay', lines: [chg(300), row('Self Pay Discount', -100, { payer: 'Patient', date: '2026-01-06' }), pt(200)] }],
    owed: [],
    quiet: ALL,
  },
];
