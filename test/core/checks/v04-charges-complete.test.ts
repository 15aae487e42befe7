import { v04 } from '../../../src/core/checks/v04-charges-complete';
import { checkTable } from './checkHarness';

const found = ['C01 true-overpayment 300 payer Aetna'];
// as of 2026-06-30; the lag is 14 days: served on 16 June is 14 days ago
const served = (iso: string, more = ''): string => `2026-01-05 charge 700 none service=${iso}\n2026-02-01 payment 1000 Aetna ${more}`;
checkTable(v04, {
  fires: [
    {
      name: 'the last bill counts though it stands first in the sheet',
      ledger: `${served('2026-01-05')}\nremit Aetna 1 2026-03-01 claim=X billed=900\nremit Aetna 1 2026-02-01 claim=X billed=700`,
      findings: found,
      says: '$900.00',
    },
    {
      name: 'only charge credits',
      ledger: '2026-01-05 chargecredit 700 none service=2026-01-05\n2026-02-01 payment 1 Aetna',
      findings: found,
      says: 'No charge is posted',
    },
    {
      name: 'cancelled, but a charge stands: what was billed counts',
      ledger: `account A1 status=Cancelled\n${served('2026-01-05', 'billed=1000')}`,
      findings: found,
      says: '$1,000.00',
    },
    { name: 'served today', ledger: served('2026-06-30', 'billed=700'), findings: found, says: '0 days ago' },
    {
      name: 'billed 1,000, posted 700 (P8)',
      ledger: served('2026-01-05', 'billed=1000'),
      findings: found,
      says: 'billed at $1,000.00, the charges posted are $700.00',
    },
    { name: 'billed two cents less than posted', ledger: served('2026-01-05', 'billed=699.98'), findings: found, says: 'billed at $699.98' },
    { name: 'served yesterday', ledger: served('2026-06-29', 'billed=700'), findings: found, says: 'The service was 1 day ago' },
    { name: 'served in a month', ledger: served('2026-07-30', 'billed=700'), findings: found, says: 'The service is in 30 days' },
    {
      name: 'no service date, and a charge posted 13 days ago',
      ledger: '2026-01-05 charge 600\n2026-06-17 charge 100\n2026-02-01 payment 1000 Aetna billed=700',
      findings: found,
      says: 'A charge was posted 13 days ago and no day of service is given',
    },
    { name: 'served 13 days ago', ledger: served('2026-06-17', 'billed=700'), findings: found, says: '13 days ago' },
    {
      name: 'the last bill counts',
      ledger: `${served('2026-01-05')}\nremit Aetna 1 2026-02-01 claim=X billed=700\nremit Aetna 1 2026-03-01 claim=X billed=900`,
      findings: found,
      says: '$900.00',
    },
    {
      name: 'no charge at all (P16)',
      ledger: '2026-06-01 payment 300 patient',
      findings: ['C22 true-overpayment 300 patient Doe'],
      says: 'No charge is posted',
    },
    {
      name: 'service still to come',
      ledger: 'account A1 serviceFrom=2026-08-01\n2026-06-01 payment 300 patient',
      unexplained: 300,
      says: 'charges may still come',
    },
  ],
  silent: [
    {
      name: 'a provider-level line bills nothing, nor does a line without the column',
      ledger: `${served('2026-01-05', 'billed=700')}\nremit Aetna -480 2026-03-01 claim=X billed=900 plb=WO\nremit Aetna 1 2026-03-02 claim=Y`,
      findings: found,
    },
    {
      name: 'of two bills of one day the later row counts',
      ledger: `${served('2026-01-05')}\nremit Aetna 1 2026-02-01 claim=X billed=900\nremit Aetna 1 2026-02-01 claim=X billed=700`,
      findings: found,
    },
    { name: 'billed as posted, 14 days ago', ledger: served('2026-06-16', 'billed=700'), findings: found },
    { name: 'a cent apart', ledger: served('2026-01-05', 'billed=700.01'), findings: found },
    {
      name: 'two claims of 300 and 400',
      ledger: `${served('2026-01-05')}\nremit Aetna 1 2026-02-01 claim=X billed=300\nremit Aetna 1 2026-02-01 claim=Y billed=400`,
      findings: found,
    },
    {
      name: 'a reversal does not count as the last bill',
      ledger: `${served('2026-01-05')}\nremit Aetna 1 2026-02-01 claim=X billed=700\nremit Aetna -1 2026-03-01 claim=X billed=-700 status=22`,
      findings: found,
    },
    {
      name: 'no charge because the visit was cancelled',
      ledger: 'account A1 status=Cancelled serviceFrom=2026-05-01\n2026-04-20 deposit 300 patient',
      findings: ['C22 true-overpayment 300 patient Doe'],
    },
    { name: 'no money would leave', ledger: served('2026-06-29', 'billed=1000'), findings: ['C11 posting-error 300 none'] },
  ],
  untestable: [
    { name: 'nothing says what was billed', ledger: served('2026-01-05'), findings: found, missing: 'billed amount' },
    {
      name: 'no service date, and the last charge posted 14 days ago',
      ledger: '2026-01-05 charge 600\n2026-06-16 charge 100\n2026-02-01 payment 1000 Aetna billed=700',
      findings: found,
      missing: 'service date',
    },
    { name: 'no service date', ledger: '2026-01-05 charge 700\n2026-02-01 payment 1000 Aetna billed=700', findings: found, missing: 'service date' },
  ],
});
