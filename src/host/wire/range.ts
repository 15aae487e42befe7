/** Excel.Range: what it says and what can be asked of it. */
import type { Area } from '../model';
import { MAX_COLUMNS, MAX_ROWS, addressText, boundingArea, isEntireColumn, isEntireRow, overlap } from './address';
import { bind, isHostObject, type Arguments, type HostObject, type Kind } from './kind';
import { refuse } from './errors';
import { RangeRef, rangeOfAddress } from './rangeRef';
import {
  clearArea,
  readFormatCategories,
  readFormulas,
  readNumberFormats,
  readTexts,
  readValueTypes,
  readValues,
  writeNumberFormats,
  writeValues,
} from './rangeContent';
import { applyCellProperties, columnsOf, formatObject, rowsOf } from './format';
import { readHyperlink, writeHyperlink } from './hyperlink';
import { conditionalFormatsObject } from './conditionalFormats';
import { validationObject } from './validation';
import { worksheetObject } from './worksheet';
import { tablesObject } from './tables';
import { areasObject } from './areas';
import { applySort, copyCells, deleteCells, insertCells, moveCells, removeDuplicates } from './moves';
import { findCell, replaceAll, specialCells, surroundingRegion } from './look';
import { groupRange, showGroup } from './outline';
import { activateSheet } from './sheets';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT } from './widths';

/** The range of a method argument: an address, a Range object, or a name. */
export function rangeArgument(self: RangeRef, args: Arguments, index: number): RangeRef {
  const object = args.object(index);
  if (object === null) return rangeOfAddress(self.state, self.sheet, args.text(index));
  return object.self instanceof RangeRef ? object.self : refuse('InvalidArgument');
}
export function rangeObject(range: RangeRef): HostObject {
  return bind(RANGE, range);
}
function maybe(range: RangeRef | null): HostObject | null {
  return range && rangeObject(range);
}

function hiddenIn(keys: readonly number[], hidden: ReadonlySet<number>): boolean | null {
  const count = keys.filter((key) => hidden.has(key)).length;
  return count === 0 ? false : count === keys.length ? true : null;
}
function setHidden(range: RangeRef, keys: readonly number[], hidden: Set<number>, option: string, value: unknown): void {
  if (typeof value !== 'boolean') refuse('InvalidArgument');
  range.state.mayChangeSheet(range.sheet, option);
  for (const key of keys) {
    if (value) hidden.add(key);
    else hidden.delete(key);
  }
  range.state.happened({ kind: 'rowsHidden', sheet: range.sheet });
}
function sum(keys: readonly number[], sizes: ReadonlyMap<number, number>, hidden: ReadonlySet<number>, standard: number): number {
  let total = 0;
  for (const key of keys) total += hidden.has(key) ? 0 : (sizes.get(key) ?? standard);
  return total;
}
const before = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

function part(self: RangeRef, change: Partial<Area>): HostObject {
  return rangeObject(self.at({ ...self.area, ...change }));
}
function resized(area: Area, rows: number, columns: number): Area {
  return { ...area, rows: area.rows + rows, columns: area.columns + columns };
}
function beside(self: RangeRef, count: number, axis: 'row' | 'column'): HostObject {
  const size = axis === 'row' ? self.area.rows : self.area.columns;
  if (count === 0) refuse('InvalidArgument');
  const start = count > 0 ? self.area[axis] + size : self.area[axis] + count;
  const length = axis === 'row' ? 'rows' : 'columns';
  return part(self, { [axis]: start, [length]: Math.abs(count) });
}
function usedRange(self: RangeRef, valuesOnly: boolean): RangeRef | null {
  const used = self.sheet.cells.used(valuesOnly);
  const within = used && overlap(used, self.area);
  return within && self.at(within);
}
function copyArgument(args: Arguments): 'all' | 'contents' | 'formats' {
  switch (args.optionalText(0) ?? 'All') {
    case 'All':
      return 'all';
    case 'Contents':
      return 'contents';
    case 'Formats':
      return 'formats';
    case 'Hyperlinks':
    case 'RemoveHyperlinks':
      return 'formats';
    default:
      return refuse('InvalidArgument');
  }
}
function clear(self: RangeRef, args: Arguments): void {
  const what = copyArgument(args);
  if (what === 'formats') self.state.mayChangeSheet(self.sheet, 'allowFormatCells');
  else self.state.mayWrite(self.sheet, self.area);
  if (what !== 'contents') {
    self.sheet.hyperlinks = self.sheet.hyperlinks.filter((link) => overlap(link.area, self.area) === null);
  }
  if (args.optionalText(0)?.includes('Hyperlinks') !== true) clearArea(self, what);
  self.state.happened({ kind: 'cells', sheet: self.sheet, area: self.area, change: 'RangeEdited' });
}
function merge(self: RangeRef, args: Arguments): void {
  self.state.mayChangeSheet(self.sheet);
  if (self.sheet.tables.some((table) => overlap(table.area, self.area))) refuse('InvalidOperation');
  const { area } = self;
  const pieces = args.flag(0, false) ? Array.from({ length: area.rows }, (_, index) => ({ ...area, row: area.row + index, rows: 1 })) : [area];
  self.sheet.merged = [...self.sheet.merged.filter((each) => overlap(each, area) === null), ...pieces];
  for (const piece of pieces) keepTopLeft(self, piece);
  self.state.happened({ kind: 'cells', sheet: self.sheet, area, change: 'RangeEdited' });
}
/** Only the top-left cell of a merged area holds a value (office-js.md 1.4). */
function keepTopLeft(self: RangeRef, area: Area): void {
  clearArea(self.at({ ...area, columns: 1, row: area.row + 1, rows: Math.max(1, area.rows - 1) }), area.rows > 1 ? 'contents' : 'formats');
  if (area.columns > 1) clearArea(self.at({ ...area, column: area.column + 1, columns: area.columns - 1 }), 'contents');
}
function mergedAreas(self: RangeRef): HostObject | null {
  const found = self.sheet.merged.filter((area) => overlap(area, self.area) !== null);
  if (found.length > self.state.platform.limits.mergedAreas) refuse('GeneralException');
  return found.length === 0 ? null : areasObject(self.state, self.sheet, found);
}
function select(self: RangeRef): void {
  self.state.mayTakeFocus();
  if (self.sheet.visibility !== 'Visible') refuse('InvalidOperation');
  if (self.state.workbook.activeSheetId !== self.sheet.id) activateSheet(self.state, self.sheet);
  self.state.workbook.selection = { ...self.area };
  self.state.happened({ kind: 'selected', sheet: self.sheet, area: self.area });
}
function setCellProperties(self: RangeRef, args: Arguments): void {
  const rows = args.at(0);
  const { platform } = self.state;
  const fits = Array.isArray(rows) && rows.length === self.area.rows && rows.every((row) => Array.isArray(row) && row.length === self.area.columns);
  if (!fits) refuse('InvalidArgument');
  if (platform.platform === 'web' && self.cells > platform.limits.cellProperties) refuse('GeneralException');
  (rows as unknown[][]).forEach((line, row) =>
    line.forEach((properties, column) =>
      applyCellProperties(self.at({ row: self.area.row + row, column: self.area.column + column, rows: 1, columns: 1 }), properties),
    ),
  );
}
/** Answers the asked properties for each cell: `{ address: true, format: { fill: { color: true } } }`. */
function cellProperties(self: RangeRef, args: Arguments): unknown {
  if (self.unbounded) return null;
  const wanted = args.at(0) as Readonly<Record<string, unknown>>;
  return Array.from({ length: self.area.rows }, (_, row) =>
    Array.from({ length: self.area.columns }, (__, column) => {
      const cell = self.at({ row: self.area.row + row, column: self.area.column + column, rows: 1, columns: 1 });
      return asked(rangeObject(cell), wanted);
    }),
  );
}
function asked(object: HostObject, wanted: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(wanted)) {
    if (typeof value === 'object' && value !== null) {
      const below = object.part(name);
      if (below) answer[name] = asked(below, value as Record<string, unknown>);
    } else if (value === true) answer[name] = object.read(name);
  }
  return answer;
}

/** The client writes arrays over 1,500 cells in pieces and has the whole shape checked first. */
function validateArraySize(self: RangeRef, args: Arguments): void {
  if (args.number(0) !== self.area.rows || args.number(1) !== self.area.columns) refuse('InvalidArgument');
}

const RANGE: Kind<RangeRef> = {
  name: 'Range',
  scalars: {
    address: (self) => self.address,
    addressLocal: (self) => self.address,
    cellCount: (self) => (self.cells > 2 ** 31 - 1 ? -1 : self.cells),
    columnCount: (self) => self.area.columns,
    columnHidden: (self) => hiddenIn(columnsOf(self.area), self.sheet.hiddenColumns),
    columnIndex: (self) => self.area.column,
    formulas: readFormulas,
    formulasLocal: readFormulas,
    hasSpill: () => false,
    height: (self) => sum(rowsOf(self), self.sheet.rowHeights, self.sheet.hiddenRows, DEFAULT_ROW_HEIGHT),
    hidden: (self) => hiddenIn(rowsOf(self), self.sheet.hiddenRows),
    hyperlink: readHyperlink,
    isEntireColumn: (self) => isEntireColumn(self.area),
    isEntireRow: (self) => isEntireRow(self.area),
    left: (self) => sum(before(self.area.column), self.sheet.columnWidths, self.sheet.hiddenColumns, DEFAULT_COLUMN_WIDTH),
    linkedDataTypeState: () => null,
    numberFormat: readNumberFormats,
    numberFormatCategories: readFormatCategories,
    numberFormatLocal: readNumberFormats,
    rowCount: (self) => self.area.rows,
    rowHidden: (self) => hiddenIn(rowsOf(self), self.sheet.hiddenRows),
    rowIndex: (self) => self.area.row,
    style: () => 'Normal',
    text: readTexts,
    top: (self) => sum(before(self.area.row), self.sheet.rowHeights, self.sheet.hiddenRows, DEFAULT_ROW_HEIGHT),
    valueTypes: readValueTypes,
    values: readValues,
    width: (self) => sum(columnsOf(self.area), self.sheet.columnWidths, self.sheet.hiddenColumns, DEFAULT_COLUMN_WIDTH),
  },
  setters: {
    columnHidden: (self, value) => setHidden(self, columnsOf(self.area), self.sheet.hiddenColumns, 'allowFormatColumns', value),
    formulas: writeValues,
    formulasLocal: writeValues,
    hyperlink: writeHyperlink,
    numberFormat: writeNumberFormats,
    numberFormatLocal: writeNumberFormats,
    rowHidden: (self, value) => setHidden(self, rowsOf(self), self.sheet.hiddenRows, 'allowFormatRows', value),
    values: writeValues,
  },
  parts: {
    conditionalFormats: (self) => conditionalFormatsObject([self]),
    dataValidation: (self) => validationObject([self]),
    format: (self) => formatObject([self]),
    sort: (self) => bind(SORT, self),
    worksheet: (self) => worksheetObject(self.state, self.sheet),
  },
  methods: {
    _ValidateArraySize: validateArraySize,
    calculate: (self) => self.state.recalculation.settle('Automatic', true),
    clear,
    copyFrom: (self, args) =>
      copyCells(self, rangeArgument(self, args, 0), { what: args.optionalText(1) ?? 'All', skipBlanks: args.flag(2, false), transpose: args.flag(3, false) }),
    delete: (self, args) => deleteCells(self, args.text(0)),
    find: (self, args) => maybe(findCell(self, args)) ?? refuse('ItemNotFound'),
    findOrNullObject: (self, args) => maybe(findCell(self, args)),
    getAbsoluteResizedRange: (self, args) => part(self, { rows: args.number(0), columns: args.number(1) }),
    getBoundingRect: (self, args) => rangeObject(self.at(boundingArea(self.area, rangeArgument(self, args, 0).area))),
    getCell: (self, args) => part(self, { row: self.area.row + args.number(0), column: self.area.column + args.number(1), rows: 1, columns: 1 }),
    getCellProperties: cellProperties,
    getColumn: (self, args) => part(self, { column: self.area.column + args.number(0), columns: 1 }),
    getColumnsAfter: (self, args) => beside(self, args.optionalNumber(0, 1), 'column'),
    getColumnsBefore: (self, args) => beside(self, -args.optionalNumber(0, 1), 'column'),
    getEntireColumn: (self) => part(self, { row: 0, rows: MAX_ROWS }),
    getEntireRow: (self) => part(self, { column: 0, columns: MAX_COLUMNS }),
    getIntersection: (self, args) => maybe(intersection(self, args)) ?? refuse('ItemNotFound'),
    getIntersectionOrNullObject: (self, args) => maybe(intersection(self, args)),
    getLastCell: (self) => part(self, { row: self.area.row + self.area.rows - 1, column: self.area.column + self.area.columns - 1, rows: 1, columns: 1 }),
    getLastColumn: (self) => part(self, { column: self.area.column + self.area.columns - 1, columns: 1 }),
    getLastRow: (self) => part(self, { row: self.area.row + self.area.rows - 1, rows: 1 }),
    getMergedAreasOrNullObject: mergedAreas,
    getMergedAreas: (self) => mergedAreas(self) ?? refuse('ItemNotFound'),
    getOffsetRange: (self, args) => part(self, { row: self.area.row + args.number(0), column: self.area.column + args.number(1) }),
    getResizedRange: (self, args) => rangeObject(self.at(resized(self.area, args.number(0), args.number(1)))),
    getRow: (self, args) => part(self, { row: self.area.row + args.number(0), rows: 1 }),
    getRowsAbove: (self, args) => beside(self, -args.optionalNumber(0, 1), 'row'),
    getRowsBelow: (self, args) => beside(self, args.optionalNumber(0, 1), 'row'),
    getSpecialCells: (self, args) => specialCells(self, args) ?? refuse('ItemNotFound'),
    getSpecialCellsOrNullObject: specialCells,
    getSurroundingRegion: (self) => rangeObject(self.at(surroundingRegion(self))),
    getTables: (self, args) => tablesObject(self.state, { range: self, fully: args.flag(0, false) }),
    getUsedRange: (self, args) =>
      rangeObject(usedRange(self, args.flag(0, false)) ?? self.at({ row: self.area.row, column: self.area.column, rows: 1, columns: 1 })),
    getUsedRangeOrNullObject: (self, args) => maybe(usedRange(self, args.flag(0, false))),
    getVisibleView: (self) => bind(VIEW, self),
    group: (self, args) => groupRange(self, args.text(0), 1),
    hideGroupDetails: (self, args) => showGroup(self, args.text(0), false),
    insert: (self, args) => rangeObject(insertCells(self, args.text(0))),
    merge,
    moveTo: (self, args) => moveCells(self, rangeArgument(self, args, 0)),
    removeDuplicates: (self, args) => bind(REMOVED, removeDuplicates(self, args)),
    replaceAll: (self, args) => replaceAll(self, args),
    select,
    setCellProperties,
    setDirty: () => undefined,
    showGroupDetails: (self, args) => showGroup(self, args.text(0), true),
    ungroup: (self, args) => groupRange(self, args.text(0), -1),
    unmerge: (self) => {
      self.state.mayChangeSheet(self.sheet);
      self.sheet.merged = self.sheet.merged.filter((area) => overlap(area, self.area) === null);
      self.state.happened({ kind: 'cells', sheet: self.sheet, area: self.area, change: 'RangeEdited' });
    },
  },
};

function intersection(self: RangeRef, args: Arguments): RangeRef | null {
  const other = rangeArgument(self, args, 0);
  const both = other.sheet === self.sheet ? overlap(self.area, other.area) : null;
  return both && self.at(both);
}

const SORT: Kind<RangeRef> = {
  name: 'RangeSort',
  methods: {
    apply: (self, args) =>
      applySort(self, { fields: args.at(0), matchCase: args.flag(1, false), hasHeaders: args.flag(2, false), orientation: args.optionalText(3) ?? 'Rows' }),
  },
};

const REMOVED: Kind<{ readonly removed: number; readonly left: number }> = {
  name: 'RemoveDuplicatesResult',
  scalars: { removed: (self) => self.removed, uniqueRemaining: (self) => self.left },
};

/** Rows and columns that are not hidden (office-js.md 1.4: `values` includes hidden ones, the view does not). */
function seen<T>(self: RangeRef, all: readonly (readonly T[])[] | null): T[][] | null {
  const { area, sheet } = self;
  return (
    all &&
    all.filter((_, row) => !sheet.hiddenRows.has(area.row + row)).map((line) => line.filter((_, column) => !sheet.hiddenColumns.has(area.column + column)))
  );
}
function addresses(self: RangeRef): string[][] {
  return Array.from({ length: self.area.rows }, (_, row) =>
    Array.from({ length: self.area.columns }, (__, column) =>
      addressText(self.sheet.name, { row: self.area.row + row, column: self.area.column + column, rows: 1, columns: 1 }),
    ),
  );
}
const VIEW: Kind<RangeRef> = {
  name: 'RangeView',
  scalars: {
    values: (self) => seen(self, readValues(self)),
    text: (self) => seen(self, readTexts(self)),
    formulas: (self) => seen(self, readFormulas(self)),
    numberFormat: (self) => seen(self, readNumberFormats(self)),
    valueTypes: (self) => seen(self, readValueTypes(self)),
    rowCount: (self) => rowsOf(self).filter((row) => !self.sheet.hiddenRows.has(row)).length,
    columnCount: (self) => columnsOf(self.area).filter((column) => !self.sheet.hiddenColumns.has(column)).length,
    cellAddresses: (self) => seen(self, addresses(self)),
    index: () => 0,
  },
  setters: { values: () => refuse('InvalidOperation'), formulas: () => refuse('InvalidOperation') },
  methods: { getRange: (self) => rangeObject(self) },
};

/** Any object that is a range. */
export function asRange(object: HostObject | null): RangeRef | null {
  return isHostObject(object) && object.self instanceof RangeRef ? object.self : null;
}
