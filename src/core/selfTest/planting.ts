/** Which kind comes onto which account: seeded, every kind in turn, so that scarce accounts are shared out fairly. */
import { Chance } from './chance';
import { Draft } from './draft';
import { Families } from './families';
import type { PlainAccount } from './plainAccounts';
import type { Plant, Tools, Trap, Truth } from './plant';
import { PLANTS } from './plants/index';
import type { Shape } from './shape';
import { TRAPS } from './traps/index';

/** One planting: the drafts of the account and, where there is one, of the account beside it. */
export interface Planting {
  readonly kind: Plant | Trap;
  /** Empty for a trap. */
  readonly truths: readonly Truth[];
  readonly drafts: readonly [Draft, ...Draft[]];
}
export interface PlantingOptions {
  readonly seed: number;
  /** At most so many of a kind. */
  readonly each: number;
  readonly asOf: number;
  readonly small: number;
  readonly siblingDays: number;
}

/** An account beside another is looked for among so many. */
const MOST_TRIED = 400;

export class Planter {
  private readonly used = new Set<number>();
  private readonly plainAccounts: readonly PlainAccount[];
  private readonly families: Families;
  private readonly chance: Chance;

  constructor(
    private readonly shape: Shape,
    plainAccounts: readonly PlainAccount[],
    private readonly options: PlantingOptions,
  ) {
    this.chance = new Chance(options.seed);
    // Accounts with one payment by the payer first: a remittance can speak for it.
    this.plainAccounts = this.chance.mixed(plainAccounts).sort((a, b) => Math.max(1, a.payments.length) - Math.max(1, b.payments.length));
    this.families = new Families(shape, plainAccounts);
  }

  /** Yields after each round, so that a caller can rest. */
  *all(): Generator<undefined, Planting[]> {
    const kinds: readonly (Plant | Trap)[] = [...PLANTS, ...TRAPS].filter((kind) => kind.lacks(this.shape) === '');
    const next = new Map(kinds.map((kind) => [kind.id, 0]));
    const plantings: Planting[] = [];
    for (let round = 0; round < this.options.each; round++) {
      for (const kind of kinds) {
        const planting = this.nextOf(kind, next);
        if (planting) plantings.push(planting);
      }
      yield;
    }
    return plantings;
  }

  private nextOf(kind: Plant | Trap, next: Map<string, number>): Planting | null {
    for (let at = next.get(kind.id) ?? 0; at < this.plainAccounts.length; at++) {
      const plain = this.plainAccounts[at] as PlainAccount;
      const planting = this.used.has(plain.account) || !kind.fits(plain) ? null : this.tried(kind, plain);
      if (!planting) continue;
      next.set(kind.id, at + 1);
      for (const draft of planting.drafts) this.used.add(draft.account);
      return planting;
    }
    next.set(kind.id, this.plainAccounts.length);
    return null;
  }

  private tried(kind: Plant | Trap, plain: PlainAccount): Planting | null {
    const draft = new Draft(this.shape, plain);
    const drafts: [Draft, ...Draft[]] = [draft];
    const tools = this.tools(plain, drafts);
    const truths = 'plant' in kind ? kind.plant(draft, tools) : kind.lay(draft, tools) ? [] : null;
    if (!truths || this.families.wouldMatch(drafts)) return null;
    this.families.note(drafts);
    return { kind, truths, drafts };
  }

  private tools(plain: PlainAccount, drafts: Draft[]): Tools {
    const { asOf, small } = this.options;
    return {
      shape: this.shape,
      chance: this.chance,
      asOf,
      small,
      other: (of) => {
        const found = of === 'patient' ? this.relative(plain) : this.stranger(plain);
        if (!found) return null;
        const draft = new Draft(this.shape, found);
        drafts.push(draft);
        return draft;
      },
    };
  }

  /** Another account of the same patient, near in service. */
  private relative(plain: PlainAccount): PlainAccount | undefined {
    const near = (other: PlainAccount): boolean => Math.abs(other.service - plain.service) <= this.options.siblingDays;
    return this.families.plainWith(plain).find((other) => this.free(other, plain) && other.share > 0 && near(other));
  }

  /** Another account of the same payer whose claim is its own, so that a claim number leads to it. */
  private stranger(plain: PlainAccount): PlainAccount | undefined {
    const from = this.chance.whole(0, Math.max(0, this.plainAccounts.length - 1));
    for (let step = 0; step < Math.min(MOST_TRIED, this.plainAccounts.length); step++) {
      const other = this.plainAccounts[(from + step) % this.plainAccounts.length] as PlainAccount;
      if (this.free(other, plain) && other.payments.length === 1 && other.payer === plain.payer && this.claimed(other)) return other;
    }
    return undefined;
  }
  private claimed({ main, chargeRows }: PlainAccount): boolean {
    const claim = this.shape.textOf('claim', main);
    return !this.shape.text('claim') || (claim !== '' && chargeRows.some((tx) => this.shape.textOf('claim', tx) === claim));
  }
  private free = (other: PlainAccount, plain: PlainAccount): boolean => other.account !== plain.account && !this.used.has(other.account);
}
