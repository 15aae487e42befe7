/** Corrections in the workbook, from the finding to the proof by the next export, over the embedded Excel. */
import type { Day } from '../../src/core/day';
import { cellsOf, sheetOf } from '../excel/book';
import { AS_OF, billing, column, desk, never, silent, TRANSACTIONS, type } from './billing';
import type { Desk } from './billing';

let opened: Desk;
const publish = async (asOf = AS_OF): ReturnType<Desk['session']['publish']> => opened.session.publish(await opened.scan({ asOf }), 'Kim', silent, never());
const shown = (heading: string): Record<string, string> => column(opened.excel, 'Corrections', heading);
beforeEach(async () => {
  opened = await desk(billing());
  await publish();
});
afterEach(() => opened.excel.close());

describe('the sheet Corrections', () => {
  it('asks to reverse the 400.00 that was posted twice, and points at its row', () => {
    expect(shown('To do')).toEqual({ '00123': 'Reverse the posting' });
    expect(shown('Amount')).toEqual({ '00123': '400' });
    expect(shown('Code or type')).toEqual({ '00123': 'Insurance Payment' });
    expect(shown('Reference')).toEqual({ '00123': 'CHK00123' });
    const cells = cellsOf(opened.excel, 'Corrections');
    const header = cells.findIndex((row) => row[0] === 'Account');
    // The double stands in row 4 or 5 of Transactions: they are equal to the letter.
    expect(sheetOf(opened.excel, 'Corrections').cells.formula(header + 1, cells[header]!.indexOf('Source row'))).toMatch(
      /^=HYPERLINK\("#'Transactions'!A[45]","row [45]"\)$/,
    );
  });

  it('is still open until the export shows the reversal, which proves it', async () => {
    type(opened.excel, 'Corrections', '00123', 'Done on', AS_OF + 2);
    type(opened.excel, 'Corrections', '00123', 'Done by', 'Kim');
    const removal = await opened.session.previewRemoval();
    expect(removal.find((sheet) => sheet.role === 'corrections')).toMatchObject({ typedCells: 2 });
    await publish((AS_OF + 20) as Day);
    expect(shown('State')).toEqual({ '00123': 'still open' });
    const tx = sheetOf(opened.excel, 'Transactions').cells;
    for (const [c, value] of ['00123', AS_OF + 25, 'Payment Reversal', 400, 'Harbor Mutual', 'CHK00123'].entries()) tx.set(TRANSACTIONS.length, c, value);
    sheetOf(opened.excel, 'Accounts').cells.set(1, 2, 0);
    const preview = await opened.session.preview(await opened.scan({ asOf: (AS_OF + 28) as Day }));
    expect(preview.sheets.find((sheet) => sheet.role === 'corrections')).toMatchObject({ action: 'update', rows: 1, kept: 1 });
    await publish((AS_OF + 28) as Day);
    expect(shown('State')).toEqual({ '00123': 'proved by export of 2026-02-28: posted 2026-02-25' });
    expect(shown('Done by')).toEqual({ '00123': 'Kim' });
  });

  it('is proved when the billing system took the second row out: 500.00 - 100.00 - 400.00 leaves nothing', async () => {
    expect(shown('Rows like it')).toEqual({ '00123': '2' });
    type(opened.excel, 'Corrections', '00123', 'Done on', AS_OF + 2);
    // The double was the last of four rows of 00123: all rows below move up by one.
    const tx = sheetOf(opened.excel, 'Transactions').cells;
    for (let r = 4; r < TRANSACTIONS.length; r++) for (let c = 0; c < 6; c++) tx.set(r, c, r + 1 < TRANSACTIONS.length ? tx.get(r + 1, c) : null);
    sheetOf(opened.excel, 'Accounts').cells.set(1, 2, 0);
    await publish((AS_OF + 28) as Day);
    expect(shown('State')).toEqual({ '00123': 'proved by export of 2026-02-28: the posting is gone' });
  });
});
