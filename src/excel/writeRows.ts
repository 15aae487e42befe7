/** Writes rows below a heading in blocks by bytes, number formats first (office-js.md 2.3). Only ever used on sheets of ours. */
import type { OnProgress } from '../app/session';
import type { ColumnSpec, OutValue } from '../outputs/edit';
import { cellFor, numberFormatOf, rowBytes } from './cells';
import type { Sent } from './cells';
import { codeOf, isGeneral, isTooLarge } from './failure';
import type { Guard } from './guard';
import { BLOCK_BYTES, MOST_CELLS_ASSIGNED } from './limits';

export interface RowsToWrite {
  readonly sheet: string;
  /** 0-based place of the first row. */
  readonly top: number;
  readonly left: number;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly (readonly OutValue[])[];
  /** Of the workbook's dates (dateSystem.ts). */
  readonly daysOff: number;
}

export interface WriteHooks {
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal | undefined;
}

/** Where the next block ends: as many rows as fit in one block, at least one. */
export function blockEnd(rows: readonly (readonly unknown[])[], from: number, mostBytes: number): number {
  let bytes = 0;
  let end = from;
  while (end < rows.length && (end === from || bytes < mostBytes)) {
    bytes += rowBytes(rows[end] ?? []);
    if (bytes > mostBytes && end > from) break;
    end++;
  }
  return end;
}

/** Sends one block: formats by column, then all values as one array. Queues only; the caller syncs. */
export function queueBlock(context: Excel.RequestContext, what: RowsToWrite, from: number, to: number): void {
  const sheet = context.workbook.worksheets.getItem(what.sheet);
  const { columns } = what;
  for (let first = 0; first < columns.length;) {
    const format = numberFormatOf(columns[first]!);
    let end = first + 1;
    while (end < columns.length && numberFormatOf(columns[end]!) === format) end++;
    const range = sheet.getRangeByIndexes(what.top + from, what.left + first, to - from, end - first);
    fill(range, format);
    range.untrack();
    first = end;
  }
  assign(sheet, what.top + from, what.left, sentRows(what, from, to));
}

/** Assigns a block of values in pieces the client takes whole; null leaves a cell alone. */
export function assign(sheet: Excel.Worksheet, top: number, left: number, values: readonly (readonly (Sent | null)[])[]): void {
  const width = values[0]?.length ?? 0;
  if (width === 0) return;
  const step = Math.max(1, Math.floor(MOST_CELLS_ASSIGNED / width));
  for (let from = 0; from < values.length; from += step) {
    const piece = values.slice(from, from + step);
    const range = sheet.getRangeByIndexes(top + from, left, piece.length, width);
    range.values = piece.map((row) => [...row]);
    range.untrack();
  }
}

/** Sets one number format on a whole range; the client takes a single value for all cells. */
export function fill(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}

function sentRows(what: RowsToWrite, from: number, to: number): Sent[][] {
  const sent: Sent[][] = [];
  for (let r = from; r < to; r++) {
    const row = what.rows[r] ?? [];
    sent.push(what.columns.map((column, c) => cellFor(column, row[c] ?? null, what.daysOff)));
  }
  return sent;
}

type AfterBlock = (context: Excel.RequestContext, rowsDone: number) => void;

async function sendBlock(context: Excel.RequestContext, what: RowsToWrite, from: number, to: number, after: AfterBlock): Promise<void> {
  queueBlock(context, what, from, to);
  after(context, to);
  await context.sync();
}

/**
 * Writes all rows; `after` may add to each block's request, for example growing the table over it. A block that is too large is halved.
 * A failed block is half done at worst and is simply sent again: the same cells get the same values.
 */
export async function writeRows(guard: Guard, what: RowsToWrite, hooks: WriteHooks, after: AfterBlock = () => undefined, start = 0): Promise<void> {
  let mostBytes = BLOCK_BYTES;
  let generalSeen = false;
  for (let from = start; from < what.rows.length;) {
    const to = blockEnd(what.rows, from, mostBytes);
    try {
      await guard.run((context) => sendBlock(context, what, from, to, after), { ...hooks, repeatable: true });
    } catch (error) {
      if (to - from < 2 || !(isTooLarge(error) || (isGeneral(error) && !generalSeen))) throw error;
      generalSeen ||= codeOf(error) === 'GeneralException';
      mostBytes = Math.floor(mostBytes / 2);
      continue;
    }
    from = to;
    hooks.onProgress({
      stage: 'writing',
      done: from,
      total: what.rows.length,
      message: `Writing ${what.sheet}: ${from.toLocaleString('en-US')} of ${what.rows.length.toLocaleString('en-US')} rows`,
    });
    await guard.breathe(hooks.signal);
  }
}
