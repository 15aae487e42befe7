/** What to put back when the user undoes: one step for each edit, cells only. Larger changes, and those of an add-in, empty it, as in Excel (office-js.md 1.9). */
import type { CellContent, Sheet } from '../model';

interface Before {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  readonly formula: string;
  readonly style: number;
}

const LEVELS = 100;
const CELLS_A_STEP = 200_000;

export class Journal {
  private readonly steps: Before[][] = [];
  private current: Before[] | null = null;

  begin(): void {
    this.current = [];
  }
  /** `undoable`: false for a request of an add-in, whose half-taken-back writes would be worse than none. */
  end(undoable: boolean): void {
    if (!undoable && this.current?.length) this.forget();
    if (this.current && this.current.length > 0) this.steps.push(this.current);
    if (this.steps.length > LEVELS) this.steps.shift();
    this.current = null;
  }
  /** Call before a cell changes. */
  note(sheet: Sheet, row: number, column: number): void {
    if (!this.current) return;
    if (this.current.length >= CELLS_A_STEP) {
      this.forget();
      return;
    }
    const { cells } = sheet;
    this.current.push({ sheet, row, column, content: cells.get(row, column), formula: cells.formula(row, column), style: cells.style(row, column) });
  }
  /** A change that cannot be undone: nothing before it can be either. */
  forget(): void {
    this.steps.length = 0;
    this.current = null;
  }
  get empty(): boolean {
    return this.steps.length === 0;
  }
  /** The newest step, latest change first. */
  take(): readonly Before[] {
    return (this.steps.pop() ?? []).reverse();
  }
}
export type { Before };
