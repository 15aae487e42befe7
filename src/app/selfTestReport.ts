/** A self-test as the command line's JSON and as a table on the terminal (design.md 9 and 11). */
import { cents, toDecimalText } from '../core/money';
import { selfTestTotals } from '../core/selfTest/result';
import type { PlantedKind, SelfTest, TrapKind } from '../core/selfTest/result';
import type { SelfTestRun } from './session';

/** As result.ts says it, with cents as decimal text. */
type InText<T extends { readonly wrongCents: number }> = Omit<T, 'cents' | 'wrongCents'> & { readonly wrongRefunds: string } & (T extends {
    readonly cents: number;
  }
    ? { readonly amount: string }
    : unknown);

export interface SelfTestJson extends Pick<SelfTest, 'seed' | 'notPlanted' | 'elsewhere'> {
  readonly ranOn: string;
  /** Accounts settled and plain enough to plant on. */
  readonly accounts: number;
  readonly kinds: readonly InText<PlantedKind>[];
  readonly traps: readonly InText<TrapKind>[];
  readonly totals: InText<ReturnType<typeof selfTestTotals>>;
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
