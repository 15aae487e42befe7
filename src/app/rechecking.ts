/**
 * When the sheets changed since the scan: are the flagged accounts as they were? Key and amount cells are read again, row by row, and compared with
 * what the scan read; nothing is reviewed anew. Where a flagged account changed, or that cannot be told, the scan does not hold.
 *
 * Example: 57 accounts are flagged; someone corrects a payment of an account that is not among them. The findings hold, and the account that changed
 * is said to be missing until credits are found again. A row inserted above moves all rows below it, so those accounts count as changed.
 */
import { quiet } from './book';
import type { Book } from './book';
import type { CellValue } from '../intake/contract';
import { KEY_FIELDS } from './rawKeys';
import { changedRows } from './scanning';
import type { ChangedRow } from './scanning';
import type { Recheck, Scan } from './session';

const CANNOT_TELL: Recheck = { held: null, changed: [], others: 0 };

export async function recheck(book: Book, scan: Scan): Promise<Recheck> {
  const { review } = scan;
  const now = review && (await changedRows(book, scan, quiet(book)));
  if (!now) return CANNOT_TELL;
  const flagged = new Set(review.credits.map(({ account }) => account));
  const rowsOf = await accountsByRow(book, scan, flagged);
  const named = accountsByKey(scan, flagged);
  const hit = new Set<number>();
  let others = 0;
  for (const row of now.rows) {
    const key = keyOf(scan, row);
    // Rows of a sheet without account keys, a remittance for example, may prove anything.
    if (key === null) return CANNOT_TELL;
    const accounts = [rowsOf.get(`${row.sheet}!${row.row}`) ?? [], named.get(key) ?? []].flat();
    for (const account of accounts) hit.add(account);
    if (accounts.length === 0) others++;
  }
  if (hit.size > 0) return { held: null, changed: review.credits.filter(({ account }) => hit.has(account)).map(({ key }) => key), others };
  const same = now.rows.length === 0 && now.held.fingerprint !== scan.fingerprint;
  return same ? CANNOT_TELL : { held: now.held, changed: [], others };
}

/** "Sheet!row" as scanned → account, for the accounts that are flagged. */
async function accountsByRow(book: Book, scan: Scan, flagged: ReadonlySet<number>): Promise<Map<string, number>> {
  const rows = new Map<string, number>();
  for (const { account, sheet, row } of await book.analyst.flaggedRows()) rows.set(`${scan.reading.sheetNames[sheet] ?? ''}!${row}`, account);
  for (const { sheet, keys } of scan.reading.keyed) for (const { account, row } of keys) if (flagged.has(account)) rows.set(`${sheet}!${row}`, account);
  return rows;
}

const plain = (cell: CellValue | undefined): string => String(cell ?? '').trim();

/** Key as text → flagged accounts of that key, whatever their facility: rather one account too many than one too few. */
function accountsByKey(scan: Scan, flagged: ReadonlySet<number>): Map<string, number[]> {
  const accounts = new Map<string, number[]>();
  for (const { keys } of scan.reading.keyed)
    for (const { raw, account } of keys) if (flagged.has(account)) accounts.set(plain(raw), [...(accounts.get(plain(raw)) ?? []), account]);
  return accounts;
}

/** The key a changed row names now; null when its sheet has no key column. */
function keyOf(scan: Scan, { sheet, cells }: ChangedRow): string | null {
  const plan = scan.plan.sheets.find((each) => each.sheet === sheet);
  if (plan?.role !== 'accounts' && plan?.role !== 'transactions' && plan?.role !== 'mixed') return null;
  const column = KEY_FIELDS[scan.reading.grain].map((field) => plan.columns.find((each) => each.field === field)).find((each) => each !== undefined);
  return column ? plain(cells.get(column.column)) : null;
}
