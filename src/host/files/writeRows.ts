/**
 * The rows of a sheet that came from a file. Rows without a change go out as they came in; in the others only the changed cells are
 * written anew, so rich text, phonetic hints and attributes we do not know stay with the rest.
 */
import type { BookSheet } from '../workbook';
import { columnIndex, columnLetters } from '../formulaShift';
import type { RecordSink } from './records';
import type { FittedHeights } from './fittedHeights';
import { CellWriter, mergedRows, rowsWithAttributes } from './writeCells';
import { parseXml, writeElement, XmlElement } from './xml';

export class RowPatcher implements RecordSink {
  private readonly pending: number[];
  private readonly touched: ReadonlySet<number>;
  private readonly expandShared: boolean;
  private next = 0;
  private row = -1;
  private writer: CellWriter;
  private columns = { first: 0, last: -1 };

  /** `prefix` is the namespace prefix of the sheet's elements with its colon, or "". */
  constructor(
    private readonly sheet: BookSheet,
    private readonly rowsChanged: boolean,
    prefix: string,
    private readonly heights: FittedHeights,
    private readonly out: (text: string) => void,
  ) {
    const touchedRows = sheet.cells.touchedRows();
    this.touched = new Set(touchedRows);
    this.pending = rowsChanged ? mergedRows(touchedRows, rowsWithAttributes(sheet)) : touchedRows;
    this.expandShared = sheet.cells.formulasChanged;
    this.writer = new CellWriter(sheet, prefix, heights);
    const used = sheet.cells.used(false);
    if (used !== null) this.columns = { first: used.column, last: used.column + used.columns - 1 };
  }

  record(text: string, start: number, end: number): void {
    const tag = text.slice(start, text.indexOf('>', start) + 1);
    const number = /\sr\s*=\s*["'](\d+)["']/.exec(tag)?.[1];
    this.row = number === undefined ? this.row + 1 : Number(number) - 1;
    this.newRowsBefore(this.row);
    if (this.pending[this.next] === this.row) this.next++;
    const needed = this.touched.has(this.row) || (this.rowsChanged && attributesDiffer(this.sheet, this.row, tag));
    if (needed || (this.expandShared && /\st=["']shared["']/.test(text.slice(start, end)))) this.patch(parseXml(text.slice(start, end)));
    else this.out(text.slice(start, end));
  }

  /** Writes the new rows below the last one of the file. */
  end(): void {
    this.newRowsBefore(Number.POSITIVE_INFINITY);
  }

  private newRowsBefore(row: number): void {
    for (let next = this.pending[this.next]; next !== undefined && next < row; next = this.pending[++this.next]) this.out(this.writer.row(next));
  }

  private patch(element: XmlElement): void {
    element.set('spans', null);
    if (this.rowsChanged) setAttributes(element, this.sheet, this.row);
    if (this.touched.has(this.row)) this.fit(element);
    const kept = this.keptCells(element);
    const cells: string[] = [];
    for (let column = this.columns.first; column <= this.columns.last; column++) {
      if (this.sheet.cells.touched(this.row, column)) {
        kept.delete(column);
        cells.push(this.writer.cell(this.row, column));
      } else {
        const cell = kept.get(column);
        if (cell !== undefined) cells.push(this.keep(cell, column));
        kept.delete(column);
      }
    }
    // What is left lies outside the used columns: empty cells without a format.
    const tail = [...element.children].filter((child) => child instanceof XmlElement && child.local !== 'c').map((child) => writeElement(child as XmlElement));
    const content = cells.join('') + tail.join('');
    element.children = [];
    const open = writeElement(element);
    this.out(content === '' ? open : `${open.slice(0, -2)}>${content}</${element.name}>`);
  }

  /** A row that Excel had fitted is fitted to what stands in it now. */
  private fit(element: XmlElement): void {
    if (isOn(element.get('customHeight') ?? '')) return;
    const height = this.heights.of(this.row);
    if (height !== null) element.set('ht', String(height));
  }

  private keptCells(element: XmlElement): Map<number, XmlElement> {
    const kept = new Map<number, XmlElement>();
    let column = -1;
    for (const cell of element.elements('c')) {
      const letters = /^\$?([A-Za-z]+)/.exec(cell.get('r') ?? '')?.[1];
      column = letters === undefined ? column + 1 : columnIndex(letters);
      kept.set(column, cell);
    }
    return kept;
  }

  private keep(cell: XmlElement, column: number): string {
    cell.set('r', columnLetters(column) + String(this.row + 1));
    const formula = cell.child('f');
    if (this.expandShared && formula?.get('t') === 'shared') {
      formula.children = [this.sheet.cells.formula(this.row, column).slice(1)];
      for (const attribute of ['t', 'ref', 'si']) formula.set(attribute, null);
    }
    return writeElement(cell);
  }
}

const read = (tag: string, name: string): string => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? '';
const isOn = (text: string): boolean => text === '1' || text === 'true';

function attributesDiffer(sheet: BookSheet, row: number, tag: string): boolean {
  const height = isOn(read(tag, 'customHeight')) && read(tag, 'ht') !== '' ? Number(read(tag, 'ht')) : undefined;
  return (
    height !== sheet.rowHeights.get(row) ||
    isOn(read(tag, 'hidden')) !== sheet.hiddenRows.has(row) ||
    Number(read(tag, 'outlineLevel') || 0) !== (sheet.rowOutline.get(row) ?? 0)
  );
}

function setAttributes(element: XmlElement, sheet: BookSheet, row: number): void {
  const height = sheet.rowHeights.get(row);
  if (height !== undefined) element.set('ht', String(height)).set('customHeight', '1');
  else if (isOn(element.get('customHeight') ?? '')) element.set('ht', null).set('customHeight', null);
  element.set('hidden', sheet.hiddenRows.has(row) ? '1' : null);
  const level = sheet.rowOutline.get(row) ?? 0;
  element.set('outlineLevel', level > 0 ? String(level) : null);
}

/** All rows of a sheet that came from no file. */
export function writeAllRows(sheet: BookSheet, heights: FittedHeights, out: (text: string) => void): void {
  const writer = new CellWriter(sheet, '', heights);
  const used = sheet.cells.used(false);
  const attributed = rowsWithAttributes(sheet);
  if (attributed.length === 0) {
    if (used !== null) for (const row of sheet.cells.rowsWithin(used)) out(writer.row(row));
    return;
  }
  for (const row of mergedRows(used === null ? [] : sheet.cells.rowsWithin(used), attributed)) out(writer.row(row));
}
