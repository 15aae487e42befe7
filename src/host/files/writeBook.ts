/** workbook.xml: the list of sheets, names, views, protection and calculation, patched over what the file had. */
import type { DefinedName } from '../model';
import type { Book, BookSheet } from '../workbook';
import type { Draft } from './draft';
import { ensureChild, putChildren, WORKBOOK_ORDER } from './order';
import { isTrue } from './readSheet';
import { quotedSheet } from './references';
import { relationshipPrefix } from './relationshipPrefix';
import { parseXml, RELATIONSHIPS, writeXml, type XmlElement } from './xml';

const TITLES = '_xlnm.Print_Titles';

export interface BookChanges {
  /** Part of each sheet that the file does not have yet. */
  readonly newParts: ReadonlyMap<string, string>;
  readonly formulasWritten: boolean;
  /** The active sheet may be recorded (see save.ts). */
  readonly activeSheet: BookSheet | null;
}

/** Sheets of the file that are no more; their elements and parts are removed here. Returns how many. */
export function writeBook(book: Book, part: string, draft: Draft, changes: BookChanges): void {
  const root = parseXml(draft.text(part));
  const before = writeXml(root);
  const old = [...(root.child('sheets')?.elements('sheet') ?? [])];
  removeSheets(book, old, part, draft);
  const elements = writeSheetList(root, book, old, part, draft, changes.newParts);
  writeNames(root, book, old);
  writeState(root, book, changes);
  putChildren(ensureChild(root, 'sheets', WORKBOOK_ORDER), 'sheet', elements, []);
  if (writeXml(root) !== before) draft.putXml(part, root);
}

export function removedSheets(book: Book, old: readonly XmlElement[]): XmlElement[] {
  const kept = new Set(book.sheets.map((sheet) => sheet.origin?.sheetId));
  return old.filter((element) => !kept.has(element.get('sheetId') ?? ''));
}

function removeSheets(book: Book, old: readonly XmlElement[], part: string, draft: Draft): void {
  for (const element of removedSheets(book, old)) {
    const id = element.getIn(RELATIONSHIPS, 'id') ?? '';
    const target = draft.rels(part).all.find((relationship) => relationship.id === id)?.part;
    draft.rels(part).remove(id);
    if (target !== undefined) draft.remove(target);
  }
}

function writeSheetList(
  root: XmlElement,
  book: Book,
  old: readonly XmlElement[],
  part: string,
  draft: Draft,
  newParts: ReadonlyMap<string, string>,
): XmlElement[] {
  const byId = new Map(old.map((element) => [element.get('sheetId') ?? '', element]));
  let lastId = Math.max(0, ...old.map((element) => Number(element.get('sheetId') ?? 0)));
  return book.sheets.map((sheet) => {
    const known = sheet.origin === null ? undefined : byId.get(sheet.origin.sheetId);
    const element = known ?? root.make('sheet', { name: '', sheetId: ++lastId });
    element.set('name', sheet.name);
    const state = sheet.visibility === 'Visible' ? null : sheet.visibility === 'Hidden' ? 'hidden' : 'veryHidden';
    if ((element.get('state') ?? 'visible') !== (state ?? 'visible')) element.set('state', state);
    if (known === undefined) element.set(`${relationshipPrefix(root)}:id`, draft.relate(part, 'worksheet', newParts.get(sheet.id) ?? ''));
    return element;
  });
}

/** Names are matched to the file's by name and scope; Excel's own (`_xlnm.`) stay, with their sheet's number and name brought up to date. */
function writeNames(root: XmlElement, book: Book, old: readonly XmlElement[]): void {
  const elements = [...(root.child('definedNames')?.elements('definedName') ?? [])];
  const places = new Map(book.sheets.map((sheet, i) => [sheet.id, i]));
  const bySheetId = new Map(book.sheets.map((sheet) => [sheet.origin?.sheetId ?? '', sheet]));
  const oldSheets = old.map((element) => bySheetId.get(element.get('sheetId') ?? ''));
  const scopeOf = (element: XmlElement): string | null => {
    const local = element.get('localSheetId');
    return local === undefined ? '' : (oldSheets[Number(local)]?.id ?? null);
  };
  const byKey = new Map(elements.map((element) => [`${scopeOf(element) ?? '?'}|${(element.get('name') ?? '').toLowerCase()}`, element]));
  const builtIn = elements.filter((element) => (element.get('name') ?? '').startsWith('_xlnm.') && element.get('name') !== TITLES && scopeOf(element) !== null);
  for (const element of builtIn) followSheet(element, book, scopeOf(element) ?? '', places);
  const titles = book.sheets.flatMap((sheet) => writeTitles(root, sheet, byKey.get(`${sheet.id}|${TITLES.toLowerCase()}`), places));
  const names = book.names.map((name) => writeName(root, name, byKey.get(`${name.scope}|${name.name.toLowerCase()}`), places));
  const all = [...builtIn, ...titles, ...names];
  if (all.length === elements.length && all.every((element) => elements.includes(element))) restore(root, elements, all);
  else putChildren(root, 'definedNames', all.length === 0 ? [] : [root.make('definedNames', {}, all)], WORKBOOK_ORDER);
}

/** The same elements as before: keep the file's order. */
function restore(root: XmlElement, elements: readonly XmlElement[], all: readonly XmlElement[]): void {
  if (all.length > 0) putChildren(root.child('definedNames') as XmlElement, 'definedName', elements, []);
}

function followSheet(element: XmlElement, book: Book, scope: string, places: ReadonlyMap<string, number>): void {
  if (scope === '') return;
  element.set('localSheetId', String(places.get(scope) ?? 0));
  const name = book.sheets[places.get(scope) ?? -1]?.name ?? '';
  element.children = [
    element
      .text()
      .replace(/(?:'((?:[^']|'')*)'|([^'!,()\s]+))!/g, (whole, quoted?: string, bare?: string) =>
        (quoted?.replace(/''/g, "'") ?? bare) === name ? whole : quotedSheet(name) + '!',
      ),
  ];
}

function writeTitles(root: XmlElement, sheet: BookSheet, known: XmlElement | undefined, places: ReadonlyMap<string, number>): XmlElement[] {
  const { printTitleColumns: columns, printTitleRows: rows } = sheet.pageLayout;
  const parts = [columns, rows].filter((part) => part !== '');
  if (parts.length === 0) return [];
  const formula = parts.map((part) => `${quotedSheet(sheet.name)}!${part.replace(/\$?(\w+):\$?(\w+)/, '$$$1:$$$2')}`).join(',');
  const element = known ?? root.make('definedName', { name: TITLES });
  element.set('localSheetId', String(places.get(sheet.id) ?? 0));
  if (unquoted(element.text()) !== unquoted(formula)) element.children = [formula];
  return [element];
}

/** For comparing: quotes and dollars change nothing here. */
function unquoted(formula: string): string {
  return formula.replace(/['$]/g, '');
}

function writeName(root: XmlElement, name: DefinedName, known: XmlElement | undefined, places: ReadonlyMap<string, number>): XmlElement {
  const element = known ?? root.make('definedName', { name: name.name });
  element.set('localSheetId', name.scope === '' ? null : String(places.get(name.scope) ?? 0));
  if (isTrue(element.get('hidden')) === name.visible) element.set('hidden', name.visible ? null : '1');
  if ((element.get('comment') ?? '') !== name.comment) element.set('comment', name.comment === '' ? null : name.comment);
  if (element.text() !== name.formula) element.children = [name.formula];
  return element;
}

function writeState(root: XmlElement, book: Book, changes: BookChanges): void {
  const before = book.origin?.prints;
  if (book.origin === null && book.date1904) ensureChild(root, 'workbookPr', WORKBOOK_ORDER).set('date1904', '1');
  if (changes.activeSheet !== null) {
    const views = ensureChild(root, 'bookViews', WORKBOOK_ORDER);
    const view = views.child('workbookView') ?? root.make('workbookView');
    if (views.child('workbookView') === undefined) views.append(view);
    const index = book.sheets.indexOf(changes.activeSheet);
    if (Number(view.get('activeTab') ?? 0) !== index) view.set('activeTab', String(index));
  }
  if (String(book.structureProtected) !== (before?.get('protection') ?? 'false')) writeProtection(root, book.structureProtected);
  if (book.calculationMode !== (before?.get('calculation') ?? 'Automatic')) {
    const mode = { Automatic: null, AutomaticExceptTables: 'autoNoTable', Manual: 'manual' }[book.calculationMode];
    ensureChild(root, 'calcPr', WORKBOOK_ORDER).set('calcMode', mode);
  }
  if (changes.formulasWritten) ensureChild(root, 'calcPr', WORKBOOK_ORDER).set('fullCalcOnLoad', '1');
}

function writeProtection(root: XmlElement, on: boolean): void {
  if (on) ensureChild(root, 'workbookProtection', WORKBOOK_ORDER).set('lockStructure', '1');
  else root.child('workbookProtection')?.set('lockStructure', null);
}
