/**
 * Makes, updates and rewrites the tables of our own sheets (design.md 7). The sheet's marks go in the very first request; the table grows with
 * each block, so a run that breaks off leaves whole rows in a marked sheet, and the next run completes it. Rows never move.
 */
import type { ColumnSpec, CreateTable, OutValue, OwnRole, UpdateTable } from '../outputs/edit';
import { columnLetters, looseCell, numberFormatOf, quoted } from './cells';
import type { Guard } from './guard';
import { queueCellLook, queueColumnLook } from './columnLook';
import { BLOCK_BYTES } from './limits';
import { addOwnSheet } from './newSheet';
import { columnMark } from './own';
import { HostFailure } from './failure';
import { assertWritable, FINISHED_PROPERTY, idsOf, queueIds, rowsById, sameRows } from './ownTable';
import type { OwnTable } from './ownTable';
import { queuePages, queuePrint } from './printing';
import { asRead, queueChange, rowChanges } from './rowChanges';
import type { RowChange } from './rowChanges';
import { blockEnd, fill, queueBlock, writeRows } from './writeRows';
import type { RowsToWrite, WriteHooks } from './writeRows';

export interface Made {
  readonly sheet: string;
  readonly rows: number;
  readonly appended: number;
}

/** Makes the sheet with its marks, heading and first block in one request, then the other blocks, then the look. */
export async function createTable(guard: Guard, edit: CreateTable, sheetName: string, tableName: string, hooks: WriteHooks): Promise<Made> {
  const headerRow = edit.preface.length === 0 ? 0 : edit.preface.length + 1;
  const what: RowsToWrite = { sheet: sheetName, top: headerRow + 1, left: 0, columns: edit.columns, rows: edit.rows, daysOff: guard.daysOff };
  const first = blockEnd(edit.rows, 0, BLOCK_BYTES / 2);
  await guard.run(
    async (context) => {
      await addOwnSheet(context, edit.role, sheetName, (sheet) => {
        queuePreface(context, sheetName, edit.preface);
        queueHeading(context, sheetName, headerRow, edit.columns);
        if (first > 0) queueBlock(context, what, 0, first);
        else queueFormats(context, what, 1);
        const area = sheet.getRangeByIndexes(headerRow, 0, Math.max(1, first) + 1, edit.columns.length);
        const table = sheet.tables.add(area, true);
        area.untrack();
        table.name = tableName;
        table.style = 'TableStyleLight1';
      });
    },
    { ...hooks },
  );
  await writeRows(guard, what, hooks, (context, done) => grow(context, tableName, sheetName, headerRow, 0, done, edit.columns.length), first);
  await guard.run((context) => finish(context, edit, sheetName, headerRow, 0), { ...hooks, repeatable: true });
  return { sheet: sheetName, rows: edit.rows.length, appended: edit.rows.length };
}

function queuePreface(context: Excel.RequestContext, sheetName: string, preface: readonly (readonly OutValue[])[]): void {
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const width = Math.max(1, ...preface.map((line) => line.length));
  if (preface.length === 0) return;
  const range = sheet.getRangeByIndexes(0, 0, preface.length, width);
  range.values = preface.map((line) => Array.from({ length: width }, (_, c) => looseCell(line[c] ?? null)));
  range.untrack();
  const title = sheet.getRangeByIndexes(0, 0, 1, 1);
  title.format.font.bold = true;
  title.untrack();
}

function queueHeading(context: Excel.RequestContext, sheetName: string, headerRow: number, columns: readonly ColumnSpec[]): void {
  const range = context.workbook.worksheets.getItem(sheetName).getRangeByIndexes(headerRow, 0, 1, columns.length);
  range.values = [columns.map((column) => (column.theirs === true ? looseCell(column.heading) : column.heading))];
  range.untrack();
}

function queueFormats(context: Excel.RequestContext, what: RowsToWrite, rows: number): void {
  for (const [c, column] of what.columns.entries()) {
    const range = context.workbook.worksheets.getItem(what.sheet).getRangeByIndexes(what.top, what.left + c, rows, 1);
    fill(range, numberFormatOf(column));
    range.untrack();
  }
}

function grow(context: Excel.RequestContext, table: string, sheetName: string, headerRow: number, left: number, rows: number, columns: number): void {
  const area = context.workbook.worksheets.getItem(sheetName).getRangeByIndexes(headerRow, left, Math.max(1, rows) + 1, columns);
  context.workbook.tables.getItem(table).resize(area);
  area.untrack();
}

/** The look: column names and widths, groups, drop-down lists, freeze. Applied once; what a person changes later stays. */
async function finish(
  context: Excel.RequestContext,
  edit: Pick<CreateTable, 'role' | 'columns' | 'rows' | 'visibility' | 'preface' | 'print'>,
  sheetName: string,
  headerRow: number,
  left: number,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const body = Math.max(1, edit.rows.length);
  for (const [c, column] of edit.columns.entries()) {
    if (column.theirs !== true) queueColumn(context, edit.role, column, sheetName, headerRow, left + c);
    queuePersons(sheet, column, headerRow, left + c, body);
  }
  queueColumnLook(sheet, edit.columns, headerRow, left, edit.preface);
  for (const group of groupsOf(edit.columns)) {
    const range = sheet.getRange(`${columnLetters(left + group.first)}:${columnLetters(left + group.last)}`);
    range.group('ByColumns');
    range.untrack();
  }
  queuePrint(sheet, headerRow, left, edit.columns, edit.print);
  if (edit.visibility === 'hidden') sheet.visibility = 'Hidden';
  sheet.customProperties.add(FINISHED_PROPERTY, '1');
  await context.sync();
  await freeze(context, sheetName, headerRow);
}

/** The hidden name by which a column is found again. */
function queueColumn(context: Excel.RequestContext, role: OwnRole, column: ColumnSpec, sheetName: string, headerRow: number, place: number): void {
  const name = columnMark(role, column.key);
  context.workbook.names.getItemOrNullObject(name).delete();
  context.workbook.names.add(name, `=${quoted(sheetName)}!$${columnLetters(place)}$${headerRow + 1}`).visible = false;
}

/** Marks the heading of a column in which a person types, and offers its list. */
function queuePersons(sheet: Excel.Worksheet, column: ColumnSpec, headerRow: number, place: number, body: number): void {
  if (column.person !== true && column.list === undefined) return;
  const heading = sheet.getRangeByIndexes(headerRow, place, 1, 1);
  heading.format.fill.color = '#FFF2CC';
  heading.untrack();
  if (column.list === undefined) return;
  const cells = sheet.getRangeByIndexes(headerRow + 1, place, body, 1);
  queueList(cells, column.list);
  cells.untrack();
}

/** Style Warning: a person may type something else, and it is read tolerantly. */
function queueList(cells: Excel.Range, list: readonly string[]): void {
  cells.dataValidation.rule = { list: { inCellDropDown: true, source: list.join(',') } };
  cells.dataValidation.errorAlert = { message: `Usual values: ${list.join(', ')}.`, showAlert: true, style: 'Warning', title: 'Another value' };
}

function groupsOf(columns: readonly ColumnSpec[]): { first: number; last: number }[] {
  const groups: { first: number; last: number }[] = [];
  for (const [c, column] of columns.entries()) {
    const last = groups.at(-1);
    if (column.grouped !== true) continue;
    if (last && last.last === c - 1) last.last = c;
    else groups.push({ first: c, last: c });
  }
  return groups;
}

/** May fail without failing the run: another workbook may be in front (office-js.md 1.8). */
async function freeze(context: Excel.RequestContext, sheetName: string, headerRow: number): Promise<void> {
  try {
    context.workbook.worksheets.getItem(sheetName).freezePanes.freezeRows(headerRow + 1);
    await context.sync();
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'AbortError') throw error;
  }
}

/** Changes our own cells where they stand and appends new rows. `table` must be as just read. */
export async function updateTable(guard: Guard, edit: UpdateTable, read: OwnTable, hooks: WriteHooks): Promise<Made> {
  assertWritable(read);
  const table = await shortened(guard, edit, edit.places ? { ...read, places: edit.places } : read, hooks);
  await writeCells(guard, edit, table, hooks);
  const width = table.headings.length;
  const old = table.rows.length;
  const what: RowsToWrite = {
    sheet: table.sheet,
    top: table.headerRow + 1 + old,
    left: table.left,
    columns: fullWidth(edit.columns, table),
    rows: edit.append.map((row) => spread(row, edit.columns, table)),
    daysOff: table.daysOff,
  };
  await writeRows(guard, what, hooks, (context, done) => grow(context, table.table, table.sheet, table.headerRow, table.left, old + done, width));
  await guard.run(
    async (context) => {
      if (table.headerRow > 0) queuePreface(context, table.sheet, fitPreface(edit.preface, table.headerRow));
      if (edit.append.length > 0 && table.finished) queueAppended(context, edit, table);
      queueRewritten(context, edit, table);
      await context.sync();
      if (!table.finished)
        await finish(context, { ...edit, rows: what.rows.concat(table.rows.map(() => [])), visibility: 'visible' }, table.sheet, table.headerRow, table.left);
    },
    { ...hooks, repeatable: true },
  );
  return { sheet: table.sheet, rows: old + edit.append.length, appended: edit.append.length };
}

/**
 * Rows that are too many go first, blanked and given up by the table in one request: when the run breaks off after it, rows are missing, but none
 * is blank or stands twice.
 */
async function shortened(guard: Guard, { rows }: UpdateTable, table: OwnTable, hooks: WriteHooks): Promise<OwnTable> {
  const kept = Math.max(1, rows ?? Infinity);
  if (rows === undefined || rows >= table.rows.length) return table;
  await guard.run(
    async (context) => {
      const { sheet, headerRow, left, places, headings } = table;
      for (const { first, count } of sideBySide(Object.values(places))) {
        const spare = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(headerRow + 1 + rows, left + first, table.rows.length - rows, count);
        spare.clear('Contents');
        spare.untrack();
      }
      grow(context, table.table, sheet, headerRow, left, kept, headings.length);
      await context.sync();
    },
    { ...hooks, repeatable: true },
  );
  return { ...table, rows: table.rows.slice(0, rows) };
}

/** Columns next to one another, so that a row goes at once and not by halves. */
function sideBySide(places: readonly number[]): { readonly first: number; readonly count: number }[] {
  const spans: { first: number; count: number }[] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && place === last.first + last.count) last.count++;
    else spans.push({ first: place, count: 1 });
  }
  return spans;
}

/** What only sheets that nobody types in have: pages, other headings. */
function queueRewritten(context: Excel.RequestContext, edit: UpdateTable, table: OwnTable): void {
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  if (edit.print && (edit.cells.length > 0 || edit.append.length > 0)) queuePages(sheet, table.headerRow, edit.print);
  if (edit.renames !== true) return;
  for (const column of edit.columns) {
    const place = table.places[column.key];
    if (place === undefined || table.headings[place] === column.heading) continue;
    const heading = sheet.getRangeByIndexes(table.headerRow, table.left + place, 1, 1);
    heading.values = [[column.heading]];
    heading.untrack();
    if (edit.places) queueColumn(context, edit.role, column, table.sheet, table.headerRow, table.left + place);
  }
}

/** Lists and look of new rows. */
function queueAppended(context: Excel.RequestContext, edit: UpdateTable, table: OwnTable): void {
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const wraps = edit.columns.some((column) => column.wrap === true);
  for (const column of edit.columns) {
    const place = table.places[column.key];
    if (place === undefined) continue;
    const cells = sheet.getRangeByIndexes(table.headerRow + 1 + table.rows.length, table.left + place, edit.append.length, 1);
    if (column.list !== undefined) queueList(cells, column.list);
    queueCellLook(cells, column, wraps);
    cells.untrack();
  }
}

/** The preface keeps the lines it has room for: the header row never moves. */
const fitPreface = (preface: readonly (readonly OutValue[])[], headerRow: number): readonly (readonly OutValue[])[] =>
  preface.slice(0, Math.max(0, headerRow - 1));

const FOREIGN: ColumnSpec = { key: '', heading: '', type: 'number', width: 10 };

/** The table's columns as they stand; a person's added column is written blank on new rows. */
function fullWidth(columns: readonly ColumnSpec[], table: OwnTable): ColumnSpec[] {
  const full = table.headings.map((heading) => ({ ...FOREIGN, heading }));
  for (const column of columns) {
    const place = table.places[column.key];
    if (place !== undefined) full[place] = column;
  }
  return full;
}

function spread(row: readonly OutValue[], columns: readonly ColumnSpec[], table: OwnTable): OutValue[] {
  const wide: OutValue[] = table.headings.map(() => null);
  for (const [c, column] of columns.entries()) {
    const place = table.places[column.key];
    if (place !== undefined) wide[place] = row[c] ?? null;
  }
  return wide;
}

/** Changed rows, in requests by bytes. */
async function writeCells(guard: Guard, edit: UpdateTable, table: OwnTable, hooks: WriteHooks): Promise<void> {
  const changes = rowChanges(edit, table);
  // About 600 bytes a range besides its values (wire.md 10).
  const weights = changes.map((change) => [change.values, 'x'.repeat(600 * (1 + change.cells.length))]);
  for (let from = 0; from < changes.length;) {
    const to = blockEnd(weights, from, BLOCK_BYTES);
    await guard.run((context) => sendChanges(context, table, changes.slice(from, to), edit.places !== undefined), { ...hooks, repeatable: true });
    from = to;
    hooks.onProgress({ stage: 'writing', done: from, total: changes.length, message: `Updating ${table.sheet}` });
  }
}

/**
 * A person may have sorted or deleted rows since the table was read: the ids, read in the request that writes, say so. Then what was written has
 * come into the rows of others, and is put back before the table is read and merged again.
 */
async function sendChanges(context: Excel.RequestContext, table: OwnTable, changes: readonly RowChange[], moved: boolean): Promise<void> {
  for (const change of changes) queueChange(context, table, change, moved);
  const ids = changes.some((change) => change.cells.some(({ column }) => column.key === 'id')) ? null : queueIds(context, table);
  await context.sync();
  if (!ids || sameRows(table, ids)) return;
  await putBack(context, table, changes, ids);
  throw new HostFailure('TableChanged', table.sheet);
}

/** The cells as they were read, by the ids that stand beside them now; again, a few times, when rows moved meanwhile. */
async function putBack(context: Excel.RequestContext, table: OwnTable, changes: readonly RowChange[], ids: Excel.Range, times = 3): Promise<void> {
  const [now, rows] = [idsOf(table, ids), rowsById(table)];
  for (const change of changes) for (const part of asRead(table, change, now, rows)) queueChange(context, table, part, false);
  const after = queueIds(context, table);
  await context.sync();
  if (after && times > 1 && String(idsOf(table, after)) !== String(now)) await putBack(context, table, changes, after, times - 1);
}
