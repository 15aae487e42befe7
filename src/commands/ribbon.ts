/**
 * What the ribbon buttons do. A command is a fresh page without memory or face and lives five minutes (design.md 2): it reviews small workbooks
 * itself, gives up in good time, and speaks on the sheet *Credit message*.
 */
import type { HighlightResult, Look, Scan, ScanOptions, Session, Timers } from '../app/session';

export const MOST_ROWS = 100_000;
export const TIME_LIMIT = 60_000;
const OPEN_PANE = 'Open the pane (Review pane on the ribbon) and press Find credits, then Highlight.';
const silent = (): void => undefined;

/** Reviews and colours. Always ends; what went wrong stands on *Credit message*. */
export async function highlightCredits(session: Session, options: ScanOptions, timers: Timers): Promise<void> {
  await withinTime(session, timers, async (signal) => {
    const look = await session.look(options);
    const rows = rowsOf(look);
    if (look.plan.refused) return [look.plan.refused.message, look.plan.refused.remedy];
    if (rows > MOST_ROWS) return [`This workbook has ${rows.toLocaleString('en-US')} rows, too many for a ribbon button.`, OPEN_PANE];
    const scan = await session.scan(options, silent, signal);
    if (scan.refused) return [scan.refused.message, scan.refused.remedy];
    return outcome(scan, await session.highlight(scan, silent, signal));
  });
}

/** Takes our colours away. */
export async function clearHighlights(session: Session, timers: Timers): Promise<void> {
  await withinTime(session, timers, async (signal) => {
    const { left } = await session.clearHighlights(silent, signal);
    return left.map(({ sheet, why }) => `${sheet}: highlights are left. ${why}`);
  });
}

const rowsOf = (look: Look): number => look.plan.sheets.reduce((rows, sheet) => rows + (sheet.columns.length > 0 ? sheet.dataRows : 0), 0);

function outcome(scan: Scan, result: HighlightResult): string[] {
  const problems = result.problems.map(({ sheet, message, remedy }) => `${sheet}: ${message} ${remedy}`);
  if (result.sheets.length > 0 || problems.length > 0) return problems;
  return scan.review?.credits.length === 0 ? ['No credit balance was found; nothing is coloured.'] : ['No row could be coloured.', OPEN_PANE];
}

/** Runs the work; its lines, its failure or its timeout go to *Credit message*. No lines: an older message is taken back. */
async function withinTime(session: Session, timers: Timers, work: (signal: AbortSignal) => Promise<readonly string[]>): Promise<void> {
  const controller = new AbortController();
  const cancel = timers.after(TIME_LIMIT, () => controller.abort());
  let lines: readonly string[];
  try {
    lines = await work(controller.signal);
  } catch (error) {
    lines = linesOf(error, controller.signal.aborted);
  } finally {
    cancel();
  }
  if (lines.length > 0) await session.message(lines);
  else await session.message(['Done.'], { onlyIfThere: true });
}

function linesOf(error: unknown, timeUp: boolean): string[] {
  if (timeUp) return ['This took longer than a minute and was stopped.', OPEN_PANE];
  if (error instanceof Error && 'remedy' in error && typeof error.remedy === 'string') return [error.message, error.remedy];
  return ['Something went wrong on our side; nothing more was done.', OPEN_PANE];
}
