/** Credit log in the workbook: what a publish adds, and Verify log, over the embedded Excel. */
import { cents } from '../../src/core/money';
import { cellsOf, sheetOf } from '../excel/book';
import { billing, desk, never, silent, type } from './billing';
import type { Desk } from './billing';

jest.setTimeout(60_000);

let opened: Desk;
const publish = async (user: string, decisions: Parameters<Desk['session']['publish']>[4] = {}): Promise<void> => {
  await opened.session.publish(await opened.scan(), user, silent, never(), decisions);
};
/** Who, what, where, to: from top to bottom. */
function lines(): (string | undefined)[][] {
  const cells = cellsOf(opened.excel, 'Credit log');
  const header = cells.findIndex((row) => row[0] === 'When');
  return cells.slice(header + 1).map((row) => [row[1], row[2], row[3], row[5]]);
}
const place = (text: string): { row: number; column: number } => {
  const cells = cellsOf(opened.excel, 'Credit log');
  const row = cells.findIndex((each) => each.includes(text));
  return { row, column: cells[row]!.indexOf(text) };
};

afterEach(() => opened.excel.close());

it('holds decisions by name, typed cells as seen, each once; verifies; and shows a touched line and a cut tail', async () => {
  opened = await desk(billing(), { clock: { now: () => Date.UTC(2026, 0, 31, 14, 5, 9) } });
  const [double] = (await opened.scan()).review!.credits;
  const id = double!.findings[0]!.id;
  expect(await opened.session.verifyLog()).toEqual([]);
  await publish('Kim', { decisions: [{ id, status: 'In review', amount: cents(40_000), note: '=mine' }] });
  const written = 'As of 2026-01-31: 2 accounts, true overpayment $45.00, posting error $400.00, misallocated $0.00, hold $0.00, needs review $0.00';
  const first = [
    ['Kim', 'Credits: Status', id, 'In review'],
    ['Kim', 'Credits: Decision amount', id, '400'],
    ['Kim', 'Credits: Note', id, '=mine'],
    ['Kim', 'Credits written', '', written],
  ];
  expect(lines()).toEqual(first);
  expect(cellsOf(opened.excel, 'Credit log').at(-1)?.[0]).toBe('2026-01-31 14:05:09 UTC');
  expect(await opened.session.verifyLog()).toEqual([]);

  type(opened.excel, 'Credits', '7', 'Assigned to', 'Lee');
  await publish('Ana');
  await publish('Ana');
  const bo = (await opened.scan()).review!.credits[1]!.findings[0]!.id;
  expect(lines()).toEqual([...first, ['seen by Ana', 'Credits: Assigned to', bo, 'Lee']]);
  expect((await opened.session.previewRemoval()).find((sheet) => sheet.role === 'log')).toMatchObject({ logLines: 5 });

  const log = sheetOf(opened.excel, 'Credit log').cells;
  const at = place('In review');
  log.set(at.row, at.column, 'Approved');
  expect(await opened.session.verifyLog()).toMatchObject([{ line: 1, kind: 'changed' }]);
  log.set(at.row, at.column, 'In review');
  const last = place('Lee');
  for (let column = 0; column < 7; column++) log.set(last.row, column, null);
  expect(await opened.session.verifyLog()).toMatchObject([{ line: 5 }, { kind: 'cut' }]);
});
