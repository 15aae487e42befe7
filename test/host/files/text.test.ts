/** Text files: what comes out is the text that went in, cell by cell; and further files become sheets. */
import { openWorkbook } from '../../../src/host/files/open';
import { saveWorkbook } from '../../../src/host/files/save';
import { addFileAsSheets, freeSheetName, showsDate } from '../../../src/host/files/merge';
import { sheetNameOf, sniffDelimiter } from '../../../src/host/files/csv';
import type { BookSheet } from '../../../src/host/workbook';
import { fixture, workbookWith } from './fixture';
import { checkPackage } from './packageChecker';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => Uint8Array.from(Array.from(text).flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]));
function table(bytes: Uint8Array, name: string): unknown[][] {
  const sheet = openWorkbook(bytes, name).sheets[0] as BookSheet;
  const used = sheet.cells.used(true);
  return used === null
    ? []
    : Array.from({ length: used.rows }, (_, row) => Array.from({ length: used.columns }, (_unused, column) => sheet.cells.get(row, column)));
}

describe('text files', () => {
  it.each<[string, Uint8Array, string, unknown[][]]>([
    [
      'leading zeros and long numbers',
      utf8('id,amt\r\n00123,"1,234.50"\r\n12345678901234567,-5'),
      'a.csv',
      [
        ['id', 'amt'],
        ['00123', '1,234.50'],
        ['12345678901234567', '-5'],
      ],
    ],
    [
      'a byte order mark',
      utf8('\uFEFFid,amt\n1,2'),
      'a.csv',
      [
        ['id', 'amt'],
        ['1', '2'],
      ],
    ],
    [
      'UTF-16 with its mark',
      utf16('\uFEFFid\tamt\n1\té'),
      'a.txt',
      [
        ['id', 'amt'],
        ['1', 'é'],
      ],
    ],
    [
      'UTF-16 without a mark',
      utf16('id,amt\n1,2'),
      'a.csv',
      [
        ['id', 'amt'],
        ['1', '2'],
      ],
    ],
    [
      'Windows-1252',
      Uint8Array.from([...utf8('a,b\nJos'), 0xe9, 0x2c, 0x80]),
      'a.csv',
      [
        ['a', 'b'],
        ['José', '€'],
      ],
    ],
    [
      'tabs in a .csv',
      utf8('a\tb, c\n1\t2'),
      'a.csv',
      [
        ['a', 'b, c'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons',
      utf8('a;b\n1,5;2'),
      'a.csv',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'line breaks and quotes inside quotes',
      utf8('a,b\n"x\ny","say ""hi"""'),
      'a.csv',
      [
        ['a', 'b'],
        ['x\ny', 'say "hi"'],
      ],
    ],
    [
      'ragged lines and empty fields',
      utf8('a,b,c\n1,,3\n\n4'),
      'a.csv',
      [
        ['a', 'b', 'c'],
        ['1', null, '3'],
        [null, null, null],
        ['4', null, null],
      ],
    ],
    [
      'formulas stay text',
      utf8('a,b\n=1+1,@x'),
      'a.csv',
      [
        ['a', 'b'],
        ['=1+1', '@x'],
      ],
    ],
    ['one column', utf8('name\nAnn\nBo'), 'a.csv', [['name'], ['Ann'], ['Bo']]],
    [
      'tabs named .xls',
      utf8('a\tb\n01\t2'),
      'export.xls',
      [
        ['a', 'b'],
        ['01', '2'],
      ],
    ],
  ])('%s', (_, bytes, name, expected) => {
    expect(table(bytes, name)).toEqual(expected);
  });

  it('formats cells as text and saves as a sound workbook', () => {
    const book = openWorkbook(utf8('id,amt\n00123,5'), 'C:\\exports\\June: open [v2].csv');
    expect(book.sheets[0]?.name).toBe('June_ open _v2_');
    expect(book.styles.resolve(book.sheets[0]?.cells.style(1, 0) ?? 0).numberFormat).toBe('@');
    const saved = saveWorkbook(book);
    expect(checkPackage(saved)).toEqual([]);
    expect(openWorkbook(saved, 'a.xlsx').sheets[0]?.cells.get(1, 0)).toBe('00123');
  });

  it('reads 5,567 lines of 33 fields at once', () => {
    const line = Array.from({ length: 33 }, (_, i) => `field ${i}`).join(',');
    const bytes = utf8(Array.from({ length: 5567 }, (_, i) => `${String(i).padStart(6, '0')},${line}`).join('\n'));
    const start = process.cpuUsage();
    const book = openWorkbook(bytes, 'a.csv');
    const { user, system } = process.cpuUsage(start);
    expect(book.sheets[0]?.cells.get(5566, 0)).toBe('005566');
    expect((user + system) / 1e6).toBeLessThan(2);
  });

  it.each([
    ['a,b;c\n1,2;3', ','],
    ['Smith, Ann\t1\nJones, Bo\t2', '\t'],
    ['a|b|c\n1|2|3', '|'],
    ['no delimiter here', ','],
  ])('the delimiter of %j is %j', (text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });

  it.each([
    ['claims_2026.csv', 'claims_2026'],
    ['/a/b/a very long name of an export from a billing system.csv', 'a very long name of an export f'],
    ["'quoted'.csv", 'quoted'],
    ['.csv', 'Sheet1'],
    ['History.csv', 'History_'],
  ])('%s becomes the sheet %s', (file, sheet) => {
    expect(sheetNameOf(file)).toBe(sheet);
  });

  it('refuses a line wider than a sheet', () => {
    expect(() => openWorkbook(utf8('x' + ',x'.repeat(16_384)), 'a.csv')).toThrow(/16,384/);
  });
});

describe('further files', () => {
  it('bring their sheets as values and number formats, under names not taken', () => {
    const book = openWorkbook(fixture('openpyxl.xlsx'), 'a.xlsx');
    const added = addFileAsSheets(book, fixture('exceljs.xlsx'), 'b.xlsx');
    const again = addFileAsSheets(book, utf8('a,b\n001,2'), 'ACCOUNTS.csv');
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['Accounts', 'Lines & more', 'Keys', 'Accounts (2)', 'Lines', 'ACCOUNTS (3)']);
    const [first] = added as [BookSheet];
    expect([first.cells.get(1, 0), first.cells.get(4, 3), first.cells.formula(4, 3), first.conditionalFormats]).toEqual(['00123', 212.5, '', []]);
    expect(book.styles.resolve(first.cells.style(1, 0)).numberFormat).toBe('@');
    expect(book.styles.resolve(first.cells.style(1, 2)).numberFormat).toMatch(/yy/);
    expect(again[0]?.cells.get(1, 0)).toBe('001');
    expect(checkPackage(saveWorkbook(book))).toEqual([]);
  });
  it('cuts a long name to make room for its number', () => {
    const book = openWorkbook(workbookWith('<sheetData/>'), 'a.xlsx');
    const long = 'a very long name of an export from';
    book.addSheet(freeSheetName(book, long));
    expect(freeSheetName(book, long)).toBe('a very long name of an expo (2)');
  });
  it('moves dates of a workbook that counts from 1904, and only dates', () => {
    const book = openWorkbook(utf8('a'), 'a.csv');
    const sheet = addFileAsSheets(
      book,
      workbookWith('<sheetData><row r="1"><c r="A1"><v>10</v></c></row></sheetData>', { workbook: '<workbookPr date1904="1"/>' }),
      'b.xlsx',
    )[0];
    expect(sheet?.cells.get(0, 0)).toBe(10);
    expect(['m/d/yyyy', '[$-409]d-mmm;@', '0.00', 'General', '[Red]0', '"day" 0', '_(* #,##0_)'].map(showsDate)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
