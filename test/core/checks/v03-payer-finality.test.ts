import { v03 } from '../../../src/core/checks/v03-payer-finality';
import { checkTable, DUPLICATE, DUPLICATE_FOUND } from './checkHarness';

const PREPAID = '\n2026-01-05 charge 1000\n2026-01-05 payment 200 patient\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 480 Aetna';
const patient = ['C05 true-overpayment 80 patient Doe'];
checkTable(v03, {
  fires: [
    { name: 'claim pending, patient owed', ledger: `account A1 claimStatus=Pending${PREPAID}`, findings: patient, says: 'The claim status is "Pending"' },
    {
      name: 'claim pending, payer owed: a warning',
      ledger: `account A1 claimStatus=Pending${DUPLICATE}`,
      findings: DUPLICATE_FOUND,
      says: 'Pending',
      severity: 'warn',
    },
    { name: 'on appeal by the billing status', ledger: `account A1 status="In appeal" claimStatus=Paid${PREPAID}`, findings: patient, says: 'In appeal' },
    {
      name: 'a secondary is listed and silent',
      ledger: `account A1 payer1=Aetna payer2=Cigna${PREPAID}`,
      findings: patient,
      says: 'Cigna is listed as a payer here and has not answered',
    },
    { name: 'cancelled, but charges stand', ledger: `account A1 payer2=Cigna status=Cancelled${PREPAID}`, findings: patient, says: 'Cigna' },
    { name: 'no payee proved: as strict as for a patient', ledger: `account A1 claimStatus="In process"${PREPAID}`, unexplained: 80, says: 'In process' },
  ],
  silent: [
    {
      name: 'a listed payer whose remittance came, and no second one listed',
      ledger: `account A1 payer1=Aetna payer2=Cigna claimStatus=closed${PREPAID}\nremit Cigna 0 2026-03-01 claim=X`,
      findings: patient,
    },

    { name: 'claim final', ledger: `account A1 claimStatus=Finalized${PREPAID}`, findings: patient },
    { name: 'final, though a secondary is silent', ledger: `account A1 payer2=Cigna claimStatus=Paid${PREPAID}`, findings: patient },
    {
      name: 'the visit was cancelled and never billed',
      ledger: 'account A1 payer1=Aetna status=Cancelled\n2026-01-05 deposit 80 patient',
      findings: ['C22 true-overpayment 80 patient Doe'],
    },
    { name: 'nothing is owed to anybody', ledger: `account A1 claimStatus=Pending${PREPAID}`, findings: ['C08 posting-error 80 none'] },
  ],
  untestable: [
    {
      name: 'the second payer answered by remittance alone',
      ledger: `account A1 payer1=Aetna payer2=Cigna${PREPAID}\nremit Cigna 0 2026-03-01 claim=X`,
      findings: patient,
      missing: 'claim status',
    },

    { name: 'no claim status', ledger: `account A1 payer1=Aetna${PREPAID}`, findings: patient, missing: 'claim status' },
    { name: 'a status that says nothing', ledger: `account A1 claimStatus=X7${PREPAID}`, findings: patient, missing: 'claim status' },
    { name: 'blank on this account', ledger: `account A1${PREPAID}\naccount A2 claimStatus=Paid`, findings: patient, missing: 'claim status' },
  ],
});
