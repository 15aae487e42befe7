/** Preview and publish: the worksheets of ours (design.md 7). The person's columns are read again just before the write. */
import type { Review } from '../core/credit';
import { policyFrom } from '../core/policy/load';
import { drawCharts } from '../excel/charts';
import { HostFailure } from '../excel/failure';
import { freeSheetName } from '../excel/own';
import { assertWritable, readOwnTable } from '../excel/ownTable';
import type { OwnTable } from '../excel/ownTable';
import type { BookLook } from '../excel/sample';
import { createTable, updateTable } from '../excel/tables';
import { afterwards } from '../outputs/afterwards';
import { carried, completed } from '../outputs/carried';
import { chartRows } from '../outputs/charts';
import type { CreditsTable } from '../outputs/criteria';
import type { OwnRole } from '../outputs/edit';
import type { TableChange } from '../outputs/merge';
import { CORRECTIONS_SHEET, CREDITS_SHEET, PAYEES_SHEET } from '../outputs/own';
import type { OwnSheetSpec } from '../outputs/own';
import { heldRefunds } from '../outputs/refundLines';
import { remembered } from '../outputs/remembered';
import { typedText } from '../outputs/standing';
import type { StandingTable } from '../outputs/standing';
import { lookAt } from './book';
import type { Book } from './book';
import { controlTotals } from './controlTotals';
import { assertCanAddSheets } from './highlighting';
import { followedIn } from './following';
import { whenOf } from './logging';
import { creditsFirst, ownSheets } from './ownSheets';
import type { OwnSheetWork, PublishContext } from './ownSheets';
import { scopedSheets } from './scopedSheets';
import type { Preview, Problem, Published, PublishOptions, Refusal, RunHooks, Scan } from './session';
import { standingTable } from './standingTable';

/** Who writes, when, and what waits to be written. */
export interface Writer {
  readonly user: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly options: PublishOptions;
}

/** A sheet of ours with the table that stands (null = none) and what is to be written. */
interface Planned {
  readonly work: OwnSheetWork;
  readonly standing: OwnTable | null;
  readonly change: TableChange;
}

/** What publish would do, and why it would not. `unchanged` says whether the sheets are still as scanned. */
export async function preview(book: Book, scan: Scan, writer: Writer, unchanged: boolean, hooks: RunHooks): Promise<Preview> {
  const seen = await lookAt(book, hooks);
  if (!scan.review) return { sheets: [], problems: seen.problems, refused: refusalOf(scan, seen, [], unchanged) };
  const { plans, credits } = await planned(book, scan, scan.review, writer, seen, hooks);
  const names = namesOf(seen);
  return {
    sheets: plans.map((plan) => shownPlan(plan, names)),
    problems: [...seen.problems, ...held(scan.review, credits)],
    refused: refusalOf(scan, seen, plans, unchanged),
  };
}

const MOST_NAMED = 5;
/** Refunds that a person approved and that do not go on Refunds. */
function held(review: Review, credits: StandingTable | null): Problem[] {
  const all = credits ? heldRefunds(review, credits) : [];
  if (all.length === 0) return [];
  const named = all.slice(0, MOST_NAMED).map(({ account, why }) => `${account} (${why})`);
  const message = `${all.length} approved on Credits ${all.length === 1 ? 'does' : 'do'} not go on Refunds: ${named.join(', ')}${all.length > MOST_NAMED ? ' and others' : ''}.`;
  return [{ code: 'refund-held', sheet: '', row: 0, message, remedy: 'Bring what would make the verdict certain, or set another Status or Decision there.' }];
}

function shownPlan({ work, standing, change }: Planned, names: string[]): Preview['sheets'][number] {
  const { edit, kept, appended, changes } = change;
  const rows = edit.kind === 'createTable' ? edit.rows.length : (edit.rows ?? (standing?.rows.length ?? 0) + appended);
  const sheet = standing?.sheet ?? takeName(work.spec, names);
  return { role: work.spec.role, sheet, action: standing ? 'update' : 'create', rows, kept, note: noteOf(changes) };
}

/** "12 unchanged, 3 new". */
const noteOf = (changes: Readonly<Record<string, number>>): string =>
  Object.entries(changes)
    .filter(([change]) => change !== '')
    .map(([change, count]) => `${count.toLocaleString('en-US')} ${change}`)
    .join(', ');

function refusalOf(scan: Scan, seen: BookLook, plans: readonly Planned[], unchanged: boolean): Refusal | null {
  if (!scan.review) return scan.refused ?? asRefusal(new HostFailure('NothingToWrite'));
  const excel = excelForbids(seen, plans);
  if (excel) return asRefusal(excel);
  if (!unchanged) return asRefusal(new HostFailure('SheetChanged'));
  return controlTotals(scan.review);
}

const asRefusal = ({ code, message, remedy }: HostFailure): Refusal => ({ code, message, remedy });

function excelForbids(seen: BookLook, plans: readonly Planned[]): HostFailure | null {
  try {
    assertMayWrite(seen, plans);
    return null;
  } catch (error) {
    if (error instanceof HostFailure) return error;
    throw error;
  }
}

/** Before anything is written: new sheets may be added, and no table of ours is protected or filtered. */
function assertMayWrite(seen: BookLook, plans: readonly Planned[]): void {
  if (seen.readOnly) throw new HostFailure('ReadOnly');
  if (plans.some(({ standing }) => standing === null)) assertCanAddSheets(seen);
  for (const { standing } of plans) if (standing) assertWritable(standing);
}

/** Writes, under the lease. */
export async function publish(book: Book, scan: Scan, writer: Writer, hooks: RunHooks): Promise<Published> {
  const { review } = scan;
  if (!review) throw new HostFailure('NothingToWrite');
  const differ = controlTotals(review);
  if (differ) throw new HostFailure('ControlTotals', differ.message);
  const seen = await lookAt(book, hooks);
  const { plans } = await planned(book, scan, review, writer, seen, hooks);
  assertMayWrite(seen, plans);
  const names = namesOf(seen);
  const sheets: Published['sheets'][number][] = [];
  for (const plan of plans) {
    const made = await write(book, plan, seen, names, hooks);
    sheets.push({ role: plan.work.spec.role, ...made });
    await chart(book, plan.work, made.sheet, hooks);
  }
  return { sheets };
}

/** By the headings as we name them: a sheet whose columns a person renamed has no charts. */
async function chart(book: Book, { spec, charts }: OwnSheetWork, sheet: string, hooks: RunHooks): Promise<void> {
  if (!charts) return;
  const heading = (key: string): string => spec.columns.find((column) => column.key === key)?.heading ?? '';
  await drawCharts(book.guard, sheet, { specs: charts, section: heading('section'), line: heading('line'), rows: chartRows }, hooks);
}

interface Plans {
  /** Sheets with something to write, each with its table as it stands. */
  readonly plans: readonly Planned[];
  /** Credits as it will stand. */
  readonly credits: StandingTable | null;
}

async function planned(book: Book, scan: Scan, reviewed: Review, writer: Writer, seen: BookLook, hooks: RunHooks): Promise<Plans> {
  const plans: Planned[] = [];
  const read = (spec: OwnSheetSpec): Promise<OwnTable | null> => standingTable(book, seen, spec, hooks);
  const tables = await tablesOf([CREDITS_SHEET, CORRECTIONS_SHEET, PAYEES_SHEET], read);
  const before = new Map<OwnRole, StandingTable>([...(scan.previous ?? []), ...[...tables].filter(([role, table]) => !isToBeCompleted(scan, role, table))]);
  const review = rememberedReview(scan, reviewed, writer, before.get('credits') ?? null);
  const followed = await followedIn(book.analyst, before);
  const after = new Map<OwnRole, StandingTable>();
  const context = contextOf(scan, review, writer, {
    before,
    after,
    followed,
    payments: (asked) => book.analyst.payments(asked),
    credits: () => creditsTable(tables.get('credits') ?? null, seen, book.guard.daysOff),
  });
  for (const work of scopedSheets(review, (each) => ownSheets({ ...context, review: each }))) {
    const { role, columns } = work.spec;
    const standing = tables.get(role) ?? (await read(work.spec));
    if (standing && !isToBeCompleted(scan, role, standing)) before.set(role, standing);
    const change = await changeOf(work, standing, before.get(role) ?? null);
    const left = afterwards(columns, change?.edit ?? null, standing);
    if (left) after.set(role, left);
    const again = (table: StandingTable | null): ReturnType<typeof changeOf> =>
      changeOf(work, table, standing === before.get(role) ? table : (before.get(role) ?? null));
    if (change && (!context.medicareReport || role === 'cms838')) plans.push({ work: { ...work, change: again }, standing, change });
  }
  return { plans, credits: after.get('credits') ?? null };
}

/** The run that made the sheet from last month's rows broke off before the last of them: they still count. */
function isToBeCompleted({ previous }: Scan, role: OwnRole, { finished, rows }: StandingTable): boolean {
  return finished === false && rows.length < (previous?.get(role)?.rows.length ?? 0);
}

/** Over the table that stands; else over last month's, which then makes the sheet or completes it. */
async function changeOf(work: OwnSheetWork, standing: StandingTable | null, before: StandingTable | null): Promise<TableChange | null> {
  if (!before || before === standing) return await work.change(standing);
  const change = await work.change(before);
  const made = change ? null : await work.change(null);
  const whole = carried(work.spec, change, before, made?.edit.preface ?? []);
  return standing ? completed(whole, standing) : whole;
}

async function tablesOf(specs: readonly OwnSheetSpec[], read: (spec: OwnSheetSpec) => Promise<OwnTable | null>): Promise<Map<OwnRole, OwnTable>> {
  const tables = new Map<OwnRole, OwnTable>();
  for (const spec of specs) {
    const table = await read(spec);
    if (table) tables.set(spec.role, table);
  }
  return tables;
}

/** The review with what *Credits* will remember, decisions that wait included. */
function rememberedReview(scan: Scan, review: Review, { options }: Writer, credits: StandingTable | null): Review {
  const { edit } = creditsFirst(scan, review, options.decisions ?? [], credits);
  const left = afterwards(CREDITS_SHEET.columns, edit, credits);
  return left ? remembered(review, scan.postings ?? [], left) : review;
}

type Tables = ReadonlyMap<OwnRole, StandingTable>;
interface Around {
  readonly before: Tables;
  readonly after: Tables;
  readonly followed: PublishContext['followed'];
  readonly payments: PublishContext['payments'];
  readonly credits: () => CreditsTable;
}

function contextOf(scan: Scan, review: Review, { user, now, options }: Writer, { before, after, followed, payments, credits }: Around): PublishContext {
  return {
    scan,
    review,
    policy: policyFrom(scan.policyRows ?? [], scan.asOf).policy,
    user,
    moment: { when: whenOf(now), who: user, asOf: scan.asOf },
    decisions: options.decisions ?? [],
    letters: options.letters ?? true,
    medicareReport: options.medicareReport ?? false,
    payments,
    followed,
    credits,
    standing: (role) => before.get(role) ?? null,
    after: (role) => after.get(role) ?? null,
  };
}

/** The Credits table by name and headings as they stand, else as they will be written. */
function creditsTable(standing: OwnTable | null, seen: BookLook, daysOff: number): CreditsTable {
  if (standing) return { table: standing.table, daysOff: standing.daysOff, heading: (key) => standing.headings[standing.places[key] ?? -1] ?? null };
  const headings = new Map<string, string>(CREDITS_SHEET.columns.map((column) => [column.key, column.heading]));
  return { table: freeTableName(CREDITS_SHEET.table, seen), daysOff, heading: (key) => headings.get(key) ?? null };
}

async function write(
  book: Book,
  { work, standing, change }: Planned,
  seen: BookLook,
  names: string[],
  hooks: RunHooks,
): Promise<Omit<Published['sheets'][number], 'role'>> {
  if (!standing) {
    if (change.edit.kind !== 'createTable') throw new TypeError('a first write makes the table');
    return await createTable(book.guard, change.edit, takeName(work.spec, names), freeTableName(work.spec.table, seen), hooks);
  }
  return await updated(book, work, standing, change, hooks);
}

const MOST_TRIES = 3;

/** Rows that a person sorted between our reading and our writing have cells of others then: merging again sets them right at once. */
async function updated(book: Book, work: OwnSheetWork, standing: OwnTable, planned: TableChange, hooks: RunHooks): ReturnType<typeof updateTable> {
  for (let tries = 1; ; tries++) {
    const { change, table } = await mergedWithFreshest(book, work, standing, planned, hooks);
    if (change.edit.kind !== 'updateTable') throw new TypeError('a later write updates the table');
    try {
      return await updateTable(book.guard, change.edit, table, hooks);
    } catch (error) {
      if (tries === MOST_TRIES || !(error instanceof HostFailure) || error.code !== 'TableChanged') throw error;
    }
  }
}

/** The merge with the table as it stands now; when a person typed or sorted meanwhile, merges again. */
async function mergedWithFreshest(
  book: Book,
  work: OwnSheetWork,
  standing: OwnTable,
  planned: TableChange,
  hooks: RunHooks,
): Promise<{ change: TableChange; table: OwnTable }> {
  const { role, columns } = work.spec;
  let [table, change] = [standing, planned];
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const again = await readOwnTable(book.guard, role, standing.sheet, columns, hooks);
    if (again.filtered === table.filtered && typedText(columns, again) === typedText(columns, table)) return { change, table: again };
    assertWritable(again);
    table = again;
    change = (await work.change(again)) ?? change;
  }
  throw new HostFailure('TableChanged', standing.sheet);
}

const namesOf = (seen: BookLook): string[] => [...seen.sheetNames];

/** A free sheet name, taken at once so that the next new sheet gets another. */
function takeName(spec: OwnSheetSpec, names: string[]): string {
  const name = freeSheetName(spec.sheetName, names);
  names.push(name);
  return name;
}

/** Table names are unique in the workbook, whatever the case, also among its defined names. */
function freeTableName(wanted: string, seen: BookLook): string {
  const taken = new Set([...seen.names.keys(), ...seen.samples.flatMap((sample) => sample.tables.map((table) => table.name.toLowerCase()))]);
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}_${n}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
