/** Long chains of formulas and formulas too deep: the engine calls itself for each link, and would die for good. */
import { batches, depthOf } from '../../../src/host/formulas/batches';
import { startExcel } from '../../../src/host/node';
import type { EmbeddedExcel } from '../../../src/host/node';
import { bookOf, sheetOf } from '../../excel/book';

const LINKS = 1_000;
let excel: EmbeddedExcel;
afterEach(() => excel.close());

/** A1 = 1, each cell below one more than the one above; and in B the other way round. */
async function chained(): Promise<ReturnType<typeof sheetOf>> {
  const book = bookOf({ S: [[1]] });
  const sheet = sheetOf({ workbook: book }, 'S');
  for (let r = 1; r < LINKS; r++) sheet.cells.setFormula(r, 0, `=A${r}+1`, null);
  for (let r = 0; r < LINKS; r++) sheet.cells.setFormula(r, 1, r === LINKS - 1 ? '=A1' : `=B${r + 2}+1`, null);
  excel = await startExcel(book);
  excel.host.state.recalculation.calculateAll();
  return sheet;
}

it('calculates chains longer than the engine bears, up and down', async () => {
  const sheet = await chained();
  expect(sheet.cells.get(LINKS - 1, 0)).toBe(LINKS);
  expect(sheet.cells.get(0, 1)).toBe(LINKS);
});

it('leaves a formula that is too deep at the value it had, and calculates on', async () => {
  const book = bookOf({ S: [[1, 2]] });
  const sheet = sheetOf({ workbook: book }, 'S');
  sheet.cells.setFormula(1, 0, `=${'('.repeat(2_000)}A1${')'.repeat(2_000)}`, 7);
  sheet.cells.setFormula(1, 1, '=A1+B1', null);
  excel = await startExcel(book);
  excel.host.state.recalculation.calculateAll();
  expect([sheet.cells.get(1, 0), sheet.cells.get(1, 1)]).toEqual([7, 3]);
});

it('ends for a ring', async () => {
  const book = bookOf({ S: [[1]] });
  const sheet = sheetOf({ workbook: book }, 'S');
  for (let r = 0; r < LINKS; r++) sheet.cells.setFormula(r, 0, `=A${((r + 1) % LINKS) + 1}+1`, null);
  sheet.cells.setFormula(0, 3, '=1+1', null);
  excel = await startExcel(book);
  excel.host.state.recalculation.calculateAll();
  excel.host.state.recalculation.calculateAll();
  expect(sheet.cells.get(0, 3)).toBe(2);
  // What a ring holds is no number of ours to promise; that it is met once is.
  const formulas = Array.from({ length: 3 }, (_, row) => ({ sheet, row, column: 9, formula: '=x' }));
  const ring = batches(formulas, ({ row }) => [{ sheet, area: { row: (row + 1) % 3, column: 9, rows: 1, columns: 1 } }]);
  expect(ring.flat()).toHaveLength(3);
});

it('knows how deep a formula goes', () => {
  expect(depthOf('=SUM(A1:A3)+1')).toBe(3);
  expect(depthOf(`=${'1+'.repeat(1_000)}1`)).toBeNull();
  expect(depthOf('=LAMBDA(f,f(f))(LAMBDA(f,f(f)))')).toBeNull();
  expect(depthOf(`="${'a'.repeat(9_000)}"`)).toBeNull();
});
