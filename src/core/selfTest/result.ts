/** What a self-test says (design.md 11). Data only; all of it can be structured-cloned from a worker. Money in cents. */
import type { CauseId } from '../credit';

/** An account to look at: planted on, and not answered as planted. */
export interface LookAt {
  readonly account: string;
  /** What the review said of it, in one line; no name of a person. */
  readonly said: string;
}

/** A column that would have made the difference, shown by judging the same plantings with it filled in. */
export interface Help {
  /** For example "Allowed amount and patient share". */
  readonly column: string;
  /** Named rightly and called at medium or high confidence with it. */
  readonly sure: number;
}

/** A kind of credit: planted = found + left + other + missed. */
export interface PlantedKind {
  readonly id: string;
  readonly words: string;
  readonly cause: CauseId;
  readonly planted: number;
  readonly cents: number;
  /** The right cause, amount and payee; `sure` of them at medium or high confidence (a hold as a hold). */
  readonly found: number;
  readonly sure: number;
  /** Listed, and left to a person: no cause, or one that says itself it is undecided. */
  readonly left: number;
  /** Called something else; `firm` of them at medium or high confidence. */
  readonly other: number;
  readonly firm: number;
  /** Not listed at all. */
  readonly missed: number;
  /** Proposed as a refund at medium or high confidence and not owed. */
  readonly wrongCents: number;
  readonly look: readonly LookAt[];
  readonly help: Help | null;
}

/** A look-alike: nothing is owed and nothing should be said. */
export interface TrapKind {
  readonly id: string;
  readonly words: string;
  readonly planted: number;
  readonly alarms: number;
  readonly wrongCents: number;
  readonly look: readonly LookAt[];
}

export interface SelfTest {
  readonly seed: number;
  /** Accounts that are settled and plain enough to plant on. */
  readonly plainAccounts: number;
  readonly kinds: readonly PlantedKind[];
  readonly traps: readonly TrapKind[];
  /** What these sheets cannot show, and why it was not planted. */
  readonly notPlanted: readonly { readonly words: string; readonly why: string }[];
  /** Accounts that nothing was planted on and that are listed only because of a planting beside them. */
  readonly elsewhere: readonly LookAt[];
}

const total = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((sum, row) => sum + of(row), 0);

/** The figures of all kinds together. */
export function selfTestTotals({ kinds, traps, elsewhere }: SelfTest) {
  return {
    planted: total(kinds, ({ planted }) => planted),
    found: total(kinds, ({ found }) => found),
    sure: total(kinds, ({ sure }) => sure),
    left: total(kinds, ({ left }) => left),
    other: total(kinds, ({ other }) => other),
    firm: total(kinds, ({ firm }) => firm),
    missed: total(kinds, ({ missed }) => missed),
    cents: total(kinds, ({ cents }) => cents),
    trapped: total(traps, ({ planted }) => planted),
    alarms: total(traps, ({ alarms }) => alarms) + elsewhere.length,
    wrongCents: total<{ readonly wrongCents: number }>([...kinds, ...traps], ({ wrongCents }) => wrongCents),
  };
}
