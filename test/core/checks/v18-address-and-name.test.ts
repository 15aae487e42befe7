import { v18 } from '../../../src/core/checks/v18-address-and-name';
import { checkTable, DUPLICATE } from './checkHarness';
import { ADDRESS, paying, refund } from './paymentCases';

const patient = refund({ payeeKind: 'patient', payee: 'Doe, Kim' });
// as of 2026-06-30: born 2008-06-30 is 18 today, born 2008-07-01 tomorrow
const born = (iso: string): string => `account A1 patient="Doe, Kim" dob=${iso}${DUPLICATE}`;
checkTable(v18, {
  fires: [
    { name: 'a patient without an address, of age', ledger: born('1980-01-01'), payment: paying({ refund: patient, address: null }), says: 'no row on Payees' },

    { name: 'no row on Payees', ledger: DUPLICATE, payment: paying({ address: null }), says: 'no row on Payees' },
    { name: 'no street', ledger: DUPLICATE, payment: paying({ address: { ...ADDRESS, line1: ' ' } }), says: 'lacks Address 1' },
    { name: 'no city and zip', ledger: DUPLICATE, payment: paying({ address: { ...ADDRESS, city: '', zip: '' } }), says: 'lacks City, ZIP' },
    { name: 'mail came back', ledger: DUPLICATE, payment: paying({ address: { ...ADDRESS, flags: 'Returned mail 3/2026' } }), says: 'Returned mail' },
    {
      name: 'the patient is deceased',
      ledger: `account A1 flags=Deceased patient="Doe, Kim"${DUPLICATE}`,
      payment: paying({ refund: patient }),
      says: 'Deceased',
    },
    { name: 'a minor, 18 tomorrow', ledger: born('2008-07-01'), payment: paying({ refund: patient }), says: 'minor' },
  ],
  silent: [
    { name: 'a payer of a patient who died, and of a minor', ledger: `account A1 flags=Deceased patient=Aetna dob=2020-01-01${DUPLICATE}`, payment: paying() },

    { name: 'a complete payer address', ledger: DUPLICATE, payment: paying() },
    { name: '18 today', ledger: born('2008-06-30'), payment: paying({ refund: patient }) },
    { name: 'the guarantor of a minor', ledger: born('2015-01-01'), payment: paying({ refund: refund({ payeeKind: 'patient', payee: 'Doe, Bob' }) }) },
  ],
  untestable: [
    { name: 'age not known', ledger: `account A1 patient="Doe, Kim"${DUPLICATE}`, payment: paying({ refund: patient }), missing: 'date of birth' },
    { name: 'no refund given', ledger: DUPLICATE, missing: 'the refund' },
  ],
});
