/**
 * Sheets of an .xlsx file as cells, without Excel: a file is looked into, and nothing of the open workbook is touched. Only the sheets that are asked
 * for are read. Formulas come as the values that were saved with them.
 */
import type { CellValue } from '../contract';
import { columnOf } from './columnLetters';
import { elements, Parts, UnreadableWorkbook } from './parts';
import type { Relation } from './parts';

export interface FileTable {
  readonly name: string;
  /** 0-based place of its heading row, and its size with that row; a total row is not in it. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}
/** What is known of a sheet before its cells are read. */
export interface FileSheet {
  readonly name: string;
  readonly tables: readonly FileTable[];
  /** Custom properties of the sheet. */
  readonly properties: ReadonlyMap<string, string>;
  /** Rows from A1 on; blank cells "". Read when first asked for. */
  rows(): readonly (readonly CellValue[])[];
  /** Number format of a cell; '' when it is General or not known. */
  format(row: number, column: number): string;
}
export interface WorkbookFile {
  readonly sheets: readonly FileSheet[];
  /** Names of the whole workbook, lower case → formula without "=". */
  readonly names: ReadonlyMap<string, string>;
  /** Its dates are counted from 1904. */
  readonly date1904: boolean;
}

/** Throws UnreadableWorkbook when it is no .xlsx, and later when a sheet that is asked for is broken. */
export function openWorkbookFile(bytes: Uint8Array): WorkbookFile {
  const parts = new Parts(bytes);
  const path = targetOf(parts.relations('').values(), 'officeDocument');
  const xml = path === '' ? '' : parts.text(path);
  if (xml === '') throw new UnreadableWorkbook('no workbook is in the file');
  const relations = parts.relations(path);
  const sheets: { readonly name: string; readonly id: string }[] = [];
  const names = new Map<string, string>();
  let [name, date1904] = ['', false];
  elements(xml, {
    open: (element, attributes) => {
      if (element === 'workbookPr') date1904 = ['1', 'true', 'on'].includes(attributes['date1904'] ?? '');
      if (element === 'sheet') sheets.push({ name: attributes['name'] ?? '', id: relationId(attributes) });
      if (element === 'definedName') name = attributes['localSheetId'] === undefined ? (attributes['name'] ?? '') : '';
    },
    close: (element, text) => {
      if (element === 'definedName' && name !== '') names.set(name.toLowerCase(), text);
    },
  });
  const styles = once(() => formatsOf(parts.text(targetOf(relations.values(), 'styles'))));
  const shared = once(() => sharedOf(parts.text(targetOf(relations.values(), 'sharedStrings'))));
  const found = sheets.flatMap(({ name: title, id }) => {
    const relation = relations.get(id);
    return relation?.type === 'worksheet' ? [sheetOf(parts, title, relation.target, { styles, shared })] : [];
  });
  return { sheets: found, names, date1904 };
}

const targetOf = (relations: Iterable<Relation>, type: string): string => [...relations].find((each) => each.type === type)?.target ?? '';
const relationId = (attributes: Readonly<Record<string, string>>): string => Object.entries(attributes).find(([name]) => /:id$/.test(name))?.[1] ?? '';

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

interface Shared {
  readonly styles: () => readonly string[];
  readonly shared: () => readonly string[];
}

function sheetOf(parts: Parts, name: string, path: string, { styles, shared }: Shared): FileSheet {
  const relations = [...parts.relations(path).values()];
  const grid = once(() => gridOf(parts.text(path), shared()));
  return {
    name,
    tables: relations.filter(({ type }) => type === 'table').flatMap(({ target }) => tableOf(parts.text(target))),
    properties: propertiesOf(parts, path, relations),
    rows: () => grid().rows,
    format: (row, column) => styles()[grid().styles[row]?.[column] ?? 0] ?? '',
  };
}

function tableOf(xml: string): FileTable[] {
  const tables: FileTable[] = [];
  elements(xml, {
    open: (element, { name = '', displayName = '', ref = '', totalsRowCount = '0' }) => {
      const [from, to] = ref.split(':').map(placeOf);
      if (element !== 'table' || !from || !to) return;
      const rows = to.row - from.row + 1 - Number(totalsRowCount);
      tables.push({ name: displayName || name, row: from.row, column: from.column, rows, columns: to.column - from.column + 1 });
    },
  });
  return tables;
}

/** Their values lie in parts of their own, as UTF-16; only a sheet that has any names them. */
function propertiesOf(parts: Parts, path: string, relations: readonly Relation[]): Map<string, string> {
  const values = relations.filter(({ type }) => type === 'customProperty');
  const properties = new Map<string, string>();
  if (values.length === 0) return properties;
  const byId = parts.relations(path);
  elements(parts.text(path), {
    open: (element, attributes) => {
      const target = element === 'customPr' ? byId.get(relationId(attributes))?.target : undefined;
      if (target !== undefined) properties.set(attributes['name'] ?? '', new TextDecoder('utf-16le').decode(parts.part(target) ?? new Uint8Array()));
    },
  });
  return properties;
}

function sharedOf(xml: string): string[] {
  const texts: string[] = [];
  let [text, spoken] = ['', 0];
  elements(xml, {
    open: (element) => {
      if (element === 'si') text = '';
      if (element === 'rPh') spoken++;
    },
    close: (element, more) => {
      // How a text is read aloud in Japanese is not a part of it.
      if (element === 't' && spoken === 0) text += more;
      if (element === 'rPh') spoken--;
      if (element === 'si') texts.push(unescaped(text));
    },
  });
  return texts;
}

/** "_x000D_" stands for a character that XML cannot hold. */
const unescaped = (text: string): string => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

interface Grid {
  readonly rows: CellValue[][];
  /** Index of the cell's format. */
  readonly styles: number[][];
}

function gridOf(xml: string, shared: readonly string[]): Grid {
  const grid: Grid = { rows: [], styles: [] };
  let [row, column, type, style, value] = [-1, -1, '', 0, null as string | null];
  elements(xml, {
    open: (element, { r, t = 'n', s = '0' }) => {
      if (element === 'row') [row, column] = [r === undefined ? row + 1 : Number(r) - 1, -1];
      if (element !== 'c') return;
      column = r === undefined ? column + 1 : (placeOf(r)?.column ?? column + 1);
      [type, style, value] = [t, Number(s), null];
    },
    close: (element, text) => {
      if (element === 'v' || element === 't') value = (value ?? '') + text;
      if (element !== 'c' || (value === null && style === 0)) return;
      put(grid.rows, row, column, value === null ? '' : cellValue(type, value, shared), '');
      put(grid.styles, row, column, style, 0);
    },
  });
  for (let at = 0; at < grid.rows.length; at++) grid.rows[at] ??= [];
  return grid;
}

function put<T>(rows: T[][], row: number, column: number, value: T, blank: T): void {
  const cells = (rows[row] ??= []);
  while (cells.length < column) cells.push(blank);
  cells[column] = value;
}

function cellValue(type: string, value: string, shared: readonly string[]): CellValue {
  switch (type) {
    case 's':
      return shared[Number(value)] ?? '';
    case 'b':
      return value === '1';
    case 'n':
      return value === '' ? '' : Number(value);
    default:
      return unescaped(value);
  }
}

/** "C5" → row 4, column 2. */
function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
  const [, letters = '', digits = ''] = /^\$?([A-Za-z]{1,3})\$?(\d+)$/.exec(reference) ?? [];
  return letters === '' ? null : { row: Number(digits) - 1, column: columnOf(letters) };
}

/** Formats that Excel knows by number (ECMA-376 part 1, 18.8.30); all dates as one. */
const BUILT_IN: Readonly<Record<number, string>> = { 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 49: '@' };
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 17) || id === 22;

function formatsOf(xml: string): string[] {
  const custom = new Map<number, string>();
  const formats: string[] = [];
  let cells = false;
  elements(xml, {
    open: (element, { numFmtId = '0', formatCode = '' }) => {
      if (element === 'numFmt') custom.set(Number(numFmtId), formatCode);
      if (element === 'cellXfs') cells = true;
      const id = Number(numFmtId);
      if (element === 'xf' && cells) formats.push(custom.get(id) ?? (isBuiltInDate(id) ? 'yyyy-mm-dd' : (BUILT_IN[id] ?? '')));
    },
    close: (element) => {
      if (element === 'cellXfs') cells = false;
    },
  });
  return formats;
}
