import { causeTable } from '../harness';
import { proposes, SETTLED } from './proposing';

const base = `
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;
const paid = `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1`;
const settled = `${paid}
2026-02-20 payment 120 patient check=77`;

causeTable('C25', {
  fires: [
    {
      name: 'charity of 60 after the share was paid',
      ledger: `${settled}
2026-03-01 charity 60 patient`,
      findings: ['C25 true-overpayment 60.00 patient Patient medium'],
    },
    {
      name: 'all of it',
      ledger: `${settled}
2026-03-01 charity 120 patient`,
      findings: ['C25 true-overpayment 120.00 patient Patient medium'],
    },
    {
      name: 'part was paid before: 80 paid, 60 granted, 20 too much',
      ledger: `${paid}
2026-02-20 payment 80 patient
2026-03-01 charity 60 patient`,
      findings: ['C25 true-overpayment 20.00 patient Patient medium'],
    },
    {
      name: 'a discount for a self-pay patient',
      ledger: `account A1
2026-01-05 charge 200
2026-01-10 payment 200 patient
2026-02-01 discount 50 patient`,
      findings: ['C25 true-overpayment 50.00 patient Patient medium'],
    },
    {
      name: 'share stated: high',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120
2026-02-20 payment 120 patient
2026-03-01 charity 60 patient`,
      findings: ['C25 true-overpayment 60.00 patient Patient high'],
    },
  ],
  silent: [
    {
      name: 'granted before the patient paid',
      ledger: `${paid}
2026-02-10 charity 60 patient
2026-02-20 payment 60 patient`,
      findings: [],
    },
    {
      name: 'granted before, and 30 too much paid: C27',
      ledger: `${paid}
2026-02-10 charity 60 patient
2026-02-20 payment 90 patient`,
    },
    {
      name: 'it covers what is still open',
      ledger: `${paid}
2026-02-20 payment 60 patient
2026-03-01 charity 60 patient`,
      findings: [],
    },
    {
      name: 'withdrawn',
      ledger: `${settled}
2026-03-01 charity 60 patient
2026-03-05 adjreversal 60 patient`,
      findings: [],
    },
    {
      name: 'a bad-debt write-off is C19',
      ledger: `${paid}
2026-04-01 baddebt 120 patient
2026-05-01 payment 120 patient`,
    },
  ],
});

const uninsured = 'account A1 payer1=Aetna\n2026-01-05 charge 100\n2026-01-06 payment 100 patient';

proposes('C25', [
  ['a discount beside insurance is C06', `${SETTLED}\n2026-03-01 discount 60 patient`],
  [
    'a discount, and the payer left all 100 to the patient',
    `${uninsured}\n2026-03-01 discount 20 patient\nremit Aetna 0 2026-02-01 claim=CL1 allowed=100 pr=100`,
    'true-overpayment 20.00 of Patient to Patient remittance high by amounts claims 3',
  ],
  ['granted before the patient paid', 'account A1\n2026-01-05 charge 100\n2026-01-06 charity 60 patient\n2026-03-01 payment 100 patient'],
]);
