/**
 * How soon the rule lab answers in the browser: npm run measure:lab. Makes a workbook of 5,000 accounts in credit (each charged 100.00 and paid
 * 100.00 twice, or 100.00 and a little more), opens it in the built workbench and moves the least credit that is listed. Prints milliseconds from the key to
 * the answer, the pause for further keys included. Invented accounts; nothing is kept.
 */
import { saveWorkbook } from '../src/host/files/save';
import { newWorkbook } from '../src/host/workbook';
import { findCredits, openFile, press, Stage } from '../test/browser/stage';

const ACCOUNTS = 5_000;
const D = 45_900;

function workbook(): Uint8Array {
  const book = newWorkbook('many.xlsx');
  const sheet = book.addSheet('Transactions');
  const rows: (string | number)[][] = [['Account', 'Post Date', 'Transaction Type', 'Amount', 'Payer', 'Check #']];
  for (let n = 0; n < ACCOUNTS; n++) {
    const account = `T-${10_000 + n}`;
    const second = n % 2 === 0 ? -100 : -100 - (n % 90) / 100 - 5;
    rows.push(
      [account, D, 'Charge', 100, '', ''],
      [account, D + 9, 'Patient Payment', -100, '', `C${n}`],
      [account, D + 9 + (n % 300), 'Patient Payment', second, '', `K${n}`],
    );
  }
  for (const [r, row] of rows.entries()) for (const [c, value] of row.entries()) if (value !== '') sheet.cells.set(r, c, value);
  return saveWorkbook(book);
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
    const times: number[] = [];
    await page.getByRole('combobox', { name: 'Rule' }).selectOption('L-cents');
    for (const least of ['101.00', '105.10', '105.20', '105.40', '105.80']) {
      await page.getByRole('textbox', { name: 'Value to try' }).fill('');
      const began = Date.now();
      await page.getByRole('textbox', { name: 'Value to try' }).fill(least);
      await page.getByText(/credits? would change/).waitFor();
      times.push(Date.now() - began);
    }
    const said = await page.getByText(/credits? would change/).textContent();
    times.sort((a, b) => a - b);
    console.log(`rule lab at ${ACCOUNTS} credits: ${times.join(', ')} ms, median ${times[2] ?? 0} ms (last answer: ${said ?? ''})`);
  } catch (error) {
    await opened.page.screenshot({ path: '.tmp/lab.png' });
    throw error;
  } finally {
    await stage.close();
  }
}

void measure();
