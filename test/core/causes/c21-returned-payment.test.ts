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

causeTable('C21', {
  fires: [
    {
      name: 'check 77 came back and was paid again by card',
      ledger: `${settled}
2026-03-01 bankreturn 120 patient check=77
2026-03-09 payment 120 patient method=CARD`,
      findings: ['C21 posting-error 120.00 none medium'],
    },
    {
      name: 'no check number, but the only payment of its amount',
      ledger: `${paid}
2026-02-20 payment 150 patient
2026-03-01 bankreturn 150 patient
2026-03-09 payment 120 patient`,
      findings: ['C21 posting-error 150.00 none medium'],
    },
    {
      name: 'a reversal listed without an amount is a notice',
      ledger: `${settled}
2026-03-01 reversal 0 patient check=77
2026-03-09 payment 120 patient`,
      findings: ['C21 posting-error 120.00 none medium'],
    },
    {
      name: 'with the share stated: high',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120
2026-02-20 payment 120 patient check=77
2026-03-01 bankreturn 120 patient check=77
2026-03-09 payment 120 patient`,
      findings: ['C21 posting-error 120.00 none high'],
    },
    {
      name: 'a payer’s check bounced and was replaced',
      ledger: `${paid}
2026-02-20 payment 120 patient
2026-02-10 bankreturn 480 Aetna check=1001
2026-02-25 payment 480 Aetna check=1009 claim=CL1`,
      findings: ['C21 posting-error 480.00 none medium'],
    },
  ],
  silent: [
    {
      name: 'the return is posted',
      ledger: `${settled}
2026-03-01 bankreturn 120 patient check=77
2026-03-01 reversal 120 patient check=77
2026-03-09 payment 120 patient`,
      findings: [],
    },
    {
      name: 'another check',
      ledger: `${settled}
2026-03-01 bankreturn 120 patient check=78
2026-03-09 payment 120 patient`,
    },
    {
      name: 'no notice: an uncleared check alone is V07',
      ledger: `${settled}
2026-03-09 payment 120 patient`,
    },
    {
      name: 'two payments could be meant',
      ledger: `${paid}
2026-02-20 payment 120 patient
2026-02-25 payment 120 patient
2026-03-01 bankreturn 120 patient`,
    },
    {
      name: 'the notice came before the payment',
      ledger: `${paid}
2026-02-01 bankreturn 120 patient check=77
2026-02-20 payment 120 patient check=77
2026-03-09 payment 120 patient`,
    },
  ],
});

const owed = `${BASE}${aetna480(1, '2026-02-01')}`;

proposes('C21', [
  [
    'no amount and no check: the later of two payments that are just what is too much',
    `${owed}\n2026-02-20 payment 87 patient\n2026-02-24 payment 33 patient\n2026-02-25 payment 33 patient\n2026-03-01 reversal 0 patient`,
    'posting-error 33.00 of Patient remittance high claims 7',
  ],
  [
    "an equal payment of a payer is not the patient's",
    `${owed}\n2026-02-20 payment 87 patient\n2026-02-24 payment 33 patient\n2026-02-26 payment 33 Aetna check=9\n2026-03-01 reversal 0 patient`,
    'posting-error 33.00 of Patient remittance high claims 6',
  ],
  ['a reversal with an amount is no notice', `${SETTLED}\n2026-02-25 payment 20 Aetna check=9\n2026-03-01 reversal 20 patient`],
  ['a check that nobody paid with, and no amount', `${SETTLED}\n2026-02-25 payment 33 patient\n2026-03-01 reversal 0 patient check=78`],
  [
    'an amount of nothing in the notice',
    `${SETTLED}\n2026-02-25 payment 33 patient\n2026-03-01 reversal 0 patient remitPaid=0`,
    'posting-error 33.00 of Patient remittance high claims 6',
  ],
]);
