/** What the work through Excel costs in requests and bytes, counted by the embedded Excel at the web's limits (README, Requests). */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createLocalAnalyst } from '../../src/app/localAnalyst';
import { creditsFirst } from '../../src/app/ownSheets';
import type { Block } from '../../src/app/session';
import { applyHighlights } from '../../src/excel/highlight';
import { BLOCK_BYTES } from '../../src/excel/limits';
import { createTable } from '../../src/excel/tables';
import type { CreateTable, Highlight } from '../../src/outputs/edit';
import { AS_OF, desk } from '../app/billing';
import { bookOf, open, quiet } from '../excel/book';
import { allInCredit, longSheet } from './sheets';

export interface Cost {
  readonly requests: number;
  readonly bytes: number;
  /** Requests that the bytes need in blocks of 1.5 MB, and a tenth more. */
  readonly allowed: number;
}
const allowedFor = (bytes: number): number => Math.floor(Math.ceil(bytes / BLOCK_BYTES) * 1.1);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

export interface ReadingCost extends Cost {
  readonly rows: number;
  /** 0-based sheet columns that were asked for. */
  readonly columns: readonly number[];
  /** Most cells that the analyst was handed at once. */
  readonly most: number;
  /** Most blocks that lived at once, and how many live after the last was used. */
  readonly alive: number;
  readonly left: number;
  /** MB of heap, garbage collected, by which the last block found more than the first: what the client keeps of blocks shows here. */
  readonly grown: number;
}

const NOTHING = {
  grain: 'account',
  grains: [],
  sheets: [],
  problems: [],
  assumptions: [],
  sheetNames: [],
  accounts: 0,
  transactions: 0,
  keyed: [],
  policyProblems: [],
} as const;

/** Scans a sheet of `rows` x 12: the plan and the reading are the product's, the blocks are counted and dropped. */
export async function readingCost(rows: number): Promise<ReadingCost> {
  // A row of each block: it comes to the analyst in slices, and lives as long as its rows.
  const seen: WeakRef<Block['values'][number]>[] = [];
  const living = (): number => seen.filter((block) => block.deref() !== undefined).length;
  const columns = new Set<number>();
  const now = { rows: 0, alive: 0, most: 0 };
  let asked = 0;
  const heaps: number[] = [];
  const started = { requests: 0, bytes: 0 };
  const opened = await desk(longSheet(rows), {
    analyst: Object.assign(createLocalAnalyst(), {
      accept: (block: Block): Promise<void> => {
        now.rows += block.values.length;
        now.most = Math.max(now.most, block.values.length * block.columns.length);
        for (const column of block.columns) columns.add(column);
        const { requests } = opened.excel.counters;
        if (requests === asked) return Promise.resolve();
        asked = requests;
        collect();
        now.alive = Math.max(now.alive, living() + 1);
        heaps.push(process.memoryUsage().heapUsed / 1e6);
        seen.push(new WeakRef(block.values[0]!));
        return Promise.resolve();
      },
      read: () => Promise.resolve({ ...NOTHING, refused: { code: 'counted', message: 'Only counted.', remedy: '' } }),
    }),
  });
  const { counters } = opened.excel;
  await opened.session.look({ asOf: AS_OF });
  Object.assign(started, { requests: counters.requests, bytes: counters.bytesOut });
  await opened.scan();
  // A scan looks first, as the look did.
  const [requests, bytes] = [counters.requests - 2 * started.requests, counters.bytesOut - 2 * started.bytes];
  // What a turn of the loop still holds is let go of in a later one.
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    collect();
  }
  opened.excel.close();
  return { ...now, requests, bytes, allowed: allowedFor(bytes), columns: [...columns].sort((a, b) => a - b), left: living(), grown: heaps.at(-1)! - heaps[0]! };
}

export interface WritingCost extends Cost {
  readonly rows: number;
  readonly columns: number;
  /** Objects sent for each row. */
  readonly objects: number;
}

/** Real rows of *Credits*, each as often as needed. */
async function creditsSheet(rows: number): Promise<CreateTable> {
  const { excel, scan } = await desk(allInCredit(Math.min(rows, 200)));
  const scanned = await scan();
  excel.close();
  const { edit } = creditsFirst(scanned, scanned.review!, [], null);
  if (edit.kind !== 'createTable') throw new Error('Credits is made anew where none stands');
  return { ...edit, rows: Array.from({ length: rows }, (_, n) => edit.rows[n % edit.rows.length]!) };
}

/** Makes *Credits* with `rows` rows; what a sheet of one row costs besides (marks, heading, look) is taken off. */
export async function writingCost(rows: number): Promise<WritingCost> {
  const edit = await creditsSheet(rows);
  const made = async (some: CreateTable): Promise<{ requests: number; bytes: number; objects: number }> => {
    const { excel, guard } = await open(bookOf({ Accounts: [['Account']] }));
    await createTable(guard, some, 'Credits', 'crb_Credits', quiet);
    const { requests, bytesIn, objects } = excel.counters;
    excel.close();
    return { requests, bytes: bytesIn, objects };
  };
  const [one, all] = [await made({ ...edit, rows: edit.rows.slice(0, 1) }), await made(edit)];
  const [requests, bytes] = [all.requests - one.requests, all.bytes - one.bytes];
  return { requests, bytes, allowed: allowedFor(bytes), rows, columns: edit.columns.length, objects: (all.objects - one.objects) / rows };
}

export interface HighlightCost extends Cost {
  readonly keys: number;
  /** Requests for a further sheet that is coloured by as many keys. */
  readonly oneSheetMore: number;
}

/** Colours `keys` accounts. Beside *Credit keys*: its making, and the ids of its rules. */
export async function highlightCost(keys: number): Promise<HighlightCost> {
  const sheetOf = (sheet: string, some: number): Highlight => ({
    kind: 'highlight',
    sheet,
    keyColumn: 0,
    facilityColumn: -1,
    firstRow: 1,
    rowCount: 1_000,
    firstColumn: 0,
    columnCount: 3,
    keys: Array.from({ length: some }, (_, n) => ({ value: `A${1_000_000 + n}`, class: n % 2 === 0 ? ('hold' as const) : ('misallocated' as const) })),
  });
  const coloured = async (edits: readonly Highlight[]): Promise<{ requests: number; bytes: number }> => {
    const { excel, guard } = await open(bookOf({ Accounts: [['Account']], Transactions: [['Account']] }));
    await applyHighlights(guard, edits, { sheet: 'Credit keys', exists: false, number: 1, column: 0 }, quiet);
    const { requests, bytesIn } = excel.counters;
    excel.close();
    return { requests, bytes: bytesIn };
  };
  const [few, one] = [await coloured([sheetOf('Accounts', 2)]), await coloured([sheetOf('Accounts', keys)])];
  const two = await coloured([sheetOf('Accounts', keys), sheetOf('Transactions', 2)]);
  return { requests: one.requests, bytes: one.bytes, allowed: few.requests - 1 + allowedFor(one.bytes), keys, oneSheetMore: two.requests - one.requests };
}
