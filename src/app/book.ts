/** What every use case works with: the queue to Excel, the analyst, and who works. */
import type { Guard } from '../excel/guard';
import { withLease } from '../excel/lease';
import { lookAtBook } from '../excel/sample';
import type { BookLook } from '../excel/sample';
import { assertFloor } from '../excel/floor';
import { OWN_SHEETS } from '../outputs/own';
import type { Analyst, OnProgress, RunHooks } from './session';

export interface Book {
  readonly guard: Guard;
  readonly analyst: Analyst;
  /** Names this run in the lease. */
  readonly run: string;
  readonly onWaiting: OnProgress;
}

/** Hooks for calls that have neither progress nor cancel of their own. */
export const quiet = (book: Pick<Book, 'onWaiting'>): RunHooks => ({ onProgress: book.onWaiting, signal: undefined });

export async function lookAt(book: Pick<Book, 'guard'>, hooks: RunHooks): Promise<BookLook> {
  assertFloor();
  return await lookAtBook(book.guard, OWN_SHEETS, hooks);
}

/** For anything that writes. */
export async function writing<T>(book: Book, hooks: RunHooks, work: () => Promise<T>): Promise<T> {
  assertFloor();
  return await withLease(book.guard, book.run, hooks, work);
}
