/** Ordinary lives of accounts that a careless reader takes for credits, and a few that are. Each amount worked by hand beside its row. */
import { ALL, adj, aetna, again, chg, pay, pt, row, type Trial } from './adversaryLines';

const takeback = (amount: number): ReturnType<typeof row> => row('Takeback', amount, { payer: 'Aetna', claim: 'CL1', check: '5003', date: '2026-03-20' });
const refund = (amount: number, more = {}): ReturnType<typeof row> => row('Patient Refund', amount, { payer: 'Patient', check: 'R1', ...more });

export const moreTrials: readonly Trial[] = [
  {
    name: 'contractual at billing without a payer, again at remittance',
    cases: [aetna(chg(), adj(400, { date: '2026-01-06', payer: '', claim: '' }), adj(), pay())],
    owed: [],
    listed: true,
  },
  {
    name: 'contractual at billing without a payer, patient paid too',
    cases: [aetna(chg(), adj(400, { date: '2026-01-06', payer: '', claim: '' }), adj(), pay(), pt())],
    owed: [],
    listed: true,
  },
  {
    name: 'patient payments without a payer name, one too many',
    cases: [aetna(chg(), adj(), pay(), pt(120, { payer: '' }), pt(120, { payer: '', date: '2026-04-10', check: '9002' }))],
    owed: ['120.00 patient'],
    listed: true,
  },
  { name: 'contractual posted a month after the payment', cases: [aetna(chg(), pay(), adj(400, { date: '2026-03-05' }), pt())], owed: [], quiet: ALL },
  {
    name: 'first plan took back, second plan paid',
    cases: [
      {
        primary: 'Aetna',
        secondary: 'Cigna',
        lines: [chg(), adj(), pay(), takeback(480), again(480, { payer: 'Cigna', claim: 'CL2', check: '6001', date: '2026-04-01' }), pt()],
      },
    ],
    owed: [],
    quiet: ['bare', 'references'],
  },
  {
    name: 'the secondary paid before the primary',
    cases: [
      {
        primary: 'Aetna',
        secondary: 'Cigna',
        lines: [
          chg(),
          pay(120, { payer: 'Cigna', claim: 'CL2', check: '6001', date: '2026-02-01', allowed: 600, pr: 0, codes: 'OA-23', order: '2' }),
          adj(400, { date: '2026-03-01' }),
          again(),
        ],
      },
    ],
    owed: [],
    quiet: ['bare', 'references', 'allowed', 'remittance'],
  },
  {
    name: 'copay at the desk, the rest on the statement',
    cases: [aetna(pt(30, { date: '2026-01-05', check: '8001' }), chg(), adj(), pay(), pt(90))],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'copay at the desk, the whole share on the statement',
    cases: [aetna(pt(30, { date: '2026-01-05', check: '8001' }), chg(), adj(), pay(), pt(120))],
    owed: ['30.00 patient'],
    must: { remittance: ['* true-overpayment 30.00 patient'], allowed: ['* true-overpayment 30.00 patient'] },
    listed: true,
  },
  { name: 'prepaid exactly the share', cases: [aetna(pt(120, { date: '2026-01-02' }), chg(), adj(), pay())], owed: [], quiet: ALL },
  {
    name: 'refunded twice',
    cases: [aetna(pt(200, { date: '2026-01-02' }), chg(), adj(), pay(), refund(80), refund(80, { check: 'R2', date: '2026-04-20' }))],
    owed: [],
  },
  {
    name: 'refund voided and issued again',
    cases: [
      aetna(
        pt(200, { date: '2026-01-02' }),
        chg(),
        adj(),
        pay(),
        refund(80),
        row('Patient Refund Void', -80, { payer: 'Patient', check: 'R1', date: '2026-05-01' }),
        refund(80, { check: 'R2', date: '2026-05-02' }),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  // Aetna is still 480 over, Cigna was paid by mistake: hidden behind a balance of 0.
  {
    name: 'the refund went to another payer',
    cases: [
      {
        primary: 'Aetna',
        secondary: 'Cigna',
        lines: [chg(), adj(), pay(), again(), pt(), row('Insurance Refund', 480, { payer: 'Cigna', claim: 'CL1', check: 'R1' })],
      },
    ],
    owed: ['480.00 payer Aetna'],
  },
  {
    name: 'charity granted, withdrawn, paid',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(),
        row('Charity Care', -120, { date: '2026-03-01' }),
        row('Charity Care Reversal', 120, { date: '2026-03-20' }),
        pt(120, { date: '2026-04-10' }),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'charity after payment, refunded',
    cases: [aetna(chg(), adj(), pay(), pt(), row('Charity Care', -120), refund(120, { date: '2026-04-20' }))],
    owed: [],
    quiet: ALL,
  },
  // The discount of 400 no longer holds; the patient owes 120.
  {
    name: 'self-pay discount left beside the contractual, nothing paid by the patient',
    cases: [
      aetna(
        chg(),
        row('Self Pay Discount', -400, { payer: 'Patient', date: '2026-01-08' }),
        adj(400, { date: '2026-04-01' }),
        pay(480, { date: '2026-04-01' }),
      ),
    ],
    owed: [],
    listed: true,
  },
  {
    name: 'returned check, fee, paid with the fee',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(480, { billed: 1000 }),
        pt(),
        row('NSF Reversal', 120, { payer: 'Patient', check: '9001', date: '2026-03-16' }),
        chg(25, { date: '2026-03-16', type: 'NSF Fee Charge' }),
        pt(145, { date: '2026-03-25', check: '9002' }),
      ),
    ],
    owed: [],
    quiet: ['bare', 'references'],
  },
  { name: 'plan pays all of it, no share', cases: [aetna(chg(), adj(), pay(600, { pr: 0 }))], owed: [], quiet: ALL },
  // Share 0 on the remittance, the copay was taken: 20 back.
  {
    name: 'plan pays all of it, a copay had been taken',
    cases: [aetna(pt(20, { date: '2026-01-05' }), chg(), adj(), pay(600, { pr: 0 }))],
    owed: ['20.00 patient'],
    must: { allowed: ['C05 true-overpayment 20.00 patient'], remittance: ['C05 true-overpayment 20.00 patient'] },
    listed: true,
  },
  {
    name: 'Medicare under two names, paid twice',
    cases: [
      {
        primary: 'Medicare',
        finClass: 'Medicare',
        lines: [chg(), adj(400, { payer: 'Medicare' }), pay(480, { payer: 'Medicare' }), again(480, { payer: 'Medicare Part B' }), pt()],
      },
    ],
    owed: ['480.00 payer Medicare'],
  },
  {
    name: 'Medicare paid twice',
    cases: [
      {
        primary: 'Medicare',
        finClass: 'Medicare',
        lines: [chg(), adj(400, { payer: 'Medicare' }), pay(480, { payer: 'Medicare' }), again(480, { payer: 'Medicare' }), pt()],
      },
    ],
    owed: ['480.00 payer Medicare'],
    must: { references: ['C01 true-overpayment 480.00 payer Medicare'], remittance: ['C01 true-overpayment 480.00 payer Medicare'] },
    listed: true,
  },
  {
    name: 'moved to the other account, one leg missing here',
    cases: [
      {
        ...aetna(
          chg(150, { date: '2026-01-20' }),
          row('Account Transfer', -150, { payer: 'Patient' }),
          row('Account Transfer', -150, { payer: 'Patient', date: '2026-04-02' }),
        ),
        dos: '2026-01-20',
      },
    ],
    owed: ['150.00 patient'],
    listed: true,
  },
  {
    name: 'small payer share, the same amount again by another check',
    cases: [aetna(chg(), adj(), pay(200, { allowed: 600, pr: 400 }), again(200, { allowed: 600, pr: 400 }), pt(400))],
    owed: ['200.00 payer Aetna'],
    listed: true,
  },
  {
    name: 'denied, written off, denial overturned and reversed, paid',
    cases: [
      aetna(
        chg(),
        pay(0, { date: '2026-02-01', check: '4990', allowed: 0, pr: 0, codes: 'CO-29' }),
        row('Denial Write-Off', -1000, { date: '2026-02-03', payer: 'Aetna' }),
        row('Denial Write-Off Reversal', 1000, { date: '2026-04-20', payer: 'Aetna' }),
        adj(400, { date: '2026-05-01' }),
        pay(480, { date: '2026-05-01' }),
        pt(120, { date: '2026-05-20' }),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'payer reversed and paid less, the patient has not paid yet',
    cases: [aetna(chg(), adj(), pay(), takeback(480), pay(460, { date: '2026-03-20', check: '5003', allowed: 600, pr: 140 }), pt())],
    owed: [],
    quiet: ['bare', 'references'],
  },
  // Downgraded: allowed 500; 480 back, 400 paid, contractual +100: all agree, share 100 of which 120 was paid.
  {
    name: 'downgraded, the share falls with it',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(),
        pt(120, { date: '2026-02-20' }),
        takeback(480),
        pay(400, { date: '2026-03-20', check: '5003', allowed: 500, pr: 100 }),
        adj(100, { date: '2026-03-20' }),
      ),
    ],
    owed: ['20.00 patient'],
    listed: true,
  },
  {
    name: 'admission deposit and two payments of the share by card',
    cases: [
      aetna(
        row('Deposit', -50, { payer: 'Patient', date: '2026-01-04', check: 'D1' }),
        chg(),
        adj(),
        pay(),
        pt(35, { check: 'C1' }),
        pt(35, { check: 'C2', date: '2026-03-11' }),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'credit three years old',
    cases: [
      {
        ...aetna(
          chg(1000, { date: '2023-01-05' }),
          adj(400, { date: '2023-02-02' }),
          pay(480, { date: '2023-02-02' }),
          pt(120, { date: '2023-03-10' }),
          pt(120, { date: '2023-04-10', check: '9002' }),
        ),
        dos: '2023-01-05',
      },
    ],
    owed: ['120.00 patient'],
    listed: true,
  },
  {
    name: 'a posting dated after the day of the review',
    cases: [aetna(chg(), adj(), pay(), pt(), pt(120, { date: '2026-07-05', check: '9002' }))],
    owed: ['120.00 patient'],
    listed: true,
  },
];
