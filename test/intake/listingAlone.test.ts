/** Accounts without transactions: the credits are listed, not judged, and the empty ledger beside them is said (design.md 9). */
import { reviewJson } from '../../src/app/report';
import { desk } from '../app/billing';
import { bookOf } from '../excel/book';

const LISTING = [
  ['Account', 'Patient', 'Balance', 'Primary Payer'],
  ['00123', 'Invented, Ana', -118.9, 'Harbor Mutual'],
  ['00124', 'Invented, Bo', 331.1, 'Harbor Mutual'],
  ['00125', 'Invented, Cy', 0, ''],
  ['00126', 'Invented, Di', -45, ''],
];

it('lists credits as needs review, and says why the totals of the ledger are 0.00', async () => {
  const { excel, scan } = await desk(bookOf({ Accounts: LISTING }));
  const json = reviewJson(await scan());
  excel.close();
  expect(json.refused).toBeNull();
  expect(json.credits.map(({ account, credit, class: judged, unexplained }) => [account, credit, judged, unexplained]).toSorted()).toEqual([
    ['00123', '118.90', 'needs-review', '118.90'],
    ['00126', '45.00', 'needs-review', '45.00'],
  ]);
  expect(json.ledger).toMatchObject({ accounts: 4, transactions: 0, charges: '0.00', payments: '0.00', adjustments: '0.00', refunds: '0.00' });
  // 118.90 + 45.00 = 163.90; listed: 331.10 - 163.90 = 167.20.
  expect([json.totals.needsReview, json.reading.control?.listed, json.reading.control?.posted]).toEqual(['163.90', '167.20', '0.00']);
  const said = json.problems.filter(({ code }) => code === 'no-transactions');
  expect(said.map(({ sheet, row }) => [sheet, row])).toEqual([['Accounts', 0]]);
  expect(said[0]?.message).toBe(
    'Accounts lists 3 balances other than zero, but no sheet holds transactions. Charges, payments and adjustments therefore show 0.00, and every credit needs review.',
  );
  expect(said[0]?.remedy).toMatch(/^Export the transactions/);
});

it('says nothing of the kind where transactions stand beside the listing', async () => {
  const transactions = [
    ['Account', 'Post Date', 'Transaction Type', 'Amount'],
    ['00124', 45_900, 'Charge', 431.1],
    ['00124', 45_920, 'Patient Payment', -100],
    ['00123', 45_900, 'Charge', 10],
    ['00123', 45_900, 'Patient Payment', -128.9],
  ];
  const { excel, scan } = await desk(bookOf({ Accounts: LISTING, Transactions: transactions }));
  const json = reviewJson(await scan());
  excel.close();
  expect(json.problems.map(({ code }) => code)).not.toContain('no-transactions');
});
