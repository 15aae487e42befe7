import { v09 } from '../../../src/core/checks/v09-bad-debt-open';
import { checkTable } from './checkHarness';

const found = ['C27 true-overpayment 80 patient Doe'];
const listed = '\naccount A9 badDebtBalance=0';
checkTable(v09, {
  fires: [
    {
      name: 'listed on the account',
      ledger: 'account A1 badDebtBalance=200\n2026-02-01 payment 80 patient',
      findings: found,
      says: 'Account A1 has $200.00 of bad debt',
    },
    {
      name: "on the patient's other account",
      ledger: 'account A1 mrn=M1\n2026-02-01 payment 80 patient\naccount A2 mrn=M1 badDebtBalance=0.01',
      findings: found,
      says: 'Account A2 has $0.01',
    },
    {
      name: 'written off on the other account',
      ledger: 'account A1 mrn=M1\n2026-02-01 payment 80 patient\naccount A2 mrn=M1\n2025-01-01 charge 200\n2025-09-01 baddebt 200',
      findings: found,
      says: 'Account A2 has $200.00',
    },
    {
      name: 'in collections by its status',
      ledger: 'account A1 status="In collections"\n2026-02-01 payment 80 patient',
      findings: found,
      says: 'a debt with an agency',
    },
    {
      name: 'of the same guarantor',
      ledger: 'account A1 guarantor=G\n2026-02-01 payment 80 patient\naccount A2 guarantor=G badDebtBalance=5',
      findings: found,
      says: 'Account A2',
    },
  ],
  silent: [
    { name: 'listed at zero', ledger: 'account A1 badDebtBalance=0\n2026-02-01 payment 80 patient', findings: found },
    {
      name: "another patient's",
      ledger: 'account A1 mrn=M1 badDebtBalance=0\n2026-02-01 payment 80 patient\naccount A2 mrn=M2 badDebtBalance=200',
      findings: found,
    },
    {
      name: 'a payer refund',
      ledger: `account A1 badDebtBalance=200\n2026-02-01 payment 80 Aetna${listed}`,
      findings: ['C01 true-overpayment 80 payer Aetna'],
    },
  ],
  untestable: [{ name: 'no bad-debt column', ledger: '2026-02-01 payment 80 patient', findings: found, missing: 'bad-debt balance' }],
});
