import { causeTable } from '../harness';

const base = `
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;
const paid = `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1`;
const settled = `${paid}
2026-02-20 payment 120 patient check=77`;

causeTable('C03', {
  fires: [
    {
      name: 'P4: the secondary paid 540 where 120 was left',
      ledger: `${paid}
2026-03-01 payment 540 Cigna check=2`,
      findings: ['C03 true-overpayment 420.00 payer Cigna medium'],
    },
    {
      name: 'it paid what the primary paid: 360 too much',
      ledger: `${paid}
2026-03-01 payment 480 Cigna check=2`,
      findings: ['C03 true-overpayment 360.00 payer Cigna medium'],
    },
    {
      name: 'the remittance of the second does not know the first',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=CL1 allowed=600 pr=120
2026-03-01 payment 480 Cigna check=2 claim=CL1 allowed=600 pr=120`,
      findings: ['C03 true-overpayment 360.00 payer Cigna high'],
    },
    {
      name: 'the order of payers is not listed: low',
      ledger: `account A1
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1
2026-03-01 payment 540 Cigna check=2`,
      findings: ['C03 true-overpayment 420.00 payer Cigna low'],
    },
    {
      name: 'one cent above what was left',
      ledger: `${paid}
2026-03-01 payment 120.02 Cigna check=2`,
      findings: ['C03 true-overpayment 0.02 payer Cigna medium'],
    },
  ],
  silent: [
    {
      name: 'a secondary that paid just what was left',
      ledger: `${paid}
2026-03-01 payment 120 Cigna check=2`,
      findings: [],
    },
    {
      name: 'a cent above is within the tolerance',
      ledger: `${paid}
2026-03-01 payment 120.01 Cigna check=2`,
    },
    {
      name: 'a takeback of the second payment',
      ledger: `${paid}
2026-03-01 payment 540 Cigna check=2
2026-03-20 takeback 540 Cigna
2026-04-01 payment 120 patient`,
      findings: [],
    },
    {
      name: 'Medicare in second place is C04',
      ledger: `payer Medicare class=medicare
account A1 payer1=Aetna payer2=Medicare
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1
2026-03-01 payment 540 Medicare check=2`,
      findings: ['C04 true-overpayment 420.00 payer Medicare medium'],
    },
    {
      name: 'the same payer twice is C01',
      ledger: `${settled}
2026-03-01 payment 480 Aetna check=2 claim=CL1`,
    },
    {
      name: 'workers’ compensation in first place is C17',
      ledger: `payer Comp class=workers-comp
account A1 payer1=Aetna payer2=Comp
2026-01-05 charge 1000
2026-02-01 contractual 400 Comp
2026-02-01 payment 600 Comp check=1
2026-03-01 payment 480 Aetna check=2`,
    },
  ],
});
