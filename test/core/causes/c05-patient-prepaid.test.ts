import { causeTable } from '../harness';
import { aetna480, proposes } from './proposing';

const base = `
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;
const stated = `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1 allowed=600 pr=120`;

causeTable('C05', {
  fires: [
    {
      name: '200 at the desk, the share is 120',
      ledger: `${base}
2026-01-05 payment 200 patient
2026-02-01 payment 480 Aetna check=1`,
      findings: ['C05 true-overpayment 80.00 patient Patient medium'],
    },
    {
      name: 'a deposit counts as prepaid',
      ledger: `${base}
2026-01-02 deposit 150 patient
2026-02-01 payment 480 Aetna check=1`,
      findings: ['C05 true-overpayment 30.00 patient Patient medium'],
    },
    {
      name: 'on the day of the remittance',
      ledger: `${base}
2026-02-01 payment 200 patient
2026-02-01 payment 480 Aetna check=1`,
      findings: ['C05 true-overpayment 80.00 patient Patient medium'],
    },
    {
      name: 'the share is stated: high',
      ledger: `${stated}
2026-01-05 payment 200 patient`,
      findings: ['C05 true-overpayment 80.00 patient Patient high'],
    },
    {
      name: 'prepaid 200, and 50 more afterwards: C05 takes 80, C27 the rest',
      ledger: `${stated}
2026-01-05 payment 200 patient
2026-03-01 payment 50 patient`,
      findings: ['C05 true-overpayment 80.00 patient Patient high', 'C27 true-overpayment 50.00 patient Patient high'],
    },
    {
      name: 'the guarantor paid, so the guarantor is owed',
      ledger: `account A1 payer1=Aetna patient="Doe, Kid" guarantorName="Doe, Ann"
2026-01-05 charge 1000
2026-01-05 payment 200 patient
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1`,
      findings: ['C05 true-overpayment 80.00 patient Doe, Ann medium'],
    },
    {
      name: 'the credit is 36 and the payer’s 495 is 459 with digits swapped: then 141 was the share, and nothing is owed',
      ledger: `${base}
2026-01-05 payment 141 patient
2026-02-01 payment 495 Aetna check=1`,
      findings: ['C05 true-overpayment 36.00 patient Patient low'],
    },
  ],
  silent: [
    {
      name: 'prepaid just the share',
      ledger: `${base}
2026-01-05 payment 120 patient
2026-02-01 payment 480 Aetna check=1`,
      findings: [],
    },
    {
      name: 'the payer has not spoken yet (P16)',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000
2026-01-05 payment 300 patient`,
    },
    {
      name: 'a day after the remittance it is C27',
      ledger: `${stated}
2026-02-02 payment 200 patient`,
      findings: ['C27 true-overpayment 80.00 patient Patient high'],
    },
    {
      name: 'refunded already',
      ledger: `${base}
2026-01-05 payment 200 patient
2026-02-01 payment 480 Aetna check=1
2026-03-01 refund 80 patient`,
      findings: [],
    },
    {
      name: 'paid as self-pay before coverage was added is C06',
      ledger: `account A1 payer1=Aetna coverageAdded=2026-01-20
2026-01-05 charge 1000
2026-01-05 payment 200 patient
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1`,
    },
    {
      name: 'a cent over is within the tolerance',
      ledger: `${base}
2026-01-05 payment 120.01 patient
2026-02-01 payment 480 Aetna check=1`,
    },
  ],
});

proposes('C05', [
  [
    'prepaid just the share, and 30 more after the remittance: C27',
    `account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-01-05 payment 120 patient\n2026-02-01 contractual 400 Aetna${aetna480(1, '2026-02-01')}\n2026-03-01 payment 30 patient`,
  ],
]);
