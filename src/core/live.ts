/**
 * Pairs reversals with what they reverse and leaves the live postings (domain.md 2.1 step 2): same account and party, amounts that sum to 0
 * within a cent, the reversal not before the original; by explicit link first, then check number, then claim, then the amount alone where a
 * reference is missing. A payer's takeback comes on a later check, so for it a different check number is no objection.
 * Charges are never paired: a late charge credit is a cause of its own (C10). One pass over the postings, whatever their number.
 */
import { Kind } from './ledger';
import type { Ledger } from './ledger';
import { ADJUSTMENTS, checkOf, claimOf, dayOfTx, effectOf, icnOf, isIn, kindOf, partyOf, reference, sizeOf, txText } from './posting';

/** What a reversal of this kind can undo; null when the posting is no reversal. */
function undoes(ledger: Ledger, tx: number): 'money' | 'adjustment' | 'refund' | null {
  const kind = kindOf(ledger, tx);
  const effect = effectOf(ledger, tx);
  if (kind === Kind.PaymentReversal || kind === Kind.Takeback) return effect > 0 ? 'money' : null;
  if (kind === Kind.Payment || kind === Kind.Deposit || kind === Kind.Interest) return effect > 0 ? 'money' : null;
  if (kind === Kind.AdjustmentReversal) return effect > 0 ? 'adjustment' : null;
  if (isIn(ADJUSTMENTS, kind)) return effect > 0 ? 'adjustment' : null;
  return kind === Kind.Refund && effect < 0 ? 'refund' : null;
}

function original(ledger: Ledger, tx: number): 'money' | 'adjustment' | 'refund' | null {
  const kind = kindOf(ledger, tx);
  const effect = effectOf(ledger, tx);
  if (kind === Kind.Refund) return effect > 0 ? 'refund' : null;
  if (effect >= 0) return null;
  if (kind === Kind.Payment || kind === Kind.Deposit || kind === Kind.Interest) return 'money';
  return isIn(ADJUSTMENTS, kind) ? 'adjustment' : null;
}

/** Open originals by a text key, latest last. */
class Shelf {
  private readonly stacks = new Map<string, number[]>();
  put(key: string, tx: number): void {
    const stack = this.stacks.get(key);
    if (stack) stack.push(tx);
    else this.stacks.set(key, [tx]);
  }
  /** The latest original under the key that is not taken yet. */
  take(key: string, taken: ReadonlySet<number>): number {
    const stack = this.stacks.get(key);
    while (stack && stack.length > 0) {
      const tx = stack.pop() as number;
      if (!taken.has(tx)) return tx;
    }
    return -1;
  }
}

class Pairing {
  readonly taken = new Set<number>();
  readonly partner = new Map<number, number>();
  private readonly byId = new Shelf();
  private readonly byReference = new Shelf();
  private readonly byAmount = new Shelf();
  private readonly withoutCheck = new Shelf();
  constructor(private readonly ledger: Ledger) {}

  shelve(tx: number, role: string): void {
    const { ledger } = this;
    const base = `${role}|${partyOf(ledger, tx)}|${sizeOf(ledger, tx)}`;
    const [id, check] = [reference(txText(ledger, 'txnId', tx)), checkOf(ledger, tx)];
    if (id !== '') this.byId.put(id, tx);
    for (const key of this.keys(tx)) this.byReference.put(`${base}|${key}`, tx);
    this.byAmount.put(base, tx);
    if (check === '') this.withoutCheck.put(base, tx);
  }

  private keys(tx: number): string[] {
    const { ledger } = this;
    return [`k${checkOf(ledger, tx)}`, `c${claimOf(ledger, tx)}`, `i${icnOf(ledger, tx)}`].filter((key) => key.length > 1);
  }

  /** Finds the original that a reversal undoes and takes both out. */
  match(tx: number, role: string, pass: 'link' | 'reference' | 'amount'): void {
    const found = pass === 'link' ? this.byLink(tx) : this.near(tx, role, pass);
    if (found < 0) return;
    this.taken.add(found).add(tx);
    this.partner.set(found, tx).set(tx, found);
  }

  private byLink(tx: number): number {
    const link = reference(txText(this.ledger, 'reversalOf', tx));
    if (link === '') return -1;
    const found = this.byId.take(link, this.taken);
    return found >= 0 && Math.abs(sizeOf(this.ledger, found) - sizeOf(this.ledger, tx)) <= 1 ? found : -1;
  }

  private near(tx: number, role: string, pass: 'reference' | 'amount'): number {
    const size = sizeOf(this.ledger, tx);
    for (const cents of [size, size - 1, size + 1]) {
      const base = `${role}|${partyOf(this.ledger, tx)}|${cents}`;
      const found = pass === 'reference' ? this.bySharedReference(tx, base) : this.byBareAmount(tx, base);
      if (found >= 0) return found;
    }
    return -1;
  }

  private bySharedReference(tx: number, base: string): number {
    for (const key of this.keys(tx)) {
      const found = this.byReference.take(`${base}|${key}`, this.taken);
      if (found >= 0) return found;
    }
    return -1;
  }

  private byBareAmount(tx: number, base: string): number {
    const free = checkOf(this.ledger, tx) === '' || kindOf(this.ledger, tx) !== Kind.PaymentReversal;
    return (free ? this.byAmount : this.withoutCheck).take(base, this.taken);
  }
}

export interface LivePostings {
  readonly live: readonly number[];
  /** Each member of a pair → the other. */
  readonly partner: ReadonlyMap<number, number>;
}

/** Live postings of one account. `all` is in time order; so is the answer. */
export function livePostings(ledger: Ledger, all: readonly number[]): LivePostings {
  if (!all.some((tx) => undoes(ledger, tx) !== null)) return { live: all, partner: new Map() };
  const pairing = new Pairing(ledger);
  for (const pass of ['link', 'reference', 'amount'] as const) onePass(ledger, all, pairing, pass);
  return { live: all.filter((tx) => !pairing.taken.has(tx)), partner: pairing.partner };
}

/** Originals are shelved as time passes, so that a reversal only meets what was posted by its own day. */
function onePass(ledger: Ledger, all: readonly number[], into: Pairing, pass: 'link' | 'reference' | 'amount'): void {
  const round = new Pairing(ledger);
  for (const tx of into.taken) round.taken.add(tx);
  let at = 0;
  const reversals = all.filter((tx) => !into.taken.has(tx) && undoes(ledger, tx) !== null);
  for (const reversal of reversals) {
    const until = dayOfTx(ledger, reversal);
    for (; at < all.length && dayOfTx(ledger, all[at] as number) <= until; at++) {
      const tx = all[at] as number;
      const role = into.taken.has(tx) ? null : original(ledger, tx);
      if (role !== null) round.shelve(tx, role);
    }
    round.match(reversal, undoes(ledger, reversal) as string, pass);
  }
  for (const tx of round.taken) into.taken.add(tx);
  for (const [a, b] of round.partner) into.partner.set(a, b);
}
