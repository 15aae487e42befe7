/** Reading: every cell of every writer's fixture as a second reader (SheetJS) sees it, and the corners of the format one by one. */
import { unzipSync, zipSync } from 'fflate';
import * as XLSX from '@e965/xlsx';
import { openWorkbook } from '../../../src/host/files/open';
import type { CellContent } from '../../../src/host/model';
import type { BookSheet } from '../../../src/host/workbook';
import { fixture, workbookWith, WRITERS } from './fixture';

function second(cell: XLSX.CellObject | undefined): CellContent {
  if (cell === undefined || cell.t === 'z' || cell.v === undefined) return null;
  if (cell.t === 'e') return { error: cell.w ?? '' };
  // A formula without a kept value.
  if (cell.v === '' && cell.f !== undefined) return null;
  return cell.v as CellContent;
}

function rowOf(sheet: BookSheet, row: number, columns: number): CellContent[] {
  return Array.from({ length: columns }, (_, column) => sheet.cells.get(row, column));
}
function firstSheet(xml: string, more: Parameters<typeof workbookWith>[1] = {}): BookSheet {
  return openWorkbook(workbookWith(xml, more), 'a.xlsx').sheets[0] as BookSheet;
}

describe.each(WRITERS.filter((name) => name !== 'by-hand.xlsx'))('%s', (name) => {
  const book = openWorkbook(fixture(name), name);
  const other = XLSX.read(fixture(name), { cellFormula: true, cellDates: false, cellStyles: true });

  it('has the same sheets', () => {
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(other.SheetNames);
  });
  it('has the same cells', () => {
    let compared = 0;
    for (const sheet of book.sheets) {
      const theirs = other.Sheets[sheet.name] as XLSX.WorkSheet;
      for (let row = 0; row < 30; row++) {
        for (let column = 0; column < 15; column++) {
          const cell = theirs[XLSX.utils.encode_cell({ r: row, c: column })] as XLSX.CellObject | undefined;
          expect([sheet.name, row, column, sheet.cells.get(row, column), sheet.cells.formula(row, column).slice(1)]).toEqual([
            sheet.name,
            row,
            column,
            second(cell),
            cell?.f ?? '',
          ]);
          if (cell !== undefined) compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(15);
  });
});

describe('openpyxl.xlsx', () => {
  const book = openWorkbook(fixture('openpyxl.xlsx'), 'openpyxl.xlsx');
  const [accounts, lines, keys] = book.sheets as [BookSheet, BookSheet, BookSheet];

  it('keeps account numbers as text and amounts as numbers', () => {
    expect(rowOf(accounts, 1, 5)).toEqual(['00123', 'Ann Sample', 46027, -118.9, true]);
    expect(book.styles.resolve(accounts.cells.style(1, 0)).numberFormat).toBe('@');
  });
  it('reads the look of a cell', () => {
    expect(book.styles.resolve(accounts.cells.style(0, 0))).toMatchObject({ fill: '#DDEBF7', font: { bold: true, color: '#1F4E79' } });
  });
  it('reads the frame of a sheet', () => {
    expect(accounts).toMatchObject({ tabColor: '#70AD47', frozenRows: 1, frozenColumns: 1, merged: [{ row: 0, column: 7, rows: 2, columns: 2 }] });
    expect(accounts.pageLayout).toMatchObject({ orientation: 'Landscape', printTitleRows: '1:1' });
    expect([...accounts.hiddenRows]).toEqual([2]);
    expect([...accounts.columnOutline]).toEqual([
      [5, 1],
      [6, 1],
    ]);
    expect(keys.visibility).toBe('Hidden');
  });
  it('reads rules, lists and links', () => {
    const rule = accounts.conditionalFormats.find((format) => format.type === 'expression');
    expect(rule).toMatchObject({ formula: '$D2<0', stopIfTrue: true, areas: [{ row: 1, column: 0, rows: 3, columns: 4 }] });
    expect(book.styles.resolveDxf(rule?.dxf ?? -1).bold).toBe(true);
    expect(accounts.validations).toMatchObject([
      { type: 'list', source: 'New,Closed', errorStyle: 'warning', areas: [{ row: 1, column: 9, rows: 3, columns: 1 }] },
    ]);
    expect(accounts.hyperlinks).toMatchObject([{ address: 'https://example.com/a?b=1&c=2', area: { row: 1, column: 10 } }]);
  });
  it('reads tables, charts and names', () => {
    expect(lines.tables).toMatchObject([
      { name: 'tblLines', columns: ['Code', 'Amount', 'Half'], style: 'TableStyleMedium2', area: { row: 0, column: 0, rows: 6, columns: 3 } },
    ]);
    expect(lines.charts).toMatchObject([{ kept: true, title: 'Amounts', type: 'ColumnClustered', from: { row: 1, column: 4 } }]);
    expect(book.names).toMatchObject([
      { name: 'Rate', formula: '0.25', visible: true },
      { name: 'hiddenKeys', formula: 'Keys!$A$1', visible: false },
    ]);
  });
});

describe('by-hand.xlsx: prefixes, absolute paths, sizes behind the data, no dimension, rows and cells without r', () => {
  const book = openWorkbook(fixture('by-hand.xlsx'), 'by-hand.xlsx');
  const sheet = book.sheets[0] as BookSheet;

  it('reads every type of cell', () => {
    expect(rowOf(sheet, 0, 4)).toEqual(['plain & é', 'rich  text', 'a <b> & c', 'line\r\nend ']);
    // 5 January 2026 is day 46,027 counted from 1900 and 1,462 days less counted from 1904.
    expect(rowOf(sheet, 2, 6)).toEqual([null, 44565.5, true, { error: '#N/A' }, 'in <line>', 'ab']);
    expect(sheet.cells.get(7, 0)).toBe('run one, </x:row> run two');
    expect(book.date1904).toBe(true);
  });
  it('expands shared formulas and keeps array formulas', () => {
    expect([3, 4, 5].map((row) => sheet.cells.formula(row, 0))).toEqual(['=B4*$C$1+1', '=B5*$C$1+1', '=B6*$C$1+1']);
    expect(sheet.cells.formula(5, 3)).toBe('=SUM(A4:A6*2)');
    expect([...sheet.hiddenRows]).toEqual([7]);
  });
});

describe('corners of the format', () => {
  it.each([
    ['<row r="1"><c r="A1"><v>1.5</v></c></row>', 1.5],
    ['<row r="1"><c r="A1" t="n"><v>1E-3</v></c></row>', 0.001],
    ['<row><c><v>7</v></c></row>', 7],
    ['<row r="1" ><c r = "A1" t="str" ><v>x&#x41;&lt;</v></c ></row >', 'xA<'],
    ["<row r='1'><c r='A1' t='b'><v>0</v></c></row>", false],
    ['<row r="1"><c r="A1"\n t="e"><v>#DIV/0!</v></c></row>', { error: '#DIV/0!' }],
    ['<row r="1"><c r="A1" s="0"/></row>', null],
    ['<row r="1"><c r="A1" t="s"><v/></c></row>', null],
    ['<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c></row>', ' a '],
    ['<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c></row>', 'ab'],
    ['<row r="1"><c r="A1" t="d"><v>1900-02-28</v></c></row>', 59],
    ['<row r="1"><c r="A1" t="d"><v>1900-03-01</v></c></row>', 61],
    ['<row r="1"><c r="A1" t="str"><v>_x0041_ and _x005F_x0041_</v></c></row>', 'A and _x0041_'],
    ['<row r="1"><!-- <c r="A1"><v>9</v></c> --><c r="A1"><v>8</v></c></row>', 8],
    ['<row r="1"><c r="A1" t="str"><v><![CDATA[</row>&amp;]]></v></c></row>', '</row>&amp;'],
    ['<row r="1"><c t="str" xmlns:z="urn:z" z:note="a>b" r="A1"><v>q</v></c></row>', 'q'],
    ['<row r="1"><c r="A1"><v>1</v><extLst><ext uri="x"/></extLst></c></row>', 1],
  ])('%s', (row, expected) => {
    expect(firstSheet(`<sheetData>${row}</sheetData>`).cells.get(0, 0)).toEqual(expected);
  });

  it('reads __proto__ as the text it is', () => {
    const sheet = firstSheet('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>', { sharedStrings: '<si><t>__proto__</t></si>' });
    expect(sheet.cells.get(0, 0)).toBe('__proto__');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
  it('takes the sheet type from the relationship', () => {
    expect(firstSheet('<sheetData/>').cells.used(false)).toBeNull();
  });
  it('reads a part in UTF-16', () => {
    const text = '\uFEFF<?xml version="1.0" encoding="UTF-16"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>é</t></si></sst>';
    const bytes = Uint8Array.from(Array.from(text).flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]));
    const parts = unzipSync(workbookWith('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>', { sharedStrings: '<si/>' }));
    expect(openWorkbook(zipSync({ ...parts, 'xl/sharedStrings.xml': bytes }), 'a.xlsx').sheets[0]?.cells.get(0, 0)).toBe('é');
  });
});
