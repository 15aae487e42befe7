import { Cells } from '../../src/host/cells';
import { Strings } from '../../src/host/strings';
import { newWorkbook } from '../../src/host/workbook';
import { shiftFormula } from '../../src/host/formulaShift';

const cells = (): Cells => new Cells(new Strings());

describe('cells', () => {
  it('keeps each kind of content apart', () => {
    const store = cells();
    store.set(0, 0, '00123');
    store.set(5, 2, 123);
    store.set(5000, 3, true);
    store.set(1_048_575, 16_383, { error: '#N/A' });
    expect([store.get(0, 0), store.get(5, 2), store.get(5000, 3), store.get(1_048_575, 16_383), store.get(1, 1)]).toEqual([
      '00123',
      123,
      true,
      { error: '#N/A' },
      null,
    ]);
  });
  it('measures what is used with and without formats', () => {
    const store = cells();
    expect(store.used(false)).toBeNull();
    store.set(3, 2, 1);
    store.set(7, 4, 'x');
    store.setStyle(20, 0, 5);
    expect(store.used(true)).toEqual({ row: 3, column: 2, rows: 5, columns: 3 });
    expect(store.used(false)).toEqual({ row: 3, column: 0, rows: 18, columns: 5 });
    store.clear({ row: 20, column: 0, rows: 1, columns: 1 }, 'formats');
    expect(store.used(false)).toEqual({ row: 3, column: 2, rows: 5, columns: 3 });
  });
  it('clears contents and keeps formats, or the other way round', () => {
    const store = cells();
    store.set(0, 0, 1);
    store.setStyle(0, 0, 7);
    store.clear({ row: 0, column: 0, rows: 1, columns: 1 }, 'contents');
    expect([store.get(0, 0), store.style(0, 0)]).toEqual([null, 7]);
  });
  it('names the rows that hold anything, in order', () => {
    const store = cells();
    for (const row of [2047, 2, 1024, 5000]) store.set(row, row === 2 ? 1 : 0, 'x');
    expect([...store.rowsWithin({ row: 0, column: 0, rows: 4000, columns: 2 })]).toEqual([2, 1024, 2047]);
  });
  it('keeps a formula when its value is recalculated, drops it when a value is written', () => {
    const store = cells();
    store.setFormula(0, 0, '=A2*2', 4);
    store.setCached(0, 0, 6);
    expect([store.formula(0, 0), store.get(0, 0)]).toEqual(['=A2*2', 6]);
    store.set(0, 0, 1);
    expect(store.formula(0, 0)).toBe('');
  });
  it('refuses cells outside the sheet', () => {
    expect(() => cells().set(1_048_576, 0, 1)).toThrow(RangeError);
  });
});

describe('shared formulas', () => {
  it.each([
    ['A1+$B$2', 1, 1, 'B2+$B$2'],
    ["SUM('It''s A1'!A1:B2)", 2, 0, "SUM('It''s A1'!A3:B4)"],
    ['"A1"&A1', 1, 0, '"A1"&A2'],
    ['LOG10(A1)', 1, 0, 'LOG10(A2)'],
    ['Table1[[#This Row],[A1]]+A1', 0, 1, 'Table1[[#This Row],[A1]]+B1'],
    ['SUM(A:A)+SUM(1:1)', 1, 1, 'SUM(B:B)+SUM(2:2)'],
    ['rate1*Sheet2!A1', 3, 0, 'rate1*Sheet2!A4'],
  ])('%s moved by %i rows and %i columns is %s', (formula, rows, columns, expected) => {
    expect(shiftFormula(formula, rows, columns)).toBe(expected);
  });
});

describe('styles', () => {
  it('appends a format once and leaves the base alone', () => {
    const { styles } = newWorkbook('Book1.xlsx');
    const text = styles.derive(0, { numberFormat: '@' });
    const bold = styles.derive(text, { font: { ...styles.resolve(text).font, bold: true, color: '#FF0000' } });
    expect(styles.derive(0, { numberFormat: '@' })).toBe(text);
    expect(styles.resolve(bold)).toMatchObject({ numberFormat: '@', font: { bold: true, color: '#FF0000', name: 'Calibri', size: 11 } });
    expect(styles.resolve(0)).toMatchObject({ numberFormat: 'General', fill: '', font: { bold: false } });
    expect(styles.resolve(styles.derive(bold, { fill: '#FFEB9C', wrap: true, locked: false }))).toMatchObject({
      fill: '#FFEB9C',
      wrap: true,
      locked: false,
      numberFormat: '@',
    });
  });
  it('reads back a differential format', () => {
    const { styles } = newWorkbook('Book1.xlsx');
    const format = { fill: '#FFC7CE', fontColor: '#9C0006', bold: true, italic: false, strikethrough: false };
    expect(styles.resolveDxf(styles.addDxf(format))).toEqual(format);
  });
});

describe('a new workbook', () => {
  it('adds and removes sheets, never reusing an id', () => {
    const book = newWorkbook('Book1.xlsx');
    const first = book.addSheet('Sheet1');
    const second = book.addSheet('Sheet2');
    book.removeSheet(second.id);
    const third = book.addSheet('Sheet2');
    expect(new Set([first.id, second.id, third.id]).size).toBe(3);
    expect(book.activeSheetId).toBe(first.id);
  });
});
