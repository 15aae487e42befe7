/** The review as a whole: its progress, its end when cancelled, and orders that do not depend on rows. */
import type { Credit } from '../../src/core/credit';
import { largestFirst, review, ReviewCancelled } from '../../src/core/review';
import { ledgerOf, reviewOf, testPolicy } from './harness';

/** 300 accounts in credit by 10.00 each. */
const many = Array.from({ length: 300 }, (_, at) => `account A${at}\n2026-01-05 charge 100\n2026-02-01 payment 110 patient`).join('\n');

describe('progress', () => {
  const ledger = ledgerOf(many);
  it('is told at the start, every 256 accounts, and at the end', () => {
    const steps: [number, number][] = [];
    review(ledger, testPolicy(), { onProgress: (done, total) => steps.push([done, total]) });
    expect(steps).toEqual([
      [0, 300],
      [256, 300],
      [300, 300],
    ]);
  });
  it('ends where it is cancelled', () => {
    const steps: number[] = [];
    const run = (): unknown => review(ledger, testPolicy(), { onProgress: (done) => steps.push(done), isCancelled: () => steps.length === 2 });
    expect(run).toThrow(ReviewCancelled);
    expect(steps).toEqual([0, 256]);
    expect(new ReviewCancelled().name).toBe('ReviewCancelled');
  });
  it('needs no listener', () => expect(review(ledger, testPolicy()).credits).toHaveLength(300));
});

const open = (key: string, amount: number, more = ''): string => `account ${key} ${more}\n2026-01-05 charge ${amount}\n2026-02-01 payment 1 patient`;

describe('underpayments', () => {
  it('the largest first, then by account', () => {
    const { underpayments } = review(ledgerOf([open('B', 51), open('C', 71), open('A', 51)].join('\n')), testPolicy());
    expect(underpayments.map(({ key, cents }) => [key, cents])).toEqual([
      ['C', 7000],
      ['A', 5000],
      ['B', 5000],
    ]);
  });
  it('on one account the patient before the payer when both owe alike', () => {
    const text = `
account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 400 Aetna allowed=600 pr=100`;
    // Aetna owes 500 and paid 400; the patient owes 100.
    expect(review(ledgerOf(text), testPolicy()).underpayments.map(({ party, cents }) => [party, cents])).toEqual([
      [1, 10000],
      [2, 10000],
    ]);
  });
  it('of accounts in credit are found once, beside those of open accounts', () => {
    const text = `
account A1 payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 480 Aetna check=1 claim=C1
2026-03-01 payment 480 Aetna check=2 claim=C1
${open('A2', 6)}
account A3
2026-01-05 charge 5
2026-02-01 payment 5 patient`;
    expect(review(ledgerOf(text), testPolicy()).underpayments.map(({ key, cents }) => [key, cents])).toEqual([
      ['A1', 12000],
      ['A2', 500],
    ]);
  });
});

describe('credits', () => {
  it('the largest first; a hidden one by what its party holds; then by facility and key', () => {
    const hidden = `
account H payer1=Aetna
2026-01-05 charge 1000
2026-02-01 contractual 400 Aetna
2026-02-01 payment 400 Aetna allowed=600 pr=120
2026-03-01 payment 200 patient`; // balance 0, the patient 80 over
    const over = (key: string, amount: number): string => `account ${key}\n2026-01-05 charge 100\n2026-02-01 payment ${100 + amount} patient`;
    const { credits } = review(
      ledgerOf([over('S', 79), hidden, over('L', 81), over('B facility=N', 5), over('A facility=N', 5), over('A', 5)].join('\n')),
      testPolicy(),
    );
    expect(credits.map(({ id }) => id)).toEqual(['L', 'H', 'S', 'A', 'N/A', 'N/B']);
  });
});

it('adds up what it lists, and the whole ledger', () => {
  const found = review(ledgerOf(many), testPolicy());
  expect([found.asOf, found.totals.credit, found.ledger.accounts, found.ledger.payments, found.ledger.charges]).toEqual([
    testPolicy().asOf,
    300_000,
    300,
    3_300_000,
    3_000_000,
  ]);
});

it('credits of one size stand by their id, whatever their order', () => {
  const of = (id: string, credit: number, ...cents: number[]): Credit =>
    ({ id, credit, findings: cents.map((size) => ({ cents: size })) }) as unknown as Credit;
  const credits = [of('B', 500), of('A', 500), of('C', 0, 700), of('D', 400, 90, 800), of('A2', 500, 1)];
  const ids = (list: readonly Credit[]): string[] => list.map(({ id }) => id);
  expect(ids(credits.toSorted(largestFirst))).toEqual(['D', 'C', 'A', 'A2', 'B']);
  expect(ids(credits.toReversed().toSorted(largestFirst))).toEqual(['D', 'C', 'A', 'A2', 'B']);
  expect(largestFirst(credits[0]!, credits[0]!)).toBe(0);
});

it('underpayments of one size stand by their account, whatever the order of the rows', () => {
  const owes = (key: string): string => `account ${key} payer1=Aetna\n2026-01-05 charge 100\n2026-02-01 payment 60 Aetna allowed=100 pr=40`;
  const keys = (...order: string[]): string[] => reviewOf(order.map(owes).join('\n')).review.underpayments.map(({ key }) => key);
  expect(keys('A', 'B', 'C')).toEqual(['A', 'B', 'C']);
  expect(keys('C', 'A', 'B')).toEqual(['A', 'B', 'C']);
  expect(keys('B', 'C', 'A')).toEqual(['A', 'B', 'C']);
});
