/** The sample as sheets of cells with looks, before any file format. Rows and columns are 0-based. */
export type Look =
  'title' | 'note' | 'band' | 'header' | 'text' | 'date' | 'money' | 'signed' | 'plain' | 'totalText' | 'total' | 'totalSigned' | 'heading' | 'prose';
export interface Cell {
  readonly value: string | number;
  readonly look: Look;
}
export interface Layout {
  readonly name: string;
  readonly rows: (readonly (Cell | null)[])[];
  /** Characters. */
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly merged: { readonly row: number; readonly column: number; readonly columns: number }[];
  readonly hiddenRows: readonly number[];
  readonly tabColor: string;
  /** Area with filter buttons: header row to last data row; null for none. */
  readonly filter: { readonly row: number; readonly rows: number; readonly columns: number } | null;
}

/** A column of a sheet: heading, look, width in characters, value of a record (null = blank cell; a text look keeps digits as text). */
export interface Column<T> {
  readonly heading: string;
  readonly look: 'text' | 'date' | 'money' | 'signed';
  readonly width: number;
  value(record: T): string | number | null;
  /** A look of its own for single cells. */
  lookOf?(record: T): Look;
}

const cell = (value: string | number | null, look: Look): Cell | null => (value === null || value === '' ? null : { value, look });
export const bodyRow = <T>(columns: readonly Column<T>[], record: T): (Cell | null)[] =>
  columns.map((column) => cell(column.value(record), column.lookOf?.(record) ?? column.look));
export const headerRow = <T>(columns: readonly Column<T>[]): Cell[] => columns.map((column) => ({ value: column.heading, look: 'header' }));
export const line = (text: string, look: Look): Cell[] => [{ value: text, look }];

/** Cents as the dollars a spreadsheet holds. */
export const dollars = (cents: number): number => cents / 100;
export const dollarsOr = (cents: number | null): number | null => (cents === null ? null : cents / 100);
export const dateOr = (day: number): number | null => (day === 0 ? null : day);

export const text = <T>(heading: string, width: number, value: (record: T) => string): Column<T> => ({ heading, look: 'text', width, value });
export const date = <T>(heading: string, value: (record: T) => number, lookOf?: (record: T) => Look): Column<T> => ({
  heading,
  look: 'date',
  width: 11,
  value: (record) => dateOr(value(record)),
  ...(lookOf ? { lookOf } : {}),
});
export const money = <T>(heading: string, value: (record: T) => number | null, width = 12): Column<T> => ({
  heading,
  look: 'money',
  width,
  value: (record) => dollarsOr(value(record)),
});
