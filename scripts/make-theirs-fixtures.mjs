/**
 * Makes test/fixtures/theirs: the small ledger in workbooks that people already work in (own sheets under our names, protection, hidden sheets,
 * filters, tables, rules, lists, comments), by several programs. Run by hand when a file has to change; the results are committed. Needs python3
 * with openpyxl, XlsxWriter and Pillow (Debian: python3-openpyxl, python3-xlsxwriter, python3-pil), LibreOffice (soffice), and, installed into a
 * temporary folder by this script, exceljs 4.4.0 and excelize-wasm 0.1.3.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as XLSX from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { HEADINGS, LISTING, serials } from './small-ledger.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../test/fixtures/theirs');
const temporary = mkdtempSync(join(tmpdir(), 'theirs-'));
const POSTINGS = [HEADINGS, ...serials];
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

// ---------------------------------------------------------------- SheetJS and by hand

/** Very hidden and hidden sheets, names, comments, merged cells, a filter; one sheet protected. Then by hand: see byHand. */
function sheetJs() {
  const book = XLSX.utils.book_new();
  const sheets = {
    Accounts: LISTING,
    Transactions: POSTINGS,
    Credits: [['Credits, our own'], ['Account', 'Asked'], ['00123', true]],
    Payees: [['our own payees']],
    'Credit keys': [['our own keys']],
  };
  for (const [name, rows] of Object.entries(sheets)) XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name);
  const { Accounts, Transactions, Credits } = book.Sheets;
  for (const [cell, value] of Object.entries(Transactions)) if (/^B\d/.test(cell) && value.t === 'n') value.z = 'yyyy-mm-dd';
  Transactions['!autofilter'] = { ref: 'A1:E8' };
  Accounts['!cols'] = [{ wch: 14 }, { wch: 30 }, { hidden: true }];
  Accounts.C2 = { t: 'n', f: '-500+100', v: -400 };
  Accounts.B2.c = [{ a: 'Biller', t: 'called' }];
  Accounts.E1 = { t: 's', v: 'portal', l: { Target: 'https://example.com/', Tooltip: 'open' } };
  Accounts['!ref'] = 'A1:E4';
  Credits['!merges'] = [XLSX.utils.decode_range('A1:B1')];
  Credits['!protect'] = { password: 'ours', formatCells: true };
  book.Workbook = {
    Names: [
      { Name: 'Rate', Ref: '0.25' },
      { Name: 'Local', Ref: 'Credits!$A$3', Sheet: 2 },
    ],
    Sheets: [{}, {}, {}, { Hidden: 1 }, { Hidden: 2 }],
  };
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true });
}

const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (...items) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.map(([id, type, target, more = '']) => `<Relationship Id="${id}" Type="${type}" Target="${target}"${more}/>`).join('')}</Relationships>`;

/** What few writers make and Excel does: threaded comments, protected ranges, saved views, lists and rules over other sheets, a linked workbook. */
function byHand(base) {
  const parts = Object.fromEntries(Object.entries(unzipSync(base)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const edit = (name, from, to) => {
    if (!parts[name].includes(from)) throw new Error(`${name} has no ${from}`);
    parts[name] = parts[name].replace(from, to);
  };
  const views =
    '<customSheetViews><customSheetView guid="{00000000-0000-0000-0000-000000000001}" scale="80"><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></customSheetView></customSheetViews>';
  const x14 =
    '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="1" id="{00000000-0000-0000-0000-0000000000A1}"><xm:f>COUNTIF(Credits!$A$3:$A$9,$A2)&gt;0</xm:f><x14:dxf><font><b/></font></x14:dxf></x14:cfRule><xm:sqref>A2:A4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>' +
    '<ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Credits!$A$2:$A$3</xm:f></x14:formula1><xm:sqref>F2:F4</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';
  edit('xl/worksheets/sheet1.xml', '</sheetData>', `</sheetData><protectedRanges><protectedRange sqref="B2:B4" name="names"/></protectedRanges>${views}`);
  edit('xl/worksheets/sheet1.xml', '</worksheet>', `${x14}</worksheet>`);
  edit(
    'xl/worksheets/_rels/sheet1.xml.rels',
    '</Relationships>',
    `<Relationship Id="rId91" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`,
  );
  edit(
    'xl/_rels/workbook.xml.rels',
    '</Relationships>',
    `<Relationship Id="rId91" Type="http://schemas.microsoft.com/office/2017/10/relationships/person" Target="persons/person.xml"/><Relationship Id="rId92" Type="${RELS}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>`,
  );
  edit('xl/workbook.xml', '</sheets>', '</sheets><externalReferences><externalReference r:id="rId92"/></externalReferences>');
  edit(
    'xl/workbook.xml',
    '</workbook>',
    '<customWorkbookViews><customWorkbookView name="Bea" guid="{00000000-0000-0000-0000-000000000001}" windowWidth="900" windowHeight="600" activeSheetId="1"/></customWorkbookViews></workbook>',
  );
  edit(
    '[Content_Types].xml',
    '</Types>',
    '<Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/><Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/><Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/></Types>',
  );
  const threaded = 'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"';
  Object.assign(parts, {
    'xl/threadedComments/threadedComment1.xml': `<ThreadedComments ${threaded}><threadedComment ref="B2" dT="2026-01-09T10:00:00.00" personId="{00000000-0000-0000-0000-0000000000B1}" id="{00000000-0000-0000-0000-0000000000C1}"><text>called</text></threadedComment></ThreadedComments>`,
    'xl/persons/person.xml': `<personList ${threaded}><person displayName="Biller" id="{00000000-0000-0000-0000-0000000000B1}" userId="b" providerId="None"/></personList>`,
    'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook xmlns:r="${RELS}" r:id="rId1"><sheetNames><sheetName val="Rates"/></sheetNames></externalBook></externalLink>`,
    'xl/externalLinks/_rels/externalLink1.xml.rels': relationships(['rId1', `${RELS}/externalLinkPath`, 'rates.xlsx', ' TargetMode="External"']),
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

// ---------------------------------------------------------------- ExcelJS

/** The listing stands on a sheet protected with a password; a table and a very hidden sheet under our names. */
async function excelJs(ExcelJS) {
  const book = new ExcelJS.Workbook();
  book.created = book.modified = new Date(Date.UTC(2026, 0, 31));
  const accounts = book.addWorksheet('Accounts', { views: [{ state: 'frozen', ySplit: 1 }], properties: { tabColor: { argb: 'FFFFC000' } } });
  accounts.addRows(LISTING);
  accounts.sheetProtection = {
    sheet: true,
    algorithmName: 'SHA-512',
    saltValue: 'AAAAAAAAAAAAAAAAAAAAAA==',
    hashValue: `${'A'.repeat(86)}==`,
    spinCount: 100_000,
    selectLockedCells: true,
  };
  accounts.getCell('B2').note = 'asked twice';
  accounts.addConditionalFormatting({
    ref: 'C2:C4',
    rules: [{ type: 'cellIs', operator: 'lessThan', formulae: [0], priority: 1, style: { font: { bold: true } } }],
  });
  const lines = book.addWorksheet('Transactions');
  lines.addRows(POSTINGS);
  lines.getColumn(2).numFmt = 'mm/dd/yyyy';
  lines.autoFilter = 'A1:E8';
  lines.getCell('G2').dataValidation = { type: 'list', allowBlank: true, formulae: ['"Open,Done"'] };
  lines.getCell('H1').value = { richText: [{ text: 'our ' }, { font: { bold: true }, text: 'own' }] };
  const credits = book.addWorksheet('Credits', { pageSetup: { orientation: 'landscape', printArea: 'A1:B3' } });
  credits.addTable({ name: 'crb_Credits', ref: 'A1', columns: [{ name: 'Account', filterButton: true }, { name: 'Asked' }], rows: [['00123', 2]] });
  credits.mergeCells('D1:E2');
  credits.addImage(book.addImage({ buffer: PICTURE, extension: 'png' }), 'G1:H2');
  const evidence = book.addWorksheet('Evidence', { state: 'veryHidden' });
  evidence.getCell('A1').value = 'our own';
  book.definedNames.add('Accounts!$C$2:$C$4', 'Balances');
  return Buffer.from(await book.xlsx.writeBuffer());
}

// ---------------------------------------------------------------- Excelize

function writeBook(name, book) {
  const { buffer, error } = book.WriteToBuffer();
  if (error) throw new Error(error);
  write(name, buffer);
}

/** The ledger in Excel tables, one of them under a name of ours, with a slicer; a pivot table, sparklines, form controls, an own sheet named Credits. Once more with its structure protected. */
async function excelize(require) {
  const { init } = require('excelize-wasm');
  const engine = await init(require.resolve('excelize-wasm').replace(/[^/\\]+$/, 'excelize.wasm.gz'));
  const book = engine.NewFile();
  const call = (method, ...rest) => {
    const { error } = book[method](...rest);
    if (error) throw new Error(`${method}: ${error}`);
  };
  const sheet = (name, rows) => {
    call('NewSheet', name);
    rows.forEach((row, r) => row.forEach((value, c) => value !== '' && call('SetCellValue', name, `${String.fromCharCode(65 + c)}${r + 1}`, value)));
  };
  call('SetSheetName', 'Sheet1', 'Accounts');
  sheet('Accounts', LISTING);
  sheet('Transactions', POSTINGS);
  sheet('Credits', [
    ['Account', 'Asked'],
    ['00123', 'yes'],
  ]);
  sheet('Credit log', [['our own log']]);
  const { style } = book.NewStyle({ NumFmt: 14 });
  call('SetCellStyle', 'Transactions', 'B2', 'B8', style);
  call('AddTable', 'Accounts', { Range: 'A1:C4', Name: 'crb_Underpayments', StyleName: 'TableStyleLight9' });
  call('AddTable', 'Transactions', { Range: 'A1:E8', Name: 'Postings', StyleName: 'TableStyleMedium2' });
  call('AddSlicer', 'Transactions', { Name: 'Payer', Cell: 'H2', TableSheet: 'Transactions', TableName: 'Postings', Caption: 'Payer' });
  call('AddPivotTable', {
    DataRange: 'Transactions!A1:E8',
    PivotTableRange: 'Credits!E2:H9',
    Rows: [{ Data: 'Account' }],
    Data: [{ Data: 'Amount', Name: 'Sum', Subtotal: 'Sum' }],
    RowGrandTotals: true,
    ShowRowHeaders: true,
  });
  call('AddComment', 'Accounts', { Cell: 'B3', Author: 'Biller', Paragraph: [{ Text: 'Biller: ', Font: { Bold: true } }, { Text: 'called' }] });
  call('AddSparkline', 'Accounts', { Location: ['F2'], Range: ['Accounts!C2:C4'], Type: 'column' });
  call('AddFormControl', 'Credits', { Cell: 'A6', Type: engine.FormControlCheckBox, Text: 'done', Checked: true, CellLink: 'B6' });
  call('SetDefinedName', { Name: 'Balances', RefersTo: 'Accounts!$C$2:$C$4', Comment: 'what is owed' });
  call('SetDefinedName', { Name: 'crb_own', RefersTo: 'Credits!$A$2', Scope: 'Credits' });
  const { style: bold } = book.NewConditionalStyle({ Font: { Bold: true, Color: '9A0511' } });
  call('SetConditionalFormat', 'Accounts', 'C2:C4', [{ Type: 'cell', Criteria: '<', Value: '0', Format: bold }]);
  call('SetConditionalFormat', 'Accounts', 'A2:C4', [{ Type: 'formula', Criteria: 'COUNTIF(Credits!$A:$A,$A2)>0', Format: bold }]);
  call('ProtectSheet', 'Credits', { Password: 'ours', SelectLockedCells: true, Sort: true });
  call('SetSheetVisible', 'Credit log', false);
  writeBook('excelize', book);
  call('ProtectWorkbook', { LockStructure: true });
  writeBook('excelize-structure', book);
}

// ---------------------------------------------------------------- the files

/** The same bytes each time: the day of writing, ids drawn by lot and an order left to chance are taken out. */
const SETTLED = {
  'docProps/core.xml': (text) => text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, '2026-01-31T00:00:00Z'),
  '[Content_Types].xml': (text) => {
    const defaults = text.match(/<Default [^>]*?(\/>|><\/Default>)/g) ?? [];
    return text.replace(defaults.join(''), defaults.toSorted().join(''));
  },
  'xl/charts/chart1.xml': (text) => numbered(text, /(?<=(?:axId|crossAx) val=")\d+/g, (n) => `${n}`),
  'xl/worksheets/sheet1.xml': (text) => numbered(text, /\{[0-9A-F]{8}-[0-9A-F-]{27}\}/g, (n) => `{00000000-0000-0000-0000-${String(n).padStart(12, '0')}}`),
};
function numbered(text, ids, named) {
  const found = [...new Set(text.match(ids) ?? [])];
  return text.replace(ids, (id) => named(found.indexOf(id) + 1));
}
function write(name, bytes) {
  const parts = unzipSync(bytes);
  for (const [part, settle] of Object.entries(SETTLED)) if (parts[part]) parts[part] = strToU8(settle(strFromU8(parts[part])));
  writeFileSync(join(out, `${name}.xlsx`), zipSync(parts, { mtime: new Date(2026, 0, 31) }));
}

function libreOffice(name, as) {
  const from = join(temporary, `${as}.xlsx`);
  writeFileSync(from, readFileSync(join(out, `${name}.xlsx`)));
  const profile = `-env:UserInstallation=file://${temporary}/profile`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', join(temporary, 'lo'), from], { stdio: 'inherit' });
  write(as, readFileSync(join(temporary, 'lo', `${as}.xlsx`)));
}

mkdirSync(out, { recursive: true });
execFileSync(process.env.PYTHON ?? '/usr/bin/python3', [join(here, 'make-theirs-fixtures.py'), out, JSON.stringify({ listing: LISTING, postings: POSTINGS })], {
  stdio: 'inherit',
});
for (const file of readdirSync(out)) write(file.replace('.xlsx', ''), readFileSync(join(out, file)));
libreOffice('openpyxl', 'libreoffice');
write('sheetjs', byHand(sheetJs()));
execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', temporary, 'exceljs@4.4.0', 'excelize-wasm@0.1.3'], { stdio: 'inherit' });
const require = createRequire(join(temporary, 'package.json'));
write('exceljs', await excelJs(require('exceljs')));
await excelize(require);
rmSync(temporary, { recursive: true, force: true });
