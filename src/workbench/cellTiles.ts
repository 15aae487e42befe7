/**
 * The cells in sight, fetched by tiles. A stale tile is drawn until its new one arrives, so that nothing flickers while the workbook changes.
 */
import type { CellWindow, WindowCell } from '../host/protocol';
import type { Book } from './book';

const ROWS = 64;
const COLUMNS = 32;
const KEPT = 160;

export interface Region {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}
interface Tile {
  readonly window: CellWindow | null;
  readonly generation: number;
  readonly wanted: number;
}

export class CellTiles {
  readonly #tiles = new Map<string, Tile>();
  #generation = 0;
  #fetched = 0;

  constructor(
    private readonly book: Book,
    private readonly sheetId: string,
    private readonly arrived: () => void,
  ) {}

  cell(row: number, column: number): WindowCell | null {
    const window = this.#tiles.get(key(row, column))?.window;
    return window?.cells[row - window.row]?.[column - window.column] ?? null;
  }

  /** Fetches what is missing or stale in a region. */
  need(region: Region): void {
    for (let row = region.row - (region.row % ROWS); row < region.row + region.rows; row += ROWS) {
      for (let column = region.column - (region.column % COLUMNS); column < region.column + region.columns; column += COLUMNS) this.#fetch(row, column);
    }
  }

  /** The workbook changed: everything is fetched again when next in sight. */
  stale(): void {
    this.#generation += 1;
  }

  #fetch(row: number, column: number): void {
    const name = key(row, column);
    const tile = this.#tiles.get(name);
    if (tile?.generation === this.#generation) return;
    const generation = this.#generation;
    const wanted = (this.#fetched += 1);
    this.#tiles.delete(name);
    this.#tiles.set(name, { window: tile?.window ?? null, generation, wanted });
    this.#forgetOldest();
    const area = { row, column, rows: ROWS, columns: COLUMNS };
    void this.book.ask('window', { sheetId: this.sheetId, ...area }).then((window) => {
      if (this.#tiles.get(name)?.wanted !== wanted) return;
      this.#tiles.set(name, { window, generation, wanted });
      this.arrived();
    });
  }

  #forgetOldest(): void {
    for (const name of this.#tiles.keys()) {
      if (this.#tiles.size <= KEPT) return;
      this.#tiles.delete(name);
    }
  }
}

const key = (row: number, column: number): string => `${Math.floor(row / ROWS)}:${Math.floor(column / COLUMNS)}`;
