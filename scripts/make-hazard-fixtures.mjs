/**
 * Makes test/fixtures/hazards: one small invented ledger in the forms of exports.md 2, each by at least two writers. Run by hand when a file has
 * to change; the results are committed. Needs python3 with openpyxl and LibreOffice (soffice).
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as XLSX from '@e965/xlsx';
import { Zip, ZipDeflate, zipSync } from 'fflate';
import Papa from 'papaparse';
import { HEADINGS, JANUARY_2026, LISTING, serials, withDates } from './small-ledger.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../test/fixtures/hazards');
const two = (n) => String(n).padStart(2, '0');

// ---------------------------------------------------------------- SheetJS

function sheetJs(name, change, { rows = [HEADINGS, ...serials], dateFormat = 'mm/dd/yyyy', props = {}, stay = (sheet) => sheet } = {}) {
  const book = XLSX.utils.book_new();
  const accounts = XLSX.utils.aoa_to_sheet(LISTING);
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  for (const [cell, value] of Object.entries(sheet)) if (/^B\d/.test(cell) && value.t === 'n') value.z = dateFormat;
  change(sheet, accounts, book);
  XLSX.utils.book_append_sheet(book, accounts, 'Accounts');
  XLSX.utils.book_append_sheet(book, stay(sheet), 'Transactions');
  book.Workbook = { ...book.Workbook, WBProps: props };
  writeFileSync(join(out, `${name}.sheetjs.xlsx`), XLSX.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }));
}

function allSheetJs() {
  const headed = [
    ['Account activity (invented)'],
    [],
    ['Account', 'Posting', '', '', 'Payer'],
    ['', 'Post Date', 'Transaction Type', 'Amount', ''],
    ...serials,
  ];
  sheetJs('merged', (sheet) => (sheet['!merges'] = ['A1:E1', 'A3:A4', 'B3:D3', 'E3:E4'].map((area) => XLSX.utils.decode_range(area))), { rows: headed });
  sheetJs('1904', () => undefined, { rows: [HEADINGS, ...withDates((day) => JANUARY_2026 + day - 1462)], props: { date1904: true } });
  const US = (day) => `01/${two(day)}/2026`;
  const texts = withDates((day) => (day < 13 ? US(day) : day === 14 ? '14-JAN-2026' : `${US(day)} 12:00 AM`));
  sheetJs('dates', () => undefined, { rows: [HEADINGS, ...texts] });
  sheetJs('formulas', (sheet, accounts) => {
    sheet.D2 = { t: 'n', f: '250*2', v: 500 };
    sheet.D5 = { t: 'n', f: 'D4', v: -400 };
    [-400, -45, 250.5].forEach((v, i) => (accounts[`C${i + 2}`] = { t: 'n', f: `SUMIF(Transactions!A:A,A${i + 2},Transactions!D:D)`, v }));
    sheet.A3 = { t: 's', f: '"00123"', v: '00123' };
  });
  sheetJs('hidden', (sheet) => {
    sheet['!rows'] = [{}, { hidden: true }, { hidden: true }, { hidden: true }, { hidden: true }, {}, {}, { hidden: true }];
    sheet['!cols'] = [{}, {}, { hidden: true }, { hidden: true }];
    sheet['!autofilter'] = { ref: 'A1:E8' };
  });
  sheetJs('numbers', (sheet) => {
    Object.entries({ D2: '500.00 DR', D3: '<100.00>', D4: '-$400.00', D7: '(145.00)', A4: '00123\u00a0' }).forEach(
      ([cell, v]) => (sheet[cell] = { t: 's', v }),
    );
    sheet.D5.v = -400.00000000000006;
  });
}

// ---------------------------------------------------------------- by hand

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const cellXml = (value, r, c, formulas) => {
  const ref = `${String.fromCharCode(65 + c)}${r + 1}`;
  const formula = formulas[ref] === undefined ? '' : `<f>${escaped(formulas[ref])}</f>`;
  if (value === '') return '';
  if (typeof value === 'number') return `<c r="${ref}">${formula}<v>${value}</v></c>`;
  return formula === ''
    ? `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
    : `<c r="${ref}" t="str">${formula}<v>${escaped(value)}</v></c>`;
};
const sheetXml = (rows, formulas = {}, after = '') =>
  `${HEAD}<worksheet ${MAIN} xmlns:r="${RELS}"><sheetData>${rows.map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cellXml(value, r, c, formulas)).join('')}</row>`).join('')}</sheetData>${after}</worksheet>`;

function parts(sheets, { properties = '', more = {}, types = '' } = {}) {
  const names = Object.keys(sheets);
  const override = (part, kind) => `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const text = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${names.map((_, i) => override(`worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')}${types}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${RELS}">${properties}<sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${RELS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheets[name]])),
    ...more,
  };
  return Object.entries(text).map(([name, content]) => [name, new TextEncoder().encode(content)]);
}
const MTIME = new Date(2026, 0, 31);
const whole = (list) => zipSync(Object.fromEntries(list), { mtime: MTIME });

/** As a program writes to a pipe: no size is known when a part's header is written. */
function streamed(list) {
  const chunks = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [name, content] of list) {
    const part = new ZipDeflate(name, { level: 6 });
    part.mtime = MTIME;
    zip.add(part);
    part.push(content.subarray(0, 100));
    part.push(content.subarray(100), true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

const LISTED = sheetXml(LISTING);
const hand = (name, bytes) => writeFileSync(join(out, `${name}.by-hand.xlsx`), bytes);

function byHand() {
  hand('streamed', streamed(parts({ Accounts: LISTED, Transactions: sheetXml([HEADINGS, ...serials]) })));
  // A function that only the billing system's own add-in knows: nothing but the stored values can be read.
  const formulas = { D2: 'BILLING.AMOUNT("00123",1)', D4: '-BILLING.PAID(A4)', A3: 'TEXT(123,"00000")' };
  hand('formulas', whole(parts({ Accounts: LISTED, Transactions: sheetXml([HEADINGS, ...serials], formulas) })));
  const blank = serials.map((row, r) => (r === 0 || row[0] !== serials[r - 1][0] ? row : ['', ...row.slice(1)]));
  hand(
    'grouped',
    whole(
      parts({
        Accounts: LISTED,
        Transactions: sheetXml([HEADINGS, ...blank], {}, '<mergeCells count="2"><mergeCell ref="A2:A5"/><mergeCell ref="A6:A7"/></mergeCells>'),
      }),
    ),
  );
  const moved = withDates((day) => JANUARY_2026 + day - 1462);
  hand('1904', whole(parts({ Accounts: LISTED, Transactions: sheetXml([HEADINGS, ...moved]) }, { properties: '<workbookPr date1904="1"/>' })));
  hand('tables', whole(tables()));
}

/** Two tables on one sheet, one below the other. */
function tables() {
  const rows = [...LISTING, [], [], HEADINGS, ...serials];
  const table = (id, name, ref, headings) =>
    `${HEAD}<table ${MAIN} id="${id}" name="${name}" displayName="${name}" ref="${ref}"><autoFilter ref="${ref}"/><tableColumns count="${headings.length}">${headings.map((heading, i) => `<tableColumn id="${i + 1}" name="${heading}"/>`).join('')}</tableColumns></table>`;
  const types = [1, 2]
    .map((n) => `<Override PartName="/xl/tables/table${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/>`)
    .join('');
  const sheet = sheetXml(rows, {}, '<tableParts count="2"><tablePart r:id="rId1"/><tablePart r:id="rId2"/></tableParts>');
  const links = [1, 2].map((n) => `<Relationship Id="rId${n}" Type="${RELS}/table" Target="../tables/table${n}.xml"/>`).join('');
  const more = {
    'xl/tables/table1.xml': table(1, 'tblListing', 'A1:C4', LISTING[0]),
    'xl/tables/table2.xml': table(2, 'tblPostings', 'A7:E14', HEADINGS),
    'xl/worksheets/_rels/sheet1.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links}</Relationships>`,
  };
  return parts({ Both: sheet }, { more, types });
}

// ---------------------------------------------------------------- LibreOffice

function libreOffice() {
  const temporary = mkdtempSync(join(tmpdir(), 'hazards-'));
  const from = readdirSync(out).filter((name) => name.endsWith('.openpyxl.xlsx') && !name.startsWith('streamed'));
  const copies = from.map((name) => join(temporary, name.replace('openpyxl', 'libreoffice')));
  from.forEach((name, i) => copyFileSync(join(out, name), copies[i]));
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${temporary}/profile`,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      join(temporary, 'out'),
      ...copies,
    ],
    { stdio: 'inherit' },
  );
  for (const name of readdirSync(join(temporary, 'out'))) copyFileSync(join(temporary, 'out', name), join(out, name));
  rmSync(temporary, { recursive: true, force: true });
}

// ---------------------------------------------------------------- text

const iso = withDates((day) => `2026-01-${two(day)}`).map((row) => row.map((cell, c) => (c === 3 ? cell.toFixed(2) : cell)));
const us = withDates((day) => `01/${two(day)}/2026`).map((row) => row.map((cell, c) => (c === 3 ? cell.toFixed(2) : cell)));
const european = withDates((day) => `${two(day)}.01.2026`).map((row) =>
  row.map((cell, c) => (c === 3 ? cell.toFixed(2).replace('.', ',') : cell === 'Harbor Mutual' ? 'Hafen-Krankenversicherung Köln' : cell)),
);
const wide = (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

function texts() {
  const write = (name, content) => writeFileSync(join(out, name), content);
  write('comma-utf8-mark.papaparse.csv', `\ufeff${Papa.unparse([HEADINGS, ...iso], { quotes: true, newline: '\r\n' })}\r\n`);
  write('semicolon-1252.papaparse.csv', Buffer.from(Papa.unparse([HEADINGS, ...european], { delimiter: ';', newline: '\r\n' }), 'latin1'));
  write('tab-utf16.by-hand.csv', wide([HEADINGS, ...us].map((row) => row.join('\t')).join('\r\n')));
  write('pipe-titled.by-hand.csv', ['Account activity (invented)', 'Run 01/31/2026', '', ...[HEADINGS, ...us].map((row) => row.join('|'))].join('\n'));
  write('tab-quoted.by-hand.tsv', [HEADINGS, ...us].map((row) => row.map((cell) => `"${cell}"`).join('\t')).join('\r'));
}

// ---------------------------------------------------------------- electronic remittances

const ISA = (component) => `ISA*00*          *00*          *ZZ*HARBOR         *ZZ*CLINIC         *260125*1200*^*00501*000000001*0*P*${component}`;
const START = ['GS*HP*HARBOR*CLINIC*20260125*1200*1*X*005010X221A1'];
const CLAIM = [
  'ST*835*0001',
  'BPR*I*400*C*ACH*CCP*01*999*DA*123*1512345678**01*888*DA*456*20260125',
  'TRN*1*EFT900*1512345678',
  'DTM*405*20260125',
  'N1*PR*HARBOR MUTUAL',
  'LX*1',
  'CLP*00123*1*500*400**12*ICN900',
  'CAS*CO*45*100',
  'SE*8*0001',
];
const END = ['GE*1*1', 'IEA*1*000000001'];

function remittances() {
  const write = (name, content) => writeFileSync(join(out, name), content);
  write('one-line.by-hand.835', `${[ISA(':'), ...START, ...CLAIM, ...END].join('~')}~`);
  write('no-envelope.by-hand.835', `\ufeff${CLAIM.join('~\r\n')}~\r\n`);
  const narrow = ISA('>').replace(/ +(?=\*)/g, '');
  write('narrow-two-envelopes.by-hand.835', [narrow, ...START, ...CLAIM, ...END, '', ISA('>'), ...START, ...second(), ...END, ''].join('~\n'));
  write('truncated.by-hand.835', `${[ISA(':'), ...START, ...CLAIM.slice(0, -1), 'CLP*00124', 'SE*9*0001', ...END].join('~\n\n')}~\n`);
}
/** A second payment order: the claim again, 400.00 on another trace number. */
const second = () => CLAIM.map((segment) => segment.replace('EFT900', 'EFT901').replace('ICN900', 'ICN901'));

mkdirSync(out, { recursive: true });
execFileSync(process.env.PYTHON ?? '/usr/bin/python3', [join(here, 'make-hazard-fixtures.py'), out], { stdio: 'inherit' });
allSheetJs();
byHand();
texts();
remittances();
libreOffice();
