import { causeTable } from '../harness';
import { aetna480, proposes } from './proposing';

const medicaid = `
payer Medicaid class=medicaid
account A1 payer1=Medicaid coverageAdded=2026-03-01 coverageFrom=2026-01-01 serviceFrom=2026-01-05
2026-01-05 charge 500`;
const full = `
2026-03-10 contractual 300 Medicaid
2026-03-10 payment 200 Medicaid check=1`;

causeTable('C16', {
  fires: [
    {
      name: 'Medicaid was added back to the service and paid in full',
      ledger: `${medicaid}
2026-01-20 payment 200 patient${full}`,
      findings: ['C16 true-overpayment 200.00 patient Patient medium'],
    },
    {
      name: 'in two payments',
      ledger: `${medicaid}
2026-01-20 payment 150 patient
2026-01-21 payment 51 patient${full}`,
      findings: ['C16 true-overpayment 201.00 patient Patient medium'],
    },
    {
      name: 'the first payer says that coverage had ended: it is owed what it paid',
      ledger: `account A1 payer1=Old payer2=New
2026-01-05 charge 1000
2026-02-01 contractual 400 New
2026-02-01 payment 480 Old check=1
2026-03-01 payment 480 New check=2
2026-03-20 payment 120 patient
2026-04-01 memo 0 Old carc=27`,
      findings: ['C16 true-overpayment 480.00 payer Old medium'],
    },
    {
      name: 'before coverage: reason 26 on a remittance row',
      ledger: `account A1 payer1=Old payer2=New
2026-01-05 charge 1000
2026-02-01 contractual 400 New
2026-02-01 payment 480 Old check=1 claim=C1
2026-03-01 payment 480 New check=2
2026-03-20 payment 120 patient
remit Old 0 2026-04-01 claim=C1 codes=26`,
      findings: ['C16 true-overpayment 480.00 payer Old medium'],
    },
    {
      name: 'a share remains: only the excess',
      ledger: `${medicaid}
2026-01-20 payment 200 patient
2026-03-10 contractual 250 Medicaid
2026-03-10 payment 200 Medicaid check=1`,
      findings: ['C16 true-overpayment 150.00 patient Patient medium'],
    },
  ],
  silent: [
    {
      name: 'coverage starts after the service',
      ledger: `payer Medicaid class=medicaid
account A1 payer1=Medicaid coverageAdded=2026-03-01 coverageFrom=2026-01-06 serviceFrom=2026-01-05
2026-01-05 charge 500
2026-01-20 payment 200 patient${full}`,
    },
    {
      name: 'the patient paid after coverage was added',
      ledger: `${medicaid}
2026-03-02 payment 200 patient${full}`,
    },
    {
      name: 'a commercial payer added later is C06',
      ledger: `account A1 payer1=Aetna coverageAdded=2026-03-01 coverageFrom=2026-01-01 serviceFrom=2026-01-05
2026-01-05 charge 500
2026-01-20 payment 203 patient
2026-03-10 contractual 300 Aetna
2026-03-10 payment 190 Aetna check=1`,
    },
    {
      name: 'the terminated payer has taken its money back',
      ledger: `account A1 payer1=Old payer2=New
2026-01-05 charge 1000
2026-02-01 contractual 400 New
2026-02-01 payment 480 Old check=1
2026-03-01 payment 480 New check=2
2026-03-20 payment 120 patient
2026-04-01 takeback 480 Old carc=27`,
      findings: [],
    },
    {
      name: 'nothing was paid too much',
      ledger: `${medicaid}${full}`,
      findings: [],
    },
  ],
});

const addedBack = (columns: string, paid = 200): string =>
  `payer Medicaid class=medicaid\naccount A1 payer1=Medicaid payer2=Aetna serviceFrom=2026-01-05 ${columns}\n2026-01-05 charge 500\n2026-01-20 payment 200 patient\n2026-03-10 contractual 300 Medicaid\n2026-03-10 payment ${paid} Medicaid check=1`;
const ended = (amounts: readonly string[]): string =>
  `account A1 payer1=Old payer2=New\n2026-01-05 charge 1000\n2026-02-01 contractual 400 New${amounts.map((amount, at) => `\n2026-02-0${at + 1} payment ${amount} Old check=${at + 1}`).join('')}\n2026-03-01 payment 480 New check=9\n2026-03-20 payment 120 patient\n2026-04-01 memo 0 Old carc=27`;

proposes('C16', [
  [
    'coverage from the very day of service, beside a payer that is only listed',
    addedBack('coverageAdded=2026-03-01 coverageFrom=2026-01-05'),
    'true-overpayment 200.00 of Patient to Patient reference high claims 3',
  ],
  ['coverage from a day later', addedBack('coverageAdded=2026-03-01 coverageFrom=2026-01-06')],
  ['from when it holds is not known', addedBack('coverageAdded=2026-03-01')],
  ['the patient paid on the day it was added, not before', addedBack('coverageAdded=2026-01-20 coverageFrom=2026-01-05')],
  ['the patient owed what was paid: 500 − 300 − 0', addedBack('coverageAdded=2026-03-01 coverageFrom=2026-01-05', 0)],
  [
    'Medicaid is listed and has not paid',
    `payer Medicaid class=medicaid\naccount A1 payer1=Aetna payer2=Medicaid serviceFrom=2026-01-05 coverageAdded=2026-03-01 coverageFrom=2026-01-05\n2026-01-05 charge 1000\n2026-01-20 payment 200 patient\n2026-02-01 contractual 400 Aetna${aetna480(1, '2026-02-01')}`,
  ],
  ['a cent from the payer that had ended', ended(['0.01'])],
  ['two cents, in two payments: the later first', ended(['0.01', '0.01']), 'true-overpayment 0.02 of Old to Old reference high claims 5,4'],
]);
