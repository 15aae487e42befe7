import { v12 } from '../../../src/core/checks/v12-multi-payee';
import { checkTable, DUPLICATE, DUPLICATE_FOUND } from './checkHarness';

checkTable(v12, {
  fires: [
    {
      name: 'what rests on other balances is named',
      ledger: DUPLICATE,
      findings: [...DUPLICATE_FOUND, 'C27 true-overpayment 30 patient Doe'],
      says: '; $30.00 rests on other balances',
    },

    {
      name: 'hidden behind a zero balance (P2)',
      ledger: '2026-01-05 charge 600\n2026-02-01 payment 400 Aetna\n2026-01-05 payment 200 patient',
      findings: ['C05 true-overpayment 80 patient Doe'],
      says: '$80.00 rests on other balances',
    },
    {
      name: 'two payees, two cents over',
      ledger: DUPLICATE,
      findings: [...DUPLICATE_FOUND, 'C27 true-overpayment 0.02 patient Doe'],
      says: 'Refunds of $480.02 stand against a credit of $480.00',
    },
    { name: 'the same refund twice', ledger: DUPLICATE, findings: [...DUPLICATE_FOUND, ...DUPLICATE_FOUND], says: 'Refunds of $960.00' },
  ],
  silent: [
    { name: 'a cent over', ledger: DUPLICATE, findings: [...DUPLICATE_FOUND, 'C27 true-overpayment 0.01 patient Doe'] },

    { name: 'one payee, the whole credit', ledger: DUPLICATE, findings: DUPLICATE_FOUND },
    {
      name: 'two payees, 480 and 30 of 510 (P3)',
      ledger: `${DUPLICATE}\n2026-03-02 payment 30 patient`,
      findings: [...DUPLICATE_FOUND, 'C27 true-overpayment 30 patient Doe'],
    },
    { name: 'corrections are no refunds', ledger: DUPLICATE, findings: ['C08 posting-error 5000 none'] },
  ],
});
