/**
 * Decisions between pane and *Credits* (design.md 7): what is typed there shows here, and what is decided here is written there, in place.
 *
 * Example: Kim presses *Refund* on the credit of account 00123; the row of that credit now says Decision "Refund", Decision amount 400.00.
 */
import { openPartId } from '../core/credit';
import type { Review } from '../core/credit';
import { day, NO_DAY } from '../core/day';
import type { Day } from '../core/day';
import { cents, centsOfNumber, ZERO } from '../core/money';
import type { Cents } from '../core/money';
import { HostFailure } from '../excel/failure';
import { readOwnTable } from '../excel/ownTable';
import type { OwnTable } from '../excel/ownTable';
import { writeTyped } from '../excel/typedCells';
import type { TypedCell } from '../excel/typedCells';
import { creditRows } from '../outputs/creditRows';
import type { CreditRow } from '../outputs/creditRows';
import { CREDITS_COLUMNS } from '../outputs/creditsColumns';
import type { CreditsKey } from '../outputs/creditsColumns';
import { meetCredits } from '../outputs/creditsMatch';
import type { OutValue } from '../outputs/edit';
import { shown } from '../outputs/log';
import type { LogEntry } from '../outputs/log';
import { CREDITS_SHEET } from '../outputs/own';
import { cellOf } from '../outputs/standing';
import { lookAt, writing } from './book';
import type { Book } from './book';
import type { Decided, Decision, Decisions, StandingDecision } from './decisions';
import type { RunHooks, Scan } from './session';
import { logNow, whenOf } from './logging';
import { cellsOfDecision } from './waitingDecisions';

const PERSONS = CREDITS_COLUMNS.filter((column) => 'person' in column && column.person).map(({ key }) => key);
/** By which a row is met, and what the pane shows. */
const READ: readonly CreditsKey[] = [
  ...(['id', 'transactions', 'facility', 'account', 'owedToKind', 'owedTo', 'causeId', 'change', 'amount', 'setAside', 'clearedOn'] as const),
  ...PERSONS,
];

/** What stands on *Credits*. Rejects with TableGone when the sheet has lost its table. */
export async function decisions(book: Book, scan: Scan, hooks: RunHooks): Promise<Decisions> {
  const table = await creditsTable(book, hooks);
  if (!table || !scan.review) return { sheet: null, decisions: [], cleared: [] };
  const met = [...rowsMet(scan, scan.review, table)];
  return { sheet: table.sheet, decisions: met.map(([id, row]) => decisionOf(id, readerOf(table, row))), cleared: clearedOf(table) };
}

export interface Wanted {
  readonly decisions: readonly Decision[];
  /** Who decided; '' when not asked yet. */
  readonly user: string;
}

/** Writes the cells of decisions whose rows stand, then their log lines; rejects, with nothing written, as `writeTyped` says, and with ReadOnly or Busy. */
export async function decide(book: Book, scan: Scan, { decisions: wanted, user }: Wanted, hooks: RunHooks): Promise<Decided> {
  const { review } = scan;
  if (!review) throw new HostFailure('NothingToWrite');
  const seen = await lookAt(book, hooks);
  if (!seen.own.some((sheet) => sheet.role === 'credits')) return { written: [], waiting: wanted };
  if (seen.readOnly) throw new HostFailure('ReadOnly');
  return await writing(book, hooks, async () => {
    const table = await creditsTable(book, hooks);
    if (!table) return { written: [], waiting: wanted };
    const rows = rowsMet(scan, review, table);
    const [stand, waiting] = [wanted.filter(({ id }) => rows.has(id)), wanted.filter(({ id }) => !rows.has(id))];
    const cells = stand.flatMap((decision) =>
      Object.entries(cellsOfDecision(decision)).map(([column, value]) => ({ row: rows.get(decision.id) ?? 0, column, value: value ?? null })),
    );
    await writeTyped(book.guard, table, CREDITS_COLUMNS, cells, hooks);
    const moment = { when: whenOf(book.guard.clock.now()), who: user === '' ? 'nobody named' : user };
    const logged = await logNow(
      book,
      seen,
      cells.flatMap((cell) => logEntry(table, cell, moment)),
      hooks,
    );
    return { written: stand.map(({ id }) => id), waiting, logged };
  });
}

/** What a cell said before and says now, as a publish would log it; none when that is the same. */
function logEntry(table: OwnTable, { row, column, value }: TypedCell, moment: Pick<LogEntry, 'when' | 'who'>): LogEntry[] {
  const spec = CREDITS_COLUMNS.find(({ key }) => key === column);
  if (!spec) return [];
  const read = readerOf(table, row);
  const [from, to] = [shown(spec, read(spec.key)), shown(spec, value)];
  return from === to ? [] : [{ ...moment, what: `${CREDITS_SHEET.sheetName}: ${spec.heading}`, where: text(read, 'id') || text(read, 'account'), from, to }];
}

async function creditsTable(book: Book, hooks: RunHooks): Promise<OwnTable | null> {
  const own = (await lookAt(book, hooks)).own.find((sheet) => sheet.role === 'credits');
  return own ? await readOwnTable(book.guard, 'credits', own.sheet, CREDITS_SHEET.columns, hooks, 'values', READ) : null;
}

const rowsOfReview = new WeakMap<Review, readonly CreditRow[]>();

/** The rows a publish would write. Their source cell holds no link here but the finding's own id: a row that is met keeps the id on its sheet. */
function freshRows(scan: Scan, review: Review): readonly CreditRow[] {
  const known = rowsOfReview.get(review);
  if (known) return known;
  const postings = new Map(scan.postings?.map((posting) => [posting.tx, posting]));
  const rows = creditRows(review, {
    sheetNames: scan.reading.sheetNames,
    causeTitle: () => '',
    posting: (tx) => postings.get(tx) ?? null,
    link: (credit, finding) => finding?.id ?? openPartId(credit),
  });
  rowsOfReview.set(review, rows);
  return rows;
}

/** Finding id → body row. */
function rowsMet(scan: Scan, review: Review, table: OwnTable): Map<string, number> {
  const { matches } = meetCredits(freshRows(scan, review), table, scan.asOf);
  return new Map([...matches].map(([index, row]) => [String(row.source), index]));
}

type Read = (key: CreditsKey) => OutValue;
const readerOf = (table: OwnTable, row: number): Read => {
  const cells = table.rows[row] ?? [];
  return (key) => cellOf(table, cells, key);
};
const text = (read: Read, key: CreditsKey): string => String(read(key) ?? '').trim();
const moneyOf = (value: OutValue): Cents | null => (typeof value === 'number' ? centsOfNumber(value) : null);
const dayOf = (value: OutValue): Day => (typeof value === 'number' && value >= 1 && value < 2_958_466 ? day(Math.trunc(value)) : NO_DAY);

function decisionOf(id: string, read: Read): StandingDecision {
  return {
    id,
    status: text(read, 'status'),
    decision: text(read, 'decision'),
    amount: moneyOf(read('decisionAmount')),
    assignedTo: text(read, 'assignedTo'),
    identifiedOn: dayOf(read('identifiedOn')),
    investigationFrom: dayOf(read('investigationFrom')),
    investigationTo: dayOf(read('investigationTo')),
    checksCleared: text(read, 'checksCleared'),
    note: text(read, 'note'),
    setAsideAt: setAsideAt(text(read, 'setAside')),
  };
}

/** "not a credit at 45.00" and "decide again, was 45.00". */
function setAsideAt(words: string): Cents | null {
  const amount = /(-?\d+)\.(\d\d)$/.exec(words);
  return amount ? cents(Number(`${amount[1] ?? ''}${amount[2] ?? ''}`)) : null;
}

function clearedOf(table: OwnTable): Decisions['cleared'] {
  return table.rows.flatMap((_row, index) => {
    const read = readerOf(table, index);
    if (read('change') !== 'cleared') return [];
    return [{ assignedTo: text(read, 'assignedTo'), amount: moneyOf(read('amount')) ?? ZERO, on: dayOf(read('clearedOn')) }];
  });
}
