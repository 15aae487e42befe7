import { v07 } from '../../../src/core/checks/v07-payment-cleared';
import { checkTable } from './checkHarness';

// as of 2026-06-30; ten days ago is 20 June
const paid = (iso: string, more: string): string => `2026-01-05 charge 100\n${iso} payment 200 patient ${more}`;
const found = ['C27 true-overpayment 100 patient Doe'];
checkTable(v07, {
  fires: [
    { name: 'a check of nine days', ledger: paid('2026-06-21', 'method=CHECK'), findings: found, says: '9 days old' },
    { name: 'method not said, nine days', ledger: paid('2026-06-21', ''), findings: found, says: '9 days old' },
    { name: 'posted early, deposited nine days ago', ledger: paid('2026-06-10', 'method=CHECK deposited=2026-06-21'), findings: found, says: '9 days old' },
    { name: 'a card in dispute', ledger: paid('2026-01-10', 'method=VISA status=disputed'), findings: found, says: 'marked "disputed"' },
    {
      name: 'a bank return not posted',
      ledger: `${paid('2026-01-10', 'method=CHECK')}\n2026-01-20 bankreturn 200 patient`,
      findings: found,
      says: 'bank returned',
    },
    {
      name: "a payer's check of three days",
      ledger: '2026-06-27 payment 200 Aetna method=CHECK',
      findings: ['C01 true-overpayment 100 payer Aetna'],
      says: '3 days old',
    },
  ],
  silent: [
    {
      name: 'no payment of the party: nothing can come back',
      ledger: '2026-06-29 payment 5 Aetna method=CHECK\n2026-06-29 bankreturn 5 Aetna',
      findings: found,
    },
    {
      name: 'the return is posted',
      ledger: `${paid('2026-01-10', 'method=CASH')}\n2026-01-12 payment 50 patient method=CASH\n2026-01-20 reversal 50 patient`,
      findings: found,
    },
    {
      name: 'only the payment that the refund gives back is asked for, not a younger one of the same payer',
      ledger: '2026-01-10 payment 200 Aetna method=CHECK\n2026-06-29 payment 200 Cigna method=CHECK',
      findings: ['C01 true-overpayment 100 payer Aetna'],
    },
    { name: 'a check of ten days', ledger: paid('2026-06-20', 'method=CHECK'), findings: found },
    { name: 'cash of today', ledger: paid('2026-06-30', 'method=CASH'), findings: found },
    { name: 'an EFT of yesterday', ledger: '2026-06-29 payment 200 Aetna method=EFT', findings: ['C01 true-overpayment 100 payer Aetna'] },
    { name: 'a settled card', ledger: paid('2026-01-10', 'method=CARD status=settled'), findings: found },
    { name: "another party's young check", ledger: `${paid('2026-01-10', 'method=CASH')}\n2026-06-29 payment 5 Aetna method=CHECK`, findings: found },
    { name: 'a payer, method not said, old', ledger: '2026-01-10 payment 200 Aetna', findings: ['C01 true-overpayment 100 payer Aetna'] },
  ],
  untestable: [
    { name: 'a card, no status', ledger: paid('2026-01-10', 'method=CARD'), findings: found, missing: 'in dispute' },
    { name: 'a patient payment, method not said, old', ledger: paid('2026-01-10', ''), findings: found, missing: 'payment method' },
    { name: 'no date', ledger: '- payment 200 patient method=CHECK', findings: found, missing: 'post date' },
  ],
});
