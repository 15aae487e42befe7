import { causeTable } from '../harness';
import { aetna480, BASE, PATIENT, proposes } from './proposing';

const base = `
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;
const paid = `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1`;

causeTable('C28', {
  fires: [
    {
      name: 'reprocessed: share 120, paid, now 80',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120
2026-02-20 payment 120 patient
2026-03-01 reversal 480 Aetna check=1
2026-03-01 payment 520 Aetna check=2 claim=C1 allowed=600 pr=80`,
      findings: ['C28 true-overpayment 40.00 patient Patient high'],
    },
    {
      name: 'by an additional payment of 40',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120
2026-02-20 payment 120 patient
2026-03-01 payment 40 Aetna check=2 claim=C1 allowed=600 pr=80`,
      findings: ['C28 true-overpayment 40.00 patient Patient high'],
    },
    {
      name: 'by remittance rows',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=C1
2026-02-20 payment 120 patient
2026-03-01 payment 40 Aetna check=2 claim=C1
remit Aetna 480 2026-02-01 claim=C1 check=1 allowed=600 pr=120
remit Aetna 520 2026-03-01 claim=C1 check=2 allowed=600 pr=80`,
      findings: ['C28 true-overpayment 40.00 patient Patient high'],
    },
    {
      name: 'the share is moved back in part after it was paid',
      ledger: `${paid}
2026-02-01 transfer -120 Aetna
2026-02-01 transfer 120 patient
2026-02-20 payment 120 patient
2026-03-01 payment 40 Aetna check=2 claim=CL1
2026-03-01 transfer 40 Aetna
2026-03-01 transfer -40 patient`,
      findings: ['C28 true-overpayment 40.00 patient Patient medium'],
    },
    {
      name: 'capped at what was paid too much: paid 100 of 120, now 80',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120
2026-02-20 payment 100 patient
2026-03-01 payment 40 Aetna check=2 claim=C1 allowed=600 pr=80`,
      findings: ['C28 true-overpayment 20.00 patient Patient high'],
    },
  ],
  silent: [
    {
      name: 'the share went up',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120
2026-02-20 payment 120 patient
2026-03-01 takeback 40 Aetna claim=C1
2026-03-01 payment 0 Aetna check=2 claim=C1 allowed=600 pr=160`,
    },
    {
      name: 'the patient had not paid',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120
2026-03-01 payment 40 Aetna check=2 claim=C1 allowed=600 pr=80
2026-04-01 payment 80 patient`,
      findings: [],
    },
    {
      name: 'the same share again',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120
2026-02-20 payment 150 patient
2026-03-01 reversal 480 Aetna check=1
2026-03-01 payment 480 Aetna check=2 claim=C1 allowed=600 pr=120`,
    },
    {
      name: 'another claim with a smaller share',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1500
2026-02-01 contractual 600 Aetna
2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120
2026-02-01 payment 250 Aetna check=1 claim=C2 allowed=300 pr=50
2026-03-01 payment 190 patient`,
    },
    {
      name: 'refunded already',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120
2026-02-20 payment 120 patient
2026-03-01 payment 40 Aetna check=2 claim=C1 allowed=600 pr=80
2026-03-20 refund 40 patient`,
      findings: [],
    },
  ],
});

const moved = `${BASE}${aetna480(1, '2026-02-01')}\n2026-02-01 transfer -120 Aetna\n2026-02-01 transfer 120 patient`; // rows 5 and 6
const back = (day: string, cents: number): string => `\n${day} transfer ${cents} Aetna\n${day} transfer ${-cents} patient`;

proposes('C28', [
  [
    '40 moved back, and 30 paid too much besides',
    `${moved}\n2026-02-20 payment 150 patient${back('2026-03-01', 40)}`,
    'true-overpayment 40.00 of Patient to Patient amounts high claims 7',
  ],
  [
    'moved back 40, then 10 moved to the patient again: what was moved back is 40',
    `${moved}\n2026-02-20 payment 150 patient${back('2026-03-01', 40)}${back('2026-03-02', -10)}`,
    'true-overpayment 40.00 of Patient to Patient amounts high claims 7',
  ],
  ['30 more moved to the patient', `${moved}\n2026-02-20 payment 200 patient${back('2026-03-01', -30)}`],
  ['moved back before the patient paid', `${moved}${back('2026-02-10', 40)}${PATIENT}`],
  ['moved back on the day the patient paid', `${moved}${PATIENT}${back('2026-02-20', 40)}`],
  ['no more than the new share was paid', `${moved}\n2026-02-20 payment 80 patient${back('2026-03-01', 40)}`],
  [
    'the one remittance there is states the share of 80: nothing was reduced',
    `${BASE}\n2026-02-01 payment 520 Aetna check=1 claim=CL1 allowed=600 pr=80\n2026-02-01 transfer -120 Aetna\n2026-02-01 transfer 120 patient${PATIENT}${back('2026-03-01', 40)}`,
  ],
]);
