/** A workbook as values that can be compared: what is the person's, what is ours, and whether our sheets carry their marks. */
import type { CellContent, Sheet, Workbook } from '../../src/host/model';
import { LEASE_NAME } from '../../src/excel/lease';
import { isOurName, ROLE_PROPERTY, sheetMark } from '../../src/excel/own';
import type { OwnRole } from '../../src/outputs/edit';
import { OWN_SHEETS } from '../../src/outputs/own';
import { USERS } from './books';

const isUsers = (sheet: Sheet): boolean => (USERS as readonly string[]).includes(sheet.name);
export const ownSheetsOf = (book: Workbook): Sheet[] => book.sheets.filter((sheet) => !isUsers(sheet));
const roleOf = (sheet: Sheet): string => sheet.customProperties.get(ROLE_PROPERTY) ?? '';
const textOf = (content: CellContent): string => (typeof content === 'string' ? content : '');
const isOurRule = (formula: string): boolean => /\bcrb_/i.test(formula);

function cellsOf(sheet: Sheet, styles: boolean): unknown[] {
  const used = sheet.cells.used(!styles);
  const cells: unknown[] = [];
  for (let r = 0; used && r < used.row + used.rows; r++)
    for (let c = 0; c < used.column + used.columns; c++) {
      const formula = sheet.cells.formula(r, c);
      cells.push(formula === '' ? sheet.cells.get(r, c) : formula, styles ? sheet.cells.style(r, c) : 0);
    }
  return cells;
}

/** All that is the person's: their sheets without our rules, and their names. */
export function usersOf(book: Workbook): string {
  const sheets = book.sheets.filter(isUsers).map((sheet) => ({
    name: sheet.name,
    cells: cellsOf(sheet, true),
    rules: sheet.conditionalFormats.filter((rule) => !isOurRule(rule.formula)).map(({ areas, formula, dxf }) => ({ areas, formula, dxf })),
    widths: [...sheet.columnWidths],
    hidden: [[...sheet.hiddenRows], [...sheet.hiddenColumns]],
    visibility: sheet.visibility,
    filter: sheet.autoFilter,
    frozen: [sheet.frozenRows, sheet.frozenColumns],
    tables: sheet.tables.map(({ name, area }) => ({ name, area })),
    more: [sheet.validations.length, sheet.hyperlinks.length, sheet.charts.length, sheet.merged.length, [...sheet.customProperties]],
  }));
  // A sheet of ours has names of its own, its print area for one.
  const ids = new Set(['', ...book.sheets.filter(isUsers).map(({ id }) => id)]);
  const names = book.names.filter(({ name, scope }) => !isOurName(name) && ids.has(scope)).map(({ name, formula }) => [name, formula]);
  return JSON.stringify({ sheets, names });
}

/** Times and hashes of the log, and ids of rules, differ from run to run. */
const masked = (text: string): string =>
  text
    .replace(/\{[0-9A-F]{8}-[0-9A-F-]{27}\}/g, 'I')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/g, 'T')
    .replace(/[0-9a-f]{64}/g, 'H');

/** The whole workbook, without the lease, frozen rows (a comfort that may fail) and the order of its sheets. Two with the same text go on in the same way. */
export function stateOf(book: Workbook): string {
  const ordered = book.sheets.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const sheets = ordered.map((sheet) => ({
    name: sheet.name,
    cells: cellsOf(sheet, false),
    rules: sheet.conditionalFormats.map(({ areas, formula }) => [areas, formula]),
    tables: sheet.tables.map(({ name, area }) => [name, area]),
    properties: [...sheet.customProperties].toSorted(),
    more: [sheet.visibility, sheet.validations.length, sheet.charts.length],
  }));
  const names = book.names
    // A print area is one of these names only until the file is opened again.
    .filter(({ name }) => name !== LEASE_NAME && !name.startsWith('_xlnm.'))
    .map(({ name, formula }) => [name, formula])
    .toSorted();
  return masked(JSON.stringify({ sheets, names, protected: book.structureProtected }));
}

/** Sheets of ours without one of their two marks, the hidden name and the property; foreign sheets that nobody made count too. */
export function unmarked(book: Workbook): string[] {
  const pointed = new Map(book.names.map(({ name, formula }) => [name.toLowerCase(), formula]));
  return ownSheetsOf(book)
    .filter((sheet) => {
      const role = roleOf(sheet);
      const formula = pointed.get(sheetMark(role as OwnRole).toLowerCase()) ?? '';
      return role === '' || !(formula === `${sheet.name}!$A$1` || formula === `'${sheet.name}'!$A$1`);
    })
    .map((sheet) => sheet.name);
}

/** Our rules whose list of keys is not there: they could not say what they colour. */
export function rulesWithoutKeys(book: Workbook): string[] {
  const names = new Set(book.names.map(({ name }) => name));
  const lost = (formula: string): boolean => [...formula.matchAll(/crb_keys_\w+/g)].some(([name]) => !names.has(name));
  return book.sheets.flatMap((sheet) => sheet.conditionalFormats.filter((rule) => lost(rule.formula)).map((rule) => `${sheet.name}: ${rule.formula}`));
}

const personsColumns = new Map(
  OWN_SHEETS.map(({ role, columns }) => [role as string, new Set(columns.filter((each) => each.person).map((each) => each.heading))]),
);

/** Role → the rows of its table, our own columns only, each as one text; blank rows left out. */
export function ownRows(book: Workbook): Map<string, string[]> {
  const rows = new Map<string, string[]>();
  for (const sheet of ownSheetsOf(book)) {
    const area = sheet.tables[0]?.area;
    const persons = personsColumns.get(roleOf(sheet));
    if (!area || !persons) continue;
    const places = Array.from({ length: area.columns }, (_, c) => area.column + c).filter((c) => !persons.has(textOf(sheet.cells.get(area.row, c))));
    const row = (r: number): unknown[] => places.map((c) => sheet.cells.formula(r, c) || sheet.cells.get(r, c));
    const texts = Array.from({ length: area.rows - 1 }, (_, r) => row(area.row + 1 + r))
      .filter((cells) => cells.some((cell) => cell !== null))
      .map((cells) => masked(JSON.stringify(cells)));
    rows.set(roleOf(sheet), [...(rows.get(roleOf(sheet)) ?? []), ...texts]);
  }
  return rows;
}

/** A cell of our table by the first column and a heading; null when there is none. */
export function wordAt(book: Workbook, sheetName: string, account: string, heading: string): unknown {
  const sheet = book.sheets.find((each) => each.name === sheetName);
  const area = sheet?.tables[0]?.area;
  if (!sheet || !area) return null;
  for (let c = area.column; c < area.column + area.columns; c++) {
    if (sheet.cells.get(area.row, c) !== heading) continue;
    for (let r = area.row + 1; r < area.row + area.rows; r++) if (sheet.cells.get(r, area.column) === account) return sheet.cells.get(r, c);
  }
  return null;
}
