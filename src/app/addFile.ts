/**
 * *Add a file*: accounts and payments often come as two files. A text file or an electronic remittance becomes a sheet of values; the sheets of a
 * workbook are inserted by Excel itself. The new sheets are the user's, stand last and are read like any other.
 */
import { HostFailure } from '../excel/failure';
import { addSheetOfValues, canInsertWorkbook, insertWorkbook } from '../excel/importSheets';
import type { SheetOfValues } from '../excel/importSheets';
import { freeSheetName } from '../excel/own';
import type { CellValue, Problem, Refusal } from '../intake/contract';
import { readTextTable, textOfBytes } from '../intake/textFile';
import { is835, parse835 } from '../intake/x12';
import { lookAt, writing } from './book';
import type { Book } from './book';
import { assertCanAddSheets } from './highlighting';
import type { Added, FileToAdd, RunHooks } from './session';

const MOVE = 'Open it in Excel, right-click the tab of each sheet you need, choose Move or Copy, and choose this workbook.';
const refusals = {
  empty: { code: 'file-empty', message: 'The file is empty.', remedy: 'Export it again from the billing system, then add it.' },
  large: {
    code: 'file-too-large',
    message: 'The file has more rows or columns than a worksheet can hold (1,048,576 rows, 16,384 columns).',
    remedy: 'Export a shorter period, or split the file, then add the parts.',
  },
  old: { code: 'file-old-workbook', message: 'This is an older workbook, or one with a password.', remedy: `${MOVE} A password has to be removed first.` },
  macros: { code: 'file-macros', message: 'Excel does not let me insert sheets of a workbook with macros.', remedy: MOVE },
  notInserted: { code: 'file-not-inserted', message: 'Excel did not insert the sheets of this workbook.', remedy: MOVE },
  unknown: {
    code: 'file-unknown',
    message: 'This is no file I can read.',
    remedy: 'Add a .csv, .tsv or .txt table, an .xlsx workbook, or an electronic remittance (835).',
  },
} as const satisfies Record<string, Refusal>;

const none = (refused: Refusal): Added => ({ sheets: [], problems: [], refused });

/** What the first bytes say; the name decides nothing but macros, which the bytes hide in the package. */
export function kindOf({ name, bytes }: FileToAdd): 'workbook' | 'text' | Refusal {
  const starts = (...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte);
  if (bytes.length === 0) return refusals.empty;
  if (starts(0x50, 0x4b)) return /\.xls[mb]$/i.test(name) ? refusals.macros : /\.xlsx$/i.test(name) ? 'workbook' : refusals.unknown;
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return refusals.old;
  const start = textOfBytes(bytes.subarray(0, 4096));
  return /^\s*(%PDF|\{\\rtf|<)/.test(start) || hasControls(start) ? refusals.unknown : 'text';
}
const hasControls = (text: string): boolean => Array.from(text).some((char) => char < ' ' && !/[\t\n\v\f\r\u001a\u001c-\u001f]/.test(char));

/** Adds a file's sheets. What is wrong with the file comes back as `refused`; throws HostFailure when Excel says no, AbortError when stopped. */
export async function addFile(book: Book, file: FileToAdd, hooks: RunHooks): Promise<Added> {
  const kind = kindOf(file);
  if (typeof kind !== 'string') return none(kind);
  hooks.onProgress({ stage: 'reading', done: 0, total: 1, message: 'Reading the file' });
  await book.guard.breathe(hooks.signal);
  return await writing(book, hooks, async () => {
    const seen = await lookAt(book, hooks);
    assertCanAddSheets(seen);
    if (kind === 'workbook') return await addWorkbook(book, file, hooks);
    const read = readText(file, [...seen.sheetNames]);
    if ('refused' in read) return none(read.refused);
    for (const sheet of read.sheets) await addSheetOfValues(book.guard, sheet, hooks);
    return { sheets: read.sheets.map(({ name, rows }) => ({ sheet: name, rows: rows.length })), problems: read.problems, refused: null };
  });
}

interface ReadFile {
  readonly sheets: readonly SheetOfValues[];
  readonly problems: readonly Problem[];
}

function readText({ name, bytes }: FileToAdd, taken: string[]): ReadFile | { readonly refused: Refusal } {
  const text = textOfBytes(bytes);
  if (text.trim() === '') return { refused: refusals.empty };
  if (is835(text)) return remittanceSheets(text, name.replace(/\.[^.]*$/, ''), taken);
  const table = readTextTable(text);
  if (table === null) return { refused: refusals.large };
  const sheet = takenName(name.replace(/\.[A-Za-z0-9]{1,5}$/, ''), taken);
  return { sheets: [{ name: sheet, head: table.head, columns: table.kinds.map((type, c) => ({ key: String(c), type })), rows: table.rows }], problems: [] };
}

/** Claims and adjustments; a remittance without a claim adds nothing, so that no empty sheet stands there as if it had been read. */
function remittanceSheets(text: string, name: string, taken: string[]): ReadFile | { readonly refused: Refusal } {
  const { sheets, problems } = parse835(text, name);
  if (sheets.every(({ values }) => values.length < 2)) {
    const message = `No claim was found in this remittance. ${problems.map((problem) => problem.message).join(' ')}`.trim();
    return { refused: { code: 'file-no-claims', message, remedy: 'Ask the payer or clearinghouse for the file again.' } };
  }
  return { sheets: sheets.map(({ name: wanted, values }) => valuesSheet(takenName(wanted, taken), values)), problems };
}

/** A column is numbers when all it holds below its heading is numbers. */
function valuesSheet(name: string, values: readonly (readonly CellValue[])[]): SheetOfValues {
  const width = values[0]?.length ?? 0;
  const numeric = Array.from({ length: width }, (_, c) => values.slice(1).every((row) => typeof (row[c] ?? '') === 'number' || (row[c] ?? '') === ''));
  const rows = values.map((row, r) => numeric.map((number, c) => (number || r === 0 ? (row[c] ?? '') : String(row[c] ?? ''))));
  return { name, head: 1, columns: numeric.map((number, c) => ({ key: String(c), type: number ? 'number' : 'text' })), rows };
}

/** A name Excel takes, at most 31 long, numbered when it is taken; from then on it is taken. */
function takenName(wanted: string, taken: string[]): string {
  const base = wanted.replace(/^.*[\\/]/, '').replace(/[\\/?*:[\]]/g, '_');
  const clean = base
    .slice(0, 31)
    .replace(/^'+|'+$/g, '')
    .trim();
  const name = freeSheetName(clean === '' ? 'Sheet1' : clean.toLowerCase() === 'history' ? `${clean}_` : clean, taken);
  taken.push(name);
  return name;
}

async function addWorkbook(book: Book, { bytes }: FileToAdd, hooks: RunHooks): Promise<Added> {
  if (!canInsertWorkbook()) return none(refusals.notInserted);
  hooks.onProgress({ stage: 'writing', done: 0, total: 1, message: 'Excel inserts the sheets' });
  try {
    const names = await insertWorkbook(book.guard, base64Of(bytes), hooks);
    return { sheets: names.map((sheet) => ({ sheet, rows: null })), problems: [], refused: names.length === 0 ? refusals.notInserted : null };
  } catch (error) {
    if (error instanceof HostFailure && NOT_TAKEN.has(error.code)) return none(refusals.notInserted);
    throw error;
  }
}
/** The file is too large for one request (5 MB on the web), damaged, or this Excel cannot do it. */
const NOT_TAKEN: ReadonlySet<string> = new Set([
  'RequestPayloadSizeLimitExceeded',
  'MemoryLimitReached',
  'InvalidArgument',
  'InvalidOperation',
  'ApiNotFound',
  'GeneralException',
]);

const PIECE = 0x6000;
function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))));
  return pieces.join('');
}
