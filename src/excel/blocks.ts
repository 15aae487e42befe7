/**
 * Reads the mapped columns of a sheet in blocks by bytes and cells (office-js.md 2.2): no block is kept after its use, each is checked for
 * null and for its number of rows, and a block that is too large is halved.
 */
import type { Block, CellValue, OnProgress } from '../app/session';
import { rowBytes } from './cells';
import { aborted, HostFailure, isGeneral, isTooLarge } from './failure';
import type { Guard } from './guard';
import { BLOCK_BYTES, GUESSED_CELL_BYTES, LEAST_BLOCK_ROWS, MOST_CELLS_A_READ } from './limits';

export interface ColumnsToRead {
  readonly sheet: string;
  /** 0-based. */
  readonly firstRow: number;
  readonly rowCount: number;
  /** 0-based sheet columns, ascending. */
  readonly columns: readonly number[];
  /** Measured on the sample; 0 when not known. */
  readonly bytesPerRow: number;
  /** Only for our own tables: formula cells as their formula. Default: values. */
  readonly what?: 'values' | 'formulas';
}

export interface ReadHooks {
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal | undefined;
  /** Takes one block; the block is dropped afterwards. */
  accept(block: Block): Promise<void>;
}

interface State {
  next: number;
  rows: number;
  generalSeen: boolean;
}

/** Reads all blocks in row order. Rejects with HostFailure or AbortError. */
export async function readColumns(guard: Guard, plan: ColumnsToRead, hooks: ReadHooks): Promise<void> {
  const state: State = { next: 0, rows: rowsFor(plan.bytesPerRow || plan.columns.length * GUESSED_CELL_BYTES, plan.columns.length), generalSeen: false };
  if (plan.columns.length === 0) return;
  const options = { signal: hooks.signal, onProgress: hooks.onProgress, repeatable: true };
  while (state.next < plan.rowCount) {
    try {
      // A run for each block: what a context has read lives as long as its run, and a million rows would be 400 MB.
      await guard.run((context) => readNext(guard, context, plan, state, hooks), options);
    } catch (error) {
      shrink(state, plan, error);
    }
  }
}

async function readNext(guard: Guard, context: Excel.RequestContext, plan: ColumnsToRead, state: State, hooks: ReadHooks): Promise<void> {
  const rows = Math.min(state.rows, plan.rowCount - state.next);
  const values = await readBlock(context, plan, plan.firstRow + state.next, rows);
  const bytes = sampledBytes(values);
  await hooks.accept({ sheet: plan.sheet, firstRow: plan.firstRow + state.next, columns: plan.columns, values });
  state.next += rows;
  state.rows = rowsFor(bytes, plan.columns.length);
  hooks.onProgress({
    stage: 'reading',
    done: state.next,
    total: plan.rowCount,
    message: `Reading ${plan.sheet}: ${state.next.toLocaleString('en-US')} of ${plan.rowCount.toLocaleString('en-US')} rows`,
  });
  if (hooks.signal?.aborted) throw aborted();
  await guard.breathe(hooks.signal);
}

async function readBlock(context: Excel.RequestContext, plan: ColumnsToRead, firstRow: number, rows: number): Promise<CellValue[][]> {
  const sheet = context.workbook.worksheets.getItem(plan.sheet);
  const what = plan.what ?? 'values';
  const runs = runsOf(plan.columns).map((run) => {
    const range = sheet.getRangeByIndexes(firstRow, run.first, rows, run.count);
    if (what === 'values') range.load('values');
    else range.load('formulas');
    // Not tracked: the values are all we want, and tracking costs a clean-up request.
    range.untrack();
    return range;
  });
  await context.sync();
  const parts = runs.map((range) => range[what] as CellValue[][] | null);
  for (const part of parts) {
    if (part === null) throw new Short('ResponsePayloadSizeLimitExceeded');
    if (part.length !== rows) throw new Short('IncompleteRead');
  }
  const whole = parts as CellValue[][][];
  return whole.length === 1 ? (whole[0] ?? []) : joined(whole, rows);
}

function joined(parts: readonly CellValue[][][], rows: number): CellValue[][] {
  const values: CellValue[][] = [];
  for (let r = 0; r < rows; r++) values.push(parts.flatMap((part) => part[r] ?? []));
  return values;
}

/** A block that came back null or short: a smaller one may come back whole. */
class Short extends HostFailure {}

/** Halves the block where that may help, else passes the error on. */
function shrink(state: State, plan: ColumnsToRead, error: unknown): void {
  const curable = isTooLarge(error) || error instanceof Short || (isGeneral(error) && !state.generalSeen);
  const asked = Math.min(state.rows, plan.rowCount - state.next);
  if (!curable || asked <= LEAST_BLOCK_ROWS) throw error;
  if (isGeneral(error)) state.generalSeen = true;
  state.rows = Math.max(LEAST_BLOCK_ROWS, Math.floor(asked / 2));
}

function rowsFor(bytesPerRow: number, columns: number): number {
  return Math.max(LEAST_BLOCK_ROWS, Math.min(Math.floor(BLOCK_BYTES / bytesPerRow), Math.floor(MOST_CELLS_A_READ / Math.max(1, columns))));
}

/** Bytes a row, from up to 200 rows spread over the block: measuring each would cost as much as reading it. */
function sampledBytes(values: readonly (readonly CellValue[])[]): number {
  const step = Math.max(1, Math.floor(values.length / 200));
  let bytes = 0;
  let rows = 0;
  for (let r = 0; r < values.length; r += step, rows++) bytes += rowBytes(values[r] ?? []);
  return Math.max(1, Math.ceil(bytes / Math.max(1, rows)));
}

/** Neighbouring columns as one range. */
export function runsOf(columns: readonly number[]): { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last && last.first + last.count === column) last.count++;
    else runs.push({ first: column, count: 1 });
  }
  return runs;
}
