import { causeTable } from '../harness';

const base = `
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;
const paid = `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1`;
const settled = `${paid}
2026-02-20 payment 120 patient check=77`;
const twice = `${settled}
2026-03-01 payment 480 Aetna check=1002 claim=CL1`;

causeTable('C14', {
  fires: [
    {
      name: 'a provider-level WO names the account',
      ledger: `${twice}
remit Aetna -480 2026-04-01 plb=WO`,
      findings: ['C14 posting-error 480.00 none medium'],
    },
    {
      name: 'a forwarding balance',
      ledger: `${twice}
remit Aetna -480 2026-04-01 plb=FB`,
      findings: ['C14 posting-error 480.00 none medium'],
    },
    {
      name: 'a status-22 reversal without a negative payment',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1 icn=1
2026-02-20 payment 120 patient
2026-03-01 payment 480 Aetna check=1002 claim=CL1 icn=2
remit Aetna 480 2026-02-01 claim=CL1 icn=1 check=1001 allowed=600 pr=120
remit Aetna -480 2026-04-01 claim=CL1 icn=1 status=22
remit Aetna 480 2026-04-02 claim=CL1 icn=2 allowed=600 pr=120`,
      findings: ['C14 posting-error 480.00 none high'],
    },
    {
      name: 'the patient still owes 120',
      ledger: `${paid}
2026-03-01 payment 480 Aetna check=1002 claim=CL1
remit Aetna -480 2026-04-01 plb=WO`,
      findings: ['C14 posting-error 480.00 none medium'],
      shortfall: '120.00',
    },
    {
      name: 'beside a patient who prepaid too much',
      ledger: `${base}
2026-01-05 payment 150 patient
2026-02-01 payment 480 Aetna check=1 claim=CL1
2026-03-01 payment 480 Aetna check=2 claim=CL1
remit Aetna -480 2026-04-01 plb=WO`,
      findings: ['C05 true-overpayment 30.00 patient Patient medium', 'C14 posting-error 480.00 none medium'],
    },
  ],
  silent: [
    {
      name: 'the takeback is posted',
      ledger: `${twice}
2026-04-01 takeback 480 Aetna check=1003
remit Aetna -480 2026-04-01 plb=WO`,
      findings: [],
    },
    {
      name: 'another payer took back',
      ledger: `${twice}
remit Cigna -480 2026-04-01 plb=WO`,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium'],
    },
    {
      name: 'a line 72 of the amount: our refund was taken into account',
      ledger: `${twice}
remit Aetna -480 2026-04-01 plb=WO
remit Aetna 480 2026-04-01 plb=72`,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium'],
    },
    {
      name: 'a second payment alone proves nothing',
      ledger: twice,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium'],
    },
    {
      name: 'the line names no account',
      ledger: `${twice}
remit Aetna -480 2026-04-01 plb=WO account=none`,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium'],
    },
  ],
});
