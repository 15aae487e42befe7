/**
 * Keeps the values of formulas up to date: knows which cells hold formulas, what each looks at, and what changed since; evaluates only what is
 * affected, and only when somebody reads (`settle`). Formulas that the engine does not know keep their last value.
 */
import type { Area, CellContent, Sheet, Workbook } from '../model';
import { boundingArea, overlap } from '../wire/address';
import { batches, depthOf } from './batches';
import { Calculation, engineSheet } from './engine';
import { resolve, type Precedent } from './resolve';
import { pieces } from './scan';

interface FormulaCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  precedents: readonly Precedent[] | null;
  /** What it may look at by another word than a place on its own sheet; null = not looked up yet. */
  uses: Uses | null;
}
interface Uses {
  readonly definedNames: boolean;
  readonly tablesOrSheets: boolean;
}

/** More dirty places than this on a sheet are taken as the one area around them. */
const DIRTY_PLACES = 64;
const COLUMNS = 16_384;
const ROUNDS = 100;

const holdsUnvalued = (workbook: Workbook): boolean => workbook.sheets.some((sheet) => sheet.cells.unvalued);

export class Recalculation {
  private cells = new Map<Sheet, Map<number, FormulaCell>>();
  private scanned = new Set<Sheet>();
  private dirty = new Map<Sheet, Area[]>();
  private entered = new Set<FormulaCell>();
  private allStale = false;
  private namesStale = false;
  private definedNamesStale = false;
  /** The file held formulas without values: each of them is as if just entered. */
  private unvalued = false;
  /** Formulas evaluated so far; for tests. */
  evaluated = 0;

  constructor(private workbook: Workbook) {
    this.unvalued = holdsUnvalued(workbook);
  }

  reset(workbook: Workbook): void {
    this.workbook = workbook;
    this.cells = new Map();
    this.scanned = new Set();
    this.dirty = new Map();
    this.entered = new Set();
    this.allStale = false;
    this.namesStale = false;
    this.definedNamesStale = false;
    this.unvalued = holdsUnvalued(workbook);
  }

  /** True when formulas may show values that are out of date. */
  get pending(): boolean {
    return this.unvalued || this.allStale || this.namesStale || this.definedNamesStale || this.dirty.size > 0 || this.entered.size > 0;
  }

  contentSet(sheet: Sheet, row: number, column: number): void {
    this.drop(sheet, row, column);
    this.touch(sheet, { row, column, rows: 1, columns: 1 });
  }
  formulaSet(sheet: Sheet, row: number, column: number, formula: string): void {
    this.drop(sheet, row, column);
    const cell: FormulaCell = { sheet, row, column, formula, precedents: null, uses: null };
    this.of(sheet).set(row * COLUMNS + column, cell);
    this.entered.add(cell);
    this.touch(sheet, { row, column, rows: 1, columns: 1 });
  }
  /** Rows, columns or whole areas moved: look at the sheet afresh, and evaluate all. */
  sheetMoved(sheet: Sheet): void {
    this.cells.delete(sheet);
    this.scanned.delete(sheet);
    this.forgetPrecedents();
    this.allStale = true;
  }
  sheetGone(sheet: Sheet): void {
    this.cells.delete(sheet);
    this.dirty.delete(sheet);
    this.namesChanged();
  }
  /** A defined name came, went or means something else. */
  definedNamesChanged(): void {
    this.definedNamesStale = true;
    for (const sheet of this.cells.values()) for (const cell of sheet.values()) if (usesOf(cell).definedNames) cell.precedents = null;
  }
  /** Tables or sheets changed: formulas that name them may mean something else. */
  namesChanged(): void {
    this.namesStale = true;
    this.forgetPrecedents();
  }
  private forgetPrecedents(): void {
    for (const sheet of this.cells.values()) for (const cell of sheet.values()) cell.precedents = null;
  }

  private of(sheet: Sheet): Map<number, FormulaCell> {
    const known = this.cells.get(sheet) ?? new Map<number, FormulaCell>();
    this.cells.set(sheet, known);
    return known;
  }
  private drop(sheet: Sheet, row: number, column: number): void {
    const known = this.cells.get(sheet);
    const cell = known?.get(row * COLUMNS + column);
    if (!cell) return;
    known?.delete(row * COLUMNS + column);
    this.entered.delete(cell);
  }
  private touch(sheet: Sheet, area: Area): void {
    const areas = this.dirty.get(sheet) ?? [];
    const last = areas.at(-1);
    if (last && adjoins(last, area)) areas[areas.length - 1] = boundingArea(last, area);
    else areas.push(area);
    this.dirty.set(sheet, areas.length > DIRTY_PLACES ? [areas.reduce(boundingArea)] : areas);
  }

  /** Evaluates what is out of date. In manual mode only what was entered just now, as Excel does; `force` is application.calculate. */
  settle(mode: Workbook['calculationMode'], force = false): void {
    if (!this.pending) return;
    this.scan();
    this.unvalued = false;
    const manual = mode === 'Manual' && !force;
    const affected = manual ? new Set(this.entered) : this.affected();
    this.entered.clear();
    if (!manual) {
      this.allStale = false;
      this.namesStale = false;
      this.definedNamesStale = false;
      this.dirty.clear();
    }
    const calculable = [...affected].filter((cell) => depthOf(cell.formula) !== null);
    for (const batch of batches(calculable, (cell) => this.precedentsOf(cell))) this.evaluate(batch);
  }
  /** Whether a formula stands in the area: what stands elsewhere need not be up to date before this is read. */
  holdsFormula(sheet: Sheet, area: Area): boolean {
    this.scan();
    const known = this.of(sheet);
    if (known.size === 0) return false;
    for (const { row, column } of known.values()) {
      if (row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns) return true;
    }
    return false;
  }
  /** Everything anew, as application.calculate(full). */
  calculateAll(): void {
    this.allStale = true;
    this.settle('Automatic', true);
  }

  private scan(): void {
    for (const sheet of this.workbook.sheets) {
      if (this.scanned.has(sheet)) continue;
      this.scanned.add(sheet);
      const used = sheet.cells.used(!sheet.cells.unvalued);
      if (used) this.scanArea(sheet, used);
    }
  }
  private scanArea(sheet: Sheet, used: Area): void {
    const known = this.of(sheet);
    for (let row = used.row; row < used.row + used.rows; row++) {
      for (let column = used.column; column < used.column + used.columns; column++) {
        const formula = sheet.cells.formula(row, column);
        const key = row * COLUMNS + column;
        if (formula === '' || known.has(key)) continue;
        const cell: FormulaCell = { sheet, row, column, formula, precedents: null, uses: null };
        known.set(key, cell);
        if (this.unvalued && sheet.cells.get(row, column) === null) this.enter(cell);
      }
    }
  }

  private enter(cell: FormulaCell): void {
    this.entered.add(cell);
    this.touch(cell.sheet, { row: cell.row, column: cell.column, rows: 1, columns: 1 });
  }

  private affected(): Set<FormulaCell> {
    const all = [...this.cells.values()].flatMap((sheet) => [...sheet.values()]);
    if (this.allStale) return new Set(all);
    const renamed = this.namesStale ? all.filter(usesNames) : this.definedNamesStale ? all.filter((cell) => usesOf(cell).definedNames) : [];
    const found = new Set([...this.entered, ...renamed]);
    let places = joined(this.dirty, placesOf(renamed));
    for (let round = 0; places.size > 0 && round < ROUNDS; round++) {
      const next = all.filter((cell) => !found.has(cell) && this.looksAt(cell, places));
      for (const cell of next) found.add(cell);
      places = placesOf(next);
    }
    return found;
  }
  private looksAt(cell: FormulaCell, places: ReadonlyMap<Sheet, readonly Area[]>): boolean {
    return this.precedentsOf(cell).some(({ sheet, area }) => places.get(sheet)?.some((place) => overlap(place, area) !== null) ?? false);
  }
  private precedentsOf(cell: FormulaCell): readonly Precedent[] {
    cell.precedents ??= resolve(cell.formula, cell, this.workbook, () => 'S').precedents;
    return cell.precedents;
  }

  private evaluate(affected: readonly FormulaCell[]): void {
    const names = (sheet: Sheet): string => engineSheet(this.workbook.sheets.indexOf(sheet));
    const calculation = new Calculation(this.workbook.sheets.length);
    const asked: { readonly cell: FormulaCell; readonly place: number; readonly known: boolean }[] = [];
    const feed = new Feed(calculation, this.workbook, affected);
    for (const cell of affected) {
      const resolved = resolve(cell.formula, cell, this.workbook, names);
      const index = this.workbook.sheets.indexOf(cell.sheet);
      if (index < 0) continue;
      for (const precedent of resolved.precedents) feed.area(precedent);
      calculation.putFormula(index, cell.row, cell.column, resolved.formula);
      asked.push({ cell, place: calculation.ask(`=${engineSheet(index)}!${a1(cell)}`), known: resolved.unknown.length === 0 });
    }
    calculation.calculate();
    for (const { cell, place } of asked) this.take(cell, calculation.answer(place));
    calculation.dispose();
    this.evaluated += asked.length;
  }

  private take(cell: FormulaCell, value: CellContent): void {
    const before = cell.sheet.cells.get(cell.row, cell.column);
    const unknownFunction = isError(value, '#NAME?') && before !== null;
    if (!unknownFunction && !sameContent(before, value)) cell.sheet.cells.setCached(cell.row, cell.column, value);
  }
}

/** Puts the cells that formulas look at into a calculation, each once; formulas that are evaluated anyway are left out. */
export class Feed {
  private readonly fed = new Map<number, Set<number>>();
  private readonly done = new Set<string>();
  constructor(
    private readonly calculation: Calculation,
    private readonly workbook: Workbook,
    evaluated: readonly { readonly sheet: Sheet; readonly row: number; readonly column: number }[],
  ) {
    for (const cell of evaluated) this.mark(workbook.sheets.indexOf(cell.sheet), cell.row, cell.column);
  }
  private mark(sheet: number, row: number, column: number): boolean {
    const marks = this.fed.get(sheet) ?? new Set<number>();
    this.fed.set(sheet, marks);
    const key = row * COLUMNS + column;
    if (marks.has(key)) return false;
    marks.add(key);
    return true;
  }
  area({ sheet, area }: Precedent): void {
    const index = this.workbook.sheets.indexOf(sheet);
    const name = `${index}!${area.row}:${area.column}:${area.rows}:${area.columns}`;
    if (index < 0 || this.done.has(name)) return;
    this.done.add(name);
    const used = sheet.cells.used(true);
    const within = used && overlap(used, area);
    if (within) this.cellsOf(index, sheet, within);
  }
  private cellsOf(index: number, sheet: Sheet, area: Area): void {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const content = sheet.cells.get(row, column);
        if (content !== null && this.mark(index, row, column)) this.calculation.putValue(index, row, column, content);
      }
    }
  }
}

function adjoins(a: Area, b: Area): boolean {
  const grown = { row: a.row - 1, column: a.column - 1, rows: a.rows + 2, columns: a.columns + 2 };
  return overlap(grown, b) !== null;
}
function placesOf(cells: readonly FormulaCell[]): Map<Sheet, Area[]> {
  const places = new Map<Sheet, Area[]>();
  for (const { sheet, row, column } of cells) {
    const area = { row, column, rows: 1, columns: 1 };
    const known = places.get(sheet);
    places.set(sheet, known ? (known.length > DIRTY_PLACES ? [boundingArea(known.reduce(boundingArea), area)] : [...known, area]) : [area]);
  }
  return places;
}
/** True when the formula holds a name, a table or another sheet's reference. */
function usesNames(cell: FormulaCell): boolean {
  const { definedNames, tablesOrSheets } = usesOf(cell);
  return definedNames || tablesOrSheets;
}
function usesOf(cell: FormulaCell): Uses {
  if (cell.uses) return cell.uses;
  const all = pieces(cell.formula);
  const tablesOrSheets = all.some((piece) => piece.kind === 'structured' || (piece.kind === 'reference' && piece.sheet !== null));
  cell.uses = { definedNames: all.some((piece) => piece.kind === 'name'), tablesOrSheets };
  return cell.uses;
}
function joined(a: ReadonlyMap<Sheet, Area[]>, b: ReadonlyMap<Sheet, Area[]>): Map<Sheet, Area[]> {
  const all = new Map(a);
  for (const [sheet, areas] of b) all.set(sheet, [...(all.get(sheet) ?? []), ...areas]);
  return all;
}
function a1(cell: { readonly row: number; readonly column: number }): string {
  let letters = '';
  for (let rest = cell.column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${cell.row + 1}`;
}
function isError(value: CellContent, name: string): boolean {
  return typeof value === 'object' && value !== null && value.error === name;
}
function sameContent(a: CellContent, b: CellContent): boolean {
  return typeof a === 'object' && a !== null ? typeof b === 'object' && b !== null && a.error === b.error : a === b;
}
