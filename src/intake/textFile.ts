/**
 * A text file (.csv, .tsv, .txt) as rows for a sheet. A column becomes amounts or dates only where its heading says so and every value below it
 * reads one way; all else stays the text it is, so that account numbers keep their zeros and nothing is guessed (design.md 4, law 6).
 */
import Papa from 'papaparse';
import type { CellValue } from './contract';
import { scanDate } from './dates';
import { kindOf } from './fields';
import { fieldsOf } from './heading';
import { Money, scanMoney } from './money';

export type TextKind = 'text' | 'money' | 'date';
export interface TextTable {
  /** One a column. */
  readonly kinds: readonly TextKind[];
  /** So many rows, down to the heading, are text in every column. */
  readonly head: number;
  /** Text, dollars or day serials; '' is blank. All rows are equally wide. */
  readonly rows: readonly (readonly CellValue[])[];
}

/** Excel's own limits (office-js.md 1.1). */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
const SNIFFED = 64 * 1024;
/** The first wins a tie: names hold commas, hardly tabs. */
const DELIMITERS = ['\t', ',', ';', '|'];
const HEADING_WITHIN = 30;
const LAST_YEAR = 2100;

/** UTF-8 or UTF-16 by their marks, else UTF-8 when it is sound, else Windows-1252. */
export function textOfBytes(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const encoding = marked ?? (everySecondIsZero(bytes) ? 'utf-16le' : 'utf-8');
  const text = new TextDecoder(encoding).decode(bytes);
  return encoding === 'utf-8' && text.includes('\uFFFD') ? windows1252(bytes) : text;
}

/** 0x80 to 0x9F: not every engine's TextDecoder knows them under this name. */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const windows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('iso-8859-1').decode(bytes).replace(/[\u0080-\u009f]/g, (char) => UPPER.charAt(char.charCodeAt(0) - 0x80));

function everySecondIsZero(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 64);
  return start.length >= 4 && start.every((byte, at) => at % 2 === 0 || byte === 0);
}

/** The rows of a text; `null` when it has more rows or columns than a worksheet. */
export function readTextTable(text: string): TextTable | null {
  const lines = linesOf(text);
  if (lines === null) return null;
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const head = headingAt(lines) + 1;
  const kinds = Array.from({ length: width }, (_, column) => kindOfColumn(lines, column, head));
  const order = kinds.map((kind, column) => (kind === 'date' ? orderOf(lines, column, head) : 0));
  const rows = lines.map((line, row) =>
    kinds.map((kind, column) => (row < head ? (line[column] ?? '') : valueOf(line[column] ?? '', kind, order[column] ?? 0))),
  );
  return { kinds, head, rows };
}

/** Without the empty lines at the end. */
function linesOf(text: string): string[][] | null {
  const lines: string[][] = [];
  const problem = { tooLarge: false };
  Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimiter: delimiterOf(text),
    skipEmptyLines: false,
    step: ({ data }, parser) => {
      lines.push(data);
      problem.tooLarge = lines.length > MOST_ROWS + 1 || data.length > MOST_COLUMNS;
      if (problem.tooLarge) parser.abort();
    },
  });
  while (lines.at(-1)?.every((cell) => cell === '')) lines.pop();
  return problem.tooLarge || lines.length > MOST_ROWS ? null : lines;
}

/** The delimiter that parts the first lines most evenly into most fields; a comma when none does. */
function delimiterOf(text: string): string {
  const start = text.slice(0, SNIFFED);
  let [best, most] = [',', 0];
  for (const delimiter of DELIMITERS) {
    const rows = Papa.parse<string[]>(start, { delimiter, preview: 50, skipEmptyLines: true }).data;
    const score = evenness(start.length < text.length && rows.length < 50 ? rows.slice(0, -1) : rows);
    if (score > most) [best, most] = [delimiter, score];
  }
  return best;
}

/** Squared share of lines with the commonest number of fields, times that number; 0 when lines are not parted. */
function evenness(rows: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return Math.max(0, ...[...counts].map(([fields, lines]) => (lines / rows.length) ** 2 * fields));
}

/** The one of the first rows with most headings we know; −1 when none has any. */
function headingAt(lines: readonly string[][]): number {
  let [best, most] = [-1, 0];
  for (const [row, line] of lines.slice(0, HEADING_WITHIN).entries()) {
    const known = line.filter((cell) => fieldsOf(cell).length > 0).length;
    if (known > most) [best, most] = [row, known];
  }
  return best;
}

function kindOfColumn(lines: readonly string[][], column: number, head: number): TextKind {
  const field = fieldsOf(lines[head - 1]?.[column] ?? '')[0]?.field;
  const kind = field === undefined ? 'text' : kindOf(field);
  if (kind === 'money') return everyValue(lines, column, head, isAmount) ? 'money' : 'text';
  if (kind !== 'day') return 'text';
  return everyValue(lines, column, head, isDate) && orderOf(lines, column, head) !== null ? 'date' : 'text';
}

const everyValue = (lines: readonly string[][], column: number, from: number, fits: (text: string) => boolean): boolean =>
  lines.every((line, row) => row < from || (line[column] ?? '').trim() === '' || fits(line[column] ?? ''));

/** Two decimals or none: "1.234" could be a thousand, and what is no amount has another meaning. */
const isAmount = (text: string): boolean => scanMoney(text).state === Money.Ok;
/** Without a time, which a day serial would lose, and with the year in full. */
const isDate = (text: string): boolean => {
  if (text.includes(':') || !/\d{4}/.test(text)) return false;
  const { day, numeric, shortYear } = scanDate(text, false, LAST_YEAR);
  return !numeric && !shortYear && (day > 0 || day === -2);
};

/** 1 month first, −1 day first, 0 when no value needs to know; null when the values do not decide. */
function orderOf(lines: readonly string[][], column: number, head: number): -1 | 0 | 1 | null {
  const proved = new Set<number>();
  let open = false;
  for (const line of lines.slice(head)) {
    const { day, order } = scanDate(line[column] ?? '', false, LAST_YEAR);
    if (order !== 0) proved.add(order);
    open ||= day === -2;
  }
  if (proved.size > 1) return null;
  if (proved.has(1)) return 1;
  if (proved.has(-1)) return -1;
  return open ? null : 0;
}

function valueOf(text: string, kind: TextKind, order: number | null): CellValue {
  if (kind === 'text') return text;
  if (text.trim() === '') return '';
  if (kind === 'money') return scanMoney(text).cents / 100;
  const { day, monthFirst, dayFirst } = scanDate(text, false, LAST_YEAR);
  return day > 0 ? day : order === 1 ? monthFirst : dayFirst;
}
