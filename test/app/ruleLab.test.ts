/** Trying a policy value on the reviewed workbook, with the decisions that stand on it; nothing is written until it is applied. */
import { bookOf } from '../excel/book';
import type { Book } from '../../src/host/workbook';
import { ACCOUNTS, column, desk, never, silent, TRANSACTIONS, usersSheets } from './billing';
import type { Desk } from './billing';

const D = 45_900;
/** The small export, and account 8: charged 50.00, the patient paid 53.00. */
const book = (): Book =>
  bookOf({
    Accounts: [...ACCOUNTS, ['8', 'Invented, Di', -3, '']],
    Transactions: [...TRANSACTIONS, ['8', D, 'Charge', 50, '', ''], ['8', D + 5, 'Patient Payment', -53, '', 'CARD 2']],
  });

let opened: Desk;
afterEach(() => opened.excel.close());

it('says which credits a value moves, and leaves workbook and last review as they are', async () => {
  opened = await desk(book());
  const scan = await opened.scan();
  const before = JSON.stringify([usersSheets(opened.excel), opened.excel.workbook.sheets.length]);
  const credits = JSON.stringify(scan.review?.credits);
  // Least credit listed 5.00: the 3.00 of account 8 is no longer listed.
  const { moved, refundBefore, refundAfter } = await opened.session.tryPolicy(scan, 'L-cents', '500', []);
  expect(moved.map(({ key, from, to }) => [key, from === null, to])).toEqual([['8', false, null]]);
  // 3.00 is small for a patient: none of it was to be refunded anyway.
  expect(refundAfter).toBe(refundBefore);
  expect(JSON.stringify([usersSheets(opened.excel), opened.excel.workbook.sheets.length])).toBe(before);
  expect(JSON.stringify((await opened.scan()).review?.credits)).toBe(credits);
});

it('suggests the value that fits what people decided, as a line', async () => {
  opened = await desk(book());
  const scan = await opened.scan();
  expect((await opened.session.suggestPolicy(scan, 'L-cents', [])).line).toMatch(/No decisions yet/);
  const small = scan.review?.credits.find(({ key }) => key === '8')?.findings[0]?.id ?? '';
  const { best, now, line } = await opened.session.suggestPolicy(scan, 'L-cents', [{ id: small, decision: 'Not a credit' }]);
  expect(now).toMatchObject({ agreed: 0, decided: 1 });
  // 3.00 is listed from 0.01, 1.00 and 2.00 on; not from 5.00.
  expect(best).toEqual({ value: '500', agreed: 1 });
  expect(line).toBe('L-cents: 500 cents would have agreed with 1 of 1 decisions; 1 agrees with 0.');
});

it('applies a value as one line of the log, and not again at the next write', async () => {
  opened = await desk(book());
  await opened.session.publish(await opened.scan(), 'Kim', silent, never());
  const lines = (): number => opened.excel.workbook.sheets.find(({ name }) => name === 'Credit log')?.tables[0]?.area.rows ?? 0;
  const start = lines();
  await opened.session.setPolicy({ 'L-cents': '500' }, 'Bo');
  expect(lines() - start).toBe(1);
  const policy = column(opened.excel, 'Credit policy', 'value');
  expect(policy['L-cents']).toBe('500');
  const log = opened.excel.workbook.sheets.find(({ name }) => name === 'Credit log');
  const area = log?.tables[0]?.area;
  const last = Array.from({ length: 6 }, (_, c) => log?.cells.get((area?.row ?? 0) + (area?.rows ?? 0) - 1, (area?.column ?? 0) + c));
  expect(last.slice(1)).toEqual(['Bo', 'Credit policy: value', 'L-cents', '1', '500']);
  await opened.session.publish(await opened.scan(), 'Kim', silent, never());
  const at = log?.tables[0]?.area;
  const said = Array.from({ length: at?.rows ?? 0 }, (_, r) => log?.cells.get((at?.row ?? 0) + r, (at?.column ?? 0) + 2));
  expect(said.filter((what) => what === 'Credit policy: value')).toHaveLength(1);
  expect(await opened.session.verifyLog()).toEqual([]);
});
