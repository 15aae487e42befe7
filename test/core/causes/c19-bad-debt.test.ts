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

causeTable('C19', {
  fires: [
    {
      name: 'P14: written off, then paid',
      ledger: `${paid}
2026-04-01 baddebt 120 patient
2026-05-01 payment 120 patient`,
      findings: ['C19a posting-error 120.00 none medium'],
    },
    {
      name: 'paid in part: 50 of the write-off no longer holds',
      ledger: `${paid}
2026-04-01 baddebt 120 patient
2026-05-01 payment 50 patient`,
      findings: ['C19a posting-error 50.00 none medium'],
    },
    {
      name: 'agency and direct payments above the debt',
      ledger: `${paid}
2026-04-01 baddebt 120 patient
2026-05-01 payment 120 patient
2026-05-20 payment 70 patient`,
      findings: ['C19a posting-error 120.00 none medium', 'C19b true-overpayment 70.00 patient Patient medium'],
    },
    {
      name: 'the remittance states the share: high',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120
2026-04-01 baddebt 120 patient
2026-05-01 payment 120 patient`,
      findings: ['C19a posting-error 120.00 none high'],
    },
    {
      name: 'beside a duplicate payment',
      ledger: `${paid}
2026-03-01 payment 480 Aetna check=1002 claim=CL1
2026-04-01 baddebt 120 patient
2026-05-01 payment 120 patient`,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium', 'C19a posting-error 120.00 none medium'],
    },
  ],
  silent: [
    {
      name: 'the write-off was reversed',
      ledger: `${paid}
2026-04-01 baddebt 120 patient
2026-05-01 adjreversal 120 patient
2026-05-01 payment 120 patient`,
      findings: [],
    },
    {
      name: 'never paid',
      ledger: `${paid}
2026-04-01 baddebt 120 patient`,
      findings: [],
    },
    {
      name: 'the payment came before the write-off',
      ledger: `${paid}
2026-03-20 payment 60 patient
2026-04-01 baddebt 60 patient`,
      findings: [],
    },
    {
      name: 'the payment was reversed',
      ledger: `${paid}
2026-04-01 baddebt 120 patient
2026-05-01 payment 120 patient check=5
2026-05-09 reversal 120 patient check=5`,
      findings: [],
    },
    {
      name: 'no bad debt at all',
      ledger: `${settled}
2026-03-01 payment 120 patient`,
    },
  ],
});

const owed = `${BASE}${aetna480(1, '2026-02-01')}`; // the patient owes 120

proposes('C19', [
  ['nothing was paid after the write-off', `${owed}\n2026-02-20 payment 30 patient\n2026-04-01 baddebt 120 patient`],
  ['50 of 120 was paid', `${owed}\n2026-04-01 baddebt 120 patient\n2026-05-01 payment 50 patient`, 'a posting-error 50.00 of Patient amounts high claims 5'],
  [
    '190 was paid on 120, beside 30 before it: the 70',
    `${owed}\n2026-02-20 payment 30 patient\n2026-04-01 baddebt 120 patient\n2026-05-01 payment 190 patient`,
    'a posting-error 120.00 of Patient amounts high claims 6',
    'b true-overpayment 70.00 of Patient to Patient amounts high claims 7',
  ],
  [
    'just the debt was paid: the 30 before it are not of the debt',
    `${owed}\n2026-02-20 payment 30 patient\n2026-04-01 baddebt 120 patient\n2026-05-01 payment 120 patient`,
    'a posting-error 120.00 of Patient amounts high claims 6',
  ],
  [
    'less than the debt was paid, beside 150 before it',
    `${owed}\n2026-02-20 payment 150 patient\n2026-04-01 baddebt 120 patient\n2026-05-01 payment 50 patient`,
    'a posting-error 50.00 of Patient amounts high claims 6',
  ],
  [
    'the debt written off was a part of the 120 that was then paid: no excess',
    `${owed}\n2026-04-01 baddebt 50 patient\n2026-05-01 payment 120 patient`,
    'a posting-error 50.00 of Patient amounts high claims 5',
  ],
]);
