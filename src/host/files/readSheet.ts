/** What stands around the cells of a worksheet: view, columns, protection, page (ECMA-376 18.3.1.99). */
import type { Footer, Sheet } from '../model';
import { MAX_COLUMNS } from '../cells';
import { colorOf } from '../colors';
import { parseArea } from './references';
import type { XmlElement } from './xml';

/** Widest digit of the default font at 96 dpi, in pixels (ECMA-376 18.3.1.13). */
const DIGIT = 7;

/** Points Office.js gives for a column of `width` characters. */
export function widthToPoints(width: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / DIGIT)) / 256) * DIGIT) * 0.75;
}
export function pointsToWidth(points: number): number {
  return Math.trunc((points / 0.75 / DIGIT) * 256 + 0.5) / 256;
}

export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}

export function readSheetFrame(root: XmlElement, sheet: Sheet, theme: readonly string[]): void {
  const properties = root.child('sheetPr');
  sheet.tabColor = colorOf(properties?.child('tabColor'), theme);
  readView(root.child('sheetViews')?.child('sheetView'), sheet);
  // Lists of columns do not overlap: what says more than all columns is not read on.
  let columns = 0;
  for (const column of root.child('cols')?.elements('col') ?? []) if (columns < MAX_COLUMNS) columns += readColumn(column, sheet);
  sheet.protection = readProtection(root.child('sheetProtection'));
  const filter = root.child('autoFilter');
  sheet.autoFilter = parseArea(filter?.get('ref') ?? '');
  sheet.autoFilterActive = filter?.child('filterColumn') !== undefined;
  sheet.merged = [...(root.child('mergeCells')?.elements('mergeCell') ?? [])].flatMap((merge) => parseArea(merge.get('ref') ?? '') ?? []);
  sheet.pageLayout = { ...sheet.pageLayout, ...readPage(root, isTrue(properties?.child('pageSetUpPr')?.get('fitToPage'))) };
}

/** All but the titles, which stand in names of the workbook. */
function readPage(root: XmlElement, fits: boolean): Omit<Sheet['pageLayout'], 'printTitleRows' | 'printTitleColumns'> {
  const setup = root.child('pageSetup');
  return {
    orientation: setup?.get('orientation') === 'landscape' ? 'Landscape' : 'Portrait',
    fitToWidth: fits ? Number(setup?.get('fitToWidth') ?? 1) : 0,
    scale: Number(setup?.get('scale') ?? 100),
    breaks: [...(root.child('rowBreaks')?.elements('brk') ?? [])].map((each) => Number(each.get('id'))).filter((row) => row > 0),
    footer: footerOf(root.child('headerFooter')?.child('oddFooter')?.text() ?? ''),
  };
}
/** "&LNotes&RPage &P" by its parts (ECMA-376 18.3.1.46); a text without a mark stands in the middle. */
export function footerOf(text: string): Footer {
  const parts = { left: '', center: '', right: '' };
  const marks = { L: 'left', C: 'center', R: 'right' } as const;
  let place: keyof Footer = 'center';
  for (const piece of text.split(/(&[LCR])/)) {
    const mark = /^&([LCR])$/.exec(piece)?.[1];
    if (mark === undefined) parts[place] += piece;
    else place = marks[mark as keyof typeof marks];
  }
  return parts;
}

function readView(view: XmlElement | undefined, sheet: Sheet): void {
  const shown = view?.get('showGridLines');
  sheet.gridlines = shown === undefined || isTrue(shown);
  const pane = view?.child('pane');
  if (pane === undefined || !(pane.get('state') ?? '').startsWith('frozen')) return;
  sheet.frozenColumns = Math.trunc(Number(pane.get('xSplit') ?? 0));
  sheet.frozenRows = Math.trunc(Number(pane.get('ySplit') ?? 0));
}

/** How many columns it is about. */
function readColumn(column: XmlElement, sheet: Sheet): number {
  const first = Number(column.get('min')) - 1;
  const last = Math.min(Number(column.get('max')), MAX_COLUMNS) - 1;
  const width = Number(column.get('width'));
  const level = Number(column.get('outlineLevel') ?? 0);
  for (let i = Math.max(0, first); i <= last; i++) {
    if (column.get('width') !== undefined && width >= 0) sheet.columnWidths.set(i, widthToPoints(width));
    if (isTrue(column.get('hidden'))) sheet.hiddenColumns.add(i);
    if (level > 0) sheet.columnOutline.set(i, level);
  }
  return Math.max(0, last - Math.max(0, first) + 1) || 0;
}

/** Office.js option → attribute of sheetProtection and the value it has when missing; the attribute says "locked". */
export const PROTECTION_OPTIONS: readonly (readonly [string, string, boolean])[] = [
  ['allowAutoFilter', 'autoFilter', true],
  ['allowDeleteColumns', 'deleteColumns', true],
  ['allowDeleteRows', 'deleteRows', true],
  ['allowEditObjects', 'objects', false],
  ['allowEditScenarios', 'scenarios', false],
  ['allowFormatCells', 'formatCells', true],
  ['allowFormatColumns', 'formatColumns', true],
  ['allowFormatRows', 'formatRows', true],
  ['allowInsertColumns', 'insertColumns', true],
  ['allowInsertHyperlinks', 'insertHyperlinks', true],
  ['allowInsertRows', 'insertRows', true],
  ['allowPivotTables', 'pivotTables', true],
  ['allowSort', 'sort', true],
];

function readProtection(element: XmlElement | undefined): Sheet['protection'] {
  if (element === undefined || !isTrue(element.get('sheet'))) return { protected: false, options: {} };
  const locked = (attribute: string, missing: boolean): boolean => {
    const value = element.get(attribute);
    return value === undefined ? missing : isTrue(value);
  };
  const options: Record<string, boolean | string> = {};
  for (const [option, attribute, missing] of PROTECTION_OPTIONS) options[option] = !locked(attribute, missing);
  options['selectionMode'] = locked('selectUnlockedCells', false) ? 'None' : locked('selectLockedCells', false) ? 'Unlocked' : 'Normal';
  return { protected: true, options };
}
