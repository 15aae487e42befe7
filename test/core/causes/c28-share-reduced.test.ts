import { causeTable } from '../harness';

const base = `
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;
const paid = `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1`;

causeTable('C28', {
  fires: [
    {
      name: 'reprocessed: share 120, paid, now 80',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120
2026-02-20 payment 120 patient
2026-03-01 reversal 480 Aetna check=1
2026-03-01 payment 520 Aetna check=2 claim=C1 allowed=600 pr=80`,
      findings: ['C28 true-overpayment 40.00 patient Patient high'],
    },
    {
      name: 'by an additional payment of 40',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120
2026-02-20 payment 120 patient
2026-03-01 payment 40 Aetna check=2 claim=C1 allowed=600 pr=80`,
      findings: ['C28 true-overpayment 40.00 patient Patient high'],
    },
    {
      name: 'by remittance rows',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=C1
2026-02-20 payment 120 patient
2026-03-01 payment 40 Aetna check=2 claim=C1
remit Aetna 480 2026-02-01 claim=C1 check=1 allowed=600 pr=120
remit Aetna 520 2026-03-01 claim=C1 check=2 allowed=600 pr=80`,
      findings: ['C28 true-overpayment 40.00 patient Patient high'],
    },
    {
      name: 'the share is moved back in part after it was paid',
      ledger: `${paid}
2026-02-01 transfer -120 Aetna
2026-02-01 transfer 120 patient
2026-02-20 payment 120 patient
2026-03-01 payment 40 Aetna check=2 claim=CL1
2026-03-01 transfer 40 Aetna
2026-03-01 transfer -40 patient`,
      findings: ['C28 true-overpayment 40.00 patient Patient medium'],
    },
    {
      name: 'capped at what was paid too much: paid 100 of 120, now 80',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120
2026-02-20 payment 100 patient
2026-03-01 payment 40 Aetna check=2 claim=C1 allowed=600 pr=80`,
      findings: ['C28 true-overpayment 20.00 patient Patient high'],
    },
  ],
  silent: [
    {
      name: 'the share went up',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120
2026-02-20 payment 120 patient
2026-03-01 takeback 40 Aetna claim=C1
2026-03-01 payment 0 Aetna check=2 claim=C1 allowed=600 pr=160`,
    },
    {
      name: 'the patient had not paid',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120
2026-03-01 payment 40 Aetna check=2 claim=C1 allowed=600 pr=80
2026-04-01 payment 80 patient`,
      findings: [],
    },
    {
      name: 'the same share again',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120
2026-02-20 payment 150 patient
2026-03-01 reversal 480 Aetna check=1
2026-03-01 payment 480 Aetna check=2 claim=C1 allowed=600 pr=120`,
    },
    {
      name: 'another claim with a smaller share',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1500
2026-02-01 contractual 600 Aetna
2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120
2026-02-01 payment 250 Aetna check=1 claim=C2 allowed=300 pr=50
2026-03-01 payment 190 patient`,
    },
    {
      name: 'refunded already',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120
2026-02-20 payment 120 patient
2026-03-01 payment 40 Aetna check=2 claim=C1 allowed=600 pr=80
2026-03-20 refund 40 patient`,
      findings: [],
    },
  ],
});
