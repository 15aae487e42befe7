/** Excel.Table, its columns, rows, sort, and the collections of tables. */
import type { Area, Sheet, Table } from '../model';
import { bodyOf } from '../formulas/resolve';
import { plainValue } from '../cellText';
import { boundingArea, contains, overlap } from './address';
import { flagOf, textOf } from './arguments';
import { putContent, writeValue } from './edits';
import { refuse } from './errors';
import { autoFilterObject, clearTableFilter, filterObject } from './filters';
import { bind, type Arguments, type HostObject, type Kind } from './kind';
import { applySort } from './moves';
import { rangeArgument, rangeObject } from './range';
import { holdsSomething, readValues, writeValues } from './rangeContent';
import { RangeRef, rangeOfAddress, withCells } from './rangeRef';
import { registrations } from './registrations';
import { insertCells, deleteCells } from './shift';
import type { ExcelState } from './state';
import { worksheetObject } from './worksheet';

export class TableRef {
  constructor(
    readonly state: ExcelState,
    readonly sheet: Sheet,
    readonly table: Table,
  ) {}
}
function part(self: TableRef, area: Area): HostObject {
  return rangeObject(new RangeRef(self.state, self.sheet, area));
}
function body(self: TableRef): RangeRef {
  return new RangeRef(self.state, self.sheet, bodyOf(self.table));
}
function headerArea({ table }: TableRef): Area {
  return table.showHeaders ? { ...table.area, rows: 1 } : refuse('ItemNotFound');
}
function totalArea({ table }: TableRef): Area {
  return table.showTotals ? { ...table.area, row: table.area.row + table.area.rows - 1, rows: 1 } : refuse('ItemNotFound');
}
function changed(self: TableRef): void {
  self.state.recalculation.namesChanged();
  self.state.happened({ kind: 'table', sheet: self.sheet, tableId: self.table.id, what: 'changed' });
}
function change(self: TableRef, how: (table: Table) => void): void {
  self.state.mayChangeSheet(self.sheet);
  how(self.table);
  changed(self);
}

/** Table names are unique in the workbook, also against names; they start with a letter or _ and hold no spaces (office-js.md 1.1). */
function checkTableName(state: ExcelState, name: string, own: Table | null): void {
  if (!/^[A-Za-z_\\\u00C0-\uFFFF][A-Za-z0-9_.\\\u00C0-\uFFFF]*$/.test(name) || name.length > 255 || /^([rc]|[A-Za-z]{1,3}[0-9]+)$/i.test(name))
    refuse('InvalidArgument');
  const wanted = name.toLowerCase();
  const tableTaken = state.workbook.sheets.some((sheet) => sheet.tables.some((table) => table !== own && table.name.toLowerCase() === wanted));
  if (tableTaken || state.workbook.names.some((each) => each.name.toLowerCase() === wanted)) refuse('ItemAlreadyExists');
}
/** A table may not overlap merged cells, another table, or leave the sheet. */
function checkTableArea(sheet: Sheet, area: Area, own: Table | null): void {
  if (sheet.merged.some((merged) => overlap(merged, area))) refuse('MergedRangeConflict');
  if (sheet.tables.some((table) => table !== own && overlap(table.area, area))) refuse('OverlappingTableConflict');
}

/** Headings as Excel makes them: text, no blanks, no repeats. Written back to the header cells. */
function settleHeadings(state: ExcelState, sheet: Sheet, table: Table): void {
  const taken = new Set<string>();
  table.columns = Array.from({ length: table.area.columns }, (_, index) => {
    const column = table.area.column + index;
    const shown = table.showHeaders ? String(plainValue(sheet.cells.get(table.area.row, column))) : (table.columns[index] ?? '');
    const heading = uniqueHeading(shown === '' ? `Column${index + 1}` : shown, taken);
    if (table.showHeaders && sheet.cells.get(table.area.row, column) !== heading) putContent(state, sheet, table.area.row, column, heading);
    return heading;
  });
}
function uniqueHeading(wanted: string, taken: Set<string>): string {
  let heading = wanted;
  for (let number = 2; taken.has(heading.toLowerCase()); number++) heading = `${wanted}${number}`;
  taken.add(heading.toLowerCase());
  return heading;
}

function addTable(state: ExcelState, home: Sheet | null, args: Arguments): HostObject {
  const object = args.object(0);
  const range = object?.self instanceof RangeRef ? object.self : rangeOfAddress(state, home ?? state.activeSheet(), args.text(0));
  const { sheet } = range;
  if (home !== null && home !== sheet) refuse('InvalidArgument');
  state.mayChangeSheet(withCells(sheet));
  if (range.unbounded) refuse('InvalidArgument');
  checkTableArea(sheet, range.area, null);
  const table = newTable(state, range, args.flag(1, false));
  sheet.tables.push(table);
  settleHeadings(state, sheet, table);
  state.recalculation.namesChanged();
  state.happened({ kind: 'table', sheet, tableId: table.id, what: 'added' });
  return bind(TABLE, new TableRef(state, sheet, table));
}
function newTable(state: ExcelState, range: RangeRef, hasHeaders: boolean): Table {
  const id = state.workbook.nextTableId();
  const area = hasHeaders ? range.area : withHeadingRow(range);
  const rows = Math.max(area.rows, 2);
  const names = new Set(state.workbook.sheets.flatMap((sheet) => sheet.tables.map((table) => table.name.toLowerCase())));
  let number = 1;
  while (names.has(`table${number}`)) number += 1;
  return {
    id,
    name: `Table${number}`,
    area: { ...area, rows },
    columns: [],
    style: 'TableStyleMedium2',
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    showBandedRows: true,
    part: '',
    filtered: false,
  };
}
/** Without headings in the range Excel puts a heading row in and moves the cells down. */
function withHeadingRow(range: RangeRef): Area {
  const room = new RangeRef(range.state, range.sheet, { ...range.area, rows: 1 });
  const used = range.sheet.cells.used(true);
  if (used && overlap(used, range.area)) insertCells(room, 'Down');
  return { ...range.area, rows: range.area.rows + 1 };
}

function resize(self: TableRef, args: Arguments): void {
  const anchor = new RangeRef(self.state, self.sheet, self.table.area);
  const range = rangeArgument(anchor, args, 0);
  const { table, sheet } = self;
  if (range.sheet !== sheet || range.area.row !== table.area.row || overlap(range.area, table.area) === null || range.area.rows < 2) refuse('InvalidArgument');
  self.state.mayChangeSheet(sheet);
  checkTableArea(sheet, range.area, table);
  const before = table.columns.map((heading, index) => ({ heading, column: table.area.column + index }));
  table.area = { ...range.area };
  table.columns = Array.from({ length: table.area.columns }, (_, index) => before.find((each) => each.column === table.area.column + index)?.heading ?? '');
  settleHeadings(self.state, sheet, table);
  changed(self);
}
function removeTable(self: TableRef, contents: boolean): void {
  self.state.mayChangeSheet(self.sheet);
  self.sheet.tables = self.sheet.tables.filter((table) => table !== self.table);
  if (contents) self.sheet.cells.clear(self.table.area, 'all');
  self.state.recalculation.sheetMoved(self.sheet);
  self.state.happened({ kind: 'table', sheet: self.sheet, tableId: self.table.id, what: 'deleted' });
}
function showTotals(self: TableRef, shown: boolean): void {
  if (self.table.showTotals === shown) return;
  change(self, (table) => {
    table.showTotals = shown;
    table.area = { ...table.area, rows: table.area.rows + (shown ? 1 : -1) };
  });
}

const TABLE: Kind<TableRef> = {
  name: 'Table',
  scalars: {
    id: (self) => String(self.table.id),
    legacyId: (self) => String(self.table.id),
    name: (self) => self.table.name,
    showHeaders: (self) => self.table.showHeaders,
    showTotals: (self) => self.table.showTotals,
    style: (self) => self.table.style,
    highlightFirstColumn: () => false,
    highlightLastColumn: () => false,
    showBandedRows: (self) => self.table.showBandedRows,
    showBandedColumns: () => false,
    showFilterButton: (self) => self.table.showFilterButton,
  },
  setters: {
    name: (self, value) => {
      checkTableName(self.state, textOf(value), self.table);
      change(self, (table) => (table.name = textOf(value)));
    },
    showHeaders: (self, value) => change(self, (table) => (table.showHeaders = flagOf(value))),
    showTotals: (self, value) => showTotals(self, flagOf(value)),
    style: (self, value) => change(self, (table) => (table.style = textOf(value))),
    showBandedRows: (self, value) => change(self, (table) => (table.showBandedRows = flagOf(value))),
    showBandedColumns: () => undefined,
    highlightFirstColumn: () => undefined,
    highlightLastColumn: () => undefined,
    showFilterButton: (self, value) => change(self, (table) => (table.showFilterButton = flagOf(value))),
  },
  parts: {
    autoFilter: (self) => autoFilterObject(self.state, self.sheet, self.table),
    columns: (self) => bind(COLUMNS, self),
    rows: (self) => bind(ROWS, self),
    sort: (self) => bind(SORT, self),
    worksheet: (self) => worksheetObject(self.state, self.sheet),
  },
  methods: {
    clearFilters: (self) => clearTableFilter(self.state, self.sheet, self.table),
    convertToRange: (self) => {
      removeTable(self, false);
      return part(self, self.table.area);
    },
    delete: (self) => removeTable(self, true),
    getDataBodyRange: (self) => rangeObject(body(self)),
    getHeaderRowRange: (self) => part(self, headerArea(self)),
    getRange: (self) => part(self, self.table.area),
    getTotalRowRange: (self) => part(self, totalArea(self)),
    reapplyFilters: () => undefined,
    resize,
    ...registrations(['DataChanged', 'SelectionChanged']),
  },
  identity: (self) => ({ Id: String(self.table.id) }),
};

const SORT: Kind<TableRef> = {
  name: 'TableSort',
  scalars: { matchCase: () => false, method: () => 'PinYin', fields: () => [] },
  methods: {
    apply: (self, args) => applySort(body(self), { fields: args.at(0), matchCase: args.flag(1, false), hasHeaders: false, orientation: 'Rows' }),
    clear: () => undefined,
    reapply: () => undefined,
  },
};

interface ColumnRef {
  readonly owner: TableRef;
  readonly index: number;
}
function columnArea({ owner, index }: ColumnRef, area: Area): HostObject {
  return part(owner, { ...area, column: owner.table.area.column + index, columns: 1 });
}
function columnByKey(self: TableRef, key: unknown): HostObject | null {
  const wanted = typeof key === 'string' ? key.toLowerCase() : '';
  const index = typeof key === 'number' ? key - 1 : self.table.columns.findIndex((column, at) => column.toLowerCase() === wanted || String(at + 1) === wanted);
  return index >= 0 && index < self.table.columns.length ? bind(COLUMN, { owner: self, index }) : null;
}
function addColumn(self: TableRef, args: Arguments): HostObject {
  const { table, sheet, state } = self;
  const index = args.optionalNumber(0, -1);
  const at = index < 0 ? table.columns.length : index;
  if (at > table.columns.length) refuse('InvalidArgument');
  state.mayChangeSheet(sheet);
  makeRoom(self, at);
  const values: unknown = args.at(1);
  if (Array.isArray(values))
    values.forEach((line: unknown, row) => writeValue(state, sheet, table.area.row + row, table.area.column + at, Array.isArray(line) ? line[0] : line));
  const name = args.optionalText(2);
  if (name !== null) putContent(state, sheet, table.area.row, table.area.column + at, name);
  settleHeadings(state, sheet, table);
  changed(self);
  return bind(COLUMN, { owner: self, index: at });
}
function makeRoom({ table, sheet, state }: TableRef, at: number): void {
  const column = table.area.column + at;
  const area: Area = { ...table.area, column, columns: 1 };
  const blocked = sheet.tables.some((each) => each !== table && overlap(each.area, area));
  if (blocked) refuse('InsertDeleteConflict');
  if (at < table.columns.length || occupied(sheet, area)) insertCells(new RangeRef(state, sheet, area), 'Right');
  table.area = { ...table.area, columns: table.columns.length + 1 };
  table.columns.splice(at, 0, '');
}
function occupied(sheet: Sheet, area: Area): boolean {
  for (let row = area.row; row < area.row + area.rows; row++) if (holdsSomething(sheet.cells.get(row, area.column))) return true;
  return false;
}
function deleteColumn({ owner, index }: ColumnRef): void {
  if (owner.table.columns.length === 1) refuse('InvalidOperation');
  const { area } = owner.table;
  owner.table.columns.splice(index, 1);
  deleteCells(new RangeRef(owner.state, owner.sheet, { ...area, column: area.column + index, columns: 1 }), 'Left');
  owner.table.area = { ...area, columns: area.columns - 1 };
  changed(owner);
}
const COLUMN: Kind<ColumnRef> = {
  name: 'TableColumn',
  scalars: {
    id: (self) => self.index + 1,
    index: (self) => self.index,
    name: (self) => self.owner.table.columns[self.index] ?? '',
    values: (self) =>
      readValues(new RangeRef(self.owner.state, self.owner.sheet, { ...self.owner.table.area, column: self.owner.table.area.column + self.index, columns: 1 })),
  },
  setters: {
    name: (self, value) => {
      self.owner.state.mayChangeSheet(self.owner.sheet);
      putContent(self.owner.state, self.owner.sheet, self.owner.table.area.row, self.owner.table.area.column + self.index, textOf(value));
      settleHeadings(self.owner.state, self.owner.sheet, self.owner.table);
      changed(self.owner);
    },
    values: (self, value) =>
      writeValues(
        new RangeRef(self.owner.state, self.owner.sheet, { ...self.owner.table.area, column: self.owner.table.area.column + self.index, columns: 1 }),
        value,
      ),
  },
  parts: { filter: (self) => filterObject(self.owner.state, self.owner.sheet, self.owner.table, self.index) },
  methods: {
    delete: deleteColumn,
    getDataBodyRange: (self) => columnArea(self, bodyOf(self.owner.table)),
    getHeaderRowRange: (self) => columnArea(self, headerArea(self.owner)),
    getRange: (self) => columnArea(self, self.owner.table.area),
    getTotalRowRange: (self) => columnArea(self, totalArea(self.owner)),
  },
  identity: (self) => ({ Id: self.index + 1 }),
};
const COLUMNS: Kind<TableRef> = {
  name: 'TableColumnCollection',
  scalars: { count: (self) => self.table.columns.length },
  methods: {
    add: addColumn,
    getCount: (self) => self.table.columns.length,
    getItem: (self, args) => columnByKey(self, args.at(0)) ?? refuse('ItemNotFound'),
    getItemAt: (self, args) => columnByKey(self, args.number(0) + 1) ?? refuse('ItemNotFound'),
    getItemOrNullObject: (self, args) => columnByKey(self, args.at(0)),
  },
  items: (self) => self.table.columns.map((_, index) => bind(COLUMN, { owner: self, index })),
  item: columnByKey,
};

interface RowRef {
  readonly owner: TableRef;
  readonly index: number;
}
function rowRange({ owner, index }: RowRef): RangeRef {
  const area = bodyOf(owner.table);
  if (index < 0 || index >= area.rows) refuse('ItemNotFound');
  return new RangeRef(owner.state, owner.sheet, { ...area, row: area.row + index, rows: 1 });
}
function addRows(self: TableRef, args: Arguments): HostObject {
  const { table, sheet, state } = self;
  const given: unknown = args.at(1);
  const lines: unknown[][] = Array.isArray(given)
    ? Array.isArray(given[0])
      ? (given as unknown[][])
      : [given as unknown[]]
    : [Array<null>(table.columns.length).fill(null)];
  if (lines.some((line) => line.length !== table.columns.length)) refuse('InvalidArgument');
  state.mayChangeSheet(sheet);
  const area = bodyOf(table);
  const at = args.optionalNumber(0, -1) < 0 ? area.rows : args.number(0);
  const room: Area = { ...table.area, row: area.row + at, rows: lines.length };
  const below = sheet.cells.used(true);
  if (at < area.rows || table.showTotals || (below && overlap(below, room))) insertCells(new RangeRef(state, sheet, room), 'Down');
  table.area = boundingArea(
    { ...table.area, rows: (table.showHeaders ? 1 : 0) + area.rows + lines.length + (table.showTotals ? 1 : 0) },
    { ...table.area, rows: 1 },
  );
  lines.forEach((line, row) => line.forEach((value, column) => writeValue(state, sheet, room.row + row, room.column + column, value)));
  changed(self);
  return bind(ROW, { owner: self, index: at });
}
const ROW: Kind<RowRef> = {
  name: 'TableRow',
  scalars: { index: (self) => self.index, values: (self) => readValues(rowRange(self)) },
  setters: { values: (self, value) => writeValues(rowRange(self), value) },
  methods: {
    delete: (self) => {
      const range = rowRange(self);
      deleteCells(range, 'Up');
      changed(self.owner);
    },
    getRange: (self) => rangeObject(rowRange(self)),
  },
};
const ROWS: Kind<TableRef> = {
  name: 'TableRowCollection',
  scalars: { count: (self) => bodyOf(self.table).rows },
  methods: {
    add: addRows,
    getCount: (self) => bodyOf(self.table).rows,
    getItemAt: (self, args) => {
      rowRange({ owner: self, index: args.number(0) });
      return bind(ROW, { owner: self, index: args.number(0) });
    },
  },
  items: (self) => Array.from({ length: bodyOf(self.table).rows }, (_, index) => bind(ROW, { owner: self, index })),
};

/** Tables of the workbook, of a sheet, or that touch a range. */
export interface TableScope {
  readonly sheet?: Sheet;
  readonly range?: RangeRef;
  readonly fully?: boolean;
}
interface Tables {
  readonly state: ExcelState;
  readonly scope: TableScope;
}
function listed({ state, scope }: Tables): TableRef[] {
  const only = scope.range?.sheet ?? scope.sheet;
  const all = state.workbook.sheets
    .filter((sheet) => !only || sheet === only)
    .flatMap((sheet) => sheet.tables.map((table) => new TableRef(state, sheet, table)));
  const { range } = scope;
  if (!range) return all;
  return all.filter(({ table }) => (scope.fully === true ? contains(range.area, table.area) : overlap(range.area, table.area) !== null));
}
function byNameOrId(self: Tables, key: unknown): HostObject | null {
  const wanted = String(key).toLowerCase();
  const found = listed(self).find(({ table }) => table.name.toLowerCase() === wanted || String(table.id) === wanted);
  return found ? bind(TABLE, found) : null;
}
const TABLES: Kind<Tables> = {
  name: 'TableCollection',
  scalars: { count: (self) => listed(self).length },
  methods: {
    add: (self, args) => addTable(self.state, self.scope.sheet ?? null, args),
    getCount: (self) => listed(self).length,
    getFirst: (self) => bind(TABLE, listed(self)[0] ?? refuse('ItemNotFound')),
    getItem: (self, args) => byNameOrId(self, args.at(0)) ?? refuse('ItemNotFound'),
    getItemAt: (self, args) => bind(TABLE, listed(self)[args.number(0)] ?? refuse('ItemNotFound')),
    getItemOrNullObject: (self, args) => byNameOrId(self, args.at(0)),
    ...registrations(['DataChanged', 'Added', 'Deleted']),
  },
  items: (self) => listed(self).map((table) => bind(TABLE, table)),
  item: byNameOrId,
};
export function tablesObject(state: ExcelState, scope: TableScope): HostObject {
  return bind(TABLES, { state, scope });
}
