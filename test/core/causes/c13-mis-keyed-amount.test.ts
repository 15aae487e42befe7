import { causeTable } from '../harness';
import { aetna480, BASE, PATIENT, proposes, SETTLED, STATED } from './proposing';

const base = `
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;
const paid = `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1`;

causeTable('C13', {
  fires: [
    {
      name: '480 keyed as 840; the remittance pays 480',
      ledger: `${base}
2026-02-01 payment 840 Aetna check=1 allowed=600 pr=120 remitPaid=480
2026-02-20 payment 120 patient`,
      findings: ['C13 posting-error 360.00 none high'],
    },
    {
      name: 'a slipped decimal: 48 keyed as 480',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 100
2026-02-01 contractual 40 Aetna
2026-02-01 payment 480 Aetna check=1 allowed=60 pr=12 remitPaid=48
2026-02-20 payment 12 patient`,
      findings: ['C13 posting-error 432.00 none high'],
    },
    {
      name: 'by a remittance row of the same claim',
      ledger: `${base}
2026-02-01 payment 840 Aetna check=1 claim=CL1
2026-02-20 payment 120 patient
remit Aetna 480 2026-02-01 claim=CL1 check=1 allowed=600 pr=120 billed=1000`,
      findings: ['C13 posting-error 360.00 none high'],
    },
    {
      name: 'the patient’s 120 as 210, share moved to the patient: only a hint, so review',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1
2026-02-01 transfer -120 Aetna
2026-02-01 transfer 120 patient
2026-02-20 payment 210 patient`,
      findings: ['C13 needs-review 90.00 none low'],
    },
    {
      name: 'the payer’s 840 where its remittance owes 480, but not what was paid: a hint against C07',
      ledger: `${base}
2026-02-01 payment 840 Aetna check=1 allowed=600 pr=120
2026-02-20 payment 120 patient`,
      findings: ['C13 needs-review 360.00 none low'],
    },
    {
      name: '1,210 keyed as 12,100',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 2000
2026-02-01 contractual 500 Aetna
2026-02-01 payment 12100 Aetna check=1 allowed=1500 pr=290 remitPaid=1210
2026-02-20 payment 290 patient`,
      findings: ['C13 posting-error 10890.00 none high'],
    },
  ],
  silent: [
    {
      name: 'posted as the remittance pays',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120 remitPaid=480
2026-02-20 payment 150 patient`,
    },
    {
      name: 'a difference of 9 cents with other digits is no slip',
      ledger: `${base}
2026-02-01 payment 480.09 Aetna check=1 allowed=600 pr=120 remitPaid=480
2026-02-20 payment 120 patient`,
    },
    {
      name: 'more than the remittance, but other digits',
      ledger: `${base}
2026-02-01 payment 530 Aetna check=1 allowed=600 pr=120 remitPaid=480
2026-02-20 payment 120 patient`,
    },
    {
      name: 'corrected: reversed and posted again',
      ledger: `${base}
2026-02-01 payment 840 Aetna check=1
2026-02-02 reversal 840 Aetna check=1
2026-02-02 payment 480 Aetna check=1
2026-02-20 payment 120 patient`,
      findings: [],
    },
    {
      name: 'two payments of the patient are no slip',
      ledger: `${paid}
2026-02-20 payment 120 patient
2026-03-20 payment 90 patient`,
    },
  ],
});

proposes('C13', [
  [
    'the posting has no check number, the remittance line has',
    `${BASE}\n2026-02-01 payment 840 Aetna claim=CL1${PATIENT}\nremit Aetna 480 2026-02-01 claim=CL1 check=1${STATED}`,
    'posting-error 360.00 of Aetna remittance high by remittance claims 4',
  ],
  [
    'a hint where nothing proves the share',
    `${BASE}${aetna480(1, '2026-02-01')}\n2026-02-20 payment 210 patient`,
    'posting-error 90.00 of Patient pattern low by amounts claims 5',
  ],
  [
    'no hint with two payments, though one of them went back',
    `${BASE}${aetna480(1, '2026-02-01')}\n2026-02-20 payment 210 patient\n2026-02-21 payment 30 patient check=8\n2026-02-22 refund 30 patient`,
  ],
  ['a refund of nothing, not in credit', `${SETTLED}\n2026-03-05 refund 0 patient`],
  [
    'money out of 50 posted as money in',
    `${SETTLED}\n2026-03-01 payment 50 patient\n2026-03-05 refund -50 patient`,
    'posting-error 100.00 of Patient pattern low',
  ],

  [
    'a debit adjustment of 50 posted as a write-off: 450 + 50 where 400 is right; what is over shows as the patient’s',
    `account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 contractual 450 Aetna\n2026-02-03 adjreversal -50 Aetna${aetna480(1, '2026-02-01')}${PATIENT}`,
    'posting-error 100.00 of Patient pattern low',
  ],
]);
