/**
 * What intake takes and gives. Two steps, so that a million rows never stand in memory twice: `plan` looks at samples and says which
 * columns it needs; a reader then accepts blocks of those columns as they arrive and ends in a Reading (design.md 3 and 5).
 */
import type { Ledger } from '../core/ledger';
import type { Policy } from '../core/policy/policy';

/** A cell as Excel's values hand it over: "" (or null) for blank, errors as their text. */
export type CellValue = string | number | boolean | null;

export interface SheetSample {
  readonly name: string;
  /** Values from the top of the used range: up to 200 rows, all columns. */
  readonly head: readonly (readonly CellValue[])[];
  /** Values from the end of the used range: up to 50 rows (may overlap head). */
  readonly tail: readonly (readonly CellValue[])[];
  /** Number formats of up to 20 sample rows in head, or empty when not read. Same shape as the first rows of head. */
  readonly formats: readonly (readonly string[])[];
  /** 0-based position of the used range on the sheet, and its size. */
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Excel tables on the sheet: 0-based header row and column, size with header. */
  readonly tables: readonly { readonly name: string; readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }[];
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** True for sheets the product made (marked as its own). */
  readonly own: boolean;
  readonly date1904: boolean;
}

export type Role = 'accounts' | 'transactions' | 'mixed' | 'remittance' | 'register' | 'own' | 'ignored';

/** How a column was understood. */
export interface ColumnPlan {
  readonly field: string;
  /** 0-based sheet column. */
  readonly column: number;
  readonly heading: string;
  readonly reason: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Other columns the field could have been read from. */
  readonly alternatives: readonly string[];
  /** Up to three different values, as text; left out where a correction or a test made the plan. */
  readonly samples?: readonly string[];
  /** The other field the heading could name, where the values decided ("Guarantor" over numbers or over names). */
  readonly twin?: string;
}

/** A column of a table, read or not, with a few of its values in words: for choosing another column. */
export interface HeadingPlan {
  /** 0-based sheet column. */
  readonly column: number;
  /** As corrections name it; "Column C" where the heading is blank. */
  readonly heading: string;
  /** Up to three different values. */
  readonly samples: readonly string[];
}

export interface SheetPlan {
  readonly sheet: string;
  readonly role: Role;
  readonly why: string;
  /** 1-based row of the heading (last of them when two rows); 0 when there is none. */
  readonly headerRow: number;
  /** 0-based first data row on the sheet, and how many rows to read from there. */
  readonly firstDataRow: number;
  readonly dataRows: number;
  readonly columns: readonly ColumnPlan[];
  /** Every column of the table in order, read or not; left out where no table was found. */
  readonly headings?: readonly HeadingPlan[];
}

export interface Plan {
  readonly sheets: readonly SheetPlan[];
  /** Set when nothing can be reviewed: said before any block is read. */
  readonly refused: Refusal | null;
}

/** A rectangle of the planned columns, in the order of `columns` (0-based sheet columns). */
export interface Block {
  readonly sheet: string;
  /** 0-based sheet row of values[0]. */
  readonly firstRow: number;
  readonly columns: readonly number[];
  readonly values: readonly (readonly CellValue[])[];
}

/** The user's data is not what it should be: a value with its place and what to do (design.md 10). */
export interface Problem {
  readonly code: string;
  readonly sheet: string;
  /** 1-based; 0 when the problem is the sheet's. */
  readonly row: number;
  readonly message: string;
  readonly remedy: string;
}

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** Something intake decided that a person may change. */
export interface Assumption {
  /** Stable key, for example "sign:Transactions:PMT" or "column:Accounts:balance". */
  readonly key: string;
  readonly label: string;
  readonly chosen: string;
  readonly choices: readonly string[];
  readonly why: string;
}

export interface SheetReading {
  readonly name: string;
  readonly role: Role;
  readonly headerRow: number;
  readonly rows: number;
  readonly dropped: readonly { readonly why: string; readonly rows: number }[];
  /** field → heading. */
  readonly columns: Readonly<Record<string, string>>;
  readonly sign: string;
  /** Share of this sheet's rows whose key was found on the other side; null when there is no other side. */
  readonly matched: number | null;
}

export type Grain = 'account' | 'claim' | 'visit' | 'patient' | 'guarantor';

export interface Reading {
  readonly ledger: Ledger;
  readonly refused: Refusal | null;
  readonly grain: Grain;
  /** What the other grains would give. */
  readonly grains: readonly { readonly grain: Grain; readonly keys: number; readonly matched: number | null; readonly note: string }[];
  readonly sheets: readonly SheetReading[];
  readonly problems: readonly Problem[];
  readonly assumptions: readonly Assumption[];
}

export interface ReadOptions {
  readonly grain?: Grain;
  /** Assumption key → chosen value, the user's corrections. */
  readonly corrections?: Readonly<Record<string, string>>;
  readonly policy: Policy;
}

export interface Reader {
  accept(block: Block): void;
  finish(): Reading;
}
