/** Formulas are calculated when somebody reads them, not before, and a copy of a sheet takes their new values along. */
import { startExcel } from '../../../src/host/node';
import type { EmbeddedExcel } from '../../../src/host/node';
import { bookOf, sheetOf } from '../../excel/book';

let excel: EmbeddedExcel;
beforeEach(async () => {
  const book = bookOf({ S: [[1, 'text'], [2]] });
  const { cells } = sheetOf({ workbook: book }, 'S');
  cells.setFormula(3, 0, '=SUM(A1:A2)', 3);
  cells.setFormula(4, 0, '=Rate*2', 10);
  cells.setFormula(5, 0, '=S!A1+1', 2);
  excel = await startExcel(book);
  await Excel.run(async (context) => {
    context.workbook.names.add('Rate', context.workbook.worksheets.getItem('S').getRange('A2'));
    await context.sync();
  });
  excel.settle();
});
afterEach(() => excel.close());
const evaluated = (): number => excel.host.state.recalculation.evaluated;
const values = (address: string): Promise<unknown[][]> =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('S').getRange(address);
    range.load('values');
    await context.sync();
    return range.values;
  });
const write = (address: string, value: number): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem('S').getRange(address).values = [[value]];
    await context.sync();
  });

it('cells beside them are read without calculating them, they themselves with their new values', async () => {
  const before = evaluated();
  await write('A2', 5);
  expect(await values('A1:B2')).toEqual([
    [1, 'text'],
    [5, ''],
  ]);
  expect(evaluated()).toBe(before);
  // 1 + 5, 5 × 2.
  expect(await values('A3:A6')).toEqual([[''], [6], [10], [2]]);
  expect(evaluated()).toBe(before + 2);
});

it('a defined name that means something else changes formulas that use it, and no others', async () => {
  const before = evaluated();
  await Excel.run(async (context) => {
    context.workbook.names.getItem('Rate').delete();
    context.workbook.names.add('Rate', context.workbook.worksheets.getItem('S').getRange('A1'));
    await context.sync();
  });
  // 1 × 2.
  expect(await values('A4:A6')).toEqual([[3], [2], [2]]);
  expect(evaluated()).toBe(before + 1);
});

it('a copied sheet stands on the values of now', async () => {
  await write('A2', 5);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('S').copy('End');
    await context.sync();
  });
  expect(sheetOf(excel, 'S (2)').cells.get(3, 0)).toBe(6);
});
