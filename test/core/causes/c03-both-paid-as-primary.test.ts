import { causeTable } from '../harness';
import { aetna480, BASE, proposes, STATED } from './proposing';

const base = `
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;
const paid = `${base}
2026-02-01 payment 480 Aetna check=1001 claim=CL1`;
const settled = `${paid}
2026-02-20 payment 120 patient check=77`;

causeTable('C03', {
  fires: [
    {
      name: 'TRICARE is listed first and yet pays second: 540 by Cigna leave it 60',
      ledger: `payer Tricare class=tricare
account A1 payer1=Tricare payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Tricare
2026-02-01 payment 480 Tricare check=1
2026-03-01 payment 540 Cigna check=2`,
      findings: ['C03 true-overpayment 420.00 payer Tricare medium'],
    },
    {
      name: 'CHIP is listed first and yet pays second: Cigna paid all',
      ledger: `payer Kids class=chip
account A1 payer1=Kids payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Kids
2026-02-01 payment 480 Kids check=1
2026-03-01 payment 600 Cigna check=2`,
      findings: ['C03 true-overpayment 480.00 payer Kids medium'],
    },
    {
      name: 'a supplement paid the 120 that Medicare left under two claim numbers, or a plan before Medicare paid two lines: low',
      ledger: `payer Medicare class=medicare
account A1 payer1=Medicare payer2=Medigap
2026-01-05 charge 1000
2026-02-01 contractual 400 Medicare
2026-02-01 payment 480 Medicare check=1
2026-02-10 payment 120 Medigap check=2 claim=G1
2026-02-28 payment 120 Medigap check=3 claim=G2`,
      findings: ['C03 true-overpayment 120.00 payer Medigap low'],
    },
    {
      name: 'P4: the secondary paid 540 where 120 was left',
      ledger: `${paid}
2026-03-01 payment 540 Cigna check=2`,
      findings: ['C03 true-overpayment 420.00 payer Cigna medium'],
    },
    {
      name: 'it paid what the primary paid: 360 too much',
      ledger: `${paid}
2026-03-01 payment 480 Cigna check=2`,
      findings: ['C03 true-overpayment 360.00 payer Cigna medium'],
    },
    {
      name: 'the remittance of the second does not know the first',
      ledger: `${base}
2026-02-01 payment 480 Aetna check=1 claim=CL1 allowed=600 pr=120
2026-03-01 payment 480 Cigna check=2 claim=CL1 allowed=600 pr=120`,
      findings: ['C03 true-overpayment 360.00 payer Cigna high'],
    },
    {
      name: 'the order of payers is not listed: low',
      ledger: `account A1
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1
2026-03-01 payment 540 Cigna check=2`,
      findings: ['C03 true-overpayment 420.00 payer Cigna low'],
    },
    {
      name: 'one cent above what was left',
      ledger: `${paid}
2026-03-01 payment 120.02 Cigna check=2`,
      findings: ['C03 true-overpayment 0.02 payer Cigna medium'],
    },
  ],
  silent: [
    {
      name: 'a secondary that paid just what was left',
      ledger: `${paid}
2026-03-01 payment 120 Cigna check=2`,
      findings: [],
    },
    {
      name: 'a cent above is within the tolerance',
      ledger: `${paid}
2026-03-01 payment 120.01 Cigna check=2`,
    },
    {
      name: 'a takeback of the second payment',
      ledger: `${paid}
2026-03-01 payment 540 Cigna check=2
2026-03-20 takeback 540 Cigna
2026-04-01 payment 120 patient`,
      findings: [],
    },
    {
      name: 'Medicare in second place is C04',
      ledger: `payer Medicare class=medicare
account A1 payer1=Aetna payer2=Medicare
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1
2026-03-01 payment 540 Medicare check=2`,
      findings: ['C04 true-overpayment 420.00 payer Medicare medium'],
    },
    {
      name: 'the same payer twice is C01',
      ledger: `${settled}
2026-03-01 payment 480 Aetna check=2 claim=CL1`,
    },
    {
      name: 'workers’ compensation in first place is C17',
      ledger: `payer Comp class=workers-comp
account A1 payer1=Aetna payer2=Comp
2026-01-05 charge 1000
2026-02-01 contractual 400 Comp
2026-02-01 payment 600 Comp check=1
2026-03-01 payment 480 Aetna check=2`,
    },
  ],
});

const asPrimary = '\n2026-03-01 payment 540 Cigna check=2 claim=CL1'; // 120 were left, 420 too much
const statedFirst = `${BASE}${aetna480(1, '2026-02-01', STATED)}`;
const withClasses = (first: string, second: string): string =>
  `payer First class=${first}\npayer Second class=${second}\naccount A1 payer1=First payer2=Second\n2026-01-05 charge 1000\n2026-02-01 contractual 400 First\n2026-02-01 payment 480 First check=1\n2026-03-01 payment 540 Second check=2`;

proposes('C03', [
  [
    'a Medicare Advantage plan stands in place of Medicare: the order of payers does not say which',
    withClasses('medicare', 'medicare-advantage'),
    'true-overpayment 420.00 of Second to Second pattern high claims 5',
  ],
  ['another federal plan after Medicare', withClasses('medicare', 'tricare'), 'true-overpayment 420.00 of Second to Second amounts high claims 5'],
  [
    'Medicare Advantage after a group plan',
    withClasses('commercial', 'medicare-advantage'),
    'true-overpayment 420.00 of Second to Second amounts high claims 5',
  ],
  ['an accident payer is C17', withClasses('auto', 'commercial')],
  ["only the first payer's remittance is here", `${statedFirst}${asPrimary}`, 'true-overpayment 420.00 of Cigna to Cigna amounts high claims 5'],
  [
    "the second payer's remittance knows of no other payer",
    `${statedFirst}${asPrimary} allowed=600 pr=60`,
    'true-overpayment 420.00 of Cigna to Cigna remittance high claims 5',
  ],
  [
    'one of its two remittances knows (reason 23)',
    `${statedFirst}\n2026-03-01 payment 300 Cigna check=2 claim=CL1 allowed=300 pr=0 carc=23\n2026-03-02 payment 240 Cigna check=3 claim=CL2 allowed=240 pr=0`,
    'true-overpayment 420.00 of Cigna to Cigna amounts high claims 6,5',
  ],
  [
    'the second payer states no share: nothing is stated',
    `${BASE}${aetna480(1, '2026-02-01')}${asPrimary} allowed=540`,
    'true-overpayment 420.00 of Cigna to Cigna amounts high claims 5',
  ],
  [
    'it allowed 1,100 by itself, more than both paid, and a line without an allowed amount changes nothing',
    `account A1 payer1=Aetna payer2=Cigna\n2026-01-05 charge 2000\n2026-02-01 contractual 1400 Aetna${aetna480(1, '2026-02-01', STATED)}${asPrimary} allowed=1100 pr=560\n2026-03-02 payment 0 Cigna check=3 claim=CL2 pr=0`,
  ],
  ['the first payer answered and never paid', `${BASE}\nremit Aetna 480 2026-02-01 claim=CL1${STATED}\n2026-03-01 payment 700 Cigna check=2`],
]);
