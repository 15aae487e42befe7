/**
 * Postings that repeat another one: the suspects of C01, C02 and C08, and what a derived liability leaves out (domain.md 1.6: *derived* counts
 * each contractual once). A repeat has the same payer and amount (within a cent), no differing claim, line or service day, and is not explained
 * by equally many equal charges (five vaccines at one price are paid five times; exports.md hazard 6).
 */
import type { AccountView } from './accountView';
import { Kind } from './ledger';
import type { Ledger } from './ledger';
import { checkOf, claimOf, dayOfTx, effectOf, icnOf, kindOf, lineOf, partyOf, serviceDayOf, sizeOf } from './posting';

export interface Repeat {
  readonly tx: number;
  /** The posting it repeats. */
  readonly of: number;
  /** Same claim (or payer's claim number) on both, or the same line. */
  readonly sameClaim: boolean;
  /** Both check numbers are given: equal, different; or at least one is missing. */
  readonly check: 'same' | 'different' | 'missing';
  readonly sameDay: boolean;
  /** Equally many equal charges explain it, unless the liabilities show an excess. */
  readonly explained: boolean;
  /** Both service days are given and equal. */
  readonly sameService: boolean;
}

const agree = (a: string | number, b: string | number): boolean => a === b || a === '' || b === '' || a === 0 || b === 0;
const both = (a: string | number, b: string | number): boolean => a === b && a !== '' && a !== 0;

function compare(ledger: Ledger, tx: number, of: number): Repeat | null {
  const claims = [claimOf(ledger, tx), claimOf(ledger, of)] as const;
  const icns = [icnOf(ledger, tx), icnOf(ledger, of)] as const;
  const lines = [lineOf(ledger, tx), lineOf(ledger, of)] as const;
  const services = [serviceDayOf(ledger, tx), serviceDayOf(ledger, of)] as const;
  const checks = [checkOf(ledger, tx), checkOf(ledger, of)] as const;
  if (!agree(...lines) || !agree(...services)) return null;
  if (!agree(...claims) && !both(...icns)) return null;
  return {
    tx,
    of,
    sameClaim: both(...claims) || both(...icns),
    check: both(...checks) ? 'same' : checks[0] !== '' && checks[1] !== '' ? 'different' : 'missing',
    sameDay: dayOfTx(ledger, tx) === dayOfTx(ledger, of),
    explained: false,
    sameService: both(...services),
  };
}

/** Groups of equal size under one party, in time order; amounts a cent apart join. */
function groups(ledger: Ledger, txs: readonly number[]): number[][] {
  const sorted = [...txs].sort((a, b) => partyOf(ledger, a) - partyOf(ledger, b) || sizeOf(ledger, a) - sizeOf(ledger, b));
  const found: number[][] = [];
  for (const tx of sorted) {
    const last = found[found.length - 1];
    const head = last?.[0];
    if (last && head !== undefined && partyOf(ledger, head) === partyOf(ledger, tx) && sizeOf(ledger, tx) - sizeOf(ledger, head) <= 1) last.push(tx);
    else found.push([tx]);
  }
  return found.filter((group) => group.length > 1);
}

/** How many charges share one amount: the largest such number on the account. */
function equalCharges(ledger: Ledger, live: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const tx of live) if (kindOf(ledger, tx) === Kind.Charge) counts.set(sizeOf(ledger, tx), (counts.get(sizeOf(ledger, tx)) ?? 0) + 1);
  return Math.max(1, ...counts.values());
}

/** The same for each line (five vaccines under one procedure code). */
function equalChargesByLine(ledger: Ledger, live: readonly number[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const most = new Map<string, number>();
  for (const tx of live) {
    const line = lineOf(ledger, tx);
    if (kindOf(ledger, tx) !== Kind.Charge || line === '') continue;
    const key = `${line}|${sizeOf(ledger, tx)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    most.set(line, Math.max(most.get(line) ?? 0, counts.get(key) as number));
  }
  return most;
}

/**
 * The repeats among live postings of one kind, in time order. Each is compared with the latest of each distinct posting of
 * its group, so a chain of repeats counts its days from one to the next. `within` is the most days between a repeat and what it repeats (0: any).
 */
export function repeatsOf(ledger: Ledger, live: readonly number[], wanted: (tx: number) => boolean, within: number, rank: (tx: number) => number): Repeat[] {
  const candidates = live.filter((tx) => wanted(tx) && effectOf(ledger, tx) < -1);
  if (candidates.length < 2) return [];
  const found: Repeat[] = [];
  let legitimate = 0;
  let equalLines: ReadonlyMap<string, number> | null = null;
  for (const group of groups(ledger, candidates)) {
    legitimate ||= equalCharges(ledger, live);
    found.push(
      ...repeatsIn(
        ledger,
        group.sort((a, b) => rank(a) - rank(b)),
        within,
        legitimate,
        (equalLines ??= equalChargesByLine(ledger, live)),
      ),
    );
  }
  return found.sort((a, b) => rank(a.tx) - rank(b.tx));
}

function repeatsIn(ledger: Ledger, group: readonly number[], within: number, legitimate: number, equalLines: ReadonlyMap<string, number>): Repeat[] {
  const kept: number[] = [];
  const found: Repeat[] = [];
  for (const tx of group) {
    const repeat = firstMatch(ledger, tx, kept, within);
    if (repeat) found.push(repeat);
    if (repeat) kept.splice(kept.indexOf(repeat.of), 1);
    else if (kept.length >= MOST) kept.shift();
    kept.push(tx);
  }
  const certain = found.filter(({ tx, sameClaim }) => sameClaim && lineOf(ledger, tx) !== '' && (equalLines.get(lineOf(ledger, tx)) ?? 0) < group.length);
  const explained = group.length <= legitimate && certain.length === 0;
  return explained ? found.map((repeat) => ({ ...repeat, explained })) : found;
}

/** Distinct postings of one amount that a later one is compared with. */
const MOST = 25;

/** The latest earlier posting that this one repeats. */
function firstMatch(ledger: Ledger, tx: number, kept: readonly number[], within: number): Repeat | null {
  for (let at = kept.length - 1; at >= 0; at--) {
    const of = kept[at] as number;
    if (within > 0 && dayOfTx(ledger, tx) - dayOfTx(ledger, of) > within) continue;
    const repeat = compare(ledger, tx, of);
    if (repeat) return repeat;
  }
  return null;
}

/** Repeats of each party in time order, as many as its excess can hold (the credit, where the excess is unknown). */
export function withinExcess<R extends Pick<Repeat, 'tx'>>(account: Pick<AccountView, 'ledger' | 'balance' | 'excess'>, repeats: readonly R[]): R[] {
  const room = new Map<number, number>();
  return repeats.filter(({ tx }) => {
    const party = partyOf(account.ledger, tx);
    const left = room.get(party) ?? account.excess(party) ?? -account.balance;
    room.set(party, left - sizeOf(account.ledger, tx));
    return left > 0;
  });
}
