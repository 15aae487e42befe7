/**
 * *Credits*: one row for each account × payee × finding (domain.md 5.1). The first write is ordered by risk; a later one updates our own columns
 * of the rows that stand, appends new ones and marks what is gone, and never touches what a person typed (design.md 7).
 *
 * Example: a row showed 120.00; the account now owes back 150.00. The row stays where it is with Amount 150.00, Amount before 120.00 and
 * Change "grown"; Status, Decision and Note are left alone.
 */
import type { Review } from '../core/credit';
import { meetCredits } from './creditsMatch';
import { byRisk, creditRows } from './creditRows';
import type { CreditRow, CreditsContext } from './creditRows';
import { CREDITS_COLUMNS } from './creditsColumns';
import type { CreditsKey } from './creditsColumns';
import { clearedAt } from './cleared';
import { changeOf, tableChange } from './merge';
import type { Read, TableChange, Wanted } from './merge';
import { CREDITS_SHEET } from './own';
import { prefaceOf } from './preface';
import { isPromised, RefundsSeen } from './refundSeen';
import { setAsideWords } from './setAside';
import type { StandingTable } from './standing';

/** What to write: a new sheet when none stands, else the changes. Same review and same as-of date on its own output: no cells, no rows. */
export function creditsEdit(review: Review, context: CreditsContext, standing: StandingTable | null): TableChange {
  const rows = creditRows(review, context).toSorted(byRisk);
  const seen = new RefundsSeen(context.followed ?? (() => null), review.asOf);
  return tableChange<CreditsKey>(
    {
      sheet: CREDITS_SHEET,
      columns: CREDITS_COLUMNS,
      preface: prefaceOf(review, 'Credits'),
      rows,
      meet: (table) => {
        const met = meetCredits(rows, table, review.asOf);
        seen.promised(table, met.matches);
        const append = met.append.map((row) => ({ ...row, refundSeen: seen.fresh(row) }));
        return { ...met, append, gone: (read) => ({ ...met.gone(read), ...(isPromised(read) ? { refundSeen: seen.standing(read, null) } : {}) }) };
      },
      update: (read, fresh) => {
        const wanted = freshCells(read, fresh, review.asOf);
        return { ...wanted, refundSeen: seen.standing((key) => (key in wanted ? (wanted[key] ?? null) : read(key)), fresh) };
      },
    },
    standing,
  );
}

const OWN_KEYS = CREDITS_COLUMNS.filter((column) => column.person !== true).map((column) => column.key);

/** Our own cells of a row that is still there. Flagged on is written once; Change is told against the run before this as-of date. */
function freshCells(read: Read<CreditsKey>, fresh: CreditRow, asOf: number): Wanted<CreditsKey> {
  const wanted: Wanted<CreditsKey> = {};
  for (const key of OWN_KEYS) wanted[key] = fresh[key];
  if (typeof read('flaggedOn') === 'number') wanted.flaggedOn = read('flaggedOn');
  return { ...wanted, ...changeOf(read, fresh.amount, asOf), setAside: setAsideWords(read, fresh.amount), clearedAt: clearedAt(read, fresh.amount) };
}
