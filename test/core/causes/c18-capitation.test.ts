import { causeTable } from '../harness';

const visit = `
account A1 payer1=Capco planType=capitated
2026-01-05 charge 150
2026-02-01 contractual 150 Capco`;

causeTable('C18', {
  fires: [
    {
      name: 'a capitation row on a visit',
      ledger: `${visit}
2026-02-01 capitation 90 Capco check=1`,
      findings: ['C18 misallocated 90.00 none medium'],
    },
    {
      name: 'a lump sum without a claim number on a capitated plan',
      ledger: `${visit}
2026-02-01 payment 90 Capco check=1`,
      findings: ['C18 misallocated 90.00 none medium'],
    },
    {
      name: 'paid by fee for a claim: the payer’s error',
      ledger: `${visit}
2026-02-01 payment 90 Capco check=1 claim=CL1`,
      findings: ['C18 true-overpayment 90.00 payer Capco medium'],
    },
    {
      name: 'written off in full with reason 24',
      ledger: `account A1 payer1=Capco
2026-01-05 charge 150
2026-02-01 contractual 150 Capco carc=CO-24
2026-02-01 payment 90 Capco check=1`,
      findings: ['C18 misallocated 90.00 none medium'],
    },
    {
      name: 'the copay is the patient’s own',
      ledger: `account A1 payer1=Capco planType=capitated
2026-01-05 charge 150
2026-01-05 payment 20 patient
2026-02-01 contractual 130 Capco
2026-02-01 capitation 90 Capco check=1`,
      findings: ['C18 misallocated 90.00 none medium'],
    },
  ],
  silent: [
    {
      name: 'a fee-for-service plan',
      ledger: `account A1 payer1=Aetna planType="fee schedule"
2026-01-05 charge 150
2026-02-01 contractual 50 Aetna
2026-02-01 payment 90 Aetna check=1
2026-02-20 payment 40 patient`,
    },
    {
      name: 'written off in full and nothing paid',
      ledger: visit,
      findings: [],
    },
    {
      name: 'the capitation was moved',
      ledger: `${visit}
2026-02-01 payment 90 Capco check=1
2026-02-09 reversal 90 Capco check=1`,
      findings: [],
    },
    {
      name: 'full write-off for another reason',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 150
2026-02-01 contractual 150 Aetna carc=CO-45
2026-02-01 payment 90 Aetna check=1`,
    },
    {
      name: 'a copay alone',
      ledger: `account A1 payer1=Capco planType=capitated
2026-01-05 charge 150
2026-01-05 payment 20 patient
2026-02-01 contractual 130 Capco`,
      findings: [],
    },
  ],
});
