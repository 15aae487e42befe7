/**
 * Formulas as the workbook holds them (names, structured references, other sheets) rewritten to plain A1 for the engine, with the areas they look
 * at. The file keeps the formula as it was written.
 */
import type { Area, Sheet, Table, Workbook } from '../model';
import { areaText, isEntireColumn, isEntireRow, overlap, parseArea } from '../wire/address';
import { shiftFormula } from '../formulaShift';
import { pieces, pieceText, type Piece } from './scan';

export interface Precedent {
  readonly sheet: Sheet;
  readonly area: Area;
}
export interface Resolved {
  /** With "=", references written with the names that `sheetName` gave. */
  readonly formula: string;
  readonly precedents: readonly Precedent[];
  /** Names and tables that do not exist. */
  readonly unknown: readonly string[];
}
export interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

const NAME_DEPTH = 8;
/** Functions the engine lacks, in terms of those it has. A HYPERLINK cell's value is its friendly name. */
const HYPERLINK = 'HYPERLINK';

/** Rewrites a formula that stands at `place`. */
export function resolve(formula: string, place: Place, workbook: Workbook, sheetName: (sheet: Sheet) => string): Resolved {
  const work = new Resolution(place, workbook, sheetName);
  const text = work.rewrite(withoutHyperlink(formula.startsWith('=') ? formula.slice(1) : formula), 0);
  return { formula: `=${text}`, precedents: work.precedents, unknown: work.unknown };
}

class Resolution {
  readonly precedents: Precedent[] = [];
  readonly unknown: string[] = [];
  constructor(
    private readonly place: Place,
    private readonly workbook: Workbook,
    private readonly sheetName: (sheet: Sheet) => string,
  ) {}

  rewrite(formula: string, depth: number): string {
    return pieces(formula)
      .map((piece) => this.piece(piece, depth))
      .join('');
  }

  private piece(piece: Piece, depth: number): string {
    if (piece.kind === 'reference') return this.reference(piece.sheet, piece.text);
    if (piece.kind === 'name') return this.name(piece, depth);
    if (piece.kind === 'structured') return this.structured(piece.table, piece.inner);
    if (piece.kind === 'function') return piece.text.replace(/^_xlfn\.(?:_xlws\.)?/i, '');
    return piece.text;
  }

  private reference(sheetName: string | null, text: string): string {
    const sheet = sheetName === null ? this.place.sheet : sheetNamed(this.workbook, sheetName);
    const area = parseArea(text.replaceAll('$', ''));
    return sheet && area ? this.area(sheet, area) : '#REF!';
  }

  /** Whole columns and rows are cut to what the sheet uses: nothing stands beyond. */
  private area(sheet: Sheet, area: Area): string {
    const used = isEntireColumn(area) || isEntireRow(area) ? sheet.cells.used(true) : null;
    const cut = used ? (overlap(used, area) ?? { ...area, rows: 1, columns: 1 }) : area;
    this.precedents.push({ sheet, area: cut });
    return `${this.sheetName(sheet)}!${areaText(cut)}`;
  }

  private name(piece: Extract<Piece, { kind: 'name' }>, depth: number): string {
    const scope = piece.sheet === null ? this.place.sheet : sheetNamed(this.workbook, piece.sheet);
    const wanted = piece.text.toLowerCase();
    const found = this.workbook.names.filter((name) => name.name.toLowerCase() === wanted && (name.scope === '' || name.scope === scope?.id));
    const name = found.find((each) => each.scope !== '') ?? found[0];
    if (name && depth < NAME_DEPTH) return `(${this.rewrite(name.formula, depth + 1)})`;
    const table = piece.sheet === null ? tableNamed(this.workbook, piece.text) : null;
    if (table) return this.area(table.sheet, bodyOf(table.table));
    if (!/^(TRUE|FALSE)$/i.test(piece.text)) this.unknown.push(piece.text);
    return piece.text;
  }

  private structured(tableName: string, inner: string): string {
    const owner = tableName === '' ? this.tableHere() : tableNamed(this.workbook, tableName);
    const area = owner && structuredArea(owner.table, inner, this.place.row);
    if (owner && area) return this.area(owner.sheet, area);
    this.unknown.push(tableName === '' ? `[${inner}]` : tableName);
    return '#REF!';
  }

  private tableHere(): OwnedTable | null {
    const { sheet, row, column } = this.place;
    const table = sheet.tables.find((each) => overlap(each.area, { row, column, rows: 1, columns: 1 }));
    return table ? { sheet, table } : null;
  }
}

interface OwnedTable {
  readonly sheet: Sheet;
  readonly table: Table;
}
function tableNamed(workbook: Workbook, name: string): OwnedTable | null {
  const wanted = name.toLowerCase();
  for (const sheet of workbook.sheets) {
    const table = sheet.tables.find((each) => each.name.toLowerCase() === wanted);
    if (table) return { sheet, table };
  }
  return null;
}
function sheetNamed(workbook: Workbook, name: string): Sheet | null {
  const wanted = name.toLowerCase();
  return workbook.sheets.find((sheet) => sheet.name.toLowerCase() === wanted) ?? null;
}

/** The data rows of a table. */
export function bodyOf(table: Table): Area {
  const top = table.showHeaders ? 1 : 0;
  const bottom = table.showTotals ? 1 : 0;
  return { ...table.area, row: table.area.row + top, rows: Math.max(1, table.area.rows - top - bottom) };
}

/** The area of `Table[inner]` seen from a row; null when a column is unknown. */
export function structuredArea(table: Table, inner: string, row: number): Area | null {
  const words = /^@?\[/.test(inner) ? bracketed(inner) : [inner];
  const special = words.map((word) => word.trim().toLowerCase()).find((word) => word.startsWith('#'));
  const atRow = special === '#this row' || words.some((word) => word.startsWith('@'));
  const names = words.map((word) => word.replace(/^@/, '').trim()).filter((word) => word !== '' && !word.startsWith('#'));
  const columns = columnSpan(table, names.map(unescaped));
  return columns && rowSpan(table, special ?? '', atRow ? row : null, columns);
}

/** "[#This Row],[A]" or "@[A]" → the words in brackets, with a leading @ kept. */
function bracketed(inner: string): string[] {
  return [...inner.matchAll(/(@?)\[((?:'.|[^[\]'])*)\]/g)].map((match) => `${match[1] ?? ''}${match[2] ?? ''}`);
}
function unescaped(name: string): string {
  return name.replace(/'(.)/g, '$1');
}

interface Span {
  readonly column: number;
  readonly columns: number;
}
function columnSpan(table: Table, names: readonly string[]): Span | null {
  if (names.length === 0) return { column: table.area.column, columns: table.area.columns };
  const indexes = names.map((name) => table.columns.findIndex((column) => column.toLowerCase() === name.toLowerCase()));
  if (indexes.includes(-1)) return null;
  const first = Math.min(...indexes);
  return { column: table.area.column + first, columns: Math.max(...indexes) - first + 1 };
}
function rowSpan(table: Table, special: string, row: number | null, columns: Span): Area | null {
  const { area } = table;
  if (row !== null) return { row, rows: 1, ...columns };
  if (special === '#all') return { row: area.row, rows: area.rows, ...columns };
  if (special === '#headers') return table.showHeaders ? { row: area.row, rows: 1, ...columns } : null;
  if (special === '#totals') return table.showTotals ? { row: area.row + area.rows - 1, rows: 1, ...columns } : null;
  const body = bodyOf(table);
  return { row: body.row, rows: body.rows, ...columns };
}

/** HYPERLINK(link, name) → (name); HYPERLINK(link) → (link). The link itself is not followed, so not evaluated. */
function withoutHyperlink(formula: string): string {
  const at = new RegExp(`(?<![A-Za-z0-9_.])${HYPERLINK}\\(`, 'i').exec(formula);
  if (!at || insideText(formula, at.index)) return formula;
  const parts = callArguments(formula, at.index + HYPERLINK.length);
  if (!parts) return formula;
  const shown = parts.args[1] ?? parts.args[0] ?? '';
  return `${formula.slice(0, at.index)}(${withoutHyperlink(shown)})${withoutHyperlink(formula.slice(parts.end))}`;
}
function insideText(formula: string, index: number): boolean {
  return (formula.slice(0, index).split('"').length - 1) % 2 === 1;
}

/** Arguments of the call whose "(" stands at `open`, and the place after its ")"; null when it never closes. */
function callArguments(formula: string, open: number): { readonly args: readonly string[]; readonly end: number } | null {
  const args: string[] = [];
  let depth = 0;
  let quoted: string | null = null;
  for (let at = open, start = open + 1; at < formula.length; at++) {
    const letter = formula[at] ?? '';
    if (quoted !== null) quoted = letter === quoted ? null : quoted;
    else if (letter === '"' || letter === "'") quoted = letter;
    else if ('({['.includes(letter)) depth += 1;
    else if (letter === ',' && depth === 1) {
      args.push(formula.slice(start, at));
      start = at + 1;
    } else if (')}]'.includes(letter) && --depth === 0) {
      args.push(formula.slice(start, at));
      return { args, end: at + 1 };
    }
  }
  return null;
}

/** A formula with one sheet's name changed; for renaming a sheet. `to` null = the sheet is gone: its references become #REF!. */
export function withSheetRenamed(formula: string, from: string, to: string | null, quote: (name: string) => string): string {
  const wanted = from.toLowerCase();
  const lead = formula.startsWith('=') ? '=' : '';
  const parts = pieces(formula).map((piece) => {
    const touches = (piece.kind === 'reference' || piece.kind === 'name') && piece.sheet?.toLowerCase() === wanted;
    if (!touches) return pieceText(piece, quote);
    return to === null ? '#REF!' : pieceText({ ...piece, sheet: to }, quote);
  });
  return lead + parts.join('');
}

/** A rule's formula as seen from a cell that lies `rows` and `columns` from the rule's first cell. */
export function shifted(formula: string, rows: number, columns: number): string {
  return shiftFormula(formula, rows, columns);
}
