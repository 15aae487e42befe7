import { v14 } from '../../../src/core/checks/v14-adjustments-first';
import { checkTable, DUPLICATE, DUPLICATE_FOUND } from './checkHarness';

checkTable(v14, {
  fires: [
    {
      name: 'a duplicate contractual beside a refund',
      ledger: DUPLICATE,
      findings: [...DUPLICATE_FOUND, 'C08 posting-error 400 none'],
      says: '$400.00 is to be corrected first (C08)',
    },
    { name: 'a contractual posted too high', ledger: DUPLICATE, findings: ['C09 posting-error 350 none'], says: '(C09)' },
    { name: 'a late charge credit on a fixed price', ledger: DUPLICATE, findings: ['C10 posting-error 200 none'], says: '(C10)' },
    { name: 'not yet decided', ledger: DUPLICATE, findings: ['C08 needs-review 400 none'], says: '(C08)' },
  ],
  silent: [
    { name: 'a duplicate payment alone', ledger: DUPLICATE, findings: DUPLICATE_FOUND },
    { name: 'a charge credit that is truly owed', ledger: DUPLICATE, findings: ['C10 true-overpayment 96 payer Aetna'] },
    { name: 'a posting error of another kind', ledger: DUPLICATE, findings: ['C02 posting-error 480 none'] },
  ],
});
