/**
 * Checks a saved package as Excel does when it decides whether to "repair" it, which other programs do in silence. Reads the zip with another
 * reader than the product. Returns one sentence a fault.
 */
import { unzipSync } from 'fflate';
import { parseXml, type XmlElement } from '../../../src/host/files/xml';

const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** ECMA-376 part 1: CT_Worksheet 18.3.1.99, CT_Workbook 18.2.27, CT_Stylesheet 18.8.39, CT_Table 18.5.1.2, CT_SheetView 18.3.1.87, CT_Dxf 18.8.14. */
const ORDERS: Readonly<Record<string, string>> = {
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst',
  workbook:
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst',
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst',
  table: 'autoFilter sortState tableColumns tableStyleInfo extLst',
  sheetView: 'pane selection pivotSelection extLst',
  sheetPr: 'tabColor outlinePr pageSetUpPr',
  dxf: 'font numFmt fill alignment border protection extLst',
  xf: 'alignment protection extLst',
  border: 'start end left right top bottom diagonal vertical horizontal',
  c: 'f v is extLst',
  dataValidation: 'formula1 formula2',
  chart: 'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst',
};

interface Parts {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly faults: string[];
}
interface Rel {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

export function checkPackage(bytes: Uint8Array): string[] {
  const files = new Map(Object.entries(unzipSync(bytes)));
  const parts: Parts = { files, faults: [] };
  duplicateEntries(bytes, files, parts.faults);
  contentTypes(parts);
  for (const name of files.keys()) if (name.endsWith('.rels')) relationships(parts, name);
  const main = relsOf(parts, '').find((rel) => rel.type.endsWith('/officeDocument'))?.target ?? '';
  if (!files.has(main)) return [...parts.faults, 'no workbook part'];
  workbook(parts, main);
  return parts.faults;
}

const text = (parts: Parts, name: string): string => new TextDecoder().decode(parts.files.get(name) ?? new Uint8Array());
const tree = (parts: Parts, name: string): XmlElement => parseXml(text(parts, name).replace(/^\uFEFF/, ''));

function duplicateEntries(bytes: Uint8Array, files: ReadonlyMap<string, Uint8Array>, faults: string[]): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(bytes.length - 22 + 10, true);
  if (count !== files.size) faults.push('an entry stands twice in the zip');
}

function contentTypes({ files, faults }: Parts): void {
  const root = tree({ files, faults }, '[Content_Types].xml');
  const defaults = new Set([...root.elements('Default')].map((element) => (element.get('Extension') ?? '').toLowerCase()));
  const overrides = [...root.elements('Override')].map((element) => (element.get('PartName') ?? '').replace(/^\//, ''));
  if (new Set(overrides.map((part) => part.toLowerCase())).size !== overrides.length) faults.push('a content type is given twice');
  for (const part of overrides) if (!files.has(part)) faults.push(`content type for the missing part ${part}`);
  for (const name of files.keys()) {
    if (name === '[Content_Types].xml' || name.endsWith('/') || overrides.includes(name)) continue;
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    if (!defaults.has(extension)) faults.push(`no content type for ${name}`);
    if (/^xl\/(worksheets|tables|charts|drawings|chartsheets)\/[^/]+\.xml$/.test(name)) faults.push(`only a default content type for ${name}`);
  }
  const macro = [...root.elements('Override')].some((element) => (element.get('ContentType') ?? '').includes('macroEnabled.main'));
  if (macro !== [...files.keys()].some((name) => name.endsWith('vbaProject.bin'))) faults.push('macros and the content type of the workbook disagree');
}

function sourceOf(rels: string): string {
  return rels.replace(/_rels\/([^/]*)\.rels$/, '$1');
}
function resolve(source: string, target: string): string {
  return decodeURIComponent(new URL(target, 'http://x/' + source).pathname.slice(1));
}
function relsOf(parts: Parts, part: string): Rel[] {
  const name = part.replace(/([^/]*)$/, '_rels/$1.rels');
  if (!parts.files.has(name)) return [];
  return [...tree(parts, name).elements('Relationship')].map((element) => ({
    id: element.get('Id') ?? '',
    type: element.get('Type') ?? '',
    target: element.get('TargetMode') === 'External' ? '' : resolve(part, element.get('Target') ?? ''),
  }));
}

function relationships(parts: Parts, name: string): void {
  const source = sourceOf(name);
  if (source !== '' && !parts.files.has(source)) parts.faults.push(`relationships of the missing part ${source}`);
  const rels = relsOf(parts, source);
  if (new Set(rels.map((rel) => rel.id)).size !== rels.length) parts.faults.push(`a relationship id twice in ${name}`);
  for (const rel of rels) if (rel.target !== '' && !parts.files.has(rel.target)) parts.faults.push(`${source} points to the missing part ${rel.target}`);
}

function checkOrder(parts: Parts, name: string, root: XmlElement): void {
  const order = ORDERS[root.local]?.split(' ');
  if (order !== undefined) {
    let last = -1;
    for (const child of root.elements()) {
      const at = order.indexOf(child.local);
      if (at < 0) parts.faults.push(`${name}: <${child.local}> does not belong in <${root.local}>`);
      else if (at < last) parts.faults.push(`${name}: <${child.local}> stands too late in <${root.local}>`);
      last = Math.max(last, at);
      if (
        child.local !== 'conditionalFormatting' &&
        ['worksheet', 'workbook', 'styleSheet', 'table'].includes(root.local) &&
        [...root.elements(child.local)].length > 1
      )
        parts.faults.push(`${name}: <${child.local}> twice`);
    }
  }
  const count = root.get('count');
  if (count !== undefined && root.local !== 'sst' && root.elements().next().done !== true && Number(count) !== [...root.elements()].length)
    parts.faults.push(`${name}: count of <${root.local}> is wrong`);
  for (const child of root.elements()) checkOrder(parts, name, child);
}

function checkIds(parts: Parts, part: string, root: XmlElement): void {
  const ids = new Set(relsOf(parts, part).map((rel) => rel.id));
  const visit = (element: XmlElement): void => {
    const id = element.getIn(RELS, 'id') ?? element.getIn(RELS, 'embed');
    if (id !== undefined && id !== '' && !ids.has(id)) parts.faults.push(`${part}: <${element.local}> names the unknown relationship ${id}`);
    for (const child of element.any()) visit(child);
  };
  visit(root);
}

const unique = (values: readonly string[]): boolean => new Set(values.map((value) => value.toLowerCase())).size === values.length;

interface Context {
  readonly xfs: number;
  readonly dxfs: number;
  readonly texts: readonly string[];
  readonly tableIds: string[];
  readonly tableNames: string[];
  selected: number;
}

function workbook(parts: Parts, main: string): void {
  const root = tree(parts, main);
  checkOrder(parts, main, root);
  checkIds(parts, main, root);
  const rels = relsOf(parts, main);
  const sheets = [...(root.child('sheets')?.elements('sheet') ?? [])];
  const names = sheets.map((sheet) => sheet.get('name') ?? '');
  if (!unique(names)) parts.faults.push('two sheets have one name');
  if (!unique(sheets.map((sheet) => sheet.get('sheetId') ?? ''))) parts.faults.push('two sheets have one id');
  for (const name of names) if (name === '' || name.length > 31 || /[\\/?*:[\]]|^'|'$/.test(name)) parts.faults.push(`sheet name not allowed: ${name}`);
  if (!sheets.some((sheet) => (sheet.get('state') ?? 'visible') === 'visible')) parts.faults.push('no sheet is visible');
  const active = Number(root.child('bookViews')?.child('workbookView')?.get('activeTab') ?? 0);
  if (active >= sheets.length) parts.faults.push('the active sheet is none');
  definedNames(parts, root, sheets.length);
  const context = styles(parts, rels);
  for (const sheet of sheets) {
    const rel = rels.find((one) => one.id === sheet.getIn(RELS, 'id'));
    if (rel?.type.endsWith('/worksheet') === true && parts.files.has(rel.target)) worksheet(parts, rel.target, context);
  }
  if (context.selected > 1) parts.faults.push('more than one sheet is selected');
  if (!unique(context.tableIds)) parts.faults.push('two tables have one id');
  const bookNames = [...(root.child('definedNames')?.elements('definedName') ?? [])].filter((name) => name.get('localSheetId') === undefined);
  if (!unique([...context.tableNames, ...bookNames.map((name) => name.get('name') ?? '')])) parts.faults.push('two tables or names have one name');
  calculationChain(parts, rels, sheets);
}

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;
const REFERENCE = /^\$?[A-Za-z]{1,3}\$?\d{1,7}$|^[Rr]\d*[Cc]?\d*$|^[Cc]\d*$/;

function definedNames(parts: Parts, root: XmlElement, sheets: number): void {
  const seen = new Set<string>();
  for (const element of root.child('definedNames')?.elements('definedName') ?? []) {
    const name = element.get('name') ?? '';
    const local = element.get('localSheetId');
    const key = `${local ?? ''}|${name.toLowerCase()}`;
    if (seen.has(key)) parts.faults.push(`the name ${name} is defined twice`);
    seen.add(key);
    if (!NAME.test(name) || REFERENCE.test(name) || name.length > 255) parts.faults.push(`not a valid name: ${name}`);
    if (local !== undefined && !(Number(local) < sheets)) parts.faults.push(`the name ${name} belongs to no sheet`);
    if (element.text().trim() === '' || element.text().startsWith('=')) parts.faults.push(`the name ${name} has no valid formula`);
  }
}

function styles(parts: Parts, rels: readonly Rel[]): Context {
  const part = rels.find((rel) => rel.type.endsWith('/styles'))?.target;
  const shared = rels.find((rel) => rel.type.endsWith('/sharedStrings'))?.target;
  const texts =
    shared === undefined
      ? []
      : [...tree(parts, shared).elements('si')].map((item) =>
          [...item.elements()].map((run) => (run.local === 't' ? run.text() : (run.child('t')?.text() ?? ''))).join(''),
        );
  if (part === undefined || !parts.files.has(part)) return { xfs: 1, dxfs: 0, texts, tableIds: [], tableNames: [], selected: 0 };
  const root = tree(parts, part);
  checkOrder(parts, part, root);
  const size = (group: string): number => [...(root.child(group)?.elements() ?? [])].length;
  const formats = new Set([...(root.child('numFmts')?.elements() ?? [])].map((format) => format.get('numFmtId')));
  const ids = [...(root.child('numFmts')?.elements() ?? [])].map((format) => format.get('numFmtId') ?? '');
  if (!unique(ids)) parts.faults.push('two number formats have one id');
  for (const xf of root.child('cellXfs')?.elements() ?? []) {
    for (const [attribute, group] of [
      ['fontId', 'fonts'],
      ['fillId', 'fills'],
      ['borderId', 'borders'],
      ['xfId', 'cellStyleXfs'],
    ] as const)
      if (Number(xf.get(attribute) ?? 0) >= Math.max(1, size(group))) parts.faults.push(`a cell format's ${attribute} is out of range`);
    if (Number(xf.get('numFmtId') ?? 0) >= 164 && !formats.has(xf.get('numFmtId'))) parts.faults.push('a cell format names an unknown number format');
  }
  return { xfs: size('cellXfs'), dxfs: size('dxfs'), texts, tableIds: [], tableNames: [], selected: 0 };
}

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
function corners(ref: string): [number, number, number, number] {
  const match = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(ref);
  if (match === null) return [0, 0, 0, 0];
  const [left, top] = [columnNumber(match[1] ?? ''), Number(match[2])];
  return [top, left, Number(match[4] ?? top), match[3] === undefined ? left : columnNumber(match[3])];
}

function worksheet(parts: Parts, part: string, context: Context): void {
  const root = tree(parts, part);
  checkOrder(parts, part, root);
  checkIds(parts, part, root);
  const cells = sheetCells(parts, part, root, context);
  for (const view of root.child('sheetViews')?.elements('sheetView') ?? []) if (['1', 'true'].includes(view.get('tabSelected') ?? '')) context.selected++;
  for (const group of root.elements('conditionalFormatting')) {
    if ((group.get('sqref') ?? '') === '') parts.faults.push(`${part}: a rule without cells`);
    for (const rule of group.elements('cfRule')) {
      if (rule.get('dxfId') !== undefined && !(Number(rule.get('dxfId')) < context.dxfs)) parts.faults.push(`${part}: a rule's format is out of range`);
      if (!(Number(rule.get('priority')) >= 1)) parts.faults.push(`${part}: a rule without priority`);
    }
  }
  for (const validation of root.child('dataValidations')?.elements('dataValidation') ?? [])
    if ((validation.child('formula1')?.text() ?? '').length > 255) parts.faults.push(`${part}: a list longer than 255 characters`);
  const merges = [...(root.child('mergeCells')?.elements('mergeCell') ?? [])].map((merge) => corners(merge.get('ref') ?? ''));
  if (merges.some((a, i) => merges.some((b, j) => i < j && overlaps(a, b)))) parts.faults.push(`${part}: merged cells overlap`);
  for (const rel of relsOf(parts, part)) {
    if (!parts.files.has(rel.target)) continue;
    if (rel.type.endsWith('/table')) table(parts, rel.target, cells, merges, context);
    if (rel.type.endsWith('/drawing')) drawing(parts, rel.target);
  }
  const listed = [...(root.child('tableParts')?.elements('tablePart') ?? [])].length;
  if (listed !== relsOf(parts, part).filter((rel) => rel.type.endsWith('/table')).length) parts.faults.push(`${part}: tables and relationships disagree`);
}

function overlaps(a: readonly number[], b: readonly number[]): boolean {
  return (a[0] ?? 0) <= (b[2] ?? 0) && (b[0] ?? 0) <= (a[2] ?? 0) && (a[1] ?? 0) <= (b[3] ?? 0) && (b[1] ?? 0) <= (a[3] ?? 0);
}

function sheetCells(parts: Parts, part: string, root: XmlElement, context: Context): Map<string, string> {
  const cells = new Map<string, string>();
  let lastRow = 0;
  for (const row of root.child('sheetData')?.elements('row') ?? []) {
    const number = Number(row.get('r') ?? lastRow + 1);
    if (number <= lastRow) parts.faults.push(`${part}: rows out of order`);
    lastRow = number;
    let lastColumn = 0;
    for (const cell of row.elements('c')) {
      const match = /^([A-Z]+)(\d+)$/.exec(cell.get('r') ?? '');
      const column = match === null ? lastColumn + 1 : columnNumber(match[1] ?? '');
      if (column <= lastColumn || (match !== null && Number(match[2]) !== number)) parts.faults.push(`${part}: cells out of order`);
      lastColumn = column;
      if (Number(cell.get('s') ?? 0) >= context.xfs) parts.faults.push(`${part}: a cell's format is out of range`);
      cells.set(`${number},${column}`, cellText(parts, part, cell, context));
    }
  }
  return cells;
}

function cellText(parts: Parts, part: string, cell: XmlElement, context: Context): string {
  const value = cell.child('v')?.text() ?? '';
  const type = cell.get('t') ?? 'n';
  if (!['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'].includes(type)) parts.faults.push(`${part}: a cell of unknown type`);
  if (type === 'n' && value !== '' && !Number.isFinite(Number(value))) parts.faults.push(`${part}: a number that is none`);
  if (type === 'e' && !/^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA)$/.test(value)) parts.faults.push(`${part}: an unknown error value`);
  if (cell.child('f')?.text().startsWith('=') === true) parts.faults.push(`${part}: a formula starts with =`);
  if (/\[@/.test(cell.child('f')?.text() ?? '')) parts.faults.push(`${part}: a formula in the form only people type`);
  if (type === 'inlineStr') return cell.child('is')?.text() ?? '';
  if (type !== 's') return value;
  const shared = context.texts[Number(value)];
  if (shared === undefined) parts.faults.push(`${part}: a shared text out of range`);
  return shared ?? '';
}

function table(parts: Parts, part: string, cells: ReadonlyMap<string, string>, merges: readonly (readonly number[])[], context: Context): void {
  const root = tree(parts, part);
  checkOrder(parts, part, root);
  const area = corners(root.get('ref') ?? '');
  const [top, left, , right] = area;
  const columns = [...(root.child('tableColumns')?.elements('tableColumn') ?? [])];
  context.tableIds.push(root.get('id') ?? '');
  context.tableNames.push(root.get('displayName') ?? '');
  if (!NAME.test(root.get('displayName') ?? '') || REFERENCE.test(root.get('displayName') ?? '')) parts.faults.push(`${part}: table name not allowed`);
  if (columns.length !== right - left + 1) parts.faults.push(`${part}: columns and range disagree`);
  if (!unique(columns.map((column) => column.get('name') ?? ''))) parts.faults.push(`${part}: two columns have one name`);
  if (!unique(columns.map((column) => column.get('id') ?? ''))) parts.faults.push(`${part}: two columns have one id`);
  if (merges.some((merge) => overlaps(merge, area))) parts.faults.push(`${part}: a table over merged cells`);
  const filter = root.child('autoFilter')?.get('ref');
  if (filter !== undefined && (corners(filter)[0] !== top || corners(filter)[1] !== left || corners(filter)[3] !== right))
    parts.faults.push(`${part}: the filter is not the table's`);
  if (root.get('headerRowCount') === '0') return;
  columns.forEach((column, i) => {
    if (cells.get(`${top},${left + i}`) !== column.get('name'))
      parts.faults.push(`${part}: column ${column.get('name') ?? ''} is not what its header cell says`);
  });
}

function drawing(parts: Parts, part: string): void {
  const root = tree(parts, part);
  checkIds(parts, part, root);
  const ids: string[] = [];
  const visit = (element: XmlElement): void => {
    if (element.local === 'cNvPr') ids.push(element.get('id') ?? '');
    for (const child of element.any()) visit(child);
  };
  visit(root);
  if (!unique(ids)) parts.faults.push(`${part}: two shapes have one id`);
  for (const rel of relsOf(parts, part)) if (rel.type.endsWith('/chart')) checkOrder(parts, rel.target, tree(parts, rel.target));
}

function calculationChain(parts: Parts, rels: readonly Rel[], sheets: readonly XmlElement[]): void {
  const part = rels.find((rel) => rel.type.endsWith('/calcChain'))?.target;
  if (part === undefined || !parts.files.has(part)) return;
  let sheetId = '';
  for (const entry of tree(parts, part).elements('c')) {
    sheetId = entry.get('i') ?? sheetId;
    const sheet = sheets.find((one) => one.get('sheetId') === sheetId);
    const target = rels.find((rel) => rel.id === sheet?.getIn(RELS, 'id'))?.target ?? '';
    const cells = parts.files.has(target) ? [...(tree(parts, target).child('sheetData')?.elements('row') ?? [])].flatMap((row) => [...row.elements('c')]) : [];
    if (cells.find((cell) => cell.get('r') === entry.get('r'))?.child('f') === undefined)
      parts.faults.push('the calculation chain names a cell without formula');
  }
}
