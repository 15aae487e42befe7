/** Second step of reading: takes blocks of the planned columns and ends in a Reading (design.md 3 and 5). */
import { LedgerBuilder } from '../core/ledgerBuilder';
import type { Block, Plan, Reader, Role, Reading, ReadOptions, SheetPlan, SheetSample } from './contract';
import { finishReading } from './finish';
import { ProblemLog } from './problemLog';
import { Stage } from './stage';

/** Blocks may come in any order of sheets; rows of one sheet come in order. `finish` is called once. Never throws on what a cell holds. */
export function createReader(plan: Plan, samples: readonly SheetSample[], options: ReadOptions): Reader {
  const builder = new LedgerBuilder(plan.sheets.reduce((sum, { dataRows }) => sum + dataRows, 0) * TEXTS_A_ROW);
  const log = new ProblemLog();
  const lastYear = yearOf(options.policy.asOf) + 1;
  const stages: { plan: SheetPlan; stage: Stage }[] = [];
  for (const part of plan.sheets) {
    const sample = samples.find((s) => s.name === part.sheet);
    if (sample === undefined) continue;
    if (sample.visibility === 'hidden') assumeHidden(part, options, log);
    if (part.columns.length === 0) continue;
    if (stages.length >= MOST_SHEETS) {
      log.add('too-many-sheets', part.sheet, 0, `Only ${MOST_SHEETS} sheets are read at a time; this one was not.`);
      continue;
    }
    stages.push({ plan: part, stage: new Stage(part, sample, builder, log, { lastYear, corrections: options.corrections ?? {} }) });
  }
  return {
    accept(block: Block): void {
      const table = stages.find((s) => holds(s.plan, block));
      if (table === undefined) return;
      const places = table.plan.columns.map((c) => block.columns.indexOf(c.column));
      table.stage.accept(block.firstRow, block.values, places);
    },
    finish: (): Reading =>
      finishReading(
        plan,
        stages.map((s) => s.stage),
        builder,
        log,
        options,
      ),
  };
}

/** A hidden sheet counts like any other, which doubles a ledger when it is a copy: so it is said, and can be left out. */
function assumeHidden({ sheet, role, columns }: SheetPlan, { corrections }: ReadOptions, log: ProblemLog): void {
  const key = `role:${sheet}`;
  const corrected = corrections?.[key];
  if (role === 'own' || (columns.length === 0 && corrected === undefined)) return;
  const read: readonly Role[] = corrected === undefined ? [role] : ['accounts', 'transactions'];
  const why = corrected === undefined ? `The sheet is hidden, and what it holds looks like ${role}; its rows are counted.` : 'You chose it.';
  log.assume({ key, label: `Hidden sheet ${sheet}`, chosen: role, choices: [...new Set([role, ...read, 'ignored'])], why });
}

/** Tables of one sheet are told apart by their columns, one above the other by their rows. */
const holds = (plan: SheetPlan, { sheet, firstRow, columns }: Block): boolean =>
  plan.sheet === sheet &&
  firstRow >= plan.firstDataRow &&
  firstRow < plan.firstDataRow + plan.dataRows &&
  plan.columns.every((c) => columns.includes(c.column));

/** Different texts for each row, as exports have them: most rows bring a check or claim number of their own at best. */
const TEXTS_A_ROW = 0.5;

/** A transaction keeps its sheet in one byte. */
const MOST_SHEETS = 250;

const yearOf = (asOf: number): number => (asOf > 0 ? new Date((asOf - 25569) * 86_400_000).getUTCFullYear() : 2098);
