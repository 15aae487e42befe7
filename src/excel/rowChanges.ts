/**
 * Changed cells of one of our tables, row by row: the cells of a row go in one assignment, between them null, which leaves a cell alone. So a
 * request that breaks off midway leaves each row old or new.
 */
import type { ColumnSpec, OutValue, UpdateTable } from '../outputs/edit';
import { cellFor, numberFormatOf } from './cells';
import type { Sent } from './cells';
import type { OwnTable, rowsById } from './ownTable';
import { assign, fill } from './writeRows';

interface Cell {
  readonly row: number;
  readonly place: number;
  readonly column: ColumnSpec;
  readonly value: Sent;
}

/** Rows one below the other in which the same columns change. */
export interface RowChange {
  /** 0-based body row of the first. */
  readonly row: number;
  /** Of each changed column, from left to right. */
  readonly cells: readonly Cell[];
  /** From the first changed place to the last. */
  readonly values: (readonly (Sent | null)[])[];
}

/** Throws TypeError for a person's column or one we do not have (our bug); cells of columns that the table has lost are left out. */
export function rowChanges(edit: Pick<UpdateTable, 'cells' | 'columns'>, table: OwnTable): RowChange[] {
  const changes: RowChange[] = [];
  for (const cells of rowsOf(edit, table)) {
    const last = changes.at(-1);
    const below = last && cells[0]?.row === last.row + last.values.length && samePlaces(last.cells, cells);
    if (below) last.values.push(spanOf(cells));
    else changes.push({ row: cells[0]?.row ?? 0, cells, values: [spanOf(cells)] });
  }
  return changes;
}

/** The changed cells of each row, from top to bottom and left to right. */
function rowsOf({ cells, columns }: Pick<UpdateTable, 'cells' | 'columns'>, table: OwnTable): Cell[][] {
  const specs = new Map(columns.map((column) => [column.key, column]));
  const rows = new Map<number, Cell[]>();
  for (const { row, column: key, value } of cells) {
    const [column, place] = [specs.get(key), table.places[key]];
    if (place === undefined) continue;
    if (!column || column.person === true) throw new TypeError(`an update may not write column ${key}`);
    const changed = rows.get(row) ?? [];
    changed.push({ row, place, column, value: cellFor(column, value, table.daysOff) });
    rows.set(row, changed);
  }
  return [...rows].toSorted(([a], [b]) => a - b).map(([, changed]) => changed.toSorted((a, b) => a.place - b.place));
}

const samePlaces = (a: readonly Cell[], b: readonly Cell[]): boolean => a.length === b.length && a.every((cell, i) => cell.place === b[i]?.place);

function spanOf(cells: readonly Cell[]): (Sent | null)[] {
  const first = cells[0]?.place ?? 0;
  const span: (Sent | null)[] = Array.from({ length: (cells.at(-1)?.place ?? first) - first + 1 }, () => null);
  for (const cell of cells) span[cell.place - first] = cell.value;
  return span;
}

/**
 * What the cells of a change held when the table was read, row by row, by the ids that stand in its rows now (`ids`: one a body row). Rows whose id was
 * not read, or was read twice, are left out.
 */
export function asRead(table: OwnTable, change: RowChange, ids: readonly string[], rows: ReturnType<typeof rowsById>): RowChange[] {
  return change.values.flatMap((_, r): RowChange[] => {
    const read = rows.get(ids[change.row + r] ?? '');
    if (!read) return [];
    const cells = change.cells.map((cell) => ({ ...cell, row: change.row + r, value: heldBefore(cell.column, read[cell.place] ?? null, table.daysOff) }));
    return [{ row: change.row + r, cells, values: [spanOf(cells)] }];
  });
}

/** Of whatever kind it was: a person may have typed in our columns, too. */
export function heldBefore(column: ColumnSpec, value: OutValue, daysOff: number): Sent {
  const isFormula = typeof value === 'string' && value.startsWith('=') && column.type === 'formula';
  return cellFor(isFormula ? column : { ...column, person: true }, value, daysOff);
}

/** A text is formatted first, and so is, when `moved`, what comes to stand in another column. Queues only; the caller syncs. */
export function queueChange(context: Excel.RequestContext, table: OwnTable, change: RowChange, moved: boolean): void {
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const top = table.headerRow + 1 + change.row;
  for (const { column, place } of change.cells) {
    if (column.type !== 'text' && !moved) continue;
    const range = sheet.getRangeByIndexes(top, table.left + place, change.values.length, 1);
    fill(range, numberFormatOf(column));
    range.untrack();
  }
  assign(sheet, top, table.left + (change.cells[0]?.place ?? 0), change.values);
}
