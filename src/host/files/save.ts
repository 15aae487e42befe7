/**
 * Saves a workbook. A workbook from a file is patched: what nobody touched keeps its bytes, down to the packed ones; only workbook.xml, its
 * relationships, the content types, appended styles, touched sheets and new parts are written.
 */
import { Book, type BookSheet } from '../workbook';
import type { Workbook } from '../model';
import { Draft } from './draft';
import { Package } from './package';
import { settingsPart, writeSettings } from './settings';
import { removedSheets, writeBook } from './writeBook';
import { sheetNeedsWriting, tablesNeedWriting, writeSheet } from './writeSheet';
import { patchTables } from './writeTables';
import { packBytes, writeZip } from './zipWrite';
import { MAIN, parseXml, RELATIONSHIPS } from './xml';

const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
const CUSTOM_XML_PROPERTIES = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const SETTINGS_ID = '{7B1C6B0E-4C53-4C0B-9C3E-5B8A3C2D9E41}';

const NEW_PARTS: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  ['xl/workbook.xml', `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView/></bookViews><sheets/></workbook>`],
];

/** Package and workbook part that a workbook without a file starts from. */
function emptyPackage(): { pack: Package; workbookPart: string } {
  const entries = NEW_PARTS.map(([name, xml]) =>
    packBytes(name, new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n${xml}`)),
  );
  return { pack: new Package(entries), workbookPart: 'xl/workbook.xml' };
}

/**
 * Bytes of the workbook as .xlsx (.xlsm when it came with macros). The workbook itself is not changed and can be saved again.
 * Throws when the workbook has no sheet, since Excel opens none such.
 */
export function saveWorkbook(workbook: Workbook): Uint8Array {
  if (!(workbook instanceof Book)) throw new TypeError('not a workbook of this engine');
  if (workbook.sheets.length === 0) throw new Error('a workbook needs a sheet');
  const { pack, workbookPart } = workbook.origin ?? emptyPackage();
  const draft = new Draft(pack);
  const newParts = newSheetParts(workbook, draft);
  const selection = selectionChange(workbook);
  const removed = workbook.origin === null ? [] : removedSheets(workbook, [...(parseXml(pack.text(workbookPart)).child('sheets')?.elements('sheet') ?? [])]);
  const formulasChanged = workbook.sheets.some((sheet) => sheet.cells.formulasChanged);
  const activeSheet = selection === null ? null : (workbook.sheets.find((sheet) => sheet.id === workbook.activeSheetId) ?? null);
  writeBook(workbook, workbookPart, draft, { newParts, formulasWritten: formulasChanged, activeSheet });
  for (const sheet of workbook.sheets) writeOneSheet(workbook, sheet, newParts.get(sheet.id) ?? sheet.part, draft, selection);
  if (formulasChanged || removed.length > 0) dropCalculationChain(draft, workbookPart);
  writeStyles(workbook, draft, workbookPart);
  saveSettings(workbook, draft, workbookPart, pack);
  return writeZip(draft.entries());
}

function newSheetParts(book: Book, draft: Draft): Map<string, string> {
  const parts = new Map<string, string>();
  const taken = new Set<string>();
  for (const sheet of book.sheets) {
    if (sheet.origin !== null) continue;
    let number = 1;
    while (draft.has(`xl/worksheets/sheet${number}.xml`) || taken.has(`xl/worksheets/sheet${number}.xml`)) number++;
    const part = `xl/worksheets/sheet${number}.xml`;
    taken.add(part);
    parts.set(sheet.id, part);
  }
  return parts;
}

/**
 * Two sheets marked as selected would be edited together in Excel. So the active sheet is recorded only when the sheet that was active in
 * the file is written anyway or gone; else the file's own selection stands. Null = it stands.
 */
function selectionChange(book: Book): { active: string } | null {
  const before = book.origin?.prints.get('active') ?? '';
  if (before === book.activeSheetId) return null;
  const old = book.sheets.find((sheet) => sheet.id === before);
  return old === undefined || sheetNeedsWriting(old) ? { active: book.activeSheetId } : null;
}

function writeOneSheet(book: Book, sheet: BookSheet, part: string, draft: Draft, selection: { active: string } | null): void {
  if (sheetNeedsWriting(sheet)) writeSheet(book, sheet, part, draft, { matters: selection !== null, selected: selection?.active === sheet.id });
  else if (tablesNeedWriting(sheet)) patchTables(sheet, draft, sheet.origin?.prints ?? new Map());
}

/** Excel builds the chain anew; one that names cells without a formula makes it repair the file. */
function dropCalculationChain(draft: Draft, workbookPart: string): void {
  const rels = draft.rels(workbookPart);
  for (const relationship of [...rels.all]) {
    if (!relationship.type.endsWith('/calcChain')) continue;
    rels.remove(relationship.id);
    if (draft.has(relationship.part)) draft.remove(relationship.part);
  }
}

function writeStyles(book: Book, draft: Draft, workbookPart: string): void {
  const known = draft.rels(workbookPart).all.find((relationship) => relationship.type.endsWith('/styles'));
  if (known !== undefined) {
    if (book.styles.dirty) draft.putXml(known.part, book.styles.tree);
    return;
  }
  if (!book.styles.dirty && book.origin !== null) return;
  const part = draft.freeName('xl/styles', '.xml').replace('styles1.xml', 'styles.xml');
  draft.putXml(part, book.styles.tree, STYLES_TYPE);
  draft.relate(workbookPart, 'styles', part);
}

function saveSettings(book: Book, draft: Draft, workbookPart: string, pack: Package): void {
  const settings = JSON.stringify([...book.settings]);
  if (settings === (book.origin?.prints.get('settings') ?? '[]')) return;
  const known = settingsPart(pack, draft.rels(workbookPart).all);
  if (known !== undefined) {
    draft.putText(known.part, writeSettings(book.settings));
    return;
  }
  const part = draft.freeName('customXml/item', '.xml');
  const properties = draft.freeName('customXml/itemProps', '.xml');
  draft.putText(part, writeSettings(book.settings), 'application/xml');
  draft.putText(
    properties,
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\r\n<ds:datastoreItem ds:itemID="${SETTINGS_ID}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`,
    CUSTOM_XML_PROPERTIES,
  );
  draft.relate(part, 'customXmlProps', properties);
  draft.relate(workbookPart, 'customXml', part);
}
