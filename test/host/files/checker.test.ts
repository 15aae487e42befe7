/** The checker catches a planted fault of each kind; it is silent on what the writers wrote. */
import { saveWorkbook } from '../../../src/host/files/save';
import { everything } from './everything';
import { edited, fixture, WRITERS } from './fixture';
import { checkPackage } from './packageChecker';

const SHEET = 'xl/worksheets/sheet2.xml';
const TABLE = 'xl/tables/table1.xml';
const BOOK = 'xl/workbook.xml';
const good = saveWorkbook(everything());
const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
/** Moves an element behind another. */
const behind = (element: RegExp, anchor: string) => (text: string) => {
  const found = element.exec(text)?.[0] ?? '';
  return text.replace(found, '').replace(anchor, () => anchor + found);
};

it.each(WRITERS)('%s has no fault', (name) => {
  expect(checkPackage(fixture(name))).toEqual([]);
});

it('what we write has no fault', () => {
  expect(checkPackage(good)).toEqual([]);
});

it.each<[string, string, (text: string) => string, RegExp]>([
  ['element order in a sheet', SHEET, behind(/<dataValidations.*?<\/dataValidations>/, '</hyperlinks>'), /stands too late/],
  ['element order in a table', TABLE, behind(/<autoFilter[^>]*\/>/, '</tableColumns>'), /stands too late/],
  ['element order in the workbook', BOOK, behind(/<sheets>.*<\/sheets>/, '</definedNames>'), /stands too late/],
  ['element order in the styles', 'xl/styles.xml', behind(/<fonts.*<\/fonts>/, '</cellXfs>'), /stands too late/],
  ['an element that does not belong', SHEET, swap('<sheetData>', '<sheetDate/><sheetData>'), /does not belong/],
  ['an element twice', SHEET, swap(/(<hyperlinks>.*<\/hyperlinks>)/, '$1$1'), /twice/],
  ['a wrong count', 'xl/styles.xml', swap(/<cellXfs count="\d+"/, '<cellXfs count="99"'), /count/],
  ['a relationship to nowhere', 'xl/worksheets/_rels/sheet2.xml.rels', swap('../tables/table1.xml', '../tables/table9.xml'), /missing part/],
  ['an id without relationship', SHEET, swap(/<tablePart r:id="[^"]*"/, '<tablePart r:id="rId99"'), /unknown relationship/],
  [
    'a relationship id twice',
    'xl/worksheets/_rels/sheet2.xml.rels',
    swap(/(<Relationship Id=")(rId1)(".*?<Relationship Id=")rId2"/, '$1$2$3rId1"'),
    /id twice/,
  ],
  ['a missing content type', '[Content_Types].xml', swap(/<Override PartName="\/xl\/tables\/table1.xml"[^>]*>/, ''), /content type for xl\/tables/],
  ['a content type for nothing', '[Content_Types].xml', swap('</Types>', '<Override PartName="/xl/none.xml" ContentType="a/b"/></Types>'), /missing part/],
  ['a cell format out of range', SHEET, swap(/ s="\d+"/, ' s="999"'), /format is out of range/],
  ["a rule's format out of range", 'xl/worksheets/sheet1.xml', swap(/dxfId="\d+"/, 'dxfId="9"'), /rule's format/],
  ['a font out of range', 'xl/styles.xml', swap(/fontId="1"/, 'fontId="77"'), /fontId/],
  ['an unknown number format', 'xl/styles.xml', swap(/numFmtId="164"(?! formatCode)/, 'numFmtId="199"'), /unknown number format/],
  ['a column name that is not the header', TABLE, swap('name="Status"', 'name="State"'), /header cell/],
  ['two columns of one name', TABLE, swap('name="Status"', 'name="Credit"'), /one name/],
  ['fewer columns than the range', TABLE, swap('ref="A3:D6"', 'ref="A3:E6"'), /columns and range/],
  ['a table name that is a cell', TABLE, swap(/displayName="[^"]*"/, 'displayName="AB12"'), /table name/],
  ['an invalid name', BOOK, swap('name="local_name"', 'name="1 name"'), /valid name/],
  ['a name twice', BOOK, swap(/(<definedName [^>]*hidden="1"[^>]*>[^<]*<\/definedName>)/, '$1$1'), /twice/],
  ['a name of no sheet', BOOK, swap(/localSheetId="\d"/, 'localSheetId="9"'), /no sheet/],
  ['two sheets of one name', BOOK, swap('name="Accounts"', 'name="credits"'), /one name/],
  ['two sheets of one id', BOOK, swap('sheetId="2"', 'sheetId="1"'), /one id/],
  ['a sheet name too long', BOOK, swap('name="Accounts"', 'name="Accounts of all the patients of the clinic"'), /not allowed/],
  ['cells out of order', SHEET, swap(/r="A4"/, 'r="C4"'), /cells out of order/],
  ['rows out of order', SHEET, swap('<row r="5"', '<row r="3"'), /rows out of order/],
  ['a formula with =', SHEET, swap('<f>', '<f>='), /starts with =/],
  ['a formula as typed', SHEET, swap('crb_Credits[[#This Row],[Account]]', '[@Account]'), /only people type/],
  ['overlapping merges', SHEET, swap('</mergeCells>', '<mergeCell ref="A21:B22"/></mergeCells>'), /overlap/],
  ['a table over merged cells', SHEET, swap('ref="A21:C21"', 'ref="A4:B4"'), /over merged/],
  ['a list too long', SHEET, swap('"New,', `"${'x'.repeat(260)},`), /255/],
  ['two selected sheets', SHEET, swap('<sheetView ', '<sheetView tabSelected="1" '), /selected/],
  ['macros without the macro type', '[Content_Types].xml', swap('spreadsheetml.sheet.main', 'x.sheet.macroEnabled.main'), /macros/],
  ['an error value that is none', SHEET, swap('#N/A', '#CREDIT!'), /error value/],
])('%s is caught', (_, part, plant, message) => {
  const planted = edited(good, { [part]: plant });
  expect(checkPackage(planted).join('\n')).toMatch(message);
});
