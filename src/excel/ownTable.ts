/** Reads a table of ours as it stands: its columns by heading, then by hidden name, its cells, and whether it may be written to. */
import type { CellValue, RunHooks } from '../app/session';
import type { ColumnSpec, OwnRole } from '../outputs/edit';
import { readColumns } from './blocks';
import { datePlaces, fromBook } from './dateSystem';
import { HostFailure } from './failure';
import type { Guard } from './guard';
import { columnMark } from './own';
import { wholeValues } from './whole';

export interface OwnTable {
  readonly role: OwnRole;
  readonly sheet: string;
  readonly table: string;
  /** 0-based place of the header row on the sheet, and the first column. */
  readonly headerRow: number;
  readonly left: number;
  readonly headings: readonly string[];
  /** Column key → place in the table; a key that is missing has no entry. */
  readonly places: Readonly<Record<string, number>>;
  /** Body rows as they stand: formulas for formula cells unless values were asked for, "" for blanks. */
  readonly rows: readonly (readonly CellValue[])[];
  readonly filtered: boolean;
  readonly protected: boolean;
  /** False when the run that made the sheet broke off before its last touches. */
  readonly finished: boolean;
  /** Of the dates in its cells; `rows` has them as day serials already (dateSystem.ts). */
  readonly daysOff: number;
}

export const FINISHED_PROPERTY = 'crb_done';

/** Rejects with TableGone when the sheet holds no table. With `only`, just those columns are read; other cells are given as blank. */
export async function readOwnTable(
  guard: Guard,
  role: OwnRole,
  sheet: string,
  columns: readonly ColumnSpec[],
  hooks: RunHooks,
  what: 'formulas' | 'values' = 'formulas',
  only?: readonly string[],
): Promise<OwnTable> {
  const frame = await guard.run((context) => frameOf(context, role, sheet, columns), { ...hooks, repeatable: true });
  const rows: (readonly CellValue[])[] = [];
  const width = frame.table.headings.length;
  const wanted = only ? placesRead(frame.table, only) : [...frame.table.headings.keys()];
  await readColumns(
    guard,
    {
      sheet,
      firstRow: frame.table.headerRow + 1,
      rowCount: frame.rowCount,
      columns: wanted.map((place) => frame.table.left + place),
      bytesPerRow: 0,
      what,
    },
    {
      // Small reads say nothing, but that Excel is waited for, and Stop offered, must be seen.
      onProgress: (progress) => {
        if (progress.stage === 'waiting') hooks.onProgress(progress);
      },
      signal: hooks.signal,
      accept: (block) => {
        for (const values of block.values) rows.push(only ? atPlaces(values, wanted, width) : values);
        return Promise.resolve();
      },
    },
  );
  return bodyOf(guard, frame, columns, rows);
}

/** As `readOwnTable`, for adding below: of the rows only the last is read, the others are given without cells. */
export async function readLastRow(guard: Guard, role: OwnRole, sheet: string, columns: readonly ColumnSpec[], hooks: RunHooks): Promise<OwnTable> {
  const frame = await guard.run((context) => frameOf(context, role, sheet, columns), { ...hooks, repeatable: true });
  const { table, rowCount } = frame;
  const above: (readonly CellValue[])[] = Array.from({ length: rowCount - 1 }, () => []);
  const last = await guard.run(
    async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(table.headerRow + rowCount, table.left, 1, table.headings.length);
      range.load('values');
      range.untrack();
      await context.sync();
      return wholeValues(range, 1);
    },
    { ...hooks, repeatable: true },
  );
  return bodyOf(guard, frame, columns, [...above, ...last]);
}

function bodyOf({ daysOff }: Guard, { table }: Frame, columns: readonly ColumnSpec[], rows: readonly (readonly CellValue[])[]): OwnTable {
  return { ...table, daysOff, rows: blankBody(rows) ? [] : fromBook(rows, datePlaces(columns, table.places), daysOff) };
}

const placesRead = ({ places }: Frame['table'], only: readonly string[]): number[] =>
  [...new Set(only.flatMap((key) => places[key] ?? []))].toSorted((a, b) => a - b);

/** A row in which cells that were not read are blank. */
function atPlaces(values: readonly CellValue[], places: readonly number[], width: number): CellValue[] {
  const row: CellValue[] = Array.from({ length: width }, () => '');
  for (const [i, place] of places.entries()) row[place] = values[i] ?? '';
  return row;
}

/** A table cannot be without a body row: an empty one holds a blank row. */
const blankBody = (rows: readonly (readonly CellValue[])[]): boolean => rows.length === 1 && (rows[0] ?? []).every((cell) => cell === '' || cell === null);

interface Frame {
  readonly table: Omit<OwnTable, 'rows' | 'daysOff'>;
  readonly rowCount: number;
}

async function frameOf(context: Excel.RequestContext, role: OwnRole, sheetName: string, columns: readonly ColumnSpec[]): Promise<Frame> {
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const { protection, tables } = partsOf(sheet);
  protection.load('protected');
  tables.load('items/name');
  const done = sheet.customProperties.getItemOrNullObject(FINISHED_PROPERTY);
  done.load('value');
  await context.sync();
  const table = tables.items.find((item) => item.name.startsWith('crb_')) ?? tables.items[0];
  if (!table) throw new HostFailure('TableGone', sheetName);
  const header = table.getHeaderRowRange();
  header.load('values,rowIndex,columnIndex');
  header.untrack();
  const body = table.getDataBodyRange();
  body.load('rowCount');
  body.untrack();
  table.autoFilter.load('isDataFiltered');
  const marks = columns.map((column) => {
    const item = context.workbook.names.getItemOrNullObject(columnMark(role, column.key));
    const range = item.getRangeOrNullObject();
    range.load('columnIndex');
    range.untrack();
    return { key: column.key, range };
  });
  await context.sync();
  const headings = (wholeValues(header, 1)[0] ?? []).map(String);
  const left = header.columnIndex;
  const named = new Map(marks.filter((mark) => !mark.range.isNullObject).map((mark) => [mark.key, mark.range.columnIndex - left]));
  return {
    rowCount: body.rowCount,
    table: {
      role,
      sheet: sheetName,
      table: table.name,
      headerRow: header.rowIndex,
      left,
      headings,
      places: placesOf(columns, headings, named),
      filtered: table.autoFilter.isDataFiltered,
      protected: protection.protected,
      finished: !done.isNullObject,
    },
  };
}

const partsOf = (sheet: Excel.Worksheet): { protection: Excel.WorksheetProtection; tables: Excel.TableCollection } => ({
  protection: sheet.protection,
  tables: sheet.tables,
});

/** Column key → place, by heading, else where its hidden name points (`named`: key → place). */
export function placesOf(
  columns: readonly Pick<ColumnSpec, 'key' | 'heading'>[],
  headings: readonly string[],
  named: ReadonlyMap<string, number>,
): Record<string, number> {
  const places: Record<string, number> = {};
  for (const column of columns) {
    const byHeading = headings.indexOf(column.heading);
    const place = byHeading >= 0 ? byHeading : (named.get(column.key) ?? -1);
    if (place >= 0 && place < headings.length) places[column.key] = place;
  }
  return places;
}

/** Throws when the table must not be written to now. */
export function assertWritable(table: OwnTable): void {
  if (table.protected) throw new HostFailure('SheetProtected', table.sheet);
  if (table.filtered) throw new HostFailure('TableFiltered', table.sheet);
}

/** Loads the ids of the table's rows as they stand now; null when it has no column of ids or no row. */
export function queueIds(context: Excel.RequestContext, table: OwnTable): Excel.Range | null {
  const place = table.places['id'];
  if (place === undefined || table.rows.length === 0) return null;
  const ids = context.workbook.worksheets.getItem(table.sheet).getRangeByIndexes(table.headerRow + 1, table.left + place, table.rows.length, 1);
  ids.load('values');
  ids.untrack();
  return ids;
}

/** A person may sort between our reading and our writing: then a cell would land in another account's row. Throws TableChanged. */
export function assertSameRows(table: OwnTable, ids: Excel.Range | null): void {
  if (ids && !sameRows(table, ids)) throw new HostFailure('TableChanged', table.sheet);
}

/** As `queueIds` loaded them, one a body row. */
export const idsOf = (table: OwnTable, ids: Excel.Range): string[] => wholeValues(ids, table.rows.length).map((row) => String(row[0] ?? ''));

/** Rows as they were read, by id; null for an id that was read twice. */
export function rowsById(table: OwnTable): Map<string, readonly CellValue[] | null> {
  const place = table.places['id'] ?? 0;
  const rows = new Map<string, readonly CellValue[] | null>();
  for (const row of table.rows) {
    const id = String(row[place] ?? '');
    rows.set(id, id === '' || rows.has(id) ? null : row);
  }
  return rows;
}

export function sameRows(table: OwnTable, ids: Excel.Range): boolean {
  const place = table.places['id'] ?? 0;
  const now = idsOf(table, ids);
  return table.rows.every((row, r) => String(row[place] ?? '') === now[r]);
}
