/** One ledger in a thousand layouts reads back the same, or the reader says what it could not decide (issue: Must show). */
import fc from 'fast-check';
import { cents, toDecimalText } from '../../src/core/money';
import type { Reading } from '../../src/intake/contract';
import { books, effectOf, keyOf, render, styles } from './rendering';
import type { Book, Style } from './rendering';
import { balances, readBook, totals } from './support';

const text = (value: number): string => toDecimalText(cents(value));

function expected(book: Book, style: Style): { balances: Record<string, string>; totals: string[] } {
  const sum = (test: (word: string) => boolean, of: (p: Book['postings'][number]) => number): number =>
    book.postings.filter((p) => test(p.word)).reduce((total, p) => total + of(p), 0);
  const owed: Record<string, string> = {};
  for (let a = 0; a < book.accounts; a++)
    owed[keyOf(a, style)] = text(book.postings.filter((p) => p.account === a).reduce((total, p) => total + effectOf(p), 0));
  return {
    balances: owed,
    totals: [
      text(sum((w) => w === 'charge', effectOf)),
      text(
        sum(
          (w) => w === 'ins' || w === 'pt' || w === 'reversal',
          (p) => -effectOf(p),
        ),
      ),
      text(
        sum(
          (w) => w === 'contractual' || w === 'writeoff',
          (p) => -effectOf(p),
        ),
      ),
      text(sum((w) => w === 'refund', effectOf)),
    ],
  };
}

const same = (reading: Reading, book: Book, style: Style): boolean => {
  const want = expected(book, style);
  const got = balances(reading.ledger);
  return (
    JSON.stringify(Object.values(totals(reading.ledger))) === JSON.stringify(want.totals) &&
    JSON.stringify(Object.entries(got).sort()) === JSON.stringify(Object.entries(want.balances).sort())
  );
};
const said = (reading: Reading): boolean => reading.refused !== null || reading.problems.length > 0;

describe('renderings', () => {
  it('a thousand layouts: none wrong in silence, at least 95 % without a question', () => {
    let read = 0;
    let clean = 0;
    fc.assert(
      fc.property(books, styles, (book, style) => {
        const reading = readBook(render(book, style));
        const right = same(reading, book, style);
        read++;
        if (right && !said(reading)) clean++;
        return right || said(reading);
      }),
      { numRuns: 1000 },
    );
    expect(clean / read).toBeGreaterThanOrEqual(0.95);
  }, 240_000);

  it('the order of rows and columns changes nothing', () => {
    fc.assert(
      fc.property(books, styles, fc.integer({ min: 0, max: 2 ** 30 }), (book, style, order) => {
        const one = readBook(render(book, style));
        const other = readBook(render(book, { ...style, order }));
        return JSON.stringify(totals(one.ledger)) === JSON.stringify(totals(other.ledger)) && (one.refused?.code ?? '') === (other.refused?.code ?? '');
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});
