/** Frozen panes and protection of a sheet. */
import type { Area, Sheet } from '../model';
import { refuse } from './errors';
import { bind, type Arguments, type HostObject, type Kind } from './kind';
import { RangeRef } from './rangeRef';
import { rangeArgument, rangeObject } from './range';
import type { ExcelState } from './state';
import { struct } from './arguments';

interface SheetOnly {
  readonly state: ExcelState;
  readonly sheet: Sheet;
}

function freeze({ state, sheet }: SheetOnly, rows: number, columns: number): void {
  state.mayTakeFocus();
  state.mayChangeWorkbook();
  if (rows < 0 || columns < 0) refuse('InvalidArgument');
  sheet.frozenRows = rows;
  sheet.frozenColumns = columns;
  state.happened({ kind: 'sheetChanged', sheet });
}
function frozenArea({ sheet }: SheetOnly): Area | null {
  if (sheet.frozenRows === 0 && sheet.frozenColumns === 0) return null;
  return { row: 0, column: 0, rows: sheet.frozenRows || 1_048_576, columns: sheet.frozenColumns || 16_384 };
}
function location(self: SheetOnly): HostObject | null {
  const area = frozenArea(self);
  return area && rangeObject(new RangeRef(self.state, self.sheet, area));
}
function freezeAt(self: SheetOnly, args: Arguments): void {
  const { area } = rangeArgument(new RangeRef(self.state, self.sheet, { row: 0, column: 0, rows: 1, columns: 1 }), args, 0);
  freeze(self, area.rows === 1_048_576 ? 0 : area.row + area.rows, area.columns === 16_384 ? 0 : area.column + area.columns);
}

const FREEZE: Kind<SheetOnly> = {
  name: 'WorksheetFreezePanes',
  methods: {
    freezeAt,
    freezeColumns: (self, args) => freeze(self, 0, args.optionalNumber(0, 1)),
    freezeRows: (self, args) => freeze(self, args.optionalNumber(0, 1), 0),
    getLocation: (self) => location(self) ?? refuse('ItemNotFound'),
    getLocationOrNullObject: location,
    unfreeze: (self) => freeze(self, 0, 0),
  },
};
export function freezeObject(state: ExcelState, sheet: Sheet): HostObject {
  return bind(FREEZE, { state, sheet });
}

const OPTIONS = [
  'allowAutoFilter',
  'allowDeleteColumns',
  'allowDeleteRows',
  'allowEditObjects',
  'allowEditScenarios',
  'allowFormatCells',
  'allowFormatColumns',
  'allowFormatRows',
  'allowInsertColumns',
  'allowInsertHyperlinks',
  'allowInsertRows',
  'allowPivotTables',
  'allowSort',
];

/** Protecting twice, and unprotecting what is not protected, is AccessDenied in builds since 2026 (office-js.md 1.4, #6784). Clears undo. */
function protect({ state, sheet }: SheetOnly, args: Arguments): void {
  if (sheet.protection.protected) refuse('AccessDenied');
  const given = args.at(0) === null || args.at(0) === undefined ? {} : struct(args.at(0));
  const options: Record<string, boolean | string> = Object.fromEntries(OPTIONS.map((name) => [name, given[name] === true]));
  if (typeof given.selectionMode === 'string') options.selectionMode = given.selectionMode;
  sheet.protection = { protected: true, options };
  state.journal.forget();
  state.happened({ kind: 'sheetChanged', sheet });
}
function unprotect({ state, sheet }: SheetOnly): void {
  if (!sheet.protection.protected) refuse('AccessDenied');
  sheet.protection = { protected: false, options: {} };
  state.journal.forget();
  state.happened({ kind: 'sheetChanged', sheet });
}
function shownOptions({ sheet }: SheetOnly): Record<string, unknown> | null {
  if (!sheet.protection.protected) return null;
  return {
    ...Object.fromEntries(OPTIONS.map((name) => [name, sheet.protection.options[name] === true])),
    selectionMode: sheet.protection.options.selectionMode ?? 'Normal',
  };
}
const PROTECTION: Kind<SheetOnly> = {
  name: 'WorksheetProtection',
  scalars: { protected: (self) => self.sheet.protection.protected, options: shownOptions },
  methods: { protect, unprotect },
};
export function sheetProtectionObject(state: ExcelState, sheet: Sheet): HostObject {
  return bind(PROTECTION, { state, sheet });
}
