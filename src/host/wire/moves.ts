/** Cells that change places: copying, moving, sorting, removing duplicates. Inserting and deleting is in shift.ts. */
import type { CellContent } from '../model';
import { shiftFormula } from '../formulaShift';
import { overlap } from './address';
import { numberOf, oneOf, struct } from './arguments';
import { putCell, putContent, putStyle } from './edits';
import { refuse } from './errors';
import type { Arguments } from './kind';
import { clearArea, holdsSomething } from './rangeContent';
import type { RangeRef } from './rangeRef';
export { deleteCells, insertCells } from './shift';

interface Cell {
  readonly content: CellContent;
  readonly formula: string;
  readonly style: number;
}
function cellAt(range: RangeRef, row: number, column: number): Cell {
  const { cells } = range.sheet;
  return { content: cells.get(row, column), formula: cells.formula(row, column), style: cells.style(row, column) };
}
function block(range: RangeRef): Cell[][] {
  const { area } = range;
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => cellAt(range, area.row + row, area.column + column)),
  );
}
function moved(formula: string, rows: number, columns: number): string {
  return formula === '' ? '' : `=${shiftFormula(formula.slice(1), rows, columns)}`;
}

export interface CopyOptions {
  readonly what: string;
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

/** Copies `source` to `target`; a larger target is filled by repeating, a smaller one grows to the source's size. */
export function copyCells(target: RangeRef, source: RangeRef, options: CopyOptions): void {
  const what = oneOf(options.what, ['All', 'Formulas', 'Values', 'Formats', 'Link']);
  source.state.settle();
  const part = source.unbounded ? (source.usedPart() ?? refuse('InvalidArgument')) : source.area;
  const from = source.at(part);
  const size = options.transpose ? { rows: part.columns, columns: part.rows } : { rows: part.rows, columns: part.columns };
  const area = {
    ...target.area,
    rows: filled(target.unbounded ? 1 : target.area.rows, size.rows),
    columns: filled(target.unbounded ? 1 : target.area.columns, size.columns),
  };
  target.state.mayWrite(target.sheet, area);
  target.state.mayAffect(area.rows * area.columns);
  const cells = block(from);
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const at = options.transpose ? { row: column % size.columns, column: row % size.rows } : { row: row % size.rows, column: column % size.columns };
      const cell = cells[at.row]?.[at.column];
      if (!cell || (options.skipBlanks && !holdsSomething(cell.content))) continue;
      place(target, { row: area.row + row, column: area.column + column }, cell, { row: part.row + at.row, column: part.column + at.column }, what);
    }
  }
  if (what === 'All' || what === 'Formats') copyRules(from, target.at(area));
  target.state.happened({ kind: 'cells', sheet: target.sheet, area, change: 'RangeEdited' });
}
function filled(target: number, source: number): number {
  return target > source && target % source === 0 ? target : source;
}

type Spot = { readonly row: number; readonly column: number };
function place(target: RangeRef, to: Spot, cell: Cell, from: Spot, what: string): void {
  const { state, sheet } = target;
  const formula = moved(cell.formula, to.row - from.row, to.column - from.column);
  switch (what) {
    case 'All': {
      putCell(state, sheet, to.row, to.column, { ...cell, formula });
      return;
    }
    case 'Values': {
      putContent(state, sheet, to.row, to.column, cell.content);
      return;
    }
    case 'Formats': {
      putStyle(state, sheet, to.row, to.column, cell.style);
      return;
    }
    default: {
      putCell(state, sheet, to.row, to.column, { content: cell.content, formula, style: sheet.cells.style(to.row, to.column) });
      return;
    }
  }
}

/** Conditional formats travel with a copy: the rule of the source covers the copy as well, as Excel's pasting does (design.md 8). */
function copyRules(source: RangeRef, target: RangeRef): void {
  for (const rule of [...source.sheet.conditionalFormats]) {
    const covered = rule.areas.map((area) => overlap(area, source.area)).filter((area) => area !== null);
    if (covered.length === 0) continue;
    const copies = covered.map((area) => ({
      ...area,
      row: area.row - source.area.row + target.area.row,
      column: area.column - source.area.column + target.area.column,
    }));
    if (source.sheet === target.sheet) rule.areas.push(...copies);
    else target.sheet.conditionalFormats.push({ ...rule, id: `${rule.id}c${target.sheet.conditionalFormats.length}`, areas: copies, origin: -1 });
  }
}

/** Cuts and pastes. */
export function moveCells(source: RangeRef, target: RangeRef): void {
  source.state.mayWrite(source.sheet, source.area);
  const cells = block(source);
  clearArea(source, 'all');
  const area = { ...target.area, rows: source.area.rows, columns: source.area.columns };
  cells.forEach((line, row) => line.forEach((cell, column) => putCell(target.state, target.sheet, area.row + row, area.column + column, cell)));
  source.state.happened({ kind: 'cells', sheet: source.sheet, area: source.area, change: 'RangeEdited' });
  target.state.happened({ kind: 'cells', sheet: target.sheet, area, change: 'RangeEdited' });
}

interface SortField {
  readonly key: number;
  readonly ascending: boolean;
}
export interface SortRequest {
  readonly fields: unknown;
  readonly matchCase: boolean;
  readonly hasHeaders: boolean;
  readonly orientation: string;
}

/** Sorts by the keys, columns counted from the range's first. Numbers before text before logical values before errors; blanks always last. */
export function applySort(range: RangeRef, request: SortRequest): void {
  const { fields, hasHeaders, orientation } = request;
  if (!Array.isArray(fields) || fields.length === 0) refuse('InvalidArgument');
  const keys = fields.map((field) => sortField(field, range.area.columns));
  if (oneOf(orientation, ['Rows', 'Columns']) === 'Columns') refuse('NotImplemented');
  const body = hasHeaders ? { ...range.area, row: range.area.row + 1, rows: range.area.rows - 1 } : range.area;
  if (body.rows > 1) sortRows(range.at(body), keys, request.matchCase);
}
function sortField(value: unknown, columns: number): SortField {
  const field = struct(value);
  const key = numberOf(field.key);
  if (!Number.isInteger(key) || key < 0 || key >= columns) refuse('InvalidArgument');
  return { key, ascending: field.ascending !== false };
}

export function sortRows(range: RangeRef, keys: readonly SortField[], matchCase: boolean): void {
  const { state, sheet } = range;
  state.mayWrite(sheet, range.area);
  if (sheet.protection.protected) state.mayChangeSheet(sheet, 'allowSort');
  if (sheet.merged.some((area) => overlap(area, range.area))) refuse('InvalidOperation');
  state.settle();
  const used = range.usedPart();
  if (!used) return;
  const part = range.at({ ...range.area, row: used.row, rows: used.rows });
  const rows = block(part).map((cells, index) => ({ cells, index }));
  rows.sort((a, b) => compareRows(a.cells, b.cells, keys, matchCase) || a.index - b.index);
  rows.forEach(({ cells, index }, row) => {
    if (row === index) return;
    cells.forEach((cell, column) =>
      putCell(state, sheet, part.area.row + row, part.area.column + column, { ...cell, formula: moved(cell.formula, row - index, 0) }),
    );
  });
  state.happened({ kind: 'sorted', sheet, area: range.area });
}
function compareRows(a: readonly Cell[], b: readonly Cell[], keys: readonly SortField[], matchCase: boolean): number {
  for (const { key, ascending } of keys) {
    const order = compareContents(a[key]?.content ?? null, b[key]?.content ?? null, ascending, matchCase);
    if (order !== 0) return order;
  }
  return 0;
}
function compareContents(a: CellContent, b: CellContent, ascending: boolean, matchCase: boolean): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  const order = sortRank(a) - sortRank(b) || compareAlike(a, b, matchCase);
  return ascending ? order : -order;
}
function sortRank(content: CellContent): number {
  return { number: 0, string: 1, boolean: 2, object: 3 }[typeof content as 'number' | 'string' | 'boolean' | 'object'];
}
function compareAlike(a: CellContent, b: CellContent, matchCase: boolean): number {
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, 'en', { sensitivity: matchCase ? 'variant' : 'base' });
  return typeof a === 'object' ? 0 : Number(a) - Number(b);
}

/** Removes rows whose values in the columns repeat an earlier row; the rows below move up. */
export function removeDuplicates(range: RangeRef, args: Arguments): { readonly removed: number; readonly left: number } {
  const columns = args.at(0);
  if (!Array.isArray(columns)) refuse('InvalidArgument');
  range.state.mayWrite(range.sheet, range.area);
  const header = args.flag(1, false) ? 1 : 0;
  const rows = block(range);
  const seen = new Set<string>();
  const kept = rows.filter((cells, row) => {
    const key = JSON.stringify(columns.map((column) => cells[numberOf(column)]?.content ?? null)).toLowerCase();
    if (row < header || !seen.has(key)) return seen.add(key);
    return false;
  });
  clearArea(range, 'contents');
  kept.forEach((cells, row) => cells.forEach((cell, column) => putCell(range.state, range.sheet, range.area.row + row, range.area.column + column, cell)));
  range.state.happened({ kind: 'cells', sheet: range.sheet, area: range.area, change: 'RangeEdited' });
  return { removed: rows.length - kept.length, left: kept.length - header };
}
