/** A small billing export of invented patients, worked by hand, and a session over it. */
import { createLocalAnalyst } from '../../src/app/localAnalyst';
import { createSession } from '../../src/app/createSession';
import type { SessionTools } from '../../src/app/createSession';
import type { Scan, ScanOptions, Session } from '../../src/app/session';
import { fromIso } from '../../src/core/day';
import type { Day } from '../../src/core/day';
import { startExcel } from '../../src/host/node';
import type { EmbeddedExcel } from '../../src/host/node';
import type { CellContent } from '../../src/host/model';
import type { Book } from '../../src/host/workbook';
import { bookOf, sheetOf } from '../excel/book';
import type { Cell } from '../excel/book';

export const AS_OF = fromIso('2026-01-31') as Day;
const D = 45_900;

/** Charge, contractual, one payer payment: closes to nothing. */
const closed = (account: string, charge: number): Cell[][] => [
  [account, D, 'Charge', charge, '', ''],
  [account, D + 20, 'Contractual Adjustment', -charge / 5, 'Harbor Mutual', ''],
  [account, D + 20, 'Insurance Payment', (-charge * 4) / 5, 'Harbor Mutual', `CHK${account}`],
];

/**
 * 00123: 500 − 100 − 400 − 400 (the same check posted twice): 400.00 in credit. 7: 100 − 145 by the patient: 45.00 in credit.
 * The others close to 0.00 or are still owed.
 */
export const ACCOUNTS: Cell[][] = [
  ['Account', 'Patient', 'Balance', 'Primary Payer'],
  ['00123', 'Invented, Ana', -400, 'Harbor Mutual'],
  ['7', 'Invented, Bo', -45, ''],
  ...['11', '12', '13', '14', '15'].map((account): Cell[] => [account, `Invented, P${account}`, 0, 'Harbor Mutual']),
  ['16', 'Invented, Q', 250, ''],
];
export const TRANSACTIONS: Cell[][] = [
  ['Account', 'Post Date', 'Transaction Type', 'Amount', 'Payer', 'Check #'],
  ...closed('00123', 500),
  ['00123', D + 20, 'Insurance Payment', -400, 'Harbor Mutual', 'CHK00123'],
  ['7', D, 'Charge', 100, '', ''],
  ['7', D + 5, 'Patient Payment', -145, '', 'CARD 1'],
  ...['11', '12', '13', '14', '15'].flatMap((account, i) => closed(account, 200 + 50 * i)),
  ['16', D, 'Charge', 250, '', ''],
];

export const billing = (more: Readonly<Record<string, Cell[][]>> = {}): Book => bookOf({ Accounts: ACCOUNTS, Transactions: TRANSACTIONS, ...more });

export interface Desk {
  readonly excel: EmbeddedExcel;
  readonly session: Session;
  readonly scan: (options?: Partial<ScanOptions>) => Promise<Scan>;
}

export async function desk(book: Book, tools: Partial<SessionTools> = {}): Promise<Desk> {
  const excel = await startExcel(book);
  const session = createSession({ analyst: createLocalAnalyst(), ...tools });
  return { excel, session, scan: (options = {}) => session.scan({ asOf: AS_OF, ...options }, silent, never()) };
}
export const silent = (): void => undefined;
export const never = (): AbortSignal => new AbortController().signal;

/** Everything of the sheets a user brought: cells, formulas, styles, rules, filters, widths. */
export function usersSheets(excel: EmbeddedExcel, names: readonly string[] = ['Accounts', 'Transactions']): unknown {
  return names.map((name) => {
    const sheet = sheetOf(excel, name);
    const used = sheet.cells.used(false);
    const cells: unknown[] = [];
    for (let r = 0; used && r < used.row + used.rows; r++)
      for (let c = 0; c < used.column + used.columns; c++) cells.push([sheet.cells.get(r, c), sheet.cells.formula(r, c), sheet.cells.style(r, c)]);
    return {
      name,
      cells,
      rules: sheet.conditionalFormats.length,
      widths: [...sheet.columnWidths],
      visibility: sheet.visibility,
      filter: sheet.autoFilter,
      properties: [...sheet.customProperties],
    };
  });
}

/** A cell as text; errors as their code. */
export const shown = (content: CellContent): string => (content === null ? '' : typeof content === 'object' ? content.error : String(content));

/** A column of our table by heading: account → value. */
export function column(excel: EmbeddedExcel, sheetName: string, heading: string): Record<string, string> {
  const sheet = sheetOf(excel, sheetName);
  const { area } = sheet.tables[0]!;
  const headings = Array.from({ length: area.columns }, (_, c) => shown(sheet.cells.get(area.row, area.column + c)));
  const place = headings.indexOf(heading);
  const rows = Array.from({ length: area.rows - 1 }, (_, r) => area.row + 1 + r);
  return Object.fromEntries(rows.map((r) => [shown(sheet.cells.get(r, area.column)), shown(sheet.cells.get(r, area.column + place))]));
}

/** Types into our table as a person would. */
export function type(excel: EmbeddedExcel, sheetName: string, account: string, heading: string, value: Cell): void {
  const sheet = sheetOf(excel, sheetName);
  const { area } = sheet.tables[0]!;
  for (let r = area.row + 1; r < area.row + area.rows; r++) {
    if (sheet.cells.get(r, area.column) !== account) continue;
    for (let c = area.column; c < area.column + area.columns; c++) if (sheet.cells.get(area.row, c) === heading) sheet.cells.set(r, c, value);
  }
}
