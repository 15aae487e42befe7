/** Control totals of the reading, by hand: listed balances against the sums of the postings. */
import { reviewJson } from '../../src/app/report';
import { bookOf } from '../excel/book';
import type { Cell } from '../excel/book';
import { ACCOUNTS, TRANSACTIONS, desk } from './billing';

/** Account 16 is listed with 251.00, one dollar above its postings; account 99 owes 10.00 and has no posting. */
const listing: Cell[][] = [...ACCOUNTS.map((row): Cell[] => (row[0] === '16' ? ['16', 'Invented, Q', 251, ''] : row)), ['99', 'Invented, R', 10, '']];

it('adds up listed balances and postings, and counts the accounts on which they agree', async () => {
  const { excel, scan } = await desk(bookOf({ Accounts: listing, Transactions: TRANSACTIONS }));
  const found = await scan();
  excel.close();
  // Listed: −400 − 45 + 251 + 10 = −184. Posted: −400 − 45 + 250 = −195. Nine accounts; 16 and 99 differ.
  expect(found.reading.control).toEqual({ accounts: 9, agree: 7, unposted: 1, listed: -18_400, posted: -19_500 });
  expect(reviewJson(found).reading.control).toEqual({ accounts: 9, agree: 7, unposted: 1, listed: '-184.00', posted: '-195.00', difference: '11.00' });
});

it('has nothing to compare where no balance is listed', async () => {
  const { excel, scan } = await desk(bookOf({ Transactions: TRANSACTIONS }));
  const found = await scan();
  excel.close();
  expect(reviewJson(found).reading.control).toBeNull();
});
