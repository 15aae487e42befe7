/**
 * *Scope*: only the credits of some facilities, payers, dates or rows are listed. The whole ledger is read and reviewed all the same, so no balance
 * changes; what is left out is counted and said. Pure.
 *
 * Example: credits of 400.00 at North and 45.00 at South; with the scope "North" one account of 400.00 is listed, and 1 account, 45.00, left out.
 */
import { NO_DAY, toIso } from '../core/day';
import type { Day } from '../core/day';
import type { Credit, Review, ScopeChoices } from '../core/credit';
import type { Ledger } from '../core/ledger';
import { sum } from '../core/money';
import { reviewTotals } from '../core/totals';
import type { KeyedColumn } from './session';

/** What is given must all fit; an empty scope lists everything. */
export interface Scope {
  readonly facilities?: readonly string[];
  /** Whose money is in question: the payers that findings name; on accounts without a finding, every payer of the account. */
  readonly payers?: readonly string[];
  readonly dates?: ScopeDates;
  readonly rows?: readonly RowSpan[];
}
export interface ScopeDates {
  /** `since`: the day the account turned into credit. */
  readonly of: 'service' | 'since';
  /** Both included; NO_DAY = open. */
  readonly from: Day;
  readonly to: Day;
}
/** Rows of a sheet, 1-based, both included. */
export interface RowSpan {
  readonly sheet: string;
  readonly from: number;
  readonly to: number;
}

type Test = (credit: Credit) => boolean;

/** The review with only the credits in scope, its totals summed again; unchanged, but for the choices, without a scope. */
export function scoped(review: Review, ledger: Ledger, keyed: readonly KeyedColumn[], scope: Scope | undefined): Review {
  const facilities = facilitiesOf(review.credits, keyed);
  const choices = choicesOf(review.credits, facilities);
  const tests = scope ? testsOf(scope, ledger, facilities) : [];
  if (!scope || tests.length === 0) return { ...review, scopeChoices: choices };
  const fits: Test = (credit) => tests.every((test) => test(credit));
  const credits = review.credits.filter(fits);
  const left = review.credits.filter((credit) => !fits(credit));
  const leftOut = { accounts: left.length, credit: sum(left.map(({ credit }) => credit)) };
  return { ...review, credits, totals: reviewTotals(credits), scope: { what: wordsOf(scope), leftOut, credits: left }, scopeChoices: choices };
}

/** All that was reviewed, for what must not forget the credits that are left out. */
export function wholeOf(review: Review): Review {
  if (!review.scope) return review;
  const { scope, ...rest } = review;
  const credits = [...review.credits, ...scope.credits];
  return { ...rest, credits, totals: reviewTotals(credits) };
}

/** Account → the facilities its rows name. The ledger itself knows a facility only where account numbers collide. */
type Facilities = ReadonlyMap<number, ReadonlySet<string>>;

function facilitiesOf(credits: readonly Credit[], keyed: readonly KeyedColumn[]): Facilities {
  const found = new Map(credits.map(({ account, facility }) => [account, new Set(facility === '' ? [] : [facility])]));
  for (const { keys } of keyed) for (const { account, facility } of keys) if (facility.trim() !== '') found.get(account)?.add(facility.trim());
  return found;
}

function choicesOf(credits: readonly Credit[], facilities: Facilities): ScopeChoices {
  const sorted = (names: Iterable<string>): string[] => [...new Set(names)].filter((name) => name !== '').toSorted();
  return { facilities: sorted([...facilities.values()].flatMap((names) => [...names])), payers: sorted(credits.flatMap(payersOf)) };
}

function payersOf({ findings, parties }: Credit): string[] {
  if (findings.length === 0) return parties.map(({ name }) => name);
  const named = findings.flatMap(({ party, owedTo }) => [
    parties.find((position) => position.party === party)?.name ?? '',
    owedTo.kind === 'payer' ? owedTo.name : '',
  ]);
  return named;
}

function testsOf({ facilities = [], payers = [], dates, rows = [] }: Scope, ledger: Ledger, named: Facilities): Test[] {
  const tests: Test[] = [];
  if (facilities.length > 0) tests.push(({ account }) => facilities.some((name) => named.get(account)?.has(name)));
  if (payers.length > 0) tests.push((credit) => payersOf(credit).some((name) => payers.includes(name)));
  if (dates && (dates.from !== NO_DAY || dates.to !== NO_DAY)) tests.push(dateTest(dates, ledger));
  if (rows.length > 0) tests.push(rowTest(rows, ledger));
  return tests;
}

const within = (day: number, { from, to }: ScopeDates): boolean => day !== NO_DAY && (from === NO_DAY || day >= from) && (to === NO_DAY || day <= to);

function dateTest(dates: ScopeDates, ledger: Ledger): Test {
  if (dates.of === 'since') return ({ since }) => within(since, dates);
  return ({ account }) => daysOfService(ledger, account).some((day) => within(day, dates)) || overlaps(ledger, account, dates);
}

const transactionsOf = ({ start, order }: Ledger, account: number): Int32Array => order.subarray(start[account], start[account + 1]);

const daysOfService = (ledger: Ledger, account: number): number[] =>
  Array.from(transactionsOf(ledger, account), (at) => ledger.tx.day.serviceDay[at] ?? NO_DAY);

/** The service dates of the accounts sheet. */
function overlaps({ accounts }: Ledger, account: number, { from, to }: ScopeDates): boolean {
  const first = accounts.day.serviceFrom[account] ?? NO_DAY;
  const last = (accounts.day.serviceTo[account] ?? NO_DAY) || first;
  return first !== NO_DAY && (to === NO_DAY || first <= to) && (from === NO_DAY || last >= from);
}

/** The account's own row, or one of its transactions'. */
function rowTest(rows: readonly RowSpan[], ledger: Ledger): Test {
  const spans = ledger.sheets.map((name) => rows.filter(({ sheet }) => sheet === name));
  const chosen = (sheet: number, row: number): boolean => spans[sheet]?.some(({ from, to }) => row >= from && row <= to) ?? false;
  const { accounts, tx } = ledger;
  return ({ account }) =>
    ((accounts.row[account] ?? 0) > 0 && chosen(accounts.sheet[account] ?? 0, accounts.row[account] ?? 0)) ||
    transactionsOf(ledger, account).some((at) => chosen(tx.sheet[at] ?? 0, tx.row[at] ?? 0));
}

function wordsOf({ facilities = [], payers = [], dates, rows = [] }: Scope): string {
  return [
    facilities.length > 0 ? `facility ${facilities.join(', ')}` : '',
    payers.length > 0 ? `payer ${payers.join(', ')}` : '',
    dates ? dateWords(dates) : '',
    rowWords(rows),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function dateWords({ of, from, to }: ScopeDates): string {
  const span = [from === NO_DAY ? '' : `from ${toIso(from) ?? ''}`, to === NO_DAY ? '' : `to ${toIso(to) ?? ''}`].filter((part) => part !== '').join(' ');
  return span === '' ? '' : `${of === 'service' ? 'dates of service' : 'in credit since'} ${span}`;
}

function rowWords(rows: readonly RowSpan[]): string {
  const sheets = [...new Set(rows.map(({ sheet }) => sheet))];
  const count = rows.reduce((total, { from, to }) => total + to - from + 1, 0);
  return rows.length === 0 ? '' : `${count.toLocaleString('en-US')} selected ${count === 1 ? 'row' : 'rows'} on ${sheets.join(', ')}`;
}
