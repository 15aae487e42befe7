/** Prints: each section of a sheet as text, taken when it is read; on saving, the sections whose print differs are written anew. */
import type { Sheet, Table, Workbook } from '../model';

export const SECTIONS = [
  'tab',
  'view',
  'columns',
  'rows',
  'protection',
  'filter',
  'merged',
  'rules',
  'validations',
  'links',
  'page',
  'properties',
  'charts',
  'tables',
] as const;
export type Section = (typeof SECTIONS)[number];

const sorted = <T>(entries: Iterable<readonly [number | string, T]>): string => JSON.stringify([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
const numbers = (set: ReadonlySet<number>): string => JSON.stringify([...set].sort((a, b) => a - b));

const PRINT: Readonly<Record<Section, (sheet: Sheet) => string>> = {
  tab: (sheet) => sheet.tabColor,
  view: (sheet) => JSON.stringify([sheet.gridlines, sheet.frozenRows, sheet.frozenColumns]),
  columns: (sheet) => sorted(sheet.columnWidths) + numbers(sheet.hiddenColumns) + sorted(sheet.columnOutline),
  rows: (sheet) => sorted(sheet.rowHeights) + numbers(sheet.hiddenRows) + sorted(sheet.rowOutline),
  protection: (sheet) => JSON.stringify([sheet.protection.protected, sheet.protection.protected ? sheet.protection.options : {}]),
  filter: (sheet) => JSON.stringify([sheet.autoFilter, sheet.autoFilterActive]),
  merged: (sheet) => JSON.stringify(sheet.merged),
  rules: (sheet) => JSON.stringify(sheet.conditionalFormats),
  validations: (sheet) => JSON.stringify(sheet.validations),
  links: (sheet) => JSON.stringify(sheet.hyperlinks),
  page: ({ pageLayout: { orientation, fitToWidth, scale, breaks, footer } }) => JSON.stringify([orientation, fitToWidth, scale, breaks, footer]),
  properties: (sheet) => sorted(sheet.customProperties),
  charts: (sheet) => JSON.stringify(sheet.charts.filter((chart) => !chart.kept)),
  tables: (sheet) => JSON.stringify(sheet.tables.map((table) => table.part)),
};

/** Prints of a table stand beside those of the sheet. */
export const tableKey = (part: string): string => 'table:' + part;
/** `filtered` is not written. */
export const printTable = (table: Table): string => JSON.stringify({ ...table, filtered: false });

export function printSheet(sheet: Sheet): ReadonlyMap<string, string> {
  const prints = new Map<string, string>(SECTIONS.map((section) => [section, PRINT[section](sheet)]));
  for (const table of sheet.tables) prints.set(tableKey(table.part), printTable(table));
  return prints;
}

export function changedSections(sheet: Sheet, before: ReadonlyMap<string, string>): ReadonlySet<Section> {
  return new Set(SECTIONS.filter((section) => PRINT[section](sheet) !== before.get(section)));
}

export function printBook(book: Workbook): ReadonlyMap<string, string> {
  const settings = [...book.settings];
  return new Map([
    ['sheets', JSON.stringify(book.sheets.map((sheet) => [sheet.id, sheet.name, sheet.visibility]))],
    ['active', book.activeSheetId],
    ['names', JSON.stringify([book.names, book.sheets.map((sheet) => [sheet.id, sheet.pageLayout.printTitleRows, sheet.pageLayout.printTitleColumns])])],
    ['protection', String(book.structureProtected)],
    ['calculation', book.calculationMode],
    ['settings', JSON.stringify(settings)],
  ]);
}
