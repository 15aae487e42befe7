/**
 * The embedded Excel while it runs: the workbook, what the client may ask for, what it holds on to, and who is told about changes. One for each
 * open workbook; the objects of the API are views on it.
 */
import type { Area, Sheet, Workbook } from '../model';
import { contains, overlap } from './address';
import { refuse } from './errors';
import type { HostObject } from './kind';
import type { PlatformSettings } from './settings';
import type { Recalculation } from '../formulas/recalculation';
import { Journal } from './journal';

/** Something happened that the client's event handlers or the grid may want to know. */
export type Happening =
  | {
      readonly kind: 'cells';
      readonly sheet: Sheet;
      readonly area: Area;
      readonly change: 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted';
    }
  | { readonly kind: 'formats'; readonly sheet: Sheet; readonly area: Area }
  | { readonly kind: 'sheetAdded' | 'sheetDeleted' | 'sheetActivated' | 'sheetChanged' | 'rowsHidden' | 'rules'; readonly sheet: Sheet }
  | { readonly kind: 'sorted'; readonly sheet: Sheet; readonly area: Area }
  | { readonly kind: 'table'; readonly sheet: Sheet; readonly tableId: number; readonly what: 'added' | 'deleted' | 'changed' }
  | { readonly kind: 'selected'; readonly sheet: Sheet; readonly area: Area };

export class ExcelState {
  /** Counts up with every change. */
  version = 0;
  /** A cell is being edited by the user (office-js.md 1.3). */
  editing = false;
  /** True between the add-in's runtime.enableEvents = false and true. */
  eventsSilenced = false;
  /** The client has registered for some event. */
  eventsWanted = false;
  /** Who is acting now; events carry it. */
  actor: 'add-in' | 'user' = 'add-in';
  /** Set by suspendApiCalculationUntilNextSync; ends with the request. */
  calculationSuspended = false;
  readonly references = new Map<string, HostObject>();
  readonly journal = new Journal();
  private readonly listeners = new Set<(happening: Happening, actor: 'add-in' | 'user') => void>();
  private lastReference = 0;

  constructor(
    public workbook: Workbook,
    public platform: PlatformSettings,
    readonly recalculation: Recalculation,
  ) {}

  onHappening(listener: (happening: Happening, actor: 'add-in' | 'user') => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  happened(happening: Happening): void {
    this.version += 1;
    for (const listener of this.listeners) listener(happening, this.actor);
  }

  /** Opens another workbook in place of this one: what the client held is gone. */
  replace(workbook: Workbook): void {
    this.workbook = workbook;
    this.references.clear();
    this.journal.forget();
    this.recalculation.reset(workbook);
    this.version += 1;
  }

  keep(object: HostObject): string {
    const reference = `ref:${++this.lastReference}`;
    this.references.set(reference, object);
    return reference;
  }

  sheetById(id: string): Sheet | null {
    return this.workbook.sheets.find((sheet) => sheet.id === id) ?? null;
  }
  /** By name, without regard to case, as Excel compares them. */
  sheetByName(name: string): Sheet | null {
    const wanted = name.toLowerCase();
    return this.workbook.sheets.find((sheet) => sheet.name.toLowerCase() === wanted) ?? null;
  }
  activeSheet(): Sheet {
    return this.sheetById(this.workbook.activeSheetId) ?? this.workbook.sheets[0] ?? refuse('GeneralException');
  }
  standing(sheet: Sheet): boolean {
    return this.workbook.sheets.includes(sheet);
  }

  /** Brings formula values up to date before anything is read. */
  settle(): void {
    if (!this.calculationSuspended) this.recalculation.settle(this.workbook.calculationMode);
  }

  /** The same, before cells of one area are read. */
  settleArea(sheet: Sheet, area: Area): void {
    if (this.recalculation.pending && this.recalculation.holdsFormula(sheet, area)) this.settle();
  }

  /** Throws AccessDenied unless the sheets of the workbook may be added, removed, moved or renamed (office-js.md 1.4). */
  mayChangeStructure(): void {
    if (this.workbook.readOnly || this.workbook.structureProtected) refuse('AccessDenied');
  }
  mayChangeWorkbook(): void {
    if (this.workbook.readOnly) refuse('AccessDenied');
  }
  /** Throws AccessDenied unless cells of the area may be changed: not read-only, and not locked on a protected sheet. */
  mayWrite(sheet: Sheet, area: Area): void {
    this.mayChangeWorkbook();
    if (sheet.protection.protected && holdsLocked(this.workbook, sheet, area)) refuse('AccessDenied');
  }
  /** Throws AccessDenied on a protected sheet unless the named option allows the operation. */
  mayChangeSheet(sheet: Sheet, option: string | null = null): void {
    this.mayChangeWorkbook();
    if (sheet.protection.protected && !(option !== null && sheet.protection.options[option] === true)) refuse('AccessDenied');
  }
  mayTakeFocus(): void {
    if (!this.platform.focused) refuse('GeneralException', 'Another workbook has the focus.');
  }
  mayAffect(cells: number): void {
    if (this.platform.platform === 'web' && cells > this.platform.limits.operationCells) refuse('OperationCellsExceedLimit');
  }
}

/** True when the area holds a locked cell. Cells without a format of their own are locked. */
function holdsLocked(workbook: Workbook, sheet: Sheet, area: Area): boolean {
  const used = sheet.cells.used(false);
  if (!used || !contains(used, area)) return true;
  const within = overlap(used, area) ?? area;
  for (let row = within.row; row < within.row + within.rows; row++) {
    for (let column = within.column; column < within.column + within.columns; column++) {
      if (workbook.styles.resolve(sheet.cells.style(row, column)).locked) return true;
    }
  }
  return false;
}
