/**
 * How soon the rule lab answers in the browser: npm run measure:lab. Makes a workbook of 5,000 accounts in credit, opens it in the built workbench and
 * moves the least credit that is listed and two values that verdicts depend on. Prints milliseconds from the key to the answer, the pause for further
 * keys included, and what the last answer said. Invented accounts; nothing is kept.
 */
import type { Page } from 'playwright-core';
import { saveWorkbook } from '../src/host/files/save';
import { newWorkbook } from '../src/host/workbook';
import { findCredits, openFile, press, Stage } from '../test/browser/stage';

const ACCOUNTS = 5_000;
const D = 45_900;

interface Tried {
  /** The policy's row. */
  readonly rule: string;
  readonly values: readonly string[];
}
const TRIED: readonly Tried[] = [
  { rule: 'L-cents', values: ['5.40', '101.00', '105.10', '105.20', '105.80'] },
  { rule: 'SB-patient', values: ['5.40', '5.60', '6.00', '10.00', '105.50'] },
  { rule: 'P-dup_window_days', values: ['30', '60', '120', '200', '250'] },
];

/** Of four accounts: one paid twice by its patient, one paid twice by its payer, one paid a little over, one paid over by more. */
function workbook(): Uint8Array {
  const book = newWorkbook('many.xlsx');
  const sheet = book.addSheet('Transactions');
  const rows: (string | number)[][] = [['Account', 'Post Date', 'Transaction Type', 'Amount', 'Payer', 'Check #']];
  for (let n = 0; n < ACCOUNTS; n++) {
    const account = `T-${10_000 + n}`;
    const over = (n % 90) / 100 + 5;
    const byPayer = n % 4 === 1;
    const [type, payer] = byPayer ? ['Insurance Payment', 'Aetna'] : ['Patient Payment', ''];
    const second = n % 4 < 2 ? -100 : n % 4 === 2 ? -over : -100 - over;
    rows.push([account, D, 'Charge', 100, '', ''], [account, D + 9, type, -100, payer, `C${n}`], [account, D + 9 + (n % 300), type, second, payer, `K${n}`]);
  }
  for (const [r, row] of rows.entries()) for (const [c, value] of row.entries()) if (value !== '') sheet.cells.set(r, c, value);
  return saveWorkbook(book);
}

interface Answered {
  readonly ms: number;
  readonly said: string;
}
/** From the change of the value to the frame that shows its answer, by the page's own clock. */
async function answerTo(page: Page, value: string): Promise<Answered> {
  const field = page.getByRole('textbox', { name: 'Value to try' });
  await field.fill('');
  await page.getByText(/credits? would change|No credit changes/).waitFor({ state: 'detached' });
  await page.evaluate(() => {
    const status = document.querySelector('main [role="status"]');
    const input = document.querySelector('main input');
    if (!status || !input) throw new Error('no rule lab');
    const answered = new Promise((resolve) => {
      input.addEventListener(
        'input',
        () => {
          const began = performance.now();
          const watch = new MutationObserver(() => {
            watch.disconnect();
            requestAnimationFrame(() => setTimeout(() => resolve({ ms: Math.round(performance.now() - began), said: status.firstChild?.textContent ?? '' })));
          });
          watch.observe(status, { childList: true, subtree: true });
        },
        { capture: true, once: true },
      );
    });
    Object.assign(globalThis, { answered });
  });
  await field.fill(value);
  return await page.evaluate(() => (globalThis as unknown as { answered: Promise<Answered> }).answered);
}

/** Milliseconds until each value is answered, and the last answer. */
async function answers(page: Page, { rule, values }: Tried): Promise<string> {
  await page.getByRole('combobox', { name: 'Rule' }).selectOption(rule);
  const given: Answered[] = [];
  for (const each of values) given.push(await answerTo(page, each));
  return `  ${rule}: ${given.map(({ ms }) => ms).join(', ')} ms (${values.at(-1) ?? ''}: ${given.at(-1)?.said ?? ''})`;
}

async function measure(): Promise<void> {
  const stage = await Stage.open();
  const opened = await stage.workbench();
  const { page } = opened;
  page.setDefaultTimeout(60_000);
  try {
    await openFile(page, 'many.xlsx', workbook());
    await page.getByRole('region', { name: 'Sheet Transactions' }).waitFor();
    await page
      .getByText(/15,000 rows/)
      .first()
      .waitFor();
    await findCredits(page);
    await press(page, /^Back/);
    await press(page, /^More/);
    await page.getByRole('menuitem', { name: 'Settings' }).click();
    await press(page, 'Try other values');
    const lines: string[] = [];
    for (const each of TRIED) lines.push(await answers(page, each));
    process.stdout.write(`rule lab at ${ACCOUNTS} credits\n${lines.join('\n')}\n`);
  } catch (error) {
    await opened.page.screenshot({ path: '.tmp/lab.png' });
    throw error;
  } finally {
    await stage.close();
  }
}

void measure();
