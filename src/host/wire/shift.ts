/** Inserting and deleting cells, rows and columns: everything that points at moved cells moves with them. */
import type { Area, Sheet } from '../model';
import { mapReferences, type AreaMap } from '../formulas/references';
import { MAX_COLUMNS, MAX_ROWS, contains, isEntireColumn, isEntireRow, overlap } from './address';
import { oneOf } from './arguments';
import { refuse } from './errors';
import { RangeRef } from './rangeRef';
import type { ExcelState } from './state';

type Axis = 'rows' | 'columns';
/** `count` cells come in (+) or go (−) at `at`, in the band of the other axis. */
interface Shift {
  readonly axis: Axis;
  readonly at: number;
  readonly count: number;
  readonly bandStart: number;
  readonly bandLength: number;
}

export function insertCells(range: RangeRef, direction: string): RangeRef {
  const axis = oneOf(direction, ['Down', 'Right']) === 'Down' ? 'rows' : 'columns';
  const whole = isEntireColumn(range.area) ? 'columns' : isEntireRow(range.area) ? 'rows' : null;
  range.state.mayChangeSheet(range.sheet, whole === 'rows' ? 'allowInsertRows' : whole === 'columns' ? 'allowInsertColumns' : null);
  const shift = shiftOf(range.area, whole ?? axis, 1);
  refusePushedOff(range.sheet, shift);
  refuseTornTables(range.sheet, shift);
  apply(range.state, range.sheet, shift);
  range.state.happened({ kind: 'cells', sheet: range.sheet, area: range.area, change: newsOf(whole, 'Inserted') });
  return range.at(range.area);
}

export function deleteCells(range: RangeRef, direction: string): void {
  const axis = oneOf(direction, ['Up', 'Left']) === 'Up' ? 'rows' : 'columns';
  const whole = isEntireColumn(range.area) ? 'columns' : isEntireRow(range.area) ? 'rows' : null;
  range.state.mayChangeSheet(range.sheet, whole === 'rows' ? 'allowDeleteRows' : whole === 'columns' ? 'allowDeleteColumns' : null);
  if (whole === 'rows' && filtersRows(range)) return;
  const shift = shiftOf(range.area, whole ?? axis, -1);
  refuseTornTables(range.sheet, shift);
  apply(range.state, range.sheet, shift);
  range.state.happened({ kind: 'cells', sheet: range.sheet, area: range.area, change: newsOf(whole, 'Deleted') });
}
/** Deleting rows under an active filter does nothing (office-js.md 1.4, #994). */
function filtersRows({ sheet, area }: RangeRef): boolean {
  const filters = [sheet.autoFilterActive ? sheet.autoFilter : null, ...sheet.tables.filter((table) => table.filtered).map((table) => table.area)];
  return filters.some((filter) => filter !== null && overlap(filter, area) !== null);
}
function newsOf(
  whole: Axis | null,
  done: 'Inserted' | 'Deleted',
): 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted' {
  return `${whole === 'rows' ? 'Row' : whole === 'columns' ? 'Column' : 'Cell'}${done}`;
}
function shiftOf(area: Area, axis: Axis, sign: 1 | -1): Shift {
  return axis === 'rows'
    ? { axis, at: area.row, count: sign * area.rows, bandStart: area.column, bandLength: area.columns }
    : { axis, at: area.column, count: sign * area.columns, bandStart: area.row, bandLength: area.rows };
}
/** The cells that move. */
function movingArea(shift: Shift): Area {
  const at = shift.count > 0 ? shift.at : shift.at - shift.count;
  return shift.axis === 'rows'
    ? { row: at, rows: MAX_ROWS - at, column: shift.bandStart, columns: shift.bandLength }
    : { column: at, columns: MAX_COLUMNS - at, row: shift.bandStart, rows: shift.bandLength };
}
function refusePushedOff(sheet: Sheet, shift: Shift): void {
  const used = sheet.cells.used(true);
  const moving = used && overlap(used, movingArea(shift));
  if (!moving) return;
  const end = shift.axis === 'rows' ? moving.row + moving.rows : moving.column + moving.columns;
  if (end + shift.count > (shift.axis === 'rows' ? MAX_ROWS : MAX_COLUMNS)) refuse('NonBlankCellOffSheet');
}
/** Part of a table cannot move while the rest stays. */
function refuseTornTables(sheet: Sheet, shift: Shift): void {
  const touched: Area =
    shift.axis === 'rows'
      ? { ...movingArea(shift), row: shift.at, rows: MAX_ROWS - shift.at }
      : { ...movingArea(shift), column: shift.at, columns: MAX_COLUMNS - shift.at };
  const torn = sheet.tables.some((table) => {
    const band: Area = shift.axis === 'rows' ? { ...touched, row: 0, rows: MAX_ROWS } : { ...touched, column: 0, columns: MAX_COLUMNS };
    return overlap(table.area, touched) !== null && !contains(band, table.area);
  });
  if (torn) refuse('InsertDeleteConflict');
}

/** Where an area goes; null when it is deleted altogether. Areas that lie only partly in the band stay. */
function areaMap(shift: Shift): AreaMap {
  const rows = shift.axis === 'rows';
  return (area) => {
    const across = rows ? { start: area.column, length: area.columns } : { start: area.row, length: area.rows };
    const inBand = across.start >= shift.bandStart && across.start + across.length <= shift.bandStart + shift.bandLength;
    const along = rows ? { start: area.row, length: area.rows } : { start: area.column, length: area.columns };
    const whole = along.length === (rows ? MAX_ROWS : MAX_COLUMNS);
    if (!inBand || whole) return area;
    const span = spanMap(shift, along.start, along.length);
    if (!span) return null;
    return rows ? { ...area, row: span.start, rows: span.length } : { ...area, column: span.start, columns: span.length };
  };
}
function spanMap({ at, count }: Shift, start: number, length: number): { readonly start: number; readonly length: number } | null {
  const end = start + length;
  if (count > 0) return start >= at ? { start: start + count, length } : { start, length: end > at ? length + count : length };
  const gone = -count;
  const place = (edge: number): number => (edge <= at ? edge : Math.max(at, edge - gone));
  const newLength = place(end) - place(start);
  return newLength > 0 ? { start: place(start), length: newLength } : null;
}

function apply(state: ExcelState, sheet: Sheet, shift: Shift): void {
  state.journal.forget();
  const map = areaMap(shift);
  moveContents(sheet, shift);
  moveThings(sheet, map);
  const wholeBand = shift.bandLength === (shift.axis === 'rows' ? MAX_COLUMNS : MAX_ROWS);
  if (wholeBand) moveLines(sheet, shift);
  moveReferences(state, sheet, map);
  for (const each of state.workbook.sheets) state.recalculation.sheetMoved(each);
}

function moveContents(sheet: Sheet, shift: Shift): void {
  const { cells } = sheet;
  const used = cells.used(false);
  const moving = used && overlap(used, movingArea(shift));
  const kept: { row: number; column: number; content: ReturnType<typeof cells.get>; formula: string; style: number }[] = [];
  for (const [row, column] of moving ? placesOf(moving) : []) {
    kept.push({ row, column, content: cells.get(row, column), formula: cells.formula(row, column), style: cells.style(row, column) });
  }
  if (moving) cells.clear(moving, 'all');
  if (shift.count < 0) cells.clear(goneArea(shift), 'all');
  for (const cell of kept) {
    const row = cell.row + (shift.axis === 'rows' ? shift.count : 0);
    const column = cell.column + (shift.axis === 'columns' ? shift.count : 0);
    if (cell.formula !== '') cells.setFormula(row, column, cell.formula, cell.content);
    else if (cell.content !== null) cells.set(row, column, cell.content);
    if (cell.style !== 0) cells.setStyle(row, column, cell.style);
  }
}
function goneArea(shift: Shift): Area {
  return shift.axis === 'rows'
    ? { row: shift.at, rows: -shift.count, column: shift.bandStart, columns: shift.bandLength }
    : { column: shift.at, columns: -shift.count, row: shift.bandStart, rows: shift.bandLength };
}
function placesOf(area: Area): (readonly [number, number])[] {
  const places: (readonly [number, number])[] = [];
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) places.push([row, column]);
  return places;
}

function moveThings(sheet: Sheet, map: AreaMap): void {
  const moved = (areas: readonly Area[]): Area[] => areas.map(map).filter((area) => area !== null);
  sheet.merged = moved(sheet.merged);
  for (const rule of sheet.conditionalFormats) rule.areas = moved(rule.areas);
  sheet.conditionalFormats = sheet.conditionalFormats.filter((rule) => rule.areas.length > 0);
  for (const validation of sheet.validations) validation.areas = moved(validation.areas);
  sheet.validations = sheet.validations.filter((validation) => validation.areas.length > 0);
  sheet.hyperlinks = sheet.hyperlinks
    .map((link) => ({ ...link, area: map(link.area) }))
    .filter((link): link is typeof link & { area: Area } => link.area !== null);
  sheet.tables = sheet.tables.filter((table) => {
    const area = map(table.area);
    if (area) table.area = area;
    return area !== null;
  });
  sheet.autoFilter = sheet.autoFilter && map(sheet.autoFilter);
}
function moveLines(sheet: Sheet, shift: Shift): void {
  if (shift.axis === 'rows') {
    sheet.rowHeights = movedKeys(sheet.rowHeights, shift);
    sheet.rowOutline = movedKeys(sheet.rowOutline, shift);
    sheet.hiddenRows = new Set(movedKeys(new Map([...sheet.hiddenRows].map((row) => [row, true])), shift).keys());
  } else {
    sheet.columnWidths = movedKeys(sheet.columnWidths, shift);
    sheet.columnOutline = movedKeys(sheet.columnOutline, shift);
    sheet.hiddenColumns = new Set(movedKeys(new Map([...sheet.hiddenColumns].map((column) => [column, true])), shift).keys());
  }
}
function movedKeys<T>(lines: ReadonlyMap<number, T>, shift: Shift): Map<number, T> {
  const moved = new Map<number, T>();
  for (const [key, value] of lines) {
    const span = spanMap(shift, key, 1);
    if (span) moved.set(span.start, value);
  }
  return moved;
}

function moveReferences(state: ExcelState, sheet: Sheet, map: AreaMap): void {
  for (const each of state.workbook.sheets) {
    const used = each.cells.used(true);
    for (const [row, column] of used ? placesOf(used) : []) {
      const formula = each.cells.formula(row, column);
      const moved = formula === '' ? '' : mapReferences(formula, each.name, sheet.name, map);
      if (moved !== formula) each.cells.setFormula(row, column, moved, each.cells.get(row, column));
    }
    for (const rule of each.conditionalFormats) rule.formula = mapReferences(rule.formula, each.name, sheet.name, map);
  }
  for (const name of state.workbook.names) name.formula = mapReferences(name.formula, '', sheet.name, map);
  for (const [reference, object] of state.references) {
    if (!(object.self instanceof RangeRef) || object.self.sheet !== sheet) continue;
    const area = map(object.self.area);
    if (area) object.self.area = area;
    else state.references.delete(reference);
  }
}
