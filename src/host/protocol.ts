/**
 * What the page and the worker that holds the embedded Excel say to one another (design.md 2). Rows and columns are 0-based; only visible windows
 * of cells ever cross, never a whole sheet.
 */
import type { CellContent } from './model';
import type { WireReply } from './wire/message';

/** A sheet tab, in tab order. */
export interface SheetTab {
  readonly id: string;
  readonly name: string;
  readonly visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  /** "#RRGGBB" or ''. */
  readonly tabColor: string;
  readonly active: boolean;
  /** False for chart sheets and other kinds without cells. */
  readonly readable: boolean;
  /** Extent of content and formats; at least 0. */
  readonly rows: number;
  readonly columns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridlines: boolean;
  readonly protected: boolean;
}

/** What stands open. */
export interface OpenedWorkbook {
  readonly fileName: string;
  readonly sheets: readonly SheetTab[];
  readonly readOnly: boolean;
  /** Plain sentences about what was met while opening, for example parts that are kept but not shown. */
  readonly notices: readonly string[];
}

/** A cell ready to draw: number format applied, conditional formats evaluated. Absent optional fields = default look. */
export interface WindowCell {
  readonly text: string;
  /** As the formula bar shows it: the formula, else the value as typed. */
  readonly input: string;
  readonly kind: 'empty' | 'text' | 'number' | 'boolean' | 'error';
  /** "#RRGGBB". */
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  /** Drawn with a rule of a conditional format. */
  readonly highlighted?: boolean;
  readonly link?: CellLink;
  /** Choices of a list validation. */
  readonly list?: readonly string[];
  readonly locked?: boolean;
}
export interface CellLink {
  /** An outside address, or ''. */
  readonly address: string;
  /** A place in this workbook such as "'Sheet 1'!A5", or ''. */
  readonly documentReference: string;
  readonly screenTip: string;
}

export interface CellWindow {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  /** cells[row][column], rectangular. */
  readonly cells: readonly (readonly WindowCell[])[];
  /** Width in pixels of each column in the window; 0 = hidden. */
  readonly columnWidths: readonly number[];
  /** Height in pixels of each row in the window; 0 = hidden or filtered away. */
  readonly rowHeights: readonly number[];
  readonly columnOutline: readonly number[];
  /** Merged areas that touch the window. */
  readonly merged: readonly CellArea[];
  /** Counts up with every change of the workbook. */
  readonly version: number;
}

export interface CellArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}
export interface CellPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}
export interface ListValues {
  readonly heading: string;
  /** As shown, in the order of first sight, at most 1,000; blanks as ''. */
  readonly texts: readonly { readonly text: string; readonly rows: number }[];
  /** True when more texts occur than are listed. */
  readonly more: boolean;
  /** The texts that are shown now; null when the column does not filter. */
  readonly chosen: readonly string[] | null;
}
export interface Selection extends CellArea {
  readonly sheetId: string;
}

/** Why an edit by the user was not taken; null = taken. */
export interface UserOutcome {
  readonly refused: null | { readonly code: string; readonly message: string };
  /** A list validation of style warning or information that the value does not meet. */
  readonly warning: string | null;
}

/** Sent by the worker on its own accord. */
export type HostNotice =
  | { readonly kind: 'changed'; readonly version: number; readonly sheetId: string; readonly area: CellArea | null }
  | { readonly kind: 'sheets'; readonly version: number; readonly sheets: readonly SheetTab[] }
  | { readonly kind: 'selected'; readonly selection: Selection }
  | { readonly kind: 'progress'; readonly message: string; readonly done: number; readonly total: number }
  | { readonly kind: 'event'; readonly entry: RichApiEvent };

/** An event entry for the client library (wire.md 8). */
export interface RichApiEvent {
  readonly messageCategory: 65536;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

/** Why a call failed: a file that cannot be opened has a remedy, a bug of ours has none. */
export interface HostTrouble {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** 0-based rows at which a sheet is cut into bands; band 0 stands above the first cut. */
export interface SheetCuts {
  readonly sheet: string;
  readonly cuts: readonly number[];
}
/** Every different content of a column in a band, in order of first sight, and the number format each first stood under. */
export interface DistinctCells {
  readonly sheet: string;
  readonly band: number;
  readonly column: number;
  readonly values: readonly CellContent[];
  readonly formats: readonly string[];
}
/** What each content of a sheet becomes; `become` is in the order of `values`. */
export interface RewrittenSheet extends SheetCuts {
  /** The sheet's name in the new workbook. */
  readonly as: string;
  readonly columns: readonly {
    readonly band: number;
    readonly column: number;
    readonly values: readonly CellContent[];
    readonly become: readonly CellContent[];
  }[];
}
/** A sheet given whole, with a table from `table.row` (0-based) down. */
export interface ExtraSheet {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly table: { readonly name: string; readonly row: number };
  readonly rows: readonly (readonly (string | number | null)[])[];
}
export interface ColumnsWanted {
  readonly sheet: string;
  readonly headings: readonly string[];
}

/** Calls without arguments or answer send {}. */
export type Nothing = Readonly<Record<string, never>>;

/** Requests of the page, each with its answer. */
export interface HostCalls {
  open: { ask: { readonly bytes: Uint8Array; readonly name: string }; answer: OpenedWorkbook };
  save: { ask: Nothing; answer: Uint8Array };
  sheets: { ask: Nothing; answer: readonly SheetTab[] };
  window: { ask: CellArea & { readonly sheetId: string }; answer: CellWindow };
  edit: { ask: { readonly sheetId: string; readonly row: number; readonly column: number; readonly typed: string }; answer: UserOutcome };
  /** Empties the cells of an area (Delete key). */
  clear: { ask: Selection; answer: UserOutcome };
  undo: { ask: Nothing; answer: { readonly undone: boolean } };
  /** Sorts the area's rows by one of its columns (0-based within the area); the first row is a heading when `hasHeaders`. */
  sort: { ask: Selection & { readonly key: number; readonly ascending: boolean; readonly hasHeaders: boolean }; answer: UserOutcome };
  /** Sorts the list around a cell by the cell's column; the heading stays. */
  sortList: { ask: CellPlace & { readonly ascending: boolean }; answer: UserOutcome };
  /** The values of a cell's column in its list, for a filter; null where there is no list. */
  listValues: { ask: CellPlace; answer: ListValues | null };
  /** Shows only the rows of the list whose cell in this column shows one of the texts; null shows all again. */
  filterList: { ask: CellPlace & { readonly texts: readonly string[] | null }; answer: UserOutcome };
  /** Sheet rows that are not hidden, in order, up to the last used row; null when none is hidden. */
  visibleRows: { ask: { readonly sheetId: string }; answer: Int32Array | null };
  /** Types a block of texts at a cell, as one step to undo. */
  paste: { ask: CellPlace & { readonly texts: readonly (readonly string[])[] }; answer: UserOutcome };
  /** Adds an empty sheet at the end and shows it. */
  addSheet: { ask: Nothing; answer: UserOutcome };
  /** What stands on these sheets; for a workbook of the same shape (twin.ts). */
  distinct: { ask: { readonly sheets: readonly SheetCuts[] }; answer: { readonly date1904: boolean; readonly columns: readonly DistinctCells[] } };
  /** The bytes of a new workbook of the same shape with other contents. The open one is not changed. */
  rewrite: { ask: { readonly sheets: readonly RewrittenSheet[]; readonly extra: readonly ExtraSheet[] }; answer: Uint8Array };
  /** The bytes of a new workbook with only these columns of these lists; null when none of the sheets is there. */
  columnsOnly: { ask: { readonly wanted: readonly ColumnsWanted[] }; answer: Uint8Array | null };
  /** A new, empty workbook instead of the one that is open. */
  startEmpty: { ask: Nothing; answer: OpenedWorkbook };
  activate: { ask: { readonly sheetId: string }; answer: UserOutcome };
  selection: { ask: Nothing; answer: Selection };
  select: { ask: Selection; answer: UserOutcome };
  /** The user starts or ends editing a cell; requests of the add-in fail or wait meanwhile (office-js.md 1.3). */
  editMode: { ask: { readonly on: boolean }; answer: Nothing };
  /** A request body of the client library, as JSON text. */
  execute: { ask: { readonly flags: number; readonly body: string }; answer: WireReply };
}
export type HostCall = keyof HostCalls;

export type ToWorker = { [K in HostCall]: { readonly id: number; readonly call: K; readonly ask: HostCalls[K]['ask'] } }[HostCall];
export type FromWorker =
  { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly failed: HostTrouble } | { readonly id: 0; readonly notice: HostNotice };
