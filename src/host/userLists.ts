/** What a person does with a whole list in the grid: sorting it by a column, filtering it, pasting a block, adding a sheet. */
import { cellText } from './cellText';
import { bodyOf } from './formulas/resolve';
import type { Area, Sheet, Table } from './model';
import type { CellPlace, ListValues, UserOutcome } from './protocol';
import { attempt, sheetOf, TAKEN } from './userEdits';
import { overlap } from './wire/address';
import { formatAt, writeValue } from './wire/edits';
import { ExcelError } from './wire/errors';
import { filterByTexts, filteredTexts } from './wire/filters';
import type { ExcelHost } from './wire/host';
import { sortRows } from './wire/moves';
import { RangeRef } from './wire/rangeRef';
import { activateSheet, addSheet } from './wire/sheets';

/** A table, the area of the sheet's filter, or the block of filled rows around a cell; the heading is its first row. */
interface List {
  readonly table: Table | null;
  readonly area: Area;
  readonly body: Area;
}

const below = (area: Area): Area => ({ ...area, row: area.row + 1, rows: area.rows - 1 });

function listAt(sheet: Sheet, { row, column }: CellPlace): List | null {
  const here = { row, column, rows: 1, columns: 1 };
  const table = sheet.tables.find(({ area }) => overlap(area, here));
  if (table) return { table, area: table.area, body: bodyOf(table) };
  const filter = sheet.autoFilter;
  const area = filter && overlap(filter, here) ? filter : blockAt(sheet, row, column);
  return area && area.rows > 1 ? { table: null, area, body: below(area) } : null;
}

/** Filled rows without a gap above and below, over the columns that hold something there; frozen rows above the last of them are titles. */
function blockAt(sheet: Sheet, row: number, column: number): Area | null {
  const used = sheet.cells.used(true);
  if (!used || row < used.row || row >= used.row + used.rows || column < used.column || column >= used.column + used.columns) return null;
  const lastColumn = used.column + used.columns - 1;
  const filled = (at: number): boolean => {
    for (let c = used.column; c <= lastColumn; c++) if (sheet.cells.get(at, c) !== null) return true;
    return false;
  };
  if (!filled(row)) return null;
  const highest = Math.max(used.row, sheet.frozenRows > 0 && row >= sheet.frozenRows - 1 ? sheet.frozenRows - 1 : 0);
  let top = row;
  while (top > highest && filled(top - 1)) top -= 1;
  let bottom = row;
  while (bottom + 1 < used.row + used.rows && filled(bottom + 1)) bottom += 1;
  return withinColumns(sheet, { row: top, column: used.column, rows: bottom - top + 1, columns: used.columns }, column);
}

/** The columns around `column` whose heading is filled; the whole area when its own heading is blank. */
function withinColumns(sheet: Sheet, area: Area, column: number): Area {
  const headed = (at: number): boolean => at >= area.column && at < area.column + area.columns && sheet.cells.get(area.row, at) !== null;
  if (!headed(column)) return area;
  let [first, last] = [column, column];
  while (headed(first - 1)) first -= 1;
  while (headed(last + 1)) last += 1;
  return { ...area, column: first, columns: last - first + 1 };
}

const NO_LIST: UserOutcome = {
  refused: { code: 'NoList', message: 'There is no list here. Select a cell inside the rows you want to sort or filter.' },
  warning: null,
};
const FILTERED: UserOutcome = {
  refused: { code: 'Filtered', message: 'Some rows of this list are hidden by a filter. Show all rows first, then sort.' },
  warning: null,
};

export function sortList(host: ExcelHost, ask: CellPlace & { readonly ascending: boolean }): UserOutcome {
  return attempt(host, () => {
    const sheet = sheetOf(host, ask.sheetId);
    const list = listAt(sheet, ask);
    if (!list) return NO_LIST;
    const { body } = list;
    if ([...sheet.hiddenRows].some((row) => row >= body.row && row < body.row + body.rows)) return FILTERED;
    if (body.rows > 1) sortRows(new RangeRef(host.state, sheet, body), [{ key: ask.column - body.column, ascending: ask.ascending }], false);
    return TAKEN;
  });
}

const MOST_TEXTS = 1_000;

export function listValues(host: ExcelHost, ask: CellPlace): ListValues | null {
  const { state } = host;
  const sheet = sheetOf(host, ask.sheetId);
  const list = listAt(sheet, ask);
  if (!list) return null;
  state.settle();
  const shown = (row: number): string =>
    cellText(sheet.cells.get(row, ask.column), formatAt(state, sheet, row, ask.column).numberFormat, state.workbook.date1904);
  const counts = new Map<string, number>();
  for (let row = list.body.row; row < list.body.row + list.body.rows; row++) {
    const text = shown(row);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return {
    heading: shown(list.area.row),
    texts: Array.from(counts, ([text, rows]) => ({ text, rows })).slice(0, MOST_TEXTS),
    more: counts.size > MOST_TEXTS,
    chosen: filteredTexts(state, sheet, list.table, ask.column - list.area.column),
  };
}

export function filterList(host: ExcelHost, ask: CellPlace & { readonly texts: readonly string[] | null }): UserOutcome {
  return attempt(host, () => {
    const sheet = sheetOf(host, ask.sheetId);
    const list = listAt(sheet, ask);
    if (!list) return NO_LIST;
    if (!list.table) sheet.autoFilter ??= list.area;
    filterByTexts(host.state, sheet, list.table, ask.column - list.area.column, ask.texts);
    return TAKEN;
  });
}

export function visibleRows(host: ExcelHost, sheetId: string): Int32Array | null {
  const sheet = sheetOf(host, sheetId);
  const used = sheet.cells.used(false);
  if (sheet.hiddenRows.size === 0 || !used) return null;
  const rows = new Int32Array(used.row + used.rows);
  let count = 0;
  for (let row = 0; row < rows.length; row++) if (!sheet.hiddenRows.has(row)) rows[count++] = row;
  return rows.slice(0, count);
}

const PASTE_HIDDEN: UserOutcome = {
  refused: { code: 'Filtered', message: 'Some of these rows are hidden by a filter. Show all rows first, then paste.' },
  warning: null,
};
/** What a person may paste at once; more belongs in a file. */
const MOST_PASTED = 2_000_000;

export function pasteTexts(host: ExcelHost, ask: CellPlace & { readonly texts: readonly (readonly string[])[] }): UserOutcome {
  return attempt(host, () => {
    const sheet = sheetOf(host, ask.sheetId);
    const columns = ask.texts.reduce((most, row) => Math.max(most, row.length), 0);
    if (columns === 0) return TAKEN;
    if (columns * ask.texts.length > MOST_PASTED)
      return { refused: { code: 'TooMuch', message: 'This is too much to paste at once. Save it as a file and open the file.' }, warning: null };
    const area = { row: ask.row, column: ask.column, rows: ask.texts.length, columns };
    if (area.row + area.rows > 1_048_576 || area.column + columns > 16_384) throw new ExcelError('InvalidArgument');
    if (area.rows > 1 && [...sheet.hiddenRows].some((row) => row >= area.row && row < area.row + area.rows)) return PASTE_HIDDEN;
    host.state.mayWrite(sheet, area);
    for (const [r, row] of ask.texts.entries()) for (const [c, text] of row.entries()) writeValue(host.state, sheet, area.row + r, area.column + c, text);
    host.state.happened({ kind: 'cells', sheet, area, change: 'RangeEdited' });
    host.state.workbook.selection = area;
    host.state.happened({ kind: 'selected', sheet, area: area });
    return TAKEN;
  });
}

export function startSheet(host: ExcelHost): UserOutcome {
  return attempt(host, () => {
    activateSheet(host.state, addSheet(host.state, null));
    return TAKEN;
  });
}
