/**
 * Edits: what will be written, as values that can be shown, tested and compared before anything is applied (design.md 3 and 7).
 * Every edit concerns a sheet of ours, except highlights (conditional formats on a user's sheet).
 */
import type { FindingClass } from '../core/credit';

export type OutValue = string | number | boolean | null;

export type OwnRole =
  | 'credits'
  | 'underpayments'
  | 'refunds'
  | 'refundFile'
  | 'payees'
  | 'payerLetters'
  | 'patientLetters'
  | 'evidence'
  | 'corrections'
  | 'cms838'
  | 'summary'
  | 'policy'
  | 'log'
  | 'message'
  | 'keys';

export interface ColumnSpec {
  /** Stable key; the heading may be renamed by nobody but us. */
  readonly key: string;
  readonly heading: string;
  /** text columns are formatted "@" before values; formula columns hold strings that start with "=" written by us, never from a cell. */
  readonly type: 'text' | 'money' | 'date' | 'number' | 'formula';
  readonly width: number;
  /** Number format, where it is not the type's own. */
  readonly format?: string;
  /** A person types here: never overwritten by a re-run. */
  readonly person?: boolean;
  readonly list?: readonly string[];
  /** Behind the outline. */
  readonly grouped?: boolean;
  readonly hidden?: boolean;
  /** Long text runs over several lines of its cell. */
  readonly wrap?: boolean;
  readonly bold?: boolean;
  /** A column that a person added: it has no hidden name of ours. */
  readonly theirs?: boolean;
}

/** How a sheet of ours is printed: its heading on every page. */
export interface PrintSetup {
  readonly orientation: 'Portrait' | 'Landscape';
  /** 0-based body rows that begin a page. */
  readonly pages: readonly number[];
}

/** Make an own sheet with one table. Rows in column order. */
export interface CreateTable {
  readonly kind: 'createTable';
  readonly role: OwnRole;
  readonly sheetName: string;
  readonly table: string;
  /** Lines above the table (title, as-of, control totals). */
  readonly preface: readonly (readonly OutValue[])[];
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly (readonly OutValue[])[];
  readonly visibility: 'visible' | 'hidden';
  readonly print?: PrintSetup;
}

/** Change our own cells of an existing own table, in place; rows never move. */
export interface UpdateTable {
  readonly kind: 'updateTable';
  readonly role: OwnRole;
  readonly table: string;
  /** By column key: 0-based body row → value. Person columns never appear here. */
  readonly cells: readonly { readonly row: number; readonly column: string; readonly value: OutValue }[];
  readonly append: readonly (readonly OutValue[])[];
  readonly columns: readonly ColumnSpec[];
  readonly preface: readonly (readonly OutValue[])[];
  readonly print?: PrintSetup;
  /** Of a sheet nobody types in: how many rows it shall have; those below them are blanked and given up by the table before anything else. */
  readonly rows?: number;
  /** Of a sheet nobody types in: column key → place, where columns shall stand elsewhere than they do. */
  readonly places?: Readonly<Record<string, number>>;
  /** True when headings that stand differently take those of `columns`. */
  readonly renames?: boolean;
}

/** The keys to colour on one user's sheet (design.md 8). */
export interface Highlight {
  readonly kind: 'highlight';
  readonly sheet: string;
  /** 0-based key column (and facility column, −1 if none), the data body and its columns. */
  readonly keyColumn: number;
  readonly facilityColumn: number;
  readonly firstRow: number;
  readonly rowCount: number;
  readonly firstColumn: number;
  readonly columnCount: number;
  /** When given, only these 0-based columns are coloured instead of whole rows (transactions sheets: key and amount cells). */
  readonly onlyColumns?: readonly number[];
  /** Raw key cell values exactly as read, one class a key. */
  readonly keys: readonly { readonly value: string | number; readonly class: FindingClass }[];
}

export type Edit = CreateTable | UpdateTable | Highlight;
