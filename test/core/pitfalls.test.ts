/**
 * The rows of domain.md 6 that a ledger can show, each with its *Right result*. Base: charges 1000, allowed 600, contractual 400, payer 480,
 * patient 120. Rows P18 to P22 are intake's.
 */
import { creditOf, findingsOf, reviewOf } from './harness';
import { toDecimalText } from '../../src/core/money';

interface Pitfall {
  readonly name: string;
  readonly ledger: string;
  readonly findings: readonly string[];
  readonly shortfall?: string;
  readonly unexplained?: string;
  readonly hidden?: boolean;
  readonly account?: string;
}

const chargesAndContractual = `
account A1 payer1=Aetna payer2=Cigna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;

const pitfalls: readonly Pitfall[] = [
  {
    name: 'P1 double contractual: reverse 400, the patient owes 120 (280 = 400 − 120)',
    ledger: `${chargesAndContractual}
2026-02-03 contractual 400 Aetna
2026-02-03 payment 480 Aetna check=1`,
    findings: ['C08 posting-error 400.00 none medium'],
    shortfall: '120.00',
  },
  {
    name: 'P2 hidden: payer 80 short, patient 80 over, balance 0',
    ledger: `${chargesAndContractual}
2026-02-01 payment 400 Aetna check=1 allowed=600 pr=120
2026-03-01 payment 200 patient`,
    findings: ['C27 true-overpayment 80.00 patient Patient high'],
    shortfall: '80.00',
    hidden: true,
  },
  {
    name: 'P3 payer twice, patient 150: 480 to the payer and 30 to the patient',
    ledger: `${chargesAndContractual}
2026-01-05 payment 150 patient
2026-02-01 payment 480 Aetna check=1
2026-03-01 payment 480 Aetna check=2`,
    findings: ['C01 true-overpayment 480.00 payer Aetna medium', 'C05 true-overpayment 30.00 patient Patient medium'],
  },
  {
    name: 'P4 secondary paid 540 where 120 was left: it is owed 420 if the first payer is primary',
    ledger: `${chargesAndContractual}
2026-02-01 payment 480 Aetna check=1
2026-03-01 payment 540 Cigna check=2`,
    findings: ['C03 true-overpayment 420.00 payer Cigna medium'],
  },
  {
    name: "P5 the secondary's CO-45 on top: reverse 350, nobody owed",
    ledger: `${chargesAndContractual}
2026-02-01 payment 480 Aetna check=1
2026-03-01 contractual 350 Cigna
2026-03-01 payment 120 Cigna check=2`,
    findings: ['C09 posting-error 350.00 none medium'],
  },
  {
    name: 'P6 a DRG above charges is no credit: a contractual debit of 4500 is missing',
    ledger: `
payer Medicare class=medicare
account A1 payer1=Medicare planType=DRG
2026-01-05 charge 8000
2026-02-01 payment 11000 Medicare check=1 allowed=12500 pr=1500
2026-03-01 payment 1500 patient`,
    findings: ['C09 posting-error 4500.00 none high'],
  },
  {
    name: 'P7 charge credit, case rate: reverse 200 of contractual',
    ledger: `${chargesAndContractual.replace('payer2=Cigna', 'planType="case rate"')}
2026-02-01 payment 480 Aetna check=1
2026-02-20 payment 120 patient
2026-03-01 chargecredit 200`,
    findings: ['C10 posting-error 200.00 none medium'],
  },
  {
    name: 'P7 charge credit, 60 % of charges: 80 contractual, payer 96, patient 24',
    ledger: `${chargesAndContractual.replace('payer2=Cigna', 'planType="percent of charge"')}
2026-02-01 payment 480 Aetna check=1
2026-02-20 payment 120 patient
2026-03-01 chargecredit 200`,
    findings: ['C10 posting-error 80.00 none medium', 'C10 true-overpayment 96.00 payer Aetna low', 'C10 true-overpayment 24.00 patient Patient low'],
  },
  {
    name: 'P8 billed 1000, ledger 700: 300 of charges are missing',
    ledger: `
account A1 payer1=Aetna
2026-01-05 charge 700
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120 billed=1000
2026-02-20 payment 120 patient`,
    findings: ['C11 posting-error 300.00 none high'],
  },
  {
    name: 'P12 duplicate, withheld as WO and refunded: the payer owes 480',
    ledger: `${chargesAndContractual}
2026-02-01 payment 480 Aetna check=1
2026-02-20 payment 120 patient
2026-03-01 payment 480 Aetna check=2
2026-04-10 refund 480 Aetna
remit Aetna -480 2026-04-01 plb=WO`,
    findings: ['C20c posting-error 480.00 none medium'],
    shortfall: '480.00',
    hidden: true,
  },
  {
    name: 'P12 before the clerk refunds: post the takeback, refund nothing',
    ledger: `${chargesAndContractual}
2026-02-01 payment 480 Aetna check=1
2026-02-20 payment 120 patient
2026-03-01 payment 480 Aetna check=2
remit Aetna -480 2026-04-01 plb=WO`,
    findings: ['C14 posting-error 480.00 none medium'],
  },
  {
    name: 'P13 interest 6.31 goes to interest income',
    ledger: `${chargesAndContractual}
2026-02-01 payment 486.31 Aetna check=1 allowed=600 pr=120 interest=6.31
2026-02-20 payment 120 patient`,
    findings: ['C15 misallocated 6.31 none high'],
  },
  {
    name: 'P14 paid after the bad-debt write-off: reverse the write-off, nobody owed',
    ledger: `${chargesAndContractual}
2026-02-01 payment 480 Aetna check=1
2026-04-01 baddebt 120 patient
2026-05-01 payment 120 patient`,
    findings: ['C19a posting-error 120.00 none medium'],
  },
  {
    name: 'P15 patient money to the open account of the same guarantor',
    ledger: `${chargesAndContractual.replace('account A1', 'account A1 guarantor=G1')}
2026-02-01 payment 480 Aetna check=1
2026-02-10 payment 120 patient
2026-02-20 payment 151 patient
account A2 payer1=Aetna guarantor=G1
2026-01-20 charge 500
2026-02-21 contractual 149 Aetna
2026-02-21 payment 200 Aetna check=9`,
    findings: ['C12 misallocated 151.00 account A2 medium'],
  },
  {
    name: "P15 a payer's credit may not fund another account",
    ledger: `${chargesAndContractual.replace('account A1', 'account A1 guarantor=G1')}
2026-02-01 payment 480 Aetna check=1 claim=CL1
2026-02-10 payment 120 patient
2026-02-20 payment 480 Aetna check=2 claim=CL1
account A2 payer1=Aetna guarantor=G1
2026-01-20 charge 480`,
    findings: ['C01 true-overpayment 480.00 payer Aetna medium'],
  },
  {
    name: 'P20 one payer under two spellings is one party: a duplicate, not two primaries (aliases are joined by intake)',
    ledger: `${chargesAndContractual}
2026-02-01 payment 480 Aetna check=1 claim=CL1 payerText="BCBS TX"
2026-02-20 payment 120 patient
2026-03-01 payment 480 Aetna check=2 claim=CL1 payerText="Blue Cross of Texas"`,
    findings: ['C01 true-overpayment 480.00 payer Aetna medium'],
  },
  {
    name: 'P25 the same patient goes before the same guarantor',
    ledger: `${chargesAndContractual.replace('account A1', 'account A1 guarantor=G1 mrn=M1')}
2026-02-01 payment 480 Aetna check=1
2026-02-10 payment 120 patient
2026-02-20 payment 151 patient
account A2 guarantor=G1 mrn=M2
2026-01-20 charge 151
account A3 guarantor=G1 mrn=M1
2026-01-25 charge 151`,
    findings: ['C12 misallocated 151.00 account A3 medium'],
  },
];

describe('domain.md 6, right results', () => {
  it.each(pitfalls)('$name', (row) => {
    const reviewed = reviewOf(row.ledger);
    const credit = creditOf(reviewed, row.account);
    expect(findingsOf(reviewed, row.account)).toEqual([...row.findings].sort());
    expect({
      shortfall: toDecimalText(credit!.shortfall),
      unexplained: toDecimalText(credit!.unexplained),
      hidden: credit!.hidden,
    }).toEqual({ shortfall: row.shortfall ?? '0.00', unexplained: row.unexplained ?? '0.00', hidden: row.hidden ?? false });
  });
});

describe('domain.md 6, nothing to find', () => {
  it.each([
    {
      name: 'P9 reversal pair',
      ledger: `${chargesAndContractual}
2026-02-01 payment 480 Aetna check=1
2026-02-05 reversal 480 Aetna check=1
2026-02-06 payment 480 Aetna check=1
2026-02-20 payment 120 patient`,
    },
    {
      name: 'P10 instalments',
      ledger: `${chargesAndContractual}
2026-02-01 payment 480 Aetna check=1
2026-03-01 payment 40 patient
2026-04-01 payment 40 patient
2026-05-01 payment 40 patient`,
    },
    {
      name: 'P10 two $25 copays on one day',
      ledger: `
account A1 payer1=Aetna
2026-01-05 charge 150 Aetna
2026-01-05 charge 170 Aetna
2026-01-05 payment 25 patient
2026-01-05 payment 25 patient
2026-02-01 contractual 70 Aetna
2026-02-01 payment 200 Aetna check=1 allowed=250 pr=50 claim=CL1`,
    },
    {
      name: 'P10 therapy visits with equal paid amounts on different days',
      ledger: `
account A1 payer1=Aetna
2026-01-05 charge 150 service=2026-01-05
2026-01-12 charge 150 service=2026-01-12
2026-02-01 contractual 50 Aetna service=2026-01-05
2026-02-01 payment 80 Aetna check=1 service=2026-01-05
2026-02-09 contractual 50 Aetna service=2026-01-12
2026-02-09 payment 80 Aetna check=2 service=2026-01-12
2026-03-01 payment 40 patient`,
    },
    {
      name: 'P11 one check split over two lines',
      ledger: `
account A1 payer1=Aetna
2026-01-05 charge 2000
2026-02-01 contractual 800 Aetna
2026-02-01 payment 480 Aetna check=1 claim=CL1 line=1 allowed=600 pr=120
2026-02-01 payment 480 Aetna check=1 claim=CL1 line=2 allowed=600 pr=120
2026-03-01 payment 240 patient`,
    },
    {
      name: 'P11 the same without line numbers or remittance values',
      ledger: `
account A1 payer1=Aetna
2026-01-05 charge 2000
2026-02-01 contractual 800 Aetna
2026-02-01 payment 480 Aetna check=1
2026-02-01 payment 480 Aetna check=1
2026-03-01 payment 240 patient`,
    },
    {
      name: 'P16 prepaid on an unbilled visit: balance +700',
      ledger: `
account A1 payer1=Aetna
2026-06-20 deposit 300 patient
2026-06-25 charge 1000`,
    },
    {
      name: 'P17 sequestration',
      ledger: `
payer Medicare class=medicare
account A1 payer1=Medicare
2026-01-05 charge 150
2026-02-01 contractual 50 Medicare
2026-02-01 payment 78.40 Medicare check=1 allowed=100 pr=20 carc=253
2026-02-01 sequestration 1.60 Medicare
2026-03-01 payment 20 patient`,
    },
    {
      name: 'P21 cents: 0.10 + 0.20 − 0.30',
      ledger: `
account A1
2026-01-05 charge 0.30
2026-01-06 payment 0.10 patient
2026-01-07 payment 0.20 patient`,
    },
    {
      name: 'five vaccines of one price are five payments',
      ledger: `
account A1 payer1=Aetna
2026-01-05 charge 136
2026-01-05 charge 136
2026-01-05 charge 136
2026-01-05 charge 136
2026-01-05 charge 136
2026-02-01 payment 136 Aetna check=1 claim=CL1
2026-02-01 payment 136 Aetna check=1 claim=CL1
2026-02-01 payment 136 Aetna check=1 claim=CL1
2026-02-01 payment 136 Aetna check=1 claim=CL1
2026-02-01 payment 136 Aetna check=1 claim=CL1`,
    },
  ])('$name', ({ ledger }) => {
    expect(creditOf(reviewOf(ledger))).toBeUndefined();
  });
});

describe('domain.md 6, P23', () => {
  it('payments without the charges of an earlier period do not reconcile: no verdict, the reason is said', () => {
    const credit = creditOf(
      reviewOf(`
account A1 payer1=Aetna balance=-80
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1`),
    );
    expect(credit!.findings).toEqual([]);
    expect(credit!.class).toBe('needs-review');
    expect(credit!.reviewReason).toBe('Data incomplete: the listing says -$80.00, the transactions add up to -$880.00.');
  });
  it('a listing that is not in credit is no credit, whatever a partial period adds up to', () => {
    const reviewed = reviewOf(`
account A1 payer1=Aetna balance=0
2026-02-01 payment 480 Aetna check=1`);
    expect(creditOf(reviewed)).toBeUndefined();
  });
});
