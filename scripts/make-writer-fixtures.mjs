/**
 * Makes test/fixtures/writers: the same invented accounts written by several programs. Run by hand when a fixture has to change; the results
 * are committed. Needs python3 with openpyxl and Pillow, LibreOffice (soffice), and, installed into a temporary folder by this script,
 * exceljs 4.4.0 and excelize-wasm 0.1.3.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, copyFileSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as XLSX from '@e965/xlsx';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../test/fixtures/writers');
const temporary = mkdtempSync(join(tmpdir(), 'writers-'));
const ROWS = [
  ['Account', 'Patient', 'Posted', 'Balance', 'Open'],
  ['00123', 'Ann Sample', new Date(Date.UTC(2026, 0, 5)), -118.9, true],
  ['00124', 'Bo Example & Sons', new Date(Date.UTC(2026, 1, 9)), 331.1, false],
  ['00125', ' spaced  ', new Date(Date.UTC(2026, 2, 1)), 0.1 + 0.2, null],
];

function openpyxl() {
  execFileSync(process.env.PYTHON ?? '/usr/bin/python3', [join(here, 'make-writer-fixtures.py'), out], { stdio: 'inherit' });
}

function libreOffice() {
  copyFileSync(join(out, 'openpyxl.xlsx'), join(temporary, 'libreoffice.xlsx'));
  const outDir = join(temporary, 'lo');
  execFileSync(
    'soffice',
    [`-env:UserInstallation=file://${temporary}/profile`, '--headless', '--convert-to', 'xlsx', '--outdir', outDir, join(temporary, 'libreoffice.xlsx')],
    { stdio: 'inherit' },
  );
  copyFileSync(join(outDir, 'libreoffice.xlsx'), join(out, 'libreoffice.xlsx'));
}

function sheetJs() {
  const book = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet(ROWS, { cellDates: false, dateNF: 'mm/dd/yyyy', UTC: true });
  sheet['D5'] = { t: 'n', f: 'SUM(D2:D4)', v: 212.5 };
  sheet['A2'].z = '@';
  sheet['!ref'] = 'A1:E5';
  sheet['!merges'] = [XLSX.utils.decode_range('A7:B7')];
  XLSX.utils.book_append_sheet(book, sheet, 'Accounts');
  writeFileSync(join(out, 'sheetjs.xlsx'), XLSX.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }));
}

async function others() {
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', temporary, 'exceljs@4.4.0', 'excelize-wasm@0.1.3'], { stdio: 'inherit' });
  const require = createRequire(join(temporary, 'package.json'));
  await excelJs(require('exceljs'));
  await excelize(require);
}

async function excelJs(ExcelJS) {
  const book = new ExcelJS.Workbook();
  book.created = book.modified = new Date(Date.UTC(2026, 0, 2));
  const sheet = book.addWorksheet('Accounts', { views: [{ state: 'frozen', ySplit: 1 }], properties: { tabColor: { argb: 'FFFFC000' } } });
  for (const row of ROWS) sheet.addRow(row);
  sheet.getColumn(1).numFmt = '@';
  sheet.getCell('B2').value = { richText: [{ text: 'Ann ' }, { font: { bold: true }, text: 'Sample' }] };
  sheet.getCell('D5').value = { formula: 'SUM(D2:D4)', result: 212.5 };
  sheet.getCell('F2').value = { formula: 'D2*2', result: -237.8, shareType: 'shared', ref: 'F2:F4' };
  sheet.getCell('F3').value = { sharedFormula: 'F2', result: 662.2 };
  sheet.getCell('F4').value = { sharedFormula: 'F2', result: 0.6 };
  sheet.getCell('G2').value = { error: '#N/A' };
  sheet.addConditionalFormatting({
    ref: 'A2:D4',
    rules: [{ type: 'expression', formulae: ['$D2<0'], priority: 1, style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFEB9C' } } } }],
  });
  sheet.getCell('H2').dataValidation = { type: 'list', allowBlank: true, formulae: ['"New,Closed"'] };
  sheet.getCell('I2').value = { text: 'jump', hyperlink: "#'Accounts'!A1" };
  const lines = book.addWorksheet('Lines', { state: 'hidden' });
  lines.addTable({
    name: 'tblLines',
    ref: 'B2',
    headerRow: true,
    columns: [{ name: 'Code' }, { name: 'Amount' }],
    rows: [
      ['C001', 10.5],
      ['C002', 21],
    ],
  });
  writeFileSync(join(out, 'exceljs.xlsx'), Buffer.from(await book.xlsx.writeBuffer()));
}

async function excelize(require) {
  const { init } = require('excelize-wasm');
  const wasm = join(dirname(require.resolve('excelize-wasm')), 'excelize.wasm.gz');
  const plain = join(temporary, 'excelize.wasm.gz');
  writeFileSync(plain, readFileSync(wasm));
  const engine = await init(plain);
  const book = engine.NewFile();
  const check = ({ error }) => {
    if (error) throw new Error(error);
  };
  check(book.SetSheetName('Sheet1', 'Accounts'));
  ROWS.forEach((row, r) =>
    row.forEach((value, c) => {
      const cell = String.fromCharCode(65 + c) + (r + 1);
      if (value !== null) check(book.SetCellValue('Accounts', cell, value instanceof Date ? value.getTime() / 86_400_000 + 25_569 : value));
    }),
  );
  check(book.SetCellFormula('Accounts', 'D5', 'SUM(D2:D4)'));
  check(book.AddTable('Accounts', { Range: 'A1:E4', Name: 'tblAccounts', StyleName: 'TableStyleLight9' }));
  check(book.SetColWidth('Accounts', 'A', 'C', 18));
  const { buffer, error } = book.WriteToBuffer();
  if (error) throw new Error(error);
  writeFileSync(join(out, 'excelize.xlsx'), Buffer.from(buffer));
}

mkdirSync(out, { recursive: true });
openpyxl();
libreOffice();
sheetJs();
await others();
rmSync(temporary, { recursive: true, force: true });
