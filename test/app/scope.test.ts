/** A scope lists some credits only: balances stay, what is left out is counted, and rows of accounts out of scope stay as they stand. */
import { reviewJson } from '../../src/app/report';
import type { Scope } from '../../src/app/scope';
import type { Scan } from '../../src/app/session';
import { fromIso, NO_DAY } from '../../src/core/day';
import type { Day } from '../../src/core/day';
import { bookOf, cellsOf, sheetOf } from '../excel/book';
import { letterDesk } from './letterBook';
import { ACCOUNTS, billing, column, desk, never, silent, TRANSACTIONS, type } from './billing';
import type { Desk } from './billing';

let opened: Desk;
afterEach(() => opened.excel.close());
const day = (iso: string): Day => fromIso(iso) ?? NO_DAY;

/**
 * billing.ts with 00123 (400.00, paid twice by Harbor Mutual) at North and 7 (45.00, paid by the patient) at South. Service dates: all August 31,
 * 2025, but those of 7: September 2. 00123 is in credit since September 20, 7 since September 5.
 */
const two = (): ReturnType<typeof bookOf> => {
  const south = (row: readonly unknown[]): boolean => row[0] === '7';
  return bookOf({
    Accounts: ACCOUNTS.map((row, r) => [...row, r === 0 ? 'Facility' : south(row) ? 'South' : 'North']),
    Transactions: TRANSACTIONS.map((row, r) => [...row, ...(r === 0 ? ['Facility', 'Service Date'] : south(row) ? ['South', 45_902] : ['North', 45_900])]),
  });
};
const since: Scope['dates'] = { of: 'since', from: day('2025-09-10'), to: NO_DAY };

it('lists the credits in scope alone, to the cent, and counts the others', async () => {
  opened = await desk(two());
  const whole = await opened.scan();
  expect(whole.review?.scopeChoices).toEqual({ facilities: ['North', 'South'], payers: ['Harbor Mutual', 'Patient'] });
  const listed = async (scope: Scope): Promise<unknown[]> => {
    const { review } = await opened.scan({ scope });
    expect(review?.ledger).toEqual(whole.review?.ledger);
    return [review?.credits.map(({ key }) => key), review?.totals.balance, review?.totals.credit, review?.scope?.leftOut, review?.scope?.what];
  };
  const north = [['00123'], -40_000, 40_000, { accounts: 1, credit: 4_500 }];
  const south = [['7'], -4_500, 4_500, { accounts: 1, credit: 40_000 }];
  expect(await listed({ facilities: ['North'] })).toEqual([...north, 'facility North']);
  expect(await listed({ payers: ['Patient'] })).toEqual([...south, 'payer Patient']);
  expect(await listed({ dates: since })).toEqual([...north, 'in credit since from 2025-09-10']);
  expect(await listed({ dates: { of: 'service', from: day('2025-09-01'), to: day('2025-09-30') } })).toEqual([
    ...south,
    'dates of service from 2025-09-01 to 2025-09-30',
  ]);
  expect(await listed({ facilities: ['North'], payers: ['Patient'] })).toEqual([[], 0, 0, { accounts: 2, credit: 44_500 }, 'facility North; payer Patient']);
});

it('takes the rows a person has selected, on either sheet', async () => {
  opened = await desk(billing());
  const { workbook } = opened.excel;
  const select = (sheet: string, row: number): void => {
    workbook.activeSheetId = sheetOf(opened.excel, sheet).id;
    workbook.selection = { row: row - 1, column: 0, rows: 1, columns: 3 };
  };
  const listed = async (): Promise<unknown> =>
    (await opened.scan({ scope: { rows: await opened.session.selectedRows() } })).review?.credits.map(({ key }) => key);
  select('Accounts', 3);
  expect(await opened.session.selectedRows()).toEqual([{ sheet: 'Accounts', from: 3, to: 3 }]);
  expect(await listed()).toEqual(['7']);
  // Row 2 of the transactions is the first charge of 00123.
  select('Transactions', 2);
  expect(await listed()).toEqual(['00123']);
});

it('says the scope in the JSON, and nothing when there is none', async () => {
  opened = await desk(billing());
  expect(reviewJson(await opened.scan({ scope: { payers: ['Harbor Mutual'] } }))).toMatchObject({
    scope: { what: 'payer Harbor Mutual', leftOut: { accounts: 1, credit: '45.00' } },
    totals: { credit: '400.00' },
  });
  expect(reviewJson(await opened.scan())).not.toHaveProperty('scope');
});

it('leaves the rows of accounts out of scope as they stand, and adds none', async () => {
  opened = await desk(billing());
  const { session, excel, scan } = opened;
  const whole = await scan();
  const listed = await scan({ scope: { payers: ['Harbor Mutual'] } });
  const publish = async (of: Scan): Promise<void> => {
    await session.publish(of, 'Kim', silent, never());
  };
  const accounts = (): string[] => Object.keys(column(excel, 'Credits', 'Account'));

  const noteOf = async (): Promise<unknown> => {
    const { refused, sheets } = await session.preview(listed);
    const credits = sheets.find(({ role }) => role === 'credits');
    return [refused, credits?.rows, credits?.note];
  };
  expect(await noteOf()).toEqual([null, 1, '1 new']);
  await publish(whole);
  expect(accounts()).toEqual(['7', '00123']);
  expect(cellsOf(excel, 'Credits')[1]?.[2]).toBe('2 accounts');

  type(excel, 'Credits', '7', 'Note', 'called');
  excel.settle();
  const before = cellsOf(excel, 'Credits').slice(4);
  expect(await noteOf()).toEqual([null, 2, expect.stringContaining('1 out of scope')]);
  await publish(listed);
  excel.settle();
  expect(cellsOf(excel, 'Credits').slice(4)).toEqual(before);
  expect(cellsOf(excel, 'Credits')[1]?.[2]).toBe('1 accounts. Only payer Harbor Mutual. Left out: 1 account, $45.00');
});

it('still says cleared of an account that is no longer in credit, whatever the scope', async () => {
  opened = await desk(billing());
  const { session, excel, scan } = opened;
  await session.publish(await scan(), 'Kim', silent, never());
  const { cells } = sheetOf(excel, 'Transactions');
  const row = TRANSACTIONS.findIndex((line) => line[0] === '7' && line[3] === -145);
  cells.set(row, 3, -100);
  sheetOf(excel, 'Accounts').cells.set(2, 2, 0);
  await session.publish(await scan({ scope: { payers: ['Harbor Mutual'] } }), 'Kim', silent, never());
  expect(column(excel, 'Credits', 'Change')).toMatchObject({ '7': 'cleared' });
});

it('leaves refunds, their file, letters and pages of accounts out of scope as they stand, and adds none for them', async () => {
  const work = await letterDesk();
  opened = work;
  const { session, excel, scan } = work;
  // 00123 and 7 are signed: the letters and the file are written. T9, which Harbor Mutual has paid twice as well, is released afterwards.
  await work.publish();
  const sheets = ['Refunds', 'Payees', 'Refund file', 'Payer letters', 'Patient letters', 'Evidence'];
  const tables = (): string[][][] => sheets.map((name) => cellsOf(excel, name).slice(sheetOf(excel, name).tables[0]!.area.row));
  const before = tables();
  type(excel, 'Credits', 'T9', 'Decision', '');
  type(excel, 'Credits', 'T9', 'Status', 'Approved');
  await session.publish(await scan({ scope: { payers: ['Patient'] } }), 'Kim', silent, never());
  // Only the dispute of T9 is over; it was a person's decision and no refund.
  const [refunds, payees, file, [headings, refund, ...disputes] = [], patients, evidence] = before;
  expect(disputes).toHaveLength(1);
  expect(tables()).toEqual([refunds, payees, file, [headings, refund], patients, evidence]);
  await work.publish();
  expect(Object.keys(column(excel, 'Refunds', 'Account')).toSorted()).toEqual(['00123', '7', 'T9']);
});
