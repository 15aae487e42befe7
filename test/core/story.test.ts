import { storyOf } from '../../src/core/story';
import { toDecimalText } from '../../src/core/money';
import { toIso } from '../../src/core/day';
import { creditOf, reviewOf } from './harness';

const twice = `
account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1001 claim=CL1
2026-03-01 payment 480 Aetna check=1002 claim=CL1`;

describe('the story of a credit', () => {
  const { ledger, policy, review } = reviewOf(twice);
  const credit = review.credits[0]!;
  const story = storyOf(ledger, policy, credit);

  it('runs in time order and marks the row that turned the balance: 1000, 520, 120, −360', () => {
    expect(story.lines.map((line) => [toIso(line.day), line.label, toDecimalText(line.effect), toDecimalText(line.balance), line.turned])).toEqual([
      ['2026-01-05', 'Charge', '1000.00', '1000.00', false],
      ['2026-02-01', 'Payment, Aetna', '-480.00', '520.00', false],
      ['2026-02-01', 'Contractual, Aetna', '-400.00', '120.00', false],
      ['2026-03-01', 'Payment, Aetna', '-480.00', '-360.00', true],
    ]);
    expect(story.lines.map((line) => line.row.row)).toEqual([2, 4, 3, 5]);
  });
  it('explains with its numbers', () => {
    expect(story.sentence).toBe(
      'The account is $360.00 in credit since 2026-03-01, when Payment, Aetna of $480.00 was posted. Aetna paid $480.00 twice (checks 1001 and 1002): $960.00 paid in all, $480.00 owed. $120.00 is still owed to the provider.',
    );
  });
  it('names the postings that bring it to zero: −360 + 480 − 120 = 0', () => {
    expect(story.postings).toEqual(['Refund $480.00 to Aetna (row 5 of Transactions).', 'Collect $120.00 from the patient.']);
  });
  it('names the runner-up and what decides', () => {
    const reviewed = reviewOf(twice.replaceAll(/ check=\d+/g, ''));
    const told = storyOf(reviewed.ledger, reviewed.policy, creditOf(reviewed)!);
    expect(told.sentence).toContain('Runner-up: C01, Aetna paid $480.00 twice');
    expect(told.sentence).toContain('The check numbers of both payments would tell a second payment from a second posting.');
    expect(told.postings[0]).toBe('Decide about $480.00 (row 5 of Transactions).');
  });
});

describe('a contractual debit that was never posted (domain.md 6 P6)', () => {
  it('is asked for as such: 12500 allowed less 8000 charged', () => {
    const { ledger, policy, review } = reviewOf(`
payer Medicare class=medicare
account A1 payer1=Medicare planType=DRG
2026-01-05 charge 8000
2026-02-01 payment 11000 Medicare check=1 allowed=12500 pr=1500
2026-03-01 payment 1500 patient`);
    expect(storyOf(ledger, policy, review.credits[0]!).postings).toEqual(['Post a debit adjustment of $4,500.00.']);
  });
});

describe('the postings that bring an account to zero', () => {
  const base = 'account A1 payer1=Aetna payer2=Cigna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna'; // rows 2 and 3
  const paid = `${base}\n2026-02-01 payment 480 Aetna check=1001 claim=CL1`; // row 4
  const settled = `${paid}\n2026-02-20 payment 120 patient check=77`; // row 5
  it.each<[string, string, string[]]>([
    ['a refund to the patient', `${settled}\n2026-03-01 payment 120 patient check=78`, ['Refund $120.00 to Patient (row 6 of Transactions).']],
    ['a write-off', `${paid}\n2026-04-01 baddebt 120 patient\n2026-05-01 payment 120 patient`, ['Reverse $120.00 of write-off (row 5 of Transactions).']],
    ['a second posting', `${settled}\n2026-03-01 payment 480 Aetna check=1001 claim=CL1`, ['Reverse $480.00 of the posting (row 6 of Transactions).']],
    [
      'a return',
      `${settled}\n2026-03-01 bankreturn 120 patient check=77\n2026-03-09 payment 120 patient`,
      ['Post the missing $120.00 (row 5 of Transactions).'],
    ],
    [
      'charges',
      'account A1 payer1=Aetna\n2026-01-05 charge 700\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120 billed=1000\n2026-02-20 payment 120 patient',
      ['Post $300.00 of charges.'],
    ],
    [
      'another account',
      `${settled.replace('A1', 'A1 mrn=M1')}\n2026-02-22 payment 76 patient\naccount A2 mrn=M1\n2026-01-20 charge 76`,
      ['Transfer $76.00 to account A2 (row 6 of Transactions).'],
    ],
    [
      'nobody named',
      'account A1\n2026-01-05 charge 100\n2026-01-20 payment 100 patient\n2026-05-01 payment 60 none',
      ['Transfer $60.00 to its account (row 4 of Transactions).'],
    ],
    [
      'between the parts',
      'account A1 payer1=Aetna balance=0 insBalance=120 ptBalance=-120\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 480 Aetna check=1 allowed=600 pr=120\n2026-02-20 payment 120 patient',
      ['Transfer $120.00 between the parts of the account.'],
    ],
    ['interest', `${settled}\n2026-02-01 interest 6.31 Aetna`, ['Move $6.31 off the account (row 6 of Transactions).']],
    ['a hold', 'account A1 serviceFrom=2026-07-20\n2026-06-20 deposit 300 patient', ['Hold $300.00 until 2026-08-03.']],
    ['a small rest', `${paid}\n2026-02-20 payment 123.50 patient`, ['Hold $3.50 under the small-credit policy (row 5 of Transactions).']],
    [
      'refunded twice: 30 to recover twice over, of which 30 is what the patient paid for',
      `${settled}\n2026-03-10 refund 30 patient\n2026-03-12 refund 30 patient\n2026-03-20 payment 30 patient\n2026-03-21 payment 480 Aetna check=1002 claim=CL1`,
      ['Refund $480.00 to Aetna (row 9 of Transactions).', 'Escalate $30.00 (row 7 of Transactions).', 'Collect $30.00 from the patient.'],
    ],
    ['what nothing explains', `${settled}\n2026-02-22 payment 40 Cigna check=5`, ['Refund $40.00 to Patient (row 5 of Transactions).']],
  ])('%s', (_name, text, postings) => {
    const { ledger, policy, review } = reviewOf(text);
    expect([...storyOf(ledger, policy, review.credits[0]!).postings].sort()).toEqual([...postings].sort());
  });
  it('tells of a hidden credit as such', () => {
    const { ledger, policy, review } = reviewOf(`${base}\n2026-02-01 payment 400 Aetna allowed=600 pr=120\n2026-03-01 payment 200 patient`);
    const story = storyOf(ledger, policy, review.credits[0]!);
    expect(story.sentence).toContain('The balance is $0.00, yet a party on the account is in credit since 2026-03-01.');
    expect(story.lines.some((line) => line.turned)).toBe(false);
    expect(story.postings).toContain('Collect $80.00 from Aetna.');
  });
});

describe('since', () => {
  it('is the day the balance went and stayed negative, not the first dip', () => {
    const credit = creditOf(
      reviewOf(`
account A1
2026-01-01 payment 50 patient
2026-01-05 charge 100
2026-02-01 payment 50 patient
2026-03-01 payment 40 patient`),
    )!;
    expect(toIso(credit.since)).toBe('2026-03-01');
  });
  it('of a hidden credit is the day the party went above what it owes', () => {
    const credit = creditOf(
      reviewOf(`
account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 400 Aetna check=1 allowed=600 pr=120
2026-03-01 payment 100 patient
2026-04-01 payment 100 patient`),
    )!;
    expect(credit.hidden).toBe(true);
    expect(toIso(credit.since)).toBe('2026-04-01');
  });
});
