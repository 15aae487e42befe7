/** The embedded Excel as the page sees it: every call of the protocol answered over one host. Lives in the worker; also usable in place, in tests. */
import { openWorkbook } from './files/open';
import { FileProblem } from './files/fileProblem';
import { saveWorkbook } from './files/save';
import { RuleAnswers } from './formulas/rules';
import type { Workbook } from './model';
import type { CellArea, HostCall, HostCalls, HostNotice, HostTrouble } from './protocol';
import { filterList, listValues, pasteTexts, sortList, startSheet, visibleRows } from './userLists';
import { activate, clearCells, selectArea, selectionOf, sortArea, typeCell, undoStep } from './userEdits';
import { cellWindow, openedWorkbook, sheetTabs } from './view';
import { columnsOnly, distinctCells, rewritten } from './twin';
import { Book, newWorkbook } from './workbook';
import { boundingArea } from './wire/address';
import { ExcelError } from './wire/errors';
import { ExcelHost } from './wire/host';
import type { Happening } from './wire/state';

type Answers = { readonly [K in HostCall]: (ask: HostCalls[K]['ask']) => HostCalls[K]['answer'] | Promise<HostCalls[K]['answer']> };

export class Desk {
  readonly host = new ExcelHost(emptyWorkbook());
  private readonly rules = new RuleAnswers();
  private readonly changed = new Map<string, CellArea | null>();
  private tabsChanged = false;

  constructor(private readonly notify: (notice: HostNotice) => void) {
    this.host.state.onHappening((happening) => this.tell(happening));
    this.host.onEvents((events) => events.forEach((entry) => this.notify({ kind: 'event', entry })));
  }

  /** Rejects with what went wrong; `troubleOf` puts it in words. */
  async call<K extends HostCall>(call: K, ask: HostCalls[K]['ask']): Promise<HostCalls[K]['answer']> {
    return this.answers[call](ask);
  }

  private readonly answers: Answers = {
    open: (ask) => this.open(ask.bytes, ask.name),
    save: () => {
      this.host.state.settle();
      return saveWorkbook(this.host.state.workbook);
    },
    sheets: () => sheetTabs(this.host.state),
    window: (ask) => {
      const sheet = this.host.state.sheetById(ask.sheetId);
      if (!sheet) throw new ExcelError('ItemNotFound');
      return cellWindow(this.host.state, this.rules, sheet, { row: ask.row, column: ask.column, rows: ask.rows, columns: ask.columns });
    },
    edit: (ask) => typeCell(this.host, ask),
    clear: (ask) => clearCells(this.host, ask),
    undo: () => ({ undone: undoStep(this.host) }),
    sort: (ask) => sortArea(this.host, ask),
    sortList: (ask) => sortList(this.host, ask),
    listValues: (ask) => listValues(this.host, ask),
    filterList: (ask) => filterList(this.host, ask),
    visibleRows: (ask) => visibleRows(this.host, ask.sheetId),
    paste: (ask) => pasteTexts(this.host, ask),
    addSheet: () => startSheet(this.host),
    distinct: (ask) => {
      const book = this.book();
      return { date1904: book.date1904, columns: distinctCells(book, ask.sheets) };
    },
    rewrite: (ask) => saveWorkbook(rewritten(this.book(), ask.sheets, ask.extra)),
    columnsOnly: (ask) => {
      const made = columnsOnly(this.book(), ask.wanted);
      return made.sheets.length === 0 ? null : saveWorkbook(made);
    },
    startEmpty: () => this.replace(emptyWorkbook()),
    activate: (ask) => activate(this.host, ask.sheetId),
    selection: () => selectionOf(this.host),
    select: (ask) => selectArea(this.host, ask),
    editMode: (ask) => {
      this.host.setEditing(ask.on);
      return {};
    },
    execute: (ask) => this.host.answer(ask.flags, ask.body),
  };

  private open(bytes: Uint8Array, name: string): HostCalls['open']['answer'] {
    const workbook = openWorkbook(bytes, name, (sheet, percent) =>
      this.notify({ kind: 'progress', message: percent === 0 ? `Reading ${sheet}` : `Reading ${sheet}: ${percent} %`, done: percent, total: 100 }),
    );
    return this.replace(workbook);
  }

  /** The open workbook, its formulas calculated. */
  private book(): Book {
    this.host.state.settle();
    const { workbook } = this.host.state;
    if (!(workbook instanceof Book)) throw new TypeError('not a workbook of this engine');
    return workbook;
  }

  private replace(workbook: Workbook): HostCalls['open']['answer'] {
    this.host.state.replace(workbook);
    const opened = openedWorkbook(this.host.state);
    this.notify({ kind: 'sheets', version: this.host.state.version, sheets: opened.sheets });
    return opened;
  }

  private tell(happening: Happening): void {
    if (happening.kind === 'selected') {
      this.notify({ kind: 'selected', selection: selectionOf(this.host) });
      return;
    }
    const area = 'area' in happening ? happening.area : null;
    if (this.changed.size === 0) queueMicrotask(() => this.tellChanges());
    const before = this.changed.get(happening.sheet.id);
    this.changed.set(happening.sheet.id, before === undefined || area === null ? area : before && boundingArea(before, area));
    if (happening.kind.startsWith('sheet')) this.tabsChanged = true;
  }
  /** One notice a sheet for all that a request did: large writes come in many pieces. */
  private tellChanges(): void {
    const { version } = this.host.state;
    const changed = [...this.changed];
    this.changed.clear();
    for (const [sheetId, area] of changed) this.notify({ kind: 'changed', version, sheetId, area });
    if (this.tabsChanged) this.notify({ kind: 'sheets', version, sheets: sheetTabs(this.host.state) });
    this.tabsChanged = false;
  }
}

function emptyWorkbook(): ReturnType<typeof newWorkbook> {
  const workbook = newWorkbook('Book1.xlsx');
  workbook.addSheet('Sheet1');
  return workbook;
}

/** Any failure of a call, for the page. Errors that are not about the file or Excel are bugs: their text says so and holds no cell text. */
export function troubleOf(error: unknown): HostTrouble {
  if (error instanceof FileProblem) return { code: error.code, message: error.message, remedy: error.remedy };
  if (error instanceof ExcelError) return { code: error.code, message: error.message, remedy: '' };
  return { code: 'internal', message: error instanceof Error ? error.message : 'The embedded Excel failed.', remedy: '' };
}
