import { causeTable } from '../harness';
import { proposes } from './proposing';

causeTable('C22', {
  fires: [
    {
      name: 'surgery next month: hold',
      ledger: `account A1 serviceFrom=2026-07-20
2026-06-20 deposit 300 patient`,
      findings: ['C22 hold 300.00 patient Patient low'],
    },
    {
      name: 'the visit was cancelled: refund',
      ledger: `account A1 serviceFrom=2026-03-01 status=Cancelled
2026-02-20 deposit 300 patient`,
      findings: ['C22 true-overpayment 300.00 patient Patient medium'],
    },
    {
      name: 'a no-show',
      ledger: `account A1 serviceFrom=2026-03-01 status="No show"
2026-02-20 payment 40 patient`,
      findings: ['C22 true-overpayment 40.00 patient Patient medium'],
    },
    {
      name: 'long past, nothing charged, status unknown: review',
      ledger: `account A1 serviceFrom=2026-03-01
2026-02-20 deposit 300 patient`,
      findings: ['C22 needs-review 300.00 none low'],
    },
    {
      name: '13 days after the service charges may still come',
      ledger: `account A1 serviceFrom=2026-06-17
2026-06-17 payment 40 patient`,
      findings: ['C22 hold 40.00 patient Patient low'],
    },
    {
      name: 'cash from nobody named, older than 30 days',
      ledger: `account A1
2026-01-05 charge 100
2026-01-20 payment 100 patient
2026-05-01 payment 60 none`,
      findings: ['C22 misallocated 60.00 none low'],
    },
  ],
  silent: [
    {
      name: 'the lag is over on the 14th day',
      ledger: `account A1 serviceFrom=2026-06-16
2026-06-16 charge 40
2026-06-16 payment 40 patient`,
      findings: [],
    },
    {
      name: 'P16: prepaid on a visit that is charged',
      ledger: `account A1 payer1=Aetna
2026-06-20 deposit 300 patient
2026-06-25 charge 1000`,
    },
    {
      name: 'cancelled and refunded',
      ledger: `account A1 serviceFrom=2026-03-01 status=Cancelled
2026-02-20 deposit 300 patient
2026-03-05 refund 300 patient`,
      findings: [],
    },
    {
      name: 'a payer paid and nothing is charged: C11',
      ledger: `account A1 payer1=Aetna serviceFrom=2026-01-05
2026-02-01 payment 480 Aetna check=1`,
    },
    {
      name: 'unnamed cash of last week',
      ledger: `account A1
2026-01-05 charge 100
2026-01-20 payment 100 patient
2026-06-20 payment 60 none`,
    },
  ],
});

const visit = 'account A1 payer1=Aetna serviceFrom=2026-05-01';

proposes('C22', [
  ['a payer paid too: C11', `${visit}\n2026-06-20 payment 100 patient\n2026-06-20 payment 50 Aetna check=1`],
  ['what was paid went back', `${visit}\n2026-06-20 payment 100 patient check=1\n2026-06-21 refund 100 patient`],
  ['the wait ends today', `${visit}\n2026-06-16 deposit 300 patient`, 'needs-review 300.00 of Patient pattern low claims 2'],
  ['the wait ends tomorrow', `${visit}\n2026-06-17 deposit 300 patient`, 'hold 300.00 of Patient to Patient amounts high claims 2'],
  ['cash from nobody, 30 days ago', 'account A1\n2026-05-31 payment 60 none'],
  [
    'cash from nobody, 31 days ago; money out and money of nothing are none',
    'account A1\n2026-05-30 payment 60 none\n2026-05-30 refund 20 none\n2026-05-30 payment 0 none',
    'misallocated 60.00 of nobody pattern low claims 2',
  ],
  ['cash from nobody that pays a charge', 'account A1\n2026-05-01 charge 60\n2026-05-30 payment 60 none'],
]);
