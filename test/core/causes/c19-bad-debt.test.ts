import { causeTable } from '../harness';

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
