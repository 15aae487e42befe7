/**
 * A workbook of the same shape with other contents. `distinctCells` lists what stands in the open workbook, `rewritten` builds a new one from what
 * each value becomes. The new workbook starts empty: nothing comes along that is not named here (no comment, name, link, rule, property, picture).
 */
import type { CellContent, CellFormat, Sheet } from './model';
import type { DistinctCells, ExtraSheet, RewrittenSheet, SheetCuts } from './protocol';
import { Book, type BookSheet } from './workbook';

/** The band of a row: how many cuts stand at or above it. */
const bandOf = (cuts: readonly number[], row: number): number => cuts.filter((cut) => row >= cut).length;
const keyOf = (content: CellContent): string =>
  content !== null && typeof content === 'object' ? `error ${content.error}` : `${typeof content} ${String(content)}`;

interface Seen {
  readonly places: Map<string, number>;
  readonly values: CellContent[];
  readonly formats: string[];
}

/** Every different content of each column, band by band, in order of first sight, with the number format it first stood under. */
export function distinctCells(workbook: Book, asked: readonly SheetCuts[]): DistinctCells[] {
  const found: DistinctCells[] = [];
  for (const { sheet: name, cuts } of asked) {
    const sheet = workbook.sheets.find((entry) => entry.name === name);
    if (!sheet) continue;
    for (const [at, seen] of seenIn(workbook, sheet, cuts)) {
      const [band = 0, column = 0] = at.split(' ').map(Number);
      found.push({ sheet: name, band, column, values: seen.values, formats: seen.formats });
    }
  }
  return found;
}

function seenIn(workbook: Book, sheet: BookSheet, cuts: readonly number[]): Map<string, Seen> {
  const all = new Map<string, Seen>();
  forEachCell(sheet, (row, column, content) => {
    if (content === null) return;
    const at = `${bandOf(cuts, row)} ${column}`;
    let seen = all.get(at);
    if (!seen) all.set(at, (seen = { places: new Map(), values: [], formats: [] }));
    const key = keyOf(content);
    if (seen.places.has(key)) return;
    seen.places.set(key, seen.values.length);
    seen.values.push(content);
    seen.formats.push(workbook.styles.resolve(sheet.cells.style(row, column)).numberFormat);
  });
  return all;
}

function forEachCell(sheet: Sheet, take: (row: number, column: number, content: CellContent, style: number) => void): void {
  const used = sheet.cells.used(false);
  if (!used) return;
  for (const row of sheet.cells.rowsWithin(used))
    for (let column = used.column; column < used.column + used.columns; column++) {
      const style = sheet.cells.style(row, column);
      const content = sheet.cells.get(row, column);
      if (content !== null || style !== 0) take(row, column, content, style);
    }
}

/** The new workbook; formulas become their values. Throws when a value has no replacement: it would pass through as it is. */
export function rewritten(source: Book, sheets: readonly RewrittenSheet[], extra: readonly ExtraSheet[]): Book {
  const made = new Book('Synthetic twin.xlsx', undefined, source.date1904);
  const look = new Looks(source, made);
  for (const order of sheets) {
    const from = source.sheets.find((entry) => entry.name === order.sheet);
    if (from) copySheet(from, made.addSheet(order.as), order, look);
  }
  for (const sheet of extra) addExtra(made, sheet);
  return made;
}

/** The looks of cells, made anew in the other workbook. Number formats with words of their own are left out. */
class Looks {
  private readonly known = new Map<number, number>([[0, 0]]);
  constructor(
    private readonly from: Book,
    private readonly to: Book,
  ) {}
  of(style: number): number {
    let made = this.known.get(style);
    if (made === undefined) this.known.set(style, (made = this.to.styles.derive(0, plain(this.from.styles.resolve(style)))));
    return made;
  }
}

const plain = (format: CellFormat): CellFormat => ({
  ...format,
  numberFormat: /"[^"]*\p{L}{2}[^"]*"/u.test(format.numberFormat) ? format.numberFormat.replace(/"[^"]*"/gu, '') || 'General' : format.numberFormat,
});

function copySheet(from: BookSheet, to: BookSheet, order: RewrittenSheet, look: Looks): void {
  const becomes = replacements(order);
  forEachCell(from, (row, column, content, style) => {
    if (content !== null) to.cells.set(row, column, becomes(row, column, content));
    if (style !== 0) to.cells.setStyle(row, column, look.of(style));
  });
  const { visibility, tabColor, gridlines, frozenRows, frozenColumns, autoFilter } = from;
  Object.assign(to, { visibility, tabColor, gridlines, frozenRows, frozenColumns, autoFilter });
  to.columnWidths = new Map(from.columnWidths);
  to.rowHeights = new Map(from.rowHeights);
  to.hiddenColumns = new Set(from.hiddenColumns);
  to.hiddenRows = new Set(from.hiddenRows);
  to.columnOutline = new Map(from.columnOutline);
  to.rowOutline = new Map(from.rowOutline);
  to.merged = [...from.merged];
}

function replacements({ cuts, columns }: RewrittenSheet): (row: number, column: number, content: CellContent) => CellContent {
  const maps = new Map<string, Map<string, CellContent>>();
  for (const { band, column, values, become } of columns)
    maps.set(`${band} ${column}`, new Map(values.map((value, place) => [keyOf(value), become[place] ?? null])));
  return (row, column, content) => {
    const map = maps.get(`${bandOf(cuts, row)} ${column}`);
    const key = keyOf(content);
    if (!map?.has(key)) throw new Error(`a cell has no replacement (row ${row + 1}, column ${column + 1})`);
    return map.get(key) ?? null;
  };
}

function addExtra(book: Book, { name, properties, table, rows }: ExtraSheet): void {
  const sheet = book.addSheet(name);
  for (const [r, row] of rows.entries()) for (const [c, value] of row.entries()) if (value !== null && value !== '') sheet.cells.set(r, c, value);
  for (const [key, value] of Object.entries(properties)) sheet.customProperties.set(key, value);
  const columns = (rows[table.row] ?? []).map(String);
  sheet.tables.push({
    id: book.nextTableId(),
    name: table.name,
    area: { row: table.row, column: 0, rows: rows.length - table.row, columns: columns.length },
    columns,
    style: 'TableStyleLight1',
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    showBandedRows: false,
    part: '',
    filtered: false,
  });
}

/** A copy of some columns of some lists, by their headings; whatever else the workbook holds stays out. Rows above the heading stay out too. */
export function columnsOnly(source: Book, wanted: readonly { readonly sheet: string; readonly headings: readonly string[] }[]): Book {
  const made = new Book('Copy.xlsx', undefined, source.date1904);
  const look = new Looks(source, made);
  for (const { sheet, headings } of wanted) {
    const from = source.sheets.find((entry) => entry.name === sheet);
    const list = from?.tables[0];
    if (from && list) copyColumns(from, made.addSheet(sheet), list, headings, look);
  }
  return made;
}

function copyColumns(
  from: BookSheet,
  to: BookSheet,
  list: { readonly area: BookSheet['tables'][number]['area'] },
  headings: readonly string[],
  look: Looks,
): void {
  const { row: top, column: left, rows, columns } = list.area;
  const places = headings.flatMap((heading) => {
    for (let column = left; column < left + columns; column++) if (from.cells.get(top, column) === heading) return [column];
    return [];
  });
  for (let row = top; row < top + rows; row++)
    for (const [place, column] of places.entries()) {
      const content = from.cells.get(row, column);
      if (content !== null) to.cells.set(row - top, place, content);
      const style = from.cells.style(row, column);
      if (style !== 0) to.cells.setStyle(row - top, place, look.of(style));
    }
  for (const [place, column] of places.entries()) {
    const width = from.columnWidths.get(column);
    if (width !== undefined) to.columnWidths.set(place, width);
  }
  to.frozenRows = 1;
}
