import { causeTable, dollars } from '../harness';

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

causeTable('C23', {
  fires: [
    {
      name: '3.50 of the patient',
      ledger: `${paid}
2026-02-20 payment 123.50 patient`,
      findings: ['C23 hold 3.50 patient Patient medium'],
    },
    {
      name: 'exactly 5.00',
      ledger: `${paid}
2026-02-20 payment 125 patient`,
      findings: ['C23 hold 5.00 patient Patient medium'],
    },
    {
      name: 'two cents',
      ledger: `${paid}
2026-02-20 payment 120.02 patient`,
      findings: ['C23 hold 0.02 patient Patient medium'],
    },
    {
      name: 'share stated',
      ledger: `${stated}
2026-02-20 payment 123.50 patient`,
      findings: ['C23 hold 3.50 patient Patient high'],
    },
    {
      name: 'the policy says 10.00',
      ledger: `${paid}
2026-02-20 payment 129 patient`,
      findings: ['C23 hold 9.00 patient Patient medium'],
      policy: { smallBalancePatient: dollars(10) },
    },
  ],
  silent: [
    {
      name: '5.01 is above the policy',
      ledger: `${paid}
2026-02-20 payment 125.01 patient`,
    },
    {
      name: 'never for federal payers',
      ledger: `payer Medicare class=medicare
account A1 payer1=Medicare
2026-01-05 charge 1000
2026-02-01 contractual 400 Medicare
2026-02-01 payment 480 Medicare check=1 allowed=600 pr=120
2026-02-20 payment 123.50 patient`,
      findings: ['C27 true-overpayment 3.50 patient Patient high'],
    },
    {
      name: 'a payer’s small credit is never kept',
      ledger: `${base}
2026-02-01 payment 483 Aetna check=1 allowed=600 pr=120
2026-02-20 payment 120 patient`,
    },
    {
      name: 'a copay of 4.00 paid twice is C27',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 24
2026-02-01 payment 20 Aetna check=1
2026-02-10 payment 4 patient
2026-02-20 payment 4 patient`,
      findings: ['C27 true-overpayment 4.00 patient Patient medium'],
    },
    {
      name: 'part of a larger credit',
      ledger: `${settled}
2026-02-25 payment 3 patient
2026-03-01 payment 480 Aetna check=2 claim=CL1`,
    },
    {
      name: 'nothing over',
      ledger: settled,
      findings: [],
    },
  ],
});
