import { storyOf } from '../../src/core/story';
import type { Credit, SettledFinding } from '../../src/core/credit';
import { cents, toDecimalText } from '../../src/core/money';
import { NO_DAY, toIso } from '../../src/core/day';
import { creditOf, on, reviewOf } from './harness';

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
      'The account is $360.00 in credit since 2026-03-01, when Payment, Aetna of $480.00 was posted. Aetna paid $480.00 twice (checks 1001 and 1002): $960.00 paid in all, $480.00 owed. $120.00 is still owed to the provider. The allowed amount and the patient share on the remittance would make it certain.',
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

describe('what each resolution asks for', () => {
  const { ledger, policy, review } = reviewOf(twice);
  const credit = review.credits[0]!;
  const finding = credit.findings[0]!;
  const asked = (change: Partial<SettledFinding>, more: Partial<Credit> = {}): string[] => [
    ...storyOf(ledger, policy, { ...credit, parties: [], shortfall: cents(0), findings: [{ ...finding, ...change }], ...more }).postings,
  ];
  const account = { kind: 'account', name: '' } as const;
  it.each<[string, Partial<SettledFinding>, string]>([
    ['two rows', { rows: [...finding.rows, { sheet: 1, row: 9 }] }, 'Refund $480.00 to Aetna (row 5 of Transactions, row 9 of Accounts).'],
    ['a row of a sheet nobody knows', { rows: [{ sheet: 77, row: 9 }] }, 'Refund $480.00 to Aetna (row 9 of the sheet).'],
    ['a patient', { resolution: 'REFUND_PATIENT', owedTo: { kind: 'patient', name: 'Doe, Ann' } }, 'Refund $480.00 to Doe, Ann (row 5 of Transactions).'],
    ['a write-off that is not there', { resolution: 'REVERSE_ADJ', rows: [] }, 'Post a debit adjustment of $480.00.'],
    ['a write-off', { resolution: 'REVERSE_ADJ' }, 'Reverse $480.00 of write-off (row 5 of Transactions).'],
    ['an account', { resolution: 'TRANSFER_ACCOUNT', owedTo: { ...account, name: 'A7' } }, 'Transfer $480.00 to account A7 (row 5 of Transactions).'],
    ['an account nobody knows', { resolution: 'TRANSFER_ACCOUNT', owedTo: account }, 'Transfer $480.00 to its account (row 5 of Transactions).'],
    ['a hold without an end', { resolution: 'HOLD_UNTIL', until: NO_DAY }, 'Hold $480.00.'],
    ['a hold with an end', { resolution: 'HOLD_UNTIL', until: on('2026-08-03') }, 'Hold $480.00 until 2026-08-03.'],
    ['a takeback', { resolution: 'AWAIT_TAKEBACK' }, 'Wait for the takeback of $480.00.'],
    ['a claim', { resolution: 'CORRECT_AND_REBILL' }, 'Send a corrected claim for $480.00.'],
    ['unclaimed property', { resolution: 'ESCHEAT_TRACK' }, 'Track $480.00 as unclaimed property.'],
  ])('%s', (_name, change, text) => expect(asked(change)).toEqual([text]));
  it('collects from who is short, stated or derived, and finds the cause of the rest', () => {
    const party = { party: 1, name: 'Patient', paid: cents(100), liability: cents(150), source: 'stated', bucket: null } as const;
    const parties: Credit['parties'] = [
      party,
      { ...party, party: 2, source: 'listed' },
      { ...party, party: 2, liability: null, source: 'unknown' },
      { ...party, party: 2, liability: cents(100) },
      { ...party, party: 2, liability: cents(101), source: 'derived' },
    ];
    expect(asked({ resolution: 'POST_CHARGES' }, { parties, unexplained: cents(-7) })).toEqual([
      'Post $480.00 of charges.',
      'Collect $0.50 from the patient.',
      'Collect $0.01 from Aetna.',
      'Find the cause of -$0.07.',
    ]);
    // Of a shortfall of 2.00 parties owe 0.51, and 0.30 is money that went out twice: 1.19 is a write-off still to be posted.
    const lost = asked({ resolution: 'ESCALATE', term: 'lost', cents: cents(30), rows: [] }, { parties, shortfall: cents(200) });
    expect(lost).toEqual(['Escalate $0.30.', 'Collect $0.50 from the patient.', 'Collect $0.01 from Aetna.', 'Post the missing write-off of $1.19.']);
    const moved = asked({ resolution: 'TRANSFER_BUCKET', term: 'bucket', cents: cents(30) }, { shortfall: cents(30) });
    expect(moved).toEqual(['Transfer $0.30 between the parts of the account.']);
  });
});

describe('the sentence', () => {
  const { ledger, policy, review } = reviewOf(twice);
  const credit = review.credits[0]!;
  const told = (more: Partial<Credit>): string => storyOf(ledger, policy, { ...credit, findings: [], shortfall: cents(0), ...more }).sentence;
  const opening = 'The account is $360.00 in credit since 2026-03-01, when Payment, Aetna of $480.00 was posted.';
  const finding = { ...credit.findings[0]!, because: 'Because.', missing: '', rivals: [] };
  const rival = { cause: 'C02', class: 'posting-error', cents: cents(1), because: 'posted twice.', decidedBy: '' } as const;
  it.each<[string, Partial<Credit>, string]>([
    ['nothing more to say', {}, opening],
    ['no date', { since: NO_DAY }, 'The account is $360.00 in credit.'],
    ['hidden, no date', { hidden: true, since: NO_DAY, balance: cents(5) }, 'The balance is $0.05, yet a party on the account is in credit.'],
    ['a reason', { reviewReason: 'No payee is named.' }, `${opening} No payee is named.`],
    [
      'what is missing',
      { findings: [finding, { ...finding, missing: 'The check number would tell.' }] },
      `${opening} Because. Because. The check number would tell.`,
    ],
    [
      'a rival with nothing that decides',
      { findings: [{ ...finding, missing: 'More.', rivals: [rival] }] },
      `${opening} Because. Runner-up: C02, posted twice.`,
    ],
    [
      'a rival and what decides',
      { findings: [finding, { ...finding, rivals: [{ ...rival, decidedBy: 'The check number.' }, rival] }] },
      `${opening} Because. Because. Runner-up: C02, posted twice. The check number.`,
    ],
  ])('%s', (_name, more, text) => expect(told(more)).toBe(text));
});

it("a line is called by the billing system's words where it has some", () => {
  const { ledger, policy, review } = reviewOf(
    '2026-01-05 charge 100 none typeText="99213 Visit"\n2026-02-01 payment 130 patient typeText="Pt Pmt"\n2026-02-02 payment 1 Aetna',
  );
  expect(storyOf(ledger, policy, review.credits[0]!).lines.map(({ label }) => label)).toEqual(['99213 Visit', 'Pt Pmt, patient', 'Payment, Aetna']);
});
