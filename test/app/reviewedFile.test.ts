/** Last month's reviewed file, looked into without Excel: what is carried over, what is refused, and that nothing of the open workbook is touched. */
import * as xlsx from '@e965/xlsx';
import { readReviewed } from '../../src/app/reviewedFile';
import type { Previous, Reviewed } from '../../src/app/session';
import { saveWorkbook } from '../../src/host/files/save';
import type { OwnRole } from '../../src/outputs/edit';
import { CREDITS_COLUMNS } from '../../src/outputs/creditsColumns';
import type { StandingTable } from '../../src/outputs/standing';
import { cellsOf, sheetOf } from '../excel/book';
import { AS_OF, billing, column, desk, never, silent, type } from './billing';
import type { Desk } from './billing';

/** January: reviewed, worked on, with columns of Kim's own. */
let january: Uint8Array;
beforeAll(async () => {
  const opened = await desk(billing());
  await opened.session.publish(await opened.scan(), 'Kim', silent, never());
  type(opened.excel, 'Credits', '00123', 'Note', 'élan "quoted" <&>');
  type(opened.excel, 'Credits', '7', 'Identified on', 'soon');
  type(opened.excel, 'Credits', '7', 'Decision amount', 12.5);
  type(opened.excel, 'Credit policy', 'P-dup_window_days', 'value', '10');
  const sheet = sheetOf(opened.excel, 'Credits');
  const table = sheet.tables[0]!;
  const { row, column: left, columns: width } = table.area;
  // Right of ours: words, a date, a heading that looks like a formula; and a heading we use ourselves.
  const date = sheet.cells.style(row + 1, left + CREDITS_COLUMNS.findIndex(({ key }) => key === 'flaggedOn'));
  for (const [c, cells] of [
    ['Region', 'North', '=South'],
    ['Call back', AS_OF + 3, null],
    ['=Total', 1.5, 2],
  ].entries())
    for (const [r, cell] of cells.entries()) sheet.cells.set(row + r, left + width + c, cell);
  sheet.cells.setStyle(row + 1, left + width + 1, date);
  table.area = { ...table.area, columns: width + 3 };
  table.columns.push('Region', 'Call back', '=Total');
  opened.excel.settle();
  opened.excel.close();
  january = saveWorkbook(opened.excel.workbook);
});
const read = (bytes: Uint8Array, name = 'January.xlsx'): Reviewed => readReviewed({ name, bytes });

async function february(previous: Previous): Promise<Desk> {
  const opened = await desk(billing());
  await opened.session.publish(await opened.scan({ previous }), 'Kim', silent, never());
  return opened;
}

it('brings words of any kind and the columns that Kim added, with their formats', async () => {
  const { previous } = read(january);
  const opened = await february(previous);
  const shown = (heading: string): Record<string, string> => column(opened.excel, 'Credits', heading);
  expect(shown('Note')).toEqual({ '00123': 'élan "quoted" <&>', '7': '' });
  expect(shown('Identified on')['7']).toBe('soon');
  expect(shown('Decision amount')['7']).toBe('12.5');
  const first = cellsOf(opened.excel, 'Credits').find((cells) => cells[0] === '00123' || cells[0] === '7')![0]!;
  const second = first === '7' ? '00123' : '7';
  expect(shown('Region')).toEqual({ [first]: 'North', [second]: '=South' });
  expect(shown('Call back')).toEqual({ [first]: String(AS_OF + 3), [second]: '' });
  expect(shown('=Total')).toEqual({ [first]: '1.5', [second]: '2' });
  const sheet = sheetOf(opened.excel, 'Credits');
  const { row, column: left } = sheet.tables[0]!.area;
  const at = CREDITS_COLUMNS.length;
  expect([0, 1, 2].map((c) => sheet.cells.formula(row + 2, left + at + c))).toEqual(['', '', '']);
  expect(opened.excel.workbook.styles.resolve(sheet.cells.style(row + 1, left + at + 1)).numberFormat).toBe('yyyy-mm-dd');
  // Later runs leave them alone, and our hidden names point at our columns only.
  await opened.session.publish(await opened.scan(), 'Kim', silent, never());
  expect(shown('Region')).toEqual({ [first]: 'North', [second]: '=South' });
  expect(opened.excel.workbook.names.filter(({ name }) => /theirs/.test(name))).toEqual([]);
  opened.excel.close();
});

it('is only looked into: Excel is asked nothing, and the open workbook stays as it is', async () => {
  const opened = await desk(billing());
  const [before, requests] = [Buffer.from(saveWorkbook(opened.excel.workbook)), opened.excel.counters.requests];
  const reviewed = await opened.session.readReviewed({ name: 'January.xlsx', bytes: january });
  expect(reviewed).toMatchObject({ refused: null });
  expect(reviewed.sheets[0]).toEqual({ role: 'credits', sheet: 'Credits', rows: 2, typed: 2 });
  expect(reviewed.sheets.find(({ role }) => role === 'policy')?.typed).toBe(1);
  expect(reviewed.sheets).toContainEqual({ role: 'corrections', sheet: 'Corrections', rows: 1, typed: 0 });
  expect(opened.excel.counters.requests).toBe(requests);
  expect(Buffer.from(saveWorkbook(opened.excel.workbook)).equals(before)).toBe(true);
  opened.excel.close();
});

it('is read after another program saved it, without tables and properties', () => {
  const other = xlsx.write(xlsx.read(january), { type: 'array', bookType: 'xlsx' }) as ArrayBuffer;
  const [ours, theirs] = [read(january).previous, read(new Uint8Array(other)).previous];
  const cells = (previous: Previous, role: OwnRole): unknown => previous.get(role)?.rows.map((row) => row.map((cell) => (cell === '' ? null : cell)));
  expect([...theirs.keys()]).toEqual([...ours.keys()]);
  for (const role of ours.keys()) expect([role, cells(theirs, role)]).toEqual([role, cells(ours, role)]);
});

it.each([
  ['a workbook without our Credits', 'a.xlsx', (): Uint8Array => saveWorkbook(billing()), 'no-previous-work', /no sheet Credits of this add-in/],
  ['a text', 'a.csv', (): Uint8Array => new TextEncoder().encode('Account,Amount'), 'previous-no-workbook', /no Excel workbook/],
  ['an old workbook, or one with a password', 'a.xlsx', (): Uint8Array => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'previous-locked', /password/],
  ['a file cut short', 'a.xlsx', (): Uint8Array => january.subarray(0, january.length / 2), 'previous-damaged', /save it again/],
  [
    'a zip of something else',
    'a.xlsx',
    (): Uint8Array => Uint8Array.of(0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)),
    'previous-damaged',
    /save it again/,
  ],
])('refuses %s, and says what to do', (_what, name, bytes, code, words) => {
  const { refused, previous } = read(bytes(), name);
  expect(refused?.code).toBe(code);
  expect(`${refused?.message} ${refused?.remedy}`).toMatch(words);
  expect(previous.size).toBe(0);
});

it('a write that broke off amid its rows is completed by the next: no word is lost', async () => {
  // 500 rows that this export no longer holds, a long note on each: 3.5 MB, that is, half a block and two more.
  const credits = read(january).previous.get('credits') as StandingTable;
  const place = (key: string): number => credits.places[key]!;
  const rows = Array.from({ length: 500 }, (_, n) => {
    const row = [...credits.rows[0]!];
    row[place('account')] = `X${n}`;
    row[place('id')] = `X${n}/payer:Harbor Mutual/1`;
    row[place('note')] = `note ${n} ${'x'.repeat(7_000)}`;
    return row;
  });
  const previous: Previous = new Map([['credits', { ...credits, rows }]]);
  const opened = await desk(billing());
  const { excel, session } = opened;
  const scan = await opened.scan({ previous });
  const before = excel.counters.requests;
  await session.unchanged(scan);
  const writing = session.publish(
    scan,
    'Kim',
    ({ message }) => {
      if (/^Writing Credits: [^0]/.test(message)) excel.faults.fail(1, 'AccessDenied');
    },
    never(),
  );
  await expect(writing).rejects.toMatchObject({ code: 'AccessDenied' });
  excel.faults.clear();
  expect(excel.counters.requests).toBeGreaterThan(before);
  const notes = (): string[] => Object.entries(column(excel, 'Credits', 'Note')).flatMap(([account, note]) => (account.startsWith('X') ? note : []));
  expect(notes().length).toBeGreaterThan(0);
  expect(notes().length).toBeLessThan(500);
  await session.publish(await opened.scan({ previous }), 'Kim', silent, never());
  expect(notes()).toEqual(rows.map((row) => row[place('note')]));
  expect(column(excel, 'Credits', 'Change')).toMatchObject({ X499: 'cleared', '00123': 'new', '7': 'new' });
  const region = column(excel, 'Credits', 'Region');
  expect([region['X0'], region['X499']]).toEqual(['North', 'North']);
  opened.excel.close();
});
