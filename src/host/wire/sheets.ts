/** Adding, naming, activating, moving, copying and deleting sheets, with Excel's rules (office-js.md 1.1, 1.4, 1.8). */
import type { Sheet } from '../model';
import { withSheetRenamed } from '../formulas/resolve';
import { sheetText } from './address';
import { putCell } from './edits';
import { refuse } from './errors';
import { cellsOf } from './rangeRef';
import type { ExcelState } from './state';

const LONGEST_NAME = 31;

/** Throws InvalidArgument for a name Excel would not take, ItemAlreadyExists for one that is taken. */
export function checkSheetName(state: ExcelState, name: string, own: Sheet | null): void {
  const bad =
    name === '' || name.length > LONGEST_NAME || /[\\/?*:[\]]/.test(name) || name.startsWith("'") || name.endsWith("'") || name.toLowerCase() === 'history';
  if (bad) refuse('InvalidArgument');
  const taken = state.sheetByName(name);
  if (taken && taken !== own) refuse('ItemAlreadyExists');
}

/** Adds an empty sheet at the end; without a name the next free "SheetN". */
export function addSheet(state: ExcelState, name: string | null): Sheet {
  state.mayChangeStructure();
  state.mayTakeFocus();
  const wanted = name ?? freeName(state);
  checkSheetName(state, wanted, null);
  const sheet = state.workbook.addSheet(wanted);
  state.recalculation.namesChanged();
  state.happened({ kind: 'sheetAdded', sheet });
  return sheet;
}
function freeName(state: ExcelState): string {
  let number = state.workbook.sheets.length + 1;
  while (state.sheetByName(`Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

export function activateSheet(state: ExcelState, sheet: Sheet): void {
  state.mayTakeFocus();
  if (sheet.visibility !== 'Visible') refuse('InvalidOperation');
  if (state.workbook.activeSheetId === sheet.id) return;
  state.workbook.activeSheetId = sheet.id;
  state.workbook.selection = { row: 0, column: 0, rows: 1, columns: 1 };
  state.happened({ kind: 'sheetActivated', sheet });
}

/** Deletes a sheet; the last visible one cannot go. References to it become #REF!, and undo is gone (office-js.md 1.9). */
export function deleteSheet(state: ExcelState, sheet: Sheet): void {
  state.mayChangeStructure();
  state.mayTakeFocus();
  if (sheet.visibility === 'VeryHidden') refuse('InvalidOperation');
  if (visibleBeside(state, sheet).length === 0) refuse('InvalidOperation');
  state.workbook.removeSheet(sheet.id);
  renameInFormulas(state, sheet.name, null);
  state.recalculation.sheetGone(sheet);
  state.journal.forget();
  state.happened({ kind: 'sheetDeleted', sheet });
}
function visibleBeside(state: ExcelState, sheet: Sheet): Sheet[] {
  return state.workbook.sheets.filter((each) => each !== sheet && each.visibility === 'Visible');
}

export function renameSheet(state: ExcelState, sheet: Sheet, name: string): void {
  state.mayChangeStructure();
  checkSheetName(state, name, sheet);
  const before = sheet.name;
  if (before === name) return;
  sheet.name = name;
  renameInFormulas(state, before, name);
  state.recalculation.namesChanged();
  state.happened({ kind: 'sheetChanged', sheet });
}
function renameInFormulas(state: ExcelState, from: string, to: string | null): void {
  const renamed = (formula: string): string => (mentions(formula, from) ? withSheetRenamed(formula, from, to, sheetText) : formula);
  for (const name of state.workbook.names) name.formula = renamed(name.formula);
  for (const sheet of state.workbook.sheets) {
    for (const rule of sheet.conditionalFormats) rule.formula = renamed(rule.formula);
    const used = sheet.cells.used(true);
    for (const [row, column] of used ? cellsOf(used) : []) {
      const formula = sheet.cells.formula(row, column);
      if (!mentions(formula, from)) continue;
      sheet.cells.setFormula(row, column, renamed(formula), sheet.cells.get(row, column));
      state.recalculation.formulaSet(sheet, row, column, sheet.cells.formula(row, column));
    }
  }
}
function mentions(formula: string, sheet: string): boolean {
  return formula.includes('!') && formula.toLowerCase().includes(sheet.replaceAll("'", "''").toLowerCase());
}

export function showSheet(state: ExcelState, sheet: Sheet, visibility: Sheet['visibility']): void {
  state.mayChangeStructure();
  if (visibility !== 'Visible' && sheet.visibility === 'Visible') {
    const others = visibleBeside(state, sheet);
    if (others.length === 0) refuse('InvalidOperation');
    if (state.workbook.activeSheetId === sheet.id) state.workbook.activeSheetId = others[0]?.id ?? '';
  }
  sheet.visibility = visibility;
  state.happened({ kind: 'sheetChanged', sheet });
}

/** Moves a sheet to a place in tab order, 0-based. */
export function moveSheet(state: ExcelState, sheet: Sheet, position: number): void {
  state.mayChangeStructure();
  state.mayTakeFocus();
  const { sheets } = state.workbook;
  if (!Number.isInteger(position) || position < 0 || position >= sheets.length) refuse('InvalidArgument');
  sheets.splice(sheets.indexOf(sheet), 1);
  sheets.splice(position, 0, sheet);
  state.recalculation.namesChanged();
  state.happened({ kind: 'sheetChanged', sheet });
}

/** Copies a sheet's cells, formats, widths, rules and validations; tables get new names, as in Excel. Clears undo (office-js.md 1.9). */
export function copySheet(state: ExcelState, source: Sheet, positionType: string, relativeTo: Sheet | null): Sheet {
  state.mayChangeStructure();
  state.settle();
  const copy = addSheet(state, copyName(state, source.name));
  const used = source.cells.used(false);
  for (const [row, column] of used ? cellsOf(used) : []) {
    putCell(state, copy, row, column, {
      content: source.cells.get(row, column),
      formula: source.cells.formula(row, column),
      style: source.cells.style(row, column),
    });
  }
  copyLook(source, copy);
  copy.conditionalFormats = source.conditionalFormats.map((rule, index) => ({
    ...rule,
    areas: rule.areas.map((area) => ({ ...area })),
    id: `{${copy.id.slice(1, -1)}-${index}}`,
    origin: -1,
  }));
  copy.validations = source.validations.map((validation) => ({ ...validation, areas: validation.areas.map((area) => ({ ...area })), origin: -1 }));
  copy.tables = source.tables.map((table) => ({
    ...table,
    area: { ...table.area },
    columns: [...table.columns],
    id: state.workbook.nextTableId(),
    name: `${table.name}${copy.id.slice(-2, -1)}`,
    part: '',
  }));
  placeCopy(state, copy, positionType, relativeTo);
  state.journal.forget();
  return copy;
}
/** Widths, hidden rows and columns, frozen panes, merged cells and links. */
export function copyLook(source: Sheet, copy: Sheet): void {
  copy.tabColor = source.tabColor;
  copy.gridlines = source.gridlines;
  copy.frozenRows = source.frozenRows;
  copy.frozenColumns = source.frozenColumns;
  copy.columnWidths = new Map(source.columnWidths);
  copy.rowHeights = new Map(source.rowHeights);
  copy.hiddenColumns = new Set(source.hiddenColumns);
  copy.hiddenRows = new Set(source.hiddenRows);
  copy.columnOutline = new Map(source.columnOutline);
  copy.merged = source.merged.map((area) => ({ ...area }));
  copy.hyperlinks = source.hyperlinks.map((link) => ({ ...link, area: { ...link.area } }));
}
/** The name, or with " (2)", " (3)" … when it is taken. */
export function copyName(state: ExcelState, name: string): string {
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`;
    const candidate = name.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (!state.sheetByName(candidate)) return candidate;
  }
}
/** Moves a new sheet to where `positionType` says. Throws InvalidArgument for an unknown word or a missing anchor. */
export function placeCopy(state: ExcelState, copy: Sheet, positionType: string, relativeTo: Sheet | null): void {
  const { sheets } = state.workbook;
  const anchor = relativeTo ? sheets.indexOf(relativeTo) : -1;
  const place = { None: sheets.length - 1, End: sheets.length - 1, Beginning: 0, Before: anchor, After: anchor + 1 }[positionType];
  if (place === undefined || ((positionType === 'Before' || positionType === 'After') && anchor < 0)) refuse('InvalidArgument');
  moveSheet(state, copy, Math.min(place, sheets.length - 1));
}
