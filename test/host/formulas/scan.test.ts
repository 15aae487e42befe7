import { formulaStands, pieces, pieceText } from '../../../src/host/formulas/scan';
import { mapReferences } from '../../../src/host/formulas/references';
import { resolve, withSheetRenamed } from '../../../src/host/formulas/resolve';
import { sheetText } from '../../../src/host/wire/address';
import { newWorkbook } from '../../../src/host/workbook';

const FORMULAS = [
  'SUM(A1:B2)+$C$3',
  `IF(A1="a ""quoted"" 'text'",'It''s'!B2,Other!A:A)`,
  `SUM(crb_Credits[Amount])-crb_Credits[[#This Row],[It''s]]`,
  'LOG10(A1)&"#REF!"&#N/A',
  '1.5E+10*2^-3%',
  'COUNTIF($1:$3,"<>"&_xlfn.XLOOKUP(A1,B:B,C:C))',
];

describe('formulas taken apart', () => {
  it.each(FORMULAS)('gives back %s', (formula) => {
    const joined = pieces(formula)
      .map((piece) => pieceText(piece, sheetText))
      .join('');
    expect(joined).toBe(formula);
  });
  it('finds references, names and functions, and nothing inside text', () => {
    const found = pieces('SUM(A1,x,"B2")').filter((piece) => piece.kind !== 'text');
    expect(found).toEqual([
      { kind: 'function', text: 'SUM' },
      { kind: 'reference', sheet: null, text: 'A1' },
      { kind: 'name', sheet: null, text: 'x' },
    ]);
  });
  it.each([
    ['=A1', true],
    ['=SUM(1', false],
    ['=', false],
    ['="a', false],
    ['=A1+', false],
    ["='My Sheet'!A1", true],
  ])('%s can be read: %s', (formula, expected) => {
    expect(formulaStands(formula)).toBe(expected);
  });
});

it('references move with inserted rows and keep their dollar signs', () => {
  const down = (area: { row: number; column: number; rows: number; columns: number }) => ({ ...area, row: area.row + 2 });
  expect(mapReferences('=$A$1+B2:C$3+Other!A1', 'Data', 'Data', down)).toBe('=$A$3+B4:C$5+Other!A1');
  expect(mapReferences('=A1', 'Data', 'Data', () => null)).toBe('=#REF!');
});
it('a renamed sheet is quoted when it must be', () => {
  expect(withSheetRenamed("=Old!A1&'Old 2'!A1", 'Old', 'New one', sheetText)).toBe("='New one'!A1&'Old 2'!A1");
});
it('structured references and names become plain areas', () => {
  const book = newWorkbook('b.xlsx');
  const sheet = book.addSheet('Data');
  sheet.tables.push({
    id: 1,
    name: 'T',
    area: { row: 0, column: 1, rows: 4, columns: 2 },
    columns: ['Id', 'Amount due'],
    style: '',
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    showBandedRows: true,
    part: '',
    filtered: false,
  });
  book.names.push({ name: 'rate', formula: '0.5', scope: '', visible: true, comment: '' });
  const at = (formula: string): string => resolve(formula, { sheet, row: 2, column: 5 }, book, () => 'S0').formula;
  expect(at('=SUM(T[Amount due])*rate')).toBe('=SUM(S0!C2:C4)*(0.5)');
  expect(at('=T[[#This Row],[Amount due]]')).toBe('=S0!C3');
  expect(at('=T[@[Amount due]]')).toBe('=S0!C3');
  expect(at('=T[@Id]')).toBe('=S0!B3');
  expect(at('=COUNTA(T[[#Headers],[Id]:[Amount due]])')).toBe('=COUNTA(S0!B1:C1)');
  expect(at('=ROWS(T[#All])')).toBe('=ROWS(S0!B1:C4)');
  expect(at('=HYPERLINK("#A1",HYPERLINK("x","y")&"(z)")')).toBe('=(("y")&"(z)")');
});
