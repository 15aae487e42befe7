/** *Remove sheets*: first says what would go with them, then removes (design.md 7). *Credit keys* belongs to the highlights and goes with Clear. */
import { removeSheets } from '../excel/removeSheets';
import type { OwnSheet } from '../excel/own';
import type { OwnRole } from '../outputs/edit';
import { LOG_SHEET, OWN_SHEETS } from '../outputs/own';
import { editedPolicyCells } from '../outputs/policySheet';
import { typedCells } from '../outputs/standing';
import { HostFailure } from '../excel/failure';
import type { BookLook } from '../excel/sample';
import { lookAt, writing } from './book';
import type { Book } from './book';
import { standingTable } from './standingTable';
import type { RunHooks, Session } from './session';

type Removal = Awaited<ReturnType<Session['previewRemoval']>>;

const removable = (own: readonly OwnSheet[]): OwnSheet[] => own.filter((sheet) => sheet.role !== 'keys');

export async function previewRemoval(book: Book, hooks: RunHooks): Promise<Removal> {
  const seen = await lookAt(book, hooks);
  const removal: Removal[number][] = [];
  for (const { role, sheet } of removable(seen.own)) {
    const logLines = role === 'log' ? ((await standingTable(book, seen, LOG_SHEET, hooks))?.rows.length ?? 0) : 0;
    removal.push({ role, sheet, typedCells: await typedOn(book, seen, role, hooks), logLines });
  }
  return removal;
}

/** Cells a person typed; on *Credit policy*, which is theirs as a whole, those that say something else than the defaults. */
async function typedOn(book: Book, seen: BookLook, role: OwnRole, hooks: RunHooks): Promise<number> {
  const spec = OWN_SHEETS.find((entry) => entry.role === role);
  if (!spec?.columns.some((column) => column.person === true)) return 0;
  const standing = await standingTable(book, seen, spec, hooks);
  if (!standing) return 0;
  return role === 'policy' ? editedPolicyCells(standing) : typedCells(spec.columns, standing);
}

export async function remove(book: Book, keep: readonly OwnRole[], hooks: RunHooks): Promise<{ readonly removed: readonly string[] }> {
  return await writing(book, hooks, async () => {
    const seen = await lookAt(book, hooks);
    if (seen.structureProtected) throw new HostFailure('StructureProtected');
    return { removed: await removeSheets(book.guard, removable(seen.own), keep, hooks) };
  });
}
