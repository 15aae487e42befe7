/** Reads the package of an .xlsx or .xlsm into a Book. */
import type { DefinedName } from '../model';
import { Book, type BookSheet } from '../workbook';
import { BookStyles } from '../styles';
import { OFFICE_THEME, themeColors } from '../colors';
import { fileProblems } from './fileProblem';
import { CONTENT_TYPES, readPackage, type Package } from './package';
import { printBook, printSheet } from './prints';
import { readCharts, readCustomProperties, readTables } from './readObjects';
import { readHyperlinks, readRules, readValidations } from './readRules';
import { isTrue, readSheetFrame } from './readSheet';
import { parseAreas } from './references';
import { isType, ofType, readRelationships, type Relationship } from './relationships';
import { RecordStream } from './records';
import { RowReader } from './rows';
import { readSettings } from './settings';
import { readSharedStrings } from './sharedStrings';
import { parseXml, RELATIONSHIPS, type XmlElement } from './xml';

/** Cells in all sheets together, and bytes set aside for them: what a computer of 8 GB bears beside Excel. */
export const MAX_CELLS = 20_000_000;
const MAX_CELL_BYTES = 600_000_000;

/** Hears the sheet being read, and how much of all sheets is read, in percent. */
export type OnOpenProgress = (sheet: string, percent: number) => void;

export function readBook(bytes: Uint8Array, fileName: string, onProgress: OnOpenProgress): Book {
  const pack = readPackage(bytes);
  pack.opening(bytes.length);
  const part = workbookPart(pack);
  // A copy is saved with the list of part types: that it is broken is better known now.
  parseXml(pack.text(CONTENT_TYPES));
  const root = parseXml(pack.text(part));
  if (!root.is('workbook')) throw fileProblems.broken('the list of sheets is missing');
  const relationships = readRelationships(pack, part);
  const theme = readTheme(pack, relationships);
  const styles = ofType(relationships, 'styles');
  const tree = styles !== undefined && pack.has(styles.part) ? parseXml(pack.text(styles.part)) : undefined;
  const date1904 = isTrue(root.child('workbookPr')?.get('date1904'));
  const macros = ofType(relationships, 'vbaProject') !== undefined;
  const book = new Book(fileName, new BookStyles(tree, theme), date1904, macros);
  readSheets(book, pack, root, relationships, theme, onProgress);
  readFrame(book, root);
  readSettings(pack, relationships, book.settings);
  pack.opened();
  book.origin = { pack, workbookPart: part, prints: printBook(book) };
  return book;
}

function workbookPart(pack: Package): string {
  const found = ofType(readRelationships(pack, ''), 'officeDocument')?.part;
  if (found === undefined) throw fileProblems.notWorkbook(otherPackage(pack));
  if (/\.bin$/i.test(found)) throw fileProblems.xlsb();
  if (/^(word|ppt)\//i.test(found)) throw fileProblems.notWorkbook('it is another Office document');
  if (!pack.has(found)) throw fileProblems.broken('the list of sheets is missing');
  return found;
}

function otherPackage(pack: Package): string {
  const kind = pack.has('mimetype') ? pack.text('mimetype') : '';
  return kind.includes('opendocument') ? 'it is an OpenDocument file' : 'it is a zip file without a workbook';
}

function readTheme(pack: Package, relationships: readonly Relationship[]): readonly string[] {
  const theme = ofType(relationships, 'theme');
  return theme !== undefined && pack.has(theme.part) ? themeColors(parseXml(pack.text(theme.part))) : OFFICE_THEME;
}

function readSheets(
  book: Book,
  pack: Package,
  root: XmlElement,
  relationships: readonly Relationship[],
  theme: readonly string[],
  onProgress: OnOpenProgress,
): void {
  const elements = [...(root.child('sheets')?.elements('sheet') ?? [])];
  if (elements.length === 0) throw fileProblems.broken('it has no sheets');
  const shared = ofType(relationships, 'sharedStrings');
  const texts = shared !== undefined && pack.has(shared.part) ? readSharedStrings(pack, shared.part, book.strings) : [];
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const count = cellCounter(book);
  const heard = progressOf(pack, relationships, onProgress);
  elements.forEach((element) => {
    const relationship = byId.get(element.getIn(RELATIONSHIPS, 'id') ?? '');
    const sheet = book.place(element.get('name') ?? '', relationship?.part ?? '', sheetType(relationship));
    heard(sheet.name, 0);
    const state = element.get('state');
    sheet.visibility = state === 'hidden' ? 'Hidden' : state === 'veryHidden' ? 'VeryHidden' : 'Visible';
    const sheetId = element.get('sheetId') ?? '';
    if (sheet.type === 'worksheet')
      readWorksheet(sheet, sheetId, {
        pack,
        theme,
        context: { strings: book.strings, shared: texts, date1904: book.date1904, count },
        heard: (characters) => heard(sheet.name, characters),
      });
    else sheet.origin = { skeleton: element, dataStart: 0, dataEnd: 0, dataEmpty: true, prints: printSheet(sheet), sheetId };
  });
}

function sheetType(relationship: Relationship | undefined): string {
  if (relationship === undefined) return 'unknown';
  return isType(relationship, 'worksheet') ? 'worksheet' : (relationship.type.split('/').pop() ?? 'unknown');
}

/** Takes the characters read of a sheet, and tells each percent once. */
function progressOf(pack: Package, relationships: readonly Relationship[], onProgress: OnOpenProgress): (sheet: string, characters: number) => void {
  const total = relationships.filter((each) => isType(each, 'worksheet')).reduce((sum, { part }) => sum + (pack.find(part)?.size ?? 0), 0);
  let [read, last] = [0, ''];
  return (sheet, characters) => {
    read += characters;
    const percent = Math.min(100, Math.floor((100 * read) / Math.max(1, total)));
    if (last === `${percent} ${sheet}`) return;
    last = `${percent} ${sheet}`;
    onProgress(sheet, percent);
  };
}

function cellCounter(book: Book): (cells: number) => void {
  let total = 0;
  let checked = 0;
  return (cells) => {
    total += cells;
    if (total > MAX_CELLS) throw fileProblems.tooManyCells(MAX_CELLS);
    if (++checked % 16 === 0 && book.sheets.reduce((sum, sheet) => sum + sheet.cells.bytes, 0) > MAX_CELL_BYTES) throw fileProblems.tooManyCells(MAX_CELLS);
  };
}

interface SheetReading {
  readonly pack: Package;
  readonly theme: readonly string[];
  readonly context: ConstructorParameters<typeof RowReader>[1];
  /** Takes the number of characters of each piece read. */
  readonly heard: (characters: number) => void;
}

function readWorksheet(sheet: BookSheet, sheetId: string, { pack, theme, context, heard }: SheetReading): void {
  if (!pack.has(sheet.part)) throw fileProblems.broken('a sheet is missing');
  const stream = new RecordStream('sheetData', 1, 'row', new RowReader(sheet, context));
  pack.stream(sheet.part, (text) => {
    stream.push(text);
    heard(text.length);
  });
  const skeleton = stream.end();
  if (!skeleton.is('worksheet') || skeleton.child('sheetData') === undefined) throw fileProblems.broken('a sheet has no rows part');
  const relationships = readRelationships(pack, sheet.part);
  readSheetFrame(skeleton, sheet, theme);
  readRules(skeleton, sheet);
  readValidations(skeleton, sheet);
  readHyperlinks(skeleton, sheet, relationships);
  readTables(pack, skeleton, sheet, relationships);
  readCharts(pack, sheet, relationships);
  readCustomProperties(pack, skeleton, sheet, relationships);
  const { dataStart, dataEnd, dataEmpty } = stream;
  sheet.origin = { skeleton, dataStart, dataEnd, dataEmpty, prints: printSheet(sheet), sheetId };
}

/** What workbook.xml says besides its sheets. */
function readFrame(book: Book, root: XmlElement): void {
  book.structureProtected = isTrue(root.child('workbookProtection')?.get('lockStructure'));
  const mode = root.child('calcPr')?.get('calcMode');
  book.calculationMode = mode === 'manual' ? 'Manual' : mode === 'autoNoTable' ? 'AutomaticExceptTables' : 'Automatic';
  const active = book.sheets[Number(root.child('bookViews')?.child('workbookView')?.get('activeTab') ?? 0)] ?? book.sheets[0];
  if (active !== undefined) {
    book.activeSheetId = active.id;
    const view = active.origin?.skeleton.child('sheetViews')?.child('sheetView');
    const selections = [...(view?.elements('selection') ?? [])];
    const selected = selections.find((selection) => selection.get('pane') === view?.child('pane')?.get('activePane')) ?? selections[0];
    book.selection = parseAreas(selected?.get('sqref') ?? '')[0] ?? book.selection;
  }
  for (const element of root.child('definedNames')?.elements('definedName') ?? []) readName(book, element);
}

function readName(book: Book, element: XmlElement): void {
  const name = element.get('name') ?? '';
  const local = element.get('localSheetId');
  const sheet = local === undefined ? undefined : book.sheets[Number(local)];
  if (local !== undefined && sheet === undefined) return;
  if (name.startsWith('_xlnm.')) {
    if (name === '_xlnm.Print_Titles' && sheet !== undefined) readTitles(sheet, element.text());
    return;
  }
  const defined: DefinedName = {
    name,
    formula: element.text(),
    scope: sheet?.id ?? '',
    visible: !isTrue(element.get('hidden')),
    comment: element.get('comment') ?? '',
  };
  book.names.push(defined);
}

function readTitles(sheet: BookSheet, formula: string): void {
  sheet.pageLayout.printTitleRows = titleRows(formula);
  sheet.pageLayout.printTitleColumns = /!(\$?[A-Z]+:\$?[A-Z]+)/i.exec(formula)?.[1] ?? '';
}

/** "$1:$3" out of "'Sheet one'!$A:$B,'Sheet one'!$1:$3". */
function titleRows(formula: string): string {
  return /!(\$?\d+:\$?\d+)\s*$/.exec(formula)?.[1] ?? /!(\$?\d+:\$?\d+)/.exec(formula)?.[1] ?? '';
}
