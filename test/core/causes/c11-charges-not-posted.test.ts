import { causeTable } from '../harness';
import { proposes } from './proposing';

const rest = `
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120 billed=1000`;

causeTable('C11', {
  fires: [
    {
      name: 'P8: billed 1000, ledger 700',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 700${rest}
2026-02-20 payment 120 patient`,
      findings: ['C11 posting-error 300.00 none high'],
    },
    {
      name: 'the patient still owes 120: 300 beside it',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 700${rest}`,
      findings: ['C11 posting-error 300.00 none high'],
      shortfall: '120.00',
    },
    {
      name: 'together with a duplicate payment',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 700
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120 billed=1000
2026-02-20 payment 120 patient
2026-03-01 payment 480 Aetna check=2 claim=C1 allowed=600 pr=120 billed=1000`,
      findings: ['C01 true-overpayment 480.00 payer Aetna high', 'C11 posting-error 300.00 none high'],
    },
    {
      name: 'a payer paid and no charge is posted: low',
      ledger: `account A1 payer1=Aetna serviceFrom=2026-01-05
2026-02-01 payment 480 Aetna check=1`,
      findings: ['C11 posting-error 480.00 none low'],
    },
    {
      name: 'within the charge lag it is a hold',
      ledger: `account A1 payer1=Aetna serviceFrom=2026-06-20
2026-06-28 payment 480 Aetna check=1`,
      findings: ['C11 hold 480.00 none low'],
    },
  ],
  silent: [
    {
      name: 'billed what was posted',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000${rest}
2026-02-20 payment 120 patient`,
      findings: [],
    },
    {
      name: 'fewer charges without a billed amount is no proof',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 700
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1
2026-02-20 payment 120 patient`,
      findings: [],
    },
    {
      name: 'a charge was credited after payment: C10',
      ledger: `account A1 payer1=Aetna planType="case rate"
2026-01-05 charge 1000${rest}
2026-02-20 payment 120 patient
2026-03-01 chargecredit 300`,
      findings: ['C10 posting-error 300.00 none high'],
    },
    {
      name: 'only the patient paid and nothing was charged: C22',
      ledger: `account A1
2026-01-05 payment 50 patient`,
    },
    {
      name: 'billed less than posted (a late charge)',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000
2026-03-01 charge 50${rest}
2026-02-20 payment 170 patient`,
    },
  ],
});

proposes('C11', [
  ['only the patient paid: C22', 'account A1 payer1=Aetna\n2026-02-01 payment 100 patient'],
  [
    'of two payers listed, the one that paid',
    'account A1 payer1=Cigna payer2=Aetna serviceFrom=2026-01-05\n2026-02-01 payment 480 Aetna check=1',
    'posting-error 480.00 of Aetna pattern low',
  ],
  [
    'paid, and as much was refunded to another',
    'account A1 payer1=Aetna payer2=Cigna serviceFrom=2026-01-05\n2026-02-01 payment 480 Aetna check=1\n2026-02-09 refund 480 Cigna',
  ],
  ['no day at all: nothing to wait for', 'account A1 payer1=Aetna\n- payment 480 Aetna check=1', 'posting-error 480.00 of Aetna pattern low'],

  [
    'the money came by a transfer from another account: C12',
    'account A1 payer1=Aetna\n2026-03-05 transferaccount -480 Aetna\naccount A2 payer1=Aetna\n2026-02-01 payment 480 Aetna check=1\n2026-03-05 transferaccount 480 Aetna',
  ],
]);
