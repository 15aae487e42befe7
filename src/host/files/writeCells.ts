/** Rows and cells as XML text, from the store. New texts go inline, so the workbook's shared strings keep their bytes. */
import { BOOLEAN, EMPTY, ERROR, NUMBER, TEXT } from '../cells';
import type { Table } from '../model';
import type { BookSheet } from '../workbook';
import { columnLetters } from '../formulaShift';
import { encodeText } from './cellText';
import { fileFormula } from './fileFormula';
import type { FittedHeights } from './fittedHeights';
import { escapeAttribute, escapeText } from './xml';

/** Errors a file may hold (ECMA-376 18.18.11 with the values of 18.17.3); others are written as #VALUE!. */
const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA']);

export class CellWriter {
  private readonly letters: string[] = [];

  constructor(
    private readonly sheet: BookSheet,
    private readonly prefix: string,
    private readonly heights: FittedHeights,
  ) {}

  /** A row with all its cells. */
  row(row: number): string {
    const used = this.sheet.cells.used(false);
    const parts: string[] = [];
    if (used !== null)
      for (let column = used.column; column < used.column + used.columns; column++) if (this.sheet.cells.holds(row, column)) parts.push(this.cell(row, column));
    const attributes = rowAttributes(this.sheet, row) + this.fitted(row);
    if (parts.length === 0 && attributes === '') return '';
    const open = `<${this.prefix}row r="${row + 1}"${attributes}`;
    return parts.length === 0 ? open + '/>' : `${open}>${parts.join('')}</${this.prefix}row>`;
  }

  private fitted(row: number): string {
    const height = this.heights.of(row);
    return height === null ? '' : ` ht="${height}"`;
  }

  /** "" for a cell that holds nothing. */
  cell(row: number, column: number): string {
    const { cells } = this.sheet;
    if (!cells.holds(row, column)) return '';
    const p = this.prefix;
    const style = cells.style(row, column);
    const formula = this.formula(row, column);
    const open = `<${p}c r="${this.column(column)}${row + 1}"${style === 0 ? '' : ` s="${style}"`}`;
    const value = cells.get(row, column);
    switch (cells.kind(row, column)) {
      case NUMBER:
        return `${open}>${formula}<${p}v>${String(finite(value))}</${p}v></${p}c>`;
      case BOOLEAN:
        return `${open} t="b">${formula}<${p}v>${value === true ? 1 : 0}</${p}v></${p}c>`;
      case ERROR:
        return `${open} t="e">${formula}<${p}v>${errorText(value)}</${p}v></${p}c>`;
      case TEXT:
        return open + this.text(typeof value === 'string' ? value : '', formula);
      case EMPTY:
        return formula === '' ? `${open}/>` : `${open}>${formula}</${p}c>`;
      default:
        throw new Error('a cell of no known kind');
    }
  }

  private text(value: string, formula: string): string {
    const p = this.prefix;
    const text = escapeText(encodeText(value));
    if (formula !== '') return ` t="str">${formula}<${p}v>${text}</${p}v></${p}c>`;
    const space = /^\s|\s$|\n/.test(value) ? ' xml:space="preserve"' : '';
    return ` t="inlineStr"><${p}is><${p}t${space}>${text}</${p}t></${p}is></${p}c>`;
  }

  private formula(row: number, column: number): string {
    const { cells, tables } = this.sheet;
    const entry = cells.formulaEntry(row, column);
    if (entry === null) return '';
    const text = escapeText(fileFormula(cells.formula(row, column).slice(1), tableAt(tables, row, column)));
    const kind = entry.kind === 'array' ? ` t="array" ref="${escapeAttribute(entry.ref)}"` : '';
    return `<${this.prefix}f${kind}>${text}</${this.prefix}f>`;
  }

  private column(column: number): string {
    return (this.letters[column] ??= columnLetters(column));
  }
}

function tableAt(tables: readonly Table[], row: number, column: number): string {
  const inside = (table: Table): boolean =>
    row >= table.area.row && row < table.area.row + table.area.rows && column >= table.area.column && column < table.area.column + table.area.columns;
  return tables.find(inside)?.name ?? '';
}

function finite(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error('a cell number is not finite');
  return value;
}

function errorText(value: unknown): string {
  const text = typeof value === 'object' && value !== null && 'error' in value ? String(value.error) : '';
  return ERRORS.has(text) ? text : '#VALUE!';
}

/** Attributes of a row that the model knows, as text; "" when it has none. */
export function rowAttributes(sheet: BookSheet, row: number): string {
  const height = sheet.rowHeights.get(row);
  const level = sheet.rowOutline.get(row) ?? 0;
  return (
    (height === undefined ? '' : ` ht="${height}" customHeight="1"`) +
    (sheet.hiddenRows.has(row) ? ' hidden="1"' : '') +
    (level > 0 ? ` outlineLevel="${level}"` : '')
  );
}

/** Rows that carry attributes, ascending. */
export function rowsWithAttributes(sheet: BookSheet): number[] {
  const rows = new Set([...sheet.rowHeights.keys(), ...sheet.hiddenRows, ...sheet.rowOutline.keys()]);
  return [...rows].sort((a, b) => a - b);
}

/** Two ascending lists as one. */
export function mergedRows(first: Iterable<number>, second: readonly number[]): number[] {
  const all = new Set(second);
  for (const row of first) all.add(row);
  return [...all].sort((a, b) => a - b);
}
