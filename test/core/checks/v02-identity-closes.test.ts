import { v02 } from '../../../src/core/checks/v02-identity-closes';
import { checkTable, DUPLICATE, DUPLICATE_FOUND } from './checkHarness';

checkTable(v02, {
  fires: [
    { name: 'two cents over', ledger: DUPLICATE, unexplained: 0.02, says: '$0.02' },
    { name: 'two cents under', ledger: DUPLICATE, unexplained: -0.02, says: '-$0.02' },
    {
      name: 'a rest beside a finding',
      ledger: DUPLICATE,
      findings: ['C01 true-overpayment 450 payer Aetna'],
      unexplained: 30,
      says: '$30.00 of this account is unexplained',
    },
  ],
  silent: [
    { name: 'closes', ledger: DUPLICATE, findings: DUPLICATE_FOUND },
    { name: 'a cent over', ledger: DUPLICATE, unexplained: 0.01 },
    { name: 'a cent under', ledger: DUPLICATE, unexplained: -0.01 },
  ],
});
