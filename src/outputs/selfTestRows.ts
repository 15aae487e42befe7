/** The block of *Credit summary* about a self-test that was run (design.md 11): its day and seed, and a line a kind. */
import { cents } from '../core/money';
import { selfTestTotals } from '../core/selfTest/result';
import type { PlantedKind, SelfTest, TrapKind } from '../core/selfTest/result';
import { dollarsOf } from './creditRows';

/** A self-test with the day it was run, "2026-12-01". */
export interface DatedSelfTest extends SelfTest {
  readonly ranOn: string;
}

interface Line {
  readonly section: 'Self-test';
  readonly line: string;
  readonly rows: number;
  readonly amount?: number;
  /** Found of planted, silent of look-alikes. */
  readonly share?: number | null;
  readonly code: string;
}
const line = (text: string, rows: number, code: string, more: Pick<Line, 'amount' | 'share'> = {}): Line => ({
  section: 'Self-test',
  line: text,
  rows,
  code,
  ...more,
});
const wrong = (size: number): string => `wrong refunds ${dollarsOf(cents(size)).toFixed(2)}`;
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

type Counts = Pick<PlantedKind, 'planted' | 'cents' | 'found' | 'sure' | 'left' | 'other' | 'missed' | 'wrongCents'>;
const planted = (text: string, of: Counts): Line =>
  line(
    text,
    of.planted,
    `found ${of.found} (sure ${of.sure}), left to a person ${of.left}, called something else ${of.other}, missed ${of.missed}, ${wrong(of.wrongCents)}`,
    { amount: dollarsOf(cents(of.cents)), share: share(of.found, of.planted) },
  );
const trap = (text: string, { planted: laid, alarms, wrongCents }: Pick<TrapKind, 'planted' | 'alarms' | 'wrongCents'>): Line =>
  line(text, laid, `false alarms ${alarms}, ${wrong(wrongCents)}`, { share: share(laid - alarms, laid) });

export function selfTestRows(run: DatedSelfTest): Line[] {
  const totals = selfTestTotals(run);
  const sumOf = (rows: readonly { readonly wrongCents: number }[]): number => rows.reduce((total, { wrongCents }) => total + wrongCents, 0);
  return [
    line('Run on, and its seed', run.plainAccounts, `${run.ranOn}, seed ${run.seed}; planted on a copy of accounts that are settled and plain`),
    planted('All planted credits', { ...totals, wrongCents: sumOf(run.kinds) }),
    ...run.kinds.map((kind) => planted(`Planted: ${kind.words}`, kind)),
    trap('All look-alikes', { planted: totals.trapped, alarms: totals.alarms, wrongCents: sumOf(run.traps) }),
    ...run.traps.map((kind) => trap(`Look-alike: ${kind.words}`, kind)),
  ];
}
