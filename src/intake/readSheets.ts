/** Reads whole sheets held in memory: samples, plan, blocks, reading in one call. For tests, the command line's own checks and small files. */
import type { CellValue, Reading, ReadOptions, SheetSample } from './contract';
import { plan } from './plan';
import { createReader } from './reader';

export interface WholeSheet {
  readonly name: string;
  /** From A1; rows may differ in length (missing cells are blank). */
  readonly values: readonly (readonly CellValue[])[];
  readonly date1904?: boolean;
  readonly own?: boolean;
  /** Number formats of the first rows, when known. */
  readonly formats?: readonly (readonly string[])[];
}

const HEAD_ROWS = 200;
const TAIL_ROWS = 50;
const BLOCK_ROWS = 5000;

/** The sample the door would take of this sheet. */
export function sampleOf(sheet: WholeSheet): SheetSample {
  const columnCount = sheet.values.reduce((most, row) => Math.max(most, row.length), 0);
  const full = (row: readonly CellValue[]): readonly CellValue[] =>
    row.length === columnCount ? row : Array.from({ length: columnCount }, (_, i) => row[i] ?? '');
  return {
    name: sheet.name,
    head: sheet.values.slice(0, HEAD_ROWS).map(full),
    tail: sheet.values.slice(-TAIL_ROWS).map(full),
    formats: sheet.formats ?? [],
    firstRow: 0,
    firstColumn: 0,
    rowCount: sheet.values.length,
    columnCount,
    tables: [],
    visibility: 'visible',
    own: sheet.own ?? false,
    date1904: sheet.date1904 ?? false,
  };
}

/** Plans and reads whole sheets. */
export function readSheets(sheets: readonly WholeSheet[], options: ReadOptions): Reading {
  const samples = sheets.map(sampleOf);
  const planned = plan(samples, options);
  const reader = createReader(planned, samples, options);
  for (const part of planned.sheets) {
    const sheet = sheets.find((s) => s.name === part.sheet);
    if (sheet === undefined || part.columns.length === 0) continue;
    const columns = part.columns.map((c) => c.column);
    const end = Math.min(sheet.values.length, part.firstDataRow + part.dataRows);
    for (let from = part.firstDataRow; from < end; from += BLOCK_ROWS) {
      const rows = sheet.values.slice(from, Math.min(end, from + BLOCK_ROWS));
      reader.accept({ sheet: sheet.name, firstRow: from, columns, values: rows.map((row) => columns.map((c) => row[c] ?? '')) });
    }
  }
  return reader.finish();
}
