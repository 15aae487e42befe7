import { causeTable } from '../harness';
import { aetna480, BASE, PATIENT, proposes, SETTLED } from './proposing';

const base = `
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;
const paid = `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1`;
const settled = `${paid}
2026-02-20 payment 120 patient check=77`;

causeTable('C15', {
  fires: [
    {
      name: 'P13: the remittance says 6.31 of interest',
      ledger: `${base}
2026-02-01 payment 486.31 Aetna check=1 allowed=600 pr=120 interest=6.31
2026-02-20 payment 120 patient`,
      findings: ['C15 misallocated 6.31 none high'],
    },
    {
      name: 'an interest row of its own',
      ledger: `${settled}
2026-02-01 interest 6.31 Aetna check=1001`,
      findings: ['C15 misallocated 6.31 none medium'],
    },
    {
      name: 'hidden: the patient still owes 120',
      ledger: `${paid}
2026-02-01 interest 6.31 Aetna check=1001
2026-02-01 transfer -120 Aetna
2026-02-01 transfer 120 patient`,
      findings: ['C15 misallocated 6.31 none medium'],
      shortfall: '120.00',
    },
    {
      name: 'beside a duplicate',
      ledger: `${settled}
2026-02-01 interest 6.31 Aetna
2026-03-01 payment 480 Aetna check=1002 claim=CL1`,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium', 'C15 misallocated 6.31 none medium'],
    },
    {
      name: 'on a remittance row',
      ledger: `${base}
2026-02-01 payment 486.31 Aetna check=1 claim=CL1
2026-02-20 payment 120 patient
remit Aetna 480 2026-02-01 claim=CL1 check=1 allowed=600 pr=120 interest=6.31`,
      findings: ['C15 misallocated 6.31 none high'],
    },
  ],
  silent: [
    {
      name: 'a small excess alone is no evidence',
      ledger: `${base}
2026-02-01 payment 486.31 Aetna check=1 allowed=600 pr=120
2026-02-20 payment 120 patient`,
    },
    {
      name: 'the interest was moved away',
      ledger: `${settled}
2026-02-01 interest 6.31 Aetna
2026-02-10 interest -6.31 Aetna`,
      findings: [],
    },
    {
      name: 'interest of 0.00',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120 interest=0
2026-02-20 payment 150 patient`,
    },
    {
      name: 'the interest is not in the payment',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120 interest=6.31
2026-02-20 payment 120 patient`,
      findings: [],
    },
    {
      name: 'another account’s interest',
      ledger: `${settled}
2026-03-01 payment 20 patient
account A2 payer1=Aetna
2026-01-05 charge 10
2026-02-01 interest 3 Aetna`,
    },
  ],
});

proposes('C15', [
  ['a takeback that carries interest is no payment', `${SETTLED}\n2026-03-05 takeback 50 Aetna check=9 interest=5`],
  ['no interest in the column', `${BASE}${aetna480(1, '2026-02-01', ' interest=0')}${PATIENT}`],
  ['a line without interest', `${SETTLED}\nremit Aetna 480 2026-02-01 claim=CL1 interest=0`],
  ['a provider-level line L6', `${SETTLED}\nremit Aetna -6.31 2026-02-01 plb=L6`, 'misallocated 6.31 of Aetna remittance high claims 4'],
  ['interest of a payer that paid nothing here', `${SETTLED}\nremit Cigna 0 2026-02-01 claim=CL1 interest=6.31`],
  [
    'the last of two payments carries it',
    `${SETTLED}\n2026-03-01 payment 36.31 Aetna check=1002 claim=CL1\nremit Aetna 36.31 2026-03-01 claim=CL1 interest=6.31`,
    'misallocated 6.31 of Aetna remittance high claims 6',
  ],
  [
    "another payer's interest row says nothing of it",
    `${SETTLED}\n2026-03-01 interest 1 Cigna\nremit Aetna 480 2026-02-01 claim=CL1 interest=6.31`,
    'misallocated 1.00 of Cigna reference high claims 6',
    'misallocated 6.31 of Aetna remittance high claims 4',
  ],
  [
    'its own interest row is that interest',
    `${SETTLED}\n2026-03-01 interest 6.31 Aetna\nremit Aetna 480 2026-02-01 claim=CL1 interest=6.31`,
    'misallocated 6.31 of Aetna reference high claims 6',
  ],
]);
