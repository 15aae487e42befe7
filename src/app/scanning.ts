/** Look and scan: what the workbook holds, then all planned columns in blocks to the analyst, then the review. Nothing is written but the person's corrections, in settings. */
import { readColumns } from '../excel/blocks';
import type { ColumnsToRead } from '../excel/blocks';
import { rowBytes } from '../excel/cells';
import { Fingerprint } from '../excel/fingerprint';
import type { BookLook } from '../excel/sample';
import { NO_DAY } from '../core/day';
import type { Block, Plan, Problem, Refusal, SheetPlan, SheetSample } from '../intake/contract';
import { FIELDS } from '../intake/fields';
import { lookAt } from './book';
import type { Book } from './book';
import { forgetCorrections, keepCorrections, planCorrected } from './correcting';
import type { Corrected } from './correcting';
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
  const policy = await policySource(book, seen, options.policyRows ?? [], hooks);
  const corrected = await planCorrected(book, options, hooks, (changes) => planOf(book, samples, { ...options, ...changes, policyRows: policy.rows }));
  const { plan, corrections } = corrected;
  const ours = own.map(({ role, sheet, rows }) => ({ role, sheet, rows }));
  return { look: { plan, readOnly, structureProtected, own: ours, corrections }, book: seen, policy, corrected };
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
  const { asOf, grain, corrections, policyRows } = options;
  return { asOf, policyRows: policyRows ?? [], ...(grain ? { grain } : {}), ...(corrections ? { corrections } : {}) };
}

export async function scan(book: Book, options: ScanOptions, hooks: RunHooks & { readonly signal: AbortSignal }): Promise<Scan> {
  const started = book.guard.clock.now();
  const { look: found, book: seen, policy, corrected } = await planned(book, options, hooks);
  const { plan } = found;
  const seconds = (): number => (book.guard.clock.now() - started) / 1000;
  const base = { asOf: options.asOf, plan, policyRows: policy.rows, corrections: corrected.corrections };
  if (plan.refused)
    return {
      ...base,
      reading: { ...nothingRead(options), problems: corrected.problems },
      review: null,
      refused: plan.refused,
      fingerprint: '',
      seconds: seconds(),
    };
  const fingerprint = await readAll(book, plan, seen.samples, hooks, (block) => book.analyst.accept(block));
  const read = await book.analyst.read();
  const reading = { ...read, problems: [...bookProblems(seen), ...corrected.problems, ...read.problems], policyProblems: placed(read.policyProblems, policy) };
  if (reading.refused) return { ...base, reading, review: null, refused: reading.refused, fingerprint, seconds: seconds() };
  const review = await book.analyst.review(hooks.onProgress, hooks.signal);
  const postings = await book.analyst.postings();
  const notKept = await keepCorrections(book, options, corrected, hooks);
  const said = { ...reading, problems: [...notKept, ...reading.problems] };
  return { ...base, reading: said, review, refused: null, postings, fingerprint, seconds: seconds() };
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

/** Reads the sheets of the plan in order; returns the fingerprint of their key and amount columns. */
async function readAll(book: Book, plan: Plan, samples: readonly SheetSample[], hooks: RunHooks, accept: (block: Block) => Promise<void>): Promise<string> {
  const prints: string[] = [];
  for (const sheet of plan.sheets) {
    const columns = columnsOf(sheet);
    if (columns.length === 0 || sheet.dataRows === 0) continue;
    const print = new Fingerprint();
    const watched = watchedColumns(sheet).map((column) => columns.indexOf(column));
    await readColumns(book.guard, toRead(sheet, columns, samples), {
      ...hooks,
      accept: async (block) => {
        print.add(block.values, watched);
        await accept(block);
      },
    });
    prints.push(`${sheet.sheet}:${print.text()}`);
  }
  return prints.join(';');
}

/** The fingerprint now, from the watched columns alone. */
export async function fingerprintNow(book: Book, plan: Plan, hooks: RunHooks): Promise<string> {
  const watchedOnly: Plan = {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({ ...sheet, columns: sheet.columns.filter((column) => watchedColumns(sheet).includes(column.column)) })),
  };
  const silent = {
    ...hooks,
    onProgress: (progress: Parameters<RunHooks['onProgress']>[0]) =>
      hooks.onProgress({ ...progress, stage: 'looking' as const, message: 'Checking that nothing changed' }),
  };
  return await readAll(book, watchedOnly, [], silent, () => Promise.resolve());
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
