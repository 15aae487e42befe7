/** The sheet *Credit message*: where a ribbon command, which has no pane, says what it did or why it stopped. */
import { looseCell } from './cells';
import type { Guard } from './guard';
import { addOwnSheet } from './newSheet';

export const MESSAGE_TITLE = 'Credit message';

export interface MessagePlace {
  readonly sheet: string;
  /** True when the sheet is there and ours. */
  readonly exists: boolean;
  readonly show: boolean;
}

/** Replaces the lines below the title. */
export async function writeMessage(guard: Guard, { sheet: sheetName, exists, show }: MessagePlace, lines: readonly string[]): Promise<void> {
  await guard.run(async (context) => {
    if (!exists) {
      await addOwnSheet(context, 'message', sheetName, (sheet) => {
        const column = sheet.getRange('A:A');
        column.format.columnWidth = 480;
        column.untrack();
        queueLines(sheet, lines);
      });
      return;
    }
    const sheet = context.workbook.worksheets.getItem(sheetName);
    const old = sheet.getRange('A2:A200');
    old.clear('Contents');
    old.untrack();
    queueLines(sheet, lines);
    await context.sync();
  });
  if (show) await showSheet(guard, sheetName);
}

function queueLines(sheet: Excel.Worksheet, lines: readonly string[]): void {
  const range = sheet.getRangeByIndexes(0, 0, lines.length + 1, 1);
  range.values = [[MESSAGE_TITLE], ...lines.map((line) => [looseCell(line)])];
  range.untrack();
}

/** May fail without harm: another workbook may be in front. */
async function showSheet(guard: Guard, name: string): Promise<void> {
  try {
    await guard.run(async (context) => {
      context.workbook.worksheets.getItem(name).activate();
      await context.sync();
    });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'HostFailure') throw error;
  }
}
