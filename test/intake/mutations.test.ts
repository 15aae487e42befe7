/** Cells of a good export are damaged at random: never a crash, never a wrong total in silence. */
import fc from 'fast-check';
import type { CellValue, Reading } from '../../src/intake/contract';
import { books, effectOf, keyOf, render, styles } from './rendering';
import type { Book, Style } from './rendering';
import { assumed, balances, incomplete, readBook } from './support';

const junk: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(
    '#REF!',
    '#N/A',
    '#DIV/0!',
    '#VALUE!',
    '=1+1',
    '="x"',
    '🧾',
    'مرحبا',
    '\u202e12.00',
    'x'.repeat(32_767),
    '1e400',
    '-',
    '()',
    '$',
    '1.2.3',
    '12,34',
    'NaN',
    'Total',
    '\u0000',
    true,
    false,
    null,
    1e300,
    -1e300,
    1e16,
    2 ** 53,
    0.005,
    2_958_466,
    -1,
    'yyyymmdd',
    '31/31/2024',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double({ noNaN: true }),
);

const owed = (book: Book, account: number): string => {
  const value = book.postings.filter((p) => p.account === account).reduce((sum, p) => sum + effectOf(p), 0);
  return `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, '0')}`;
};

/** An account whose sum is wrong is not judged, or the reading says that something is the matter. */
const silentlyWrong = (reading: Reading, book: Book, style: Style): boolean => {
  if (
    reading.refused !== null ||
    reading.problems.length > 0 ||
    reading.assumptions.some((a) => a.key.startsWith('sign:') || a.key.startsWith('type:') || a.key.startsWith('column:'))
  )
    return false;
  const got = balances(reading.ledger);
  for (let a = 0; a < book.accounts; a++) {
    const key = keyOf(a, style);
    if (got[key] !== owed(book, a) && incomplete(reading.ledger, key) === '') return true;
  }
  return false;
};

describe('damaged cells', () => {
  it('three cells of data: no crash, nothing wrong in silence', () => {
    fc.assert(
      fc.property(books, styles, fc.array(fc.tuple(fc.nat(), fc.nat(), junk), { minLength: 1, maxLength: 3 }), (book, style, hits) => {
        const sheets = render(book, {
          ...style,
          totals: false,
          totalAbove: false,
          grouped: false,
          running: false,
          voided: false,
          pending: false,
          listing: true,
          split: false,
        });
        const rows = sheets['Detail'] as CellValue[][];
        const columns = rows.findIndex((row) => row.includes(style.key));
        for (const [r, c, value] of hits) {
          const at = columns + 1 + (r % (rows.length - columns - 1));
          const row = rows[at] as CellValue[];
          row[c % row.length] = value;
        }
        const reading = readBook(sheets);
        expect(silentlyWrong(reading, book, style)).toBe(false);
      }),
      { numRuns: 400 },
    );
  }, 240_000);

  it('any grid at all: a reading or a refusal, never a crash', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.oneof(junk, fc.constantFrom<CellValue>('Account', 'Type', 'Amount', 'Balance', 'Charge', 'Payment', 'Date', 45_000, 10)), {
            maxLength: 6,
          }),
          { maxLength: 12 },
        ),
        (rows) => {
          const reading = readBook({ Grid: rows });
          expect(reading.ledger.tx.count).toBeGreaterThanOrEqual(0);
          expect(assumed(reading, 'none')).toBeUndefined();
        },
      ),
      { numRuns: 400 },
    );
  }, 120_000);

  it('the check can fail: a payment taken out in silence would be seen', () => {
    const book: Book = {
      accounts: 1,
      postings: [
        { account: 0, word: 'charge', cents: 1000, day: 45_400 },
        { account: 0, word: 'ins', cents: 900, day: 45_401 },
      ],
    };
    const style = { ...(fc.sample(styles, 1)[0] as Style), keyStyle: 'letters' as const };
    const reading = readBook({
      Tx: [
        ['Account', 'Type', 'Date', 'Amount'],
        ['AC1000', 'Charge', 45_400, 10],
        ['AC1000', 'Payment', 45_401, 5],
      ],
    });
    expect(silentlyWrong({ ...reading, problems: [], assumptions: [] }, book, style)).toBe(true);
  });
});
