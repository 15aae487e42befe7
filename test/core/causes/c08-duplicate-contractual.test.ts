import { causeTable } from '../harness';
import { aetna480, BASE, PATIENT, proposes, STATED } from './proposing';

const base = `
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;
const paid = `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1`;
const settled = `${paid}
2026-02-20 payment 120 patient check=77`;

causeTable('C08', {
  fires: [
    {
      name: 'P1: 400 twice, the patient owes 120',
      ledger: `${paid}
2026-02-03 contractual 400 Aetna`,
      findings: ['C08 posting-error 400.00 none medium'],
      shortfall: '120.00',
    },
    {
      name: 'the patient has paid: 400 = 400',
      ledger: `${settled}
2026-02-03 contractual 400 Aetna`,
      findings: ['C08 posting-error 400.00 none medium'],
    },
    {
      name: 'the worked example of law 1: double write-off 331.10, patient owes 118.90, credit 212.20',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 900
2026-01-06 contractual 331.10 Aetna
2026-02-01 contractual 331.10 Aetna
2026-02-01 payment 450 Aetna check=1`,
      findings: ['C08 posting-error 331.10 none medium'],
      shortfall: '118.90',
    },
    {
      name: 'a cent apart',
      ledger: `${settled}
2026-02-03 contractual 399.99 Aetna`,
      findings: ['C08 posting-error 399.99 none medium'],
    },
    {
      name: 'with the payer paid twice as well: both',
      ledger: `${settled}
2026-02-03 contractual 400 Aetna
2026-03-01 payment 480 Aetna check=2 claim=CL1`,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium', 'C08 posting-error 400.00 none medium'],
    },
    {
      name: 'three causes: contractual twice, payer twice, patient 30 too much at the desk',
      ledger: `${base}
2026-01-05 payment 150 patient
2026-02-01 payment 480 Aetna check=1 claim=CL1
2026-02-03 contractual 400 Aetna
2026-03-01 payment 480 Aetna check=2 claim=CL1`,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium', 'C05 true-overpayment 30.00 patient Patient medium', 'C08 posting-error 400.00 none medium'],
    },
    {
      name: 'the allowed amount is stated: high',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=CL1 allowed=600 pr=120
2026-02-03 contractual 400 Aetna
2026-02-20 payment 120 patient`,
      findings: ['C08 posting-error 400.00 none high'],
    },
  ],
  silent: [
    {
      name: 'one was reversed',
      ledger: `${settled}
2026-02-03 contractual 400 Aetna
2026-02-09 adjreversal 400 Aetna`,
      findings: [],
    },
    {
      name: 'another claim',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000
2026-01-06 charge 900
2026-02-01 contractual 400 Aetna claim=CL1
2026-02-01 contractual 400 Aetna claim=CL2
2026-02-01 payment 800 Aetna check=1
2026-02-20 payment 310 patient`,
    },
    {
      name: 'two equal charges have two equal contractuals',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 500
2026-01-05 charge 500
2026-02-01 contractual 200 Aetna
2026-02-01 contractual 200 Aetna
2026-02-01 payment 480 Aetna check=1
2026-02-20 payment 150 patient`,
    },
    {
      name: 'two cents apart',
      ledger: `${settled}
2026-02-03 contractual 399.98 Aetna`,
    },
    {
      name: 'another payer: C09',
      ledger: `${paid}
2026-03-01 contractual 400 Cigna
2026-03-01 payment 120 Cigna check=2`,
      findings: ['C09 posting-error 400.00 none medium'],
    },
    {
      name: 'another service day',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 600 service=2026-01-05
2026-01-12 charge 700 service=2026-01-12
2026-02-01 contractual 200 Aetna service=2026-01-05
2026-02-01 contractual 200 Aetna service=2026-01-12
2026-02-01 payment 700 Aetna check=1
2026-02-20 payment 210 patient`,
    },
  ],
});

const unknownPlan =
  'account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-01-06 contractual 200 Aetna\n2026-01-07 contractual 200 Aetna\n2026-01-20 payment 480 Aetna check=1\n2026-02-01 chargecredit 1';

proposes('C08', [
  // 999 − 400 − 480 = 119 before the patient: what each owes is not known, so the credit itself is what there is
  ['a credit within a dollar of it: 119 − 318 = −199', `${unknownPlan}\n2026-03-01 payment 318 patient`, 'posting-error 199.00 of Aetna amounts high claims 4'],
  ['a credit of a cent less', `${unknownPlan}\n2026-03-01 payment 317.99 patient`],
  ['a larger credit: the whole contractual', `${unknownPlan}\n2026-03-01 payment 350 patient`, 'posting-error 200.00 of Aetna amounts high claims 4'],
  ['no credit', unknownPlan],

  [
    'reversed in part: 100 of the 400 are left',
    `${BASE}\n2026-02-03 contractual 400 Aetna\n2026-02-09 adjreversal 300 Aetna${aetna480(1, '2026-02-03')}${PATIENT}`,
    'posting-error 100.00 of Aetna amounts high claims 4',
  ],
  [
    'reversed in part by a debit of the same kind, and the share is stated',
    `${BASE}\n2026-02-03 contractual 400 Aetna\n2026-02-09 contractual -300 Aetna${aetna480(1, '2026-02-03', STATED)}${PATIENT}`,
    'posting-error 100.00 of Aetna remittance high claims 4',
  ],
  [
    'reversed in two halves',
    `${BASE}\n2026-02-03 contractual 400 Aetna\n2026-02-09 adjreversal 200 Aetna\n2026-02-10 adjreversal 200 Aetna${aetna480(1, '2026-02-03')}${PATIENT}`,
  ],
  [
    "what was given back of the patient's part is no reversal of it: 500 − 400 is no duplicate of 400",
    `${BASE}\n2026-02-03 contractual 400 Aetna\n2026-02-09 adjreversal 300 patient${aetna480(1, '2026-02-03')}${PATIENT}`,
  ],
]);
