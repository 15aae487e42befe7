/** *How sure is this?* through the session, over the embedded Excel: nothing of the workbook is touched, and *Credit summary* carries what was run. */
import { createLocalAnalyst } from '../../src/app/localAnalyst';
import { SUMMARY_COLUMNS } from '../../src/outputs/summaryColumns';
import { cellsOf } from '../excel/book';
import { billing, desk, never, silent, usersSheets } from './billing';
import type { Desk } from './billing';

const place = (key: string): number => SUMMARY_COLUMNS.findIndex((column) => column.key === key);
const block = ({ excel }: Desk): string[][] =>
  cellsOf(excel, 'Credit summary')
    .filter((row) => row[0] === 'Self-test')
    .map((row) => [row[1] ?? '', row[place('rows')] ?? '', row[place('code')] ?? '']);

it('plants on the five accounts that are settled, says it in the summary of that review only, and touches no sheet', async () => {
  const analyst = createLocalAnalyst();
  const opened = await desk(billing(), { analyst, clock: { now: () => Date.UTC(2026, 0, 31, 9) } });
  const { session, scan, excel } = opened;
  const before = usersSheets(excel);
  const reviewed = await scan();

  const stop = new AbortController();
  stop.abort();
  await expect(session.selfTest(reviewed, {}, silent, stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
  // The review stands: what it found can still be told.
  expect((await session.story(reviewed.review!.credits[0]!.account)).lines.length).toBeGreaterThan(0);
  await session.publish(reviewed, 'Kim', silent, never());
  expect(block(opened)).toEqual([]);

  const run = await session.selfTest(reviewed, { seed: 4 }, silent, never());
  // 11 to 15 close to nothing; 00123 and 7 are in credit, 16 owes.
  expect([run.seed, run.plainAccounts, run.ranAt]).toEqual([4, 5, Date.UTC(2026, 0, 31, 9)]);
  const planted = [...run.kinds, ...run.traps].reduce((total, kind) => total + kind.planted, 0);
  expect(planted).toBeGreaterThan(0);
  expect(planted).toBeLessThanOrEqual(5);
  expect(await session.selfTest(reviewed, { seed: 4 }, silent, never())).toEqual(run);
  expect(usersSheets(excel)).toEqual(before);

  await session.publish(reviewed, 'Kim', silent, never());
  const lines = block(opened);
  expect(lines[0]).toEqual(['Run on, and its seed', '5', '2026-01-31, seed 4; planted on a copy of accounts that are settled and plain']);
  expect(lines.length).toBe(3 + run.kinds.length + run.traps.length);

  await session.publish(await scan(), 'Kim', silent, never());
  expect(block(opened)).toEqual([]);
  expect(usersSheets(excel)).toEqual(before);
  excel.close();
});
