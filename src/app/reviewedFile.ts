/**
 * A reviewed workbook of last month: our tables in it, so that words, owners and clock starts are carried over. The file is only looked into: nothing
 * of it comes into the open workbook before a write, and nothing that calculates is carried over.
 */
import { sheetOfFormula } from '../excel/cells';
import { datePlaces, daysOffOf, fromBook } from '../excel/dateSystem';
import { findOwn } from '../excel/own';
import type { OwnSpec } from '../excel/own';
import { placesOf } from '../excel/ownTable';
import type { CellValue, Refusal, SheetSample } from '../intake/contract';
import { columnOf } from '../intake/workbook/columnLetters';
import { openWorkbookFile } from '../intake/workbook/file';
import type { FileSheet, FileTable, WorkbookFile } from '../intake/workbook/file';
import { UnreadableWorkbook } from '../intake/workbook/parts';
import { OWN_SHEETS } from '../outputs/own';
import type { OwnSheetSpec } from '../outputs/own';
import { policyRecords, repeatsDefault } from '../outputs/policySheet';
import { isDateFormat, typedInRow } from '../outputs/standing';
import type { StandingTable } from '../outputs/standing';
import { kindOf } from './addFile';
import type { FileToAdd, Reviewed } from './session';

const NAME_IT = 'Choose the workbook into which sheets were written last month.';
const refusals = {
  unknown: { code: 'previous-no-workbook', message: 'This is no Excel workbook.', remedy: `${NAME_IT} Its name ends in .xlsx or .xlsm.` },
  locked: {
    code: 'previous-locked',
    message: 'This is an older workbook, or one with a password.',
    remedy: 'Open it in Excel, save it as .xlsx without a password, and choose it again.',
  },
  damaged: { code: 'previous-damaged', message: 'This workbook could not be read.', remedy: 'Open it in Excel, save it again, and choose it again.' },
  none: { code: 'no-previous-work', message: 'This workbook holds no sheet Credits of this add-in, so there is nothing to carry over.', remedy: NAME_IT },
} as const satisfies Record<string, Refusal>;

const none = (refused: Refusal): Reviewed => ({ previous: new Map(), sheets: [], refused });

/** What is wrong with the file comes back as `refused`. */
export function readReviewed(file: FileToAdd): Reviewed {
  const kind = kindOf(file);
  if (typeof kind !== 'string' && kind.code === 'file-old-workbook') return none(refusals.locked);
  if (kind !== 'workbook' && !/\.xlsm$/i.test(file.name)) return none(refusals.unknown);
  try {
    return reviewedIn(openWorkbookFile(file.bytes));
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return none(refusals.damaged);
    throw error;
  }
}

function reviewedIn(file: WorkbookFile): Reviewed {
  const sheets = new Map(file.sheets.filter((sheet) => mayBeOurs(file, sheet)).map((sheet) => [sheet.name, sheet]));
  const properties = new Map([...sheets.values()].flatMap((sheet) => [[sheet.name, sheet.properties.get('crb_role') ?? ''] as const]));
  const names = new Map([...file.names].map(([name, formula]) => [name, `=${formula}`]));
  const { own } = findOwn(
    [...sheets.values()].map((sheet) => sampleOf(sheet, file.date1904)),
    { names, properties },
    OWN_SHEETS,
  );
  const previous = new Map<OwnSpec['role'], StandingTable>();
  const told: Reviewed['sheets'][number][] = [];
  for (const spec of OWN_SHEETS) {
    const sheet = sheets.get(own.find(({ role }) => role === spec.role)?.sheet ?? '');
    const table = sheet && spec.table !== '' ? tableOf(spec, sheet, names, daysOffOf(file.date1904)) : null;
    if (!sheet || !table) continue;
    previous.set(spec.role, table);
    told.push({ role: spec.role, sheet: sheet.name, rows: table.rows.length, typed: typedRows(spec, table) });
  }
  return previous.has('credits') ? { previous, sheets: told, refused: null } : none(refusals.none);
}

/** All of *Credit policy* is a person's, but most rows are as they were written. */
function typedRows({ role, columns }: OwnSheetSpec, table: StandingTable): number {
  if (role === 'policy') return policyRecords(table, 1).filter((record) => !repeatsDefault(record)).length;
  return table.rows.filter((row) => typedInRow(columns, table, row) > 0).length;
}

/** By a table or a property of ours, or because a hidden name of ours points at it: the cells of all other sheets are not read. */
function mayBeOurs({ names }: WorkbookFile, { name, tables, properties }: FileSheet): boolean {
  if (properties.has('crb_role') || tables.some((table) => isOurs(table))) return true;
  return [...names].some(([mark, formula]) => mark.startsWith('crb_sheet_') && sheetOfFormula(`=${formula}`) === name);
}
const isOurs = ({ name }: FileTable): boolean => name.startsWith('crb_');

function sampleOf(sheet: FileSheet, date1904: boolean): SheetSample {
  const rows = sheet.rows();
  const columnCount = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const { name, tables } = sheet;
  const place = { firstRow: 0, firstColumn: 0, rowCount: rows.length, columnCount };
  return { name, tables, ...place, head: rows.slice(0, 200), tail: [], formats: [], visibility: 'visible', own: false, date1904 };
}

/** null when neither a table nor our headings are there. */
function tableOf(spec: OwnSheetSpec, sheet: FileSheet, names: ReadonlyMap<string, string>, daysOff: number): StandingTable | null {
  const area = sheet.tables.find(isOurs) ?? sheet.tables[0] ?? areaByHeadings(spec, sheet);
  if (!area) return null;
  const { row: top, column: left, columns: width } = area;
  const cells = (row: readonly CellValue[] | undefined): CellValue[] => Array.from({ length: width }, (_, c) => row?.[left + c] ?? '');
  const headings = cells(sheet.rows()[top]).map(String);
  const places = placesOf(spec.columns, headings, namedPlaces(spec, names, left));
  const links = new Set(spec.columns.filter(({ type }) => type === 'formula').map(({ key }) => places[key]));
  const body = Array.from({ length: area.rows - 1 }, (_, r) => cells(sheet.rows()[top + 1 + r]).map((cell, c) => (links.has(c) ? '' : cell)));
  const filled = body.findLastIndex((row) => row.some((cell) => cell !== ''));
  const rows = body.slice(0, filled + 1);
  const formats = headings.map((_, c) => formatOf(sheet, rows, top + 1, left, c));
  const theirDates = [...headings.keys()].filter((place) => !Object.values(places).includes(place) && isDateFormat(formats[place] ?? ''));
  return { places, rows: fromBook(rows, [...datePlaces(spec.columns, places), ...theirDates], daysOff), finished: true, headings, formats };
}

function formatOf(sheet: FileSheet, rows: readonly (readonly CellValue[])[], top: number, left: number, place: number): string {
  const row = rows.findIndex((cells) => cells[place] !== '');
  return row < 0 ? '' : sheet.format(top + row, left + place);
}

/** Where a program dropped the table: from the first row that holds half of our headings to the end. */
function areaByHeadings({ headings }: OwnSheetSpec, sheet: FileSheet): Omit<FileTable, 'name'> | null {
  const wanted = new Set(headings);
  const rows = sheet.rows();
  const row = rows.slice(0, 30).findIndex((cells) => cells.filter((cell) => wanted.has(String(cell))).length * 2 >= headings.length);
  return row < 0 ? null : { row, column: 0, rows: rows.length - row, columns: rows[row]?.length ?? 0 };
}

/** Column key → place in the table, where a hidden name of ours points at its heading. */
function namedPlaces({ role, columns }: OwnSheetSpec, names: ReadonlyMap<string, string>, left: number): Map<string, number> {
  return new Map(
    columns.flatMap(({ key }) => {
      const letters = /\$([A-Z]{1,3})\$\d+$/.exec(names.get(`crb_col_${role}_${key}`.toLowerCase()) ?? '')?.[1];
      return letters === undefined ? [] : [[key, columnOf(letters) - left] as const];
    }),
  );
}
