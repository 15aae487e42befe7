/** Workbooks for request budgets: a sheet of any length whose cells are worked out when asked for, and a ledger in which every account is in credit. */
import { Cells } from '../../src/host/cells';
import type { Area, CellContent } from '../../src/host/model';
import { newWorkbook } from '../../src/host/workbook';
import type { Book } from '../../src/host/workbook';
import { bookOf } from '../excel/book';
import type { Cell } from '../excel/book';

/** Nine columns that a review reads, and three that it does not. */
const HEADINGS = [
  'Account',
  'Post Date',
  'Phone Note',
  'Transaction Type',
  'Amount',
  'Payer',
  'Shelf',
  'Check #',
  'Claim #',
  'Patient',
  'Folder Colour',
  'Service Date',
];
export const UNREAD: readonly number[] = [2, 6, 10];
const TYPES = ['Charge', 'Contractual Adjustment', 'Insurance Payment', 'Patient Payment'];
const FIRST_DAY = 45_600;

/** Row 1 and on; eight rows an account. */
function cellOf(row: number, column: number): CellContent {
  const account = row >> 3;
  switch (HEADINGS[column]) {
    case 'Account':
      return `A${1_000_000 + account}`;
    case 'Post Date':
      return FIRST_DAY + (row % 300);
    case 'Service Date':
      return FIRST_DAY - 10 + (account % 280);
    case 'Transaction Type':
      return TYPES[row & 3] ?? '';
    case 'Amount':
      return (row & 3) === 0 ? 100 + (account % 900) : -(100 + (account % 900)) / 4;
    case 'Payer':
      return (row & 3) === 0 ? '' : 'Harbor Mutual';
    case 'Check #':
      return (row & 3) < 2 ? '' : `CK${500_000 + (row >> 2)}`;
    case 'Claim #':
      return `CL${2_000_000 + account}`;
    case 'Patient':
      return `Invented, P${account}`;
    default:
      return `not needed ${row % 1_000}`;
  }
}

/** Cells that are nowhere kept: a million rows cost no memory. */
class MadeCells extends Cells {
  constructor(
    strings: Book['strings'],
    private readonly rows: number,
  ) {
    super(strings);
  }
  override get(row: number, column: number): CellContent {
    if (row > this.rows || column >= HEADINGS.length) return null;
    return row === 0 ? (HEADINGS[column] ?? null) : cellOf(row, column);
  }
  override used(): Area {
    return { row: 0, column: 0, rows: this.rows + 1, columns: HEADINGS.length };
  }
}

/** A sheet of `rows` transactions in 12 columns. */
export function longSheet(rows: number): Book {
  const book = newWorkbook('long.xlsx');
  const sheet = book.addSheet('Transactions');
  book.sheets[0] = { ...sheet, cells: new MadeCells(book.strings, rows) };
  return book;
}

/** `credits` accounts, each paid twice by the same check: 100 − 20 − 80 − 80 = −80.00. */
export function allInCredit(credits: number): Book {
  const rows: Cell[][] = [['Account', 'Post Date', 'Transaction Type', 'Amount', 'Payer', 'Check #', 'Patient']];
  for (let n = 0; n < credits; n++) {
    const [account, patient] = [`A${1_000_000 + n}`, `Invented, P${n}`];
    const line = (type: string, amount: number, check: string): Cell[] => [account, FIRST_DAY + (n % 200), type, amount, 'Harbor Mutual', check, patient];
    rows.push(
      line('Charge', 100, ''),
      line('Contractual Adjustment', -20, ''),
      line('Insurance Payment', -80, `CK${n}`),
      line('Insurance Payment', -80, `CK${n}`),
    );
  }
  return bookOf({ Transactions: rows });
}
