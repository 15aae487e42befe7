/**
 * Text files as a workbook of one sheet. Every cell stays the text it is, formatted "@", so leading zeros, long account numbers and dates
 * survive; what the text means is decided by whoever reads the sheet.
 */
import Papa from 'papaparse';
import { MAX_COLUMNS, MAX_ROWS, TEXT } from '../cells';
import { Book, type BookSheet } from '../workbook';
import { FileProblem, fileProblems } from './fileProblem';
import { MAX_CELLS } from './readBook';
import { detached } from './sharedStrings';

const SNIFFED = 64 * 1024;
/** The first wins a tie: names hold commas, hardly tabs. */
const DELIMITERS = ['\t', ',', ';', '|'];
const MAX_SHEET_NAME = 31;

export function openText(bytes: Uint8Array, fileName: string): Book {
  const text = decodeTextFile(bytes);
  if (text.trim() === '') throw fileProblems.empty();
  const book = new Book(fileName);
  fillFromText(book, book.addSheet(sheetNameOf(fileName)), text);
  return book;
}

/** A sheet name from a file name: without folder and ending, without characters Excel refuses (office-js.md 1.1), at most 31 long. */
export function sheetNameOf(fileName: string): string {
  const base = (fileName.split(/[\\/]/).pop() ?? '').replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const clean = base
    .replace(/[\\/?*:[\]]/g, '_')
    .slice(0, MAX_SHEET_NAME)
    .replace(/^'+|'+$/g, '')
    .trim();
  return clean === '' ? 'Sheet1' : clean.toLowerCase() === 'history' ? clean + '_' : clean;
}

/** UTF-8 or UTF-16 by their marks, else UTF-8 when it is sound, else Windows-1252. */
export function decodeTextFile(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (looksWide(bytes)) return new TextDecoder('utf-16le').decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes('\uFFFD') ? windows1252(bytes) : text;
}

/** 0x80 to 0x9F; some Node versions decode them as ISO 8859-1. */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(bytes: Uint8Array): string {
  return new TextDecoder('iso-8859-1').decode(bytes).replace(/[\u0080-\u009f]/g, (char) => UPPER.charAt(char.charCodeAt(0) - 0x80));
}

/** UTF-16 without a mark: every second byte of the start is zero. */
function looksWide(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 64);
  return sample.length >= 4 && sample.every((byte, i) => i % 2 === 0 || byte === 0);
}

/** The delimiter that parts the first lines most evenly into most fields; a comma when none does. */
export function sniffDelimiter(text: string): string {
  const sample = text.slice(0, SNIFFED);
  let best = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const rows = Papa.parse<string[]>(sample, { delimiter, preview: 50, skipEmptyLines: true }).data;
    const score = evenness(sample.length < text.length && rows.length < 50 ? rows.slice(0, -1) : rows);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** Share of lines with the commonest number of fields, times that number; 0 when lines are not parted. */
function evenness(rows: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const row of rows) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let best = 0;
  for (const [fields, lines] of counts) best = Math.max(best, (lines / rows.length) * (lines / rows.length) * fields);
  return best;
}

function fillFromText(book: Book, sheet: BookSheet, text: string): void {
  const style = book.styles.derive(0, { numberFormat: '@' });
  const { strings } = book;
  const { cells } = sheet;
  let row = 0;
  let total = 0;
  const problems: FileProblem[] = [];
  Papa.parse<string[]>(text, {
    delimiter: sniffDelimiter(text),
    skipEmptyLines: false,
    step: ({ data }, parser) => {
      total += data.length;
      if (row >= MAX_ROWS || data.length > MAX_COLUMNS || total > MAX_CELLS) {
        problems.push(row >= MAX_ROWS ? tooLong() : data.length > MAX_COLUMNS ? tooWide() : fileProblems.tooManyCells(MAX_CELLS));
        parser.abort();
        return;
      }
      for (let column = 0; column < data.length; column++) {
        const value = data[column] as string;
        if (value !== '') cells.load(row, column, TEXT, strings.intern(detached(value)), style);
      }
      row++;
    },
  });
  for (const problem of problems) throw problem;
}

function tooLong(): FileProblem {
  return new FileProblem('tooManyCells', 'The file has more lines than a worksheet has rows (1,048,576).', 'Export a shorter period, or split the file.');
}
function tooWide(): FileProblem {
  return new FileProblem(
    'tooManyCells',
    'The file has more fields in a line than a worksheet has columns (16,384).',
    'Check that the file is a table of comma or tab separated values.',
  );
}
