/**
 * *Underpayments*: one row for each party that paid less than it owes (design.md 7). A row is its account and party: when the amount moves the
 * row stays, when the party has paid it is marked cleared.
 */
import type { Review, Underpayment } from '../core/credit';
import { toIso } from '../core/day';
import { sum, toDollars } from '../core/money';
import { dollarsOf } from './creditRows';
import type { OutValue } from './edit';
import { changeOf, meetById, tableChange } from './merge';
import type { Read, Row, TableChange, Wanted } from './merge';
import { UNDERPAYMENTS_SHEET } from './own';
import type { StandingTable } from './standing';
import { UNDERPAYMENTS_COLUMNS } from './underpaymentsColumns';
import type { UnderpaymentsKey } from './underpaymentsColumns';

export interface UnderpaymentsContext {
  /** Facility cell of an account, '' without one. */
  facility(account: number): string;
  /** Formula that links to the account's row, or null. */
  accountLink(account: number): string | null;
}

type UnderpaymentRow = Row<UnderpaymentsKey>;

/** null when there is nothing to write and no sheet to update. Most money first. */
export function underpaymentsEdit(review: Review, context: UnderpaymentsContext, standing: StandingTable | null): TableChange | null {
  if (!standing && review.underpayments.length === 0) return null;
  const rows = numbered(review.underpayments.map((entry) => rowOf(entry, review.asOf, context))).toSorted(byAmount);
  return tableChange<UnderpaymentsKey>(
    {
      sheet: UNDERPAYMENTS_SHEET,
      columns: UNDERPAYMENTS_COLUMNS,
      preface: prefaceOf(review),
      rows,
      meet: (table) => meetById<UnderpaymentsKey>(rows, table, ['facility', 'account', 'party'], (read) => goneCells(read, review.asOf)),
      update: (read, fresh) => freshCells(read, fresh, review.asOf),
    },
    standing,
  );
}

function prefaceOf(review: Review): OutValue[][] {
  const total = sum(review.underpayments.map((entry) => entry.cents));
  return [
    ['Credit balance review: Underpayments'],
    ['As of', toIso(review.asOf) ?? '', `${review.underpayments.length} parties`],
    ['Short in all', toDollars(total)],
    ['What a payer or patient still owes. No part of the credits; the totals of Credits do not include it.'],
  ];
}

const BASIS: Readonly<Record<Underpayment['source'], string>> = { stated: 'Stated', listed: 'Listed', derived: 'Derived', unknown: 'Not known' };

function rowOf(entry: Underpayment, asOf: number, context: UnderpaymentsContext): UnderpaymentRow {
  const facility = context.facility(entry.account);
  return {
    account: entry.key,
    patient: entry.patient,
    party: entry.partyName,
    amount: dollarsOf(entry.cents),
    because: entry.because,
    basis: BASIS[entry.source],
    since: entry.since === 0 ? null : entry.since,
    age: entry.since === 0 ? null : asOf - entry.since,
    source: context.accountLink(entry.account),
    status: 'New',
    note: null,
    change: 'new',
    was: null,
    flaggedOn: asOf,
    asOf,
    clearedOn: null,
    facility,
    id: [...(facility === '' ? [] : [facility]), entry.key, entry.partyName].join('/'),
  };
}

/** Two parties of one name on an account: the second gets a number. */
function numbered(rows: readonly UnderpaymentRow[]): UnderpaymentRow[] {
  const counts = new Map<string, number>();
  return rows.map((row) => {
    const nth = (counts.get(String(row.id)) ?? 0) + 1;
    counts.set(String(row.id), nth);
    return nth === 1 ? row : { ...row, id: `${row.id}/${nth}` };
  });
}

const byAmount = (a: UnderpaymentRow, b: UnderpaymentRow): number => Number(b.amount) - Number(a.amount) || (String(a.id) < String(b.id) ? -1 : 1);

const OWN_KEYS = UNDERPAYMENTS_COLUMNS.filter((column) => column.person !== true).map((column) => column.key);

function freshCells(read: Read<UnderpaymentsKey>, fresh: UnderpaymentRow, asOf: number): Wanted<UnderpaymentsKey> {
  const wanted: Wanted<UnderpaymentsKey> = {};
  for (const key of OWN_KEYS) wanted[key] = fresh[key];
  if (typeof read('flaggedOn') === 'number') wanted.flaggedOn = read('flaggedOn');
  return { ...wanted, ...changeOf(read, fresh.amount, asOf) };
}

const goneCells = (read: Read<UnderpaymentsKey>, asOf: number): Wanted<UnderpaymentsKey> =>
  read('change') === 'cleared' ? {} : { change: 'cleared', clearedOn: asOf, asOf };
