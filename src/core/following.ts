/**
 * What was posted on accounts that people are working on: so that a later export can prove a correction or a refund (design.md 7). An account
 * the export does not hold proves nothing.
 */
import type { Day } from './day';
import { Kind } from './ledger';
import type { Ledger } from './ledger';
import { accountText, dayOfTx, effectOf, keyOf, kindOf, partyOf } from './posting';
import { referenceOf } from './postings';
import { cents } from './money';
import type { Cents } from './money';

export interface AccountName {
  readonly facility: string;
  readonly key: string;
}
export interface FollowedPosting {
  readonly day: Day;
  /** Signed effect on the balance. */
  readonly effect: Cents;
  readonly refund: boolean;
  /** Payer name, "Patient", or '' when no party is named. */
  readonly party: string;
  readonly reference: string;
}
export interface Followed extends AccountName {
  readonly inExport: boolean;
  readonly postings: readonly FollowedPosting[];
}

export const nameOf = ({ facility, key }: AccountName): string => JSON.stringify([facility, key]);

/** One entry for each account asked for, once, in that order. */
export function followed(ledger: Ledger, accounts: readonly AccountName[]): Followed[] {
  const wanted = new Map(accounts.map(({ facility, key }) => [nameOf({ facility, key }), { facility, key }]));
  const found = new Map<string, number>();
  for (let at = 0; at < ledger.accounts.count && wanted.size > 0; at++) {
    const name = nameOf({ facility: accountText(ledger, 'facility', at), key: keyOf(ledger, at) });
    if (wanted.has(name)) found.set(name, at);
  }
  return [...wanted].map(([name, account]) => {
    const at = found.get(name);
    return { ...account, inExport: at !== undefined, postings: at === undefined ? [] : postingsOf(ledger, at) };
  });
}

function postingsOf(ledger: Ledger, account: number): FollowedPosting[] {
  const txs = ledger.order.subarray(ledger.start[account], ledger.start[account + 1]);
  return Array.from(txs, (tx) => ({
    day: dayOfTx(ledger, tx),
    effect: cents(effectOf(ledger, tx)),
    refund: kindOf(ledger, tx) === Kind.Refund,
    party: ledger.parties[partyOf(ledger, tx)]?.name ?? '',
    reference: referenceOf(ledger, tx),
  }));
}
