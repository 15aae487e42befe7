/** What the workbench's grid draws: a window of cells with their texts, looks and links, and the sheet tabs. */
import type { CellFormat, CellContent, ConditionalFormat, Sheet, Validation } from './model';
import type { CellArea, CellLink, CellWindow, OpenedWorkbook, SheetTab, WindowCell } from './protocol';
import { cellText } from './cellText';
import type { RuleAnswers } from './formulas/rules';
import { overlap, parseArea, splitSheet } from './wire/address';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT } from './wire/widths';
import type { ExcelState } from './wire/state';

const PIXELS_A_POINT = 96 / 72;
const LIST_CHOICES = 500;

export function sheetTabs(state: ExcelState): SheetTab[] {
  return state.workbook.sheets.map((sheet) => {
    const used = sheet.cells.used(false);
    return {
      id: sheet.id,
      name: sheet.name,
      visibility: sheet.visibility,
      tabColor: sheet.tabColor,
      active: sheet.id === state.workbook.activeSheetId,
      readable: sheet.type === 'worksheet',
      rows: used ? used.row + used.rows : 0,
      columns: used ? used.column + used.columns : 0,
      frozenRows: sheet.frozenRows,
      frozenColumns: sheet.frozenColumns,
      gridlines: sheet.gridlines,
      protected: sheet.protection.protected,
    };
  });
}

export function openedWorkbook(state: ExcelState): OpenedWorkbook {
  const kept = state.workbook.sheets.filter((sheet) => sheet.type !== 'worksheet').map((sheet) => `Sheet ${sheet.name} has no cells; it is kept as it is.`);
  return { fileName: state.workbook.fileName, sheets: sheetTabs(state), readOnly: state.workbook.readOnly, notices: kept };
}

/** The cells of an area of a sheet, ready to draw. */
export function cellWindow(state: ExcelState, rules: RuleAnswers, sheet: Sheet, area: CellArea): CellWindow {
  state.settle();
  const holding = rules.holding(state.workbook, state.version, sheet, area);
  const near = {
    links: sheet.hyperlinks.filter((link) => overlap(link.area, area)),
    lists: sheet.validations.filter((each) => each.type === 'list' && each.areas.some((part) => overlap(part, area))),
  };
  const rows = count(area.row, area.rows);
  const columns = count(area.column, area.columns);
  return {
    sheetId: sheet.id,
    row: area.row,
    column: area.column,
    cells: rows.map((row) => columns.map((column) => windowCell(state, sheet, { row, column }, holding(row, column), near))),
    columnWidths: columns.map((column) => pixels(sheet.hiddenColumns.has(column), sheet.columnWidths.get(column) ?? DEFAULT_COLUMN_WIDTH)),
    rowHeights: rows.map((row) => pixels(sheet.hiddenRows.has(row), sheet.rowHeights.get(row) ?? DEFAULT_ROW_HEIGHT)),
    columnOutline: columns.map((column) => sheet.columnOutline.get(column) ?? 0),
    merged: sheet.merged.filter((merged) => overlap(merged, area)),
    version: state.version,
  };
}
function count(from: number, length: number): number[] {
  return Array.from({ length }, (_, index) => from + index);
}
function pixels(hidden: boolean, points: number): number {
  return hidden ? 0 : Math.round(points * PIXELS_A_POINT);
}

interface Spot {
  readonly row: number;
  readonly column: number;
}
interface Near {
  readonly links: Sheet['hyperlinks'];
  readonly lists: readonly Validation[];
}
function windowCell(state: ExcelState, sheet: Sheet, { row, column }: Spot, rules: readonly ConditionalFormat[], near: Near): WindowCell {
  const content = sheet.cells.get(row, column);
  const format = state.workbook.styles.resolve(sheet.cells.style(row, column));
  const formula = sheet.cells.formula(row, column);
  const here = { row, column, rows: 1, columns: 1 };
  const link = linkOf(
    near.links.find((each) => overlap(each.area, here)),
    formula,
  );
  const list = near.lists.find((each) => each.areas.some((area) => overlap(area, here)));
  return {
    text: cellText(content, format.numberFormat, state.workbook.date1904),
    input: inputText(content, formula, format.numberFormat, state.workbook.date1904),
    kind: kindOf(content),
    ...look(format, content),
    ...ruleLook(state, rules),
    ...(link ? { link } : {}),
    ...(list ? { list: choices(state, sheet, list) } : {}),
    locked: format.locked,
  };
}

function kindOf(content: CellContent): WindowCell['kind'] {
  if (content === null) return 'empty';
  if (typeof content === 'object') return 'error';
  return ({ string: 'text', number: 'number', boolean: 'boolean' } as const)[typeof content as 'string' | 'number' | 'boolean'];
}
/** As the formula bar shows it: dates as dates, other numbers in full. */
function inputText(content: CellContent, formula: string, numberFormat: string, date1904: boolean): string {
  if (formula !== '') return formula;
  const shown = cellText(content, 'General', date1904);
  if (typeof content !== 'number') return shown;
  const asDate = /[dmyhs]/i.test(numberFormat.replace(/"[^"]*"|\[[^\]]*\]|General/gi, ''));
  return asDate ? cellText(content, content % 1 === 0 ? 'm/d/yyyy' : 'm/d/yyyy h:mm', date1904) : String(content);
}

function look(format: CellFormat, content: CellContent): Partial<WindowCell> {
  return {
    ...(format.fill === '' ? {} : { fill: format.fill }),
    ...(format.font.color === '' ? {} : { color: format.font.color }),
    ...(format.font.bold ? { bold: true } : {}),
    ...(format.font.italic ? { italic: true } : {}),
    ...(format.font.underline ? { underline: true } : {}),
    ...(format.font.strikethrough ? { strikethrough: true } : {}),
    ...(format.wrap ? { wrap: true } : {}),
    align: alignOf(format.horizontal, content),
  };
}
function alignOf(horizontal: string, content: CellContent): 'left' | 'center' | 'right' {
  if (horizontal === 'left' || horizontal === 'center' || horizontal === 'right') return horizontal;
  if (typeof content === 'number') return 'right';
  return typeof content === 'boolean' || (typeof content === 'object' && content !== null) ? 'center' : 'left';
}
/** The first rule that says something about a part of the look wins it; a rule with stopIfTrue ends the list. */
function ruleLook(state: ExcelState, rules: readonly ConditionalFormat[]): Partial<WindowCell> {
  const found: { -readonly [K in keyof WindowCell]?: WindowCell[K] } = {};
  for (const rule of rules) {
    const format = state.workbook.styles.resolveDxf(rule.dxf);
    if (format.fill !== '') found.fill ??= format.fill;
    if (format.fontColor !== '') found.color ??= format.fontColor;
    if (format.bold) found.bold = true;
    if (format.italic) found.italic = true;
    if (format.strikethrough) found.strikethrough = true;
    found.highlighted = true;
    if (rule.stopIfTrue) break;
  }
  return found;
}

/** A cell's own link, or that of a HYPERLINK formula with a fixed target sheet: `#'Sheet'!A` and a row that the link itself finds is left to the grid's caller. */
function linkOf(link: Sheet['hyperlinks'][number] | undefined, formula: string): CellLink | null {
  if (link) return { address: link.address, documentReference: link.documentReference, screenTip: link.screenTip };
  const fixed = /^=HYPERLINK\("([^"]+)"\s*[,)]/i.exec(formula)?.[1];
  if (fixed === undefined) return null;
  return fixed.startsWith('#') ? { address: '', documentReference: fixed.slice(1), screenTip: '' } : { address: fixed, documentReference: '', screenTip: '' };
}

/** The choices of a list validation: written inline, or the texts of a range. */
export function choices(state: ExcelState, sheet: Sheet, list: Validation): string[] {
  const source = list.source.trim();
  const target = source.startsWith('=') ? source.slice(1) : source;
  const { sheet: sheetName, rest } = splitSheet(target);
  const area = parseArea(rest.replaceAll('$', ''));
  if (!area || (!source.startsWith('=') && source.includes(',')))
    return source
      .replace(/^"|"$/g, '')
      .split(',')
      .map((each) => each.trim());
  const owner = sheetName === null ? sheet : state.sheetByName(sheetName);
  const used = owner?.cells.used(true);
  const part = used && overlap(used, area);
  if (!owner || !part) return [];
  const texts: string[] = [];
  for (let row = part.row; row < part.row + part.rows && texts.length < LIST_CHOICES; row++) {
    for (let column = part.column; column < part.column + part.columns; column++) {
      const text = cellText(owner.cells.get(row, column), 'General', state.workbook.date1904);
      if (text !== '') texts.push(text);
    }
  }
  return texts;
}
