/** The sections around the cells, written into a sheet's tree. Attributes and children we do not know stay. */
import type { Sheet } from '../model';
import { ensureChild, HEADER_FOOTER_ORDER, putChildren, SHEET_PROPERTIES_ORDER, VIEW_ORDER, WORKSHEET_ORDER } from './order';
import { areaAddress, cellAddress } from './references';
import { footerOf, pointsToWidth, PROTECTION_OPTIONS, widthToPoints } from './readSheet';
import type { XmlElement } from './xml';

export function writeTab(root: XmlElement, sheet: Sheet): void {
  const properties = ensureChild(root, 'sheetPr', WORKSHEET_ORDER);
  const color = sheet.tabColor === '' ? [] : [root.make('tabColor', { rgb: 'FF' + sheet.tabColor.slice(1).toUpperCase() })];
  putChildren(properties, 'tabColor', color, SHEET_PROPERTIES_ORDER);
}

export function writeView(root: XmlElement, sheet: Sheet): void {
  const view = viewOf(root);
  view.set('showGridLines', sheet.gridlines ? null : '0');
  const { frozenRows, frozenColumns } = sheet;
  const selections = [...view.elements('selection')];
  if (frozenRows === 0 && frozenColumns === 0) {
    if (view.child('pane')?.get('state')?.startsWith('frozen') !== true) return;
    putChildren(view, 'pane', [], VIEW_ORDER);
    putChildren(
      view,
      'selection',
      selections.slice(-1).map((selection) => selection.set('pane', null)),
      VIEW_ORDER,
    );
    return;
  }
  const activePane = frozenRows > 0 && frozenColumns > 0 ? 'bottomRight' : frozenRows > 0 ? 'bottomLeft' : 'topRight';
  const pane = root.make('pane', {
    xSplit: frozenColumns > 0 ? frozenColumns : undefined,
    ySplit: frozenRows > 0 ? frozenRows : undefined,
    topLeftCell: cellAddress(frozenRows, frozenColumns),
    activePane,
    state: 'frozen',
  });
  putChildren(view, 'pane', [pane], VIEW_ORDER);
  const last = selections[selections.length - 1];
  putChildren(view, 'selection', [root.make('selection', { pane: activePane, activeCell: last?.get('activeCell'), sqref: last?.get('sqref') })], VIEW_ORDER);
}

export function viewOf(root: XmlElement): XmlElement {
  const views = ensureChild(root, 'sheetViews', WORKSHEET_ORDER);
  const view = views.child('sheetView');
  if (view !== undefined) return view;
  const made = root.make('sheetView', { workbookViewId: 0 });
  views.append(made);
  return made;
}

/** Excel's standard width with the default font, where a column needs a width only because of something else. */
const STANDARD_WIDTH = '9.140625';

export function writeColumns(root: XmlElement, sheet: Sheet): void {
  const byColumn = new Map<number, XmlElement>();
  for (const element of root.child('cols')?.elements('col') ?? []) {
    for (let column = Number(element.get('min')); column <= Math.min(Number(element.get('max')), 16_384); column++) byColumn.set(column - 1, element.clone());
  }
  const known = new Set([...byColumn.keys(), ...sheet.columnWidths.keys(), ...sheet.hiddenColumns, ...sheet.columnOutline.keys()]);
  const columns = [...known].sort((a, b) => a - b).map((column) => writeColumn(byColumn.get(column) ?? root.make('col'), column, sheet));
  const joined = joinedColumns(columns);
  putChildren(root, 'cols', joined.length === 0 ? [] : [root.make('cols', {}, joined)], WORKSHEET_ORDER);
  const deepest = Math.max(0, ...sheet.columnOutline.values());
  if (deepest > 0) outlineLevel(root, 'outlineLevelCol', deepest);
}

export function outlineLevel(root: XmlElement, attribute: 'outlineLevelCol' | 'outlineLevelRow', level: number): void {
  const format = ensureChild(root, 'sheetFormatPr', WORKSHEET_ORDER);
  if (format.get('defaultRowHeight') === undefined) format.set('defaultRowHeight', '15');
  format.set(attribute, String(level));
}

function writeColumn(element: XmlElement, column: number, sheet: Sheet): XmlElement {
  const points = sheet.columnWidths.get(column);
  const before = element.get('width');
  if (points !== undefined && (before === undefined || widthToPoints(Number(before)) !== points))
    element.set('width', String(pointsToWidth(points))).set('customWidth', '1');
  if (element.get('width') === undefined) element.set('width', STANDARD_WIDTH);
  element.set('hidden', sheet.hiddenColumns.has(column) ? '1' : null);
  const level = sheet.columnOutline.get(column) ?? 0;
  element.set('outlineLevel', level > 0 ? String(level) : null);
  return element.set('min', String(column + 1)).set('max', String(column + 1));
}

/** Neighbours that say the same become one element. */
function joinedColumns(columns: readonly XmlElement[]): XmlElement[] {
  const joined: XmlElement[] = [];
  const rest = (element: XmlElement): string => JSON.stringify([...element.attributes].filter(([name]) => name !== 'min' && name !== 'max').sort());
  for (const column of columns) {
    const last = joined[joined.length - 1];
    if (last !== undefined && Number(last.get('max')) + 1 === Number(column.get('min')) && rest(last) === rest(column))
      last.set('max', column.get('max') ?? '');
    else joined.push(column);
  }
  return joined;
}

export function writeProtection(root: XmlElement, sheet: Sheet): void {
  if (!sheet.protection.protected) {
    putChildren(root, 'sheetProtection', [], WORKSHEET_ORDER);
    return;
  }
  const element = ensureChild(root, 'sheetProtection', WORKSHEET_ORDER).set('sheet', '1');
  const { options } = sheet.protection;
  for (const [option, attribute, lockedWhenMissing] of PROTECTION_OPTIONS) {
    const allowed = options[option] === true || (options[option] === undefined && !lockedWhenMissing);
    element.set(attribute, allowed === !lockedWhenMissing ? null : allowed ? '0' : '1');
  }
  const mode = options['selectionMode'] ?? 'Normal';
  element.set('selectLockedCells', mode === 'Normal' ? null : '1').set('selectUnlockedCells', mode === 'None' ? '1' : null);
}

export function writeFilter(root: XmlElement, sheet: Sheet): void {
  if (sheet.autoFilter === null) {
    putChildren(root, 'autoFilter', [], WORKSHEET_ORDER);
    return;
  }
  const filter = ensureChild(root, 'autoFilter', WORKSHEET_ORDER).set('ref', areaAddress(sheet.autoFilter));
  if (!sheet.autoFilterActive) filter.children = [];
}

export function writeMerged(root: XmlElement, sheet: Sheet): void {
  const cells = sheet.merged.map((area) => root.make('mergeCell', { ref: areaAddress(area) }));
  putChildren(root, 'mergeCells', cells.length === 0 ? [] : [root.make('mergeCells', { count: cells.length }, cells)], WORKSHEET_ORDER);
}

export function writePage(root: XmlElement, sheet: Sheet): void {
  const { orientation, fitToWidth, scale, footer } = sheet.pageLayout;
  const setup = ensureChild(root, 'pageSetup', WORKSHEET_ORDER).set('orientation', orientation === 'Landscape' ? 'landscape' : 'portrait');
  const properties = ensureChild(root, 'sheetPr', WORKSHEET_ORDER);
  if (fitToWidth > 0) {
    ensureChild(properties, 'pageSetUpPr', SHEET_PROPERTIES_ORDER).set('fitToPage', '1');
    setup.set('fitToWidth', String(fitToWidth)).set('fitToHeight', setup.get('fitToHeight') ?? '0');
  } else properties.child('pageSetUpPr')?.set('fitToPage', null);
  setup.set('scale', fitToWidth > 0 || scale === 100 ? null : String(scale));
  writeFooter(root, footer);
  writeBreaks(root, sheet.pageLayout.breaks);
}

/** A footer that says the same already stays as it is written. */
function writeFooter(root: XmlElement, footer: Sheet['pageLayout']['footer']): void {
  const { left, center, right } = footer;
  const before = footerOf(root.child('headerFooter')?.child('oddFooter')?.text() ?? '');
  if (before.left === left && before.center === center && before.right === right) return;
  const text = [`&L${left}`, `&C${center}`, `&R${right}`].filter((part) => part.length > 2).join('');
  ensureChild(ensureChild(root, 'headerFooter', WORKSHEET_ORDER), 'oddFooter', HEADER_FOOTER_ORDER).children = [text];
}

/** A break after row `id` (1-based), as ECMA-376 18.3.1.3 counts. */
function writeBreaks(root: XmlElement, rows: readonly number[]): void {
  const breaks = rows.map((row) => root.make('brk', { id: row, max: 16_383, man: 1 }));
  const count = { count: breaks.length, manualBreakCount: breaks.length };
  putChildren(root, 'rowBreaks', breaks.length === 0 ? [] : [root.make('rowBreaks', count, breaks)], WORKSHEET_ORDER);
}
