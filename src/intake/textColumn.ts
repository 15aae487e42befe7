/** A column of texts or identifiers as numbers of the ledger's dictionary (exports.md hazard 10). */
import type { LedgerBuilder } from '../core/ledgerBuilder';
import { hashOf } from '../core/textTable';
import { Damage, damage, idOfCell, textOfCell } from './cells';
import type { CellValue, ColumnPlan } from './contract';
import { Ints } from './grow';

/** Most cells read at once. */
export const MOST_READ = 256;
const hashes = new Int32Array(MOST_READ);

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

  /** Cells of one place, of the rows from…to−1 of a block; at most `MOST_READ` of them. */
  take(rows: readonly (readonly CellValue[])[], from: number, to: number, place: number): void {
    const at = this.ids.length;
    this.read(rows, from, to, place, this.ids.extend(to - from), at);
  }

  /** Numbers of the same cells, written from `at` on. First all hashes, then all look-ups, then what was found: far memory is waited for once, not in each row. */
  read(rows: readonly (readonly CellValue[])[], from: number, to: number, place: number, into: Int32Array, at: number): void {
    const { table } = this.builder;
    for (let r = from; r < to; r++) {
      const cell = (rows[r] as readonly CellValue[])[place];
      hashes[r - from] = typeof cell === 'string' && cell !== '' && isClean(cell) ? hashOf(cell) : 0;
    }
    table.look(hashes, to - from, into, at);
    for (let r = from; r < to; r++) {
      const cell = (rows[r] as readonly CellValue[])[place] ?? '';
      const hash = hashes[r - from] as number;
      const i = at + r - from;
      if (hash === 0) into[i] = this.idOf(cell);
      else into[i] = table.numberAt(into[i] as number, cell as string, hash) || table.addHashed(cell as string, hash);
    }
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
