/**
 * *Credits*: one row for each account × payee × finding (domain.md 5.1). The first write is ordered by risk; a later one updates our own columns
 * of the rows that stand, appends new ones and marks what is gone, and never touches what a person typed (design.md 7).
 *
 * Example: a row showed 120.00; the account now owes back 150.00. The row stays where it is with Amount 150.00, Amount before 120.00 and
 * Change "grown"; Status, Decision and Note are left alone.
 */
import type { Review } from '../core/credit';
import { toIso } from '../core/day';
import { add, negate, toDollars } from '../core/money';
import { byRisk, creditRows, inOrder } from './creditRows';
import type { CreditRow, CreditsContext } from './creditRows';
import { CREDITS_COLUMNS } from './creditsColumns';
import type { CreditsKey } from './creditsColumns';
import type { CreateTable, OutValue, UpdateTable } from './edit';
import { CREDITS_SHEET } from './own';

/** Our table as it stands in the workbook: formulas for formula cells, "" for blanks. */
export interface StandingTable {
  /** Column key → place; missing columns have no entry. */
  readonly places: Readonly<Record<string, number>>;
  readonly rows: readonly (readonly OutValue[])[];
}

export interface CreditsEdit {
  readonly edit: CreateTable | UpdateTable;
  /** How many standing rows hold something a person typed. */
  readonly kept: number;
  readonly appended: number;
  readonly changes: Readonly<Record<string, number>>;
}

/** What to write: a new sheet when none stands, else the changes. Same review and same as-of date on its own output: no cells, no rows. */
export function creditsEdit(review: Review, context: CreditsContext, standing: StandingTable | null): CreditsEdit {
  const rows = creditRows(review, context).toSorted(byRisk);
  const preface = prefaceOf(review);
  if (!standing) {
    const { role, sheetName, table } = CREDITS_SHEET;
    const edit: CreateTable = {
      kind: 'createTable',
      role,
      sheetName,
      table,
      preface,
      columns: CREDITS_COLUMNS,
      rows: rows.map(inOrder),
      visibility: 'visible',
    };
    return { edit, kept: 0, appended: rows.length, changes: { new: rows.length } };
  }
  return merged(rows, standing, preface, review.asOf);
}

/** Title, as-of date and the control totals (law 5), in a fixed number of lines: the header row never moves. */
export function prefaceOf(review: Review): OutValue[][] {
  const { totals } = review;
  const question = add(negate(totals.balance), totals.shortfall);
  return [
    ['Credit balance review: Credits'],
    ['As of', toIso(review.asOf) ?? '', `${review.credits.length} accounts`],
    ['Credit plus shortfall', 'True overpayment', 'Posting error', 'Misallocated', 'Hold', 'Needs review'],
    [question, totals.trueOverpayment, totals.postingError, totals.misallocated, totals.hold, totals.needsReview].map(toDollars),
  ];
}

function merged(rows: readonly CreditRow[], standing: StandingTable, preface: OutValue[][], asOf: number): CreditsEdit {
  const cells: UpdateTable['cells'][number][] = [];
  const changes: Record<string, number> = {};
  const matches = match(rows, standing);
  for (const [index, row] of standing.rows.entries()) {
    const read = (key: CreditsKey): OutValue => cellOf(standing, row, key);
    const fresh = matches.get(index);
    const wanted = fresh === undefined ? goneCells(read, asOf) : freshCells(read, fresh, asOf);
    const change = String(wanted.change ?? read('change'));
    changes[change] = (changes[change] ?? 0) + 1;
    for (const [key, value] of Object.entries(wanted) as [CreditsKey, OutValue][]) {
      if (standing.places[key] !== undefined && !same(read(key), value)) cells.push({ row: index, column: key, value });
    }
  }
  const used = new Set(matches.values());
  const append = rows.filter((row) => !used.has(row));
  if (append.length > 0) changes['new'] = (changes['new'] ?? 0) + append.length;
  const edit: UpdateTable = {
    kind: 'updateTable',
    role: 'credits',
    table: CREDITS_SHEET.table,
    cells,
    append: append.map(inOrder),
    columns: CREDITS_COLUMNS,
    preface,
  };
  return { edit, kept: standing.rows.filter((row) => typedIn(standing, row) > 0).length, appended: append.length, changes };
}

const PERSON_KEYS = CREDITS_COLUMNS.filter((column) => column.person === true).map((column) => column.key);
const OWN_KEYS = CREDITS_COLUMNS.filter((column) => column.person !== true).map((column) => column.key);

/** Cells a person typed in a row; Status "New" is ours. */
function typedIn(standing: StandingTable, row: readonly OutValue[]): number {
  return PERSON_KEYS.filter((key) => {
    const value = cellOf(standing, row, key);
    return value !== null && value !== '' && !(key === 'status' && value === 'New');
  }).length;
}

/** Cells a person typed in the whole table. */
export const typedCells = (standing: StandingTable): number => standing.rows.reduce((count, row) => count + typedIn(standing, row), 0);

/** The person's cells and the ids, as one text: if it differs just before the write, the merge is done again. */
export function typedText(standing: StandingTable): string {
  return JSON.stringify(standing.rows.map((row) => ['id' as const, ...PERSON_KEYS].map((key) => cellOf(standing, row, key))));
}

function cellOf(standing: StandingTable, row: readonly OutValue[], key: CreditsKey): OutValue {
  const place = standing.places[key];
  return place === undefined ? null : (row[place] ?? null);
}

const same = (a: OutValue, b: OutValue): boolean => (a === '' ? null : a) === (b === '' ? null : b);

/**
 * Standing row → fresh row. By id first (the first of duplicates wins), then, for rows whose id says nothing, by account, payee and cause
 * where exactly one fits on both sides.
 */
function match(rows: readonly CreditRow[], standing: StandingTable): Map<number, CreditRow> {
  const byId = new Map(rows.map((row) => [String(row.id), row]));
  const matches = new Map<number, CreditRow>();
  const used = new Set<CreditRow>();
  const take = (index: number, row: CreditRow): void => {
    matches.set(index, row);
    used.add(row);
  };
  for (const [index, cells] of standing.rows.entries()) {
    const row = byId.get(String(cellOf(standing, cells, 'id') ?? ''));
    if (row && !used.has(row)) take(index, row);
  }
  const lost = groupBy(
    [...standing.rows.entries()].filter(([index]) => !matches.has(index)),
    ([, cells]) => likeness((key) => cellOf(standing, cells, key)),
  );
  const free = groupBy(
    rows.filter((row) => !used.has(row)),
    (row) => likeness((key) => row[key]),
  );
  for (const [key, candidates] of lost) {
    const fresh = free.get(key);
    const [only] = candidates;
    if (candidates.length === 1 && fresh?.length === 1 && only && fresh[0]) take(only[0], fresh[0]);
  }
  return matches;
}

const likeness = (read: (key: CreditsKey) => OutValue): string =>
  JSON.stringify((['facility', 'account', 'owedToKind', 'owedTo', 'causeId'] as const).map((key) => String(read(key) ?? '')));

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

type Wanted = Partial<Record<CreditsKey, OutValue>>;

/** Our own cells of a row that is still there. Flagged on is written once; Change is told against the run before this as-of date. */
function freshCells(read: (key: CreditsKey) => OutValue, fresh: CreditRow, asOf: number): Wanted {
  const wanted: Wanted = {};
  for (const key of OWN_KEYS) wanted[key] = fresh[key];
  if (typeof read('flaggedOn') === 'number') wanted.flaggedOn = read('flaggedOn');
  const before = read('amount');
  const was = read('was');
  const sameRun = read('asOf') === asOf;
  if (read('change') === 'cleared') return wanted;
  if (typeof before === 'number' && before !== fresh.amount) return { ...wanted, change: Number(fresh.amount) > before ? 'grown' : 'shrunk', was: before };
  if (sameRun && read('change') !== 'not matched') return { ...wanted, change: read('change'), was };
  return { ...wanted, change: 'unchanged', was: null };
}

/** A row the review no longer knows: cleared when its id is ours, else it stays as it is, marked. */
function goneCells(read: (key: CreditsKey) => OutValue, asOf: number): Wanted {
  const id = String(read('id') ?? '');
  const account = String(read('account') ?? '');
  if (read('change') === 'cleared') return {};
  if (id === '' || account === '' || !id.includes(account)) return { change: 'not matched' };
  return { change: 'cleared', clearedOn: asOf, asOf };
}
