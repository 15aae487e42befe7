/** A copy for the next step holds the columns of that step and nothing else of the workbook. */
import { STEP_COPIES } from '../../src/app/minimumNecessary';
import { columnsOnly } from '../../src/host/twin';
import { saveWorkbook } from '../../src/host/files/save';
import { Book } from '../../src/host/workbook';
import { billing, desk, never, silent } from './billing';
import { opened } from './twinFile';

const poster = STEP_COPIES.find(({ key }) => key === 'poster')!;

it('gives who posts the corrections, without names and without the other sheets', async () => {
  const { excel, scan, session } = await desk(billing());
  await session.publish(await scan(), 'Kim', silent, never());
  if (!(excel.workbook instanceof Book)) throw new TypeError('not a workbook of this engine');
  const copy = opened(saveWorkbook(columnsOnly(excel.workbook, [{ sheet: 'Corrections', headings: poster.headings }])), 'copy.xlsx');
  excel.close();
  expect(copy.sheets.map(({ name }) => name)).toEqual(['Corrections']);
  const cells = copy.sheets[0]!.cells;
  const row = (at: number): unknown[] => poster.headings.map((_, column) => cells.get(at, column));
  expect(row(0)).toEqual(['Account', 'To do', 'Amount', 'From', 'To', 'Posted on', 'Code or type', 'Payer', 'Posted amount', 'Because', 'Done on', 'Done by']);
  // 00123: the check of 400.00 was posted twice; its second posting is to be reversed.
  expect(row(1).slice(0, 3)).toEqual(['00123', expect.stringMatching(/everse/), 400]);
  const used = cells.used(true);
  const texts = Array.from({ length: used?.rows ?? 0 }, (_, at) => row(at).join('|')).join('\n');
  expect(texts).not.toContain('Invented');
  expect(used?.columns).toBe(12);
});

it('names only columns that the sheets have', () => {
  expect(STEP_COPIES.map(({ key, headings }) => [key, headings.length])).toEqual([
    ['approver', 12],
    ['poster', 12],
  ]);
  expect(STEP_COPIES.flatMap(({ headings }) => headings)).not.toContain('Patient');
});

it('makes no sheet where the list is not there', () => {
  expect(columnsOnly(billing(), [{ sheet: 'Refunds', headings: ['Account'] }]).sheets).toEqual([]);
});
