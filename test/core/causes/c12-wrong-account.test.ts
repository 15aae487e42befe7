import { causeTable } from '../harness';
import { proposes, SETTLED } from './proposing';

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
]);
