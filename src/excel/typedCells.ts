/** Writes a person's cells of one of our tables, in place, for the pane: only where the rows are still those that were read. */
import type { ColumnSpec, OutValue } from '../outputs/edit';
import { cellFor } from './cells';
import type { Sent } from './cells';
import { HostFailure } from './failure';
import type { Guard, RunOptions } from './guard';
import { assertSameRows, assertWritable, idsOf, queueIds, rowsById, sameRows } from './ownTable';
import type { OwnTable } from './ownTable';
import { heldBefore } from './rowChanges';
import { assign, fill } from './writeRows';

export interface TypedCell {
  /** 0-based body row. */
  readonly row: number;
  readonly column: string;
  readonly value: OutValue;
}

interface Run {
  readonly column: ColumnSpec;
  readonly place: number;
  readonly row: number;
  readonly values: Sent[];
}

/** About 600 bytes a run besides its values (wire.md 10). */
const RUNS_A_REQUEST = 1_000;

/**
 * `table` must be as just read, with its ids. Rejects with ColumnGone, SheetProtected or TableFiltered before anything is written, and with
 * TableChanged when rows moved since.
 */
export async function writeTyped(
  guard: Guard,
  table: OwnTable,
  columns: readonly ColumnSpec[],
  cells: readonly TypedCell[],
  options: RunOptions,
): Promise<void> {
  assertWritable(table);
  const runs = runsOf(table, columns, cells);
  for (let from = 0; from < runs.length; from += RUNS_A_REQUEST) {
    const part = runs.slice(from, from + RUNS_A_REQUEST);
    await guard.run((context) => send(context, table, part), { ...options, repeatable: true });
  }
}

async function send(context: Excel.RequestContext, table: OwnTable, runs: readonly Run[]): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const ids = queueIds(context, table);
  await context.sync();
  assertSameRows(table, ids);
  for (const run of runs) queueRun(sheet, table, run);
  const after = queueIds(context, table);
  await context.sync();
  if (!after || sameRows(table, after)) return;
  // Sorted between the two requests: what was typed has come into the rows of others.
  const [now, rows] = [idsOf(table, after), rowsById(table)];
  for (const run of runs) for (const part of runAsRead(table, run, now, rows)) queueRun(sheet, table, part);
  await context.sync();
  throw new HostFailure('TableChanged', table.sheet);
}

function queueRun(sheet: Excel.Worksheet, table: OwnTable, { column, place, row, values }: Run): void {
  const top = table.headerRow + 1 + row;
  if (column.type === 'text') {
    const range = sheet.getRangeByIndexes(top, table.left + place, values.length, 1);
    fill(range, '@');
    range.untrack();
  }
  assign(
    sheet,
    top,
    table.left + place,
    values.map((value) => [value]),
  );
}

/** What the cells held, by the ids that stand in their rows now. */
function runAsRead(table: OwnTable, { column, place, row, values }: Run, ids: readonly string[], rows: ReturnType<typeof rowsById>): Run[] {
  return values.flatMap((_, r): Run[] => {
    const read = rows.get(ids[row + r] ?? '');
    return read ? [{ column, place, row: row + r, values: [heldBefore(column, read[place] ?? null, table.daysOff)] }] : [];
  });
}

function runsOf(table: OwnTable, columns: readonly ColumnSpec[], cells: readonly TypedCell[]): Run[] {
  const specs = new Map(columns.map((column) => [column.key, column]));
  const runs: Run[] = [];
  for (const cell of cells.toSorted((a, b) => (a.column < b.column ? -1 : a.column > b.column ? 1 : a.row - b.row))) {
    const column = specs.get(cell.column);
    const place = table.places[cell.column];
    if (column?.person !== true) throw new TypeError(`column ${cell.column} is not a person's`);
    if (place === undefined || table.places['id'] === undefined) throw new HostFailure('ColumnGone', `${table.sheet}: ${column.heading}`);
    const last = runs.at(-1);
    const value = cellFor(column, cell.value, table.daysOff);
    if (last && last.column === column && last.row + last.values.length === cell.row) last.values.push(value);
    else runs.push({ column, place, row: cell.row, values: [value] });
  }
  return runs;
}
