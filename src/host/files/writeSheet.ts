/** One worksheet part: untouched, patched over what the file had, or new. */
import type { Book, BookSheet } from '../workbook';
import type { Draft } from './draft';
import { changedSections, printSheet, printTable, tableKey, type Section } from './prints';
import type { SheetOrigin } from './origin';
import { ensureChild, putChildren, WORKSHEET_ORDER } from './order';
import { outlineLevel, viewOf, writeColumns, writeFilter, writeMerged, writePage, writeProtection, writeTab, writeView } from './writeFrame';
import { writeHyperlinks, writeRules, writeValidations } from './writeRules';
import { writeCharts } from './writeCharts';
import { patchTables, writeTableParts } from './writeTables';
import { FittedHeights } from './fittedHeights';
import { RowPatcher, writeAllRows } from './writeRows';
import { areaAddress } from './references';
import { RecordStream } from './records';
import { relationshipPrefix } from './relationshipPrefix';
import { EntryWriter, packBytes } from './zipWrite';
import type { Package } from './package';
import { newWorkbook } from '../workbook';
import { MAIN, parseXml, RELATIONSHIPS, writeElement, XmlElement } from './xml';

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const PROPERTY_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty';
/** Above this many cells a sheet is packed faster and less tightly. */
const LARGE = 500_000;

const NEW_SHEET = `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><dimension ref="A1"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;
const EMPTY_PRINTS = printSheet(newWorkbook('').addSheet(''));

/** Which tab is shown as selected changes only in sheets that are written anyway. */
export interface Selection {
  readonly selected: boolean;
  readonly matters: boolean;
}

/** True when the sheet's part has to be written. */
export function sheetNeedsWriting(sheet: BookSheet): boolean {
  if (sheet.type !== 'worksheet') return false;
  return sheet.origin === null || sheet.cells.dirty || changedSections(sheet, sheet.origin.prints).size > 0;
}

/** True when a table of the sheet changed though the sheet did not. */
export function tablesNeedWriting(sheet: BookSheet): boolean {
  return sheet.tables.some((table) => table.part !== '' && sheet.origin?.prints.get(tableKey(table.part)) !== printTable(table));
}

/** Writes the sheet's part into the draft. */
export function writeSheet(book: Book, sheet: BookSheet, part: string, draft: Draft, selection: Selection): void {
  const { origin } = sheet;
  const root = origin?.skeleton.clone() ?? parseXml(NEW_SHEET);
  const changed = changedSections(sheet, origin?.prints ?? EMPTY_PRINTS);
  writeSections(root, book, sheet, part, draft, changed);
  if (selection.matters) viewOf(root).set('tabSelected', selection.selected ? '1' : null);
  if (sheet.cells.dirty || origin === null) {
    const used = sheet.cells.used(false);
    ensureChild(root, 'dimension', WORKSHEET_ORDER).set('ref', used === null ? 'A1' : areaAddress(used));
  }
  const used = sheet.cells.used(false);
  const writer = new EntryWriter(part, used !== null && used.rows * used.columns > LARGE ? 1 : 6);
  const out = (text: string): void => writer.text(text);
  writeAround(root, out, () => writeData(book, sheet, root.prefix, changed.has('rows'), out));
  draft.put(writer.end(), origin === null ? SHEET_TYPE : undefined);
}

function writeSections(root: XmlElement, book: Book, sheet: BookSheet, part: string, draft: Draft, changed: ReadonlySet<Section>): void {
  if (changed.has('tab')) writeTab(root, sheet);
  if (changed.has('view')) writeView(root, sheet);
  if (changed.has('columns')) writeColumns(root, sheet);
  if (changed.has('rows') && sheet.rowOutline.size > 0) outlineLevel(root, 'outlineLevelRow', maximum(sheet.rowOutline.values()));
  if (changed.has('protection')) writeProtection(root, sheet);
  if (changed.has('filter')) writeFilter(root, sheet);
  if (changed.has('merged')) writeMerged(root, sheet);
  if (changed.has('rules')) writeRules(root, sheet);
  if (changed.has('validations')) writeValidations(root, sheet);
  if (changed.has('links')) writeHyperlinks(root, sheet, draft, part);
  if (changed.has('page')) writePage(root, sheet);
  if (changed.has('properties')) writeProperties(root, sheet, draft, part);
  if (changed.has('charts')) writeCharts(root, sheet, book.sheets, draft, part);
  if (changed.has('tables')) writeTableParts(root, sheet, draft, part);
  patchTables(sheet, draft, sheet.origin?.prints ?? EMPTY_PRINTS);
}

function maximum(values: Iterable<number>): number {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most;
}

/** The tree's text with the rows put where sheetData stands. */
function writeAround(root: XmlElement, out: (text: string) => void, rows: () => void): void {
  const children = root.children;
  const at = children.findIndex((child) => child instanceof XmlElement && child.local === 'sheetData' && child.uri === root.uri);
  const data = (children[at] as XmlElement).clone();
  data.children = [];
  root.children = [];
  out('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n' + writeElement(root).slice(0, -2) + '>');
  for (const child of children.slice(0, at)) if (child instanceof XmlElement) out(writeElement(child));
  out(writeElement(data).slice(0, -2) + '>');
  rows();
  out(`</${data.name}>`);
  for (const child of children.slice(at + 1)) if (child instanceof XmlElement) out(writeElement(child));
  out(`</${root.name}>`);
}

function writeData(book: Book, sheet: BookSheet, prefix: string, rowsChanged: boolean, out: (text: string) => void): void {
  const { origin } = sheet;
  const heights = new FittedHeights(book.styles, sheet);
  if (origin === null || book.origin === null) writeAllRows(sheet, heights, out);
  else if (!sheet.cells.dirty && !rowsChanged) copyRows(book.origin.pack, sheet.part, origin, out);
  else {
    const patcher = new RowPatcher(sheet, rowsChanged, prefix, heights, out);
    const stream = new RecordStream('sheetData', 1, 'row', patcher);
    book.origin.pack.stream(sheet.part, (text) => stream.push(text));
    stream.end();
    patcher.end();
  }
}

/** The rows' own text, unread. */
function copyRows(pack: Package, part: string, origin: SheetOrigin, out: (text: string) => void): void {
  if (origin.dataEmpty) return;
  let at = 0;
  pack.stream(part, (text) => {
    const from = Math.max(0, origin.dataStart - at);
    const to = Math.min(text.length, origin.dataEnd - at);
    if (from < to) out(text.slice(from, to));
    at += text.length;
  });
}

/** Each custom property is a part of UTF-16 text. */
function writeProperties(root: XmlElement, sheet: BookSheet, draft: Draft, part: string): void {
  const rels = draft.rels(part);
  for (const relationship of [...rels.all]) {
    if (!relationship.type.endsWith('/customProperty')) continue;
    rels.remove(relationship.id);
    draft.remove(relationship.part);
  }
  const prefix = relationshipPrefix(root);
  const properties = [...sheet.customProperties].map(([name, value]) => {
    const target = draft.freeName('xl/customProperty', '.bin');
    draft.put(packBytes(target, utf16(value)), PROPERTY_TYPE);
    return root.make('customPr', { name, [`${prefix}:id`]: draft.relate(part, 'customProperty', target) });
  });
  putChildren(root, 'customProperties', properties.length === 0 ? [] : [root.make('customProperties', {}, properties)], WORKSHEET_ORDER);
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    bytes[2 * i] = text.charCodeAt(i) & 255;
    bytes[2 * i + 1] = text.charCodeAt(i) >> 8;
  }
  return bytes;
}
