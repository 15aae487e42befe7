/** A decision made in the pane is a cell on Credits, and the other way round: over the embedded Excel. */
import type { Decision } from '../../src/app/decisions';
import type { Scan } from '../../src/app/session';
import { day } from '../../src/core/day';
import { cents } from '../../src/core/money';
import { sheetOf } from '../excel/book';
import { AS_OF, billing, column, desk, never, silent, type } from './billing';
import type { Desk } from './billing';

/** The finding of 00123 (400.00) and of 7 (45.00). */
let [of123, of7] = ['', ''];
let opened: Desk;
let scan: Scan;
const idOf = (key: string): string => scan.review?.credits.find((credit) => credit.key === key)?.findings[0]?.id ?? '';
const credits = (heading: string): Record<string, string> => column(opened.excel, 'Credits', heading);
const shown = async (id: string): Promise<Decision | undefined> => (await opened.session.decisions(scan)).decisions.find((each) => each.id === id);

beforeAll(async () => {
  opened = await desk(billing());
  scan = await opened.scan();
  [of123, of7] = [idOf('00123'), idOf('7')];
});
afterAll(() => opened.excel.close());

it('waits while there is no Credits sheet, and is laid onto its row at the first write', async () => {
  const { session } = opened;
  expect(await session.decisions(scan)).toEqual({ sheet: null, decisions: [], cleared: [] });
  const first: Decision = { id: of7, decision: 'Refund', amount: cents(4500), status: 'In review' };
  expect(await session.decide(scan, [first])).toEqual({ written: [], waiting: [first] });
  await session.publish(scan, 'Kim', silent, never(), { decisions: [first] });
  expect(credits('Decision')).toEqual({ '00123': '', '7': 'Refund' });
  expect(await shown(of7)).toMatchObject({ decision: 'Refund', amount: 4500, status: 'In review', note: '' });
});

it('shows in the sheet what is decided in the pane, and leaves every other cell', async () => {
  const before = [credits('Amount'), credits('Note'), credits('Assigned to')];
  const told = await opened.session.decide(scan, [
    { id: of123, decision: 'Correct', amount: cents(39_999), identifiedOn: AS_OF, checksCleared: 'V08 called 1/30', note: '=not a formula' },
  ]);
  expect(told).toEqual({ written: [of123], waiting: [], logged: true });
  expect(credits('Decision')).toEqual({ '00123': 'Correct', '7': 'Refund' });
  expect(credits('Decision amount')).toEqual({ '00123': '399.99', '7': '45' });
  expect(credits('Identified on')).toEqual({ '00123': String(AS_OF), '7': '' });
  expect(credits('Note')).toEqual({ '00123': '=not a formula', '7': '' });
  expect([credits('Amount'), credits('Assigned to')]).toEqual([before[0], before[2]]);
});

it('shows in the pane what is typed in the sheet, also when the row keeps another id', async () => {
  type(opened.excel, 'Credits', '7', 'Status', 'Waiting');
  type(opened.excel, 'Credits', '7', 'Investigation from', AS_OF + 2);
  type(opened.excel, 'Credits', '7', 'Credit id', `${of7}7`);
  expect(await shown(of7)).toMatchObject({ status: 'Waiting', investigationFrom: day(AS_OF + 2), decision: 'Refund' });
  type(opened.excel, 'Credits', '7', 'Credit id', of7);
});

it('clears cells, which is how a decision is undone', async () => {
  await opened.session.decide(scan, [{ id: of123, decision: '', amount: null, identifiedOn: day(0), checksCleared: '', note: '' }]);
  expect([credits('Decision')['00123'], credits('Decision amount')['00123'], credits('Identified on')['00123'], credits('Note')['00123']]).toEqual([
    '',
    '',
    '',
    '',
  ]);
});

it('writes nothing under a filter, on a protected sheet, and says why', async () => {
  const sheet = sheetOf(opened.excel, 'Credits');
  const table = sheet.tables[0]!;
  const refused = (code: string): Promise<void> => expect(opened.session.decide(scan, [{ id: of7, note: 'x' }])).rejects.toMatchObject({ code });
  table.filtered = true;
  await refused('TableFiltered');
  table.filtered = false;
  sheet.protection.protected = true;
  await refused('SheetProtected');
  sheet.protection.protected = false;
  expect(credits('Note')['7']).toBe('');
});

it('keeps a decision waiting when its row is not on the sheet yet', async () => {
  const unknown: Decision = { id: 'nobody/1', note: 'x' };
  expect(await opened.session.decide(scan, [unknown])).toEqual({ written: [], waiting: [unknown], logged: true });
});

it('remembers Not a credit with its amount', async () => {
  await opened.session.decide(scan, [{ id: of7, decision: 'Not a credit', amount: cents(4500), note: 'Not a credit: gift card' }]);
  await opened.session.publish(scan, 'Kim', silent, never());
  expect((await opened.session.decisions(scan)).decisions.find(({ id }) => id === of7)).toMatchObject({ decision: 'Not a credit', setAsideAt: 4500 });
});
