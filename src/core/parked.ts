/**
 * A credit parked on another account (C12): a transfer between accounts brought money here that nobody here owes. What put it in credit stands on
 * the account it came from. Legs are matched by party and cents, exactly, within a week.
 */
import type { AccountView } from './accountView';
import { Kind } from './ledger';
import type { Ledger } from './ledger';
import { dayOfTx, effectOf, partyOf, sizeOf } from './posting';
import { matchSlack } from './proposal';

export interface Parked {
  /** The transfer that brought the money here. */
  readonly tx: number;
  readonly from: number;
  /** Accounts that sent as much in that week, 1 = unique. */
  readonly matches: number;
}

const MOST_DAYS = 7;

/** Transfers in that are wholly above what the party owes (above the credit, where that is not known). */
export function parkedOf(account: AccountView): Parked[] {
  return account.ofKind(Kind.TransferAccount).flatMap((tx) => {
    const [party, size] = [partyOf(account.ledger, tx), sizeOf(account.ledger, tx)];
    const over = account.excess(party) ?? -account.balance;
    if (effectOf(account.ledger, tx) >= 0 || over < size - matchSlack(account, party) || cameBack(account, tx)) return [];
    const senders = new Set(outgoing(account.ledger, tx).map((leg) => account.ledger.tx.account[leg] as number));
    senders.delete(account.index);
    const [from] = senders;
    return from === undefined ? [] : [{ tx, from, matches: senders.size }];
  });
}

/** As much went out from here before, of the same party: the money came back and has its cause here. */
const cameBack = (account: AccountView, tx: number): boolean => {
  const { ledger } = account;
  const alike = account
    .ofKind(Kind.TransferAccount)
    .filter((leg) => partyOf(ledger, leg) === partyOf(ledger, tx) && sizeOf(ledger, leg) === sizeOf(ledger, tx));
  const before = alike.filter((leg) => account.rank(leg) <= account.rank(tx));
  return before.filter((leg) => effectOf(ledger, leg) > 0).length >= before.filter((leg) => effectOf(ledger, leg) < 0).length;
};

const legs = new WeakMap<Ledger, ReadonlyMap<string, readonly number[]>>();
const keyOfLeg = (ledger: Ledger, tx: number): string => `${partyOf(ledger, tx)}|${sizeOf(ledger, tx)}`;

function outgoing(ledger: Ledger, tx: number): number[] {
  const found = legs.get(ledger) ?? outgoingLegs(ledger);
  legs.set(ledger, found);
  return (found.get(keyOfLeg(ledger, tx)) ?? []).filter((leg) => Math.abs(dayOfTx(ledger, leg) - dayOfTx(ledger, tx)) <= MOST_DAYS);
}

/** Transfers out of all accounts, by party and cents; gathered once a ledger. */
function outgoingLegs(ledger: Ledger): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (let tx = 0; tx < ledger.tx.count; tx++) {
    if (ledger.tx.kind[tx] !== Kind.TransferAccount || effectOf(ledger, tx) <= 0) continue;
    const known = found.get(keyOfLeg(ledger, tx));
    if (known) known.push(tx);
    else found.set(keyOfLeg(ledger, tx), [tx]);
  }
  return found;
}
