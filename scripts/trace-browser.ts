/**
 * What a long review costs the pane's thread, in Chromium: npm run trace:browser [-- rows]. Makes a workbook of so many transactions (1,000,000
 * without a number; eight an account, every hundredth account paid twice), opens it in the built workbench, stops a review in the middle, then lets
 * one run to its end. Prints the longest tasks of the page's thread, how soon Cancel answers beside the time that a block takes, and the memory
 * before and after. Invented accounts; nothing is kept. Ends with 1 when a task takes more than 50 ms.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { Stage } from '../test/browser/stage';
import { cancelled, longWorkbook, memoryOf, reviewed } from '../test/browser/longReview';

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

async function measure(page: Page, cdp: CDPSession): Promise<boolean> {
  const before = await memoryOf(cdp);
  const stop = await cancelled(page);
  say(`  Cancel answers after ${stop.answer} ms; a block of ${stop.rows.toLocaleString('en-US')} rows takes ${stop.block} ms`);
  const first = await reviewed(page, cdp);
  say(
    `  one review, ${first.seconds} s: the longest task of the pane's thread ${first.longest} ms, ${first.all} ms in all; over 50 ms: ${first.long.join(', ') || 'none'}`,
  );
  const after = await memoryOf(cdp);
  const second = await reviewed(page, cdp);
  say(`  another, ${second.seconds} s: ${second.longest} ms, ${second.all} ms in all; over 50 ms: ${second.long.join(', ') || 'none'}`);
  const again = await memoryOf(cdp);
  for (const [when, { pane, workers }] of Object.entries({ before: before, 'after one': after, 'after two': again }))
    say(`  memory ${when}: pane ${pane} MB, workers ${workers.join(' + ')} MB`);
  return first.long.length + second.long.length === 0;
}

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
