import { v08 } from '../../../src/core/checks/v08-other-open-balances';
import { openBalancesBeside } from '../../../src/core/checks/openBalances';
import { cents } from '../../../src/core/money';
import { ledgerOf } from '../harness';
import { checkTable } from './checkHarness';

const found = ['C27 true-overpayment 150 patient Doe'];
const beside = (own: string, others: string): string => `account A1 ${own}\n2026-01-05 charge 100\n2026-02-01 payment 250 patient\n${others}`;
checkTable(v08, {
  fires: [
    {
      name: 'three are named and the rest counted',
      ledger: beside('mrn=M1', [2, 3, 4, 5].map((n) => `account A${n} mrn=M1\n2026-03-01 charge ${n}`).join('\n')),
      findings: found,
      says: '$2.00 on account A2 (same patient), $3.00 on account A3 (same patient), $4.00 on account A4 (same patient) and 1 more.',
    },
    {
      name: 'exactly three',
      ledger: beside('mrn=M1', [2, 3, 4].map((n) => `account A${n} mrn=M1\n2026-03-01 charge ${n}`).join('\n')),
      findings: found,
      says: '$4.00 on account A4 (same patient).',
    },
    {
      name: 'its listed balance goes before its postings',
      ledger: beside('mrn=M1', 'account A2 mrn=M1 balance=70\n2026-03-01 charge 90'),
      findings: found,
      says: '$70.00 on account A2',
    },
    {
      name: 'of the same patient and guarantor once',
      ledger: beside('mrn=M1 guarantor=G1', 'account A2 mrn=M1 guarantor=G1\n2026-03-01 charge 5'),
      findings: found,
      says: 'Still open: $5.00 on account A2 (same patient).',
    },

    {
      name: 'same guarantor, the same amount (P15)',
      ledger: beside('guarantor=G1', 'account A2 guarantor=G1\n2026-03-01 charge 150'),
      findings: found,
      says: '$150.00 on account A2 (same guarantor)',
    },
    {
      name: 'same patient before same guarantor (P25)',
      ledger: beside('guarantor=G1 mrn=M1', 'account A2 guarantor=G1 mrn=M2\n2026-03-01 charge 30\naccount A3 guarantor=G1 mrn=M1\n2026-03-01 charge 40'),
      findings: found,
      says: '$40.00 on account A3 (same patient), $30.00 on account A2 (same guarantor)',
    },
    {
      name: 'the listed patient balance counts',
      ledger: beside('mrn=M1', 'account A2 mrn=M1 balance=500 ptBalance=20'),
      findings: found,
      says: '$20.00 on account A2',
    },
    {
      name: 'no MRN: name and date of birth',
      ledger: beside('patient="Doe, Ann" dob=1980-01-01', 'account A2 patient="DOE, ANN" dob=1980-01-01\n2026-03-01 charge 5'),
      findings: found,
      says: '$5.00 on account A2 (same patient)',
    },
    { name: 'no payee proved', ledger: beside('mrn=M1', 'account A2 mrn=M1\n2026-03-01 charge 5'), unexplained: 150, says: '$5.00' },
  ],
  silent: [
    {
      name: 'the account itself is open by its own patient balance',
      ledger: `account A1 mrn=M1 guarantor=G1 ptBalance=90\n2026-02-01 payment 250 patient`,
      findings: found,
    },

    { name: 'another patient', ledger: beside('mrn=M1', 'account A2 mrn=M2\n2026-03-01 charge 150'), findings: found },
    { name: 'the other account is in credit too', ledger: beside('mrn=M1', 'account A2 mrn=M1\n2026-03-01 payment 150 patient'), findings: found },
    { name: 'the other account is open, the patient part is not', ledger: beside('mrn=M1', 'account A2 mrn=M1 balance=150 ptBalance=0'), findings: found },
    {
      name: "a payer's refund: its money pays no patient debt",
      ledger: beside('mrn=M1', 'account A2 mrn=M1\n2026-03-01 charge 150'),
      findings: ['C01 true-overpayment 150 payer Aetna'],
    },
    {
      name: 'same name, another date of birth',
      ledger: beside('patient="Doe, Ann" dob=1980-01-01', 'account A2 patient="Doe, Ann" dob=1980-01-02\n2026-03-01 charge 5'),
      findings: found,
    },
  ],
  untestable: [
    { name: 'nothing says who belongs together', ledger: beside('', 'account A2\n2026-03-01 charge 150'), findings: found, missing: 'MRN' },
    {
      name: 'a name alone is not enough',
      ledger: beside('patient="Doe, Ann"', 'account A2 patient="Doe, Ann"\n2026-03-01 charge 150'),
      findings: found,
      missing: 'MRN',
    },
  ],
});

it('marks the open balance of exactly the credit', () => {
  const ledger = ledgerOf(beside('mrn=M1', 'account A2 mrn=M1\n2026-03-01 charge 150\naccount A3 mrn=M1\n2026-03-01 charge 150.01'));
  expect(openBalancesBeside({ account: 0, credit: cents(15000) }, ledger).map((open) => [open.key, open.cents, open.exact])).toEqual([
    ['A2', 15000, true],
    ['A3', 15001, false],
  ]);
});
