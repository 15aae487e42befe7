/** What the workbench asks of the embedded Excel: windows of cells, typing, undo, sorting (host/protocol.ts). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Desk, troubleOf } from '../../src/host/desk';
import { startEngineFromBytes } from '../../src/host/formulas/engine';
import { saveWorkbook } from '../../src/host/files/save';
import { newWorkbook, type BookSheet } from '../../src/host/workbook';
import type { HostNotice } from '../../src/host/protocol';

const require = createRequire(__filename);
startEngineFromBytes(new Uint8Array(readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm'))));

let desk: Desk;
let sheet: BookSheet;
let notices: HostNotice[];

/** A desk on a saved and opened workbook of three accounts. */
beforeEach(async () => {
  const book = newWorkbook('accounts.xlsx');
  const made = book.addSheet('Accounts');
  const rows = [
    ['Account', 'Balance', 'Status'],
    ['0012', -50.5, 'New'],
    ['0013', 20, 'New'],
    ['0014', -7, 'New'],
  ];
  rows.forEach((line, row) => line.forEach((value, column) => made.cells.set(row, column, value)));
  const money = book.styles.derive(0, { numberFormat: '#,##0.00' });
  for (const row of [1, 2, 3]) made.cells.setStyle(row, 1, money);
  made.validations.push({
    areas: [{ row: 1, column: 2, rows: 3, columns: 1 }],
    type: 'list',
    source: 'New,Closed',
    errorStyle: 'stop',
    showError: true,
    errorTitle: '',
    error: '',
    promptTitle: '',
    prompt: '',
    inCellDropDown: true,
    ignoreBlank: true,
    origin: -1,
  });
  const red = book.styles.addDxf({ fill: '#FFC7CE', fontColor: '', bold: false, italic: false, strikethrough: false });
  made.conditionalFormats.push({
    id: '{1}',
    areas: [{ row: 1, column: 0, rows: 3, columns: 3 }],
    type: 'expression',
    formula: '$B2<0',
    dxf: red,
    priority: 1,
    stopIfTrue: false,
    extension: false,
    origin: -1,
  });
  notices = [];
  desk = new Desk((notice) => notices.push(notice));
  await desk.call('open', { bytes: saveWorkbook(book), name: 'accounts.xlsx' });
  sheet = desk.host.state.workbook.sheets[0] as BookSheet;
});

const window = (row: number, column: number, rows: number, columns: number) => desk.call('window', { sheetId: sheet.id, row, column, rows, columns });
const type = (row: number, column: number, typed: string) => desk.call('edit', { sheetId: sheet.id, row, column, typed });

it('opens a workbook and lists its tabs', async () => {
  const tabs = await desk.call('sheets', {});
  expect(tabs.map((tab) => [tab.name, tab.rows, tab.columns, tab.active])).toEqual([['Accounts', 4, 3, true]]);
});
it('shows texts with their number format, and rows that a rule holds for', async () => {
  const shown = await window(0, 0, 4, 3);
  expect(shown.cells.map((line) => line[1]?.text)).toEqual(['Balance', '-50.50', '20.00', '-7.00']);
  expect(shown.cells.map((line) => line[0]?.fill ?? '')).toEqual(['', '#FFC7CE', '', '#FFC7CE']);
  expect(shown.cells[1]?.[2]?.list).toEqual(['New', 'Closed']);
  expect(shown.cells[1]?.[1]?.align).toBe('right');
});
it('a rule follows what is typed', async () => {
  await type(2, 1, '-1');
  const shown = await window(2, 0, 1, 2);
  expect(shown.cells[0]?.map((cell) => cell.fill)).toEqual(['#FFC7CE', '#FFC7CE']);
});
it('typing is read as Excel reads it, and undone step by step', async () => {
  await type(1, 1, '$1,000.25');
  await type(1, 1, '5%');
  expect((await window(1, 1, 1, 1)).cells[0]?.[0]?.input).toBe('0.05');
  expect(await desk.call('undo', {})).toEqual({ undone: true });
  expect((await window(1, 1, 1, 1)).cells[0]?.[0]?.text).toBe('1,000.25');
  await desk.call('undo', {});
  expect((await window(1, 1, 1, 1)).cells[0]?.[0]?.text).toBe('-50.50');
  expect(await desk.call('undo', {})).toEqual({ undone: false });
});
it('a value that is not in the list of choices is refused', async () => {
  expect((await type(1, 2, 'Maybe')).refused?.code).toBe('DataValidation');
  expect((await type(1, 2, 'Closed')).refused).toBeNull();
});
it('a protected sheet refuses typing, in words', async () => {
  sheet.protection = { protected: true, options: {} };
  expect((await type(1, 1, '1')).refused).toMatchObject({ code: 'AccessDenied' });
});
it('sorts by a column; numbers first, the heading stays', async () => {
  await desk.call('sort', { sheetId: sheet.id, row: 0, column: 0, rows: 4, columns: 3, key: 1, ascending: true, hasHeaders: true });
  const shown = await window(0, 0, 4, 2);
  expect(shown.cells.map((line) => line[0]?.text)).toEqual(['Account', '0012', '0014', '0013']);
  expect(shown.cells.map((line) => line[0]?.fill ?? '')).toEqual(['', '#FFC7CE', '#FFC7CE', '']);
});
it('selects, and tells what changed', async () => {
  await desk.call('select', { sheetId: sheet.id, row: 1, column: 1, rows: 2, columns: 1 });
  expect(await desk.call('selection', {})).toEqual({ sheetId: sheet.id, row: 1, column: 1, rows: 2, columns: 1 });
  await type(3, 1, '9');
  expect(notices).toContainEqual(expect.objectContaining({ kind: 'changed', sheetId: sheet.id, area: { row: 3, column: 1, rows: 1, columns: 1 } }));
  expect(notices.some((notice) => notice.kind === 'selected')).toBe(true);
});
it('deletes cells and saves a copy that opens again', async () => {
  await desk.call('clear', { sheetId: sheet.id, row: 3, column: 0, rows: 1, columns: 3 });
  const bytes = await desk.call('save', {});
  const opened = await desk.call('open', { bytes, name: 'copy.xlsx' });
  expect(opened.fileName).toBe('copy.xlsx');
  expect(desk.host.state.workbook.sheets[0]?.cells.get(1, 1)).toBe(-50.5);
  expect(desk.host.state.workbook.sheets[0]?.cells.get(3, 1)).toBeNull();
});
it('a file that is no workbook is refused with a remedy', async () => {
  const failed = await desk.call('open', { bytes: new Uint8Array(), name: 'x.xlsx' }).catch((error: unknown) => troubleOf(error));
  expect(failed).toMatchObject({ code: 'empty' });
});
it('sorts the list around a cell, and says when there is none', async () => {
  expect(await desk.call('sortList', { sheetId: sheet.id, row: 2, column: 1, ascending: false })).toEqual({ refused: null, warning: null });
  expect((await window(0, 0, 4, 1)).cells.map((line) => line[0]?.text)).toEqual(['Account', '0013', '0014', '0012']);
  expect((await desk.call('sortList', { sheetId: sheet.id, row: 9, column: 9, ascending: true })).refused?.code).toBe('NoList');
});
it('filters a list by what its cells show; hidden rows keep it from being sorted, and show again', async () => {
  await type(2, 2, 'Closed');
  const at = { sheetId: sheet.id, row: 1, column: 2 };
  expect(await desk.call('listValues', at)).toEqual({
    heading: 'Status',
    texts: [
      { text: 'New', rows: 2 },
      { text: 'Closed', rows: 1 },
    ],
    more: false,
    chosen: null,
  });
  await desk.call('filterList', { ...at, texts: ['New'] });
  expect(await desk.call('visibleRows', { sheetId: sheet.id })).toEqual(Int32Array.from([0, 1, 3]));
  expect((await desk.call('listValues', at))?.chosen).toEqual(['New']);
  expect((await desk.call('sortList', { ...at, ascending: true })).refused?.code).toBe('Filtered');
  await desk.call('filterList', { ...at, texts: null });
  expect(await desk.call('visibleRows', { sheetId: sheet.id })).toBeNull();
});
it('pastes a block as one step to undo, each text read as if typed', async () => {
  const texts = [
    ['0015', '$12.50'],
    ['0016', '(3.00)'],
  ];
  expect(await desk.call('paste', { sheetId: sheet.id, row: 4, column: 0, texts })).toEqual({ refused: null, warning: null });
  expect(sheet.cells.get(4, 1)).toBe(12.5);
  expect(sheet.cells.get(5, 1)).toBe(-3);
  expect(await desk.call('selection', {})).toMatchObject({ row: 4, column: 0, rows: 2, columns: 2 });
  expect(await desk.call('undo', {})).toEqual({ undone: true });
  expect([sheet.cells.get(4, 0), sheet.cells.get(5, 1)]).toEqual([null, null]);
  expect(await desk.call('undo', {})).toEqual({ undone: false });
});
it('what an add-in wrote is not taken back, nor what was typed before it', async () => {
  await type(1, 1, '7');
  desk.host.state.journal.begin();
  desk.host.state.journal.note(sheet, 1, 1);
  desk.host.state.journal.end(false);
  expect(await desk.call('undo', {})).toEqual({ undone: false });
});
it('starts an empty workbook and adds a sheet', async () => {
  const empty = await desk.call('startEmpty', {});
  expect(empty.sheets.map((tab) => tab.name)).toEqual(['Sheet1']);
  await desk.call('addSheet', {});
  expect((await desk.call('sheets', {})).map((tab) => [tab.name, tab.active])).toEqual([
    ['Sheet1', false],
    ['Sheet2', true],
  ]);
});
