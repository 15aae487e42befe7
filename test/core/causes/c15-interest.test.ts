import { causeTable } from '../harness';

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
