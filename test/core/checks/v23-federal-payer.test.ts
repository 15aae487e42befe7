import { v23 } from '../../../src/core/checks/v23-federal-payer';
import { checkTable } from './checkHarness';

const LEDGER =
  'payer Medicare class=medicare\npayer Odd class=unknown\n2026-03-01 payment 480 Medicare\n2026-03-01 payment 480 Aetna\n2026-03-01 payment 480 Odd';
checkTable(v23, {
  fires: [
    {
      name: 'a small federal credit held',
      ledger: LEDGER,
      findings: ['C23 hold 4.10 payer Medicare resolution=SMALL_CREDIT_POLICY'],
      says: '$4.10 of Medicare may not be kept',
    },
    { name: 'a cent held', ledger: LEDGER, findings: ['C23 hold 0.01 payer Medicare resolution=SMALL_CREDIT_POLICY'], says: '$0.01' },
    {
      name: 'sent to unclaimed property',
      ledger: LEDGER,
      findings: ['C01 true-overpayment 480 payer Medicare resolution=ESCHEAT_TRACK'],
      says: 'may not be kept',
    },
    {
      name: 'set against another account',
      ledger: LEDGER,
      findings: ['C01 true-overpayment 480 payer Medicare resolution=TRANSFER_ACCOUNT'],
      says: 'set against another debt',
    },
  ],
  silent: [
    {
      name: 'a patient refund asks for no payer class',
      ledger: 'payer Nobody class=unknown\n2026-03-01 payment 480 Nobody',
      findings: ['C27 true-overpayment 480 patient Nobody party=Nobody'],
    },

    { name: 'refunded to Medicare', ledger: LEDGER, findings: ['C01 true-overpayment 480 payer Medicare'] },
    { name: 'a small commercial credit', ledger: LEDGER, findings: ['C23 hold 4.10 payer Aetna resolution=SMALL_CREDIT_POLICY'] },
    {
      name: 'a federal payment posted to the wrong account',
      ledger: LEDGER,
      findings: ['C12 misallocated 480 account A2 party=Medicare resolution=TRANSFER_ACCOUNT'],
    },
    { name: 'a patient credit', ledger: LEDGER, findings: ['C27 true-overpayment 4.10 patient Doe resolution=SMALL_CREDIT_POLICY'] },
  ],
  untestable: [{ name: 'a payer of no known class', ledger: LEDGER, findings: ['C01 true-overpayment 480 payer Odd'], missing: 'payer class of Odd' }],
});
