/**
 * *Credit log*: who did what when. Lines are only ever added; each carries the SHA-256 of its fields and of the hash before, so that an edited,
 * moved or missing line shows; the last hash and the count also stand on *Credit summary*, so that a cut tail shows too (design.md 7).
 * It proves that nobody touched the lines in passing; whoever can rewrite both sheets and knows the rule can still forge them.
 *
 * Example: Kim typed Status "Approved" on credit 00123/Harbor Mutual/1; the next run adds
 * When 2026-01-31 14:05, Who "seen by Lee", What "Credits: Status", Where 00123/Harbor Mutual/1, From "New", To "Approved".
 */
import type { Review } from '../core/credit';
import { toIso } from '../core/day';
import type { Day } from '../core/day';
import { toDollars } from '../core/money';
import { CREDITS_COLUMNS } from './creditsColumns';
import type { ColumnSpec, OutValue } from './edit';
import { LOG_COLUMNS } from './logColumns';
import { LOG_SHEET } from './own';
import { created, inColumns } from './rewrite';
import type { Rewritten, Standing } from './rewrite';
import { cellOf } from './standing';
import type { StandingTable } from './standing';

export interface LogEntry {
  /** As it shall be shown, for example "2026-01-31 14:05:09". */
  readonly when: string;
  readonly who: string;
  readonly what: string;
  /** Account or finding id; '' for the whole workbook. */
  readonly where: string;
  readonly from: string;
  readonly to: string;
}
export interface LogLine extends LogEntry {
  /** 64 hexadecimal digits. */
  readonly hash: string;
}
/** The end of a log as the summary keeps it. */
export interface LogEnd {
  readonly lines: number;
  readonly hash: string;
}

/** Hash of a line after the line whose hash is `before` ('' for the first). */
export async function hashOf({ when, who, what, where, from, to }: LogEntry, before: string): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([before, when, who, what, where, from, to]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Entries as lines that follow a line with the hash `before`. */
export async function chained(entries: readonly LogEntry[], before: string): Promise<LogLine[]> {
  const lines: LogLine[] = [];
  for (const entry of entries) lines.push({ ...entry, hash: await hashOf(entry, lines.at(-1)?.hash ?? before) });
  return lines;
}

/** The lines of the table as it stands. */
export function logLines(standing: Standing | null): LogLine[] {
  return (standing?.rows ?? []).map((row) => {
    const text = (key: string): string => String(row[standing?.places[key] ?? -1] ?? '');
    return { when: text('when'), who: text('who'), what: text('what'), where: text('where'), from: text('from'), to: text('to'), hash: text('hash') };
  });
}

export interface LogChange extends Rewritten {
  readonly end: LogEnd;
}

export interface LogMoment {
  readonly when: string;
  /** Who runs; '' when not asked yet. A statement, not a proof. */
  readonly who: string;
}

/** A table of ours that people type in, as this run leaves it. */
export interface TypedTable {
  readonly title: string;
  readonly columns: readonly ColumnSpec[];
  readonly table: StandingTable;
  /** What a cell says before anybody typed; '' when not given, Status "New". */
  readonly initial?: (id: string, key: string) => OutValue;
}
/** Cells that the one who writes has decided himself in this run, as `cellName` names them. */
export type Decided = ReadonlySet<string>;
export const cellName = (title: string, heading: string, id: string): string => `${title}: ${heading}\n${id}`;

export const creditsTyped = (table: StandingTable): TypedTable => ({ title: 'Credits', columns: CREDITS_COLUMNS, table });

/** What a publish adds: cells a person typed since, then the run itself if its figures are new. Nothing new: no lines. */
export async function logChange(
  review: Review,
  typed: readonly TypedTable[],
  standing: Standing | null,
  moment: LogMoment,
  decided: Decided = new Set(),
): Promise<LogChange> {
  const before = logLines(standing);
  const entries = [...typed.flatMap((table) => typedEntries(table, before, moment, decided)), ...runEntries(review, before, moment)];
  const lines = await chained(entries, before.at(-1)?.hash ?? '');
  const last = lines.at(-1) ?? before.at(-1);
  const end = { lines: before.length + lines.length, hash: last?.hash ?? '' };
  return { ...linesAdded(lines, standing, before.length), end };
}

/** The lines as a change of the sheet, below those that stand. */
export function linesAdded(lines: readonly LogLine[], standing: Standing | null, kept: number): Rewritten {
  const rows = lines.map((line): Record<string, OutValue> => ({ ...line }));
  if (!standing) return created(LOG_SHEET, PREFACE, rows);
  const append = rows.map((row) => inColumns(LOG_COLUMNS, row));
  const { role, table, columns } = LOG_SHEET;
  return { edit: { kind: 'updateTable', role, table, cells: [], append, columns, preface: PREFACE }, kept, appended: append.length, changes: {} };
}

const PREFACE: OutValue[][] = [
  ['Credit balance review: Log'],
  ['Lines are only added. Each hash covers its line and the hash before; "seen by" names who ran the review that noticed a typed cell.'],
];

const RUN = 'Credits written';

function runEntries({ asOf, credits, totals }: Review, before: readonly LogLine[], { when, who }: LogMoment): LogEntry[] {
  const to =
    `As of ${toIso(asOf) ?? 'no date'}: ${credits.length} accounts, true overpayment ${toDollars(totals.trueOverpayment)}, ` +
    `posting error ${toDollars(totals.postingError)}, misallocated ${toDollars(totals.misallocated)}, hold ${toDollars(totals.hold)}, ` +
    `needs review ${toDollars(totals.needsReview)}`;
  const from = before.findLast((line) => line.what === RUN)?.to ?? '';
  return from === to ? [] : [{ when, who, what: RUN, where: '', from, to }];
}

/** What the log last knew of a cell, against what stands there. A copied row carries the id of another: its words are not that credit's. */
function typedEntries({ title, columns, table, initial }: TypedTable, before: readonly LogLine[], moment: LogMoment, decided: Decided): LogEntry[] {
  const known = new Map(before.map((line) => [`${line.what}\n${line.where}`, line.to]));
  const seen = new Set<string>();
  const entries: LogEntry[] = [];
  for (const row of table.rows) {
    const where = String(cellOf(table, row, 'id') || cellOf(table, row, 'account') || '');
    if (where === '' || seen.has(where)) continue;
    seen.add(where);
    for (const column of columns) {
      if (column.person !== true || table.places[column.key] === undefined) continue;
      const name = cellName(title, column.heading, where);
      const from = known.get(name) ?? shown(column, initial?.(where, column.key) ?? (column.key === 'status' ? 'New' : ''));
      const to = shown(column, cellOf(table, row, column.key));
      const what = `${title}: ${column.heading}`;
      if (from !== to) entries.push({ when: moment.when, who: decided.has(name) ? moment.who : seenBy(moment.who), what, where, from, to });
    }
  }
  return entries;
}

const seenBy = (who: string): string => (who === '' ? 'seen by nobody named' : `seen by ${who}`);

/** A cell as the log says it. */
export function shown(column: ColumnSpec, value: OutValue): string {
  if (column.type === 'date' && typeof value === 'number' && Number.isInteger(value) && value > 60) return toIso(value as Day) ?? '';
  return String(value ?? '');
}

export interface LogFault {
  /** 1-based line; one past the end for a cut tail. */
  readonly line: number;
  readonly kind: 'changed' | 'moved' | 'cut';
  readonly message: string;
}

/** A thoroughly shuffled log need not be explained line by line. */
const MOST_SEARCHED = 50;

/** Edits, gaps, reorderings and a cut tail; [] when the log is whole. `end`: what the summary keeps, null when it is not there. */
export async function verifyLog(lines: readonly LogLine[], end: LogEnd | null): Promise<LogFault[]> {
  const faults: LogFault[] = [];
  for (const [at, line] of lines.entries()) {
    if ((await hashOf(line, lines[at - 1]?.hash ?? '')) === line.hash) continue;
    faults.push(faultOf(at, faults.length < MOST_SEARCHED && (await followsAnother(line, lines))));
  }
  if (end && lines[end.lines - 1]?.hash !== end.hash && end.lines > 0) faults.push(cut(lines, end));
  return faults;
}

const faultOf = (at: number, moved: boolean): LogFault => ({
  line: at + 1,
  kind: moved ? 'moved' : 'changed',
  message: moved
    ? `Line ${at + 1} is genuine but does not stand where it was written: lines were moved, copied or added.`
    : `Line ${at + 1} does not fit its hash: it was changed, or the line before it is missing.`,
});

/** True when the line is untouched and some other line, or the beginning, came before it. */
async function followsAnother(line: LogLine, lines: readonly LogLine[]): Promise<boolean> {
  for (const before of ['', ...lines.map((each) => each.hash)]) if ((await hashOf(line, before)) === line.hash) return true;
  return false;
}

function cut(lines: readonly LogLine[], { lines: count, hash }: LogEnd): LogFault {
  const found = lines.findIndex((line) => line.hash === hash);
  const message =
    found < 0
      ? `The summary knows ${count} lines and the hash of the last; the log has ${lines.length} and that hash is not among them: its end was cut or changed.`
      : `The summary knows ${count} lines; the last of them stands on line ${found + 1}: lines are missing or were added before it.`;
  return { line: lines.length + 1, kind: 'cut', message };
}
