/** Six of the rounds of `npm run soak`: nothing grows; and what grew would be seen. */
import { grown, playRound, sizeOf, startDesk } from './rounds';

jest.setTimeout(300_000);

it('nothing grows from round to round but the log', async () => {
  const desk = await startDesk();
  for (const round of [1, 2, 3, 4]) await playRound(desk, round);
  const before = sizeOf(desk, 4);
  await playRound(desk, 5);
  await playRound(desk, 6);
  const after = sizeOf(desk, 6);
  expect(grown(before, after)).toEqual([]);
  expect(after.logLines).toBeGreaterThan(before.logLines);
  // The figures see what they are for.
  desk.excel.workbook.names.push({ name: 'crb_more', formula: '1', scope: '', visible: false, comment: '' });
  desk.excel.workbook.styles.derive(0, { numberFormat: '0.0000' });
  desk.excel.workbook.addSheet('More').cells.set(0, 0, 1);
  expect(grown(before, sizeOf(desk, 6)).map((text) => text.split(':')[0])).toEqual(['names', 'formats', 'sheets', 'cells']);
  desk.excel.close();
});
