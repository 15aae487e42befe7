/** The open workbook in memory. Made empty here, or filled by `files/open.ts`; what the file held besides stays in `origin`. */
import type { Area, DefinedName, Protection, Sheet, Styles, Workbook } from './model';
import { Cells } from './cells';
import { Strings } from './strings';
import { BookStyles } from './styles';
import type { BookOrigin, SheetOrigin } from './files/origin';

/** A sheet of ours: its cells can also be loaded without counting as changed. */
export interface BookSheet extends Sheet {
  readonly cells: Cells;
  /** What the file says about it; null for new sheets. */
  origin: SheetOrigin | null;
}

export class Book implements Workbook {
  sheets: BookSheet[] = [];
  activeSheetId = '';
  selection: Area = { row: 0, column: 0, rows: 1, columns: 1 };
  names: DefinedName[] = [];
  structureProtected = false;
  readOnly = false;
  settings = new Map<string, unknown>();
  calculationMode: Workbook['calculationMode'] = 'Automatic';
  readonly strings = new Strings();
  origin: BookOrigin | null = null;
  private sheetsMade = 0;
  private lastTableId = 0;

  constructor(
    public fileName: string,
    readonly styles: BookStyles & Styles = new BookStyles(),
    readonly date1904 = false,
    readonly macros = false,
  ) {}

  /** Appends an empty sheet; the caller has checked the name. */
  addSheet(name: string): BookSheet {
    return this.place(name, '', 'worksheet');
  }

  /** Appends a sheet for a part of the file. */
  place(name: string, part: string, type: string): BookSheet {
    const number = (++this.sheetsMade).toString(16).toUpperCase().padStart(4, '0');
    const sheet = emptySheet(`{00000000-0001-0000-${number}-000000000000}`, name, part, type, new Cells(this.strings));
    this.sheets.push(sheet);
    if (this.activeSheetId === '') this.activeSheetId = sheet.id;
    return sheet;
  }

  /** Removes a sheet with its names; the first visible sheet becomes active when it was the active one. */
  removeSheet(id: string): void {
    if (!this.sheets.some((sheet) => sheet.id === id)) throw new Error(`no sheet ${id}`);
    this.sheets = this.sheets.filter((sheet) => sheet.id !== id);
    this.names = this.names.filter((name) => name.scope !== id);
    if (this.activeSheetId !== id) return;
    this.activeSheetId = (this.sheets.find((sheet) => sheet.visibility === 'Visible') ?? this.sheets[0])?.id ?? '';
    this.selection = { row: 0, column: 0, rows: 1, columns: 1 };
  }

  nextTableId(): number {
    const used = this.sheets.flatMap((sheet) => sheet.tables.map((table) => table.id));
    this.lastTableId = Math.max(this.lastTableId, 0, ...used) + 1;
    return this.lastTableId;
  }
}

/** An empty workbook without sheets. */
export function newWorkbook(fileName: string): Book {
  return new Book(fileName);
}

function emptySheet(id: string, name: string, part: string, type: string, cells: Cells): BookSheet {
  const protection: Protection = { protected: false, options: {} };
  return {
    id,
    name,
    visibility: 'Visible',
    cells,
    tabColor: '',
    gridlines: true,
    frozenRows: 0,
    frozenColumns: 0,
    protection,
    customProperties: new Map(),
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenColumns: new Set(),
    hiddenRows: new Set(),
    columnOutline: new Map(),
    rowOutline: new Map(),
    merged: [],
    conditionalFormats: [],
    validations: [],
    hyperlinks: [],
    tables: [],
    charts: [],
    autoFilter: null,
    autoFilterActive: false,
    pageLayout: {
      orientation: 'Portrait',
      printTitleRows: '',
      printTitleColumns: '',
      fitToWidth: 0,
      scale: 100,
      breaks: [],
      footer: { left: '', center: '', right: '' },
    },
    type,
    part,
    origin: null,
  };
}
