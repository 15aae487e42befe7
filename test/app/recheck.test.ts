/** A change after the scan: whether the flagged accounts alone still hold, over the embedded Excel. */
import type { Scan } from '../../src/app/session';
import { sheetOf } from '../excel/book';
import { billing, desk, never, silent } from './billing';
import type { Desk } from './billing';

let opened: Desk;
let scan: Scan;
beforeAll(async () => {
  opened = await desk(billing());
  scan = await opened.scan();
});
afterAll(() => opened.excel.close());

/** Sets a cell, looks, and puts it back. */
async function changed(sheet: string, row: number, column: number, value: string | number | null): Promise<Awaited<ReturnType<Desk['session']['recheck']>>> {
  const { cells } = sheetOf(opened.excel, sheet);
  const before = cells.get(row, column);
  cells.set(row, column, value);
  try {
    expect(await opened.session.unchanged(scan)).toBe(false);
    return await opened.session.recheck(scan);
  } finally {
    cells.set(row, column, before);
  }
}

it('holds when nothing changed', async () => {
  expect(await opened.session.recheck(scan)).toEqual({ held: scan, changed: [], others: 0 });
});

it('holds when another account changed, counts its rows, and may then be written', async () => {
  // Row 9 of Accounts (0-based 8) is account 16, which is not in credit.
  const told = await changed('Accounts', 8, 2, 251);
  expect([told.changed, told.others]).toEqual([[], 1]);
  expect(told.held?.fingerprint).not.toBe(scan.fingerprint);
  const held = told.held as Scan;
  sheetOf(opened.excel, 'Accounts').cells.set(8, 2, 251);
  expect((await opened.session.preview(held)).refused).toBeNull();
  await expect(opened.session.publish(scan, '', silent, never())).rejects.toMatchObject({ code: 'SheetChanged' });
  sheetOf(opened.excel, 'Accounts').cells.set(8, 2, 250);
});

it('does not hold when an amount of a flagged account changed, and names the account', async () => {
  // Row 5 of Transactions (0-based 4) is the second payment of 00123.
  expect(await changed('Transactions', 4, 3, -399)).toEqual({ held: null, changed: ['00123'], others: 0 });
});

it('does not hold when a row is moved to or from a flagged account, or added below for one', async () => {
  expect((await changed('Transactions', 4, 0, '16')).changed).toEqual(['00123']);
  // Row 8 of Transactions is the first of account 11; now it says 7, which is flagged.
  expect((await changed('Transactions', 7, 0, '7')).changed).toEqual(['7']);
  const { cells } = sheetOf(opened.excel, 'Transactions');
  const end = cells.used(true)?.rows ?? 0;
  for (const [column, value] of ['00123', 46_000, 'Charge', 400].entries()) cells.set(end, column, value);
  expect(await opened.session.unchanged(scan)).toBe(false);
  expect((await opened.session.recheck(scan)).changed).toEqual(['00123']);
});
