import { causeTable } from '../harness';
import { aetna480, proposes } from './proposing';

const head = 'account A1 payer1=Aetna coverageAdded=2026-01-20';
const insured = `
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1`;

causeTable('C06', {
  fires: [
    {
      name: 'coverage is listed from after the service: the payer may want its money back, so low',
      ledger: `account A1 payer1=Aetna serviceFrom=2026-01-05 coverageAdded=2026-01-20 coverageFrom=2026-01-15
2026-01-05 charge 1000
2026-01-06 payment 1000 patient${insured}`,
      findings: ['C06 true-overpayment 880.00 patient Patient low'],
    },
    {
      name: 'coverage is listed from the day of service',
      ledger: `account A1 payer1=Aetna serviceFrom=2026-01-05 coverageAdded=2026-01-20 coverageFrom=2026-01-05
2026-01-05 charge 1000
2026-01-06 payment 1000 patient${insured}`,
      findings: ['C06 true-overpayment 880.00 patient Patient medium'],
    },
    {
      name: 'coverage added after the patient paid 1000',
      ledger: `${head}
2026-01-05 charge 1000
2026-01-06 payment 1000 patient${insured}`,
      findings: ['C06 true-overpayment 880.00 patient Patient medium'],
    },
    {
      name: 'a self-pay discount still stands: reverse 200, refund 680',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000
2026-01-05 discount 200 patient
2026-01-06 payment 800 patient${insured}`,
      findings: ['C06 posting-error 200.00 none medium', 'C06 true-overpayment 680.00 patient Patient medium'],
    },
    {
      name: 'the account was of class self-pay',
      ledger: `account A1 payer1=Aetna finClass="Self-pay"
2026-01-05 charge 1000
2026-01-06 payment 300 patient${insured}`,
      findings: ['C06 true-overpayment 180.00 patient Patient medium'],
    },
    {
      name: 'with the share stated: high',
      ledger: `${head}
2026-01-05 charge 1000
2026-01-06 payment 300 patient
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120`,
      findings: ['C06 true-overpayment 180.00 patient Patient high'],
    },
    {
      name: 'only the discount is wrong: 120 is the share and was paid',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000
2026-01-05 discount 200 patient
2026-01-06 payment 120 patient${insured}`,
      findings: ['C06 posting-error 200.00 none medium'],
    },
  ],
  silent: [
    {
      name: 'coverage was there before the patient paid: C05',
      ledger: `account A1 payer1=Aetna coverageAdded=2026-01-01
2026-01-05 charge 1000
2026-01-06 payment 300 patient${insured}`,
      findings: ['C05 true-overpayment 180.00 patient Patient medium'],
    },
    {
      name: 'no payer ever paid',
      ledger: `account A1
2026-01-05 charge 1000
2026-01-05 discount 200 patient
2026-01-06 payment 900 patient`,
    },
    {
      name: 'the patient paid after the remittance',
      ledger: `${head}
2026-01-05 charge 1000${insured}
2026-03-01 payment 120 patient`,
      findings: [],
    },
    {
      name: 'paid just the share',
      ledger: `${head}
2026-01-05 charge 1000
2026-01-06 payment 120 patient${insured}`,
      findings: [],
    },
    {
      name: 'the discount was reversed',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000
2026-01-05 discount 200 patient
2026-01-06 payment 120 patient
2026-01-30 adjreversal 200 patient${insured}`,
      findings: [],
    },
  ],
});

const selfPay = 'account A1 payer1=Aetna payer2=Cigna coverageAdded=2026-01-20\n2026-01-05 charge 1000';
const paidByAetna = `\n2026-02-01 contractual 400 Aetna${aetna480(1, '2026-02-01')}`;

proposes('C06', [
  [
    'a payer is listed and has not paid: the discount stands',
    'account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-01-05 discount 200 patient\n2026-01-06 payment 800 patient',
  ],
  [
    'one of two listed payers paid',
    `${selfPay}\n2026-01-05 discount 200 patient${paidByAetna}`
      .replace(' coverageAdded=2026-01-20', '')
      .replace('\n2026-02-01 contractual', '\n2026-01-06 payment 120 patient\n2026-02-01 contractual'),
    'posting-error 200.00 of Patient amounts high claims 3',
  ],
  [
    '100 before the remittance and 300 on its day: only the 100',
    `${selfPay}\n2026-01-06 payment 100 patient${paidByAetna}\n2026-02-01 payment 300 patient`,
    'true-overpayment 100.00 of Patient to Patient amounts high by amounts claims 3',
  ],
  ['no more than the share was paid before', `${selfPay}\n2026-01-06 payment 120 patient${paidByAetna}`],
]);
