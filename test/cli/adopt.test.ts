import { adopt, freeName } from '../../src/cli/adopt';
import { Book, newWorkbook } from '../../src/host/workbook';

describe('several files as one workbook', () => {
  it('numbers a sheet name that is taken, also in other case, within 31 characters', () => {
    expect(freeName(['Payments'], 'payments')).toBe('payments (2)');
    expect(freeName(['a', 'a (2)'], 'a')).toBe('a (3)');
    expect(freeName([], 'x'.repeat(40))).toBe('x'.repeat(31));
    expect(freeName(['y'.repeat(31)], 'y'.repeat(31))).toBe(`${'y'.repeat(27)} (2)`);
  });

  it('brings values and number formats, and formulas as the values they had', () => {
    const first = newWorkbook('first.xlsx');
    first.addSheet('Accounts').cells.set(0, 0, 'Account');
    const other = newWorkbook('other.xlsx');
    const sheet = other.addSheet('Accounts');
    sheet.cells.setStyle(0, 0, other.styles.derive(0, { numberFormat: '@', fill: '#FF0000' }));
    sheet.cells.set(0, 0, '00123');
    sheet.cells.setFormula(1, 1, '=1+1', 2);
    adopt(first, other);
    const copy = first.sheets[1];
    expect(first.sheets.map((each) => each.name)).toEqual(['Accounts', 'Accounts (2)']);
    expect(copy?.cells.get(0, 0)).toBe('00123');
    expect(first.styles.resolve(copy?.cells.style(0, 0) ?? 0).numberFormat).toBe('@');
    expect(first.styles.resolve(copy?.cells.style(0, 0) ?? 0).fill).toBe('');
    expect([copy?.cells.get(1, 1), copy?.cells.formula(1, 1)]).toEqual([2, '']);
  });

  it('keeps the days of a workbook that counts from 1904', () => {
    const first = newWorkbook('first.xlsx');
    first.addSheet('A');
    const other = new Book('mac.xlsx', undefined, true);
    const sheet = other.addSheet('B');
    sheet.cells.setStyle(0, 0, other.styles.derive(0, { numberFormat: 'mm/dd/yyyy' }));
    // 2026-11-30 is 46356 counted from 1900 and 44894 counted from 1904.
    sheet.cells.set(0, 0, 44894);
    sheet.cells.set(0, 1, 44894);
    adopt(first, other);
    expect(first.sheets[1]?.cells.get(0, 0)).toBe(46356);
    expect(first.sheets[1]?.cells.get(0, 1)).toBe(44894);
  });
});
