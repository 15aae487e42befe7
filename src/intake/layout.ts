/**
 * Finds the tables on a sheet: where the heading stands under titles, legends and totals, whether it takes two rows, whether a second table stands
 * beside the first, or whether there is no heading at all (exports.md hazards 7 to 9).
 */
import type { CellValue, SheetSample } from './contract';
import { fieldsOf } from './heading';
import { kindOf } from './fields';
import { isBlank } from './profile';
import { scanMoney, Money } from './money';
import { scanDate } from './dates';

export interface TableLayout {
  /** Index in head of the (last) heading row, −1 when there is none. */
  readonly header: number;
  /** Index in head of the first data row. */
  readonly first: number;
  /** Columns of the table as indexes in the sample. */
  readonly columns: readonly number[];
  /** Heading by column index; '' where blank. */
  readonly headings: ReadonlyMap<number, string>;
  readonly twoRows: boolean;
  /** Index of the first row that belongs to an Excel table further down in these columns; left out where none stands there. */
  readonly until?: number;
}

const DEEPEST_HEADER = 60;
type Row = readonly CellValue[];

const textOf = (cell: CellValue | undefined): string => (typeof cell === 'string' ? cell.replace(/[\s\u00a0]+/g, ' ').trim() : '');
const isValue = (cell: CellValue | undefined): boolean => {
  if (typeof cell === 'number' || typeof cell === 'boolean') return true;
  const text = textOf(cell);
  if (text === '') return false;
  const money = scanMoney(text).state;
  if (money === Money.Ok || money === Money.Ambiguous) return true;
  const date = scanDate(text, false, 2100).day;
  return date > 0 || date === -2;
};

/** How much a list of cells looks like headings. */
function headingScore(cells: readonly (CellValue | undefined)[]): number {
  const fields = new Set<string>();
  let score = 0;
  for (const cell of cells) {
    if (isValue(cell)) score -= 1.5;
    const best = fieldsOf(textOf(cell))[0];
    if (best === undefined) continue;
    if (fields.has(best.field)) score += 0.2;
    else score += best.score;
    fields.add(best.field);
  }
  return score;
}

/** Upper heading cells run on to the right over blank ones, as merged cells do. */
function runOn(row: Row, columns: readonly number[]): Map<number, string> {
  const texts = new Map<number, string>();
  let current = '';
  for (const column of columns) {
    const text = textOf(row[column]);
    if (text !== '') current = text;
    texts.set(column, current);
  }
  return texts;
}

function joinedHeadings(upper: Row, lower: Row, columns: readonly number[]): Map<number, string> {
  const above = runOn(upper, columns);
  const counts = new Map<string, number>();
  for (const column of columns) counts.set(textOf(lower[column]).toLowerCase(), (counts.get(textOf(lower[column]).toLowerCase()) ?? 0) + 1);
  const joined = new Map<number, string>();
  for (const column of columns) {
    const low = textOf(lower[column]);
    const own = textOf(upper[column]);
    const high = above.get(column) ?? '';
    if (low === '') joined.set(column, own);
    else {
      const both = `${high} ${low}`.trim();
      const alone = fieldsOf(low)[0]?.score ?? 0;
      const together = fieldsOf(both)[0]?.score ?? 0;
      const repeated = (counts.get(low.toLowerCase()) ?? 0) > 1;
      joined.set(column, (together > alone && together >= 0.9) || (repeated && together > 0) ? both : low);
    }
  }
  return joined;
}

/** The best heading of these columns, or null when no row looks like one. */
function findHeader(head: readonly Row[], columns: readonly number[]): { row: number; headings: Map<number, string>; twoRows: boolean } | null {
  let best: { row: number; score: number; headings: Map<number, string>; twoRows: boolean } | null = null;
  for (let r = 0; r < Math.min(head.length, DEEPEST_HEADER); r++) {
    const row = head[r] as Row;
    const cells = columns.map((c) => row[c]);
    if (cells.every(isBlank)) continue;
    const single = headingScore(cells);
    if (single >= 1.9 && (best === null || single > best.score + 0.5))
      best = { row: r, score: single, headings: new Map(columns.map((c) => [c, textOf(row[c])])), twoRows: false };
    const upper = head[r - 1];
    if (upper === undefined || columns.filter((c) => textOf(upper[c]) !== '').length < 2 || columns.some((c) => isValue(upper[c])) || cells.some(isValue))
      continue;
    const headings = joinedHeadings(upper, row, columns);
    const double = headingScore([...headings.values()]);
    if (double >= 1.9 && (best === null || double > best.score + 0.5)) best = { row: r, score: double, headings, twoRows: true };
  }
  return best;
}

/** A table can stand alone when its headings name a key and an amount or a date. */
function standsAlone(headings: ReadonlyMap<number, string>, columns: readonly number[]): boolean {
  const kinds = new Set<string>();
  for (const column of columns) {
    const best = fieldsOf(headings.get(column) ?? '')[0];
    if (best === undefined) continue;
    kinds.add(kindOf(best.field) === 'money' ? 'money' : ['account', 'claim', 'visit', 'mrn', 'patient'].includes(best.field) ? 'key' : 'other');
  }
  return kinds.has('key') && kinds.has('money');
}

function segments(head: readonly Row[], columns: readonly number[], from: number): number[][] {
  const rows = head.slice(from, from + 100);
  const parts: number[][] = [[]];
  let before = -1;
  for (const column of columns) {
    if (before >= 0 && column > before + 1) parts.push([]);
    before = column;
    if (rows.every((row) => isBlank(row[column]))) parts.push([]);
    else (parts[parts.length - 1] as number[]).push(column);
  }
  return parts.filter((part) => part.length > 0);
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);

/** All tables of a sheet, best first. [] when the sheet holds none. */
export function findTables(sample: SheetSample): readonly TableLayout[] {
  const listed = excelTables(sample);
  if (listed.length > 0) return listed;
  const columns = range(0, sample.columnCount).filter((c) => sample.head.some((row) => !isBlank(row[c])) || sample.tail.some((row) => !isBlank(row[c])));
  const found = findHeader(sample.head, columns);
  if (found === null) return withoutHeading(sample.head, columns);
  const parts = segments(sample.head, columns, found.row);
  const alone = parts.filter((part) => standsAlone(found.headings, part));
  if (alone.length < 2) return [...mainAndBeside(sample, columns, found)];
  // Loose parts (a spacer column inside a table) stay with the table before them.
  const groups: number[][] = [];
  for (const part of parts) {
    if (alone.includes(part) || groups.length === 0) groups.push([...part]);
    else (groups[groups.length - 1] as number[]).push(...part);
  }
  return groups.map((group) => layoutOf(found, group));
}

const layoutOf = (found: { row: number; headings: Map<number, string>; twoRows: boolean }, columns: readonly number[]): TableLayout => ({
  header: found.row,
  first: found.row + 1,
  columns,
  headings: new Map(columns.map((c) => [c, found.headings.get(c) ?? ''])),
  twoRows: found.twoRows,
});

/** A second table beside the first may have its heading in another row: columns without heading here are looked at on their own. */
function* mainAndBeside(
  sample: SheetSample,
  columns: readonly number[],
  found: { row: number; headings: Map<number, string>; twoRows: boolean },
): Generator<TableLayout> {
  const named = columns.filter((c) => (found.headings.get(c) ?? '') !== '');
  const bare = columns.filter((c) => (found.headings.get(c) ?? '') === '');
  const beside = bare.length >= 2 ? findHeader(sample.head, bare) : null;
  const separate = beside !== null && beside.row !== found.row && standsAlone(beside.headings, bare);
  yield layoutOf(found, separate ? named : columns);
  if (separate) yield layoutOf(beside, bare);
}

function excelTables(sample: SheetSample): readonly TableLayout[] {
  const layouts: TableLayout[] = [];
  for (const table of sample.tables.toSorted((a, b) => a.row - b.row)) {
    const row = table.row - sample.firstRow;
    const header = sample.head[row];
    const columns = range(table.column - sample.firstColumn, table.columns).filter((c) => c >= 0 && c < sample.columnCount);
    if (header === undefined || headingScore(columns.map((c) => header[c])) < 1.9) continue;
    const until = startBelow(sample, table);
    const headings = new Map(columns.map((c) => [c, textOf(header[c])]));
    layouts.push({ header: row, first: row + 1, columns, headings, twoRows: false, ...(until === null ? {} : { until: until - sample.firstRow }) });
  }
  return layouts;
}

/** Sheet row where the next table below starts that shares a column with this one; rows under the table itself are read up to there. */
function startBelow({ tables }: SheetSample, { row, column, columns }: SheetSample['tables'][number]): number | null {
  const below = tables.filter((other) => other.row > row && other.column < column + columns && column < other.column + other.columns);
  return below.length === 0 ? null : Math.min(...below.map((other) => other.row));
}

/** No heading: the widest run of rows that hold values. */
function withoutHeading(head: readonly Row[], columns: readonly number[]): readonly TableLayout[] {
  const values = head.map((row) => columns.filter((c) => isValue(row[c])).length);
  const first = values.findIndex((n) => n >= 2);
  if (first < 0 || columns.length < 3) return [];
  const rows = values.slice(first).filter((n) => n >= 2).length;
  return rows >= 2 ? [{ header: -1, first, columns, headings: new Map(), twoRows: false }] : [];
}
