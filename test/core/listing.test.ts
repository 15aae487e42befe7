/** Which credits are listed, and what is said of those that are not (policy topic LISTING). As of 30 June 2026. */
import { creditOf, dollars, reviewOf } from './harness';
import type { Reviewed } from './harness';

const paid = (amount: number, day = '2026-05-01', payer = 'Aetna', more = ''): string =>
  `${more}account A1 payer1=${payer}\n2026-01-05 charge 100\n2026-02-01 payment 100 ${payer}\n${day} payment ${amount} patient`;
const listing = (reviewed: Reviewed): [boolean, number, number, string] => {
  const { count, cents, why } = reviewed.review.filtered;
  return [creditOf(reviewed) !== undefined, count, cents, why];
};

describe('credits that are listed', () => {
  it.each<[string, Reviewed, [boolean, number, number, string]]>([
    ['a cent, when nothing is said', reviewOf(paid(0.02)), [true, 0, 0, '']],
    ['exactly the least amount', reviewOf(paid(10), { listLeastCents: dollars(10) }), [true, 0, 0, '']],
    ['a cent below it', reviewOf(paid(9.99), { listLeastCents: dollars(10) }), [false, 1, 999, 'below $10.00']],
    ['30 days old: since 31 May', reviewOf(paid(20, '2026-05-31'), { listLeastAgeDays: 30 }), [true, 0, 0, '']],
    ['29 days old', reviewOf(paid(20, '2026-06-01'), { listLeastAgeDays: 30 }), [false, 1, 2000, 'younger than 30 days']],
    [
      'small and young',
      reviewOf(paid(5, '2026-06-01'), { listLeastAgeDays: 30, listLeastCents: dollars(10) }),
      [false, 1, 500, 'below $10.00; younger than 30 days'],
    ],
    [
      'a federal payer is always listed',
      reviewOf(paid(5, '2026-06-01', 'Medicare', 'payer Medicare class=medicare\n'), { listLeastAgeDays: 30, listLeastCents: dollars(10) }),
      [true, 0, 0, ''],
    ],
    ['without a date it is not young', reviewOf(paid(20).replaceAll(/^2026-\d\d-\d\d/gm, '-'), { listLeastAgeDays: 30 }), [true, 0, 0, '']],
    ['a prepayment, when they are listed', reviewOf('account A1 serviceFrom=2026-07-20\n2026-06-20 deposit 300 patient'), [true, 0, 0, '']],
    [
      'a prepayment, when they are not',
      reviewOf('account A1 serviceFrom=2026-07-20\n2026-06-20 deposit 300 patient', { listPrepayments: false }),
      [false, 1, 30000, 'prepayments on unbilled visits'],
    ],
    [
      'money for a visit that was cancelled is no prepayment',
      reviewOf('account A1 serviceFrom=2026-07-20 status=Cancelled\n2026-06-20 deposit 300 patient', { listPrepayments: false }),
      [true, 0, 0, ''],
    ],
    ['no finding at all is no prepayment', reviewOf('account A1\n2026-06-25 payment 60 none', { listPrepayments: false }), [true, 0, 0, '']],
  ])('%s', (_name, reviewed, expected) => expect(listing(reviewed)).toEqual(expected));

  it('a hidden credit has no amount of its own to be small: payer 80 short, patient 80 over', () => {
    const hidden = `account A1 payer1=Aetna\n2026-01-05 charge 1000\n2026-02-01 contractual 400 Aetna\n2026-02-01 payment 400 Aetna allowed=600 pr=120\n2026-03-01 payment 200 patient`;
    expect(listing(reviewOf(hidden, { listLeastCents: dollars(500) }))).toEqual([true, 0, 0, '']);
  });

  it('counts and adds up what is left out of several accounts', () => {
    const three = [1, 2, 20].map((amount, at) => paid(amount).replace('A1', `A${at}`)).join('\n');
    const { credits, filtered } = reviewOf(three, { listLeastCents: dollars(10) }).review;
    expect(credits.map((credit) => credit.key)).toEqual(['A2']);
    expect(filtered).toEqual({ count: 2, cents: 300, why: 'below $10.00' });
  });

  it('the largest first, then by key', () => {
    const four = ['B', 'A', 'C', 'D'].map((key, at) => paid([20, 20, 30, 10][at] ?? 0).replace('A1', key)).join('\n');
    expect(reviewOf(four).review.credits.map((credit) => credit.key)).toEqual(['C', 'A', 'B', 'D']);
  });
});

describe('why there is no verdict', () => {
  it.each<[string, string, string]>([
    [
      'what each owes is not known: last in line first',
      'account A1 payer1=Aetna payer2=Cigna\n2026-02-01 payment 400 Aetna\n2026-02-02 payment 200 Cigna\n2026-03-01 payment 50 patient',
      'No payee is named: no charges are posted. Candidates, last in line first: the patient, Cigna, Aetna.',
    ],
    ['no transactions', 'account A1 balance=-120', 'There are no transactions to explain the balance.'],
    [
      'the listing disagrees',
      'account A1 balance=-100\n2026-01-05 charge 100\n2026-02-01 payment 150 patient',
      'Data incomplete: the listing says -$100.00, the transactions add up to -$50.00.',
    ],
    [
      'a payer is listed and has not spoken',
      'account A1 payer1=Aetna\n2026-01-05 charge 100\n2026-02-01 payment 150 patient',
      'No payee is named: what each party owes cannot be computed without the remittance. Candidates, last in line first: the patient.',
    ],
    ['the findings say all', paid(20), ''],
  ])('%s', (_name, text, expected) => expect(creditOf(reviewOf(text))?.reviewReason).toBe(expected));
});
