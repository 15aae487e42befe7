import { causeTable } from '../harness';
import { aetna480, PATIENT, proposes, STATED } from './proposing';

const base = (plan: string) => `
account A1 payer1=Aetna ${plan}
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1
2026-02-20 payment 120 patient`;
const fixed = base('planType="case rate"');
const percent = base('planType="percent of charge"');

causeTable('C10', {
  fires: [
    {
      name: 'P7 case rate: reverse 200 of contractual',
      ledger: `${fixed}
2026-03-01 chargecredit 200`,
      findings: ['C10 posting-error 200.00 none medium'],
    },
    {
      name: 'P7 at 60 % of charges: 80, 96 and 24',
      ledger: `${percent}
2026-03-01 chargecredit 200`,
      findings: ['C10 posting-error 80.00 none medium', 'C10 true-overpayment 96.00 payer Aetna low', 'C10 true-overpayment 24.00 patient Patient low'],
    },
    {
      name: 'the plan is not given: review, nobody named',
      ledger: `${base('')}
2026-03-01 chargecredit 200`,
      findings: ['C10 needs-review 200.00 none low'],
    },
    {
      name: 'two credits together',
      ledger: `${fixed}
2026-03-01 chargecredit 150
2026-03-02 chargecredit 50`,
      findings: ['C10 posting-error 200.00 none medium'],
    },
    {
      name: 'DRG, with the remittance: high',
      ledger: `account A1 payer1=Aetna drg=470
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120
2026-02-20 payment 120 patient
2026-03-01 chargecredit 200`,
      findings: ['C10 posting-error 200.00 none high'],
    },
    {
      name: 'a day after the payment',
      ledger: `${fixed}
2026-02-02 chargecredit 200`,
      findings: ['C10 posting-error 200.00 none medium'],
    },
  ],
  silent: [
    {
      name: 'before the payment it belongs to the claim',
      ledger: `account A1 payer1=Aetna planType="case rate"
2026-01-05 charge 1200
2026-01-20 chargecredit 200
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1
2026-02-20 payment 120 patient`,
      findings: [],
    },
    {
      name: 'on the day of the payment',
      ledger: `account A1 payer1=Aetna planType="case rate"
2026-01-05 charge 1200
2026-02-01 chargecredit 200
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1
2026-02-20 payment 120 patient`,
      findings: [],
    },
    {
      name: 'no payer has paid',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 100
2026-01-10 payment 100 patient
2026-03-01 chargecredit 20`,
    },
    {
      name: 'the write-off was reduced with it',
      ledger: `${fixed}
2026-03-01 chargecredit 200
2026-03-01 adjreversal 200 Aetna`,
      findings: [],
    },
    {
      name: 'no charge credit at all',
      ledger: `${fixed}
2026-03-01 payment 20 patient`,
    },
  ],
});

const plan = (type: string): string => `account A1 payer1=Aetna ${type}\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna`;
const [caseRate, byPercent, unknownPlan] = [plan('planType="case rate"'), plan('planType=percent'), plan('')];

proposes('C10', [
  [
    'a fixed price: what the patient paid too much besides is not of the charge credit',
    `${caseRate}${aetna480(1, '2026-02-01')}\n2026-02-20 payment 150 patient\n2026-03-01 chargecredit 200`,
    'posting-error 200.00 of Aetna amounts high by amounts claims 6',
  ],
  [
    'a fixed price, and the contractual is put right',
    `${caseRate}${aetna480(1, '2026-02-01', STATED)}${PATIENT}\n2026-03-01 chargecredit 200\n2026-03-02 adjreversal 200 Aetna`,
  ],
  [
    'plan not known: no more than the credit, 800 − 400 − 480',
    `${unknownPlan}${aetna480(1, '2026-02-01')}\n2026-03-01 chargecredit 200`,
    'needs-review 80.00 of Aetna amounts low by amounts claims 5',
  ],
  [
    'plan not known: no more than the charge credit, though 230 in credit',
    `${unknownPlan}${aetna480(1, '2026-02-01')}\n2026-02-20 payment 150 patient\n2026-03-01 chargecredit 200`,
    'needs-review 200.00 of Aetna amounts low by amounts claims 6',
  ],
  ['plan not known, not in credit: 900 − 400 − 480', `${unknownPlan}${aetna480(1, '2026-02-01')}\n2026-03-01 chargecredit 100`],
  ['no charge was credited', `${unknownPlan}${aetna480(1, '2026-02-01')}\n2026-02-20 payment 150 patient`],
  [
    'percent of charge, the patient has not paid: 480 − 384',
    `${byPercent}${aetna480(1, '2026-02-01')}\n2026-03-01 chargecredit 200`,
    'posting-error 80.00 of Aetna amounts high by amounts claims 5',
    'true-overpayment 96.00 of Aetna to Aetna amounts low by amounts claims 4',
  ],
  [
    'percent of charge, the patient a cent above the new share of 96; the payer in two payments',
    `${byPercent}\n2026-02-01 payment 300 Aetna check=1\n2026-02-03 payment 180 Aetna check=2\n2026-02-20 payment 96.01 patient\n2026-03-01 chargecredit 200`,
    'posting-error 80.00 of Aetna amounts high by amounts claims 7',
    'true-overpayment 96.00 of Aetna to Aetna amounts low by amounts claims 5,4',
  ],
]);
