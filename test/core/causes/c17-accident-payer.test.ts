import { causeTable } from '../harness';
import { PATIENT, proposes } from './proposing';

const comp = `
payer Comp class=workers-comp
account A1 payer1=Aetna payer2=Comp
2026-01-05 charge 1000
2026-02-01 contractual 400 Comp`;

causeTable('C17', {
  fires: [
    {
      name: 'workers’ compensation paid in full, health plan and patient are owed',
      ledger: `${comp}
2026-02-01 payment 480 Aetna check=1
2026-02-20 payment 120 patient
2026-03-01 payment 600 Comp check=2`,
      findings: ['C17 true-overpayment 120.00 patient Patient medium', 'C17 true-overpayment 480.00 payer Aetna medium'],
    },
    {
      name: 'only the health plan paid beside it',
      ledger: `${comp}
2026-02-01 payment 480 Aetna check=1
2026-03-01 payment 600 Comp check=2`,
      findings: ['C17 true-overpayment 480.00 payer Aetna medium'],
    },
    {
      name: 'auto paid part: the plan owes the rest as second',
      ledger: `payer Auto class=auto
account A1 payer1=Aetna payer2=Auto
2026-01-05 charge 1000
2026-02-01 contractual 400 Auto
2026-02-01 payment 480 Aetna check=1
2026-03-01 payment 500 Auto check=2`,
      findings: ['C17 true-overpayment 380.00 payer Aetna medium'],
    },
    {
      name: 'a liability settlement',
      ledger: `payer Liability class=liability
account A1 payer1=Aetna payer2=Liability
2026-01-05 charge 1000
2026-02-01 payment 480 Aetna check=1
2026-03-01 payment 1000 Liability check=2`,
      findings: ['C17 true-overpayment 480.00 payer Aetna medium'],
    },
    {
      name: 'remittances: high',
      ledger: `${comp}
2026-02-01 payment 480 Aetna check=1 claim=C1 allowed=600 pr=120
2026-03-01 payment 600 Comp check=2 claim=C2 allowed=600 pr=0`,
      findings: ['C17 true-overpayment 480.00 payer Aetna high'],
    },
  ],
  silent: [
    {
      name: 'only the accident payer paid',
      ledger: `${comp}
2026-03-01 payment 600 Comp check=2`,
      findings: [],
    },
    {
      name: 'the health plan took its money back',
      ledger: `${comp}
2026-02-01 payment 480 Aetna check=1
2026-03-01 payment 600 Comp check=2
2026-04-01 takeback 480 Aetna`,
      findings: [],
    },
    {
      name: 'two health plans are C03',
      ledger: `account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1
2026-03-01 payment 480 Cigna check=2`,
    },
    {
      name: 'Medicare beside it is C04',
      ledger: `payer Medicare class=medicare
payer Comp class=workers-comp
account A1 payer1=Medicare payer2=Comp
2026-01-05 charge 1000
2026-02-01 contractual 400 Comp
2026-02-01 payment 480 Medicare check=1
2026-03-01 payment 600 Comp check=2`,
      findings: ['C04 true-overpayment 480.00 payer Medicare medium'],
    },
    {
      name: 'the health plan paid just what was left',
      ledger: `${comp}
2026-02-01 payment 100 Aetna check=1
2026-03-01 payment 500 Comp check=2`,
      findings: [],
    },
  ],
});

const accident = (cls: string, payments: string): string =>
  `payer Comp class=${cls}\npayer Auto class=auto\npayer Medicare class=medicare\naccount A1 payer1=Aetna payer2=Comp payer3=Cigna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Comp${payments}`;
const full = '\n2026-03-01 payment 600 Comp check=2';
const plan = '\n2026-02-01 payment 480 Aetna check=1';

proposes('C17', [
  [
    'the accident payer is listed and has not paid',
    accident('workers-comp', `${plan.replace('check=1', 'check=1 claim=CL1')}\n2026-02-09 payment 480 Aetna check=3 claim=CL1`).replaceAll(
      'contractual 400 Comp',
      'contractual 400 Aetna',
    ),
  ],
  ['a second accident payer is no health plan', accident('workers-comp', `${full}\n2026-03-02 payment 100 Auto check=3`)],
  ['Medicare beside it is C04', accident('workers-comp', `${full}\n2026-03-02 payment 480 Medicare check=3`)],
  [
    'auto insurance is no payment in full: the patient is left to other causes',
    accident('auto', `${plan}${PATIENT}${full}`),
    'true-overpayment 480.00 of Aetna to Aetna amounts high claims 4',
  ],
  ['no health plan paid: the patient is left to other causes', accident('workers-comp', `${PATIENT}${full}`)],
  [
    'one of two health plans paid: patient and plan are owed; the later payment first',
    accident('workers-comp', `\n2026-02-01 payment 300 Aetna check=1\n2026-02-02 payment 180 Aetna check=3${PATIENT}${full}`),
    'true-overpayment 480.00 of Aetna to Aetna amounts high claims 5,4',
    'true-overpayment 120.00 of Patient to Patient amounts high claims 6',
  ],
  ['a cent from the health plan', accident('workers-comp', `\n2026-02-01 payment 0.01 Aetna check=1${full}`)],
  ['two cents', accident('workers-comp', `\n2026-02-01 payment 0.02 Aetna check=1${full}`), 'true-overpayment 0.02 of Aetna to Aetna amounts high claims 4'],
]);
