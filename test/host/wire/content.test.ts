/** What cells hold and what becomes of what is written: office-js.md 1.5, 1.6, 2.3 and design.md 2. */
import fc from 'fast-check';
import { codeOf, onSheet, openBook, valuesOf, write, type Opened } from './book';

let opened: Opened;
beforeEach(async () => {
  opened = await openBook();
});
afterEach(() => opened.excel.close());

/** Writes one text into A1 and gives value and number format back. */
async function typed(text: string): Promise<readonly [unknown, string]> {
  return onSheet(async (sheet, context) => {
    const cell = sheet.getRange('A1');
    cell.clear();
    cell.values = [[text]];
    cell.load('values,numberFormat');
    await context.sync();
    return [cell.values[0]?.[0], cell.numberFormat[0]?.[0] as string] as const;
  });
}

describe('text written into General cells is read as typed (design.md 2)', () => {
  const year = new Date().getFullYear();
  /** Days since 30 December 1899. */
  const serial = (month: number, day: number): number => Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569;
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['00123', 123, 'General'],
    ['1E5', 100_000, '0.00E+00'],
    ['1-2', serial(1, 2), 'd-mmm'],
    ['3/4', serial(3, 4), 'd-mmm'],
    ['1/2/2024', 45_293, 'm/d/yyyy'],
    ['2024-01-02', 45_293, 'm/d/yyyy'],
    ['1234567890123456', 1_234_567_890_123_450, 'General'],
    ['5%', 0.05, '0%'],
    ['1,234', 1234, '#,##0'],
    ['(12.50)', -12.5, 'General'],
    ['TRUE', true, 'General'],
    ['#N/A', '#N/A', 'General'],
    ['-5', -5, 'General'],
    ['+5', 5, 'General'],
    ['-', '-', 'General'],
    ['=', '=', 'General'],
    ["'00123", '00123', 'General'],
    ['1 2', '1 2', 'General'],
    ['555-1234', '555-1234', 'General'],
    ['12:30', 12.5 / 24, 'h:mm'],
    ['Smith, Ann', 'Smith, Ann', 'General'],
  ];
  it.each(cases)('%s', async (text, value, format) => {
    expect(await typed(text)).toEqual([value, format]);
  });
  it('"$1,234.50" is an amount of money', async () => {
    const [value, format] = await typed('$1,234.50');
    expect(value).toBe(1234.5);
    expect(format).toContain('$');
  });
});

describe('cell content (office-js.md 1.6)', () => {
  it('strings that start with = + - become formulas [ref:range.values]', async () => {
    await write('A1:A3', [['=1+1'], ['+2+2'], ['-3-3']]);
    const formulas = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:A3').load('formulas,values');
      await context.sync();
      return [range.formulas, range.values];
    });
    expect(formulas).toEqual([
      [['=1+1'], ['=2+2'], ['=-3-3']],
      [[2], [4], [-6]],
    ]);
  });
  it('a cell formatted "@" keeps zeros, signs and long numbers as text', async () => {
    const texts = [['00123'], ['=1+1'], ['-5'], ['12345678901234567890'], ['3/4']];
    await onSheet((sheet) => {
      const range = sheet.getRange('A1:A5');
      range.numberFormat = '@' as never;
      range.values = texts;
    });
    expect(await valuesOf('A1:A5')).toEqual(texts);
  });
  it('"" empties a cell, null leaves it alone [docs: excel-add-ins-blank-null-values]', async () => {
    await write('A1:B1', [['a', 'b']]);
    await write('A1:B1', [['', null]]);
    expect(await valuesOf('A1:B1')).toEqual([['', 'b']]);
  });
  it('NaN and undefined reach Excel as null: the cell is left alone (wire.md 5)', async () => {
    await write('A1:B1', [[1, 2]]);
    await write('A1:B1', [[NaN, undefined]]);
    expect(await valuesOf('A1:B1')).toEqual([[1, 2]]);
  });
  it('blanks read as "", errors as their text, and valueTypes tells them apart [ref:range.valueTypes]', async () => {
    await write('A1:E1', [['#N/A', "'#N/A", 1.5, true, null]]);
    const [values, types] = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:E1').load('values,valueTypes');
      await context.sync();
      return [range.values, range.valueTypes];
    });
    expect(values).toEqual([['#N/A', '#N/A', 1.5, true, '']]);
    expect(types).toEqual([['Error', 'String', 'Double', 'Boolean', 'Empty']]);
  });
  it('dates are serials without time zone; text shows them by format', async () => {
    const [values, text] = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1');
      range.numberFormat = [['m/d/yyyy']];
      range.values = [[60]];
      range.load('values,text');
      await context.sync();
      return [range.values, range.text];
    });
    // Serial 60 is the day that never was.
    expect([values, text]).toEqual([[[60]], [['2/29/1900']]]);
  });
  it('amounts keep their binary residue in values', async () => {
    await write('A1', [['=0.1+0.2']]);
    const [[value]] = (await valuesOf('A1')) as [[number]];
    expect(value).not.toBe(0.3);
    expect(value).toBeCloseTo(0.3, 12);
  });
  it('functions.date tells the date systems apart: 36526 in a 1900 book', async () => {
    const value = await onSheet(async (_, context) => {
      const result = context.workbook.functions.date(2000, 1, 1).load('value');
      await context.sync();
      return result.value;
    });
    expect(value).toBe(36_526);
  });
  it('text over 32,767 characters is InvalidArgument (office-js.md 1.1)', async () => {
    expect(await codeOf(write('A1', [['x'.repeat(32_768)]]))).toBe('InvalidArgument');
  });
  it('a scalar fills the range (office-js.md 2.3)', async () => {
    await write('A1:B2', 7);
    expect(await valuesOf('A1:B2')).toEqual([
      [7, 7],
      [7, 7],
    ]);
  });
  it('a number format may be one for all cells (office-js.md 2.3)', async () => {
    const formats = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:B2');
      range.numberFormat = '0.00' as never;
      range.load('numberFormat');
      await context.sync();
      return range.numberFormat;
    });
    expect(formats).toEqual([
      ['0.00', '0.00'],
      ['0.00', '0.00'],
    ]);
  });
});

describe('used range (office-js.md 1.5)', () => {
  it('values only leaves formatting out; without it formatting extends it', async () => {
    const addresses = await onSheet(async (sheet, context) => {
      sheet.getRange('B2:C3').values = [
        [1, 2],
        [3, 4],
      ];
      sheet.getRange('F9').format.fill.color = '#FFFF00';
      const values = sheet.getUsedRangeOrNullObject(true).load('address,rowIndex,columnIndex');
      const all = sheet.getUsedRangeOrNullObject().load('address');
      await context.sync();
      return [values.address, values.rowIndex, values.columnIndex, all.address];
    });
    expect(addresses).toEqual(['Data!B2:C3', 1, 1, 'Data!B2:F9']);
  });
  it('of an empty sheet is a null object, or A1', async () => {
    const found = await onSheet(async (sheet, context) => {
      const none = sheet.getUsedRangeOrNullObject(true).load('address');
      const first = sheet.getUsedRange().load('address');
      await context.sync();
      return [none.isNullObject, first.address];
    });
    expect(found).toEqual([true, 'Data!A1']);
  });
});

it('what is written in text cells comes back unchanged, whatever it is (property)', async () => {
  const texts = fc.array(fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(texts, async (rows) => {
      const address = `A1:C${rows.length}`;
      await onSheet((sheet) => {
        const range = sheet.getRange(address);
        range.clear();
        range.numberFormat = '@' as never;
        range.values = rows;
      });
      expect(await valuesOf(address)).toEqual(rows);
    }),
    { numRuns: 30 },
  );
});
it('numbers and logical values come back unchanged (property)', async () => {
  const cell = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
    fc.integer(),
    fc.boolean(),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), async (rows) => {
      const address = `A1:B${rows.length}`;
      await write(address, rows);
      expect(await valuesOf(address)).toEqual(rows);
    }),
    { numRuns: 30 },
  );
});
