/**
 * The workbook as the embedded Excel holds it: what was read from the file, what has been changed since, and nothing it does not understand
 * (that stays in the package's parts). Filled by `files/open.ts`, written by `files/save.ts`, changed only by the object layer (`wire/`).
 * Rows and columns are 0-based. Cell storage is columnar (typed arrays) so that 500,000 x 12 cells fit in 1 GB.
 */

export type CellScalar = string | number | boolean | null;
/** What a cell holds: null = empty. An error is { error: "#N/A" }. */
export type CellContent = CellScalar | { readonly error: string };

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Cells of one sheet. Values and formulas; a style is an index into the workbook's cell formats (xf). */
export interface CellStore {
  /** True when the file held formulas without their values, as programs write them that do not calculate: Excel calculates those on opening. */
  readonly unvalued: boolean;
  get(row: number, column: number): CellContent;
  /** Formula text with "=", as the file has it (structured references kept), or "" when the cell has none. */
  formula(row: number, column: number): string;
  style(row: number, column: number): number;
  set(row: number, column: number, content: CellContent): void;
  /** Sets a formula and its cached value. */
  setFormula(row: number, column: number, formula: string, cached: CellContent): void;
  setStyle(row: number, column: number, style: number): void;
  clear(area: Area, what: 'all' | 'contents' | 'formats'): void;
  /** Smallest rectangle that holds content (valuesOnly) or content and formats; null when there is none. */
  used(valuesOnly: boolean): Area | null;
  /** Rows that hold anything, ascending, within the area. */
  rowsWithin(area: Area): Iterable<number>;
  /** A recalculated value of a formula cell; the formula stays. */
  setCached(row: number, column: number, cached: CellContent): void;
  /** True when anything in the store differs from the file it came from. */
  readonly dirty: boolean;
}

/**
 * A resolved cell format. Colours are "#RRGGBB" or "" for none/automatic. Border styles and alignments are the file's words: `thin`, `medium`, …
 * ("" = no line), `general`, `left`, `bottom`, `center`, …
 */
export interface CellFormat {
  readonly numberFormat: string;
  readonly fill: string;
  readonly font: {
    readonly bold: boolean;
    readonly italic: boolean;
    readonly underline: boolean;
    readonly strikethrough: boolean;
    readonly color: string;
    readonly name: string;
    readonly size: number;
  };
  readonly borders: Readonly<Record<'top' | 'bottom' | 'left' | 'right', { readonly style: string; readonly color: string }>>;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly locked: boolean;
  readonly indent: number;
}

export interface Styles {
  /** The format of style index (xf). */
  resolve(style: number): CellFormat;
  /** A style index equal to `base` with the change applied; appended to styles.xml when new. */
  derive(base: number, change: Partial<CellFormat>): number;
  /** The differential format behind a conditional format. */
  resolveDxf(dxf: number): DxfFormat;
  addDxf(format: DxfFormat): number;
}
export interface DxfFormat {
  readonly fill: string;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strikethrough: boolean;
}

export interface ConditionalFormat {
  id: string;
  /** sqref. */
  areas: Area[];
  /** OOXML rule type: expression, cellIs, colorScale, dataBar, iconSet, top10, … Only expression can be made here. */
  type: string;
  /** Formula without "=", relative to the first area's first cell; '' when the type has none. */
  formula: string;
  dxf: number;
  priority: number;
  stopIfTrue: boolean;
  /** True for rules in the x14 extension. */
  extension: boolean;
  /** Index of the original rule element, for rules that came from the file; −1 for new ones. */
  origin: number;
}
export interface Validation {
  areas: Area[];
  type: string;
  /** "a,b,c" without quotes for inline lists, or a reference. */
  source: string;
  errorStyle: 'stop' | 'warning' | 'information';
  showError: boolean;
  errorTitle: string;
  error: string;
  promptTitle: string;
  prompt: string;
  inCellDropDown: boolean;
  ignoreBlank: boolean;
  /** True for those in the x14 extension (lists on another sheet). */
  extension?: boolean;
  origin: number;
}
export interface Hyperlink {
  area: Area;
  address: string;
  documentReference: string;
  screenTip: string;
  textToDisplay: string;
}
export interface Table {
  id: number;
  name: string;
  area: Area;
  columns: string[];
  style: string;
  showHeaders: boolean;
  showTotals: boolean;
  showFilterButton: boolean;
  showBandedRows: boolean;
  /** Part name in the package; '' for new tables. */
  part: string;
  /** True while a filter hides rows. */
  filtered: boolean;
}
export interface DefinedName {
  name: string;
  /** Without "=". */
  formula: string;
  /** Sheet id, or '' for the workbook. */
  scope: string;
  visible: boolean;
  comment: string;
}
export interface Chart {
  id: string;
  name: string;
  type: string;
  title: string;
  /** Source as "Sheet!A1:B9". */
  source: string;
  seriesBy: string;
  from: { row: number; column: number };
  to: { row: number; column: number };
  /** True for charts that came with the file (kept untouched, read only). */
  kept: boolean;
}
export interface Protection {
  protected: boolean;
  options: Record<string, boolean | string>;
}
export interface PageLayout {
  readonly orientation: 'Portrait' | 'Landscape';
  /** "$1:$3"; '' for none. */
  printTitleRows: string;
  /** "$A:$B"; '' for none. */
  printTitleColumns: string;
  /** Pages side by side; 0 where `scale` (percent) holds. */
  readonly fitToWidth: number;
  readonly scale: number;
  /** 0-based rows that begin a page, as a person or an add-in set them. */
  readonly breaks: readonly number[];
  /** Texts with Excel's codes: &P page, &N pages, &A sheet. */
  readonly footer: Footer;
}
export type Footer = Readonly<Record<'left' | 'center' | 'right', string>>;

export interface Sheet {
  /** "{…}" id for the wire; stable while the workbook is open. */
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  readonly cells: CellStore;
  tabColor: string;
  gridlines: boolean;
  frozenRows: number;
  frozenColumns: number;
  protection: Protection;
  customProperties: Map<string, string>;
  /** In points as Office.js gives them; missing = default. */
  columnWidths: Map<number, number>;
  rowHeights: Map<number, number>;
  hiddenColumns: Set<number>;
  hiddenRows: Set<number>;
  /** Outline levels of grouped columns and rows. */
  columnOutline: Map<number, number>;
  rowOutline: Map<number, number>;
  merged: Area[];
  conditionalFormats: ConditionalFormat[];
  validations: Validation[];
  hyperlinks: Hyperlink[];
  tables: Table[];
  charts: Chart[];
  /** Sheet autofilter area, null when there is none. */
  autoFilter: Area | null;
  autoFilterActive: boolean;
  pageLayout: PageLayout;
  /** 'worksheet', or 'chartsheet' and others that cannot be read. */
  readonly type: string;
  /** Part name in the package; '' for new sheets. */
  readonly part: string;
}
export interface Workbook {
  fileName: string;
  sheets: Sheet[];
  activeSheetId: string;
  /** Active selection on the active sheet. */
  selection: Area;
  readonly styles: Styles;
  names: DefinedName[];
  structureProtected: boolean;
  readOnly: boolean;
  readonly date1904: boolean;
  /** Add-in settings (webextension part or memory). */
  settings: Map<string, unknown>;
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual';
  /** True for .xlsm. */
  readonly macros: boolean;
  addSheet(name: string): Sheet;
  removeSheet(id: string): void;
  nextTableId(): number;
}
