import { causeTable } from '../harness';
import { aetna480, PATIENT, proposes, STATED } from './proposing';

const head = (ins: number, pt: number) => `account A1 payer1=Aetna balance=0 insBalance=${ins} ptBalance=${pt}
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;
const stated = '\n2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120';

causeTable('C26', {
  fires: [
    {
      name: 'the share of 120 was never moved; the patient paid it',
      ledger: `${head(120, -120)}${stated}
2026-02-20 payment 120 patient`,
      findings: ['C26 misallocated 120.00 none high'],
      shortfall: '120.00',
    },
    {
      name: 'too much was moved: insurance part in credit',
      ledger: `${head(-40, 40)}${stated}
2026-02-20 payment 120 patient`,
      findings: ['C26 misallocated 40.00 none high'],
      shortfall: '40.00',
    },
    {
      name: 'transfers show it as well',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna${stated}
2026-02-01 transfer -80 Aetna
2026-02-01 transfer 80 patient
2026-02-20 payment 120 patient`,
      findings: ['C26 misallocated 40.00 none high'],
      shortfall: '40.00',
    },
    {
      name: 'a cent apart',
      ledger: `${head(120, -119.99)}${stated}
2026-02-20 payment 120 patient`,
      findings: ['C26 misallocated 119.99 none high'],
      shortfall: '119.99',
    },
    {
      name: 'after a reversal',
      ledger: `${head(120, -120)}${stated}
2026-02-20 payment 120 patient check=1
2026-02-21 reversal 120 patient check=1
2026-02-22 payment 120 patient check=2`,
      findings: ['C26 misallocated 120.00 none high'],
      shortfall: '120.00',
    },
  ],
  silent: [
    {
      name: 'no remittance: a part in credit may be a real overpayment',
      ledger: `${head(120, -120)}
2026-02-01 payment 480 Aetna check=1
2026-02-20 payment 120 patient`,
      findings: [],
    },
    {
      name: 'payer 600 where 480 is owed beside a patient who owes 120: C07',
      ledger: `account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 600 Aetna check=1 allowed=600 pr=120
2026-02-01 transfer -120 Aetna
2026-02-01 transfer 120 patient`,
    },
    {
      name: 'the parts agree',
      ledger: `${head(0, 0)}${stated}
2026-02-20 payment 120 patient`,
      findings: [],
    },
    {
      name: 'the parts differ by two cents',
      ledger: `${head(120, -119.98)}${stated}
2026-02-20 payment 120 patient`,
    },
    {
      name: 'P2: a short payer and a patient who overpaid',
      ledger: `${head(80, -80)}
2026-02-01 payment 400 Aetna check=1 allowed=600 pr=120
2026-03-01 payment 200 patient`,
      findings: ['C27 true-overpayment 80.00 patient Patient high'],
    },
  ],
});

const parts = (insurance: number, own: number, contractual: number, rows: string): string =>
  `account A1 payer1=Aetna balance=0 insBalance=${insurance} ptBalance=${own}\n2026-01-05 charge 1000\n2026-02-01 contractual ${contractual} Aetna${rows}`;

proposes('C26', [
  ['a cent on each side', parts(0.01, -0.01, 400, `${aetna480(1, '2026-02-01', STATED)}${PATIENT}`)],
  ['two cents on each side', parts(0.02, -0.02, 400, `${aetna480(1, '2026-02-01', STATED)}${PATIENT}`), 'misallocated 0.02 of Patient remittance high'],
  [
    'each a cent off what it owes: 480.01 and 119.99',
    parts(120, -120, 400, `\n2026-02-01 payment 480.01 Aetna check=1 claim=CL1${STATED}\n2026-02-20 payment 119.99 patient`),
    'misallocated 120.00 of Patient remittance high',
  ],
  [
    'one of them did not pay what it owes: 70 of 120, and the contractual is 50 too high',
    parts(120, -120, 450, `${aetna480(1, '2026-02-01', STATED)}\n2026-02-20 payment 70 patient`),
  ],
]);
