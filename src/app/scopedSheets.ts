/**
 * Our sheets under a scope: rows of accounts that are left out stay exactly as they stand, and none is added for them. The sheets are worked out
 * from the whole review first, so that a row is never told to be cleared because its account is only out of scope.
 */
import type { Review } from '../core/credit';
import type { OutValue, OwnRole } from '../outputs/edit';
import type { TableChange } from '../outputs/merge';
import { cellOf } from '../outputs/standing';
import type { StandingTable } from '../outputs/standing';
import type { OwnSheetWork } from './ownSheets';
import { wholeOf } from './scope';

export const OUT_OF_SCOPE = 'out of scope';
/** Sheets whose rows name the account. */
const BY_CREDIT: ReadonlySet<OwnRole> = new Set<OwnRole>(['credits', 'corrections', 'refunds']);
/**
 * Sheets written anew from the rows of *Refunds*: those of accounts that are left out stand there still, so none of theirs is taken off. The sheets
 * in neither set say what they say of the credits that are listed, or do not depend on them.
 */
const BY_REFUND: ReadonlySet<OwnRole> = new Set<OwnRole>(['refundFile', 'payerLetters', 'patientLetters', 'evidence']);

/** `make` works the sheets out of a review. */
export function scopedSheets(review: Review, make: (review: Review) => OwnSheetWork[]): OwnSheetWork[] {
  const listed = make(review);
  if (!review.scope) return listed;
  const whole = make(wholeOf(review));
  const left = new Set(review.scope.credits.map(({ facility, key }) => nameOf(facility, key)));
  return listed.map((work, at) => {
    const all = whole[at];
    if (all && BY_REFUND.has(work.spec.role)) return all;
    if (!all || !BY_CREDIT.has(work.spec.role)) return work;
    return { spec: work.spec, change: async (standing) => inScope(await all.change(standing), await work.change(standing), left, standing) };
  });
}

const nameOf = (facility: OutValue | undefined, account: OutValue | undefined): string => JSON.stringify([String(facility ?? ''), String(account ?? '')]);

/** `whole` without what it does to rows of accounts that are left out, under the preface of what is listed. */
function inScope(whole: TableChange | null, listed: TableChange | null, left: ReadonlySet<string>, standing: StandingTable | null): TableChange | null {
  if (!whole) return null;
  const preface = listed?.edit.preface ?? whole.edit.preface;
  const { edit } = whole;
  const places = new Map(edit.columns.map((column, place) => [column.key, place]));
  const mine = (row: readonly OutValue[]): boolean => !left.has(nameOf(row[places.get('facility') ?? -1], row[places.get('account') ?? -1]));
  if (edit.kind === 'createTable') {
    const rows = edit.rows.filter(mine);
    if (rows.length === 0 && !listed) return null;
    return { ...whole, edit: { ...edit, rows, preface }, appended: rows.length, changes: { new: rows.length } };
  }
  const append = edit.append.filter(mine);
  const out = new Set(
    standing?.rows.flatMap((row, index) => (left.has(nameOf(cellOf(standing, row, 'facility'), cellOf(standing, row, 'account'))) ? [index] : [])) ?? [],
  );
  const changes = recounted(whole, edit.append.length - append.length, out, standing);
  return { ...whole, edit: { ...edit, cells: edit.cells.filter(({ row }) => !out.has(row)), append, preface }, appended: append.length, changes };
}

/** What is said of the rows, with those left out counted apart. */
function recounted({ edit, changes }: TableChange, notAppended: number, out: ReadonlySet<number>, standing: StandingTable | null): Record<string, number> {
  const counts: Record<string, number> = { ...changes };
  const less = (word: string, count: number): void => {
    counts[word] = (counts[word] ?? 0) - count;
  };
  if (notAppended > 0) less('new', notAppended);
  const told = new Map(edit.kind === 'updateTable' ? edit.cells.flatMap(({ row, column, value }) => (column === 'change' ? [[row, value] as const] : [])) : []);
  for (const index of out) less(String(told.get(index) ?? (standing ? cellOf(standing, standing.rows[index] ?? [], 'change') : '') ?? ''), 1);
  if (out.size > 0) counts[OUT_OF_SCOPE] = out.size;
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
