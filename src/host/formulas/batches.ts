/**
 * The formula engine follows references by calling itself, and dies for good when a chain is too long for its stack. So formulas are calculated in
 * batches: what a batch looks at is calculated before it, and within one no chain is longer than the engine bears.
 */
import type { Area, Sheet } from '../model';
import { overlap } from '../wire/address';

export interface Formula {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}
export interface Looked {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** Calls deep that the engine bears for certain (it died between 400 and 1,000 links of `=A2+1`, and between 1,000 and 2,000 operators). */
const MOST_DEEP = 200;
/** Of one formula: more is left to the value the file holds. Excel itself ends at 64 levels (office-js.md 1.1 names its limits page). */
const MOST_OPERATORS = 400;
const MOST_LENGTH = 8_192;
/** Cells looked at while chains are followed. */
const MOST_STEPS = 20_000_000;

/** How deep the engine may go for the formula itself; null when it is too deep to be calculated at all. */
export function depthOf(formula: string): number | null {
  // A LAMBDA may call itself without end.
  if (formula.length > MOST_LENGTH || /\bLAMBDA\s*\(/i.test(formula)) return null;
  const operators = formula.match(/[-+*/^&=<>%({]/g)?.length ?? 0;
  return operators > MOST_OPERATORS ? null : operators;
}

/** The formulas in the order they can be calculated. Those of a ring, and those past all bounds, stand wherever they are met. */
export function batches<F extends Formula>(formulas: readonly F[], looksAt: (formula: F) => readonly Looked[]): F[][] {
  const found: F[][] = [];
  const depths = new Depths(formulas, looksAt);
  for (const formula of formulas) {
    const batch = Math.floor(depths.of(formula) / MOST_DEEP);
    (found[batch] ??= []).push(formula);
  }
  return found.filter((batch) => batch.length > 0);
}

interface Frame<F> {
  readonly formula: F;
  readonly before: readonly F[];
  next: number;
  deepest: number;
}

class Depths<F extends Formula> {
  private readonly known = new Map<F, number>();
  private readonly rows = new Map<Sheet, Map<number, F[]>>();
  private steps = 0;

  constructor(
    formulas: readonly F[],
    private readonly looksAt: (formula: F) => readonly Looked[],
  ) {
    for (const formula of formulas) {
      const rows = this.rows.get(formula.sheet) ?? new Map<number, F[]>();
      const row = rows.get(formula.row) ?? [];
      row.push(formula);
      this.rows.set(formula.sheet, rows.set(formula.row, row));
    }
  }

  /** Its own depth and that of the longest chain before it. */
  of(formula: F): number {
    const stack = [this.frame(formula)];
    const open = new Set([formula]);
    for (let top = stack.at(-1); top && !this.known.has(formula); top = stack.at(-1)) {
      const before = top.before[top.next++];
      if (before === undefined) {
        this.known.set(top.formula, top.deepest + this.own(top.formula));
        stack.pop();
        open.delete(top.formula);
        const above = stack.at(-1);
        if (above) above.deepest = Math.max(above.deepest, this.known.get(top.formula) ?? 0);
      } else if (this.known.has(before)) top.deepest = Math.max(top.deepest, this.known.get(before) ?? 0);
      else if (!open.has(before)) {
        open.add(before);
        stack.push(this.frame(before));
      }
    }
    return this.known.get(formula) ?? 0;
  }
  private frame(formula: F): Frame<F> {
    return { formula, before: this.before(formula), next: 0, deepest: 0 };
  }
  private own({ formula }: F): number {
    return 2 + (depthOf(formula) ?? 0);
  }

  /** The formulas it looks at. */
  private before(formula: F): F[] {
    return this.looksAt(formula)
      .flatMap(({ sheet, area }) => this.within(sheet, area))
      .filter((other) => other !== formula);
  }
  private within(sheet: Sheet, area: Area): F[] {
    const rows = this.rows.get(sheet);
    if (!rows || this.steps > MOST_STEPS) return [];
    const found: F[] = [];
    const numbers = area.rows < rows.size ? Array.from({ length: area.rows }, (_, r) => area.row + r) : rows.keys();
    for (const row of numbers) {
      this.steps++;
      for (const each of rows.get(row) ?? []) if (overlap({ row, column: each.column, rows: 1, columns: 1 }, area)) found.push(each);
    }
    return found;
  }
}
