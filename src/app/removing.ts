/** *Remove sheets*: first says what would go with them, then removes (design.md 7). *Credit keys* belongs to the highlights and goes with Clear. */
import { removeSheets } from '../excel/removeSheets';
import type { OwnSheet } from '../excel/own';
import { typedCells } from '../outputs/credits';
import type { OwnRole } from '../outputs/edit';
import { HostFailure } from '../excel/failure';
import { lookAt, writing } from './book';
import type { Book } from './book';
import { standingCredits } from './publishing';
import type { RunHooks, Session } from './session';

type Removal = Awaited<ReturnType<Session['previewRemoval']>>;

const removable = (own: readonly OwnSheet[]): OwnSheet[] => own.filter((sheet) => sheet.role !== 'keys');

export async function previewRemoval(book: Book, hooks: RunHooks): Promise<Removal> {
  const seen = await lookAt(book, hooks);
  const credits = await standingCredits(book, seen, hooks);
  return removable(seen.own).map(({ role, sheet }) => ({ role, sheet, typedCells: role === 'credits' && credits ? typedCells(credits) : 0, logLines: 0 }));
}

export async function remove(book: Book, keep: readonly OwnRole[], hooks: RunHooks): Promise<{ readonly removed: readonly string[] }> {
  const seen = await lookAt(book, hooks);
  if (seen.readOnly) throw new HostFailure('ReadOnly');
  if (seen.structureProtected) throw new HostFailure('StructureProtected');
  return await writing(book, hooks, async () => ({ removed: await removeSheets(book.guard, removable(seen.own), keep, hooks) }));
}
