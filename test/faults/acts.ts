/** What a person does in the workbook between two requests, by the grid's own ways where there are any. */
import type { Sheet } from '../../src/host/model';
import { typeCell } from '../../src/host/userEdits';
import { filterList, sortList } from '../../src/host/userLists';
import { deleteCells } from '../../src/host/wire/moves';
import type { ExcelHost } from '../../src/host/wire/host';
import { RangeRef } from '../../src/host/wire/rangeRef';
import { deleteSheet } from '../../src/host/wire/sheets';

export interface Act {
  readonly name: string;
  readonly act: (host: ExcelHost) => void;
  /** Codes a run may end with because of it. */
  readonly ends: readonly string[];
  /** Typed by it: sheet, account, heading, word. */
  readonly word?: readonly [string, string, string, string];
  /** Our sheet that the person deleted, with the words on it. */
  readonly gone?: string;
  /** True when rows of the person's move or go, so that references in our formulas follow. */
  readonly shifts?: boolean;
  /** True when data went, so that a further review may be refused. */
  readonly mayRefuse?: boolean;
  /** What has to be undone before the next run, as the message says. */
  readonly undone?: (host: ExcelHost) => void;
}

const sheet = (host: ExcelHost, name: string): Sheet | undefined => host.state.workbook.sheets.find((each) => each.name === name);
/** Does it where the sheet stands; else nothing. */
const on =
  (name: string, act: (host: ExcelHost, sheet: Sheet) => void) =>
  (host: ExcelHost): void => {
    const found = sheet(host, name);
    if (found) act(host, found);
  };
const CREDITS = 'Credits';
/** The first body cell below a heading of our table. */
function below(of: Sheet, heading: string): { readonly sheetId: string; readonly row: number; readonly column: number } {
  const area = of.tables[0]?.area;
  for (let c = area?.column ?? 0; area && c < area.column + area.columns; c++)
    if (of.cells.get(area.row, c) === heading) return { sheetId: of.id, row: area.row + 1, column: c };
  return { sheetId: of.id, row: 1, column: 0 };
}
function typeAt(host: ExcelHost, of: Sheet, account: string, heading: string, typed: string): void {
  const place = below(of, heading);
  const area = of.tables[0]?.area;
  for (let r = place.row; area && r < area.row + area.rows; r++)
    if (of.cells.get(r, area.column) === account) typeCell(host, { sheetId: of.id, row: r, column: place.column, typed });
}
const deleteRow = (host: ExcelHost, of: Sheet, row: number): void =>
  host.asUser(() => deleteCells(new RangeRef(host.state, of, { row, column: 0, rows: 1, columns: 16_384 }), 'Up'));
const protect =
  (name: string, on_: boolean) =>
  (host: ExcelHost): void => {
    const found = sheet(host, name);
    if (found) found.protection = { protected: on_, options: {} };
  };

const CHANGED = ['SheetChanged'];
const GONE = ['ItemNotFound', 'InvalidReference'];

export const ACTS: readonly Act[] = [
  { name: 'an amount is edited', act: on('Accounts', (host, of) => void typeCell(host, { sheetId: of.id, row: 3, column: 2, typed: '-1250' })), ends: CHANGED },
  {
    name: 'a cell beside the amounts is edited',
    act: on('Notes', (host, of) => void typeCell(host, { sheetId: of.id, row: 1, column: 0, typed: '8' })),
    ends: [],
  },
  {
    name: 'a note is typed on Credits',
    act: on(CREDITS, (host, of) => typeAt(host, of, '7', 'Assigned to', 'Dana')),
    ends: [],
    word: [CREDITS, '7', 'Assigned to', 'Dana'],
  },
  {
    name: 'Accounts is sorted',
    act: on('Accounts', (host, of) => void sortList(host, { sheetId: of.id, row: 1, column: 0, ascending: false })),
    ends: CHANGED,
  },
  {
    name: 'Credits is sorted',
    act: on(CREDITS, (host, of) => void sortList(host, { ...below(of, 'Amount'), ascending: true })),
    ends: ['TableChanged'],
  },
  {
    name: 'Refunds is sorted',
    act: on('Refunds', (host, of) => void sortList(host, { ...below(of, 'Amount'), ascending: true })),
    ends: ['TableChanged'],
  },
  {
    name: 'a row of Transactions is deleted',
    act: on('Transactions', (host, of) => deleteRow(host, of, 4)),
    ends: [...CHANGED, 'IncompleteRead'],
    shifts: true,
  },
  {
    name: 'the rows of Accounts are deleted',
    act: on('Accounts', (host, of) => [4, 3, 2, 1].forEach((row) => deleteRow(host, of, row))),
    ends: [...CHANGED, 'IncompleteRead'],
    shifts: true,
    mayRefuse: true,
  },
  {
    name: 'Transactions is deleted',
    act: on('Transactions', (host, of) => host.asUser(() => deleteSheet(host.state, of))),
    ends: [...CHANGED, ...GONE],
    shifts: true,
    mayRefuse: true,
  },
  { name: 'Credits is deleted', act: on(CREDITS, (host, of) => host.asUser(() => deleteSheet(host.state, of))), ends: [...GONE, 'TableGone'], gone: CREDITS },
  { name: 'Accounts is protected', act: protect('Accounts', true), ends: ['AccessDenied'], undone: protect('Accounts', false) },
  { name: 'Credits is protected', act: protect(CREDITS, true), ends: ['AccessDenied', 'SheetProtected'], undone: protect(CREDITS, false) },
  {
    name: 'the workbook is protected',
    act: ({ state }) => void (state.workbook.structureProtected = true),
    ends: ['AccessDenied', 'StructureProtected'],
    undone: ({ state }) => void (state.workbook.structureProtected = false),
  },
  {
    name: 'the workbook becomes read-only',
    act: ({ state }) => void (state.workbook.readOnly = true),
    ends: ['AccessDenied', 'ReadOnly'],
    undone: ({ state }) => void (state.workbook.readOnly = false),
  },
  {
    name: 'Credits is filtered',
    act: on(CREDITS, (host, of) => void filterList(host, { ...below(of, 'Account'), texts: ['7'] })),
    ends: ['TableFiltered'],
    undone: on(CREDITS, (host, of) => void filterList(host, { ...below(of, 'Account'), texts: null })),
  },
  {
    name: 'another workbook comes to the front',
    act: (host) => host.configure({ focused: false }),
    ends: ['GeneralException'],
    undone: (host) => host.configure({ focused: true }),
  },
];
