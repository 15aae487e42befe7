import { v17 } from '../../../src/core/checks/v17-recoupment-limit';
import { checkTable } from './checkHarness';

// as of 2026-06-30. Texas: 180 days. Paid 2026-01-01: until 2026-06-30. Paid 2025-12-31: until 2026-06-29.
const paid = (iso: string, state = 'TX'): string => `account A1 state=${state}\n${iso} payment 480 Aetna`;
const found = ['C01 true-overpayment 480 payer Aetna'];
checkTable(v17, {
  fires: [
    { name: 'Texas, a day over', ledger: paid('2025-12-31'), findings: found, says: 'until 2026-06-29 (L-TX)' },
    {
      name: 'Maryland, six months from a month end (31 Dec to 30 June is the last day, 30 Dec is over)',
      ledger: paid('2025-12-29', 'MD'),
      findings: found,
      says: 'until 2026-06-29 (L-MD)',
    },
    { name: 'small letters', ledger: paid('2025-12-31', 'tx'), findings: found, says: 'L-TX' },
    { name: 'Arizona, a year', ledger: paid('2025-06-29', 'AZ'), findings: found, says: '2026-06-29' },
  ],
  silent: [
    { name: 'Texas, the last day', ledger: paid('2026-01-01'), findings: found },
    { name: 'Alaska has no limit', ledger: paid('2010-01-01', 'AK'), findings: found },
    { name: 'Maryland COB has 18 months', ledger: paid('2025-12-29', 'MD'), findings: ['C03 true-overpayment 480 payer Aetna'] },
    {
      name: 'Medicare is not bound',
      ledger: 'payer Medicare class=medicare\naccount A1 state=TX\n2020-01-01 payment 480 Medicare',
      findings: ['C01 true-overpayment 480 payer Medicare'],
    },
    { name: 'a patient refund', ledger: paid('2010-01-01'), findings: ['C27 true-overpayment 480 patient Doe'] },
  ],
  untestable: [
    { name: 'a state of blanks', ledger: 'account A1 state=" "\n2025-12-31 payment 480 Aetna', findings: found, missing: 'state' },
    { name: 'the payer paid nothing', ledger: 'account A1 state=TX\n2025-12-31 payment 480 Cigna', findings: found, missing: 'date of the payment' },

    { name: 'no state', ledger: '2025-12-31 payment 480 Aetna', findings: found, missing: 'state' },
    { name: 'Wyoming is unverified', ledger: paid('2010-01-01', 'WY'), findings: found, missing: 'limit for WY' },
    { name: 'no date', ledger: 'account A1 state=TX\n- payment 480 Aetna', findings: found, missing: 'date of the payment' },
  ],
});
