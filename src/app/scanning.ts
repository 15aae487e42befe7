/** Look and scan: what the workbook holds, then all planned columns in blocks to the analyst, then the review. Nothing is written but the person's corrections, in settings. */
import { readColumns } from '../excel/blocks';
import type { ColumnsToRead } from '../excel/blocks';
import { rowBytes } from '../excel/cells';
import { Fingerprint } from '../excel/fingerprint';
import type { BookLook } from '../excel/sample';
import { NO_DAY } from '../core/day';
import type { Block, CellValue, Plan, Problem, Refusal, SheetPlan, SheetSample } from '../intake/contract';
import { FIELDS } from '../intake/fields';
import { lookAt } from './book';
import type { Book } from './book';
import { forgetCorrections, keepCorrections, planCorrected } from './correcting';
import type { Corrected } from './correcting';
import { recalled } from './recalling';
import { placed, policySource } from './policyRows';
import type { PolicySource } from './policyRows';
import type { AnalystOptions, Look, ReadingSummary, RunHooks, Scan, ScanOptions } from './session';

const EMPTY: Refusal = {
  code: 'empty-workbook',
  message: 'This workbook is empty: no sheet holds any value.',
  remedy: 'Open the workbook exported from the billing system, or paste the accounts and transactions into this one.',
};

export async function look(book: Book, options: ScanOptions, hooks: RunHooks): Promise<Look> {
  const { look: found } = await planned(book, options, hooks);
  return found;
}

interface Planned {
  readonly look: Look;
  readonly book: BookLook;
  readonly policy: PolicySource;
  readonly corrected: Corrected;
}

async function planned(book: Book, options: ScanOptions, hooks: RunHooks): Promise<Planned> {
  hooks.onProgress({ stage: 'looking', done: 0, total: 1, message: 'Looking at the sheets' });
  const seen = await lookAt(book, hooks);
  const { samples, own, readOnly, structureProtected } = seen;
  const policy = await policySource(book, seen, options.policyRows ?? [], hooks, options.previous);
  const corrected = await planCorrected(book, options, hooks, (changes) => planOf(book, samples, { ...options, ...changes, policyRows: policy.rows }));
  const { plan, corrections } = corrected;
  const ours = own.map(({ role, sheet, rows }) => ({ role, sheet, rows }));
  return { look: { plan, readOnly, structureProtected, own: ours, corrections, policyRows: policy.rows }, book: seen, policy, corrected };
}

/** Takes corrections that the workbook remembers back. */
export async function forget(book: Book, keys: readonly string[], hooks: RunHooks): Promise<void> {
  const { samples } = await lookAt(book, hooks);
  await forgetCorrections(book, keys, await planOf(book, samples, { asOf: NO_DAY }), hooks);
}

async function planOf(book: Book, samples: readonly SheetSample[], options: ScanOptions): Promise<Plan> {
  if (samples.every((sample) => sample.own || sample.rowCount === 0)) return { sheets: [], refused: EMPTY };
  return await book.analyst.plan(samples, analystOptions(options));
}

function analystOptions(options: ScanOptions): AnalystOptions {
  const { asOf, grain, corrections, policyRows, scope } = options;
  return { asOf, policyRows: policyRows ?? [], ...(grain ? { grain } : {}), ...(corrections ? { corrections } : {}), ...(scope ? { scope } : {}) };
}

export async function scan(book: Book, options: ScanOptions, hooks: RunHooks & { readonly signal: AbortSignal }): Promise<Scan> {
  const started = book.guard.clock.now();
  const { look: found, book: seen, policy, corrected } = await planned(book, options, hooks);
  const { plan } = found;
  const seconds = (): number => (book.guard.clock.now() - started) / 1000;
  const { asOf, previous } = options;
  const base = { asOf, plan, policyRows: policy.rows, corrections: corrected.corrections, ...(previous ? { previous } : {}) };
  if (plan.refused)
    return {
      ...base,
      reading: { ...nothingRead(options), problems: corrected.problems },
      review: null,
      refused: plan.refused,
      fingerprint: '',
      seconds: seconds(),
    };
  const prints = await readAll(book, plan, seen.samples, hooks, (block) => book.analyst.accept(block));
  const fingerprint = textOf(prints);
  const read = await book.analyst.read();
  const reading = { ...read, problems: [...bookProblems(seen), ...corrected.problems, ...read.problems], policyProblems: placed(read.policyProblems, policy) };
  if (reading.refused) return { ...base, reading, review: null, refused: reading.refused, fingerprint, seconds: seconds() };
  const reviewed = await book.analyst.review(hooks.onProgress, hooks.signal);
  const postings = await book.analyst.postings();
  const { review, problems } = await recalled(book, seen, { review: reviewed, postings, previous }, hooks);
  const notKept = await keepCorrections(book, options, corrected, hooks);
  const said = { ...reading, problems: [...problems, ...notKept, ...reading.problems] };
  const scanned = { ...base, reading: said, review, refused: null, postings, fingerprint, seconds: seconds() };
  printsOfScan.set(scanned, prints);
  return scanned;
}

function nothingRead(options: ScanOptions): ReadingSummary {
  return {
    refused: null,
    grain: options.grain ?? 'account',
    grains: [],
    sheets: [],
    problems: [],
    assumptions: [],
    sheetNames: [],
    accounts: 0,
    transactions: 0,
    keyed: [],
    policyProblems: [],
  };
}

function bookProblems(seen: BookLook): Problem[] {
  if (!seen.manualCalculation) return [];
  const message = 'Excel calculates by hand only in this workbook, so figures that are formulas may be out of date.';
  return [{ code: 'manual-calculation', sheet: '', row: 0, message, remedy: 'Press F9, then Find credits again.' }];
}

/** Sheet → the prints of its rows as read. */
export type Prints = ReadonlyMap<string, Fingerprint>;
/** A block with the print of its sheet so far, the block included. */
type Take = (block: Block, print: Fingerprint) => Promise<void>;

const textOf = (prints: Prints): string => [...prints].map(([sheet, print]) => `${sheet}:${print.text()}`).join(';');
const LAST_ROW = 1_048_576;

/** Reads the sheets of the plan in order, and `beyond` rows below; returns the prints of their key and amount columns. Blank rows below do not count. */
async function readAll(book: Book, plan: Plan, samples: readonly SheetSample[], hooks: RunHooks, take: Take, beyond = 0): Promise<Prints> {
  const prints = new Map<string, Fingerprint>();
  for (const sheet of plan.sheets) {
    const columns = columnsOf(sheet);
    if (columns.length === 0 || sheet.dataRows === 0) continue;
    // Two tables may stand on one sheet: it has one fingerprint.
    const print = prints.get(sheet.sheet) ?? new Fingerprint();
    const watched = watchedColumns(sheet).map((column) => columns.indexOf(column));
    const planned = toRead(sheet, columns, samples);
    const end = planned.firstRow + planned.rowCount;
    await readColumns(
      book.guard,
      { ...planned, rowCount: Math.min(planned.rowCount + (headingAt(plan, sheet.sheet, end) ? 0 : beyond), LAST_ROW - planned.firstRow) },
      {
        ...hooks,
        accept: async (block) => {
          for (const slice of slicesOf(block)) {
            await book.guard.breathe(hooks.signal);
            const values = slice.values.filter((row, r) => slice.firstRow + r < end || watched.some((place) => (row[place] ?? '') !== ''));
            print.add(values, watched);
            await take({ ...slice, values }, print);
          }
        },
      },
    );
    prints.set(sheet.sheet, print);
  }
  return prints;
}

/** Cells that are taken in at once: those of a whole block, a quarter of a million, would hold the pane up. */
const MOST_CELLS_AT_ONCE = 40_000;

function* slicesOf(block: Block): Generator<Block> {
  const rows = Math.max(1, Math.floor(MOST_CELLS_AT_ONCE / block.columns.length));
  for (let from = 0; from < block.values.length; from += rows)
    yield { ...block, firstRow: block.firstRow + from, values: block.values.slice(from, from + rows) };
}

/** True when the heading of a further table stands right below (0-based row). */
const headingAt = (plan: Plan, name: string, row: number): boolean => plan.sheets.some((other) => other.sheet === name && other.headerRow === row + 1);

/** The fingerprint now, from the watched columns alone; a row added right below the data shows too. */
export const fingerprintNow = async (book: Book, plan: Plan, hooks: RunHooks): Promise<string> =>
  textOf(await printsNow(book, plan, hooks, () => Promise.resolve()));

async function printsNow(book: Book, plan: Plan, hooks: RunHooks, take: Take): Promise<Prints> {
  const watchedOnly: Plan = {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({ ...sheet, columns: sheet.columns.filter((column) => watchedColumns(sheet).includes(column.column)) })),
  };
  const silent = {
    ...hooks,
    // That Excel is waited for must be seen as it is.
    onProgress: (progress: Parameters<RunHooks['onProgress']>[0]) =>
      hooks.onProgress(progress.stage === 'waiting' ? progress : { ...progress, stage: 'looking' as const, message: 'Checking that nothing changed' }),
  };
  return await readAll(book, watchedOnly, [], silent, take, 1);
}

/** What a row's key cells are now where it is not as the scan read it. */
export interface ChangedRow {
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  /** 0-based sheet column → cell. */
  readonly cells: ReadonlyMap<number, CellValue>;
}

const printsOfScan = new WeakMap<Scan, Prints>();

/** The rows whose key or amount cells changed since the scan, and the fingerprint now; null when the scan's own rows are not known. */
export async function changedRows(book: Book, scan: Scan, hooks: RunHooks): Promise<{ readonly rows: readonly ChangedRow[]; readonly held: Scan } | null> {
  const before = printsOfScan.get(scan);
  if (!before) return null;
  const rows: ChangedRow[] = [];
  const prints = await printsNow(book, scan.plan, hooks, (block, print) => {
    const [old, now] = [before.get(block.sheet)?.each, print.each];
    const first = now.length - block.values.length;
    for (const [r, row] of block.values.entries())
      if (old?.[first + r] !== now[first + r])
        rows.push({ sheet: block.sheet, row: block.firstRow + r + 1, cells: new Map(block.columns.map((column, place) => [column, row[place] ?? ''])) });
    return Promise.resolve();
  });
  const held = { ...scan, fingerprint: textOf(prints) };
  printsOfScan.set(held, prints);
  return { rows, held };
}

const columnsOf = (sheet: SheetPlan): number[] => [...new Set(sheet.columns.map((column) => column.column))].toSorted((a, b) => a - b);

const KEY_FIELDS: ReadonlySet<string> = new Set(['account', 'facility', 'claim', 'visit', 'mrn']);

/** Key and amount columns: what a verdict stands on. */
export function watchedColumns(sheet: SheetPlan): number[] {
  const kinds: Readonly<Record<string, { readonly kind: string } | undefined>> = FIELDS;
  return columnsOf({ ...sheet, columns: sheet.columns.filter(({ field }) => KEY_FIELDS.has(field) || kinds[field]?.kind === 'money') });
}

function toRead(sheet: SheetPlan, columns: readonly number[], samples: readonly SheetSample[]): ColumnsToRead {
  const sample = samples.find((entry) => entry.name === sheet.sheet);
  const rows = sample?.head.slice(sample.head.length > 20 ? 10 : 0, 110) ?? [];
  const first = sample?.firstColumn ?? 0;
  const bytes = rows.reduce((total, row) => total + rowBytes(columns.map((column) => row[column - first] ?? '')), 0);
  return {
    sheet: sheet.sheet,
    firstRow: sheet.firstDataRow,
    rowCount: sheet.dataRows,
    columns,
    bytesPerRow: rows.length === 0 ? 0 : Math.ceil(bytes / rows.length),
  };
}
