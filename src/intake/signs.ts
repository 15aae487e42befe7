/**
 * The sign of each kind of posting, proved against listed balances (exports.md hazard 1): Epic writes payments negative, Synthea writes all positive,
 * others use parentheses, and one file may mix them. Start from what each kind usually does to a balance, then keep the signs that make the most
 * accounts add up to the cent.
 */
import { Kind } from '../core/ledger';
import { chosenFor } from './corrections';
import type { Postings, SignGroup } from './postings';
import type { ProblemLog } from './problemLog';

/** Listed balances by account index, in cents; NaN where not listed. */
export type Balances = Float64Array;

export const SIGN_CHOICES = ['as written', 'turned', 'not counted'] as const;
type Convention = 'signed' | 'inverse' | 'positive';
type Multiplier = 1 | -1 | 0;

/** Accounts looked at when many are listed. */
const PROOF_ACCOUNTS = 20_000;

interface AccountSums {
  readonly balance: number;
  readonly groups: number[];
  readonly sums: number[];
}

/** Sets the multiplier of every group. Returns how many of the listed accounts add up. */
export function solveSigns(
  postings: Postings,
  listed: Balances,
  corrections: Readonly<Record<string, string>>,
  log: ProblemLog,
): { readonly proved: number; readonly of: number } {
  const { groups } = postings;
  priors(groups);
  voidPriors(postings);
  const fixed = new Set<number>();
  groups.forEach((group, g) => {
    const chosen = chosenFor(corrections, 'sign', group.sheet, labelOf(group));
    const at = SIGN_CHOICES.indexOf(chosen as (typeof SIGN_CHOICES)[number]);
    if (at >= 0) {
      group.multiplier = ([1, -1, 0] as const)[at] as Multiplier;
      fixed.add(g);
    }
  });
  const accounts = sumsOf(postings, listed);
  const start = groups.map((g) => g.multiplier);
  let best = countProved(accounts, groups, start);
  let chosen = start;
  for (const other of [written(groups, start, fixed), usual(groups, start, fixed)]) {
    const proved = countProved(accounts, groups, other);
    if (proved > best + 1 && proved > best * 1.1) {
      best = proved;
      chosen = other;
    }
  }
  best = climb(accounts, groups, chosen, fixed, best);
  groups.forEach((group, g) => (group.multiplier = chosen[g] as Multiplier));
  proofs(accounts, groups, chosen, log, start);
  return { proved: best, of: accounts.length };
}

export const labelOf = (group: SignGroup): string => (group.why === '' ? group.label : `${group.label} (${group.why})`);

/** The effect in cents of a posting of this group. */
export function multiplierOf(groups: readonly SignGroup[], g: number, multipliers?: readonly Multiplier[]): number {
  const group = groups[g] as SignGroup;
  const own = multipliers === undefined ? group.multiplier : (multipliers[g] as Multiplier);
  if (group.base < 0) return own;
  const base = multipliers === undefined ? (groups[group.base] as SignGroup).multiplier : (multipliers[group.base] as Multiplier);
  return own === 0 ? 0 : base;
}

/** The same for all groups. */
export const multipliersOf = (groups: readonly SignGroup[]): readonly number[] => groups.map((_, g) => multiplierOf(groups, g));

/** How the sheet writes signs: the convention that most rows of a known effect follow. */
export function conventionOf(groups: readonly SignGroup[]): Convention {
  let signed = 0;
  let inverse = 0;
  let positive = 0;
  for (const group of groups) {
    if (group.fixed || group.usual === 0 || (group.generic && group.kind !== Kind.Payment && group.kind !== Kind.Charge)) continue;
    signed += group.usual > 0 ? group.positive : group.negative;
    inverse += group.usual > 0 ? group.negative : group.positive;
    positive += group.positive;
  }
  if (signed === 0 && inverse === 0) return groups.some((g) => g.negative > 0) ? 'signed' : 'positive';
  if (signed > positive && signed >= inverse) return 'signed';
  return inverse > positive ? 'inverse' : 'positive';
}

function priors(groups: SignGroup[]): void {
  for (const sheet of new Set(groups.map((g) => g.sheet))) {
    const own = groups.filter((g) => g.sheet === sheet);
    const convention = conventionOf(own);
    for (const group of own) group.multiplier = priorOf(group, convention);
  }
}

function priorOf(group: SignGroup, convention: Convention): Multiplier {
  if (group.base >= 0) return 0;
  if (group.fixed) return 1;
  if (group.kind === Kind.Memo || group.kind === Kind.BankReturn) return 0;
  const written: Multiplier = convention === 'inverse' ? -1 : 1;
  const total = group.positive + group.negative;
  const majority = group.positive >= group.negative ? 1 : -1;
  const clear = total > 0 && Math.max(group.positive, group.negative) >= total * 0.8;
  if (group.usual === 0) return priorOfEither(group, convention, written);
  const wide = group.generic && group.kind !== Kind.Payment && group.kind !== Kind.Charge;
  if (wide && convention !== 'positive') return written;
  if (convention === 'positive' && !clear) return group.usual;
  return clear ? ((group.usual * majority) as Multiplier) : written;
}

/** Kinds that raise or lower: transfers, unknown. Moves that are all written with one sign and no direction move nothing on the account. */
function priorOfEither(group: SignGroup, convention: Convention, written: Multiplier): Multiplier {
  const oneSign = group.positive === 0 || group.negative === 0;
  if (group.kind === Kind.TransferBucket && oneSign && group.count > 0) return convention === 'positive' || group.negative === 0 ? 0 : written;
  if (group.kind === Kind.Unknown && convention === 'positive') return -1;
  return written;
}

/** A voided row counts when its reversal stands beside it as a live row. */
function voidPriors(postings: Postings): void {
  const { groups } = postings;
  const voided = new Set(groups.flatMap((g, i) => (g.why === 'void' ? [i] : [])));
  if (voided.size === 0) return;
  const live = new Set<string>();
  const keyOf = (i: number, cents: number, kind: Kind): string => `${postings.account.get(i)}|${cents}|${kind}`;
  const groupAt = (i: number): SignGroup => groups[postings.group.get(i)] as SignGroup;
  for (let i = 0; i < postings.raw.length; i++)
    if (!voided.has(postings.group.get(i))) live.add(keyOf(i, postings.raw.get(i) * groupAt(i).multiplier, groupAt(i).kind));
  const paired = new Map<number, number>();
  for (let i = 0; i < postings.raw.length; i++) {
    const g = postings.group.get(i);
    if (!voided.has(g) || postings.raw.get(i) === 0) continue;
    const opposite = -postings.raw.get(i) * (groups[groupAt(i).base] as SignGroup).multiplier;
    if ([...UNDOES, groupAt(i).kind].some((kind) => live.has(keyOf(i, opposite, kind)))) paired.set(g, (paired.get(g) ?? 0) + 1);
  }
  for (const [g, n] of paired) if (n > (groups[g] as SignGroup).count / 2) (groups[g] as SignGroup).multiplier = 1;
}

const UNDOES: readonly Kind[] = [Kind.PaymentReversal, Kind.AdjustmentReversal, Kind.ChargeCredit, Kind.Takeback];

function sumsOf(postings: Postings, listed: Balances): AccountSums[] {
  const accounts = new Map<number, { balance: number; sums: Map<number, number> }>();
  for (let account = 0; account < listed.length && accounts.size < PROOF_ACCOUNTS; account++) {
    const balance = listed[account] as number;
    if (!Number.isNaN(balance)) accounts.set(account, { balance, sums: new Map() });
  }
  for (let i = 0; i < postings.raw.length && accounts.size > 0; i++) {
    const account = accounts.get(postings.account.get(i));
    if (account === undefined) continue;
    const g = postings.group.get(i);
    account.sums.set(g, (account.sums.get(g) ?? 0) + postings.raw.get(i));
  }
  return [...accounts.values()].filter((a) => a.sums.size > 0).map((a) => ({ balance: a.balance, groups: [...a.sums.keys()], sums: [...a.sums.values()] }));
}

const sumOf = (account: AccountSums, groups: readonly SignGroup[], multipliers: readonly Multiplier[]): number => {
  let sum = 0;
  for (let k = 0; k < account.groups.length; k++) sum += (account.sums[k] as number) * multiplierOf(groups, account.groups[k] as number, multipliers);
  return sum;
};

const countProved = (accounts: readonly AccountSums[], groups: readonly SignGroup[], multipliers: readonly Multiplier[]): number => {
  let proved = 0;
  for (const account of accounts) if (sumOf(account, groups, multipliers) === account.balance) proved++;
  return proved;
};

const written = (groups: readonly SignGroup[], start: readonly Multiplier[], fixed: ReadonlySet<number>): Multiplier[] =>
  start.map((m, g) => (fixed.has(g) || (groups[g] as SignGroup).base >= 0 || (groups[g] as SignGroup).kind === Kind.Memo ? m : 1));
const usual = (groups: readonly SignGroup[], start: readonly Multiplier[], fixed: ReadonlySet<number>): Multiplier[] =>
  start.map((m, g) =>
    fixed.has(g) || (groups[g] as SignGroup).base >= 0 || (groups[g] as SignGroup).fixed || (groups[g] as SignGroup).usual === 0
      ? m
      : (groups[g] as SignGroup).usual,
  );

/** Turns one group at a time while more accounts add up. A turn against the usual effect needs two accounts that prove it. */
function climb(accounts: readonly AccountSums[], groups: readonly SignGroup[], multipliers: Multiplier[], fixed: ReadonlySet<number>, start: number): number {
  let best = start;
  for (let round = 0; round < 4; round++) {
    const before = best;
    groups.forEach((group, g) => {
      if (fixed.has(g) || group.fixed) return;
      const touched = accounts.filter((a) => a.groups.includes(g) || a.groups.some((other) => (groups[other] as SignGroup).base === g));
      if (touched.length === 0) return;
      for (const option of optionsOf(group)) {
        const current = multipliers[g] as Multiplier;
        if (option === current) continue;
        const had = countProved(touched, groups, multipliers);
        multipliers[g] = option;
        const has = countProved(touched, groups, multipliers);
        const need = group.usual === 0 || group.base >= 0 || group.generic ? 1 : 2;
        if (has - had >= need && has >= touched.length * 0.5) best += has - had;
        else multipliers[g] = current;
      }
    });
    if (best === before) break;
  }
  return best;
}

const optionsOf = (group: SignGroup): readonly Multiplier[] =>
  group.base >= 0 ? [0, 1] : group.kind === Kind.Memo || group.kind === Kind.BankReturn || group.kind === Kind.TransferBucket ? [0, 1, -1] : [1, -1];

function proofs(
  accounts: readonly AccountSums[],
  groups: readonly SignGroup[],
  multipliers: readonly Multiplier[],
  log: ProblemLog,
  start: readonly Multiplier[],
): void {
  groups.forEach((group, g) => {
    const touched = accounts.filter((a) => a.groups.includes(g));
    const proved = countProved(touched, groups, multipliers);
    group.proof = touched.length === 0 ? '' : `${proved} of ${touched.length} accounts with such rows add up to their balance`;
    if (group.count === 0 || group.fixed) return;
    const turned = multipliers[g] !== start[g];
    const multiplier: number = multipliers[g] as number;
    const unusual = group.usual !== 0 && multiplier !== group.usual && group.positive > 0;
    const doubtful = group.base >= 0 || turned || (proved === 0 && (group.generic || group.usual === 0 || group.positive * group.negative > 0 || unusual));
    if (!doubtful && proved > 0) return;
    log.assume({
      key: `sign:${group.sheet}:${labelOf(group)}`,
      label: `Sign of "${labelOf(group).slice(0, 60)}" on ${group.sheet}`,
      chosen: multipliers[g] === 0 ? 'not counted' : multiplierOf(groups, g, multipliers) === 1 ? 'as written' : 'turned',
      choices: group.base < 0 ? SIGN_CHOICES : [multipliers[group.base] === 1 ? 'as written' : 'turned', 'not counted'],
      why: `${wordsOf(group, multiplierOf(groups, g, multipliers))} ${group.proof === '' ? 'No listed balance proves it; it follows what such rows usually do.' : `${group.proof}.`}`,
    });
  });
}

function wordsOf(group: SignGroup, multiplier: number): string {
  if (multiplier === 0) return `${group.count} rows are counted in no balance.`;
  const side: number = group.negative > group.positive ? -multiplier : multiplier;
  return `${group.count} rows, written ${group.negative === 0 ? 'positive' : group.positive === 0 ? 'negative' : 'with both signs'}, ${side > 0 ? 'raise' : 'lower'} what is owed.`;
}
