import { causeTable } from '../harness';
import { aetna480, BASE, proposes, SETTLED } from './proposing';

const base = `
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;
const paid = `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1`;
const settled = `${paid}
2026-02-20 payment 120 patient check=77`;
const stated = `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1 allowed=600 pr=120`;

causeTable('C27', {
  fires: [
    {
      name: 'the debt was written off and then paid: why it was written off decides, so low',
      ledger: `${stated}
2026-02-10 writeoff 120 patient
2026-02-20 payment 120 patient`,
      findings: ['C27 true-overpayment 120.00 patient Patient low'],
    },
    {
      name: 'part of the debt was written off before it was paid whole',
      ledger: `${stated}
2026-02-10 writeoff 50 patient
2026-02-20 payment 120 patient`,
      findings: ['C27 true-overpayment 50.00 patient Patient low'],
    },
    {
      name: 'a write-off that was reversed takes nothing from the proof',
      ledger: `${stated}
2026-02-10 writeoff 120 patient
2026-02-20 payment 150 patient
2026-02-21 adjreversal 120 patient`,
      findings: ['C27 true-overpayment 30.00 patient Patient high'],
    },
    {
      name: 'a debit adjustment of as much stands beside it: the refund may have gone out under that name',
      ledger: `${stated}
2026-02-20 payment 120 patient
2026-03-01 payment 120 patient
2026-04-01 adjreversal 120 patient`,
      findings: ['C27 true-overpayment 120.00 patient Patient low'],
      shortfall: '120.00',
    },
    {
      name: 'a write-off of 35 too much hides the debit of 35: still low',
      ledger: `${stated}
2026-02-02 contractual 50 Aetna
2026-02-20 payment 120 patient
2026-03-01 payment 35 patient
2026-04-01 adjreversal 35`,
      findings: ['C09 posting-error 15.00 none high', 'C27 true-overpayment 35.00 patient Patient low'],
    },
    {
      name: 'two debit adjustments that come to as much: low',
      ledger: `${stated}
2026-02-20 payment 120 patient
2026-03-01 payment 70 patient
2026-04-01 adjreversal 30 patient
2026-04-02 adjreversal 40`,
      findings: ['C27 true-overpayment 70.00 patient Patient low'],
      shortfall: '70.00',
    },
    {
      name: 'a charge of 35 came after the remittance and was paid: the share moved before says nothing of it, so low',
      ledger: `${paid}
2026-02-01 transfer -120 Aetna
2026-02-01 transfer 120 patient
2026-02-20 payment 120 patient
2026-03-01 charge 35
2026-03-01 payment 35 patient`,
      findings: ['C27 true-overpayment 35.00 patient Patient low'],
      shortfall: '35.00',
    },
    {
      name: 'a debit adjustment a dollar apart is no refund of it',
      ledger: `${stated}
2026-02-20 payment 120 patient
2026-03-01 payment 120 patient
2026-04-01 adjreversal 119 patient`,
      findings: ['C27 true-overpayment 120.00 patient Patient high'],
      shortfall: '119.00',
    },
    {
      name: 'one bill by two channels',
      ledger: `${settled}
2026-03-01 payment 120 patient`,
      findings: ['C27 true-overpayment 120.00 patient Patient medium'],
    },
    {
      name: 'the share, and then a secondary that paid it too',
      ledger: `${settled}
2026-03-01 payment 120 Cigna check=9`,
      findings: ['C27 true-overpayment 120.00 patient Patient medium'],
    },
    {
      name: 'plain self-pay: 130 paid on 100',
      ledger: `account A1
2026-01-05 charge 100
2026-01-20 payment 130 patient`,
      findings: ['C27 true-overpayment 30.00 patient Patient medium'],
    },
    {
      name: 'share stated: high',
      ledger: `${stated}
2026-02-20 payment 150 patient`,
      findings: ['C27 true-overpayment 30.00 patient Patient high'],
    },
    {
      name: 'share moved to the patient: medium',
      ledger: `${paid}
2026-02-01 transfer -120 Aetna
2026-02-01 transfer 120 patient
2026-02-20 payment 150 patient`,
      findings: ['C27 true-overpayment 30.00 patient Patient medium'],
    },
    {
      name: 'the share is only what was left: an over-posted write-off would look the same, so low',
      ledger: `${paid}
2026-02-20 payment 150 patient`,
      findings: ['C27 true-overpayment 30.00 patient Patient low'],
    },
    {
      name: 'a hidden credit: the payer is 80 short (P2)',
      ledger: `${base}
2026-02-01 payment 400 Aetna check=1 allowed=600 pr=120
2026-03-01 payment 200 patient`,
      findings: ['C27 true-overpayment 80.00 patient Patient high'],
      shortfall: '80.00',
    },
  ],
  silent: [
    {
      name: 'P10: instalments',
      ledger: `${paid}
2026-03-01 payment 40 patient
2026-04-01 payment 40 patient
2026-05-01 payment 40 patient`,
      findings: [],
    },
    {
      name: 'a cent over',
      ledger: `${paid}
2026-02-20 payment 120.01 patient`,
    },
    {
      name: 'refunded',
      ledger: `${settled}
2026-03-01 payment 120 patient
2026-03-09 refund 120 patient`,
      findings: [],
    },
    {
      name: 'the second one bounced and was reversed',
      ledger: `${settled}
2026-03-01 payment 120 patient check=78
2026-03-09 reversal 120 patient check=78`,
      findings: [],
    },
    {
      name: 'the payer has not paid',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000
2026-01-20 payment 300 patient
2026-01-25 payment 300 patient`,
    },
    {
      name: 'a payer that paid twice is no patient’s money',
      ledger: `${settled}
2026-03-01 payment 480 Aetna check=1002 claim=CL1`,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium'],
    },
  ],
});

proposes('C27', [
  ['paid just the share', SETTLED],
  [
    '60 twice and 45: what was paid twice is not what is too much',
    `${BASE}${aetna480(1, '2026-02-01')}\n2026-02-20 payment 60 patient\n2026-02-21 payment 60 patient\n2026-02-22 payment 45 patient`,
    'true-overpayment 45.00 of Patient to Patient pattern high by amounts claims 7',
  ],
  [
    'the secondary paid the share on the same day as the patient, not after',
    `${SETTLED}\n2026-02-20 payment 120 Cigna check=9`,
    'true-overpayment 120.00 of Patient to Patient pattern high by amounts claims 5',
  ],
  [
    'the first payer paid just what is too much: it is no later payer',
    `${BASE}\n2026-01-06 payment 600 patient${aetna480(1, '2026-02-01')}`,
    'true-overpayment 480.00 of Patient to Patient pattern high by amounts claims 4',
  ],
]);
