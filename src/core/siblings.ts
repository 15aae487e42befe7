/**
 * The patient's money on the wrong account (C12, V08): an open balance of exactly the excess on another account of the same patient, else of the
 * same guarantor, close in service and matched one to one (domain.md 2.2 C12, 6 P15 and P25).
 */
import type { AccountView } from './accountView';
import { PATIENT_PARTY } from './ledger';
import type { Ledger } from './ledger';
import type { Sibling } from './ledgerIndex';
import { accountDay, dayOfTx, sizeOf } from './posting';

export interface OpenSibling {
  readonly sibling: Sibling;
  /** Receipts here that together are exactly the open balance there. */
  readonly receipts: readonly number[];
  /** Equally good accounts found, 1 = unique. */
  readonly matches: number;
}

/** null when no whole payment, or sum of up to three, equals both the excess and an open balance of the family. */
export function openSibling(account: AccountView, excess: number): OpenSibling | null {
  if (excess <= 0) return null;
  const family = account.indexes.openAt(account.index, excess).filter(({ account: other }) => near(account, other));
  const closest = family.some(({ relation }) => relation === 'patient') ? family.filter(({ relation }) => relation === 'patient') : family;
  const [sibling] = closest;
  const receipts = sibling === undefined ? null : exactly(account, excess);
  if (sibling === undefined || receipts === null) return null;
  const claimants = account.indexes.inCreditBy(sibling.account, excess).filter(({ relation }) => relation === sibling.relation).length;
  return { sibling, receipts, matches: Math.max(closest.length, claimants) };
}

function near(account: AccountView, other: number): boolean {
  const [here, there] = [serviceOf(account.ledger, account.index), serviceOf(account.ledger, other)];
  return here === 0 || there === 0 || Math.abs(here - there) <= account.policy.parameters.siblingDosWindow;
}

/** First service day: listed, else of the first posting. */
export function serviceOf(ledger: Ledger, account: number): number {
  const listed = accountDay(ledger, 'serviceFrom', account);
  if (listed > 0) return listed;
  const first = ledger.order[ledger.start[account] as number];
  return first === undefined || (ledger.start[account] as number) === (ledger.start[account + 1] as number)
    ? 0
    : ledger.tx.day.serviceDay[first] || dayOfTx(ledger, first);
}

const MOST = 12;

/** One receipt, else a unique pair or triple, that is exactly so many cents. */
function exactly(account: AccountView, wanted: number): readonly number[] | null {
  const receipts = account.receipts(PATIENT_PARTY);
  const size = (tx: number): number => sizeOf(account.ledger, tx);
  const single = [...receipts].reverse().find((tx) => size(tx) === wanted);
  if (single !== undefined) return [single];
  if (receipts.length > MOST || receipts.length < 3) return null;
  const sums = combinations(receipts).filter((chosen) => chosen.reduce((sum, tx) => sum + size(tx), 0) === wanted);
  return sums.length === 1 ? (sums[0] as readonly number[]) : null;
}

/** Pairs and triples, but never all of them. */
function combinations(items: readonly number[]): number[][] {
  const found: number[][] = [];
  items.forEach((a, i) =>
    items.slice(i + 1).forEach((b, j) => {
      found.push([a, b]);
      for (const c of items.slice(i + j + 2)) if (items.length > 3) found.push([a, b, c]);
    }),
  );
  return found;
}

/** $20, $25, $50: sums that many accounts share. */
export const isRound = (cents: number): boolean => cents % 500 === 0 && cents <= 10_000;
