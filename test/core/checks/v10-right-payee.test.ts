import { v10 } from '../../../src/core/checks/v10-right-payee';
import { checkTable, DUPLICATE, DUPLICATE_FOUND } from './checkHarness';

const patient = ['C27 true-overpayment 120 patient Doe'];
const from = (text: string): string => `account A1 patient="Doe, Ann" guarantorName="Doe, Bob"\n2026-01-05 charge 100\n2026-02-01 payment 220 patient ${text}`;
checkTable(v10, {
  fires: [
    {
      name: 'a refund to a payer on the party of the patient',
      ledger: DUPLICATE,
      findings: ['C01 true-overpayment 120 payer Doe party=patient'],
      says: 'Doe has no payment',
    },

    { name: 'an HSA paid', ledger: from('payerText="Optum HSA"'), findings: patient, says: 'somebody other than the patient' },
    { name: 'a charity paid', ledger: from('payerText="Hope Fund"'), findings: patient, says: 'somebody other than the patient' },
    {
      name: 'a payer that paid nothing here',
      ledger: `${DUPLICATE}\n2026-02-01 contractual 0 Cigna`,
      findings: ['C01 true-overpayment 480 payer Cigna'],
      says: 'Cigna has no payment',
    },
    { name: 'no payee proved', ledger: DUPLICATE, unexplained: 30, says: 'For $30.00 no payee is proved' },
    { name: 'the patient paid nothing', ledger: '2026-02-01 payment 220 Aetna', findings: patient, says: 'no payment on this account' },
    { name: 'the payment was reversed', ledger: `${from('')}\n2026-02-03 reversal 220 patient`, findings: patient, says: 'no payment on this account' },
  ],
  silent: [
    { name: 'the payer that paid', ledger: DUPLICATE, findings: DUPLICATE_FOUND },
    { name: 'the patient', ledger: from('payerText=PATIENT'), findings: patient },
    { name: 'the guarantor by name', ledger: from('payerText="DOE BOB"'), findings: patient },
    { name: 'nothing leaves', ledger: DUPLICATE, findings: ['C02 posting-error 480 none party=Aetna'] },
  ],
  untestable: [
    {
      name: 'who paid is said for one payment of two',
      ledger: `${from('payerText=PATIENT')}\n2026-02-02 payment 20 patient`,
      findings: patient,
      missing: 'who paid',
    },
    { name: 'who paid is not said', ledger: from(''), findings: patient, missing: 'who paid' },
  ],
});
