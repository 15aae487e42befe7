/** A column of texts or identifiers as numbers of the ledger's dictionary (exports.md hazard 10). */
import type { LedgerBuilder } from '../core/ledgerBuilder';
import { Damage, damage, idOfCell, textOfCell } from './cells';
import type { CellValue, ColumnPlan } from './contract';
import { Ints } from './grow';

export class TextColumn {
  readonly field: string;
  readonly heading: string;
  readonly ids: Ints;
  /** Cells that Excel has damaged. */
  readonly damaged = new Map<CellValue, Damage>();
  /** Of cells that are not taken as they stand. */
  private readonly cache = new Map<CellValue, number>();

  /** `width`: that of numbers shown with a format of zeros only, else 0. `room`: rows that are expected. */
  constructor(
    plan: ColumnPlan,
    readonly isId: boolean,
    private readonly width: number,
    private readonly builder: LedgerBuilder,
    room: number,
  ) {
    this.field = plan.field;
    this.heading = plan.heading;
    this.ids = new Ints(room);
  }

  /** Cells of one place, of the rows from…to−1 of a block. */
  take(rows: readonly (readonly CellValue[])[], from: number, to: number, place: number): void {
    let at = this.ids.length;
    const data = this.ids.extend(to - from);
    for (let r = from; r < to; r++) data[at++] = this.idOf((rows[r] as readonly CellValue[])[place] ?? '');
  }

  /** Number of a cell's text; 0 when it is blank. */
  idOf(cell: CellValue): number {
    if (typeof cell === 'string') {
      if (cell === '') return 0;
      if (isClean(cell)) return this.builder.text(cell);
    }
    return this.cache.get(cell) ?? this.newId(cell);
  }

  private newId(cell: CellValue): number {
    const text = this.isId ? idOfCell(cell, this.width) : textOfCell(cell);
    const found = damage;
    if (found !== Damage.None) this.damaged.set(cell, found);
    const id = this.builder.text(text);
    this.cache.set(cell, id);
    return id;
  }
}

/** A text that is taken as it stands: no edge blanks, no formula text, no error, not a number that Excel may have bent. */
function isClean(text: string): boolean {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first > 35 && first < 127 && last > 32 && last < 127 && first !== 61 && !(first >= 48 && first <= 57 && text.length < 24 && text.includes('E'));
}
