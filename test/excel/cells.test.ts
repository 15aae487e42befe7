/** What is refused or made safe before the client sees it (wire.md 5, office-js.md 1.6). */
import { cellFor, columnLetters, looseCell, quoted, shortText, sheetOfFormula } from '../../src/excel/cells';
import { Fingerprint } from '../../src/excel/fingerprint';
import { freeSheetName } from '../../src/excel/own';
import { rowsAddress } from '../../src/excel/showRows';
import type { ColumnSpec } from '../../src/outputs/edit';

const column = (type: ColumnSpec['type']): ColumnSpec => ({ key: 'k', heading: 'K', type, width: 10 });

describe('cells', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, new Date(0) as unknown as number, 'text'])('refuses %s in an amount', (value) => {
    expect(() => cellFor(column('money'), value, 0)).toThrow(TypeError);
  });
  it('refuses a formula that does not start with = and a number in a text column', () => {
    expect(() => cellFor(column('formula'), 'HYPERLINK("x")', 0)).toThrow(TypeError);
    expect(() => cellFor(column('text'), 12, 0)).toThrow(TypeError);
    expect(() => looseCell(Number.NaN)).toThrow(TypeError);
  });
  it('marks every text outside a table as text', () => {
    expect(['=1+1', '2026-01-31', '$5.00', 'Title', ''].map(looseCell)).toEqual(["'=1+1", "'2026-01-31", "'$5.00", "'Title", '']);
  });
  it('cuts what no cell can hold', () => {
    expect(shortText('00123')).toBe('00123');
    expect(shortText('x'.repeat(40_000))).toHaveLength(32_767);
  });
  it('blanks are empty text: null would leave the old value', () => {
    expect(cellFor(column('money'), null, 0)).toBe('');
    expect(cellFor(column('money'), 0, 0)).toBe(0);
  });
  it('letters, quotes and formulas of names', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    expect(quoted("Bob's")).toBe("'Bob''s'");
    expect(sheetOfFormula("='Bob''s (2)'!$A$1")).toBe("Bob's (2)");
    expect(sheetOfFormula('=Credits!$A$1')).toBe('Credits');
    expect(sheetOfFormula('=#REF!$A$1')).toBeNull();
  });
  it('finds a free sheet name as Excel compares them', () => {
    expect(freeSheetName('Credits', ['Data'])).toBe('Credits');
    expect(freeSheetName('Credits', ['CREDITS', 'Credits (2)'])).toBe('Credits (3)');
    expect(freeSheetName('x'.repeat(31), ['x'.repeat(31)])).toBe(`${'x'.repeat(27)} (2)`);
  });
  it('joins neighbouring rows and ends at a whole area before the limit', () => {
    expect(rowsAddress([7, 5, 6, 12, 5])).toBe('5:7,12:12');
    expect(rowsAddress([2, 4, 6], 7)).toBe('2:2,4:4');
    const many = rowsAddress(Array.from({ length: 5_000 }, (_, i) => 2 * i + 2));
    expect(many.length).toBeLessThanOrEqual(8_000);
    expect(many.split(',').every((area) => /^(\d+):\1$/.test(area))).toBe(true);
  });
});

describe('Fingerprint', () => {
  const of = (rows: readonly (readonly (string | number)[])[], places = [0, 1]): string => {
    const print = new Fingerprint();
    print.add(rows, places);
    return print.text();
  };
  it('notices a changed cell, a swapped row and text for a number; not other columns, nor where blocks were cut', () => {
    const base = of([
      ['A', 1, 'note'],
      ['B', 2, 'x'],
    ]);
    expect(
      of([
        ['A', 1, 'other'],
        ['B', 2, 'y'],
      ]),
    ).toBe(base);
    expect(
      of([
        ['A', 1],
        ['B', 3],
      ]),
    ).not.toBe(base);
    expect(
      of([
        ['B', 2],
        ['A', 1],
      ]),
    ).not.toBe(base);
    expect(
      of([
        ['A', '1'],
        ['B', 2],
      ]),
    ).not.toBe(base);
    const cut = new Fingerprint();
    cut.add([['A', 1]], [0, 1]);
    cut.add([['B', 2]], [0, 1]);
    expect(cut.text()).toBe(base);
  });
});
