/** The sample gives the same review from the command line, in the workbench, and through the ribbon's function command. */
import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { createLocalAnalyst } from '../../src/app/localAnalyst';
import { createSession } from '../../src/app/createSession';
import { systemTimers, today } from '../../src/app/systemClock';
import { highlightCredits } from '../../src/commands/ribbon';
import { openWorkbook } from '../../src/host/files/open';
import { startExcel } from '../../src/host/node';
import { CLASS_WORDS } from '../../src/outputs/words';
import { toIso } from '../../src/core/day';
import { review } from '../cli/harness';
import type { Report } from '../cli/contract';
import { cellsOf } from '../excel/book';
import { findCredits, heading, PATIENCE, press, SAMPLE, saveCopy, Stage } from './stage';

jest.setTimeout(2 * PATIENCE);

/** Account, cause, amount, class: one line a finding, sorted. */
const fromJson = (report: Report): string[] =>
  report.credits
    .flatMap((credit) =>
      credit.findings.map((f) =>
        [credit.account, `${f.cause}${f.variant ?? ''}`, Number(f.amount).toFixed(2), CLASS_WORDS[f.class as keyof typeof CLASS_WORDS]].join(' '),
      ),
    )
    .sort();

function fromCreditsSheet(bytes: Uint8Array): string[] {
  const sheet = read(bytes, { type: 'array' }).Sheets['Credits'] ?? {};
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: true, defval: '' });
  const at = rows.findIndex((row) => row[0] === 'Account');
  const column = (heading: string): number => (rows[at] ?? []).indexOf(heading);
  const [account, cause, amount, kind] = ['Account', 'Cause id', 'Amount', 'Class'].map(column) as [number, number, number, number];
  return rows
    .slice(at + 1)
    .filter((row) => row[cause] !== '')
    .map((row) => [row[account], row[cause], Number(row[amount]).toFixed(2), row[kind]].join(' '))
    .sort();
}

/** Keys as the ribbon coloured them: account → class of the rule. */
async function fromRibbon(): Promise<Record<string, string>> {
  const excel = await startExcel(openWorkbook(new Uint8Array(readFileSync(SAMPLE)), 'sample.xlsx'));
  await highlightCredits(createSession({ analyst: createLocalAnalyst() }), { asOf: today() }, systemTimers);
  const [, names = [], , ...keys] = cellsOf(excel, 'Credit keys');
  const words: Record<string, string> = {
    overpayment: 'true-overpayment',
    posting: 'posting-error',
    misallocated: 'misallocated',
    hold: 'hold',
    review: 'needs-review',
  };
  const found = keys.flatMap((row) => row.map((key, i) => [key, words[(names[i] ?? '').replace(/^crb_keys_\d+_/, '')] ?? names[i] ?? ''] as const));
  excel.close();
  return Object.fromEntries(found.filter(([key]) => key !== ''));
}

it('is one review, three ways', async () => {
  const asOf = toIso(today()) ?? '';
  const report = (await review([SAMPLE, '--as-of', asOf, '--json', '-'], __dirname)).report();
  expect(report.credits.length).toBeGreaterThan(60);

  // The accounts sheet can colour only accounts it lists.
  const coloured = await fromRibbon();
  const classes = Object.fromEntries(report.credits.filter((credit) => credit.account in coloured).map((credit) => [credit.account, credit.class]));
  expect(coloured).toEqual(classes);
  expect(report.credits.length - Object.keys(coloured).length).toBeLessThanOrEqual(1);

  const stage = await Stage.open();
  try {
    const { page } = await stage.workbench();
    await findCredits(page);
    await press(page, 'Write sheets');
    await heading(page, 'Write sheets');
    await press(page, /^Write \d+ sheet/);
    await heading(page, 'Sheets written');
    expect(fromCreditsSheet((await saveCopy(page)).bytes)).toEqual(fromJson(report));
  } finally {
    await stage.close();
  }
});
