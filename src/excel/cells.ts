/**
 * Values on their way into cells: what Excel would turn into something else is refused or made safe before the client sees it.
 * Dangers (office-js.md 1.6, wire.md 5): NaN, Infinity and Date become null in the client, that is "leave the cell alone"; text that starts
 * with = + - @ or a control character can become a formula.
 */
import type { ColumnSpec, OutValue } from '../outputs/edit';
import { toBook } from './dateSystem';
import { MOST_CELL_TEXT } from './limits';

export type Sent = string | number | boolean;

const FORMATS: Readonly<Record<ColumnSpec['type'], string>> = {
  text: '@',
  money: '#,##0.00;[Red]-#,##0.00',
  date: 'yyyy-mm-dd',
  number: 'General',
  formula: 'General',
};
export const numberFormatOf = (column: ColumnSpec): string => column.format ?? FORMATS[column.type];

/** Text that a cell can hold. In a cell formatted "@" Excel keeps it as it is, whatever it starts with. */
export function shortText(text: string): string {
  return text.length > MOST_CELL_TEXT ? `${text.slice(0, MOST_CELL_TEXT - 1)}…` : text;
}

/** A value for a column of ours; blank is "". Throws TypeError for a value that does not belong in the column (our bug). */
export function cellFor(column: ColumnSpec, given: OutValue, daysOff: number): Sent {
  const value = toBook(column, given, daysOff);
  if (value === null || value === '') return '';
  if (column.person === true) return typedCell(column.type, value);
  switch (column.type) {
    case 'text':
      return typeof value === 'string' ? shortText(value) : refuse(column.key, value);
    case 'formula':
      return typeof value === 'string' && value.startsWith('=') ? value : refuse(column.key, value);
    case 'money':
    case 'date':
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : refuse(column.key, value);
  }
}

/** What a person typed may be of another kind than its column: words in place of an amount stay words. */
function typedCell(type: ColumnSpec['type'], value: string | number | boolean): Sent {
  if (type === 'text') return shortText(typeof value === 'boolean' ? String(value).toUpperCase() : String(value));
  return looseCell(value);
}

/**
 * A value for a General cell outside a table (titles, control totals). The apostrophe is Excel's own mark for text and not part of the value:
 * without it "2026-01-31" becomes a date, "$5.00" a number and "=x" a formula.
 */
export function looseCell(value: OutValue): Sent {
  if (value === null) return '';
  if (typeof value === 'string') return value === '' ? '' : `'${shortText(value)}`;
  if (typeof value === 'number' && !Number.isFinite(value)) return refuse('preface', value);
  return value;
}

function refuse(column: string, value: unknown): never {
  throw new TypeError(
    `column ${column} cannot take a ${value instanceof Date ? 'Date' : typeof value}${typeof value === 'number' ? ' that is not finite' : ''}`,
  );
}

/** About how many bytes a row takes on the wire. */
export function rowBytes(row: readonly unknown[]): number {
  const text = JSON.stringify(row);
  let bytes = text.length + 1;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) bytes += 2;
  return bytes;
}

/** "A", "Z", "AA" of a 0-based column. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** A sheet name quoted for a formula. */
export const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** The sheet a name's formula points at ("='Aging (2)'!$A$1"), or null when it points at none. */
export function sheetOfFormula(formula: string): string | null {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!#]+))!/.exec(formula);
  if (!match) return null;
  return match[1] === undefined ? (match[2] ?? null) : match[1].replaceAll("''", "'");
}
