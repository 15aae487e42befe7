/** What the pane and the analyst's worker say to each other. Data only, all of it structured-cloneable. */
import type { AccountName } from '../core/following';
import type { PaymentAsked } from '../core/payments';
import type { Block, CellValue, SheetSample } from '../intake/contract';
import type { Part } from './analystParts';
import type { AnalystOptions, KeyedColumn, Progress, ReadingSummary } from './session';

/** A block by columns: numbers as doubles (transferred, not copied), all else beside them. */
export interface PackedBlock {
  readonly sheet: string;
  readonly firstRow: number;
  readonly columns: readonly number[];
  readonly rows: number;
  readonly data: readonly PackedColumn[];
}
interface PackedColumn {
  readonly numbers: Float64Array;
  /** Rows whose cell is no number, and what stands there. */
  readonly others: Int32Array;
  readonly values: readonly CellValue[];
}

export type Call =
  | { readonly call: 'plan'; readonly samples: readonly SheetSample[]; readonly options: AnalystOptions }
  | { readonly call: 'accept'; readonly block: PackedBlock }
  | { readonly call: 'read' }
  | { readonly call: 'review' }
  | { readonly call: 'postings' }
  | { readonly call: 'flaggedRows' }
  | { readonly call: 'follow'; readonly accounts: readonly AccountName[] }
  | { readonly call: 'payments'; readonly asked: readonly PaymentAsked[] }
  | { readonly call: 'story'; readonly account: number }
  | { readonly call: 'selfTest'; readonly seed: number }
  | { readonly call: 'tryPolicy'; readonly policyRows: AnalystOptions['policyRows'] }
  /** Stops the self-test that runs. */
  | { readonly call: 'stop' };
export type Request = Call & { readonly id: number };
export type Answer =
  | { readonly id: number; readonly kind: 'part'; readonly part: Part }
  | { readonly id: number; readonly kind: 'done'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string }
  | { readonly id: number; readonly kind: 'progress'; readonly progress: Progress };

export function packBlock(block: Block): { readonly packed: PackedBlock; readonly transfer: ArrayBuffer[] } {
  const data = block.columns.map((_, place) => packColumn(block, place));
  const packed = { sheet: block.sheet, firstRow: block.firstRow, columns: block.columns, rows: block.values.length, data };
  return { packed, transfer: data.flatMap((column) => [column.numbers.buffer as ArrayBuffer, column.others.buffer as ArrayBuffer]) };
}

/** By index, not by iterator: a block has a quarter of a million cells, and they are packed on the pane's thread. */
function packColumn({ values: rows }: Block, place: number): PackedColumn {
  const numbers = new Float64Array(rows.length);
  const others = new Int32Array(rows.length);
  const values: CellValue[] = [];
  for (let r = 0; r < rows.length; r += 1) {
    const cell = rows[r]?.[place] ?? '';
    if (typeof cell === 'number') numbers[r] = cell;
    else {
      others[values.length] = r;
      values.push(cell);
    }
  }
  return { numbers, others: others.slice(0, values.length), values };
}

export function unpackBlock(packed: PackedBlock): Block {
  const values: CellValue[][] = Array.from({ length: packed.rows }, (_, r) => packed.data.map((column) => column.numbers[r] ?? 0));
  for (const [place, column] of packed.data.entries()) {
    for (const [i, r] of column.others.entries()) {
      const row = values[r];
      if (row) row[place] = column.values[i] ?? '';
    }
  }
  return { sheet: packed.sheet, firstRow: packed.firstRow, columns: packed.columns, values };
}

/** Keys by columns, too: as objects, a hundred thousand of them would hold up the pane's thread while they are taken in. In pieces, for the same reason. */
interface PackedKeys extends Omit<KeyedColumn, 'keys'> {
  /** The place of its first key in the column; at 0 a new column begins. */
  readonly from: number;
  readonly raws: readonly (string | number)[];
  /** Each facility once. */
  readonly facilities: readonly string[];
  readonly facility: Int32Array;
  readonly account: Int32Array;
  readonly row: Int32Array;
}
export interface PackedReading extends Omit<ReadingSummary, 'keyed'> {
  readonly keyed: readonly PackedKeys[];
}
const KEYS_A_PIECE = 10_000;

export const packReading = (reading: ReadingSummary): PackedReading => ({ ...reading, keyed: reading.keyed.flatMap((column) => [...packKeys(column)]) });

/** `rest` lets the thread do something else between two pieces. */
export async function unpackReading(packed: PackedReading, rest: () => Promise<void>): Promise<ReadingSummary> {
  const keyed: (Omit<KeyedColumn, 'keys'> & { readonly keys: KeyedColumn['keys'][number][] })[] = [];
  for (const { from, raws, facilities, facility, account, row, ...column } of packed.keyed) {
    if (from === 0) keyed.push({ ...column, keys: [] });
    else await rest();
    for (const [at, raw] of raws.entries())
      keyed.at(-1)?.keys.push({ raw, facility: facilities[facility[at] ?? 0] ?? '', account: account[at] ?? 0, row: row[at] ?? 0 });
  }
  return { ...packed, keyed };
}

function* packKeys({ keys: all, ...column }: KeyedColumn): Generator<PackedKeys> {
  for (let from = 0; from === 0 || from < all.length; from += KEYS_A_PIECE) {
    const keys = all.slice(from, from + KEYS_A_PIECE);
    const facilities = [...new Set(keys.map(({ facility }) => facility))];
    const ids = new Map(facilities.map((facility, id) => [facility, id]));
    yield {
      ...column,
      from,
      raws: keys.map(({ raw }) => raw),
      facilities,
      facility: Int32Array.from(keys, (key) => ids.get(key.facility) ?? 0),
      account: Int32Array.from(keys, (key) => key.account),
      row: Int32Array.from(keys, (key) => key.row),
    };
  }
}
