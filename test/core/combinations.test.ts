/**
 * Two and three causes on one account (domain.md 2.1 step 5): each takes its own cents, each cent once, and together they are the credit.
 * Charges 1000, allowed 600, contractual 400, payer 480, patient 120 (domain.md 6); what is more than that is worked out in the name.
 */
import { toDecimalText } from '../../src/core/money';
import { creditOf, findingsOf, reviewOf } from './harness';

const contractual = '2026-02-01 contractual 400 Aetna';
const first = '2026-02-01 payment 480 Aetna check=1001 claim=CL1';
const second = '2026-03-01 payment 480 Aetna check=1002 claim=CL1';
const share = '2026-02-20 payment 120 patient';
const account = (...rows: readonly string[]): string => ['account A1 payer1=Aetna payer2=Cigna', '2026-01-05 charge 1000', ...rows].join('\n');

interface Combination {
  readonly name: string;
  readonly rows: readonly string[];
  readonly balance: string;
  readonly findings: readonly string[];
  readonly shortfall?: string;
}

const combinations: readonly Combination[] = [
  {
    name: 'a duplicate payment of 480 and a duplicate contractual of 400: 880',
    rows: [contractual, '2026-02-03 contractual 400 Aetna', first, share, second],
    balance: '-880.00',
    findings: ['C01 true-overpayment 480.00 payer Aetna medium', 'C08 posting-error 400.00 none medium'],
  },
  {
    name: 'a duplicate contractual of 400 and the share paid twice: 520',
    rows: [contractual, '2026-02-03 contractual 400 Aetna', first, share, '2026-03-20 payment 120 patient'],
    balance: '-520.00',
    findings: ['C08 posting-error 400.00 none medium', 'C27 true-overpayment 120.00 patient Patient medium'],
  },
  {
    name: 'interest of 6.31 and the share paid twice: 126.31',
    rows: [contractual, first, share, '2026-02-01 interest 6.31 Aetna check=1001', '2026-03-20 payment 120 patient'],
    balance: '-126.31',
    findings: ['C15 misallocated 6.31 none medium', 'C27 true-overpayment 120.00 patient Patient medium'],
  },
  {
    name: 'one check posted twice and another paid for the same claim: 960',
    rows: [contractual, first, share, '2026-02-10 payment 480 Aetna check=1001 claim=CL1', second],
    balance: '-960.00',
    findings: ['C01 true-overpayment 480.00 payer Aetna medium', 'C02 posting-error 480.00 none medium'],
  },
  {
    name: 'a duplicate payment and assistance of 60 after the share was paid: 540',
    rows: [contractual, first, share, second, '2026-03-05 charity 60 patient'],
    balance: '-540.00',
    findings: ['C01 true-overpayment 480.00 payer Aetna medium', 'C25 true-overpayment 60.00 patient Patient medium'],
  },
  {
    name: 'paid three times, one refund of 480 in the register and not posted: 960',
    rows: [contractual, first, share, second, '2026-03-09 payment 480 Aetna check=1003 claim=CL1', 'register 480 2026-03-20 payee=Aetna check=900'],
    balance: '-960.00',
    findings: ['C01 true-overpayment 480.00 payer Aetna medium', 'C20a posting-error 480.00 none medium'],
  },
  {
    name: 'a returned check of 120 and a duplicate payment: 600',
    rows: [contractual, first, `${share} check=77`, '2026-03-01 bankreturn 120 patient check=77', '2026-03-09 payment 120 patient method=CARD', second],
    balance: '-600.00',
    findings: ['C01 true-overpayment 480.00 payer Aetna medium', 'C21 posting-error 120.00 none medium'],
  },
  {
    name: 'a bad-debt write-off of 120 paid after all, and a duplicate contractual: 520',
    rows: [contractual, '2026-02-03 contractual 400 Aetna', first, '2026-04-01 baddebt 120 patient', '2026-05-01 payment 120 patient'],
    balance: '-520.00',
    findings: ['C08 posting-error 400.00 none medium', 'C19a posting-error 120.00 none medium'],
  },
  {
    name: 'the secondary paid 540 where 120 was left, and the patient 120 too: 420 and 120',
    rows: [contractual, first, share, '2026-03-20 payment 540 Cigna check=9'],
    balance: '-540.00',
    findings: ['C03 true-overpayment 420.00 payer Cigna medium', 'C27 true-overpayment 120.00 patient Patient low'],
  },
  {
    name: 'three: a duplicate payment of 480, a duplicate contractual of 400, 30 prepaid too much: 910',
    rows: ['2026-01-05 payment 150 patient', contractual, '2026-02-03 contractual 400 Aetna', first, second],
    balance: '-910.00',
    findings: ['C01 true-overpayment 480.00 payer Aetna medium', 'C05 true-overpayment 30.00 patient Patient medium', 'C08 posting-error 400.00 none medium'],
  },
  {
    name: 'three: a duplicate payment of 480, interest of 6.31, the share paid twice: 606.31',
    rows: [contractual, first, share, '2026-02-01 interest 6.31 Aetna', second, '2026-03-20 payment 120 patient'],
    balance: '-606.31',
    findings: ['C01 true-overpayment 480.00 payer Aetna medium', 'C15 misallocated 6.31 none medium', 'C27 true-overpayment 120.00 patient Patient medium'],
  },
  {
    name: 'three: a takeback of 480 not posted, a duplicate contractual of 400, 30 prepaid too much: 910',
    rows: ['2026-01-05 payment 150 patient', contractual, '2026-02-03 contractual 400 Aetna', first, second, 'remit Aetna -480 2026-04-01 plb=WO'],
    balance: '-910.00',
    findings: ['C05 true-overpayment 30.00 patient Patient medium', 'C08 posting-error 400.00 none medium', 'C14 posting-error 480.00 none medium'],
  },
  {
    name: 'three: paid twice, posted twice, and the patient has paid nothing: 960 less the 120 of the patient',
    rows: [contractual, first, '2026-02-10 payment 480 Aetna check=1001 claim=CL1', second, '2026-02-01 interest 6.31 Aetna'],
    balance: '-846.31',
    findings: ['C01 true-overpayment 480.00 payer Aetna medium', 'C02 posting-error 480.00 none medium', 'C15 misallocated 6.31 none medium'],
    shortfall: '120.00',
  },
];

describe('several causes on one account', () => {
  it.each(combinations)('$name', ({ rows, balance, findings, shortfall = '0.00' }) => {
    const reviewed = reviewOf(account(...rows));
    const credit = creditOf(reviewed);
    expect(findingsOf(reviewed)).toEqual([...findings].sort());
    expect(credit && [credit.balance, credit.shortfall, credit.unexplained].map((each) => toDecimalText(each))).toEqual([balance, shortfall, '0.00']);
  });
});
