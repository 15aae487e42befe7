/** Underpayments in the workbook, over the embedded Excel. */
import { cellsOf, sheetOf } from '../excel/book';
import { ACCOUNTS, AS_OF, billing, column, desk, never, silent, TRANSACTIONS, type } from './billing';
import type { Desk } from './billing';

let opened: Desk;
const publish = async (): ReturnType<Desk['session']['publish']> => opened.session.publish(await opened.scan({}), 'Kim', silent, never());
beforeEach(async () => {
  opened = await desk(billing());
  await publish();
});
afterEach(() => opened.excel.close());

describe('the sheet Underpayments', () => {
  it('lists the 250.00 that nobody paid on account 16, linked to its row', () => {
    expect(column(opened.excel, 'Underpayments', 'Short by')).toEqual({ '16': '250' });
    expect(column(opened.excel, 'Underpayments', 'Owed by')).toEqual({ '16': 'Patient' });
    const cells = cellsOf(opened.excel, 'Underpayments');
    const header = cells.findIndex((row) => row[0] === 'Account');
    expect(sheetOf(opened.excel, 'Underpayments').cells.formula(header + 1, cells[header]!.indexOf('Source row'))).toContain(
      'MATCH("16",\'Accounts\'!$A:$A,0)',
    );
  });

  it("follows the payment in place, keeps a person's words, and clears what was paid", async () => {
    type(opened.excel, 'Underpayments', '16', 'Status', 'Billed');
    const pay = (row: number, amount: number, balance: number): void => {
      for (const [c, value] of ['16', 45_940, 'Patient Payment', -amount].entries()) sheetOf(opened.excel, 'Transactions').cells.set(row, c, value);
      sheetOf(opened.excel, 'Accounts').cells.set(ACCOUNTS.length - 1, 2, balance);
    };
    pay(TRANSACTIONS.length, 150, 100);
    const preview = await opened.session.preview(await opened.scan());
    expect(preview.sheets.find((sheet) => sheet.role === 'underpayments')).toMatchObject({ action: 'update', kept: 1, note: '1 shrunk' });
    await publish();
    expect(column(opened.excel, 'Underpayments', 'Short by')).toEqual({ '16': '100' });
    expect(column(opened.excel, 'Underpayments', 'Short before')).toEqual({ '16': '250' });
    pay(TRANSACTIONS.length + 1, 100, 0);
    await publish();
    expect(column(opened.excel, 'Underpayments', 'Change')).toEqual({ '16': 'cleared' });
    expect(column(opened.excel, 'Underpayments', 'Cleared on')).toEqual({ '16': String(AS_OF) });
    expect(column(opened.excel, 'Underpayments', 'Status')).toEqual({ '16': 'Billed' });
    expect((await opened.session.previewRemoval()).find((sheet) => sheet.role === 'underpayments')).toMatchObject({ typedCells: 1 });
  });

  it('is not written to when protected; the preview says so and nothing at all is written', async () => {
    const scan = await opened.scan();
    const sheet = sheetOf(opened.excel, 'Underpayments');
    sheet.protection = { ...sheet.protection, protected: true };
    const before = JSON.stringify(cellsOf(opened.excel, 'Credits'));
    expect((await opened.session.preview(scan)).refused).toMatchObject({ code: 'SheetProtected' });
    await expect(opened.session.publish(scan, '', silent, never())).rejects.toMatchObject({ code: 'SheetProtected' });
    expect(JSON.stringify(cellsOf(opened.excel, 'Credits'))).toBe(before);
  });
});
