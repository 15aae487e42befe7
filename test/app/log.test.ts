/** Credit log in the workbook: what a publish adds, and Verify log, over the embedded Excel. */
import { LEASE_NAME } from '../../src/excel/lease';
import { cents } from '../../src/core/money';
import { cellsOf, sheetOf } from '../excel/book';
import { billing, column, desk, never, silent, type } from './billing';
import type { Desk } from './billing';

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

it('holds what the pane decides at once, once; a log that cannot be written leaves it to the next publish', async () => {
  opened = await desk(billing(), { clock: { now: () => Date.UTC(2026, 0, 31, 14, 5, 9) } });
  const { excel, session } = opened;
  await publish('Kim');
  const scan = await opened.scan();
  const [of123, of7] = scan.review!.credits.map((credit) => credit.findings[0]!.id) as [string, string];
  const before = lines();
  const told = await session.decide(
    scan,
    [
      { id: of7, decision: 'Refund', amount: cents(4500) },
      { id: of123, status: 'New', note: 'asked' },
    ],
    'Lee',
  );
  expect(told).toEqual({ written: [of7, of123], waiting: [], logged: true });
  // Status said New already: nothing to log.
  const decided = [
    ['Lee', 'Credits: Decision', of7, 'Refund'],
    ['Lee', 'Credits: Decision amount', of7, '45'],
    ['Lee', 'Credits: Note', of123, 'asked'],
  ];
  expect(lines()).toEqual([...before, ...decided]);
  expect(await session.verifyLog()).toEqual([]);
  // Typed in the sheet, then decided over in the pane: the line says what stood there.
  type(excel, 'Credits', '7', 'Decision', 'Hold');
  await session.decide(scan, [{ id: of7, decision: '' }], '');
  expect(lines().at(-1)).toEqual(['nobody named', 'Credits: Decision', of7, '']);
  expect(cellsOf(excel, 'Credit log').at(-1)?.[4]).toBe('Hold');

  // The sheet of the log refuses: the cell stands, and the next publish logs it.
  sheetOf(excel, 'Credit log').protection.protected = true;
  expect(await session.decide(scan, [{ id: of7, assignedTo: 'Ana' }], 'Lee')).toMatchObject({ written: [of7], logged: false });
  sheetOf(excel, 'Credit log').protection.protected = false;
  const known = lines();
  await publish('Lee', { decisions: [{ id: of7, assignedTo: 'Ana' }] });
  expect(lines()).toEqual([...known, ['Lee', 'Credits: Assigned to', of7, 'Ana']]);
  // Logged once: the next publish has nothing to add.
  await publish('Kim');
  expect(lines()).toHaveLength(known.length + 1);
  expect(await session.verifyLog()).toEqual([]);
});

it('after a failure at any request of a decision no line says what is not written, and the next publish logs what is', async () => {
  opened = await desk(billing());
  const { excel, session } = opened;
  await publish('Kim');
  const scan = await opened.scan();
  const { id } = scan.review!.credits[1]!.findings[0]!;
  const noted = (): string => column(excel, 'Credits', 'Note')['7']!;
  const asked = excel.counters.requests;
  await session.decide(scan, [{ id, note: 'whole' }], 'Lee');
  const requests = excel.counters.requests - asked;
  expect(requests).toBeGreaterThan(8);
  const outcomes: string[] = [];
  for (let nth = 1; nth <= requests; nth++) {
    const [note, before, known] = [`note ${nth}`, noted(), lines().length];
    excel.faults.fail(nth, 'AccessDenied');
    const made = await session.decide(scan, [{ id, note }], 'Lee').catch(() => null);
    excel.faults.clear();
    excel.workbook.names = excel.workbook.names.filter(({ name }) => name !== LEASE_NAME);
    const logged = lines()
      .slice(known)
      .map((line) => line[3]);
    // Refused whole; or written, and logged unless it was the log that failed.
    expect(noted()).toBe(made ? note : before);
    if (logged.length > 0 || made?.logged === true) expect([noted(), logged]).toEqual([note, [note]]);
    outcomes.push(made ? (logged.length > 0 ? 'logged' : 'written') : 'refused');
  }
  expect(await session.verifyLog()).toEqual([]);
  expect(new Set(outcomes)).toEqual(new Set(['refused', 'written', 'logged']));
  type(excel, 'Credits', '7', 'Note', 'typed');
  await publish('Kim');
  expect(lines().at(-1)).toEqual(['seen by Kim', 'Credits: Note', id, 'typed']);
});
