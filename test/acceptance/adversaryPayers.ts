/** Near misses of payer money: reversals, takebacks, duplicates, coordination of benefits, prices. Each amount worked by hand beside its row. */
import { ALL, adj, aetna, again, chg, pay, pt, row, type Trial } from './adversaryLines';

const rev = (amount: number, more = {}): ReturnType<typeof row> =>
  row('Payment Reversal', amount, { payer: 'Aetna', claim: 'CL1', check: '5001', date: '2026-02-10', ...more });
const medicare = { payer: 'Medicare' };

export const payerTrials: readonly Trial[] = [
  // 480 − 480 + 480: one live payment.
  { name: 'paid, reversed, paid again by another check', cases: [aetna(chg(), adj(), pay(), rev(480), again(), pt())], owed: [], quiet: ALL },
  {
    name: 'the second of two payments reversed',
    cases: [aetna(chg(), adj(), pay(), again(), rev(480, { check: '5002', date: '2026-03-05' }), pt())],
    owed: [],
    quiet: ALL,
  },
  // 480 − 480 + 480, the minus first: net 480.
  { name: 'a reversal dated before both payments', cases: [aetna(chg(), adj(), rev(480, { date: '2026-01-20' }), pay(), again(), pt())], owed: [], quiet: ALL },
  // 960 − 479.99 = 480.01: the cent is inside the tolerance; nothing above a cent may leave.
  { name: 'reversed a cent short', cases: [aetna(chg(), adj(), pay(), rev(479.99), again(), pt())], owed: ['0.01 payer Aetna'], listed: true },
  // 960 − 300 = 660; L 480: 180 over.
  {
    name: 'duplicate partly reversed',
    cases: [aetna(chg(), adj(), pay(), again(), rev(300, { check: '5002', date: '2026-03-05' }), pt())],
    owed: ['180.00 payer Aetna'],
    listed: true,
  },
  {
    name: 'duplicate taken back in full',
    cases: [aetna(chg(), adj(), pay(), again(), row('Takeback', 480, { payer: 'Aetna', claim: 'CL1', check: '5003' }), pt())],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'duplicate partly taken back',
    cases: [aetna(chg(), adj(), pay(), again(), row('Takeback', 200, { payer: 'Aetna', claim: 'CL1', check: '5003' }), pt())],
    owed: ['280.00 payer Aetna'],
    listed: true,
  },
  {
    name: 'duplicate refunded',
    cases: [aetna(chg(), adj(), pay(), again(), row('Insurance Refund', 480, { payer: 'Aetna', claim: 'CL1', check: 'R1' }), pt())],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'duplicate refunded in part',
    cases: [aetna(chg(), adj(), pay(), again(), row('Insurance Refund', 400, { payer: 'Aetna', claim: 'CL1', check: 'R1' }), pt())],
    owed: ['80.00 payer Aetna'],
    listed: true,
  },
  // Refunded and taken back: 960 − 480 − 480 = 0 paid; the payer owes 480, nobody is owed (C20c).
  {
    name: 'duplicate taken back and refunded as well',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(),
        again(),
        row('Takeback', 480, { payer: 'Aetna', claim: 'CL1', check: '5003' }),
        row('Insurance Refund', 480, { payer: 'Aetna', claim: 'CL1', check: 'R1' }),
        pt(),
      ),
    ],
    owed: [],
  },
  // The same check and claim twice: an error, nobody is owed. A bare ledger cannot tell C01 from C02 (domain.md 2.2: a different check number is the signal).
  {
    name: 'the same check posted twice a month apart',
    cases: [aetna(chg(), adj(), pay(), pay(480, { date: '2026-03-01' }), pt())],
    owed: [],
    must: { references: ['C02 posting-error 480.00 none'], allowed: ['C02 posting-error 480.00 none'], remittance: ['C02 posting-error 480.00 none'] },
    listed: true,
  },
  {
    name: 'the same check posted twice on one day',
    cases: [aetna(chg(), adj(), pay(), pay(), pt())],
    owed: [],
    must: { references: ['C02 posting-error 480.00 none'] },
    listed: true,
  },
  {
    name: 'one claim paid by two checks',
    cases: [aetna(chg(), adj(), pay(), again(), pt())],
    owed: ['480.00 payer Aetna'],
    must: {
      references: ['C01 true-overpayment 480.00 payer Aetna'],
      allowed: ['C01 true-overpayment 480.00 payer Aetna'],
      remittance: ['C01 true-overpayment 480.00 payer Aetna'],
    },
  },
  // 480 + 479.99: equal within a cent, and paid − L = 479.99 is the cap.
  { name: 'duplicate a cent smaller', cases: [aetna(chg(), adj(), pay(), again(479.99), pt())], owed: ['479.99 payer Aetna'], listed: true },
  {
    name: 'two cents apart is no duplicate, yet too much',
    cases: [aetna(chg(), adj(), pay(), again(479.98), pt())],
    owed: ['479.98 payer Aetna'],
    listed: true,
  },
  {
    name: 'paid twice, 392 days apart',
    cases: [
      {
        ...aetna(
          chg(1000, { date: '2025-01-05' }),
          adj(400, { date: '2025-02-02' }),
          pay(480, { date: '2025-02-02' }),
          pay(480, { date: '2026-03-01', check: '5002' }),
          pt(120, { date: '2025-03-10' }),
        ),
        dos: '2025-01-05',
      },
    ],
    owed: ['480.00 payer Aetna'],
    listed: true,
  },
  // Two checks of 240 are the one claim's 480.
  {
    name: 'one claim paid in two equal halves',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(240, { allowed: 300, pr: 60, billed: 500 }),
        pay(240, { check: '5002', date: '2026-02-20', allowed: 300, pr: 60, billed: 500 }),
        pt(),
      ),
    ],
    owed: [],
    quiet: ['bare'],
  },
  {
    name: 'equal halves and a patient who paid twice',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(240, { cpt: '99213', allowed: 300, pr: 60, billed: 500 }),
        pay(240, { cpt: '99214', check: '5002', date: '2026-02-20', allowed: 300, pr: 60, billed: 500 }),
        pt(),
        pt(120, { date: '2026-04-10', check: '9002' }),
      ),
    ],
    owed: ['120.00 patient'],
    listed: true,
  },
  {
    name: 'another claim of another day, the same price',
    cases: [
      aetna(
        chg(),
        chg(1000, { dos: '2026-01-12', date: '2026-01-12' }),
        adj(),
        adj(400, { claim: 'CL2', dos: '2026-01-12' }),
        pay(480, { billed: 1000 }),
        again(480, { claim: 'CL2', dos: '2026-01-12', billed: 1000 }),
        pt(),
        pt(120, { date: '2026-04-10', check: '9002' }),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  // Claim 1 paid twice, claim 2 never: balance 0. The money may be claim 2's under the wrong number, so open.
  {
    name: 'one claim paid twice, the other not at all',
    cases: [
      aetna(
        chg(),
        chg(1000, { dos: '2026-01-12', date: '2026-01-12' }),
        adj(),
        adj(400, { claim: 'CL2', dos: '2026-01-12' }),
        pay(480, { billed: 1000 }),
        again(480, { billed: 1000 }),
        pt(),
        pt(120, { date: '2026-04-10', check: '9002' }),
      ),
    ],
    owed: ['480.00 payer Aetna'],
  },
  {
    name: 'therapy every week, equal payments',
    cases: [
      aetna(
        ...['06', '13', '20', '27'].flatMap((d, i) => [
          chg(100, { dos: `2026-01-${d}`, date: `2026-01-${d}`, cpt: '97110' }),
          adj(40, { dos: `2026-01-${d}`, claim: `T${i}`, cpt: '97110' }),
          pay(48, { dos: `2026-01-${d}`, claim: `T${i}`, check: '5001', cpt: '97110', allowed: 60, pr: 12, billed: 100 }),
          pt(12, { dos: `2026-01-${d}`, check: `90${i}` }),
        ]),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'five equal vaccines on one check',
    cases: [
      aetna(
        ...[1, 2, 3, 4, 5].flatMap(() => [chg(136, { cpt: '90471' }), adj(36, { cpt: '90471' }), pay(100, { cpt: '90471', allowed: 100, pr: 0, billed: 136 })]),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'five equal vaccines and a copay nobody owed',
    cases: [
      aetna(
        ...[1, 2, 3, 4, 5].flatMap(() => [chg(136, { cpt: '90471' }), adj(36, { cpt: '90471' }), pay(100, { cpt: '90471', allowed: 100, pr: 0, billed: 136 })]),
        pt(20, { date: '2026-01-05' }),
      ),
    ],
    owed: ['20.00 patient'],
    listed: true,
  },
  {
    name: 'a denial of 0.00, then paid',
    cases: [aetna(chg(), pay(0, { codes: 'CO-16', allowed: 0, pr: 0, check: '4990', date: '2026-01-25' }), adj(), pay(), pt())],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'two denials of 0.00 on one claim',
    cases: [
      aetna(
        chg(),
        adj(),
        pay(),
        pay(0, { codes: 'CO-18', allowed: 0, pr: 0, check: '5005', date: '2026-03-01' }),
        pay(0, { codes: 'CO-18', allowed: 0, pr: 0, check: '5006', date: '2026-03-08' }),
        pt(),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  // Written off as denied (600), then paid on appeal: the write-off stands in the way, nobody is owed.
  {
    name: 'denial written off, paid on appeal',
    cases: [
      aetna(
        chg(),
        adj(),
        row('Denial Write-Off', -600, { date: '2026-02-20', payer: 'Aetna', claim: 'CL1' }),
        pay(480, { date: '2026-05-01' }),
        pt(120, { date: '2026-05-20' }),
      ),
    ],
    owed: [],
    listed: true,
  },
  {
    name: 'a voided row left in the export',
    cases: [aetna(chg(), adj(), pay(), again(480, { voided: 'Y', amount: -480 }), pt())].map((c) => ({ ...c, balance: 0 })),
    owed: [],
    quiet: ['bare', 'references', 'allowed'],
  },
  {
    name: 'a pending payment is not paid',
    cases: [aetna(chg(), adj(), pay(), pt(), pt(120, { status: 'Pending', date: '2026-04-10', check: '9002' }))].map((c) => ({ ...c, balance: 0 })),
    owed: [],
    quiet: ALL,
  },
  // Charges of the earlier period are not in the file: the listing's 0 does not reconcile (V01).
  { name: 'only this period exported', cases: [{ ...aetna(pay(), pt()), balance: 0 }], owed: [] },
  { name: 'listing says in credit, postings say settled', cases: [{ ...aetna(chg(), adj(), pay(), pt()), balance: -480 }], owed: [], listed: true },
  { name: 'postings say twice, listing says settled', cases: [{ ...aetna(chg(), adj(), pay(), again(), pt()), balance: 0 }], owed: [] },

  // Two payers: 480 + 480, L2 = 120, so 360 to the second (domain.md P4 with 480).
  {
    name: 'both paid as primary, the same amount',
    cases: [{ primary: 'Aetna', secondary: 'Cigna', lines: [chg(), adj(), pay(), again(480, { payer: 'Cigna', claim: 'CL2', check: '6001' })] }],
    owed: ['360.00 payer Cigna'],
    listed: true,
  },
  {
    name: 'primary and secondary as they should',
    cases: [
      {
        primary: 'Aetna',
        secondary: 'Cigna',
        lines: [
          chg(),
          adj(),
          pay(),
          again(120, { payer: 'Cigna', claim: 'CL2', check: '6001', allowed: 600, pr: 0, codes: 'OA-23', order: '2', remitPaid: 120 }),
        ],
      },
    ],
    owed: [],
    quiet: ALL,
  },
  // Line 1: allowed 400, paid 320 + 80; line 2 denied by the first, allowed 300 and paid by the second. 1000 − 200 − 100 = 700 = 320 + 380.
  {
    name: 'secondary pays a line the primary denied',
    cases: [
      {
        primary: 'Aetna',
        secondary: 'Cigna',
        lines: [
          chg(600, { cpt: '99213' }),
          chg(400, { cpt: '97110' }),
          adj(200, { cpt: '99213' }),
          pay(320, { cpt: '99213', allowed: 400, pr: 80, billed: 600 }),
          pay(0, { cpt: '97110', allowed: 0, pr: 0, billed: 400, codes: 'CO-96' }),
          again(80, { payer: 'Cigna', claim: 'CL2', check: '6001', cpt: '99213', allowed: 400, pr: 0, billed: 600, codes: 'OA-23', order: '2' }),
          adj(100, { payer: 'Cigna', claim: 'CL2', cpt: '97110', date: '2026-03-01' }),
          again(300, { payer: 'Cigna', claim: 'CL2', check: '6001', cpt: '97110', allowed: 300, pr: 0, billed: 400, order: '2' }),
        ],
      },
    ],
    owed: [],
    quiet: ['bare', 'references', 'allowed'],
  },
  {
    name: 'two spellings of one payer: a duplicate, not two payers',
    cases: [
      {
        primary: 'BCBS TX',
        lines: [chg(), adj(400, { payer: 'BCBS TX' }), pay(480, { payer: 'BCBS TX' }), again(480, { payer: 'Blue Cross Blue Shield of Texas' }), pt()],
      },
    ],
    owed: ['480.00 payer BCBS TX', '480.00 payer Blue Cross Blue Shield of Texas', '480.00 payer BCBS of Texas'],
    listed: true,
  },
  // Medicare 78.40 of 100 less 20 less 1.60; Medigap pays the 20.
  {
    name: 'Medicare and Medigap',
    cases: [
      {
        primary: 'Medicare',
        secondary: 'Mutual of Omaha Medigap',
        finClass: 'Medicare',
        lines: [
          chg(150),
          adj(50, medicare),
          pay(78.4, { ...medicare, allowed: 100, pr: 20, codes: 'CO-45, CO-253' }),
          row('Sequestration Adjustment', -1.6, { ...medicare, claim: 'CL1', date: '2026-02-02' }),
          again(20, { payer: 'Mutual of Omaha Medigap', claim: 'MG1', check: '6001', allowed: 100, pr: 0, codes: 'OA-23', order: '2' }),
        ],
      },
    ],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'Medicare, Medigap and the patient each paid the 20',
    cases: [
      {
        primary: 'Medicare',
        secondary: 'Mutual of Omaha Medigap',
        finClass: 'Medicare',
        lines: [
          chg(150),
          adj(50, medicare),
          pay(78.4, { ...medicare, allowed: 100, pr: 20, codes: 'CO-45, CO-253' }),
          row('Sequestration Adjustment', -1.6, { ...medicare, claim: 'CL1', date: '2026-02-02' }),
          again(20, { payer: 'Mutual of Omaha Medigap', claim: 'MG1', check: '6001', allowed: 100, pr: 0, codes: 'OA-23', order: '2' }),
          pt(20),
        ],
      },
    ],
    owed: ['20.00 patient'],
    listed: true,
  },
  {
    name: 'Medicaid as second pays nothing and writes off',
    cases: [
      {
        primary: 'Medicare',
        secondary: 'Medicaid',
        finClass: 'Medicare',
        lines: [
          chg(),
          adj(400, medicare),
          pay(480, medicare),
          again(0, { payer: 'Medicaid', claim: 'MD1', check: '6001', allowed: 600, pr: 0, order: '2', codes: 'CO-45' }),
          adj(120, { payer: 'Medicaid', claim: 'MD1', date: '2026-03-01' }),
        ],
      },
    ],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'Medicaid as second pays 50, writes off 70',
    cases: [
      {
        primary: 'Medicare',
        secondary: 'Medicaid',
        finClass: 'Medicare',
        lines: [
          chg(),
          adj(400, medicare),
          pay(480, medicare),
          again(50, { payer: 'Medicaid', claim: 'MD1', check: '6001', allowed: 530, pr: 0, order: '2', codes: 'OA-23' }),
          adj(70, { payer: 'Medicaid', claim: 'MD1', date: '2026-03-01' }),
        ],
      },
    ],
    owed: [],
    quiet: ['bare', 'references', 'allowed'],
  },
  // Medicare is not the second payer's to be repaid: never the group plan (domain.md C04).
  {
    name: 'Medicare and a group plan both paid as primary',
    cases: [
      {
        primary: 'Medicare',
        secondary: 'Aetna',
        finClass: 'Medicare',
        lines: [chg(), adj(400, medicare), pay(480, medicare), again(600, { claim: 'CL2', check: '6001', allowed: 600, pr: 0 }), pt(0.0, { amount: 0 })],
      },
    ],
    owed: ['480.00 payer Medicare'],
    listed: true,
  },
  {
    name: 'the group plan listed first, Medicare paid as primary too',
    cases: [{ primary: 'Aetna', secondary: 'Medicare', lines: [chg(), adj(), pay(), again(480, { ...medicare, claim: 'CL2', check: '6001' })] }],
    owed: ['360.00 payer Medicare', '480.00 payer Medicare'],
    listed: true,
  },
  {
    name: 'workers compensation paid all after the health plan',
    cases: [
      {
        primary: 'Aetna',
        secondary: 'Texas Mutual Workers Comp',
        finClass: 'WC',
        lines: [chg(), adj(), pay(), again(600, { payer: 'Texas Mutual Workers Comp', claim: 'WC1', check: '6001', allowed: 600, pr: 0 })],
      },
    ],
    owed: ['480.00 payer Aetna'],
    listed: true,
  },
  {
    name: 'auto medical payments and the health plan',
    cases: [
      {
        primary: 'Aetna',
        secondary: 'State Farm Auto',
        finClass: 'Auto',
        lines: [chg(), adj(), pay(), again(480, { payer: 'State Farm Auto', claim: 'AU1', check: '6001' }), pt()],
      },
    ],
    // Auto first with a share of 120, which the plan as second covers: the plan is 360 over, the patient 120; or the plan all of it.
    owed: ['480.00 payer Aetna', '360.00 payer Aetna', '120.00 patient'],
    listed: true,
  },

  {
    name: 'DRG above charges with its debit contractual',
    cases: [
      {
        primary: 'Medicare',
        finClass: 'Medicare',
        planType: 'DRG',
        lines: [
          chg(8000),
          row('Contractual Adjustment', 4500, { ...medicare, date: '2026-02-02', claim: 'CL1' }),
          pay(11000, { ...medicare, allowed: 12500, pr: 1500 }),
          pt(1500),
        ],
      },
    ],
    owed: [],
    quiet: ALL.filter((p) => p !== 'allowed'),
  },
  {
    name: 'DRG above charges, contractual never posted (P6)',
    cases: [
      { primary: 'Medicare', finClass: 'Medicare', planType: 'DRG', lines: [chg(8000), pay(11000, { ...medicare, allowed: 12500, pr: 1500 }), pt(1500)] },
    ],
    owed: [],
    listed: true,
  },
  {
    name: 'per diem above charges, no contractual',
    cases: [{ primary: 'Aetna', planType: 'Per Diem', lines: [chg(4000), pay(5200, { allowed: 5200, pr: 0 })] }],
    owed: [],
    listed: true,
  },
  {
    name: 'case rate, charge taken off after payment (P7)',
    cases: [{ primary: 'Aetna', planType: 'Case Rate', lines: [chg(), adj(), pay(), pt(), row('Charge Credit', -200)] }],
    owed: [],
    listed: true,
  },
  // 60 %: new charges 800, allowed 480, adj 320 (80 too high), payer 384 (96 over), patient 96 (24 over).
  {
    name: 'percent of charge, charge taken off after payment (P7)',
    cases: [{ primary: 'Aetna', planType: 'Percent of Charge', lines: [chg(), adj(), pay(), pt(), row('Charge Credit', -200)] }],
    owed: ['24.00 patient', '96.00 payer Aetna'],
    listed: true,
  },
  {
    name: 'charge taken off before it was billed',
    cases: [aetna(chg(1200), row('Charge Credit', -200, { date: '2026-01-06' }), adj(), pay(480, { billed: 1000 }), pt())],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'charge voided and posted again',
    cases: [aetna(chg(), row('Charge Void', -1000, { date: '2026-01-06' }), chg(1000, { date: '2026-01-06' }), adj(), pay(480, { billed: 1000 }), pt())],
    owed: [],
    quiet: ALL,
  },
  // Everything taken off: the write-off is an error, what came in goes back; never 1000 and never 400 more to anybody.
  {
    name: 'all charges taken off after payment',
    cases: [aetna(chg(), adj(), pay(), pt(), row('Charge Credit', -1000))],
    owed: ['120.00 patient', '480.00 payer Aetna'],
    listed: true,
  },
  {
    name: 'billed 1000, 700 in the ledger (P8)',
    cases: [aetna(chg(700), adj(), pay(480, { billed: 1000 }), pt())],
    owed: [],
    must: { remittance: ['C11 posting-error 300.00 none'] },
    listed: true,
  },
  { name: 'payments and no charge at all', cases: [aetna(pay(480, { billed: 1000 }))], owed: [], listed: true },
  {
    name: 'contractual twice, nothing from the patient (P1)',
    cases: [aetna(chg(), adj(400, { date: '2026-01-06' }), adj(), pay())],
    owed: [],
    must: {
      bare: ['C08 posting-error 400.00 none'],
      references: ['C08 posting-error 400.00 none'],
      allowed: ['C08 posting-error 400.00 none'],
      remittance: ['C08 posting-error 400.00 none'],
    },
  },
  {
    name: 'contractual twice, everything paid',
    cases: [aetna(chg(), adj(400, { date: '2026-01-06' }), adj(), pay(), pt())],
    owed: [],
    must: { bare: ['C08 posting-error 400.00 none'], remittance: ['C08 posting-error 400.00 none'] },
  },
  {
    name: 'contractual twice, one reversed',
    cases: [
      aetna(
        chg(),
        adj(400, { date: '2026-01-06' }),
        adj(),
        row('Contractual Reversal', 400, { payer: 'Aetna', claim: 'CL1', date: '2026-02-03' }),
        pay(),
        pt(),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  {
    name: 'contractual reversed and posted higher',
    cases: [
      aetna(
        chg(),
        adj(400, { date: '2026-01-06' }),
        row('Contractual Reversal', 400, { payer: 'Aetna', claim: 'CL1', date: '2026-02-03' }),
        adj(420),
        pay(460, { allowed: 580 }),
        pt(),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  // 450 where the remittance says 1000 − 600 = 400. A bare ledger derives allowed 550 and cannot see it.
  {
    name: 'contractual 50 too high',
    cases: [aetna(chg(), adj(450), pay(), pt())],
    owed: [],
    not: ['bare', 'references'],
    must: { allowed: ['C09 posting-error 50.00 none'], remittance: ['C09 posting-error 50.00 none'] },
  },
  {
    name: 'duplicate payment and duplicate contractual',
    cases: [aetna(chg(), adj(400, { date: '2026-01-06' }), adj(), pay(), again(), pt())],
    owed: ['480.00 payer Aetna'],
    must: { remittance: ['C01 true-overpayment 480.00 payer Aetna', 'C08 posting-error 400.00 none'] },
  },
  {
    name: 'interest inside the payment (P13)',
    cases: [aetna(chg(), adj(), pay(486.31, { remitPaid: 480, interest: 6.31 }), pt())],
    owed: [],
    must: { remittance: ['C15 misallocated 6.31 none'] },
    listed: true,
  },
  // The payer took 480 off a later check and named the claim; nothing is posted (P12).
  {
    name: 'takeback on the remittance, not posted',
    cases: [
      {
        ...aetna(chg(), adj(), pay(), again(), pt()),
        remits: [{ payer: 'Aetna', claim: 'CL1', check: '5009', date: '2026-05-01', paid: -480, status: '22', billed: -1000, allowed: -600, pr: -120 }],
      },
    ],
    owed: [],
    not: ['bare', 'references', 'allowed'],
    must: { remittance: ['C14 posting-error 480.00 none'] },
  },
  // 840 keyed for 480: 360 is a multiple of 9 cents, digits swapped.
  {
    name: 'keyed 840 for 480',
    cases: [aetna(chg(), adj(), pay(840, { remitPaid: 480 }), pt())],
    owed: [],
    not: ['bare', 'references', 'allowed'],
    must: { remittance: ['C13 posting-error 360.00 none'] },
  },
  {
    name: 'keyed 4800 for 480',
    cases: [aetna(chg(), adj(), pay(4800, { remitPaid: 480 }), pt())],
    owed: [],
    not: ['bare', 'references', 'allowed'],
    must: { remittance: ['C13 posting-error 4320.00 none'] },
  },
  // Federal: 3.00 over on Medicare is owed, however small; commercial 3.00 is inside the contract tolerance.
  {
    name: 'Medicare 3.00 above its allowed',
    cases: [{ primary: 'Medicare', finClass: 'Medicare', lines: [chg(), adj(400, medicare), pay(483, medicare), pt()] }],
    owed: ['3.00 payer Medicare'],
    not: ['bare', 'references'],
    listed: true,
  },
  {
    name: 'commercial 3.00 above its allowed',
    cases: [aetna(chg(), adj(), pay(483), pt())],
    owed: ['3.00 payer Aetna'],
    not: ['bare', 'references'],
    listed: true,
  },
  // Payer paid the patient's part as well: 600 where L is 480; the patient still owes 120 (domain.md C26).
  { name: 'payer paid the patient part, the patient has not', cases: [aetna(chg(), adj(), pay(600))], owed: ['120.00 payer Aetna'] },
  {
    name: 'capitated visit written off in full',
    cases: [
      {
        primary: 'Harbor HMO',
        planType: 'Capitated',
        lines: [chg(200), row('Capitation Adjustment', -180, { payer: 'Harbor HMO', date: '2026-01-20' }), pt(20, { date: '2026-01-05' })],
      },
    ],
    owed: [],
    quiet: ['bare', 'references', 'allowed', 'remittance'],
  },
  {
    name: 'capitated visit, the copay written off too',
    cases: [
      {
        primary: 'Harbor HMO',
        planType: 'Capitated',
        lines: [chg(200), row('Capitation Adjustment', -200, { payer: 'Harbor HMO', date: '2026-01-20' }), pt(20, { date: '2026-01-05' })],
      },
    ],
    owed: [],
    listed: true,
  },
  {
    name: 'capitation check on a visit',
    cases: [
      {
        primary: 'Harbor HMO',
        planType: 'Capitated',
        lines: [
          chg(200),
          row('Capitation Adjustment', -200, { payer: 'Harbor HMO', date: '2026-01-20' }),
          row('Capitation Payment', -5000, { payer: 'Harbor HMO', check: 'CAP1', date: '2026-02-01' }),
        ],
      },
    ],
    owed: [],
    listed: true,
  },
  {
    name: 'payment row without payer or kind',
    cases: [
      aetna(
        chg(),
        adj(),
        row('Payment', -480, { date: '2026-02-02' }),
        row('Payment', -120, { date: '2026-03-10' }),
        row('Payment', -480, { date: '2026-03-11' }),
      ),
    ],
    owed: [],
    listed: true,
  },
  {
    name: 'refund went to the patient, the payer had paid twice',
    cases: [aetna(chg(), adj(), pay(), again(), pt(), row('Patient Refund', 480, { payer: 'Patient', check: 'R1' }))],
    owed: ['480.00 payer Aetna'],
  },
  // 480 − 480 + 500: allowed 625, share 125, contractual 375.
  {
    name: 'reprocessed upwards: takeback and new payment',
    cases: [
      aetna(
        chg(),
        adj(375),
        pay(),
        row('Takeback', 480, { payer: 'Aetna', claim: 'CL1', check: '5002', date: '2026-03-01' }),
        pay(500, { date: '2026-03-01', check: '5002', allowed: 625, pr: 125, order: '1' }),
        pt(125),
      ),
    ],
    owed: [],
    quiet: ['bare', 'references'],
  },
  // The remittance of the second visit is not in the file; its payment is no overpayment.
  {
    name: 'two visits paid, one remittance missing',
    cases: [
      aetna(
        chg(200, { cpt: '99213' }),
        chg(300, { dos: '2026-03-05', date: '2026-03-05', cpt: '99214' }),
        adj(80, { claim: 'V0', cpt: '99213' }),
        adj(120, { claim: 'V1', cpt: '99214', dos: '2026-03-05', date: '2026-03-25' }),
        pay(96, { claim: 'V0', cpt: '99213', allowed: 120, pr: 24, billed: 200 }),
        { date: '2026-03-25', type: 'Insurance Payment', amount: -140, payer: 'Aetna', check: '5066', claim: 'V1', cpt: '99214', dos: '2026-03-05' },
        pt(24, { check: '900' }),
        pt(40, { check: '901', date: '2026-04-05', dos: '2026-03-05' }),
      ),
    ],
    owed: [],
    quiet: ALL,
  },
  // One visit answered and paid twice, another still open: the duplicate is real, or it is the other visit's money. Never the copay.
  {
    name: 'one visit paid twice, another open with its copay',
    cases: [
      aetna(
        chg(200, { cpt: '99213' }),
        chg(300, { dos: '2026-06-05', date: '2026-06-05', cpt: '99214' }),
        adj(80, { claim: 'V0', cpt: '99213' }),
        pay(96, { claim: 'V0', cpt: '99213', allowed: 120, pr: 24, billed: 200 }),
        again(96, { claim: 'V0', cpt: '99213', allowed: 120, pr: 24, billed: 200 }),
        pt(24, { check: '900' }),
        pt(40, { check: '901', date: '2026-06-05', dos: '2026-06-05' }),
      ),
    ],
    owed: ['96.00 payer Aetna'],
  },
];
