/**
 * What a long review costs the pane's thread, in Chromium: npm run trace:browser [-- rows]. Makes a workbook of so many transactions (1,000,000
 * without a number; eight an account, every hundredth account paid twice), opens it in the built workbench, stops a review in the middle, then lets
 * one run to its end. Prints the longest tasks of the page's thread, how soon Cancel answers beside the time that a block takes, and the memory
 * before and after. Invented accounts; nothing is kept. Ends with 1 when a task takes more than 50 ms.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { saveWorkbook } from '../src/host/files/save';
import { newWorkbook } from '../src/host/workbook';
import { Stage } from '../test/browser/stage';
import { cancelled, memoryOf, reviewed } from '../test/browser/longReview';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const FILE = '.tmp/long.xlsx';
const HEADINGS = ['Account', 'Post Date', 'Transaction Type', 'Amount', 'Payer', 'Check #', 'Claim #'];
const TYPES = ['Charge', 'Insurance Payment', 'Charge', 'Insurance Payment', 'Charge', 'Contractual Adjustment', 'Charge', 'Patient Payment'];
const FIRST_DAY = 45_900;

type Cell = string | number;
/** Every account is even at its end; every hundredth got its last payment twice over. */
function transaction(n: number): readonly Cell[] {
  const [account, at] = [n >> 3, n & 7];
  const amount = 100 + (account % 900);
  const type = TYPES[at] ?? '';
  const money = type === 'Charge' ? amount : account % 100 === 0 && at === 7 ? -2 * amount : -amount;
  const paid = type.endsWith('Payment');
  return [
    `A${1_000_000 + account}`,
    FIRST_DAY + at * 9,
    type,
    money,
    type === 'Insurance Payment' ? 'Harbor Mutual' : '',
    paid ? `CK${n}` : '',
    `CL${account}`,
  ];
}

function write(): void {
  const book = newWorkbook('long.xlsx');
  const { cells } = book.addSheet('Transactions');
  const set = (row: number, values: readonly Cell[]): void => {
    for (const [column, value] of values.entries()) if (value !== '') cells.set(row, column, value);
  };
  set(0, HEADINGS);
  for (let n = 0; n < ROWS; n += 1) set(n + 1, transaction(n));
  mkdirSync('.tmp', { recursive: true });
  writeFileSync(FILE, saveWorkbook(book));
}

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
  const before = await memoryOf(page, cdp);
  const stop = await cancelled(page);
  say(`  Cancel answers after ${stop.answer} ms; a block of ${stop.rows.toLocaleString('en-US')} rows takes ${stop.block} ms`);
  const first = await reviewed(page, cdp);
  say(
    `  one review, ${first.seconds} s: the longest task of the pane's thread ${first.longest} ms, ${first.all} ms in all; over 50 ms: ${first.long.join(', ') || 'none'}`,
  );
  const after = await memoryOf(page, cdp);
  const second = await reviewed(page, cdp);
  say(`  another, ${second.seconds} s: ${second.longest} ms, ${second.all} ms in all; over 50 ms: ${second.long.join(', ') || 'none'}`);
  const again = await memoryOf(page, cdp);
  for (const [when, { pane, workers }] of Object.entries({ before: before, 'after one': after, 'after two': again }))
    say(`  memory ${when}: pane ${pane} MB, workers ${workers.join(' + ')} MB`);
  return first.long.length + second.long.length === 0;
}

async function main(): Promise<void> {
  write();
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
