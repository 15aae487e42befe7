import { causeTable } from '../harness';
import { aetna480, BASE, PATIENT, proposes, STATED } from './proposing';

const base = `
account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
`;

causeTable('C01', {
  fires: [
    {
      name: 'a debit adjustment of 480 stands beside it: the takeback may have been posted under that name, so low',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1 allowed=600 pr=120
2026-02-20 payment 120 patient
2026-03-01 payment 480 Aetna check=1002 claim=CL1 allowed=600 pr=120
2026-04-01 adjreversal 480 Aetna`,
      findings: ['C01 true-overpayment 480.00 payer Aetna low'],
      shortfall: '480.00',
    },
    {
      name: 'a refund of 480 was posted to the patient, who is short by as much: low',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1 allowed=600 pr=120
2026-02-20 payment 120 patient
2026-03-01 payment 480 Aetna check=1002 claim=CL1 allowed=600 pr=120
2026-04-01 refund 480 patient`,
      findings: ['C01 true-overpayment 480.00 payer Aetna low'],
      shortfall: '480.00',
    },
    {
      name: 'a refund to the patient of what the patient paid too much is another matter: high',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1 allowed=600 pr=120
2026-02-20 payment 600 patient
2026-03-01 payment 480 Aetna check=1002 claim=CL1 allowed=600 pr=120
2026-04-01 refund 480 patient`,
      findings: ['C01 true-overpayment 480.00 payer Aetna high'],
    },
    {
      name: 'two checks for one claim, patient paid the share: 1000 − 400 − 480 − 480 − 120 = −480',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1
2026-02-20 payment 120 patient
2026-03-01 payment 480 Aetna check=1002 claim=CL1`,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium'],
    },
    {
      name: 'patient has not paid: the credit is 360, the duplicate still 480, the patient short 120',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1
2026-03-01 payment 480 Aetna check=1002 claim=CL1`,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium'],
      shortfall: '120.00',
    },
    {
      name: 'P3: payer twice and patient 30 too much, each gets its own',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1
2026-02-20 payment 150 patient
2026-03-01 payment 480 Aetna check=1002 claim=CL1`,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium', 'C27 true-overpayment 30.00 patient Patient low'],
    },
    {
      name: 'remittance values beside both payments make it high',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1 allowed=600 pr=120
2026-02-20 payment 120 patient
2026-03-01 payment 480 Aetna check=1002 claim=CL1 allowed=600 pr=120`,
      findings: ['C01 true-overpayment 480.00 payer Aetna high'],
    },
    {
      name: 'the payer took 300 of the second one back: 180 is left to refund',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1
2026-02-20 payment 120 patient
2026-03-01 payment 480 Aetna check=1002 claim=CL1
2026-04-01 takeback 300 Aetna check=1003`,
      findings: ['C01 true-overpayment 180.00 payer Aetna medium'],
    },
    {
      name: 'two equal charges would explain two equal payments, but the remittance says one claim of 600',
      ledger: `
account A1 payer1=Aetna
2026-01-05 charge 500
2026-01-05 charge 500
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1001 claim=CL1 allowed=600 pr=120
2026-02-20 payment 120 patient
2026-03-01 payment 480 Aetna check=1002 claim=CL1 allowed=600 pr=120`,
      findings: ['C01 true-overpayment 480.00 payer Aetna high'],
    },
    {
      name: 'three payments are two duplicates',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1
2026-02-20 payment 120 patient
2026-03-01 payment 480 Aetna check=1002 claim=CL1
2026-03-09 payment 480 Aetna check=1003 claim=CL1`,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium', 'C01 true-overpayment 480.00 payer Aetna medium'],
    },
  ],
  silent: [
    {
      name: 'the second payment was refunded whole; the 50 that are left of a write-off too large are not its',
      ledger: `
account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 450 Aetna
2026-02-01 payment 480 Aetna check=1001 claim=CL1
2026-02-01 transfer -120 Aetna
2026-02-01 transfer 120 patient
2026-02-20 payment 120 patient
2026-03-01 payment 480 Aetna check=1002 claim=CL1
2026-04-01 refund 480 Aetna`,
      findings: [],
    },
    {
      name: 'no check and no claim number: a second payment or a second posting, so needs review with both named',
      ledger: `${base}
2026-02-01 payment 480 Aetna
2026-02-20 payment 120 patient
2026-03-01 payment 480 Aetna`,
      findings: ['C02 needs-review 480.00 none low'],
    },
    {
      name: 'P9: a reversal between',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1
2026-02-10 reversal 480 Aetna check=1001
2026-02-12 payment 480 Aetna check=1002 claim=CL1
2026-02-20 payment 120 patient`,
      findings: [],
    },
    {
      name: 'another claim',
      ledger: `${base}
2026-02-01 payment 300 Aetna check=1001 claim=CL1
2026-02-09 payment 300 Aetna check=1002 claim=CL2
2026-02-20 payment 20 patient`,
    },
    {
      name: 'two cents apart',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1
2026-02-20 payment 120 patient
2026-03-01 payment 480.02 Aetna check=1002 claim=CL1`,
    },
    {
      name: 'the same check is C02',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1
2026-02-20 payment 120 patient
2026-03-01 payment 480 Aetna check=1001 claim=CL1`,
      findings: ['C02 posting-error 480.00 none medium'],
    },
    {
      name: '366 days apart',
      ledger: `${base}
2025-02-01 payment 480 Aetna check=1001 claim=CL1
2026-02-02 payment 480 Aetna check=1002 claim=CL1`,
    },
    {
      name: 'equal visits: two charges, two payments',
      ledger: `
account A1 payer1=Aetna
2026-01-05 charge 100
2026-01-05 charge 100
2026-02-01 payment 80 Aetna check=1001
2026-02-09 payment 80 Aetna check=1002
2026-02-20 payment 45 patient`,
    },
  ],
});

proposes('C01', [
  [
    'within a dollar of the excess: the excess of 479',
    `${BASE}${aetna480(1, '2026-02-01', ' allowed=601 pr=120')}${aetna480(2, '2026-03-01', ' allowed=601 pr=120')}`,
    'true-overpayment 479.00 of Aetna to Aetna remittance high by reference claims 5',
  ],
  [
    'a cent less than that is no duplicate',
    `${BASE}${aetna480(1, '2026-02-01', ' allowed=601.01 pr=120')}${aetna480(2, '2026-03-01', ' allowed=601.01 pr=120')}`,
  ],
  [
    'owes 760, paid 960 and 100 went back: 200 are no second 480',
    `account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 120 Aetna${aetna480(1, '2026-02-01', ' allowed=880 pr=120')}${aetna480(2, '2026-03-01', ' allowed=880 pr=120')}
2026-03-09 takeback 100 Aetna check=3`,
  ],
  [
    'no check numbers, a control number on the later one only',
    `${BASE}\n2026-02-01 payment 480 Aetna claim=CL1${PATIENT}\n2026-03-01 payment 480 Aetna claim=CL1 icn=I2`,
    'true-overpayment 480.00 of Aetna to Aetna amounts low by amounts claims 6',
  ],
  [
    'what each owes is not known: review',
    'account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 chargecredit 1\n2026-01-20 payment 480 Aetna check=1 claim=C\n2026-01-21 payment 480 Aetna check=2 claim=C\n2026-03-01 payment 300 patient',
    'needs-review 480.00 of Aetna reference low by reference claims 5',
  ],
  [
    'charges of 480 that no remittance speaks for: perhaps two parts',
    `${BASE}\n2026-02-20 charge 480${aetna480(1, '2026-02-01', `${STATED} billed=1000`)}${aetna480(2, '2026-03-01', `${STATED} billed=1000`)}`,
    'true-overpayment 480.00 of Aetna to Aetna remittance low by reference claims 6',
  ],
  [
    'a cent less of such charges: no second part of 480',
    `${BASE}\n2026-02-20 charge 479.99${aetna480(1, '2026-02-01', `${STATED} billed=1000`)}${aetna480(2, '2026-03-01', `${STATED} billed=1000`)}`,
    'true-overpayment 480.00 of Aetna to Aetna remittance high by reference claims 6',
  ],
  [
    'allowed 1600 and only 960 paid: perhaps two parts',
    `account A1 payer1=Aetna\n2026-01-05 charge 2000\n2026-02-01 contractual 400 Aetna${aetna480(1, '2026-02-01')}${aetna480(2, '2026-03-01')}`,
    'true-overpayment 480.00 of Aetna to Aetna reference low by reference claims 5',
  ],
  [
    'the same, and the account in credit by all but a dollar of it: 1600 − 960 − 1119 = −479',
    `account A1 payer1=Aetna\n2026-01-05 charge 2000\n2026-02-01 contractual 400 Aetna${aetna480(1, '2026-02-01')}${aetna480(2, '2026-03-01')}\n2026-03-09 payment 1119 patient`,
    'true-overpayment 480.00 of Aetna to Aetna reference high by reference claims 5',
  ],
  [
    'a cent less in credit: 478.99',
    `account A1 payer1=Aetna\n2026-01-05 charge 2000\n2026-02-01 contractual 400 Aetna${aetna480(1, '2026-02-01')}${aetna480(2, '2026-03-01')}\n2026-03-09 payment 1118.99 patient`,
    'true-overpayment 480.00 of Aetna to Aetna reference low by reference claims 5',
  ],
  [
    'both together just the allowed 960',
    `account A1 payer1=Aetna\n2026-01-05 charge 1360\n2026-02-01 contractual 400 Aetna${aetna480(1, '2026-02-01')}${aetna480(2, '2026-03-01')}`,
    'true-overpayment 480.00 of Aetna to Aetna reference low by reference claims 5',
  ],
]);
