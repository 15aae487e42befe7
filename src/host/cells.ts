/**
 * The cells of one sheet as columns of typed arrays, in blocks of 1,024 rows that grow as they fill: 11 bytes a cell, so 500,000 x 12 cells
 * take about 70 MB. Texts live in the workbook's `Strings`.
 */
import type { Area, CellContent, CellStore } from './model';
import type { Strings } from './strings';
import { shiftFormula } from './formulaShift';

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export const EMPTY = 0;
export const NUMBER = 1;
export const TEXT = 2;
export const BOOLEAN = 3;
export const ERROR = 4;
/** Low bits of a mark are the kind. */
const KIND = 7;
/** Changed since the file was read. */
const TOUCHED = 16;

const BLOCK_BITS = 10;
const BLOCK = 1 << BLOCK_BITS;
const FIRST_CAPACITY = 16;
/** Value, style, mark. */
const BYTES = 11;

/** A formula as the file has it: without "=". Shared ones serve many cells and are written relative to `row`, `column`. */
export interface Formula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly kind: 'plain' | 'shared' | 'array';
  /** The array formula's range, as the file writes it. */
  readonly ref: string;
}

class Block {
  marks!: Uint8Array;
  values!: Float64Array;
  styles!: Uint16Array;
  formulas: Uint32Array | null = null;

  constructor(index: number) {
    this.allot(roomFor(FIRST_CAPACITY, index));
  }

  /** Makes room for `index`; returns how many cells of room were added. */
  fit(index: number): number {
    const { marks, values, styles, formulas } = this;
    if (index < marks.length) return 0;
    const capacity = roomFor(marks.length, index);
    this.allot(capacity);
    this.marks.set(marks);
    this.values.set(values);
    this.styles.set(styles);
    if (formulas !== null) (this.formulas = new Uint32Array(capacity)).set(formulas);
    return capacity - marks.length;
  }

  /** One buffer for the three columns: a quarter of the cost of three. */
  private allot(capacity: number): void {
    const buffer = new ArrayBuffer(capacity * BYTES);
    this.values = new Float64Array(buffer, 0, capacity);
    this.styles = new Uint16Array(buffer, capacity * 8, capacity);
    this.marks = new Uint8Array(buffer, capacity * 10, capacity);
  }

  setFormula(index: number, formula: number): void {
    if (this.formulas === null) {
      if (formula === 0) return;
      this.formulas = new Uint32Array(this.marks.length);
    }
    this.formulas[index] = formula;
  }

  formulaAt(index: number): number {
    return this.formulas === null ? 0 : (this.formulas[index] ?? 0);
  }

  holds(index: number, valuesOnly: boolean): boolean {
    return ((this.marks[index] ?? 0) & KIND) !== EMPTY || this.formulaAt(index) !== 0 || (!valuesOnly && (this.styles[index] ?? 0) !== 0);
  }
}

function roomFor(capacity: number, index: number): number {
  let room = capacity;
  while (room <= index) room *= 2;
  return room;
}

export class Cells implements CellStore {
  private readonly columns: (Block | undefined)[][] = [];
  private readonly formulas: Formula[] = [];
  private readonly usedCache: (Area | null | undefined)[] = [undefined, undefined];
  private room = 0;
  private changed = false;
  private formulaChange = false;
  unvalued = false;

  constructor(private readonly strings: Strings) {}

  get dirty(): boolean {
    return this.changed;
  }
  /** True when a formula was written, replaced or removed since the file was read. */
  get formulasChanged(): boolean {
    return this.formulaChange;
  }
  /** Bytes set aside for cells. */
  get bytes(): number {
    return this.room * BYTES;
  }

  kind(row: number, column: number): number {
    const block = this.find(row, column);
    return block === undefined ? EMPTY : (block.marks[row & (BLOCK - 1)] ?? 0) & KIND;
  }

  touched(row: number, column: number): boolean {
    const block = this.find(row, column);
    return block !== undefined && ((block.marks[row & (BLOCK - 1)] ?? 0) & TOUCHED) !== 0;
  }

  get(row: number, column: number): CellContent {
    const block = this.find(row, column);
    if (block === undefined) return null;
    const index = row & (BLOCK - 1);
    const value = block.values[index] ?? 0;
    switch ((block.marks[index] ?? 0) & KIND) {
      case NUMBER:
        return value;
      case TEXT:
        return this.strings.at(value);
      case BOOLEAN:
        return value === 1;
      case ERROR:
        return { error: this.strings.at(value) };
      default:
        return null;
    }
  }

  formula(row: number, column: number): string {
    const formula = this.formulaEntry(row, column);
    if (formula === null) return '';
    return '=' + (formula.kind === 'shared' ? shiftFormula(formula.text, row - formula.row, column - formula.column) : formula.text);
  }

  formulaEntry(row: number, column: number): Formula | null {
    const number = this.find(row, column)?.formulaAt(row & (BLOCK - 1)) ?? 0;
    return number === 0 ? null : (this.formulas[number - 1] ?? null);
  }

  style(row: number, column: number): number {
    return this.find(row, column)?.styles[row & (BLOCK - 1)] ?? 0;
  }

  set(row: number, column: number, content: CellContent): void {
    const block = this.touch(row, column);
    this.dropFormula(block, row);
    this.put(block, row, content);
  }

  setFormula(row: number, column: number, formula: string, cached: CellContent): void {
    const text = formula.startsWith('=') ? formula.slice(1) : formula;
    const block = this.touch(row, column);
    block.setFormula(row & (BLOCK - 1), this.formulas.push({ text, row, column, kind: 'plain', ref: '' }));
    this.formulaChange = true;
    this.put(block, row, cached);
  }

  /** A recalculated value of a formula cell; the formula stays. */
  setCached(row: number, column: number, cached: CellContent): void {
    this.put(this.touch(row, column), row, cached);
  }

  setStyle(row: number, column: number, style: number): void {
    this.touch(row, column).styles[row & (BLOCK - 1)] = style;
  }

  clear(area: Area, what: 'all' | 'contents' | 'formats'): void {
    const lastRow = Math.min(area.row + area.rows, MAX_ROWS);
    this.eachBlock(area, (block, top) => {
      const end = Math.min(lastRow - top, block.marks.length);
      // Only cells that hold something are touched, so clearing whole columns stays cheap.
      for (let i = Math.max(0, area.row - top); i < end; i++) this.clearCell(block, i, what);
    });
    this.forget();
    this.changed = true;
  }

  used(valuesOnly: boolean): Area | null {
    const slot = valuesOnly ? 1 : 0;
    const known = this.usedCache[slot];
    if (known !== undefined) return known;
    return (this.usedCache[slot] = this.findUsed(valuesOnly));
  }

  *rowsWithin(area: Area): Iterable<number> {
    const last = Math.min(area.row + area.rows, MAX_ROWS);
    for (let top = area.row & ~(BLOCK - 1); top < last; top += BLOCK) {
      const marks = this.rowMarks(top >> BLOCK_BITS, area);
      if (marks === null) continue;
      for (let i = Math.max(0, area.row - top); i < Math.min(BLOCK, last - top); i++) if (marks[i] === 1) yield top + i;
    }
  }

  /** Rows with a cell changed since the file was read, ascending. */
  touchedRows(): number[] {
    const rows = new Set<number>();
    this.eachBlock({ row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS }, (block, top) => {
      for (let i = 0; i < block.marks.length; i++) if (((block.marks[i] ?? 0) & TOUCHED) !== 0) rows.add(top + i);
    });
    return [...rows].sort((a, b) => a - b);
  }

  /** True when the cell has content, a formula or a format. */
  holds(row: number, column: number): boolean {
    return this.find(row, column)?.holds(row & (BLOCK - 1), false) === true;
  }

  /** Puts a cell read from a file; does not count as a change. */
  load(row: number, column: number, kind: number, value: number, style: number): void {
    const block = this.at(row, column);
    const index = row & (BLOCK - 1);
    this.room += block.fit(index);
    block.marks[index] = kind;
    block.values[index] = value;
    block.styles[index] = style;
  }

  loadFormula(row: number, column: number, formula: Formula): number {
    const number = this.formulas.push(formula);
    this.shareFormula(row, column, number);
    return number;
  }

  /** Gives a cell a shared formula loaded before. */
  shareFormula(row: number, column: number, number: number): void {
    const block = this.at(row, column);
    const index = row & (BLOCK - 1);
    this.room += block.fit(index);
    block.setFormula(index, number);
  }

  private find(row: number, column: number): Block | undefined {
    const block = this.columns[column]?.[row >> BLOCK_BITS];
    return block !== undefined && (row & (BLOCK - 1)) < block.marks.length ? block : undefined;
  }

  private at(row: number, column: number): Block {
    if (!(row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS)) throw new RangeError(`cell ${row}, ${column} is outside the sheet`);
    while (this.columns.length <= column) this.columns.push([]);
    const blocks = this.columns[column] as (Block | undefined)[];
    const number = row >> BLOCK_BITS;
    while (blocks.length <= number) blocks.push(undefined);
    let block = blocks[number];
    if (block === undefined) {
      blocks[number] = block = new Block(row & (BLOCK - 1));
      this.room += block.marks.length;
    }
    return block;
  }

  private touch(row: number, column: number): Block {
    const block = this.at(row, column);
    const index = row & (BLOCK - 1);
    this.room += block.fit(index);
    block.marks[index] = (block.marks[index] ?? 0) | TOUCHED;
    this.changed = true;
    this.forget();
    return block;
  }

  private forget(): void {
    this.usedCache[0] = this.usedCache[1] = undefined;
  }

  private put(block: Block, row: number, content: CellContent): void {
    const index = row & (BLOCK - 1);
    const write = (kind: number, value: number): void => {
      block.marks[index] = kind | TOUCHED;
      block.values[index] = value;
    };
    if (content === null) write(EMPTY, 0);
    else if (typeof content === 'number') write(NUMBER, content);
    else if (typeof content === 'string') write(TEXT, this.strings.intern(content));
    else if (typeof content === 'boolean') write(BOOLEAN, content ? 1 : 0);
    else write(ERROR, this.strings.intern(content.error));
  }

  private dropFormula(block: Block, row: number): void {
    const index = row & (BLOCK - 1);
    if (block.formulaAt(index) === 0) return;
    block.setFormula(index, 0);
    this.formulaChange = true;
  }

  private clearCell(block: Block, index: number, what: 'all' | 'contents' | 'formats'): void {
    if (!block.holds(index, false)) return;
    if (what !== 'formats') {
      this.dropFormula(block, index);
      block.marks[index] = EMPTY;
      block.values[index] = 0;
    }
    if (what !== 'contents') block.styles[index] = 0;
    block.marks[index] = (block.marks[index] ?? 0) | TOUCHED;
  }

  private eachBlock(area: Area, visit: (block: Block, top: number, column: number) => void): void {
    const lastColumn = Math.min(area.column + area.columns, this.columns.length);
    for (let column = area.column; column < lastColumn; column++) {
      const blocks = this.columns[column] ?? [];
      const last = Math.min((area.row + area.rows - 1) >> BLOCK_BITS, blocks.length - 1);
      for (let number = area.row >> BLOCK_BITS; number <= last; number++) {
        const block = blocks[number];
        if (block !== undefined) visit(block, number << BLOCK_BITS, column);
      }
    }
  }

  private rowMarks(number: number, area: Area): Uint8Array | null {
    let marks: Uint8Array | null = null;
    const rows = { row: number << BLOCK_BITS, rows: BLOCK, column: area.column, columns: area.columns };
    this.eachBlock(rows, (block) => {
      marks ??= new Uint8Array(BLOCK);
      for (let i = 0; i < block.marks.length; i++) if (block.holds(i, false)) marks[i] = 1;
    });
    return marks;
  }

  private findUsed(valuesOnly: boolean): Area | null {
    let top = MAX_ROWS;
    let left = MAX_COLUMNS;
    let bottom = -1;
    let right = -1;
    this.eachBlock({ row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS }, (block, first, column) => {
      const span = heldSpan(block, valuesOnly);
      if (span === null) return;
      top = Math.min(top, first + span[0]);
      bottom = Math.max(bottom, first + span[1]);
      left = Math.min(left, column);
      right = Math.max(right, column);
    });
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }
}

/** First and last index of a block that hold something. */
function heldSpan(block: Block, valuesOnly: boolean): readonly [number, number] | null {
  let last = block.marks.length - 1;
  while (last >= 0 && !block.holds(last, valuesOnly)) last--;
  if (last < 0) return null;
  let first = 0;
  while (!block.holds(first, valuesOnly)) first++;
  return [first, last];
}
