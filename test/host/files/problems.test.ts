/** Files that cannot be opened: each is told in a plain sentence with a remedy, and none takes the memory or the time with it. */
import { unzipSync, zipSync } from 'fflate';
import { FileProblem } from '../../../src/host/files/fileProblem';
import { openWorkbook } from '../../../src/host/files/open';
import { edited, fixture, workbookWith } from './fixture';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const ole = (stream: string): Uint8Array =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array<number>(64).fill(0),
    ...Array.from(stream).flatMap((char) => [char.charCodeAt(0), 0]),
  ]);
const row = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

function problem(bytes: Uint8Array, name: string): FileProblem {
  try {
    openWorkbook(bytes, name);
  } catch (error) {
    if (error instanceof FileProblem) return error;
    throw error;
  }
  throw new Error('the file was opened');
}

/** A zip whose sheet unpacks to 80 MB of blanks from 400 KB. */
function bomb(): Uint8Array {
  const blanks = new Uint8Array(80_000_000).fill(32);
  const parts = edited(workbookWith(row), { 'xl/worksheets/sheet1.xml': null });
  return zipSync({ ...unzipSync(parts), 'xl/worksheets/sheet1.xml': [blanks, { level: 1 }] });
}

describe('files that cannot be opened', () => {
  it.each([
    ['encrypted', ole('EncryptedPackage'), 'a.xlsx', /password/],
    ['xls', ole('Workbook'), 'a.xls', /\.xls\b/],
    ['xls', Uint8Array.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06]), 'a.xls', /\.xls\b/],
    ['notWorkbook', ole('WordDocument'), 'a.doc', /Office/],
    ['xlsb', edited(fixture('sheetjs.xlsx'), { '_rels/.rels': (text) => text.replace('xl/workbook.xml', 'xl/workbook.bin') }), 'a.xlsb', /\.xlsb/],
    ['empty', new Uint8Array(0), 'a.xlsx', /empty/],
    ['empty', utf8(' \r\n'), 'a.csv', /empty/],
    ['broken', fixture('openpyxl.xlsx').slice(0, 4000), 'a.xlsx', /damaged/],
    ['broken', edited(workbookWith(row), { 'xl/worksheets/sheet1.xml': (text) => text.replace('</row>', '') }), 'a.xlsx', /damaged/],
    ['broken', edited(workbookWith(row), { 'xl/worksheets/sheet1.xml': (text) => text.replace('</worksheet>', '') }), 'a.xlsx', /damaged/],
    ['broken', edited(workbookWith(row), { 'xl/worksheets/sheet1.xml': null }), 'a.xlsx', /damaged/],
    ['broken', edited(workbookWith(row), { 'xl/workbook.xml': null }), 'a.xlsx', /damaged/],
    ['broken', workbookWith('<sheetData><row r="1"><c r="A1" t="s"><v>5</v></c></row></sheetData>'), 'a.xlsx', /damaged/],
    ['broken', workbookWith('<sheetData><row r="9999999"><c><v>5</v></c></row></sheetData>'), 'a.xlsx', /damaged/],
    ['broken', workbookWith('<sheetData><row r="1"><c r="A1" t="str"><v>&unknown;</v></c></row></sheetData>'), 'a.xlsx', /damaged/],
    ['broken', edited(workbookWith(row), { 'xl/workbook.xml': (text) => text.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>') }), 'a.xlsx', /damaged/],
    ['notWorkbook', zipSync({ 'readme.txt': utf8('hello') }), 'a.zip', /zip/],
    ['notWorkbook', zipSync({ mimetype: utf8('application/vnd.oasis.opendocument.spreadsheet') }), 'a.ods', /OpenDocument/],
    ['notWorkbook', utf8('%PDF-1.7'), 'a.xlsx', /PDF/],
    ['notWorkbook', utf8('<html><table><tr><td>1</td></tr></table>'), 'a.xls', /web page/],
    ['notWorkbook', utf8('a,b\n1,2'), 'a.xlsx', /text file/],
    ['notWorkbook', Uint8Array.from([1, 2, 3, 4, 0, 0, 9]), 'a.csv', /text/],
    ['tooBig', bomb(), 'a.xlsx', /unpacks/],
  ])('%s', (code, bytes, name, message) => {
    const found = problem(bytes, name);
    expect([found.code, found.message]).toEqual([code, expect.stringMatching(message)]);
    expect(found.remedy).toMatch(/\w{3}.*\.$/);
  });

  it('says no more of the file than what is wrong', () => {
    const secret = edited(workbookWith(row), { 'xl/worksheets/sheet1.xml': (text) => text.replace('<v>1</v>', '<v>Ann Sample</v>') });
    expect(problem(secret, 'a.xlsx').message).not.toContain('Ann');
  });

  it('stops a sheet that sets aside a block of memory for each of its cells', () => {
    const rows: string[] = [];
    for (let r = 1; r <= 1_048_576; r += 1024)
      rows.push(`<row r="${r + 1023 > 1_048_576 ? r : r + 1023}">${Array.from({ length: 200 }, () => '<c><v>1</v></c>').join('')}</row>`);
    expect(problem(workbookWith(`<sheetData>${rows.join('')}</sheetData>`), 'a.xlsx').code).toBe('tooManyCells');
  });
});
