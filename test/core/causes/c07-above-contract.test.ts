import { causeTable } from '../harness';
import { BASE, proposes, STATED } from './proposing';

const base = `
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;
const paid = `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1`;
const settled = `${paid}
2026-02-20 payment 120 patient check=77`;

causeTable('C07', {
  fires: [
    {
      name: '50 above what its own remittance allows',
      ledger: `${base}
2026-02-01 payment 530 Aetna check=1 allowed=600 pr=120
2026-03-01 payment 120 patient`,
      findings: ['C07 true-overpayment 50.00 payer Aetna low'],
    },
    {
      name: 'hidden: the patient has not paid yet',
      ledger: `${base}
2026-02-01 payment 530 Aetna check=1 allowed=600 pr=120`,
      findings: ['C07 true-overpayment 50.00 payer Aetna low'],
      shortfall: '120.00',
    },
    {
      name: 'C26’s counter-example: payer 600, share 120 moved to the patient, who still owes it',
      ledger: `${base}
2026-02-01 payment 600 Aetna check=1
2026-02-01 transfer -120 Aetna
2026-02-01 transfer 120 patient`,
      findings: ['C07 true-overpayment 120.00 payer Aetna low'],
      shortfall: '120.00',
    },
    {
      name: 'a federal payer: two cents',
      ledger: `payer Medicare class=medicare
account A1 payer1=Medicare
2026-01-05 charge 1000
2026-02-01 contractual 400 Medicare
2026-02-01 payment 480.02 Medicare check=1 allowed=600 pr=120
2026-03-01 payment 120 patient`,
      findings: ['C07 true-overpayment 0.02 payer Medicare low'],
    },
    {
      name: 'more than was charged, at a percent of charge',
      ledger: `account A1 payer1=Aetna planType="percent of charge"
2026-01-05 charge 1000
2026-02-01 payment 1100 Aetna check=1`,
      findings: ['C07 true-overpayment 100.00 payer Aetna low'],
    },
  ],
  silent: [
    {
      name: 'sequestration of 1.60 posted twice: 78.40 and 20 are not above the allowed 100',
      ledger: `payer Medicare class=medicare
account A1 payer1=Medicare
2026-01-05 charge 200
2026-02-01 contractual 100 Medicare
2026-02-01 payment 78.40 Medicare check=1 allowed=100 pr=20
2026-02-01 sequestration 1.60 Medicare
2026-02-01 sequestration 1.60 Medicare
2026-02-20 payment 20 patient`,
      findings: [],
    },
    {
      name: 'within the contract tolerance: 2 % of 600 is 12',
      ledger: `${base}
2026-02-01 payment 492 Aetna check=1 allowed=600 pr=120
2026-03-01 payment 120 patient`,
    },
    {
      name: 'P6: a case rate may exceed the charges',
      ledger: `account A1 payer1=Aetna planType="case rate"
2026-01-05 charge 1000
2026-02-01 payment 1100 Aetna check=1`,
    },
    {
      name: 'P13: the excess is interest',
      ledger: `${base}
2026-02-01 payment 530 Aetna check=1 allowed=600 pr=120 interest=50
2026-03-01 payment 120 patient`,
      findings: ['C15 misallocated 50.00 none high'],
    },
    {
      name: 'two payments for the claim are C01',
      ledger: `${settled}
2026-03-01 payment 480 Aetna check=2 claim=CL1`,
    },
    {
      name: 'just the allowed amount',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120
2026-03-01 payment 120 patient`,
      findings: [],
    },
  ],
});

const priced = 'account A1 payer1=Aetna payer2=Cigna planType=percent\n2026-01-05 charge 1000';
const unread = '\n2026-02-01 unknown 0'; // a posting of unknown kind: what each owes cannot be told

proposes('C07', [
  [
    'above what the listing expects: an estimate, so a pattern',
    'account A1 payer1=Aetna expected=600 patientResp=120\n2026-01-05 charge 1000\n2026-02-01 payment 1100 Aetna check=1',
    'true-overpayment 620.00 of Aetna to Aetna pattern low by amounts claims 3',
  ],
  ['just the charges', `${priced}\n2026-02-01 payment 1000 Aetna check=1${unread}`],
  [
    'a cent above the charges, beside a payer that paid little',
    `${priced}\n2026-02-01 payment 1000.01 Aetna check=1\n2026-02-01 payment 5 Cigna check=2${unread}`,
    'true-overpayment 0.01 of Aetna to Aetna pattern low by amounts claims 3',
  ],
  ['in two payments', `${priced}\n2026-02-01 payment 600 Aetna check=1\n2026-02-02 payment 500 Aetna check=2${unread}`],
  ['on a plan that is not known', `${priced.replace(' planType=percent', '')}\n2026-02-01 payment 1100 Aetna check=1${unread}`],
  ['without any charge', 'account A1 payer1=Aetna planType=percent\n2026-02-01 payment 500 Aetna check=1'],
  [
    'beside a secondary that paid twice',
    `${BASE}\n2026-02-01 payment 530 Aetna check=1 claim=CL1${STATED}\n2026-03-01 payment 120 Cigna check=2 claim=CL1\n2026-03-09 payment 120 Cigna check=3 claim=CL1`,
    'true-overpayment 50.00 of Aetna to Aetna remittance low by amounts claims 4',
  ],
]);
