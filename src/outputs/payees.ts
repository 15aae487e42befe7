/**
 * *Payees*: the refund address book, kept apart from claim addresses (design.md 7, domain.md 5.2 and 5.3). A row is added for each payee that a
 * released refund names, for a person to fill; nothing on the sheet is ever changed. A payer has one row. A patient has one a account: two
 * people of one name must not get one another's money.
 */
import type { Review } from '../core/credit';
import { toIso } from '../core/day';
import { sum, toDollars } from '../core/money';
import type { PayeeAddress, PaymentRefund } from '../core/checks/payment';
import { normalKey } from '../core/policy/normalise';
import type { OutValue } from './edit';
import type { TableChange } from './merge';
import { PAYEES_SHEET } from './own';
import { PAYEES_COLUMNS } from './payeesColumns';
import type { PayeesKey } from './payeesColumns';
import { created, inColumns } from './rewrite';
import { cellOf, typedInRow } from './standing';
import type { StandingTable } from './standing';

/** A payee as its row says; text as typed. */
export interface Payee extends PayeeAddress, Readonly<Record<Exclude<PayeesKey, keyof PayeeAddress>, string>> {}

/** Everything on the sheet, in its order. `name` is Pay to, else Payee. */
export function payeesOf(standing: StandingTable | null): Payee[] {
  return (standing?.rows ?? []).map((row) => {
    const text = (key: PayeesKey): string => String(cellOf(standing as StandingTable, row, key) ?? '').trim();
    const all = Object.fromEntries(PAYEES_COLUMNS.map(({ key }) => [key, text(key)])) as Record<PayeesKey, string>;
    return { ...all, name: all.payTo || all.payee };
  });
}

/** Whose place is asked for. */
export type Named = Pick<PaymentRefund, 'payee' | 'payeeKind' | 'account'>;
const kindWord = (refund: Named): string => (refund.payeeKind === 'payer' ? 'Payer' : 'Patient');
const accountOf = (refund: Named): string => (refund.payeeKind === 'payer' ? '' : refund.account);

/** Rows of a payee; a person may write a patient's row without an account only where there is no other. */
function rowsOf(payees: readonly Payee[], refund: Named): Payee[] {
  const named = payees.filter((row) => normalKey(row.payee) === normalKey(refund.payee) && (row.kind || kindWord(refund)) === kindWord(refund));
  return named.filter((row) => row.account === accountOf(refund));
}

const placeOf = ({ name, attn, line1, line2, city, state, zip, vendor }: Payee): string =>
  JSON.stringify([name, attn, line1, line2, city, state, zip, vendor].map(normalKey));

/** The row of a payee; null when there is none. Rows that name different places are two answers: then `twice` says so. */
export function payeeOf(payees: readonly Payee[], refund: Named): { readonly payee: Payee | null; readonly twice: boolean } {
  const rows = rowsOf(payees, refund);
  const filled = rows.filter((row) => row.line1 !== '');
  const [first = null] = filled.length > 0 ? filled : rows;
  return { payee: first, twice: new Set(filled.map(placeOf)).size > 1 };
}

/** `disputed`: payers that get a letter and no money. null when there is nothing to add. */
export function payeesEdit(
  review: Review,
  refunds: readonly PaymentRefund[],
  standing: StandingTable | null,
  disputed: readonly Named[] = [],
): TableChange | null {
  const known = payeesOf(standing);
  const fresh = new Map<string, Partial<Record<PayeesKey, OutValue>>>();
  for (const refund of [...refunds, ...disputed]) {
    if (rowsOf(known, refund).length > 0) continue;
    const row = { payee: refund.payee, kind: kindWord(refund), account: accountOf(refund) };
    fresh.set(JSON.stringify([normalKey(row.payee), row.kind, row.account]), row);
  }
  if (!standing && fresh.size === 0) return null;
  const preface = prefaceOf(review, refunds);
  const rows = [...fresh.values()];
  if (!standing) return created(PAYEES_SHEET, preface, rows);
  const { role, table } = PAYEES_SHEET;
  const append = rows.map((row) => inColumns(PAYEES_COLUMNS, row));
  const kept = standing.rows.filter((row) => typedInRow(PAYEES_COLUMNS, standing, row) > 0).length;
  return {
    edit: { kind: 'updateTable', role, table, cells: [], append, columns: PAYEES_COLUMNS, preface },
    kept,
    appended: append.length,
    changes: append.length > 0 ? { new: append.length } : {},
  };
}

const prefaceOf = (review: Review, refunds: readonly PaymentRefund[]): OutValue[][] => [
  ['Credit balance review: Payees'],
  ['As of', toIso(review.asOf) ?? '', `${refunds.length} released refunds`],
  ['Released in all', toDollars(sum(refunds.map((refund) => refund.cents)))],
  ['Type where each refund goes (Address 1, City, State, ZIP; not the claim address). Without it a refund stays off Refund file.'],
];
