/**
 * What a long review costs the pane's thread, in Chromium: npm run trace:browser [-- rows]. Makes a workbook of so many transactions (1,000,000
 * without a number; eight an account, every hundredth account paid twice), opens it in the built workbench, stops a review in the middle, then lets
 * three run to their end. Prints the longest tasks of the page's thread (its time on the processor, beside the clock on the wall, which counts
 * what else the machine did), how soon Cancel answers beside the time that a block takes, and the memory before and after. Invented accounts;
 * nothing is kept. Ends with 1 when a task takes more than 50 ms of the processor.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { Stage } from '../test/browser/stage';
import { cancelled, longWorkbook, memoryOf, reviewed, type Memory } from '../test/browser/longReview';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const FILE = '.tmp/long.xlsx';

async function opened(page: Page): Promise<void> {
  page.setDefaultTimeout(600_000);
  await page.getByLabel('Workbook to open').setInputFiles(FILE);
  await page.getByRole('region', { name: 'Sheet Transactions' }).waitFor();
  await page
    .getByText(`${ROWS.toLocaleString('en-US')} rows`)
    .first()
    .waitFor();
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const REVIEWS = ['one review', 'another', 'a third'];

async function measure(page: Page, cdp: CDPSession): Promise<boolean> {
  const memory = [`before: ${inWords(await memoryOf(cdp))}`];
  const stop = await cancelled(page);
  say(`  Cancel answers after ${stop.answer} ms; a block of ${stop.rows.toLocaleString('en-US')} rows takes ${stop.block} ms`);
  let long = 0;
  for (const which of REVIEWS) {
    const work = await reviewed(page, cdp);
    say(`  ${which}, ${work.seconds} s: the longest task of the pane's thread ${work.longest} ms of the processor, ${work.all} ms in all`);
    say(
      `    over 50 ms: ${work.long.join(', ') || 'none'}; by the clock on the wall the longest ${work.longestOnTheWall} ms, ${work.longOnTheWall} over 50 ms`,
    );
    memory.push(`after ${which}: ${inWords(await memoryOf(cdp))}`);
    long += work.long.length;
  }
  for (const line of memory) say(`  memory ${line}`);
  return long === 0;
}
const inWords = ({ pane, workers }: Memory): string => `pane ${pane} MB, workers ${workers.join(' + ')} MB`;

async function main(): Promise<void> {
  mkdirSync('.tmp', { recursive: true });
  writeFileSync(FILE, longWorkbook(ROWS));
  const stage = await Stage.open();
  try {
    const { page } = await stage.workbench();
    await opened(page);
    say(`${ROWS.toLocaleString('en-US')} rows`);
    process.exitCode = (await measure(page, await page.context().newCDPSession(page))) ? 0 : 1;
  } finally {
    await stage.close();
  }
}

void main();
