import { v11 } from '../../../src/core/checks/v11-amount-cap';
import { checkTable, DUPLICATE, DUPLICATE_FOUND } from './checkHarness';

// Aetna paid 960 and owes 480: 480 over
checkTable(v11, {
  fires: [
    {
      name: 'two cents above all it paid, owing less than nothing known',
      ledger: DUPLICATE,
      findings: ['C01 true-overpayment 960.02 payer Aetna'],
      says: 'would get $960.02 and has paid $960.00.',
    },
    {
      name: 'two cents more than the excess',
      ledger: DUPLICATE,
      owes: { Aetna: 480 },
      findings: ['C01 true-overpayment 480.02 payer Aetna'],
      says: 'would get $480.02 and has paid $480.00 more than it owes',
    },
    {
      name: 'two findings of one payer together',
      ledger: DUPLICATE,
      owes: { Aetna: 480 },
      findings: [...DUPLICATE_FOUND, 'C07 true-overpayment 20 payer Aetna'],
      says: 'would get $500.00',
    },
    {
      name: 'more than it paid at all',
      ledger: DUPLICATE,
      owes: { Aetna: 0 },
      findings: ['C01 true-overpayment 960.02 payer Aetna'],
      says: 'has paid $960.00',
    },
    {
      name: 'a reversed payment does not count',
      ledger: `${DUPLICATE}\n2026-03-05 reversal 480 Aetna`,
      owes: { Aetna: 0 },
      findings: ['C01 true-overpayment 500 payer Aetna'],
      says: 'has paid $480.00',
    },
    { name: 'what it owes is unknown, but it paid less', ledger: DUPLICATE, findings: ['C01 true-overpayment 1000 payer Aetna'], says: 'has paid $960.00' },
    {
      name: 'the patient got a part back already',
      ledger: '2026-02-01 payment 200 patient\n2026-03-01 refund 50 patient',
      owes: { patient: 120 },
      findings: ['C05 true-overpayment 80 patient Doe'],
      says: 'has paid $30.00 more',
    },
  ],
  silent: [
    { name: 'exactly the excess', ledger: DUPLICATE, owes: { Aetna: 480 }, findings: DUPLICATE_FOUND },
    { name: 'a cent over', ledger: DUPLICATE, owes: { Aetna: 480 }, findings: ['C01 true-overpayment 480.01 payer Aetna'] },
    { name: 'less than the excess', ledger: DUPLICATE, owes: { Aetna: 480 }, findings: ['C01 true-overpayment 100 payer Aetna'] },
    { name: 'nothing leaves', ledger: DUPLICATE, findings: ['C08 posting-error 5000 none'] },
  ],
  untestable: [
    { name: 'a cent above all it paid', ledger: DUPLICATE, findings: ['C01 true-overpayment 960.01 payer Aetna'], missing: 'what Aetna owes' },
    { name: 'what it owes is unknown', ledger: DUPLICATE, findings: DUPLICATE_FOUND, missing: 'what Aetna owes' },
  ],
});
