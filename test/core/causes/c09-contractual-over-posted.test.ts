import { causeTable } from '../harness';
import { PATIENT, proposes, STATED } from './proposing';

const base = `
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;
const paid = `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1`;
const settled = `${paid}
2026-02-20 payment 120 patient check=77`;

causeTable('C09', {
  fires: [
    {
      name: 'the write-off of 400 was entered again as a payment: which of the two is wrong is for the deposit, so low',
      ledger: `${settled}
2026-02-01 payment 400 Aetna`,
      findings: ['C09 posting-error 400.00 none low'],
    },
    {
      name: 'beside two equal contractuals that are right, 50 too much',
      ledger: `
account A1 payer1=Aetna
2026-01-05 charge 500
2026-01-05 charge 500
2026-02-01 contractual 200 Aetna
2026-02-01 contractual 200 Aetna
2026-02-03 contractual 50 Aetna
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120
2026-02-20 payment 120 patient`,
      findings: ['C09 posting-error 50.00 none high'],
    },
    {
      name: 'P5: the secondary’s write-off on top',
      ledger: `${paid}
2026-03-01 contractual 350 Cigna
2026-03-01 payment 120 Cigna check=2`,
      findings: ['C09 posting-error 350.00 none medium'],
    },
    {
      name: 'the contractual is 500 where 400 is right',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 500 Aetna
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120
2026-02-20 payment 120 patient`,
      findings: ['C09 posting-error 100.00 none high'],
    },
    {
      name: 'the patient still owes: 100 beside a shortfall of 120, hidden',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 600 Aetna
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120`,
      findings: ['C09 posting-error 200.00 none high'],
      shortfall: '120.00',
    },
    {
      name: 'P6: a DRG above the charges lacks a debit',
      ledger: `payer Medicare class=medicare
account A1 payer1=Medicare planType=DRG
2026-01-05 charge 8000
2026-02-01 payment 11000 Medicare check=1 allowed=12500 pr=1500
2026-03-01 payment 1500 patient`,
      findings: ['C09 posting-error 4500.00 none high'],
    },
    {
      name: 'P6 from the ledger alone: low',
      ledger: `account A1 payer1=Aetna planType=DRG
2026-01-05 charge 8000
2026-02-01 payment 11000 Aetna check=1
2026-03-01 payment 1500 patient`,
      findings: ['C09 posting-error 4500.00 none low'],
    },
    {
      name: 'a write-off that makes everything else impossible and equals the credit',
      ledger: `${settled}
2026-03-01 contractual 250 Aetna`,
      findings: ['C09 posting-error 250.00 none medium'],
    },
  ],
  silent: [
    {
      name: 'two equal contractuals of two equal charges are right',
      ledger: `
account A1 payer1=Aetna
2026-01-05 charge 500
2026-01-05 charge 500
2026-02-01 contractual 200 Aetna
2026-02-01 contractual 200 Aetna
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120
2026-02-20 payment 120 patient`,
      findings: [],
    },
    {
      name: 'a duplicate is C08',
      ledger: `${settled}
2026-02-03 contractual 400 Aetna`,
      findings: ['C08 posting-error 400.00 none medium'],
    },
    {
      name: 'within the tolerance of 12',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 410 Aetna
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120
2026-02-20 payment 120 patient`,
    },
    {
      name: 'a secondary that properly writes off the rest',
      ledger: `${paid}
2026-03-01 contractual 50 Cigna
2026-03-01 payment 70 Cigna check=2`,
      findings: [],
    },
    {
      name: 'sequestration is no contractual (P17)',
      ledger: `payer Medicare class=medicare
account A1 payer1=Medicare
2026-01-05 charge 150
2026-02-01 contractual 50 Medicare
2026-02-01 payment 78.40 Medicare check=1 allowed=100 pr=20
2026-02-01 sequestration 1.60 Medicare
2026-03-01 payment 20 patient`,
      findings: [],
    },
    {
      name: 'the excess write-off was reversed in part',
      ledger: `${settled}
2026-02-03 contractual 100 Aetna
2026-02-09 adjreversal 100 Aetna`,
      findings: [],
    },
  ],
});

const statedAt = (amount: number, more: string): string => `\n2026-02-02 payment ${amount} Aetna check=1 claim=CL1${more}`;
const charged = 'account A1 payer1=Aetna payer2=Cigna\n2026-01-05 charge 1000';
const paidAndStated = `${statedAt(480, STATED)}${PATIENT}`; // 400 is the right write-off

proposes('C09', [
  [
    '300 and 200 where 400 is right: the later one goes first',
    `${charged}\n2026-02-01 contractual 300 Aetna\n2026-02-03 contractual 200 Aetna${paidAndStated}`,
    'posting-error 100.00 of Aetna remittance high claims 4,3',
  ],
  [
    'the one that went past zero goes before the later one: 500 − 480 − 300',
    `account A1 payer1=Aetna\n2026-01-05 charge 500\n2026-01-20 payment 480 Aetna check=1 claim=CL1${STATED}\n2026-02-01 contractual 300 Aetna\n2026-02-02 charge 500\n2026-02-03 contractual 200 Aetna${PATIENT}`,
    'posting-error 100.00 of Aetna remittance high claims 4,6',
  ],
  [
    "a later payer's goes before both",
    `${charged}\n2026-02-01 contractual 300 Aetna\n2026-02-02 contractual 120 Cigna\n2026-02-03 contractual 80 Aetna${paidAndStated}`,
    'posting-error 100.00 of Cigna remittance high claims 4,5,3',
  ],
  [
    "one in nobody's name is no later payer's",
    `${charged}\n2026-02-01 contractual 300 Aetna\n2026-02-02 contractual 120 none\n2026-02-03 contractual 80 Aetna${paidAndStated}`,
    'posting-error 100.00 of Aetna remittance high claims 5,4,3',
  ],
  [
    "nor is one in the patient's name",
    `${charged}\n2026-02-01 contractual 300 Aetna\n2026-02-02 contractual 120 patient\n2026-02-03 contractual 80 Aetna${paidAndStated}`,
    'posting-error 100.00 of Aetna remittance high claims 5,4,3',
  ],
  [
    'a debit of 30 and one of nothing are not what is too much: 500 − 30 − 400',
    `${charged}\n2026-02-01 contractual 500 Aetna\n2026-02-03 contractual -30 Aetna\n2026-02-04 contractual 0 Aetna${paidAndStated}`,
    'posting-error 70.00 of Aetna remittance high claims 3',
  ],
  [
    'a debit of just the excess is not the culprit: 450 − 25 − 400 = 25',
    `${charged}\n2026-02-01 contractual 450 Aetna\n2026-02-03 contractual -25 Aetna${paidAndStated}`,
    'posting-error 25.00 of Aetna remittance high claims 3',
  ],
  [
    'a DRG above the charges beside a small contractual: a debit is missing, no posting is wrong',
    'account A1 payer1=Aetna drg=470\n2026-01-05 charge 8000\n2026-02-01 contractual 100 Aetna\n2026-02-01 payment 11000 Aetna check=1 allowed=12500 pr=1500\n2026-02-20 payment 1500 patient',
    'posting-error 4600.00 of Aetna remittance high',
  ],
  [
    'nothing was to be written off: both, 60 and 40',
    `account A1 payer1=Aetna\n2026-01-05 charge 600\n2026-02-01 contractual 60 Aetna\n2026-02-03 contractual 40 Aetna${paidAndStated}`,
    'posting-error 100.00 of Aetna remittance high claims 4,3',
  ],
  [
    'beside a duplicate of 400 there are 50 more',
    `${charged}\n2026-02-01 contractual 400 Aetna\n2026-02-03 contractual 400 Aetna\n2026-02-04 contractual 50 Aetna${paidAndStated}`,
    'posting-error 50.00 of Aetna remittance high claims 5',
  ],
  [
    'a duplicate within a dollar of what is too much is C08: 800 − 401',
    `${charged}\n2026-02-01 contractual 400 Aetna\n2026-02-03 contractual 400 Aetna${statedAt(479, ' allowed=599 pr=120')}${PATIENT}`,
  ],
  [
    'a cent more apart it is none: 800 − 401.01',
    `${charged}\n2026-02-01 contractual 400 Aetna\n2026-02-03 contractual 400 Aetna${statedAt(478.99, ' allowed=598.99 pr=120')}${PATIENT}`,
    'posting-error 398.99 of Aetna remittance high claims 4,3',
  ],
  [
    'a bad debt of which 50 was paid is C19: 450 + 120 − 470 − 50',
    `${charged}\n2026-02-01 contractual 450 Aetna${statedAt(480, STATED)}\n2026-04-01 baddebt 120 patient\n2026-05-01 payment 50 patient`,
    'posting-error 50.00 of Aetna remittance high claims 3',
  ],
  [
    'within the tolerance, and one posting is just that',
    `${charged}\n2026-02-01 contractual 400 Aetna\n2026-02-03 contractual 8 Aetna${paidAndStated}`,
    'posting-error 8.00 of Aetna remittance high claims 4',
  ],
  ['just the tolerance, max(5, 2 % of 600) = 12', `${charged}\n2026-02-01 contractual 412 Aetna${paidAndStated}`],
  ['a cent above the tolerance', `${charged}\n2026-02-01 contractual 412.01 Aetna${paidAndStated}`, 'posting-error 12.01 of Aetna remittance high claims 3'],
  [
    'a contractual and a write-off of 8: the write-off',
    `${charged}\n2026-02-01 contractual 392 Aetna\n2026-02-03 contractual 8 Aetna\n2026-02-03 writeoff 8 Aetna${paidAndStated}`,
    'posting-error 8.00 of Aetna remittance high claims 5',
  ],
  [
    "two of the secondary's, 200 and 150 (P5 split): no single one fits, a pattern",
    `${charged}\n2026-02-01 contractual 400 Aetna${statedAt(480, '')}\n2026-03-01 contractual 200 Cigna\n2026-03-02 contractual 150 Cigna\n2026-03-01 payment 120 Cigna check=2`,
    'posting-error 350.00 of Cigna pattern high claims 6,5,3',
  ],

  [
    'beside a duplicate of which 300 was reversed there are 50 more',
    `${charged}\n2026-02-01 contractual 400 Aetna\n2026-02-03 contractual 400 Aetna\n2026-02-04 contractual 50 Aetna\n2026-02-05 adjreversal 300 Aetna${paidAndStated}`,
    'posting-error 50.00 of Aetna remittance high claims 5',
  ],
  [
    'all that is left is of the duplicate',
    `${charged}\n2026-02-01 contractual 400 Aetna\n2026-02-03 contractual 400 Aetna\n2026-02-05 adjreversal 300 Aetna${paidAndStated}`,
  ],
]);
