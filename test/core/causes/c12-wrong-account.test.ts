import { causeTable } from '../harness';
import { aetna480, proposes, SETTLED, STATED } from './proposing';

const base = `
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;

const sibling = (open: number, more = '') => `
account A2 mrn=M1 guarantor=G1 ${more}
2026-01-20 charge ${open}`;
const family = base.replace('account A1', 'account A1 mrn=M1 guarantor=G1');
const done = `${family}
2026-02-01 payment 480 Aetna check=1001
2026-02-20 payment 120 patient`;

causeTable('C12', {
  fires: [
    {
      name: 'a whole payment equals the open balance of the same patient',
      ledger: `${done}
2026-02-22 payment 76 patient${sibling(76)}`,
      findings: ['C12 misallocated 76.00 account A2 medium'],
    },
    {
      name: 'same guarantor, where the patient has none',
      ledger: `${done}
2026-02-22 payment 76 patient${sibling(76).replace('M1', 'M2')}`,
      findings: ['C12 misallocated 76.00 account A2 medium'],
    },
    {
      name: 'the payer’s payment carries the claim number of another account',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000 claim=CL1
2026-02-01 contractual 400 Aetna claim=CL1
2026-02-01 payment 480 Aetna check=1 claim=CL1
2026-02-20 payment 120 patient
2026-03-01 payment 310 Aetna check=2 claim=CL9
account A2
2026-01-20 charge 500 claim=CL9`,
      findings: ['C12 misallocated 310.00 account A2 medium'],
    },
    {
      name: 'two payments together',
      ledger: `${done}
2026-02-22 payment 51 patient
2026-02-23 payment 25 patient${sibling(76)}`,
      findings: ['C12 misallocated 76.00 account A2 medium'],
    },
    {
      name: 'five payments together',
      ledger: `${done}
2026-02-22 payment 11 patient
2026-02-23 payment 14.50 patient
2026-02-24 payment 9 patient
2026-02-25 payment 21.25 patient
2026-02-26 payment 20.25 patient${sibling(76)}`,
      findings: ['C12 misallocated 76.00 account A2 medium'],
    },
    {
      name: 'two equal visits open: no account is named, review',
      ledger: `${done}
2026-02-22 payment 76 patient${sibling(76)}
account A3 mrn=M1 guarantor=G1
2026-01-25 charge 76`,
      findings: ['C12 needs-review 76.00 none low'],
    },
    {
      name: 'a round sum proves nothing: review',
      ledger: `${done}
2026-02-22 payment 25 patient${sibling(25)}`,
      findings: ['C12 needs-review 25.00 none low'],
    },
    {
      name: 'the same bill of 120.40 paid twice and a sibling open at as much: review, both named',
      ledger: `${family.replace('1000', '1000.40')}
2026-02-01 payment 480 Aetna check=1001
2026-02-20 payment 120.40 patient
2026-03-20 payment 120.40 patient${sibling(120.4)}`,
      findings: ['C12 needs-review 120.40 none low'],
    },
  ],
  silent: [
    {
      name: 'moved to another account and back: the 75 are the patient’s here',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1 allowed=600 pr=120
2026-02-20 payment 120 patient
2026-03-01 payment 75 patient
2026-03-05 transferaccount 75 patient
2026-03-08 transferaccount -75 patient
account A2
2026-01-05 charge 75
2026-03-05 transferaccount -75 patient
2026-03-08 transferaccount 75 patient`,
      findings: ['C27 true-overpayment 75.00 patient Patient high'],
    },
    {
      name: 'five payments together, a cent off',
      ledger: `${done}
2026-02-22 payment 11 patient
2026-02-23 payment 14.50 patient
2026-02-24 payment 9 patient
2026-02-25 payment 21.25 patient
2026-02-26 payment 20.26 patient${sibling(76)}`,
    },
    {
      name: 'a cent off',
      ledger: `${done}
2026-02-22 payment 76 patient${sibling(76.01)}`,
    },
    {
      name: 'no whole payment: 196 for the share of 120 and 76 more',
      ledger: `${family}
2026-02-01 payment 480 Aetna check=1001
2026-02-20 payment 196 patient${sibling(76)}`,
    },
    {
      name: 'another patient and another guarantor',
      ledger: `${done}
2026-02-22 payment 76 patient${sibling(76).replace('M1', 'M2').replace('G1', 'G2')}`,
    },
    {
      name: 'service 91 days away',
      ledger: `${done.replace('account A1', 'account A1 serviceFrom=2026-01-05')}
2026-02-22 payment 76 patient${sibling(76, 'serviceFrom=2026-04-06')}`,
    },
    {
      name: 'payer money never goes to a patient’s debt (P15)',
      ledger: `${family}
2026-02-01 payment 480 Aetna check=1001 claim=CL1
2026-02-20 payment 120 patient
2026-03-01 payment 480 Aetna check=1002 claim=CL1${sibling(480)}`,
      findings: ['C01 true-overpayment 480.00 payer Aetna medium'],
    },
    {
      name: 'the sibling is not open',
      ledger: `${done}
2026-02-22 payment 76 patient${sibling(76)}
2026-03-01 payment 76 patient`,
    },
    {
      name: 'a claim number that two accounts share proves nothing',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 600 claim=CL9
2026-02-01 payment 610 Aetna check=2 claim=CL9
account A2
2026-01-20 charge 500 claim=CL9`,
    },
  ],
});

const own = SETTLED.replace('account A1', 'account A1 mrn=M1');
const open = (account: string, amount: number): string => `\naccount ${account} mrn=M1\n2026-01-20 charge ${amount}`;
/** An account whose second payment of 480 was moved away. */
const parkedFrom = (account: string): string =>
  `\naccount ${account} payer1=Aetna\n2026-02-01 payment 480 Aetna check=1\n2026-02-09 payment 480 Aetna check=2\n2026-03-05 transferaccount 480 Aetna`;

proposes('C12', [
  ['one visit open at 76', `${own}\n2026-02-22 payment 76 patient${open('A2', 76)}`, 'misallocated 76.00 of Patient to A2 amounts medium by amounts claims 6'],
  [
    'two of them: neither is named',
    `${own}\n2026-02-22 payment 76 patient${open('A2', 76)}${open('A3', 76)}`,
    'misallocated 76.00 of Patient pattern low by amounts claims 6',
  ],
  [
    'a round 75 that many visits share',
    `${own}\n2026-02-22 payment 75 patient${open('A2', 75)}`,
    'misallocated 75.00 of Patient pattern low by amounts claims 6',
  ],

  [
    'a credit that a transfer parked here: its cause is where it came from',
    `account A1 payer1=Aetna\n2026-03-05 transferaccount -480 Aetna${parkedFrom('A2')}`,
    'misallocated 480.00 of Aetna to A2 amounts medium by reference claims 2',
  ],
  [
    'on a settled account too, a week apart; the liability leaves all of it over',
    `${own}\n2026-03-12 transferaccount -480 Aetna${parkedFrom('A2')}`,
    'misallocated 480.00 of Aetna to A2 amounts medium by reference claims 6',
  ],
  ['eight days apart', `${own}\n2026-03-13 transferaccount -480 Aetna${parkedFrom('A2')}`],
  ['a cent apart', `${own}\n2026-03-05 transferaccount -480.01 Aetna${parkedFrom('A2')}`],
  ["another payer's", `${own}\n2026-03-05 transferaccount -480 Cigna${parkedFrom('A2')}`],
  [
    'two accounts sent as much: neither is named',
    `${own}\n2026-03-05 transferaccount -480 Aetna${parkedFrom('A2')}${parkedFrom('A3')}`,
    'misallocated 480.00 of Aetna pattern low by amounts claims 6',
  ],
  [
    'within a dollar of what is over: 119 of the 120 moved here were not owed',
    `account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna${aetna480(1, '2026-02-01', STATED)}\n2026-02-20 payment 119 patient\n2026-03-05 transferaccount -120 patient\naccount A2\n2026-02-01 payment 120 patient\n2026-03-05 transferaccount 120 patient`,
    'misallocated 120.00 of Patient to A2 remittance medium by reference claims 6',
  ],
  [
    'a cent more was owed',
    `account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna${aetna480(1, '2026-02-01', STATED)}\n2026-02-20 payment 118.99 patient\n2026-03-05 transferaccount -120 patient\naccount A2\n2026-02-01 payment 120 patient\n2026-03-05 transferaccount 120 patient`,
  ],
  [
    'moved out, not in',
    `account A1 payer1=Aetna\n2026-03-05 transferaccount 480 Aetna\n2026-03-06 payment 480 Aetna check=3\n2026-03-07 payment 480 Aetna check=4${parkedFrom('A2')}`,
  ],
  [
    'there and back on this account alone',
    'account A1 payer1=Aetna\n2026-03-05 transferaccount -480 Aetna\n2026-03-06 transferaccount 480 Aetna\n2026-03-07 payment 480 Aetna check=4',
  ],
  ['as much was refunded there, not moved', `${own}\n2026-03-05 transferaccount -480 Aetna\naccount A2\n2026-03-05 refund 480 Aetna`],
  ['as much was moved in there too', `${own}\n2026-03-05 transferaccount -480 Aetna\naccount A2\n2026-03-05 transferaccount -480 Aetna`],
]);
