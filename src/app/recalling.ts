/** After a review: what *Credits* remembers of its findings, from the workbook or, when it has no such sheet, from last month's reviewed file. */
import type { Review } from '../core/credit';
import type { Posting } from '../core/postings';
import { HostFailure } from '../excel/failure';
import { readOwnTable } from '../excel/ownTable';
import type { BookLook } from '../excel/sample';
import type { CreditsKey } from '../outputs/creditsColumns';
import { CREDITS_SHEET } from '../outputs/own';
import { remembered } from '../outputs/remembered';
import type { StandingTable } from '../outputs/standing';
import type { Book } from './book';
import type { Previous, Problem, RunHooks } from './session';

/** By which a row is met, and what it remembers. */
const READ: readonly CreditsKey[] = [
  ...(['id', 'transactions', 'facility', 'account', 'owedToKind', 'owedTo', 'causeId', 'change', 'amount'] as const),
  ...(['decision', 'decisionAmount', 'setAside', 'checksCleared', 'clearedAt'] as const),
];

export interface Recalled {
  readonly review: Review;
  readonly problems: readonly Problem[];
}

export async function recalled(
  book: Book,
  seen: BookLook,
  found: { readonly review: Review; readonly postings: readonly Posting[]; readonly previous: Previous | undefined },
  hooks: RunHooks,
): Promise<Recalled> {
  const { review, postings, previous } = found;
  const own = seen.own.find((sheet) => sheet.role === 'credits');
  const table = own ? await creditsTable(book, own.sheet, hooks) : (previous?.get('credits') ?? null);
  const problems = own && !table ? [tableGone(own.sheet)] : [];
  return { review: table ? remembered(review, postings, table) : review, problems };
}

async function creditsTable(book: Book, sheet: string, hooks: RunHooks): Promise<StandingTable | null> {
  try {
    return await readOwnTable(book.guard, 'credits', sheet, CREDITS_SHEET.columns, hooks, 'values', READ);
  } catch (error) {
    if (error instanceof HostFailure && error.code === 'TableGone') return null;
    throw error;
  }
}

const tableGone = (sheet: string): Problem => ({
  code: 'credits-table-gone',
  sheet,
  row: 0,
  message: `${sheet} no longer holds its table, so decisions and cleared checks are not read from it.`,
  remedy: 'Undo what removed the table. Or rename the sheet and press Write: a new one is made.',
});
