/** Our tables as they stand in the open workbook. */
import { readOwnTable } from '../excel/ownTable';
import type { OwnTable } from '../excel/ownTable';
import type { BookLook } from '../excel/sample';
import type { OwnSheetSpec } from '../outputs/own';
import type { Book } from './book';
import type { RunHooks } from './session';

/** The table of one of our sheets as it stands, or null. Rejects with TableGone when the sheet has lost it. */
export async function standingTable(book: Book, seen: BookLook, spec: OwnSheetSpec, hooks: RunHooks): Promise<OwnTable | null> {
  const own = seen.own.find((sheet) => sheet.role === spec.role);
  return own ? await readOwnTable(book.guard, spec.role, own.sheet, spec.columns, hooks) : null;
}
