import { causeTable } from '../harness';
import { proposes } from './proposing';

const base = (more = '') => `
payer Medicare class=medicare
account A1 payer1=Medicare ${more}
2026-01-05 charge 1000
2026-02-01 contractual 400 Medicare`;

causeTable('C24', {
  fires: [
    {
      name: 'remark N781: the patient must not pay the 120',
      ledger: `${base()}
2026-02-01 payment 480 Medicare check=1 allowed=600 pr=120 remark=N781
2026-02-20 payment 120 patient`,
      findings: ['C24 true-overpayment 120.00 patient Patient high'],
      shortfall: '120.00',
    },
    {
      name: 'the share is written off already',
      ledger: `${base()}
2026-02-01 payment 480 Medicare check=1 allowed=600 pr=120 remark=N782
2026-02-03 writeoff 120 patient
2026-02-20 payment 120 patient`,
      findings: ['C24 true-overpayment 120.00 patient Patient high'],
    },
    {
      name: 'OA-209 on a remittance row',
      ledger: `${base()}
2026-02-01 payment 480 Medicare check=1 claim=C1
2026-02-20 payment 60 patient
remit Medicare 480 2026-02-01 claim=C1 check=1 allowed=600 pr=120 codes=OA-209`,
      findings: ['C24 true-overpayment 60.00 patient Patient high'],
      shortfall: '120.00',
    },
    {
      name: 'a QMB flag in the listing',
      ledger: `${base('qmb=Y')}
2026-02-01 payment 480 Medicare check=1
2026-02-01 writeoff 120 patient
2026-02-20 payment 120 patient`,
      findings: ['C24 true-overpayment 120.00 patient Patient medium'],
    },
    {
      name: 'Medicaid paid in full and the patient paid afterwards',
      ledger: `payer Medicaid class=medicaid
account A1 payer1=Medicaid
2026-01-05 charge 500
2026-02-01 contractual 300 Medicaid
2026-02-01 payment 200 Medicaid check=1
2026-03-05 payment 31 patient`,
      findings: ['C24 true-overpayment 31.00 patient Patient medium'],
    },
  ],
  silent: [
    {
      name: 'no remark, no flag',
      ledger: `${base()}
2026-02-01 payment 480 Medicare check=1 allowed=600 pr=120
2026-02-20 payment 120 patient`,
      findings: [],
    },
    {
      name: 'the patient paid nothing',
      ledger: `${base('qmb=Y')}
2026-02-01 payment 480 Medicare check=1
2026-02-01 writeoff 120 patient`,
      findings: [],
    },
    {
      name: 'spend-down',
      ledger: `${base('qmb=Y flags="spend-down"')}
2026-02-01 payment 480 Medicare check=1
2026-02-20 payment 120 patient`,
      findings: [],
    },
    {
      name: 'QMB says no',
      ledger: `${base('qmb=N')}
2026-02-01 payment 480 Medicare check=1
2026-02-20 payment 120 patient`,
      findings: [],
    },
    {
      name: 'a Medicaid copay that was left to the patient',
      ledger: `payer Medicaid class=medicaid
account A1 payer1=Medicaid
2026-01-05 charge 500
2026-02-01 contractual 300 Medicaid
2026-02-01 payment 197 Medicaid check=1 allowed=200 pr=3
2026-03-05 payment 3 patient`,
      findings: [],
    },
    {
      name: 'remark N780 is another',
      ledger: `${base()}
2026-02-01 payment 480 Medicare check=1 allowed=600 pr=120 remark=N780
2026-02-20 payment 130 patient`,
    },
  ],
});

const medicaid = (cls: string, columns: string, rows: string): string =>
  `payer Medicaid class=${cls}\naccount A1 payer1=Medicaid payer2=Aetna ${columns}\n2026-01-05 charge 500\n2026-02-01 contractual 300 Medicaid${rows}`;

proposes('C24', [
  [
    'Medicaid paid in full, beside a payer that is only listed',
    medicaid('medicaid', '', '\n2026-02-01 payment 200 Medicaid check=1\n2026-02-20 payment 50 patient'),
    'true-overpayment 50.00 of Patient to Patient amounts high claims 5',
  ],
  [
    'so did a managed Medicaid plan',
    medicaid('medicaid-managed', '', '\n2026-02-01 payment 200 Medicaid check=1\n2026-02-20 payment 50 patient'),
    'true-overpayment 50.00 of Patient to Patient amounts high claims 5',
  ],
  [
    'Medicaid is listed, another paid in full',
    medicaid('medicaid', '', '\n2026-02-01 payment 200 Aetna check=1\n2026-02-20 payment 50 patient').replace(
      'contractual 300 Medicaid',
      'contractual 300 Aetna',
    ),
  ],
  [
    'Medicaid left a copay of 3 and the patient paid 10: C27',
    medicaid('medicaid', '', '\n2026-02-01 payment 197 Medicaid check=1\n2026-02-20 payment 10 patient'),
  ],
  ['marked QMB, and the patient paid nothing', medicaid('medicaid', 'qmb=Y', '\n2026-02-01 payment 200 Medicaid check=1')],
]);
