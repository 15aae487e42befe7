import { toIso } from '../../src/core/day';
import { toDecimalText } from '../../src/core/money';
import { reviewOf } from './harness';

const short = (ledger: string): string[] =>
  reviewOf(ledger).review.underpayments.map((one) => `${one.key} ${one.partyName} ${toDecimalText(one.cents)} ${one.source}`);

const base = `
account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna`;

describe('underpayments', () => {
  it.each([
    ['the patient owes what the payer left: 600 − 480', `${base}\n2026-02-01 payment 480 Aetna check=1`, ['A1 Patient 120.00 derived']],
    [
      'the payer paid 400 of 480 (P2), the patient overpaid',
      `${base}\n2026-02-01 payment 400 Aetna check=1 allowed=600 pr=120\n2026-03-01 payment 200 patient`,
      ['A1 Aetna 80.00 stated'],
    ],
    ['both are short', `${base}\n2026-02-01 payment 400 Aetna check=1 allowed=600 pr=120`, ['A1 Patient 120.00 stated', 'A1 Aetna 80.00 stated']],
    [
      'an account in credit: the payer twice, the patient short',
      `${base}\n2026-02-01 payment 480 Aetna check=1 claim=C1\n2026-03-01 payment 480 Aetna check=2 claim=C1`,
      ['A1 Patient 120.00 derived'],
    ],
    [
      'transfers: 40 of the insurance part is open beside 120 of the patient',
      `${base}\n2026-02-01 payment 440 Aetna check=1\n2026-02-01 transfer -120 Aetna\n2026-02-01 transfer 120 patient`,
      ['A1 Patient 120.00 derived', 'A1 Aetna 40.00 derived'],
    ],
    ['a self-pay patient', 'account A1\n2026-01-05 charge 100\n2026-01-10 payment 30 patient', ['A1 Patient 70.00 derived']],
    ['the payer has not spoken', 'account A1 payer1=Aetna\n2026-01-05 charge 1000', []],
    ['settled', `${base}\n2026-02-01 payment 480 Aetna check=1\n2026-03-01 payment 120 patient`, []],
    ['the listing disagrees with the postings', `account A1 payer1=Aetna balance=500\n2026-01-05 charge 1000\n2026-02-01 payment 480 Aetna check=1`, []],
  ])('%s', (_name, ledger, expected) => {
    expect(short(ledger)).toEqual(expected);
  });

  it('are older than the last posting of that party, and say so', () => {
    const [one] = reviewOf(`${base}\n2026-02-01 payment 480 Aetna check=1`).review.underpayments;
    expect(one!.because).toBe('The patient has $120.00 open after what was posted.');
  });
});

describe('an open account, read from its columns alone', () => {
  const open = (ledger: string): string[] =>
    reviewOf(ledger).review.underpayments.map(({ key, party, cents, since, because }) => `${key} ${party} ${cents} ${toIso(since) ?? 'undated'}: ${because}`);
  it.each<[string, string, string[]]>([
    [
      'since the payer spoke, when the patient paid before',
      `${base}\n2026-02-03 payment 480 Aetna\n2026-01-20 payment 20 patient`,
      ['A1 1 10000 2026-02-03: The patient has $100.00 open after what was posted.'],
    ],
    [
      'since the patient paid, when that was later',
      `${base}\n2026-02-03 payment 480 Aetna\n2026-03-20 payment 20 patient`,
      ['A1 1 10000 2026-03-20: The patient has $100.00 open after what was posted.'],
    ],
    ['a write-off of the payer is its word too', base, ['A1 1 60000 2026-02-01: The patient has $600.00 open after what was posted.']],
    ['undated', 'account A1\n- charge 100\n- payment 30 patient', ['A1 1 7000 undated: The patient has $70.00 open after what was posted.']],
    ['a cent is settled', `${base}\n2026-02-03 payment 480 Aetna\n2026-03-20 payment 119.99 patient`, []],
    [
      'two cents are not',
      `${base}\n2026-02-03 payment 480 Aetna\n2026-03-20 payment 119.98 patient`,
      ['A1 1 2 2026-03-20: The patient has $0.02 open after what was posted.'],
    ],
    ['no charge, no debt', '2026-01-05 refund 100 patient', []],
    ['a payer that only the postings name has not spoken either', '2026-01-05 charge 100\n2026-01-06 memo 0 Aetna', []],
    ['nor has one that was asked by a refund', '2026-01-05 charge 100\n2026-01-06 refund 5 Aetna', []],
    [
      'the listed balance agrees',
      `${base.replace('payer1', 'balance=120 payer1')}\n2026-02-03 payment 480 Aetna`,
      ['A1 1 12000 2026-02-03: The patient has $120.00 open after what was posted.'],
    ],
  ])('%s', (_name, ledger, expected) => expect(open(ledger)).toEqual(expected));

  const moved = (rest: string, payer = ' payer1=Aetna'): string => `account A1${payer}\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna\n${rest}`;
  it.each<[string, string, string[]]>([
    [
      'each part, dated by its last posting; the name begins with a capital',
      moved('2026-02-02 payment 440 Aetna\n2026-02-03 transfer -120 Aetna\n2026-02-04 transfer 120 patient').replaceAll('Aetna', 'aetna'),
      ['A1 1 12000 2026-02-04: The patient has $120.00 open after what was posted.', 'A1 2 4000 2026-02-03: Aetna has $40.00 open after what was posted.'],
    ],
    [
      'a part open by a cent is settled',
      moved('2026-02-02 payment 479.99 Aetna\n2026-02-03 transfer -120 Aetna\n2026-02-04 transfer 120 patient'),
      ['A1 1 12000 2026-02-04: The patient has $120.00 open after what was posted.'],
    ],
    [
      'a payer that has not spoken is not short',
      'account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-02-03 transfer -120 Aetna\n2026-02-04 transfer 120 patient',
      ['A1 1 12000 2026-02-04: The patient has $120.00 open after what was posted.'],
    ],
    [
      'nobody known is never short',
      'account A1\n2026-01-05 charge 1000 none\n2026-02-03 transfer -120 none\n2026-02-04 transfer 120 patient',
      ['A1 1 100000 2026-02-04: The patient has $1,000.00 open after what was posted.'],
    ],
  ])('%s', (_name, ledger, expected) => expect(open(ledger)).toEqual(expected));

  it('is read afresh for each account', () => {
    const rows = '\n2026-01-05 charge 100\n2026-01-10 payment 30 patient';
    expect(open(`account A1${rows}\naccount A2\n2026-01-05 charge 50`)).toEqual([
      'A1 1 7000 2026-01-10: The patient has $70.00 open after what was posted.',
      'A2 1 5000 2026-01-05: The patient has $50.00 open after what was posted.',
    ]);
  });
});

describe('an account that was looked at as a whole', () => {
  const stated = `${base}\n2026-02-05 payment 400 Aetna check=1 allowed=600 pr=120`;
  const found = (ledger: string): (string | number)[][] =>
    reviewOf(ledger).review.underpayments.map(({ partyName, cents, since, source, because, patient }) => [
      partyName,
      cents,
      toIso(since) ?? '',
      source,
      because,
      patient,
    ]);
  it('says what was paid and owed, by whom and since when', () =>
    expect(found(`${stated.replace('A1', 'A1 patient="Doe, Ann"')}\n2026-03-01 payment 20 patient`)).toEqual([
      ['Patient', 10000, '2026-03-01', 'stated', 'The patient is $100.00 short: $20.00 paid in all, $120.00 owed.', 'Doe, Ann'],
      ['Aetna', 8000, '2026-02-05', 'stated', 'Aetna is $80.00 short: $400.00 paid in all, $480.00 owed.', 'Doe, Ann'],
    ]));
  it('a patient who never paid owes too, since the last posting', () =>
    expect(found(stated)[0]).toEqual(['Patient', 12000, '2026-02-05', 'stated', 'The patient is $120.00 short: $0.00 paid in all, $120.00 owed.', '']));
  it('a cent is settled, two are not', () => {
    expect(found(`${stated}\n2026-03-01 payment 119.99 patient\n2026-03-01 payment 80 Aetna`)).toEqual([]);
    expect(found(`${stated}\n2026-03-01 payment 119.98 patient\n2026-03-01 payment 80 Aetna`).map((one) => one[1])).toEqual([2]);
  });
  it('an estimate of the listing is no debt', () =>
    expect(
      found('account A1 payer1=Aetna expected=600 patientResp=120\n2026-01-05 charge 1000\n2026-02-01 payment 400 Aetna\n2026-03-01 payment 700 patient'),
    ).toEqual([]));
  it('nor is anything where the listing disagrees', () => expect(found(stated.replace('payer1', 'balance=-5 payer1'))).toEqual([]));
});
