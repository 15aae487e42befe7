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
import type { OutValue } from './edit';
import { changeOf, tableChange } from './merge';
import type { Read, TableChange, Wanted } from './merge';
import { CREDITS_SHEET } from './own';
import { prefaceOf } from './preface';
import { isBlank } from './standing';
import type { StandingTable } from './standing';

/** What to write: a new sheet when none stands, else the changes. Same review and same as-of date on its own output: no cells, no rows. */
export function creditsEdit(review: Review, context: CreditsContext, standing: StandingTable | null): TableChange {
  const rows = creditRows(review, context).toSorted(byRisk);
  return tableChange<CreditsKey>(
    {
      sheet: CREDITS_SHEET,
      columns: CREDITS_COLUMNS,
      preface: prefaceOf(review, 'Credits'),
      rows,
      meet: (table) => meetCredits(rows, table, review.asOf),
      update: (read, fresh) => freshCells(read, fresh, review.asOf),
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
  return { ...wanted, ...changeOf(read, fresh.amount, asOf), setAside: setAside(read, fresh.amount) };
}

const NOT_A_CREDIT = 'not a credit';
const AT = /([\d.-]+)$/;

/**
 * The decision *Not a credit* holds for the amount it was made at; Decision amount may name a newer one. Example: set aside at 45.00, the row
 * now shows 55.00: "decide again, was 45.00" until Decision amount says 55.00 or the decision is another.
 */
function setAside(read: Read<CreditsKey>, amount: OutValue): OutValue {
  if (!isNotACredit(read('decision'))) return null;
  const text = (value: OutValue): string => Number(value).toFixed(2);
  const confirmed = read('decisionAmount');
  const remembered = AT.exec(String(read('setAside') ?? ''))?.[1];
  const at =
    typeof confirmed === 'number' && text(confirmed) === text(amount)
      ? text(confirmed)
      : (remembered ?? text(isBlank(read('amount')) ? amount : read('amount')));
  return at === text(amount) ? `${NOT_A_CREDIT} at ${at}` : `decide again, was ${at}`;
}

const isNotACredit = (decision: OutValue): boolean =>
  String(decision ?? '')
    .trim()
    .toLowerCase() === NOT_A_CREDIT;
