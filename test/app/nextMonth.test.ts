/** Next month's export with last month's work: in the same workbook, and from a reviewed file (--previous), over the embedded Excel. */
import type { Scan } from '../../src/app/session';
import { readReviewed } from '../../src/app/reviewedFile';
import { saveWorkbook } from '../../src/host/files/save';
import type { Day } from '../../src/core/day';
import { reviewJson } from '../../src/app/report';
import type { Cell } from '../excel/book';
import { cellsOf, sheetOf } from '../excel/book';
import { ACCOUNTS, AS_OF, billing, column, desk, never, silent, TRANSACTIONS, type } from './billing';
import type { Desk } from './billing';

const LATER = (AS_OF + 28) as Day; // 2026-02-28
const REFUND: Cell[] = ['7', AS_OF + 10, 'Refund to Patient', 45, '', 'CHK 9001']; // 2026-02-10
const publish = async (opened: Desk, options: Parameters<Desk['scan']>[0]): Promise<Scan> => {
  const scan = await opened.scan(options);
  await opened.session.publish(scan, 'Kim', silent, never());
  return scan;
};
/** January: Kim works on both credits of the billing export. */
async function january(): Promise<Desk> {
  const opened = await desk(billing());
  await publish(opened, {});
  type(opened.excel, 'Credits', '7', 'Status', 'Sent');
  type(opened.excel, 'Credits', '7', 'Identified on', AS_OF + 1);
  type(opened.excel, 'Credits', '7', 'Assigned to', 'Lee');
  type(opened.excel, 'Credits', '7', 'Checks cleared', 'V08, V06 called 3/4');
  type(opened.excel, 'Credits', '00123', 'Decision', 'Not a credit');
  type(opened.excel, 'Credits', '00123', 'Note', '=told Kim');
  return opened;
}
/** Account, Change and a column of Credits, from top to bottom. */
function rowsOf({ excel }: Desk, heading: string): (string | undefined)[][] {
  const cells = cellsOf(excel, 'Credits');
  const header = cells.findIndex((row) => row[0] === 'Account');
  const places = ['Account', 'Change', heading].map((name) => cells[header]!.indexOf(name));
  return cells.slice(header + 1).map((row) => places.map((place) => row[place]));
}
const seen = (opened: Desk): Record<string, string> => column(opened.excel, 'Credits', 'Refund seen');

it('in the same workbook: says what is cleared and set aside, proves the refund, and does not pay again', async () => {
  const opened = await january();
  const scan = await publish(opened, { asOf: LATER });
  const [double, bo] = reviewJson(scan).credits;
  expect(bo?.checks.find((check) => check.id === 'V08')).toMatchObject({ cleared: 'V08, V06 called 3/4' });
  expect(bo?.checks.filter((check) => check.cleared !== undefined).every(({ id }) => id === 'V08' || id === 'V06')).toBe(true);
  expect(double?.findings).toMatchObject([{ setAside: true }]);
  expect(column(opened.excel, 'Credits', 'Checks')['7']).toMatch(/cleared by a person: (V06, )?V08$/);
  expect(column(opened.excel, 'Credits', 'Checks cleared at')['7']).toBe('at 45.00: V08, V06 called 3/4');
  expect(column(opened.excel, 'Corrections', 'State')).toEqual({ '00123': 'not asked for: Not a credit on Credits' });
  expect(seen(opened)).toEqual({ '7': 'no refund posted yet, export of 2026-02-28', '00123': '' });

  // The refund was posted, and Bo paid 45.00 again: a new row, which a person must look at before paying.
  const tx = sheetOf(opened.excel, 'Transactions').cells;
  for (const [c, value] of REFUND.entries()) tx.set(TRANSACTIONS.length, c, value);
  for (const [c, value] of ['7', AS_OF + 20, 'Patient Payment', -45, '', 'CARD 2'].entries()) tx.set(TRANSACTIONS.length + 1, c, value);
  await publish(opened, { asOf: LATER });
  expect(rowsOf(opened, 'Refund seen')).toEqual([
    ['7', 'cleared', 'refund posted 2026-02-10'],
    ['00123', 'unchanged', ''],
    ['7', 'new', 'asked for twice? $45.00 to this payee is already Sent on another row'],
  ]);
  opened.excel.close();
});

it("from last month's file: words, owners and clock starts are carried over, the log goes on, and links are ours", async () => {
  const last = await january();
  await publish(last, {});
  type(last.excel, 'Credit policy', 'P-dup_window_days', 'notes', 'ours');
  last.excel.settle();
  last.excel.close();
  const { previous, sheets, refused } = readReviewed({ name: 'January.xlsx', bytes: saveWorkbook(last.excel.workbook) });
  expect([refused, sheets[0]]).toEqual([null, { role: 'credits', sheet: 'Credits', rows: 2, typed: 2 }]);
  const opened = await desk(billing({}));
  const cells = sheetOf(opened.excel, 'Transactions').cells;
  cells.set(TRANSACTIONS.length, 0, '7');
  for (const [c, value] of REFUND.entries()) cells.set(TRANSACTIONS.length, c, value);
  sheetOf(opened.excel, 'Accounts').cells.set(2, 2, 0);
  // 16 paid its 250.00 and 30.00 too much: new this month.
  for (const [c, value] of ['16', AS_OF + 12, 'Patient Payment', -280, '', 'CARD 7'].entries()) cells.set(TRANSACTIONS.length + 1, c, value);
  sheetOf(opened.excel, 'Accounts').cells.set(ACCOUNTS.length - 1, 2, -30);
  await publish(opened, { asOf: LATER, previous });
  const shown = (heading: string): Record<string, string> => column(opened.excel, 'Credits', heading);
  expect(shown('Change')).toEqual({ '00123': 'unchanged', '7': 'cleared', '16': 'new' });
  expect(shown('Status')).toEqual({ '00123': 'New', '7': 'Sent', '16': 'New' });
  expect(shown('Note')['00123']).toBe('=told Kim');
  expect(shown('Assigned to')['7']).toBe('Lee');
  expect(shown('Identified on')['7']).toBe(String(AS_OF + 1));
  expect(shown('Flagged on')).toEqual({ '00123': String(AS_OF), '7': String(AS_OF), '16': String(LATER) });
  expect(seen(opened)['7']).toBe('refund posted 2026-02-10');
  opened.excel.settle();
  expect(shown('Source row')['7']).toBe('');
  expect(shown('Source row')['00123']).not.toBe('');
  expect(column(opened.excel, 'Credit policy', 'notes')['P-dup_window_days']).toBe('ours');
  expect(await opened.session.verifyLog()).toEqual([]);
  expect(sheetOf(opened.excel, 'Credit log').tables[0]!.area.rows).toBeGreaterThan(8);
  // The next run finds the work here: nothing is lost, nothing is new.
  const again = await opened.session.preview(await opened.scan({ asOf: LATER }));
  expect(again.sheets.find((sheet) => sheet.role === 'credits')).toMatchObject({ action: 'update', rows: 3, note: '1 cleared, 1 unchanged, 1 new' });
  opened.excel.close();
});

it('a cleared check and Not a credit hold for the amount they were said at, and no other', async () => {
  const opened = await january();
  type(opened.excel, 'Credits', '7', 'Decision', 'Not a credit');
  const said = async (): Promise<unknown[]> => {
    const credit = reviewJson(await publish(opened, { asOf: LATER })).credits.find(({ account }) => account === '7');
    const of = (heading: string): string | undefined => column(opened.excel, 'Credits', heading)['7'];
    const { cleared = 'open' } = credit?.checks.find(({ id }) => id === 'V08') ?? {};
    return [of('Amount'), cleared, of('Checks cleared at'), credit?.findings.map(({ setAside = false }) => setAside), of('Set aside')];
  };
  const words = 'V08, V06 called 3/4';
  expect(await said()).toEqual(['45', words, `at 45.00: ${words}`, [true], 'not a credit at 45.00']);
  // Bo pays 10.00 more.
  for (const [c, value] of ['7', AS_OF - 20, 'Patient Payment', -10, '', 'CARD 3'].entries())
    sheetOf(opened.excel, 'Transactions').cells.set(TRANSACTIONS.length, c, value);
  sheetOf(opened.excel, 'Accounts').cells.set(2, 2, -55);
  const lapsed = ['55', 'open', `clear again, was 45.00: ${words}`, [false], 'decide again, was 45.00'];
  expect(await said()).toEqual(lapsed);
  expect(await said()).toEqual(lapsed);
  // Said again: other words for the check, the new amount for the decision.
  type(opened.excel, 'Credits', '7', 'Checks cleared', 'V08 called 5/1');
  type(opened.excel, 'Credits', '7', 'Decision amount', 55);
  expect(await said()).toEqual(['55', 'V08 called 5/1', 'at 55.00: V08 called 5/1', [true], 'not a credit at 55.00']);
  opened.excel.close();
});
