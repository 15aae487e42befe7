/** *Credit log* in the workbook: its sheet among those of a publish, and *Verify log* (design.md 7). */
import { HostFailure } from '../excel/failure';
import { readLastRow } from '../excel/ownTable';
import type { BookLook } from '../excel/sample';
import { updateTable } from '../excel/tables';
import type { CreditsKey } from '../outputs/creditsColumns';
import { CREDITS_COLUMNS } from '../outputs/creditsColumns';
import { cellName, chained, linesAdded, logChange, logLines, verifyLog } from '../outputs/log';
import type { Decided, LogEnd, LogEntry, LogFault, TypedTable } from '../outputs/log';
import { LOG_SHEET, OWN_SHEETS, SUMMARY_SHEET } from '../outputs/own';
import { defaultPolicyCell } from '../outputs/policySheet';
import { logEndOf } from '../outputs/summary';
import { lookAt } from './book';
import type { Book } from './book';
import type { Decision } from './decisions';
import type { OwnSheetWork, PublishContext } from './ownSheets';
import { standingTable } from './standingTable';
import type { RunHooks } from './session';
import { cellsOfDecision } from './waitingDecisions';

/** The log's entry of a publish; `told` hears where the log will end, for the summary. It comes after all sheets that people type in. */
export function logWork(publish: PublishContext, told: (end: LogEnd) => void): OwnSheetWork {
  return {
    spec: LOG_SHEET,
    change: async (standing) => {
      const change = await logChange(publish.review, typedTables(publish), standing, publish.moment, decidedCells(publish.decisions));
      told(change.end);
      return change.appended === 0 && standing?.finished !== false ? null : change;
    },
  };
}

/** *Credit policy* begins with the default rows, all other tables with nothing typed. */
function typedTables(publish: PublishContext): TypedTable[] {
  return OWN_SHEETS.filter(({ columns }) => columns.some((column) => column.person === true)).flatMap(({ role, sheetName, columns }): TypedTable[] => {
    const table = publish.after(role);
    return table ? [{ title: sheetName, columns, table, ...(role === 'policy' ? { initial: defaultPolicyCell } : {}) }] : [];
  });
}

function decidedCells(decisions: readonly Decision[]): Decided {
  const headings = new Map<string, string>(CREDITS_COLUMNS.map(({ key, heading }) => [key, heading]));
  const keys = (decision: Decision): CreditsKey[] => Object.keys(cellsOfDecision(decision)) as CreditsKey[];
  return new Set(decisions.flatMap((decision) => keys(decision).map((key) => cellName('Credits', headings.get(key) ?? '', decision.id))));
}

/** "2026-01-31 14:05:09 UTC". */
export const whenOf = (now: number): string => `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/**
 * Adds lines at once for what was just written. False when there is no log or Excel refuses: the cells stand, and the next publish logs them. So it
 * comes after the write: a line never says what did not happen.
 */
export async function logNow(book: Book, seen: BookLook, entries: readonly LogEntry[], hooks: RunHooks): Promise<boolean> {
  const own = seen.own.find((sheet) => sheet.role === 'log');
  if (!own) return false;
  if (entries.length === 0) return true;
  try {
    const table = await readLastRow(book.guard, 'log', own.sheet, LOG_SHEET.columns, hooks);
    const last = logLines({ places: table.places, rows: table.rows.slice(-1) }).at(-1);
    const { edit } = linesAdded(await chained(entries, last?.hash ?? ''), table, table.rows.length);
    if (edit.kind === 'updateTable') await updateTable(book.guard, edit, table, hooks);
    return true;
  } catch (error) {
    if (error instanceof HostFailure) return false;
    throw error;
  }
}

/** What is wrong with the log; [] when it is whole or was never written. Rejects with TableGone when its sheet has lost the table. */
export async function verify(book: Book, hooks: RunHooks): Promise<readonly LogFault[]> {
  const seen = await lookAt(book, hooks);
  const log = await standingTable(book, seen, LOG_SHEET, hooks);
  const summary = await standingTable(book, seen, SUMMARY_SHEET, hooks);
  return await verifyLog(logLines(log), summary && logEndOf(summary));
}
