/** Combinations on one account, orders of payers, slips of the keyboard, write-offs by name. Each amount worked by hand beside its row. */
import { ALL, adj, aetna, again, chg, pay, pt, row, type Trial } from './adversaryLines';
import type { Case, Line } from './sheets';

const two = (primary: string, secondary: string, ...lines: Line[]): Case => ({ primary, secondary, lines });
const cigna = (amount: number, more: Partial<Line> = {}): Line =>
  again(amount, { payer: 'Cigna', claim: 'CL2', check: '6001', allowed: 600, pr: 0, codes: 'OA-23', order: '2', ...more });

export const mixedTrials: readonly Trial[] = [
  {
    name: 'three payers in turn: 480, 80, 40',
    cases: [
      two(
        'Aetna',
        'Cigna',
        chg(),
        adj(),
        pay(),
        cigna(80, { pr: 40, allowed: 600 }),
        again(40, { payer: 'UnitedHealthcare', claim: 'CL3', check: '6500', date: '2026-04-01', allowed: 600, pr: 0, codes: 'OA-23', order: '3' }),
      ),
    ],
    owed: [],
    quiet: ['bare', 'references'],
  },
  {
    name: 'the secondary paid the share twice',
    cases: [two('Aetna', 'Cigna', chg(), adj(), pay(), cigna(120), cigna(120, { date: '2026-04-01', check: '6002' }))],
    owed: ['120.00 payer Cigna'],
    listed: true,
  },
  {
    name: 'patient paid, secondary paid, patient refunded',
    cases: [
      two('Aetna', 'Cigna', chg(), adj(), pay(), pt(120, { date: '2026-02-20' }), cigna(120), row('Patient Refund', 120, { payer: 'Patient', check: 'R1' })),
    ],
    owed: [],
    quiet: ['bare', 'references', 'allowed', 'remittance'],
  },
  {
    name: 'two contractuals, each payer its own',
    cases: [
      two(
        'Aetna',
        'Cigna',
        chg(),
        adj(300),
        pay(480, { allowed: 700, pr: 220 }),
        adj(100, { payer: 'Cigna', claim: 'CL2', date: '2026-03-01' }),
        cigna(120, { allowed: 600 }),
      ),
    ],
    owed: [],
    quiet: ['bare', 'references'],
  },
  {
    name: 'equal contractuals on two lines',
    cases: [
      aetna(
        chg(600, { cpt: '99213' }),
        chg(400, { cpt: '97110' }),
        adj(200, { cpt: '99213' }),
        adj(200, { cpt: '97110' }),
        pay(320, { cpt: '99213', allowed: 400, pr: 80, billed: 600 }),
        pay(160, { cpt: '97110', allowed: 200, pr: 40, billed: 400 }),
        pt(),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'equal contractuals on two lines and 50 too much from the patient',
    cases: [
      aetna(
        chg(600, { cpt: '99213' }),
        chg(400, { cpt: '97110' }),
        adj(200, { cpt: '99213' }),
        adj(200, { cpt: '97110' }),
        pay(320, { cpt: '99213', allowed: 400, pr: 80, billed: 600 }),
        pay(160, { cpt: '97110', allowed: 200, pr: 40, billed: 400 }),
        pt(170),
      ),
    ],
    owed: ['50.00 patient'],
    listed: true,
  },
  {
    name: 'a late charge after payment',
    cases: [aetna(chg(), adj(), pay(480, { billed: 1000 }), pt(), chg(200, { date: '2026-03-20' }))],
    owed: [],
    quiet: ['bare', 'references'],
  },
  // 470.40 + 9.60 = 480 twice: Medicare is owed 470.40, the second sequestration is an error.
  {
    name: 'Medicare twice, sequestration twice',
    cases: [
      {
        primary: 'Medicare',
        finClass: 'Medicare',
        lines: [
          chg(),
          adj(400, { payer: 'Medicare' }),
          pay(470.4, { payer: 'Medicare', codes: 'CO-253' }),
          row('Sequestration Adjustment', -9.6, { payer: 'Medicare', date: '2026-02-02', claim: 'CL1' }),
          again(470.4, { payer: 'Medicare', codes: 'CO-253' }),
          row('Sequestration Adjustment', -9.6, { payer: 'Medicare', date: '2026-03-01', claim: 'CL1' }),
          pt(),
        ],
      },
    ],
    owed: ['470.40 payer Medicare'],
    listed: true,
  },
  {
    name: 'self-pay in three parts',
    cases: [
      {
        finClass: 'Self Pay',
        lines: [chg(300), pt(100, { check: '1' }), pt(100, { check: '2', date: '2026-04-10' }), pt(100, { check: '3', date: '2026-05-10' })],
      },
    ],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'self-pay paid twice',
    cases: [{ finClass: 'Self Pay', lines: [chg(300), pt(300, { check: '1' }), pt(300, { check: '2', date: '2026-04-10' })] }],
    owed: ['300.00 patient'],
    listed: true,
  },
  // The remittance leaves 120 to the patient, who paid it: the write-off of 120 came on top. A gift or a slip: not for the tool to pay out.
  {
    name: 'administrative write-off after everything was paid',
    cases: [aetna(chg(), adj(), pay(), pt(), row('Administrative Adjustment', -120, { date: '2026-05-01' }))],
    owed: [],
    listed: true,
  },
  {
    name: 'administrative write-off of the share, then nothing',
    cases: [aetna(chg(), adj(), pay(), row('Administrative Adjustment', -120, { date: '2026-05-01' }))],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'bounced check posted twice',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(),
        pt(),
        row('NSF Reversal', 120, { payer: 'Patient', check: '9001' }),
        row('NSF Reversal', 120, { payer: 'Patient', check: '9001', date: '2026-04-02' }),
      ),
    ],
    owed: [],
    quiet: ['bare', 'references'],
  },
  { name: 'the patient’s 120.00 keyed as 1200.00', cases: [aetna(chg(), adj(), pay(), pt(1200))], owed: [], listed: true },
  {
    name: 'Medicaid paid in full, 50 at the desk',
    cases: [
      {
        primary: 'Medicaid',
        finClass: 'Medicaid',
        lines: [pt(50, { date: '2026-01-05' }), chg(), adj(700, { payer: 'Medicaid' }), pay(300, { payer: 'Medicaid', allowed: 300, pr: 0 })],
      },
    ],
    owed: ['50.00 patient'],
    listed: true,
  },
  {
    name: 'Medicaid and its nominal copay',
    cases: [
      {
        primary: 'Medicaid',
        finClass: 'Medicaid',
        lines: [pt(3, { date: '2026-01-05' }), chg(), adj(697, { payer: 'Medicaid' }), pay(300, { payer: 'Medicaid', allowed: 303, pr: 3 })],
      },
    ],
    owed: [],
    quiet: ALL,
  },
  // Medicaid is last: 480 + 300 − 600 = 180 back to Medicaid, never to Aetna.
  {
    name: 'Medicaid paid, then the group plan did',
    cases: [two('Aetna', 'Medicaid', chg(), adj(), pay(300, { payer: 'Medicaid', claim: 'MD1', check: '6001', allowed: 300, pr: 0 }), again(480))],
    owed: ['180.00 payer Medicaid', '300.00 payer Medicaid'],
    listed: true,
  },
  {
    name: 'Medicare and a Medicare Advantage plan',
    cases: [
      two(
        'Medicare',
        'Humana Medicare Advantage',
        chg(),
        adj(400, { payer: 'Medicare' }),
        pay(480, { payer: 'Medicare' }),
        again(480, { payer: 'Humana Medicare Advantage', claim: 'MA1', check: '6001' }),
        pt(),
      ),
    ],
    owed: ['480.00 payer Medicare'],
    listed: true,
  },
  {
    name: 'two siblings open by the same amount',
    cases: [
      { ...aetna(chg(), adj(), pay(), pt(), pt(95, { date: '2026-04-02', check: '9002' })), account: '006001', mrn: 'N1', guarantor: 'H1' },
      ...['006002', '006003'].map((account, i) => ({
        ...aetna(
          chg(700, { date: '2026-01-20' }),
          adj(300, { claim: `CQ${i}`, date: '2026-02-20' }),
          pay(305, { claim: `CQ${i}`, check: `507${i}`, date: '2026-02-20', allowed: 400, pr: 95 }),
        ),
        account,
        mrn: 'N1',
        guarantor: 'H1',
        dos: '2026-01-20',
      })),
    ],
    owed: ['95.00 patient'],
    listed: true,
  },
  // 480 + 305 on one account, the same payer's 305 open on the other: without a link it stays the payer's.
  {
    name: 'payer money that may be the other visit’s',
    cases: [
      {
        ...aetna(chg(), adj(), pay(), pay(305, { check: '5044', claim: '', date: '2026-03-03', allowed: undefined as never, pr: undefined as never }), pt()),
        account: '006004',
        mrn: 'N2',
        guarantor: 'H2',
      },
      {
        ...aetna(chg(700, { date: '2026-01-20' }), adj(300, { claim: 'CQ9', date: '2026-02-20' }), pt(95, { check: '9077' })),
        account: '006005',
        mrn: 'N2',
        guarantor: 'H2',
        dos: '2026-01-20',
      },
    ],
    owed: ['305.00 payer Aetna'],
    listed: true,
  },
  {
    name: 'denied by the primary, paid by the secondary',
    cases: [
      two(
        'Aetna',
        'Cigna',
        chg(),
        pay(0, { allowed: 0, pr: 0, codes: 'CO-27' }),
        adj(400, { payer: 'Cigna', claim: 'CL2', date: '2026-03-01' }),
        cigna(480, { allowed: 600, pr: 120, codes: 'CO-45', order: '1' }),
        pt(),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'paid by a terminated plan and by the right one',
    cases: [
      two(
        'Aetna',
        'Cigna',
        chg(),
        adj(),
        pay(),
        pay(0, { date: '2026-04-15', check: '5020', allowed: 0, pr: 0, codes: 'CO-27' }),
        again(480, { payer: 'Cigna', claim: 'CL2', check: '6001', date: '2026-05-01', allowed: 600, pr: 120 }),
        pt(),
      ),
    ],
    owed: ['480.00 payer Aetna'],
    // Without the code 27 it is C03 with the order of payers as listed.
    not: ['bare'],
    listed: true,
  },
  {
    name: 'the whole claim taken back',
    cases: [aetna(chg(), adj(), pay(), pt(), row('Takeback', 480, { payer: 'Aetna', claim: 'CL1', check: '5003' }))],
    owed: [],
    quiet: ['bare', 'references'],
  },
  {
    name: 'duplicate and bad debt recovery together',
    cases: [aetna(chg(), adj(), pay(), again(), row('Bad Debt Write-Off', -120, { payer: 'Patient' }), pt(120, { date: '2026-05-01' }))],
    owed: ['480.00 payer Aetna'],
    must: { remittance: ['C01 true-overpayment 480.00 payer Aetna', 'C19 posting-error 120.00 none'] },
    listed: true,
  },
  {
    name: 'duplicate and charity together',
    cases: [aetna(chg(), adj(), pay(), again(), pt(), row('Charity Care', -120))],
    owed: ['480.00 payer Aetna', '120.00 patient'],
    must: { remittance: ['C01 true-overpayment 480.00 payer Aetna', 'C25 true-overpayment 120.00 patient'] },
    listed: true,
  },
  {
    name: 'both payers twice',
    cases: [two('Aetna', 'Cigna', chg(), adj(), pay(), again(), cigna(120), cigna(120, { date: '2026-04-01', check: '6002' }))],
    owed: ['480.00 payer Aetna', '120.00 payer Cigna'],
    listed: true,
  },
  {
    name: 'posted three times, two of them reversed',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(),
        pay(480, { date: '2026-02-03' }),
        pay(480, { date: '2026-02-04' }),
        row('Payment Reversal', 480, { payer: 'Aetna', claim: 'CL1', check: '5001', date: '2026-02-05' }),
        row('Payment Reversal', 480, { payer: 'Aetna', claim: 'CL1', check: '5001', date: '2026-02-06' }),
        pt(),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'posted three times, one reversed',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(),
        pay(480, { date: '2026-02-03' }),
        pay(480, { date: '2026-02-04' }),
        row('Payment Reversal', 480, { payer: 'Aetna', claim: 'CL1', check: '5001', date: '2026-02-05' }),
        pt(),
      ),
    ],
    owed: [],
    must: { references: ['C02 posting-error 480.00 none'], remittance: ['C02 posting-error 480.00 none'] },
    listed: true,
  },
  {
    name: 'contractual three times',
    cases: [aetna(chg(), adj(400, { date: '2026-01-06' }), adj(400, { date: '2026-01-20' }), adj(), pay(), pt())],
    owed: [],
    listed: true,
  },
  { name: 'contractual twice, a cent apart', cases: [aetna(chg(), adj(400, { date: '2026-01-06' }), adj(399.99), pay(), pt())], owed: [], listed: true },
  {
    name: 'estimated contractual replaced by a second of another amount',
    cases: [aetna(chg(), adj(380, { date: '2026-01-06' }), adj(), pay(), pt())],
    owed: [],
    listed: true,
  },
  {
    name: 'capitated patient paid a deductible twice',
    cases: [
      {
        primary: 'Harbor HMO',
        planType: 'Capitated',
        lines: [
          chg(200),
          row('Capitation Adjustment', -180, { payer: 'Harbor HMO', date: '2026-01-20' }),
          pt(20, { date: '2026-01-05', check: '1' }),
          pt(20, { date: '2026-02-05', check: '2' }),
        ],
      },
    ],
    owed: ['20.00 patient'],
    listed: true,
  },
  {
    name: 'several visits, one of them paid twice',
    cases: [
      aetna(
        ...['06', '13', '20'].flatMap((d, i) => [
          chg(200, { dos: `2026-01-${d}`, date: `2026-01-${d}`, cpt: '99213' }),
          adj(80, { dos: `2026-01-${d}`, claim: `V${i}`, cpt: '99213' }),
          pay(96, { dos: `2026-01-${d}`, claim: `V${i}`, check: `51${i}`, cpt: '99213', allowed: 120, pr: 24, billed: 200 }),
          pt(24, { dos: `2026-01-${d}`, check: `90${i}` }),
        ]),
        again(96, { dos: '2026-01-13', claim: 'V1', check: '599', cpt: '99213', allowed: 120, pr: 24, billed: 200 }),
      ),
    ],
    owed: ['96.00 payer Aetna'],
    listed: true,
  },
  {
    name: 'several visits, the patient paid one of them twice',
    cases: [
      aetna(
        ...['06', '13', '20'].flatMap((d, i) => [
          chg(200, { dos: `2026-01-${d}`, date: `2026-01-${d}`, cpt: '99213' }),
          adj(80, { dos: `2026-01-${d}`, claim: `V${i}`, cpt: '99213' }),
          pay(96, { dos: `2026-01-${d}`, claim: `V${i}`, check: `51${i}`, cpt: '99213', allowed: 120, pr: 24, billed: 200 }),
          pt(24, { dos: `2026-01-${d}`, check: `90${i}` }),
        ]),
        pt(24, { check: '999', date: '2026-04-10', dos: '2026-01-13' }),
      ),
    ],
    owed: ['24.00 patient'],
    listed: true,
  },
  {
    name: 'several visits, one not yet paid by the plan, its copay taken',
    cases: [
      aetna(
        ...['06', '13'].flatMap((d, i) => [
          chg(200, { dos: `2026-01-${d}`, date: `2026-01-${d}`, cpt: '99213' }),
          adj(80, { dos: `2026-01-${d}`, claim: `V${i}`, cpt: '99213' }),
          pay(96, { dos: `2026-01-${d}`, claim: `V${i}`, check: `51${i}`, cpt: '99213', allowed: 120, pr: 24, billed: 200 }),
          pt(24, { dos: `2026-01-${d}`, check: `90${i}` }),
        ]),
        chg(200, { dos: '2026-06-20', date: '2026-06-20', cpt: '99213' }),
        pt(24, { check: '999', date: '2026-06-20', dos: '2026-06-20' }),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'one visit of two paid by the plan, both copays taken',
    cases: [
      aetna(
        chg(200, { cpt: '99213' }),
        chg(300, { dos: '2026-03-05', date: '2026-03-05', cpt: '99214' }),
        adj(80, { claim: 'V0', cpt: '99213' }),
        pay(96, { claim: 'V0', cpt: '99213', allowed: 120, pr: 24, billed: 200 }),
        pt(24, { check: '900' }),
        pt(40, { check: '901', date: '2026-03-05', dos: '2026-03-05' }),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
];
