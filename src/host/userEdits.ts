/** What a person does in the grid: typing, deleting, sorting, undoing, selecting. Excel's rules apply, and event handlers hear of it. */
import type { Sheet, Validation } from './model';
import type { CellArea, Selection, UserOutcome } from './protocol';
import { choices } from './view';
import { overlap } from './wire/address';
import { putCell, writeValue } from './wire/edits';
import { ExcelError } from './wire/errors';
import type { ExcelHost } from './wire/host';
import { sortRows } from './wire/moves';
import { clearArea } from './wire/rangeContent';
import { RangeRef } from './wire/rangeRef';
import { activateSheet } from './wire/sheets';

export const TAKEN: UserOutcome = { refused: null, warning: null };

/** Does it as the user; Excel's refusals become an outcome. */
export function attempt(host: ExcelHost, act: () => UserOutcome): UserOutcome {
  try {
    return host.asUser(act);
  } catch (error) {
    if (!(error instanceof ExcelError)) throw error;
    return { refused: { code: error.code, message: error.message }, warning: null };
  }
}
export function sheetOf(host: ExcelHost, id: string): Sheet {
  const sheet = host.state.sheetById(id);
  if (!sheet) throw new ExcelError('ItemNotFound');
  return sheet;
}

/** Types text into a cell and confirms it. Empty text empties the cell. */
export function typeCell(
  host: ExcelHost,
  ask: { readonly sheetId: string; readonly row: number; readonly column: number; readonly typed: string },
): UserOutcome {
  return attempt(host, () => {
    const sheet = sheetOf(host, ask.sheetId);
    const area = { row: ask.row, column: ask.column, rows: 1, columns: 1 };
    host.state.mayWrite(sheet, area);
    const complaint = againstList(host, sheet, ask);
    if (complaint?.stops === true) return { refused: { code: 'DataValidation', message: complaint.message }, warning: null };
    writeValue(host.state, sheet, ask.row, ask.column, ask.typed);
    host.state.happened({ kind: 'cells', sheet, area, change: 'RangeEdited' });
    return { refused: null, warning: complaint?.message ?? null };
  });
}
/** What a list validation says against the text; null when it is allowed. */
function againstList(
  host: ExcelHost,
  sheet: Sheet,
  ask: { readonly row: number; readonly column: number; readonly typed: string },
): { readonly stops: boolean; readonly message: string } | null {
  const here = { row: ask.row, column: ask.column, rows: 1, columns: 1 };
  const list = sheet.validations.find((each) => each.type === 'list' && each.areas.some((area) => overlap(area, here)));
  if (!list?.showError || ask.typed === '' || allows(host, sheet, list, ask.typed)) return null;
  return { stops: list.errorStyle === 'stop', message: list.error || 'This value is not in the list of this cell.' };
}
function allows(host: ExcelHost, sheet: Sheet, list: Validation, typed: string): boolean {
  return choices(host.state, sheet, list).some((choice) => choice === typed.trim());
}

export function clearCells(host: ExcelHost, ask: Selection): UserOutcome {
  return attempt(host, () => {
    const sheet = sheetOf(host, ask.sheetId);
    const area = areaOf(ask);
    host.state.mayWrite(sheet, area);
    clearArea(new RangeRef(host.state, sheet, area), 'contents');
    host.state.happened({ kind: 'cells', sheet, area, change: 'RangeEdited' });
    return TAKEN;
  });
}

export function sortArea(host: ExcelHost, ask: Selection & { readonly key: number; readonly ascending: boolean; readonly hasHeaders: boolean }): UserOutcome {
  return attempt(host, () => {
    const sheet = sheetOf(host, ask.sheetId);
    const area = areaOf(ask);
    const body = ask.hasHeaders ? { ...area, row: area.row + 1, rows: area.rows - 1 } : area;
    if (body.rows > 1) sortRows(new RangeRef(host.state, sheet, body), [{ key: ask.key, ascending: ask.ascending }], false);
    return TAKEN;
  });
}
function areaOf({ row, column, rows, columns }: CellArea): CellArea {
  return { row, column, rows, columns };
}

/** Takes back the newest step of the person. False when there is none, or an add-in wrote since. */
export function undoStep(host: ExcelHost): boolean {
  const { state } = host;
  const cells = state.journal.take();
  state.actor = 'user';
  for (const cell of cells) putCell(state, cell.sheet, cell.row, cell.column, cell);
  for (const { sheet, row, column } of cells.slice(-1))
    state.happened({ kind: 'cells', sheet, area: { row, column, rows: 1, columns: 1 }, change: 'RangeEdited' });
  state.actor = 'add-in';
  return cells.length > 0;
}

export function selectArea(host: ExcelHost, ask: Selection): UserOutcome {
  return attempt(host, () => {
    const sheet = sheetOf(host, ask.sheetId);
    activateSheet(host.state, sheet);
    host.state.workbook.selection = areaOf(ask);
    host.state.happened({ kind: 'selected', sheet, area: areaOf(ask) });
    return TAKEN;
  });
}
export function activate(host: ExcelHost, sheetId: string): UserOutcome {
  return attempt(host, () => {
    activateSheet(host.state, sheetOf(host, sheetId));
    return TAKEN;
  });
}
export function selectionOf(host: ExcelHost): Selection {
  const { workbook } = host.state;
  return { sheetId: workbook.activeSheetId, ...workbook.selection };
}
