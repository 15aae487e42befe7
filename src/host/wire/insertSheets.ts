/**
 * Workbook.insertWorksheetsFromBase64 (ExcelApi 1.13): the sheets of another workbook with values, formulas, formats, tables, rules and names.
 * Only .xlsx, as in Excel (office-js issue 2506); charts stay behind, as on the web; names that are taken are numbered; undo is gone
 * (office-js.md 1.9). The 5 MB limit of a request holds as for every other.
 */
import type { ConditionalFormat, DefinedName, Sheet, Table, Workbook } from '../model';
import { FileProblem } from '../files/fileProblem';
import { openWorkbook } from '../files/open';
import { withSheetRenamed } from '../formulas/resolve';
import { sheetText } from './address';
import { oneOf, struct, textOf } from './arguments';
import { putCell } from './edits';
import { refuse } from './errors';
import type { Arguments } from './kind';
import { cellsOf } from './rangeRef';
import { addSheet, copyLook, copyName, placeCopy } from './sheets';
import type { ExcelState } from './state';

const POSITIONS = ['None', 'Before', 'After', 'Beginning', 'End'] as const;
/** Stands for a sheet while several change names at once; no sheet can be called so. */
const between = (index: number): string => `__inserted_${index}__`;

/** Returns the ids of the new sheets. Throws InvalidArgument for what is no .xlsx or names no sheet of it, AccessDenied where none may be added. */
export function insertSheets(state: ExcelState, args: Arguments): string[] {
  state.mayChangeStructure();
  state.mayTakeFocus();
  const source = sourceOf(args.text(0));
  const options = args.at(1) === undefined || args.at(1) === null ? {} : struct(args.at(1));
  const position = options['positionType'] ? oneOf(options['positionType'], POSITIONS) : 'End';
  const anchor = anchorOf(state, args, options['relativeTo']);
  const made = new Insertion(state, source, wantedSheets(source, options['sheetNamesToInsert'])).run();
  const ordered = position === 'After' || position === 'Beginning' ? made.toReversed() : made;
  for (const sheet of ordered) placeCopy(state, sheet, position, anchor);
  state.recalculation.namesChanged();
  state.journal.forget();
  return made.map((sheet) => sheet.id);
}

function sourceOf(base64: string): Workbook {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0) refuse('InvalidArgument');
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) refuse('InvalidArgument');
  try {
    const source = openWorkbook(bytes, 'inserted.xlsx');
    return source.macros ? refuse('InvalidArgument') : source;
  } catch (error) {
    if (error instanceof FileProblem) refuse('InvalidArgument');
    throw error;
  }
}

function anchorOf(state: ExcelState, args: Arguments, relativeTo: unknown): Sheet | null {
  if (relativeTo === undefined || relativeTo === null) return null;
  if (typeof relativeTo === 'string') return state.sheetByName(relativeTo) ?? state.sheetById(relativeTo) ?? refuse('ItemNotFound');
  const id = args.inside(relativeTo)?.identity()['Id'];
  return (typeof id === 'string' ? state.sheetById(id) : null) ?? refuse('InvalidArgument');
}

function wantedSheets(source: Workbook, names: unknown): Sheet[] {
  const sheets = source.sheets.filter((sheet) => sheet.type === 'worksheet');
  if (names === undefined || names === null || (Array.isArray(names) && names.length === 0)) return sheets;
  if (!Array.isArray(names)) refuse('InvalidArgument');
  return names.map((name) => sheets.find((sheet) => sheet.name.toLowerCase() === textOf(name).toLowerCase()) ?? refuse('InvalidArgument'));
}

class Insertion {
  private readonly made = new Map<Sheet, Sheet>();
  private readonly tables = new Map<string, string>();
  private readonly styles = new Map<number, number>();

  constructor(
    private readonly state: ExcelState,
    private readonly source: Workbook,
    private readonly sheets: readonly Sheet[],
  ) {}

  run(): Sheet[] {
    for (const sheet of this.sheets) this.made.set(sheet, addSheet(this.state, this.freeName(sheet.name)));
    for (const [from, to] of this.made) to.tables = from.tables.map((table) => this.table(table));
    for (const [from, to] of this.made) this.fill(from, to);
    for (const name of this.source.names) this.name(name);
    return [...this.made.values()];
  }

  private freeName(name: string): string {
    return this.state.sheetByName(name) ? copyName(this.state, name) : name;
  }

  private fill(from: Sheet, to: Sheet): void {
    const used = from.cells.used(false);
    for (const [row, column] of used ? cellsOf(used) : []) {
      const formula = from.cells.formula(row, column);
      const own = formula !== '' && this.reaches(formula);
      const cell = { content: from.cells.get(row, column), formula: own ? this.renamed(formula) : '', style: this.style(from.cells.style(row, column)) };
      putCell(this.state, to, row, column, cell);
    }
    copyLook(from, to);
    to.visibility = from.visibility;
    to.rowOutline = new Map(from.rowOutline);
    to.protection = { protected: from.protection.protected, options: { ...from.protection.options } };
    to.customProperties = new Map(from.customProperties);
    to.autoFilter = from.autoFilter && { ...from.autoFilter };
    to.conditionalFormats = from.conditionalFormats.map((rule, index) => this.rule(rule, to, index));
    to.validations = from.validations.map((validation) => ({ ...validation, areas: validation.areas.map((area) => ({ ...area })), origin: -1 }));
  }

  /** Formats are the source's own: each is made again here. */
  private style(style: number): number {
    const known = this.styles.get(style);
    if (known !== undefined) return known;
    const made = style === 0 ? 0 : this.state.workbook.styles.derive(0, this.source.styles.resolve(style));
    this.styles.set(style, made);
    return made;
  }

  private rule(rule: ConditionalFormat, to: Sheet, index: number): ConditionalFormat {
    const dxf = rule.dxf < 0 ? rule.dxf : this.state.workbook.styles.addDxf(this.source.styles.resolveDxf(rule.dxf));
    const id = `{${to.id.slice(1, -1)}-${index}}`;
    return { ...rule, id, dxf, areas: rule.areas.map((area) => ({ ...area })), formula: this.renamed(rule.formula), origin: -1 };
  }

  private table(table: Table): Table {
    const name = this.freeTable(table.name);
    if (name !== table.name) this.tables.set(table.name, name);
    return { ...table, id: this.state.workbook.nextTableId(), name, area: { ...table.area }, columns: [...table.columns], part: '' };
  }
  private freeTable(name: string): string {
    const taken = new Set(
      [...this.state.workbook.sheets.flatMap((sheet) => sheet.tables), ...this.state.workbook.names].map((each) => each.name.toLowerCase()),
    );
    for (let number = 1; ; number++) {
      const free = number === 1 ? name : `${name}_${number}`;
      if (!taken.has(free.toLowerCase())) return free;
    }
  }

  /** A name that is taken stays with the new sheet alone, as when a sheet is moved between workbooks. */
  private name(name: DefinedName): void {
    const owner = [...this.made].find(([from]) =>
      name.scope === '' ? withSheetRenamed(name.formula, from.name, between(0), sheetText) !== name.formula : name.scope === from.id,
    );
    if (!owner) return;
    const taken = this.state.workbook.names.some((each) => each.scope === '' && each.name.toLowerCase() === name.name.toLowerCase());
    const scope = name.scope !== '' || taken ? owner[1].id : '';
    this.state.workbook.names.push({ ...name, scope, formula: this.renamed(name.formula) });
  }

  /** False for a formula that points at a sheet that was not inserted: here its value stands alone, where Excel would keep a link to the file. */
  private reaches(formula: string): boolean {
    const left = this.source.sheets.filter((sheet) => !this.made.has(sheet));
    return left.every((sheet) => withSheetRenamed(formula, sheet.name, between(0), sheetText) === withSheetRenamed(formula, between(0), between(0), sheetText));
  }

  /** New names of sheets and tables; all sheets at once, since one may take the old name of another. */
  private renamed(formula: string): string {
    const moved = [...this.made].filter(([from, to]) => from.name !== to.name);
    let text = moved.length > 0 ? moved.reduce((all, [from], index) => withSheetRenamed(all, from.name, between(index), sheetText), formula) : formula;
    for (const [index, [, to]] of moved.entries()) text = withSheetRenamed(text, between(index), to.name, sheetText);
    for (const [from, to] of this.tables) text = text.replaceAll(`${from}[`, `${to}[`);
    return text;
  }
}
