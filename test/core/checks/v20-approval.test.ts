import { NO_DAY } from '../../../src/core/day';
import { v20 } from '../../../src/core/checks/v20-approval';
import { checkTable, DUPLICATE } from './checkHarness';
import { approver, paying, refund } from './paymentCases';

const BEA = [approver('Bea Moss', 'supervisor')]; // up to $1,000.00
const of = (more: Parameters<typeof refund>[0]) => paying({ refund: refund(more) });
const split = [1, 2, 3, 4, 5].map((n) => refund({ id: `R${n}`, amount: 240 }));
checkTable(v20, {
  fires: [
    { name: 'prepared by a blank', ledger: DUPLICATE, policyRows: BEA, payment: of({ preparedBy: ' ' }), says: 'Prepared by is empty' },
    {
      name: 'approved without a day',
      ledger: DUPLICATE,
      policyRows: BEA,
      payment: paying({ refund: { ...refund(), approvedOn: NO_DAY } }),
      says: 'not approved',
    },
    { name: 'issued by the approver, with blanks', ledger: DUPLICATE, policyRows: BEA, payment: of({ issuedBy: ' Bea Moss ' }), says: 'Bea Moss issues' },

    { name: 'not prepared by anybody', ledger: DUPLICATE, policyRows: BEA, payment: of({ preparedBy: '' }), says: 'Prepared by is empty' },
    { name: 'not approved', ledger: DUPLICATE, policyRows: BEA, payment: of({ approvedBy: ' ' }), says: 'not approved' },
    {
      name: 'prepared and approved by one person in two spellings',
      ledger: DUPLICATE,
      policyRows: BEA,
      payment: of({ preparedBy: 'MOSS, Bea' }),
      says: 'Bea Moss prepared and approved',
    },
    { name: 'issued by the approver', ledger: DUPLICATE, policyRows: BEA, payment: of({ issuedBy: 'bea moss' }), says: 'bea moss issues' },
    { name: 'issued by the preparer', ledger: DUPLICATE, policyRows: BEA, payment: of({ issuedBy: 'Ann Lee' }), says: 'Ann Lee issues' },
    { name: 'a cent above the level', ledger: DUPLICATE, policyRows: BEA, payment: of({ amount: 1000.01 }), says: 'needs the level manager' },
    {
      name: 'five times 240 to one payee',
      ledger: DUPLICATE,
      policyRows: BEA,
      payment: paying({ refund: split[0]!, run: split }),
      says: '$1,200.00 to Aetna within 30 days needs the level manager',
    },
    {
      name: 'an earlier refund 30 days ago counts',
      ledger: DUPLICATE,
      policyRows: BEA,
      payment: paying({ earlier: [refund({ id: 'R0', amount: 600, approvedOn: '2026-05-21' })] }),
      says: '$1,080.00',
    },
    { name: 'a federal refund without compliance', ledger: DUPLICATE, policyRows: BEA, payment: of({ federal: true }), says: 'level compliance' },
    { name: 'an approver the policy does not know', ledger: DUPLICATE, policyRows: BEA, payment: of({ approvedBy: 'Cy Poe' }), says: 'level supervisor' },
  ],
  silent: [
    { name: 'up to the level', ledger: DUPLICATE, policyRows: BEA, payment: of({ amount: 1000 }) },
    { name: 'a higher level than needed', ledger: DUPLICATE, policyRows: BEA, payment: of({ amount: 10 }) },
    { name: 'issued by a third person', ledger: DUPLICATE, policyRows: BEA, payment: of({ issuedBy: 'Cy Poe' }) },
    {
      name: 'an earlier refund 31 days ago does not count',
      ledger: DUPLICATE,
      policyRows: BEA,
      payment: paying({ earlier: [refund({ id: 'R0', amount: 600, approvedOn: '2026-05-20' })] }),
    },
    {
      name: "another payee's refunds do not count",
      ledger: DUPLICATE,
      policyRows: BEA,
      payment: paying({ earlier: [refund({ id: 'R0', payee: 'Cigna', amount: 9000 })] }),
    },
    {
      name: 'federal, compliance has signed too',
      ledger: DUPLICATE,
      policyRows: [...BEA, approver('Di Roe', 'compliance')],
      payment: of({ federal: true, approvedBy: 'Bea Moss; Di Roe' }),
    },
  ],
  untestable: [
    { name: 'nobody has a level in the policy', ledger: DUPLICATE, payment: paying(), missing: 'level of each approver' },
    { name: 'no refund given', ledger: DUPLICATE, missing: 'Prepared by' },
  ],
});
