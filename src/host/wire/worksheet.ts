/** Excel.Worksheet and its collection. */
import type { Sheet } from '../model';
import { MAX_COLUMNS, MAX_ROWS } from './address';
import { areasOfAddress } from './areas';
import { chartsObject } from './charts';
import { oneOf, flagOf, numberOf, textOf } from './arguments';
import { refuse } from './errors';
import { bind, type Arguments, type HostObject, type Kind } from './kind';
import { findCell } from './look';
import { namesObject } from './names';
import { pageLayoutObject, rowBreaksObject } from './pageLayout';
import { freezeObject, sheetProtectionObject } from './sheetParts';
import { activateSheet, addSheet, copySheet, deleteSheet, moveSheet, renameSheet, showSheet } from './sheets';
import { customPropertiesObject } from './stored';
import { rangeObject } from './range';
import { RangeRef, rangeOfAddress, withCells } from './rangeRef';
import type { ExcelState } from './state';
import { autoFilterObject } from './filters';
import { tablesObject } from './tables';
import { colourOf } from './format';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT } from './widths';
import { registrations } from './registrations';

export class SheetRef {
  constructor(
    readonly state: ExcelState,
    readonly sheet: Sheet,
  ) {}
}
export function worksheetObject(state: ExcelState, sheet: Sheet): HostObject {
  return bind(WORKSHEET, new SheetRef(state, sheet));
}
/** The whole sheet as a range. */
export function wholeSheet(state: ExcelState, sheet: Sheet): RangeRef {
  return new RangeRef(state, withCells(sheet), { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS });
}

function usedRange({ state, sheet }: SheetRef, args: Arguments): RangeRef | null {
  const used = withCells(sheet).cells.used(args.flag(0, false));
  return used && new RangeRef(state, sheet, used);
}
function cell(self: SheetRef, row: number, column: number): HostObject {
  return rangeObject(wholeSheet(self.state, self.sheet).at({ row, column, rows: 1, columns: 1 }));
}
function getRange(self: SheetRef, args: Arguments): HostObject {
  const address = args.optionalText(0);
  return rangeObject(address === null ? wholeSheet(self.state, self.sheet) : rangeOfAddress(self.state, withCells(self.sheet), address));
}
function getRanges(self: SheetRef, args: Arguments): HostObject {
  const address = args.optionalText(0);
  return areasOfAddress(self.state, self.sheet, address ?? `1:${MAX_ROWS}`);
}
/** The sheet before or after, skipping hidden ones when only visible ones count. */
function neighbour(self: SheetRef, step: 1 | -1, visibleOnly: boolean): Sheet | null {
  const { sheets } = self.state.workbook;
  for (let at = sheets.indexOf(self.sheet) + step; at >= 0 && at < sheets.length; at += step) {
    const sheet = sheets[at];
    if (sheet && (!visibleOnly || sheet.visibility === 'Visible')) return sheet;
  }
  return null;
}
function asObject(self: SheetRef, sheet: Sheet | null): HostObject | null {
  return sheet && worksheetObject(self.state, sheet);
}
function change(self: SheetRef, how: (sheet: Sheet) => void): void {
  self.state.mayChangeWorkbook();
  how(self.sheet);
  self.state.happened({ kind: 'sheetChanged', sheet: self.sheet });
}
function copy(self: SheetRef, args: Arguments): HostObject {
  const relative = args.object(1);
  const anchor = relative?.self instanceof SheetRef ? relative.self.sheet : null;
  return worksheetObject(self.state, copySheet(self.state, self.sheet, args.optionalText(0) ?? 'None', anchor));
}
function findAll(self: SheetRef, args: Arguments): HostObject | null {
  const range = findCell(wholeSheet(self.state, self.sheet), args);
  return range && areasOfAddress(self.state, self.sheet, range.address);
}

const WORKSHEET: Kind<SheetRef> = {
  name: 'Worksheet',
  scalars: {
    id: (self) => self.sheet.id,
    name: (self) => self.sheet.name,
    position: (self) => self.state.workbook.sheets.indexOf(self.sheet),
    visibility: (self) => self.sheet.visibility,
    tabColor: (self) => self.sheet.tabColor,
    standardWidth: () => DEFAULT_COLUMN_WIDTH,
    standardHeight: () => DEFAULT_ROW_HEIGHT,
    showGridlines: (self) => self.sheet.gridlines,
    showHeadings: () => true,
    enableCalculation: () => true,
    tabId: (self) => self.state.workbook.sheets.indexOf(self.sheet) + 1,
  },
  setters: {
    name: (self, value) => renameSheet(self.state, self.sheet, textOf(value)),
    position: (self, value) => moveSheet(self.state, self.sheet, numberOf(value)),
    visibility: (self, value) => showSheet(self.state, self.sheet, oneOf(value, ['Visible', 'Hidden', 'VeryHidden'])),
    tabColor: (self, value) => change(self, (sheet) => (sheet.tabColor = value === '' ? '' : colourOf(value))),
    showGridlines: (self, value) => change(self, (sheet) => (sheet.gridlines = flagOf(value))),
    showHeadings: () => undefined,
    standardWidth: () => refuse('NotImplemented'),
    enableCalculation: () => undefined,
  },
  parts: {
    autoFilter: (self) => autoFilterObject(self.state, self.sheet, null),
    charts: (self) => chartsObject(self.state, self.sheet),
    customProperties: (self) => customPropertiesObject(self.state, self.sheet),
    freezePanes: (self) => freezeObject(self.state, self.sheet),
    horizontalPageBreaks: (self) => rowBreaksObject(self.state, self.sheet),
    names: (self) => namesObject(self.state, self.sheet),
    pageLayout: (self) => pageLayoutObject(self.state, self.sheet),
    protection: (self) => sheetProtectionObject(self.state, self.sheet),
    tables: (self) => tablesObject(self.state, { sheet: self.sheet }),
  },
  methods: {
    activate: (self) => activateSheet(self.state, self.sheet),
    calculate: (self) => self.state.recalculation.settle('Automatic', true),
    copy,
    delete: (self) => deleteSheet(self.state, self.sheet),
    findAll: (self, args) => findAll(self, args) ?? refuse('ItemNotFound'),
    findAllOrNullObject: findAll,
    getCell: (self, args) => cell(self, args.number(0), args.number(1)),
    getNext: (self, args) => asObject(self, neighbour(self, 1, args.flag(0, false))) ?? refuse('ItemNotFound'),
    getNextOrNullObject: (self, args) => asObject(self, neighbour(self, 1, args.flag(0, false))),
    getPrevious: (self, args) => asObject(self, neighbour(self, -1, args.flag(0, false))) ?? refuse('ItemNotFound'),
    getPreviousOrNullObject: (self, args) => asObject(self, neighbour(self, -1, args.flag(0, false))),
    getRange,
    getRangeByIndexes: (self, args) =>
      rangeObject(wholeSheet(self.state, self.sheet).at({ row: args.number(0), column: args.number(1), rows: args.number(2), columns: args.number(3) })),
    getRanges,
    getUsedRange: (self, args) => {
      const used = usedRange(self, args);
      return used ? rangeObject(used) : cell(self, 0, 0);
    },
    getUsedRangeOrNullObject: (self, args) => {
      const used = usedRange(self, args);
      return used && rangeObject(used);
    },
    showOutlineLevels: (self, args) => change(self, (sheet) => showLevels(sheet, args.number(0), args.number(1))),
    ...registrations([
      'Activated',
      'Calculated',
      'ColumnSorted',
      'DataChanged',
      'Deactivated',
      'FormatChanged',
      'FormulaChanged',
      'ProtectionChanged',
      'RowHiddenChanged',
      'RowSorted',
      'SelectionChanged',
      'SingleClicked',
    ]),
  },
  identity: (self) => ({ Id: self.sheet.id }),
};

function showLevels(sheet: Sheet, rows: number, columns: number): void {
  const show = (levels: ReadonlyMap<number, number>, hidden: Set<number>, upTo: number): void => {
    if (upTo === 0) return;
    for (const [key, level] of levels) {
      if (level >= upTo) hidden.add(key);
      else hidden.delete(key);
    }
  };
  show(sheet.rowOutline, sheet.hiddenRows, rows);
  show(sheet.columnOutline, sheet.hiddenColumns, columns);
}

export function worksheetsObject(state: ExcelState): HostObject {
  return bind(WORKSHEETS, state);
}
function byNameOrId(state: ExcelState, key: unknown): HostObject | null {
  if (typeof key !== 'string') refuse('InvalidArgument');
  const sheet = state.sheetById(key) ?? state.sheetByName(key);
  return sheet && worksheetObject(state, sheet);
}
function listed(state: ExcelState, visibleOnly: boolean): Sheet[] {
  return state.workbook.sheets.filter((sheet) => !visibleOnly || sheet.visibility === 'Visible');
}
function edge(state: ExcelState, at: 0 | -1, visibleOnly: boolean): HostObject {
  return worksheetObject(state, listed(state, visibleOnly).at(at) ?? refuse('ItemNotFound'));
}

const WORKSHEETS: Kind<ExcelState> = {
  name: 'WorksheetCollection',
  methods: {
    add: (self, args) => worksheetObject(self, addSheet(self, args.optionalText(0))),
    getActiveWorksheet: (self) => worksheetObject(self, self.activeSheet()),
    getCount: (self, args) => listed(self, args.flag(0, false)).length,
    getFirst: (self, args) => edge(self, 0, args.flag(0, false)),
    getItem: (self, args) => byNameOrId(self, args.at(0)) ?? refuse('ItemNotFound'),
    getItemOrNullObject: (self, args) => byNameOrId(self, args.at(0)),
    getLast: (self, args) => edge(self, -1, args.flag(0, false)),
    ...registrations([
      'Activated',
      'Added',
      'Calculated',
      'ColumnSorted',
      'DataChanged',
      'Deactivated',
      'Deleted',
      'FormatChanged',
      'FormulaChanged',
      'ProtectionChanged',
      'RowHiddenChanged',
      'RowSorted',
      'SelectionChanged',
      'SingleClicked',
    ]),
  },
  items: (self) => self.workbook.sheets.map((sheet) => worksheetObject(self, sheet)),
  item: byNameOrId,
};
