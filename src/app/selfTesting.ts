/** *How sure is this?*: the self-test on the ledger of the last scan (design.md 11). The workbook is not asked and not touched; the result waits for the next write of *Credit summary*. */
import type { Review } from '../core/credit';
import type { DatedSelfTest } from '../outputs/selfTestRows';
import type { Book } from './book';
import { ranOn } from './selfTestReport';
import type { RunHooks, Scan, SelfTestOptions, SelfTestRun } from './session';

const FIRST_SEED = 1;
const runs = new WeakMap<Review, SelfTestRun>();

/** The last self-test of this scan; undefined when none was run. */
const selfTestOf = ({ review }: Scan): SelfTestRun | undefined => (review ? runs.get(review) : undefined);

/** The same as *Credit summary* shows it. */
export function datedSelfTest(scan: Scan): DatedSelfTest | undefined {
  const run = selfTestOf(scan);
  return run && { ...run, ranOn: ranOn(run) };
}

/** Throws TypeError when the scan was refused: there is nothing to test. */
export async function runSelfTest(
  book: Book,
  scan: Scan,
  { seed = FIRST_SEED }: SelfTestOptions,
  hooks: RunHooks & { readonly signal: AbortSignal },
): Promise<SelfTestRun> {
  const { review } = scan;
  if (!review) throw new TypeError('a refused scan has nothing to test');
  const { clock } = book.guard;
  const began = clock.now();
  const tested = await book.analyst.selfTest(seed, hooks.onProgress, hooks.signal);
  const run = { ...tested, ranAt: clock.now(), seconds: (clock.now() - began) / 1000 };
  runs.set(review, run);
  return run;
}
