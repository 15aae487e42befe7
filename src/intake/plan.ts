/** First step of reading: which sheets hold what, which columns are needed (design.md 3; exports.md 1 and 2). */
import type { Plan, ReadOptions, SheetSample } from './contract';

/** Looks at samples only. Never throws on what a cell holds. `refused` is set when nothing can be reviewed. */
export function plan(samples: readonly SheetSample[], options: ReadOptions): Plan {
  void samples;
  void options;
  return { sheets: [], refused: { code: 'no-data', message: 'Nothing was read yet.', remedy: 'Try again.' } };
}
