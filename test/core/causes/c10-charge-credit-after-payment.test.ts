import { causeTable } from '../harness';

const base = (plan: string) => `
account A1 payer1=Aetna ${plan}
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1
2026-02-20 payment 120 patient`;
const fixed = base('planType="case rate"');
const percent = base('planType="percent of charge"');

causeTable('C10', {
  fires: [
    {
      name: 'P7 case rate: reverse 200 of contractual',
      ledger: `${fixed}
2026-03-01 chargecredit 200`,
      findings: ['C10 posting-error 200.00 none medium'],
    },
    {
      name: 'P7 at 60 % of charges: 80, 96 and 24',
      ledger: `${percent}
2026-03-01 chargecredit 200`,
      findings: ['C10 posting-error 80.00 none medium', 'C10 true-overpayment 96.00 payer Aetna low', 'C10 true-overpayment 24.00 patient Patient low'],
    },
    {
      name: 'the plan is not given: review, nobody named',
      ledger: `${base('')}
2026-03-01 chargecredit 200`,
      findings: ['C10 needs-review 200.00 none low'],
    },
    {
      name: 'two credits together',
      ledger: `${fixed}
2026-03-01 chargecredit 150
2026-03-02 chargecredit 50`,
      findings: ['C10 posting-error 200.00 none medium'],
    },
    {
      name: 'DRG, with the remittance: high',
      ledger: `account A1 payer1=Aetna drg=470
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120
2026-02-20 payment 120 patient
2026-03-01 chargecredit 200`,
      findings: ['C10 posting-error 200.00 none high'],
    },
    {
      name: 'a day after the payment',
      ledger: `${fixed}
2026-02-02 chargecredit 200`,
      findings: ['C10 posting-error 200.00 none medium'],
    },
  ],
  silent: [
    {
      name: 'before the payment it belongs to the claim',
      ledger: `account A1 payer1=Aetna planType="case rate"
2026-01-05 charge 1200
2026-01-20 chargecredit 200
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1
2026-02-20 payment 120 patient`,
      findings: [],
    },
    {
      name: 'on the day of the payment',
      ledger: `account A1 payer1=Aetna planType="case rate"
2026-01-05 charge 1200
2026-02-01 chargecredit 200
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1
2026-02-20 payment 120 patient`,
      findings: [],
    },
    {
      name: 'no payer has paid',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 100
2026-01-10 payment 100 patient
2026-03-01 chargecredit 20`,
    },
    {
      name: 'the write-off was reduced with it',
      ledger: `${fixed}
2026-03-01 chargecredit 200
2026-03-01 adjreversal 200 Aetna`,
      findings: [],
    },
    {
      name: 'no charge credit at all',
      ledger: `${fixed}
2026-03-01 payment 20 patient`,
    },
  ],
});
