import { causeTable } from '../harness';
import { proposes } from './proposing';

const base = `
payer Medicare class=medicare
payer Blue class=commercial
account A1 payer1=Blue payer2=Medicare
2026-01-05 charge 1000
2026-02-01 contractual 400 Blue
2026-02-01 payment 480 Blue check=1`;

causeTable('C04', {
  fires: [
    {
      name: 'Medicare owes 120 as secondary and paid 300',
      ledger: `${base}
2026-03-01 payment 300 Medicare check=2`,
      findings: ['C04 true-overpayment 180.00 payer Medicare medium'],
    },
    {
      name: 'two cents too much: a federal payer has no tolerance beyond one',
      ledger: `${base}
2026-03-01 payment 120.02 Medicare check=2`,
      findings: ['C04 true-overpayment 0.02 payer Medicare medium'],
    },
    {
      name: 'both remittances: high',
      ledger: `payer Medicare class=medicare
account A1 payer1=Blue payer2=Medicare
2026-01-05 charge 1000
2026-02-01 contractual 400 Blue
2026-02-01 payment 480 Blue check=1 claim=C1 allowed=600 pr=120
2026-03-01 payment 400 Medicare check=2 claim=C1 allowed=500 pr=100`,
      findings: ['C04 true-overpayment 280.00 payer Medicare high'],
    },
    {
      name: 'listed as primary, but the other paid in full without counting it',
      ledger: `payer Medicare class=medicare
account A1 payer1=Medicare payer2=Blue
2026-01-05 charge 1000
2026-02-01 contractual 400 Blue
2026-02-01 payment 400 Medicare check=2 claim=C1 allowed=500 pr=100
2026-03-01 payment 480 Blue check=1 claim=C1 allowed=600 pr=120`,
      findings: ['C04 true-overpayment 280.00 payer Medicare high'],
    },
    {
      name: 'after an auto payer that paid everything: all of it',
      ledger: `payer Medicare class=medicare
payer Auto class=auto
account A1 payer1=Medicare payer2=Auto
2026-01-05 charge 1000
2026-02-01 contractual 400 Auto
2026-02-01 payment 600 Auto check=1
2026-03-01 payment 480 Medicare check=2`,
      findings: ['C04 true-overpayment 480.00 payer Medicare medium'],
    },
  ],
  silent: [
    {
      name: 'a supplement paid the 120 that Medicare left twice, under two claim numbers: nothing is owed to Medicare',
      ledger: `payer Medicare class=medicare
account A1 payer1=Medicare payer2=Medigap
2026-01-05 charge 1000
2026-02-01 contractual 400 Medicare
2026-02-01 payment 480 Medicare check=1
2026-02-10 payment 120 Medigap check=2 claim=G1
2026-02-28 payment 120 Medigap check=3 claim=G2`,
    },
    {
      name: 'Medicare paid what was left',
      ledger: `${base}
2026-03-01 payment 120 Medicare check=2`,
      findings: [],
    },
    {
      name: 'Medicare alone',
      ledger: `payer Medicare class=medicare
account A1 payer1=Medicare
2026-01-05 charge 1000
2026-02-01 contractual 400 Medicare
2026-02-01 payment 480 Medicare check=1
2026-03-01 payment 150 patient`,
    },
    {
      name: 'Medicare took it back',
      ledger: `${base}
2026-03-01 payment 300 Medicare check=2
2026-03-20 takeback 300 Medicare
2026-04-01 payment 120 patient`,
      findings: [],
    },
    {
      name: 'Medicare first and a supplement that paid the share',
      ledger: `payer Medicare class=medicare
account A1 payer1=Medicare payer2=Medigap
2026-01-05 charge 1000
2026-02-01 contractual 400 Medicare
2026-02-01 payment 480 Medicare check=1
2026-03-01 payment 120 Medigap check=2`,
      findings: [],
    },
    {
      name: 'another secondary is C03',
      ledger: `account A1 payer1=Blue payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Blue
2026-02-01 payment 480 Blue check=1
2026-03-01 payment 300 Cigna check=2`,
      findings: ['C03 true-overpayment 180.00 payer Cigna medium'],
    },
  ],
});

const blue = 'payer Medicare class=medicare\naccount A1 payer1=Blue payer2=Medicare\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Blue';
const first = '\n2026-02-01 payment 480 Blue check=1';

proposes('C04', [
  ['a cent above the share is within the tolerance', `${blue}${first}\n2026-03-01 payment 120.01 Medicare check=2`],
  ['two cents are not', `${blue}${first}\n2026-03-01 payment 120.02 Medicare check=2`, 'true-overpayment 0.02 of Medicare to Medicare amounts high claims 5'],
  [
    'in two payments: the later goes back first',
    `${blue}${first}\n2026-03-01 payment 200 Medicare check=2\n2026-03-05 payment 100 Medicare check=3`,
    'true-overpayment 180.00 of Medicare to Medicare amounts high claims 6,5',
  ],
  ['the other payer answered and has not paid', `${blue}\nremit Blue 480 2026-02-01 claim=CL1 allowed=600 pr=120\n2026-03-01 payment 300 Medicare check=2`],
  [
    'Medicare is the primary and paid twice, the other paid what was left: C01',
    'payer Medicare class=medicare\naccount A1 payer1=Medicare payer2=Blue\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Medicare\n2026-02-01 payment 480 Medicare check=1 claim=CL1\n2026-02-09 payment 480 Medicare check=2 claim=CL1\n2026-03-01 payment 120 Blue check=3',
  ],
]);
