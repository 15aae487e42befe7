import { v15 } from '../../../src/core/checks/v15-bucket-open';
import { checkTable, DUPLICATE, DUPLICATE_FOUND } from './checkHarness';

const HIDDEN = '2026-01-05 charge 600\n2026-02-01 payment 400 Aetna\n2026-01-05 payment 200 patient';
const found = ['C05 true-overpayment 80 patient Doe'];
checkTable(v15, {
  fires: [
    { name: 'by the listing, the other side', ledger: `account A1 insBalance=-80 ptBalance=80\n${HIDDEN}`, findings: found, says: 'Patient still owes $80.00' },

    { name: 'the payer is 80 short (P2)', ledger: HIDDEN, owes: { Aetna: 480, patient: 120 }, findings: found, says: 'Aetna still owes $80.00' },
    { name: 'by two cents', ledger: HIDDEN, owes: { Aetna: 400.02, patient: 120 }, findings: found, says: '$0.02' },
    { name: 'by its bucket', ledger: HIDDEN, buckets: { Aetna: 80, patient: -80 }, findings: found, says: 'Aetna still owes $80.00' },
    { name: 'by the listing', ledger: `account A1 insBalance=80 ptBalance=-80\n${HIDDEN}`, findings: found, says: 'Insurance still owes $80.00' },
    { name: 'by the shortfall of the review', ledger: HIDDEN, findings: found, shortfall: 80, says: '$80.00 is still owed' },
  ],
  silent: [
    { name: 'a bucket of one cent', ledger: DUPLICATE, buckets: { Aetna: -480, patient: 0.01 }, findings: DUPLICATE_FOUND },
    { name: 'a shortfall of one cent', ledger: DUPLICATE, buckets: { Aetna: -480 }, shortfall: 0.01, findings: DUPLICATE_FOUND },
    { name: 'listed at one cent', ledger: `account A1 insBalance=-480 ptBalance=0.01${DUPLICATE}`, findings: DUPLICATE_FOUND },
    { name: 'no refund is proposed', ledger: HIDDEN, owes: { Aetna: 480, patient: 120 }, findings: ['C08 posting-error 80 none'] },

    { name: 'everybody has paid', ledger: DUPLICATE, owes: { Aetna: 480, patient: 120 }, findings: DUPLICATE_FOUND },
    { name: 'short by a cent', ledger: DUPLICATE, owes: { Aetna: 480, patient: 120.01 }, findings: DUPLICATE_FOUND },
    { name: 'buckets in credit only', ledger: DUPLICATE, buckets: { Aetna: -480, patient: 0 }, findings: DUPLICATE_FOUND },
    { name: 'listed at zero and in credit', ledger: `account A1 insBalance=-480 ptBalance=0${DUPLICATE}`, findings: DUPLICATE_FOUND },
  ],
  untestable: [
    { name: 'the listing has one side', ledger: `account A1 insBalance=-480${DUPLICATE}`, findings: DUPLICATE_FOUND, missing: 'patient balance' },
    { name: 'the listing has the other side', ledger: `account A1 ptBalance=0${DUPLICATE}`, findings: DUPLICATE_FOUND, missing: 'insurance balance' },

    { name: 'nothing known of the sides', ledger: DUPLICATE, findings: DUPLICATE_FOUND, missing: 'insurance balance' },
    { name: 'one side known only', ledger: DUPLICATE, owes: { Aetna: 480 }, findings: DUPLICATE_FOUND, missing: 'patient balance' },
  ],
});
