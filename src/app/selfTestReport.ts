/** A self-test as the command line's JSON and as a table on the terminal (design.md 9 and 11). */
import { cents, toDecimalText } from '../core/money';
import { selfTestTotals } from '../core/selfTest/result';
import type { LookAt } from '../core/selfTest/result';
import type { SelfTestRun } from './session';

export interface SelfTestJson {
  readonly seed: number;
  readonly ranOn: string;
  /** Accounts settled and plain enough to plant on. */
  readonly accounts: number;
  readonly kinds: readonly {
    readonly id: string;
    readonly words: string;
    readonly cause: string;
    readonly planted: number;
    readonly amount: string;
    readonly found: number;
    readonly sure: number;
    readonly left: number;
    readonly other: number;
    readonly firm: number;
    readonly missed: number;
    readonly wrongRefunds: string;
    readonly look: readonly LookAt[];
    readonly help: { readonly column: string; readonly sure: number } | null;
  }[];
  readonly traps: readonly {
    readonly id: string;
    readonly words: string;
    readonly planted: number;
    readonly alarms: number;
    readonly wrongRefunds: string;
    readonly look: readonly LookAt[];
  }[];
  readonly notPlanted: readonly { readonly words: string; readonly why: string }[];
  readonly elsewhere: readonly LookAt[];
  readonly totals: {
    readonly planted: number;
    readonly found: number;
    readonly sure: number;
    readonly left: number;
    readonly other: number;
    readonly firm: number;
    readonly missed: number;
    readonly amount: string;
    readonly trapped: number;
    readonly alarms: number;
    readonly wrongRefunds: string;
  };
}

const money = (size: number): string => toDecimalText(cents(size));
/** "2026-12-01". */
export const ranOn = ({ ranAt }: SelfTestRun): string => new Date(ranAt).toISOString().slice(0, 10);

export function selfTestJson(run: SelfTestRun): SelfTestJson {
  const { wrongCents, cents: planted, ...counts } = selfTestTotals(run);
  return {
    seed: run.seed,
    ranOn: ranOn(run),
    accounts: run.plainAccounts,
    kinds: run.kinds.map(({ cents: size, wrongCents: wrong, ...kind }) => ({ ...kind, amount: money(size), wrongRefunds: money(wrong) })),
    traps: run.traps.map(({ wrongCents: wrong, ...trap }) => ({ ...trap, wrongRefunds: money(wrong) })),
    notPlanted: run.notPlanted,
    elsewhere: run.elsewhere,
    totals: { ...counts, amount: money(planted), wrongRefunds: money(wrongCents) },
  };
}
