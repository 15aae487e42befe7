import { causeTable } from '../harness';
import { aetna480, BASE, proposes } from './proposing';

const base = `
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;
const paid = `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1`;
const settled = `${paid}
2026-02-20 payment 120 patient check=77`;
const stated = `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1 allowed=600 pr=120`;

causeTable('C02', {
  fires: [
    {
      name: 'P11: one check in two equal parts, no more paid than allowed: it may be whole, so low',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1600
2026-02-01 contractual 640 Aetna
2026-02-01 payment 480 Aetna check=1 claim=CL1
2026-02-01 payment 480 Aetna check=1 claim=CL1`,
      findings: ['C02 posting-error 480.00 none low'],
      shortfall: '480.00',
    },
    {
      name: 'one check in three parts, a cent more than charged for rounding: low',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 payment 333.34 Aetna check=1 claim=CL1
2026-02-01 payment 333.34 Aetna check=1 claim=CL1
2026-02-01 payment 333.33 Aetna check=1 claim=CL1`,
      findings: ['C02 posting-error 333.34 none low', 'C02 posting-error 333.33 none low'],
      shortfall: '666.66',
    },
    {
      name: 'one check, two postings: nobody is owed',
      ledger: `${settled}
2026-03-01 payment 480 Aetna check=1001 claim=CL1`,
      findings: ['C02 posting-error 480.00 none medium'],
    },
    {
      name: 'the patient has not paid: 480 beside a shortfall of 120',
      ledger: `${paid}
2026-02-02 payment 480 Aetna check=1001 claim=CL1`,
      findings: ['C02 posting-error 480.00 none medium'],
      shortfall: '120.00',
    },
    {
      name: 'check numbers written differently are one check',
      ledger: `${settled}
2026-03-01 payment 480 Aetna check="10-01" claim=CL1`,
      findings: ['C02 posting-error 480.00 none medium'],
    },
    {
      name: 'remittance values beside it make it high',
      ledger: `${stated}
2026-02-20 payment 120 patient
2026-03-01 payment 480 Aetna check=1001 claim=CL1 allowed=600 pr=120`,
      findings: ['C02 posting-error 480.00 none high'],
    },
    {
      name: 'a check of the patient posted in two batches',
      ledger: `${paid}
2026-02-20 payment 120 patient check=77 batch=B1
2026-02-21 payment 120 patient check=77 batch=B2`,
      findings: ['C02 posting-error 120.00 none medium'],
    },
    {
      name: 'the deposit for the check is smaller than what was posted',
      ledger: `${settled}
2026-03-01 payment 480 Aetna check=1001 claim=CL1 checkTotal=480`,
      findings: ['C02 posting-error 480.00 none medium'],
    },
    {
      name: 'posted three times: two postings too many',
      ledger: `${settled}
2026-03-01 payment 480 Aetna check=1001 claim=CL1
2026-03-02 payment 480 Aetna check=1001 claim=CL1`,
      findings: ['C02 posting-error 480.00 none medium', 'C02 posting-error 480.00 none medium'],
    },
  ],
  silent: [
    {
      name: 'another check is a second payment',
      ledger: `${settled}
2026-03-01 payment 480 Aetna check=1002 claim=CL1`,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium'],
    },
    {
      name: 'two cents apart',
      ledger: `${settled}
2026-03-01 payment 480.02 Aetna check=1001 claim=CL1`,
    },
    {
      name: 'a reversal between',
      ledger: `${settled}
2026-02-03 reversal 480 Aetna check=1001
2026-02-04 payment 480 Aetna check=1001 claim=CL1`,
      findings: [],
    },
    {
      name: 'another payer with the same check number',
      ledger: `${settled}
2026-03-01 payment 480 Cigna check=1001 claim=CL1`,
    },
    {
      name: 'P11: one check split over two lines',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 2000
2026-02-01 contractual 800 Aetna
2026-02-01 payment 480 Aetna check=1 line=1
2026-02-01 payment 480 Aetna check=1 line=2
2026-03-01 payment 300 patient`,
    },
    {
      name: 'another claim on one bulk check',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 240 Aetna check=1 claim=CL1
2026-02-01 payment 240 Aetna check=1 claim=CL2
2026-03-01 payment 150 patient`,
    },
    {
      name: 'the excess does not hold the amount: a refund went out',
      ledger: `${settled}
2026-03-01 payment 480 Aetna check=1001 claim=CL1
2026-03-09 refund 300 Aetna
2026-04-01 payment 20 patient`,
    },
  ],
});

proposes('C02', [
  [
    'within a dollar of the excess: the excess of 479',
    `${BASE}${aetna480(1, '2026-02-01', ' allowed=601 pr=120')}${aetna480(1, '2026-03-01', ' allowed=601 pr=120')}`,
    'posting-error 479.00 of Aetna remittance high claims 5',
  ],
  ['a cent less than that', `${BASE}${aetna480(1, '2026-02-01', ' allowed=601.01 pr=120')}${aetna480(1, '2026-03-01', ' allowed=601.01 pr=120')}`],
  [
    'what each owes is not known: all of it',
    'account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 chargecredit 1\n2026-01-20 payment 480 Aetna check=1 claim=C\n2026-01-21 payment 480 Aetna check=1 claim=C\n2026-03-01 payment 300 patient',
    'posting-error 480.00 of Aetna reference high claims 5',
  ],
  [
    'a contractual that carries the number of the check is not in the deposit',
    `account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna check=1${aetna480(1, '2026-02-01', ' checkTotal=960')}${aetna480(1, '2026-03-01', ' checkTotal=960')}`,
    'posting-error 480.00 of Aetna reference high claims 5',
  ],
]);
