/** Collects problems and assumptions; of one code on one sheet the first hundred are listed and the rest are counted, never dropped in silence. */
import type { Assumption, Problem } from './contract';
import { REMEDIES } from './sentences';
import type { ProblemCode } from './sentences';

const LISTED = 100;

export class ProblemLog {
  private readonly problems: Problem[] = [];
  private readonly counts = new Map<string, number>();
  private readonly assumed = new Map<string, Assumption>();

  /** `row` is 1-based; 0 = the sheet as a whole. */
  add(code: ProblemCode, sheet: string, row: number, message: string): void {
    const key = `${code}\u0000${sheet}`;
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    if (count <= LISTED) this.problems.push({ code, sheet, row, message, remedy: REMEDIES[code] });
  }

  assume(assumption: Assumption): void {
    if (!this.assumed.has(assumption.key)) this.assumed.set(assumption.key, assumption);
  }

  get listed(): readonly Problem[] {
    const rest = [...this.counts].filter(([, count]) => count > LISTED);
    return [
      ...this.problems,
      ...rest.map(([key, count]) => {
        const [code, sheet] = key.split('\u0000') as [ProblemCode, string];
        return { code, sheet, row: 0, message: `${count - LISTED} more of the same on ${sheet}.`, remedy: REMEDIES[code] };
      }),
    ];
  }

  get assumptions(): readonly Assumption[] {
    return [...this.assumed.values()];
  }
}
