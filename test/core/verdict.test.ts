/** What a verdict carries beside its findings: ids, parties, the lowest confidence, the class of the whole. */
import { toDecimalText } from '../../src/core/money';
import { creditOf, reviewOf } from './harness';

const base = 'payer1=Aetna payer2=Cigna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna';
const claim = (check: number, day: string): string => `\n${day} payment 480 Aetna check=${check} claim=CL1`;
const settled = `${base}${claim(1001, '2026-02-01')}\n2026-02-20 payment 120 patient`;
const of = (text: string) => creditOf(reviewOf(text))!;

describe('a verdict', () => {
  it('numbers findings by payee, and names the facility where there is one', () => {
    const rows = `${settled}${claim(1002, '2026-03-01')}${claim(1003, '2026-03-09')}\n2026-03-20 payment 120 patient`;
    expect(of(`account A1 ${rows}`).findings.map((finding) => finding.id)).toEqual(['A1/payer:Aetna/1', 'A1/payer:Aetna/2', 'A1/patient:Patient/1']);
    const north = of(`account A1 facility=North ${rows}`);
    expect([north.id, north.facility, north.findings[0]?.id]).toEqual(['North/A1', 'North', 'North/A1/payer:Aetna/1']);
  });
  it('has one class when all findings agree, else needs review', () => {
    expect(of(`account A1 ${settled}${claim(1002, '2026-03-01')}`).class).toBe('true-overpayment');
    expect(of(`account A1 ${settled}${claim(1002, '2026-03-01')}\n2026-02-01 interest 6.31 Aetna`).class).toBe('needs-review');
    expect(of('account A1\n2026-01-05 charge 100\n2026-06-25 payment 160 none').class).toBe('needs-review');
  });
  it('is as sure as its weakest finding, and unsure without one', () => {
    expect(of(`account A1 ${settled}${claim(1002, '2026-03-01')}`).confidence).toBe('medium');
    expect(of(`account A1 ${settled}${claim(1002, '2026-03-01')}\n2026-03-20 payment 45 patient`).confidence).toBe('low');
    expect(of('account A1\n2026-01-05 charge 100\n2026-06-25 payment 160 none').confidence).toBe('low');
  });
  it('shows each party, payers first, with those that owe and have not paid', () => {
    const { parties, shortfall } = of(`account A1 ${base}${claim(1001, '2026-02-01')}${claim(1002, '2026-03-01')}`.replace(' payer2=Cigna', ''));
    expect(parties.map((party) => [party.name, toDecimalText(party.paid), party.liability, party.source])).toEqual([
      ['Aetna', '960.00', 48000, 'derived'],
      ['Patient', '0.00', 12000, 'derived'],
    ]);
    expect(toDecimalText(shortfall)).toBe('120.00');
  });
  it('has no finding where the listing disagrees, and nothing is short', () => {
    const credit = of(`account A1 balance=-100 ${base}${claim(1001, '2026-02-01')}${claim(1002, '2026-03-01')}`);
    expect([credit.findings, credit.shortfall, credit.unexplained, credit.class]).toEqual([[], 0, 10000, 'needs-review']);
  });
  it('points at the rows of the sheet', () => {
    expect(of(`account A1 ${settled}${claim(1002, '2026-03-01')}`).findings[0]?.rows).toEqual([{ sheet: 0, row: 6 }]);
  });
  it('lists no account of which nobody is in credit: a cent is no credit', () => {
    const cent = `account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 479.99 Aetna allowed=600 pr=120\n2026-03-01 payment 120.01 patient`;
    expect(creditOf(reviewOf(cent))).toBeUndefined();
    expect(creditOf(reviewOf(cent.replace('479.99', '479.98').replace('120.01', '120.02')))?.hidden).toBe(true);
  });

  it('has no finding where the reading of the sheets says that something is missing', () => {
    const credit = of(`account A1 incomplete="two rows could not be read." ${settled}${claim(1002, '2026-03-01')}`);
    expect([credit.findings, credit.shortfall, credit.unexplained, credit.reviewReason]).toEqual([
      [],
      0,
      48000,
      'Data incomplete: two rows could not be read.',
    ]);
  });
  it.each<[string, string, boolean]>([
    // listed: Aetna owes 480, the tolerance is max(5, 2 % of 600) = 12
    [
      'a payer 12 above a listed estimate',
      'account A1 payer1=Aetna expected=600 patientResp=120\n2026-01-05 charge 1000\n2026-01-06 unknown 0\n2026-02-01 payment 492 Aetna',
      false,
    ],
    [
      'a payer 12.01 above it',
      'account A1 payer1=Aetna expected=600 patientResp=120\n2026-01-05 charge 1000\n2026-01-06 unknown 0\n2026-02-01 payment 492.01 Aetna',
      true,
    ],
    [
      '5 above one of 200',
      'account A1 payer1=Aetna expected=200 patientResp=50\n2026-01-05 charge 1000\n2026-01-06 unknown 0\n2026-02-01 payment 155 Aetna',
      false,
    ],
    [
      '5.01 above one of 200',
      'account A1 payer1=Aetna expected=200 patientResp=50\n2026-01-05 charge 1000\n2026-01-06 unknown 0\n2026-02-01 payment 155.01 Aetna',
      true,
    ],
    [
      'one claim paid twice, and 640 still open',
      `account A1 payer1=Aetna\n2026-01-05 charge 2000\n2026-02-01 contractual 400 Aetna${claim(1001, '2026-02-01')}${claim(1002, '2026-03-01')}`,
      true,
    ],
    [
      'two equal payments that name no claim',
      `account A1 payer1=Aetna\n2026-01-05 charge 2000 claim=CL7\n2026-02-01 contractual 400 Aetna${`${claim(1001, '2026-02-01')}${claim(1002, '2026-03-01')}`.replaceAll(' claim=CL1', '')}`,
      false,
    ],
    [
      'a listed part a cent below nothing',
      `account A1 payer1=Aetna balance=0 insBalance=0.01 ptBalance=-0.01\n2026-01-05 charge 600${claim(1001, '2026-02-01')}\n2026-02-20 payment 120 patient`,
      false,
    ],
    [
      'a listed part two cents below nothing',
      `account A1 payer1=Aetna balance=0 insBalance=0.02 ptBalance=-0.02\n2026-01-05 charge 600${claim(1001, '2026-02-01')}\n2026-02-20 payment 120 patient`,
      true,
    ],
    [
      'a refund sent twice is owed to us, no credit',
      `account A1 ${settled}\n2026-02-25 payment 30 patient\n2026-03-01 refund 30 patient\n2026-03-02 refund 30 patient\nremit Aetna 480 2026-02-01 claim=CL1`,
      false,
    ],
  ])('behind a balance that is none: %s', (_name, text, listed) => expect(creditOf(reviewOf(text))?.hidden ?? false).toBe(listed));
  it('counts nothing as short against a listed estimate', () => {
    const credit = of('account A1 payer1=Aetna expected=600 patientResp=120\n2026-01-05 charge 1000\n2026-02-01 payment 1100 Aetna check=1');
    expect([credit.shortfall, credit.findings.map(({ cents }) => cents), credit.unexplained]).toEqual([0, [62000], -52000]); // 100 in credit, 620 above the estimate
  });
  it('is as sure of a write-off as of the whole account, and of a payment as of what its payer owes', () => {
    const stated = ' allowed=600 pr=120';
    const twice = of(
      `account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 none\n2026-02-03 contractual 400 none${claim(1001, '2026-02-01').replace('CL1', `CL1${stated}`)}\n2026-02-20 payment 120 patient`,
    );
    expect(twice.findings.map(({ cause, confidence }) => `${cause} ${confidence}`)).toEqual(['C08 high']);
    const back = of(
      `account A1 ${base}${claim(1001, '2026-02-01').replace('CL1', `CL1${stated}`)}\n2026-02-20 payment 60 Cigna check=7 claim=CL1\n2026-02-27 payment 60 Cigna check=8 claim=CL1\n2026-03-01 payment 60 patient\nremit Cigna -60 2026-04-01 plb=WO`,
    );
    expect(back.findings.map(({ cause, confidence }) => `${cause} ${confidence}`)).toEqual(['C14 medium']);
  });

  const graded = (text: string): string[] => of(text).findings.map(({ cause, variant, confidence }) => `${cause}${variant ?? ''} ${confidence}`);
  const stated = ' allowed=600 pr=120';
  const twiceStated = `${base}${claim(1001, '2026-02-01')}${stated}\n2026-02-20 payment 120 patient${claim(1002, '2026-03-01')}${stated}`;
  it('knows money that went out twice: taken back, and refunded too', () => {
    const credit = of(`account A1 ${settled}${claim(1002, '2026-03-01')}\n2026-04-10 refund 480 Aetna\nremit Aetna -480 2026-04-01 plb=WO`);
    expect([credit.hidden, credit.shortfall, credit.unexplained, credit.findings.map(({ cause, variant }) => `${cause}${variant}`)]).toEqual([
      true,
      48000,
      0,
      ['C20c'],
    ]);
  });
  it('sets a misplaced part against the debt on the other', () => {
    const credit = of(
      `account A1 payer1=Aetna balance=0 insBalance=120 ptBalance=-120\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna${claim(1001, '2026-02-01')}${stated}\n2026-02-20 payment 120 patient`,
    );
    expect([credit.shortfall, credit.unexplained, credit.findings.map(({ cause }) => cause)]).toEqual([12000, 0, ['C26']]);
  });
  it('is sure as far as the proof and the liabilities go', () => {
    expect(graded(`account A1 ${twiceStated}`)).toEqual(['C01 high']);
    // 450 in credit = 480 + 30 refunded twice − 30 owed again − 30 that the patient is short
    expect(graded(`account A1 ${twiceStated}\n2026-03-10 payment 30 patient\n2026-03-11 refund 30 patient\n2026-03-12 refund 30 patient`)).toEqual([
      'C01 high',
      'C20b medium',
    ]);
    expect(graded(`account A1 ${settled.replace('payer2=Cigna', 'expected=600 patientResp=120')}${claim(1002, '2026-03-01')}\n2026-03-02 unknown 0`)).toEqual([
      'C01 low',
    ]);
    expect(
      graded('account A1 payer1=Aetna\n2026-03-05 transferaccount -480 Aetna\naccount A2\n2026-02-01 payment 480 Aetna\n2026-03-05 transferaccount 480 Aetna'),
    ).toEqual(['C12 low']);
  });
  it('is unsure of a duplicate beside 100 that nothing explains, and needs review', () => {
    const credit = of(
      `account A1 ${settled}${claim(1002, '2026-03-01')}\n2026-03-09 payment 100 Aetna check=9\nremit Aetna 480 2026-02-01 claim=CL1 allowed=600 pr=120`,
    );
    expect([credit.unexplained, credit.class, credit.hidden, credit.findings.map(({ cause, confidence }) => `${cause} ${confidence}`)]).toEqual([
      10000,
      'needs-review',
      false,
      ['C01 low'],
    ]);
  });
  it('says what would make a finding certain, unless its cause does or it is', () => {
    const missing = (text: string): string[] => of(text).findings.map((finding) => finding.missing);
    expect(missing(`account A1 ${settled}${claim(1002, '2026-03-01')}`)).toEqual([
      'The allowed amount and the patient share on the remittance would make it certain.',
    ]);
    expect(missing(`account A1 ${twiceStated}`)).toEqual(['']);
    expect(missing(`account A1 ${twiceStated}\n2026-03-10 payment 30 patient\n2026-03-11 refund 30 patient\n2026-03-12 refund 30 patient`)).toEqual(['', '']);
    expect(missing(`account A1 ${settled}\n2026-03-20 payment 120 patient`)).toEqual(['The patient share on the last remittance would make it certain.']);
  });
  it('names no party that owes nothing and paid nothing', () => {
    const text = `account A1 ${base}${claim(1001, '2026-02-01')} allowed=480 pr=0${claim(1002, '2026-03-01')} allowed=480 pr=0`.replace(' payer2=Cigna', '');
    expect(of(text).parties.map(({ name }) => name)).toEqual(['Aetna']);
  });
  it('says that there are no transactions', () => expect(of('account A1 balance=-50').reviewReason).toBe('There are no transactions to explain the balance.'));
  it('a cent behind a balance is no credit, also where a remittance line makes it looked at', () => {
    const rows = (amount: string): string =>
      `account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment ${amount} Aetna\nremit Aetna 480 2026-02-01 claim=CL1 allowed=600 pr=120`;
    expect([creditOf(reviewOf(rows('480.01'))), creditOf(reviewOf(rows('480.02')))?.hidden]).toEqual([undefined, true]);
  });
});
