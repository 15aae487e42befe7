/** Credit summary through the session, over the embedded Excel: the formulas over Credits give the review's figures. */
import { SUMMARY_COLUMNS } from '../../src/outputs/summaryColumns';
import { cellsOf, sheetOf } from '../excel/book';
import { billing, desk, never, silent, type } from './billing';
import type { Desk } from './billing';

const place = (key: string): number => SUMMARY_COLUMNS.findIndex((column) => column.key === key);
/** "Section/Line" → rows now, amount now, rows at review, amount at review. */
function figures({ excel }: Desk): Record<string, string[]> {
  excel.settle();
  const { area } = sheetOf(excel, 'Credit summary').tables[0]!;
  const rows = cellsOf(excel, 'Credit summary').slice(area.row + 1, area.row + area.rows);
  return Object.fromEntries(rows.map((row) => [`${row[0]}/${row[1]}`, ['rowsNow', 'amountNow', 'rows', 'amount'].map((key) => row[place(key)] ?? '')]));
}

it('says what Credits says, follows a status, and is written once', async () => {
  const opened = await desk(billing());
  const { session, scan, excel } = opened;
  const publish = async (): Promise<unknown> => session.publish(await scan(), 'Kim', silent, never());
  await publish();
  // 00123 was paid 400.00 twice, 7 paid 45.00 too much.
  const shown = figures(opened);
  expect(shown['Totals/All findings and what is open']).toEqual(['2', '445', '2', '445']);
  for (const [line, [rowsNow, amountNow, rows, amount]] of Object.entries(shown)) {
    if (rowsNow !== '' && rows !== '') expect([line, rowsNow, amountNow]).toEqual([line, rows, amount]);
  }
  const prevention = cellsOf(excel, 'Credit summary').filter((row) => row[0] === 'Prevention');
  expect(prevention.map((row) => [row[place('amount')], row[place('code')]])).toEqual([
    ['400', 'Insurance Payment'],
    ['45', 'Patient Payment'],
  ]);
  type(excel, 'Credits', '7', 'Status', 'Approved');
  await Excel.run(async (context) => {
    context.workbook.application.calculate('Full');
    await context.sync();
  });
  expect(figures(opened)['Status/Approved']).toEqual(['1', '45', '', '']);
  // The log notes the status; all else stays as it is.
  const figuresOnly = (): string => JSON.stringify(cellsOf(excel, 'Credit summary').filter((row) => row[0] !== 'Credit log'));
  const before = figuresOnly();
  await publish();
  excel.settle();
  expect(figuresOnly()).toBe(before);
  expect(await session.verifyLog()).toEqual([]);
  excel.close();
});
