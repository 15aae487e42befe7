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

/** null when no whole payment, or sum of several, equals both the excess and an open balance of the family. */
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

/** Among so many receipts there are at most 4,096 sums to look at. */
const MOST = 12;

/** One receipt, else the fewest that are exactly so many cents, never all of them; null when as few others are too: which is then not known. */
function exactly(account: AccountView, wanted: number): readonly number[] | null {
  const receipts = account.receipts(PATIENT_PARTY);
  const size = (tx: number): number => sizeOf(account.ledger, tx);
  const single = [...receipts].reverse().find((tx) => size(tx) === wanted);
  if (single !== undefined) return [single];
  if (receipts.length > MOST) return null;
  for (let count = 2; count < receipts.length; count++) {
    const [found, other] = sums(receipts, size, count, wanted);
    if (found !== undefined) return other === undefined ? found : null;
  }
  return null;
}

/** Every choice of `count` items whose sizes come to exactly so many cents. */
function sums(items: readonly number[], size: (item: number) => number, count: number, wanted: number): number[][] {
  if (count === 0) return wanted === 0 ? [[]] : [];
  return items.flatMap((item, at) => sums(items.slice(at + 1), size, count - 1, wanted - size(item)).map((rest) => [item, ...rest]));
}

/** $20, $25, $50: sums that many accounts share. */
export const isRound = (cents: number): boolean => cents % 500 === 0 && cents <= 10_000;
