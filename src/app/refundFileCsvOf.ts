/** The Refund file as text for accounts payable: only while it says the same as Refunds. */
import { HostFailure } from '../excel/failure';
import { REFUND_FILE_SHEET, REFUNDS_SHEET } from '../outputs/own';
import { refundFileCsv, rowsNotReady } from '../outputs/refundFileCsv';
import { lookAt } from './book';
import type { Book } from './book';
import type { RunHooks } from './session';
import { standingTable } from './standingTable';

/** Rejects with NoRefundFile or RefundFileStale. */
export async function refundFileCsvOf(book: Book, hooks: RunHooks): Promise<string> {
  const seen = await lookAt(book, hooks);
  const file = await standingTable(book, seen, REFUND_FILE_SHEET, hooks);
  if (!file || file.rows.length === 0) throw new HostFailure('NoRefundFile');
  const off = rowsNotReady(file, await standingTable(book, seen, REFUNDS_SHEET, hooks));
  if (off.length > 0) throw new HostFailure('RefundFileStale', `${off.length} of ${file.rows.length} rows`);
  return refundFileCsv(file);
}
