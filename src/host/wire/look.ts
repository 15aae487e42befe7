/** Looking for cells in a range: find, replace, special cells, the region around. */
import type { Area } from '../model';
import { plainValue } from '../cellText';
import { isEntireColumn, isEntireRow, overlap } from './address';
import { areasObject } from './areas';
import { oneOf, struct } from './arguments';
import { writeValue } from './edits';
import type { Arguments, HostObject } from './kind';
import { holdsSomething } from './rangeContent';
import { cellsOf, type RangeRef } from './rangeRef';

function criteria(value: unknown): { readonly whole: boolean; readonly matchCase: boolean; readonly backwards: boolean } {
  const given = value === null || value === undefined ? {} : struct(value);
  return { whole: given.completeMatch === true, matchCase: given.matchCase === true, backwards: given.searchDirection === 'Backwards' };
}
function matcher(wanted: string, options: { readonly whole: boolean; readonly matchCase: boolean }): (text: string) => boolean {
  const fold = (text: string): string => (options.matchCase ? text : text.toLowerCase());
  const needle = fold(wanted);
  return (text) => (options.whole ? fold(text) === needle : fold(text).includes(needle));
}

/** The first cell whose value holds the text, row by row. */
export function findCell(range: RangeRef, args: Arguments): RangeRef | null {
  range.state.settle();
  const options = criteria(args.at(1));
  const matches = matcher(args.text(0), options);
  const part = range.usedPart();
  if (!part) return null;
  const found = [...cellsOf(part)].filter(([row, column]) => {
    const content = range.sheet.cells.get(row, column);
    return content !== null && matches(String(plainValue(content)));
  });
  const cell = options.backwards ? found.at(-1) : found[0];
  return cell ? range.at({ row: cell[0], column: cell[1], rows: 1, columns: 1 }) : null;
}

/** Replaces text in constants; returns the number of replacements. */
export function replaceAll(range: RangeRef, args: Arguments): number {
  const options = criteria(args.at(2));
  const matches = matcher(args.text(0), options);
  const pattern = new RegExp(args.text(0).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), options.matchCase ? 'g' : 'gi');
  const part = range.usedPart();
  if (!part) return 0;
  range.state.mayWrite(range.sheet, part);
  let count = 0;
  for (const [row, column] of cellsOf(part)) {
    const text = range.sheet.cells.formula(row, column) || String(plainValue(range.sheet.cells.get(row, column)));
    if (text === '' || !matches(text)) continue;
    count += text.match(pattern)?.length ?? 0;
    writeValue(
      range.state,
      range.sheet,
      row,
      column,
      text.replace(pattern, () => args.text(1)),
    );
  }
  if (count > 0) range.state.happened({ kind: 'cells', sheet: range.sheet, area: part, change: 'RangeEdited' });
  return count;
}

const SPECIAL = ['Constants', 'Formulas', 'Blanks', 'Visible'] as const;

/** Constants, formulas, blanks or visible cells, as areas; null when there are none. Blanks are looked for in the used range only, as in Excel. */
export function specialCells(range: RangeRef, args: Arguments): HostObject | null {
  const kind = oneOf(args.at(0), SPECIAL);
  range.state.settle();
  const part = range.usedPart();
  if (!part) return null;
  const { cells, hiddenRows, hiddenColumns } = range.sheet;
  const fits = (row: number, column: number): boolean => {
    if (kind === 'Visible') return !hiddenRows.has(row) && !hiddenColumns.has(column);
    const isFormula = cells.formula(row, column) !== '';
    if (kind === 'Formulas') return isFormula;
    return !isFormula && (cells.get(row, column) === null) === (kind === 'Blanks');
  };
  const areas = runs(part, fits);
  return areas.length === 0 ? null : areasObject(range.state, range.sheet, areas);
}

/** The cells that fit, as few areas: runs in a row, joined with an equal run above. */
function runs(part: Area, fits: (row: number, column: number) => boolean): Area[] {
  const areas: Area[] = [];
  let open: Area[] = [];
  for (let row = part.row; row < part.row + part.rows; row++) {
    const line: Area[] = [];
    for (const run of rowRuns(part, row, fits)) {
      const above = open.find((area) => area.column === run.column && area.columns === run.columns);
      line.push(above ? { ...above, rows: above.rows + 1 } : run);
    }
    areas.push(...open.filter((area) => !line.some((next) => next.row === area.row && next.column === area.column)));
    open = line;
  }
  return [...areas, ...open];
}
function rowRuns(part: Area, row: number, fits: (row: number, column: number) => boolean): Area[] {
  const found: Area[] = [];
  for (let column = part.column; column < part.column + part.columns; column++) {
    if (!fits(row, column)) continue;
    const last = found.at(-1);
    if (last && last.column + last.columns === column) found[found.length - 1] = { ...last, columns: last.columns + 1 };
    else found.push({ row, column, rows: 1, columns: 1 });
  }
  return found;
}

/** The block of cells around the range, bounded by blank rows and columns (Ctrl+A). */
export function surroundingRegion(range: RangeRef): Area {
  const used = range.sheet.cells.used(true);
  if (isEntireColumn(range.area) || isEntireRow(range.area)) return range.area;
  if (!used) return range.area;
  let area = range.area;
  for (;;) {
    const grown = grow(range, area, used);
    if (grown.rows === area.rows && grown.columns === area.columns) return area;
    area = grown;
  }
}
function grow(range: RangeRef, area: Area, used: Area): Area {
  const holds = (edge: Area): boolean => {
    const within = edge.row >= 0 && edge.column >= 0 ? overlap(edge, used) : null;
    return within !== null && [...cellsOf(within)].some(([row, column]) => holdsSomething(range.sheet.cells.get(row, column)));
  };
  const wide = { column: area.column - 1, columns: area.columns + 2 };
  const tall = { row: area.row - 1, rows: area.rows + 2 };
  const clip = (edge: Area): Area => ({ ...edge, row: Math.max(0, edge.row), column: Math.max(0, edge.column) });
  const up = area.row > 0 && holds(clip({ ...wide, row: area.row - 1, rows: 1 }));
  const down = holds(clip({ ...wide, row: area.row + area.rows, rows: 1 }));
  const left = area.column > 0 && holds(clip({ ...tall, column: area.column - 1, columns: 1 }));
  const right = holds(clip({ ...tall, column: area.column + area.columns, columns: 1 }));
  return {
    row: area.row - (up ? 1 : 0),
    column: area.column - (left ? 1 : 0),
    rows: area.rows + (up ? 1 : 0) + (down ? 1 : 0),
    columns: area.columns + (left ? 1 : 0) + (right ? 1 : 0),
  };
}
