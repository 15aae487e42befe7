/** A sheet of ours comes whole or not at all: what Excel did of a request before it failed is not rolled back (office-js.md 1.2). */
import { codeOf } from './failure';
import { quoted } from './cells';
import type { OwnRole } from '../outputs/edit';
import { ROLE_PROPERTY, sheetMark } from './own';

/** Adds a marked sheet, last, with all that `queue` puts on it, in one request. Where that breaks off midway, the sheet is taken away again. */
export async function addOwnSheet(context: Excel.RequestContext, role: OwnRole, name: string, queue: (sheet: Excel.Worksheet) => void): Promise<void> {
  const { worksheets, names } = context.workbook;
  const sheet = worksheets.add(name);
  sheet.customProperties.add(ROLE_PROPERTY, role);
  // A stale name of a deleted sheet would be in the way of the new one.
  names.getItemOrNullObject(sheetMark(role)).delete();
  names.add(sheetMark(role), `=${quoted(name)}!$A$1`).visible = false;
  queue(sheet);
  try {
    await context.sync();
  } catch (error) {
    await takeAway(context, sheet);
    throw error;
  }
}

/**
 * Once made, the sheet is met by its id, so that never another one goes. When not even that was done, Excel makes it now and takes it away,
 * or refuses again.
 */
async function takeAway(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> {
  try {
    sheet.delete();
    await context.sync();
  } catch (error) {
    if (codeOf(error) === '' && !(error instanceof DOMException)) throw error;
  }
}
