import { v05 } from '../../../src/core/checks/v05-takeback-in-progress';
import { ask, checkTable, DUPLICATE, DUPLICATE_FOUND } from './checkHarness';

// as of 2026-06-30; 45 days back is 2026-05-16
const found = DUPLICATE_FOUND;
const quiet = '\nremit Aetna 480 2026-02-01 claim=CL1';
checkTable(v05, {
  fires: [
    {
      name: 'a forwarding balance on the last day of the window',
      ledger: `${DUPLICATE}\nremit Aetna -480 2026-05-16 plb=FB`,
      findings: found,
      says: 'Aetna began to take money back on 2026-05-16',
    },
    { name: 'an overpayment recovery', ledger: `${DUPLICATE}\nremit Aetna -480 2026-06-20 plb=WO`, findings: found, says: '2026-06-20' },
    { name: 'a status-22 reversal', ledger: `${DUPLICATE}\nremit Aetna -480 2026-06-20 status=22 claim=CL1`, findings: found, says: '2026-06-20' },
    {
      name: 'a takeback of a part is posted',
      ledger: `${DUPLICATE}\n2026-06-25 takeback 100 Aetna`,
      findings: ['C01 true-overpayment 380 payer Aetna'],
      says: '2026-06-25',
    },
    { name: 'no payee proved: any payer counts', ledger: `${DUPLICATE}\nremit Cigna -480 2026-06-20 plb=WO`, unexplained: 480, says: 'A payer began' },
  ],
  silent: [
    { name: "another payer's takeback is posted", ledger: `${DUPLICATE}${quiet}\n2026-06-25 takeback 100 Cigna`, findings: found },

    { name: 'a day too old', ledger: `${DUPLICATE}\nremit Aetna -480 2026-05-15 plb=FB`, findings: found },
    { name: "another payer's takeback", ledger: `${DUPLICATE}\nremit Cigna -480 2026-06-20 plb=WO`, findings: found },
    { name: 'interest is no takeback', ledger: `${DUPLICATE}\nremit Aetna 6 2026-06-20 plb=L6`, findings: found },
    { name: "another account's", ledger: `${DUPLICATE}${quiet}\naccount A2\nremit Aetna -480 2026-06-20 plb=WO`, findings: found },
    { name: 'a patient refund', ledger: DUPLICATE, findings: ['C05 true-overpayment 80 patient Doe'] },
  ],
  untestable: [{ name: 'no remittance', ledger: DUPLICATE, findings: found, missing: 'remittance' }],
});

it('says that waiting does not stop the federal clock', () => {
  const ledger = `payer Medicare class=medicare\n2026-03-01 payment 480 Medicare\nremit Medicare -480 2026-06-20 plb=WO`;
  expect(ask(v05, { name: '', ledger, findings: ['C01 true-overpayment 480 payer Medicare'] })).toMatchObject({
    clears: expect.stringContaining('federal clock'),
  });
});
