import { causeTable } from '../harness';

const base = `
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;
const paid = `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1`;
const settled = `${paid}
2026-02-20 payment 120 patient check=77`;

causeTable('C09', {
  fires: [
    {
      name: 'beside two equal contractuals that are right, 50 too much',
      ledger: `
account A1 payer1=Aetna
2026-01-05 charge 500
2026-01-05 charge 500
2026-02-01 contractual 200 Aetna
2026-02-01 contractual 200 Aetna
2026-02-03 contractual 50 Aetna
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120
2026-02-20 payment 120 patient`,
      findings: ['C09 posting-error 50.00 none high'],
    },
    {
      name: 'P5: the secondary’s write-off on top',
      ledger: `${paid}
2026-03-01 contractual 350 Cigna
2026-03-01 payment 120 Cigna check=2`,
      findings: ['C09 posting-error 350.00 none medium'],
    },
    {
      name: 'the contractual is 500 where 400 is right',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 500 Aetna
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120
2026-02-20 payment 120 patient`,
      findings: ['C09 posting-error 100.00 none high'],
    },
    {
      name: 'the patient still owes: 100 beside a shortfall of 120, hidden',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 600 Aetna
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120`,
      findings: ['C09 posting-error 200.00 none high'],
      shortfall: '120.00',
    },
    {
      name: 'P6: a DRG above the charges lacks a debit',
      ledger: `payer Medicare class=medicare
account A1 payer1=Medicare planType=DRG
2026-01-05 charge 8000
2026-02-01 payment 11000 Medicare check=1 allowed=12500 pr=1500
2026-03-01 payment 1500 patient`,
      findings: ['C09 posting-error 4500.00 none high'],
    },
    {
      name: 'P6 from the ledger alone: low',
      ledger: `account A1 payer1=Aetna planType=DRG
2026-01-05 charge 8000
2026-02-01 payment 11000 Aetna check=1
2026-03-01 payment 1500 patient`,
      findings: ['C09 posting-error 4500.00 none low'],
    },
    {
      name: 'a write-off that makes everything else impossible and equals the credit',
      ledger: `${settled}
2026-03-01 contractual 250 Aetna`,
      findings: ['C09 posting-error 250.00 none medium'],
    },
  ],
  silent: [
    {
      name: 'two equal contractuals of two equal charges are right',
      ledger: `
account A1 payer1=Aetna
2026-01-05 charge 500
2026-01-05 charge 500
2026-02-01 contractual 200 Aetna
2026-02-01 contractual 200 Aetna
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120
2026-02-20 payment 120 patient`,
      findings: [],
    },
    {
      name: 'a duplicate is C08',
      ledger: `${settled}
2026-02-03 contractual 400 Aetna`,
      findings: ['C08 posting-error 400.00 none medium'],
    },
    {
      name: 'within the tolerance of 12',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 410 Aetna
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120
2026-02-20 payment 120 patient`,
    },
    {
      name: 'a secondary that properly writes off the rest',
      ledger: `${paid}
2026-03-01 contractual 50 Cigna
2026-03-01 payment 70 Cigna check=2`,
      findings: [],
    },
    {
      name: 'sequestration is no contractual (P17)',
      ledger: `payer Medicare class=medicare
account A1 payer1=Medicare
2026-01-05 charge 150
2026-02-01 contractual 50 Medicare
2026-02-01 payment 78.40 Medicare check=1 allowed=100 pr=20
2026-02-01 sequestration 1.60 Medicare
2026-03-01 payment 20 patient`,
      findings: [],
    },
    {
      name: 'the excess write-off was reversed in part',
      ledger: `${settled}
2026-02-03 contractual 100 Aetna
2026-02-09 adjreversal 100 Aetna`,
      findings: [],
    },
  ],
});
