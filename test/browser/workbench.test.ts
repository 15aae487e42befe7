/** The workbench on its own: an empty workbook, a pasted range, typing, undo, sort, filter, and the whole of it without a network. */
import { read } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { downloaded, findCredits, PATIENCE, press, settled, shoot, Stage, type Opened } from './stage';

jest.setTimeout(2 * PATIENCE);
let stage: Stage;
let opened: Opened;
beforeAll(async () => {
  stage = await Stage.open();
  opened = await stage.workbench({ permissions: ['clipboard-read', 'clipboard-write'] });
  opened.page.setDefaultTimeout(20_000);
}, 600_000);
afterAll(() => stage.close());

/** Charges 200.00, the payer pays all of them, and the patient 30.00 too: 30.00 in credit. The second account is even. */
const RANGE = [
  'Account\tDate\tType\tPayer\tAmount',
  'A-1\t1/5/2026\tCharge\t\t200.00',
  'A-1\t2/5/2026\tInsurance Payment\tHarbor Mutual\t-200.00',
  'A-1\t2/9/2026\tPatient Payment\t\t-30.00',
  'A-2\t1/6/2026\tCharge\t\t80.00',
  'A-2\t2/6/2026\tInsurance Payment\tHarbor Mutual\t-80.00',
].join('\n');

/** Cells of the grid's accessibility tree: what a screen reader finds on the canvas. */
const cell = (page: Page, row: number, column: number): Promise<string> =>
  page.evaluate(([r, c]) => document.querySelector(`[role="row"][aria-rowindex="${r}"] [aria-colindex="${c}"]`)?.textContent ?? '', [row + 1, column] as const);
const shows = (page: Page, row: number, column: number, text: string): Promise<string> =>
  settled(
    () => cell(page, row, column),
    (found) => found === text,
  );

it('takes a range copied from Excel into an empty workbook, and the pane reviews it', async () => {
  const { page } = opened;
  await press(page, 'Empty');
  await page.getByRole('tab', { name: 'Sheet1' }).waitFor();
  await page.getByText('This workbook is empty').first().waitFor();
  await page.locator('.dvn-scroller').click({ position: { x: 80, y: 40 } });
  await page.evaluate((text) => navigator.clipboard.writeText(text), RANGE);
  await page.keyboard.press('Control+V');
  expect(await shows(page, 4, 5, '-30')).toBe('-30');
  await press(page, /Look again|Find credits/);
  await findCredits(page);
  await page.getByText('$30.00').first().waitFor();
  await shoot(page, 'workbench-pasted');
});

it('keeps every key of the very first edit on a slow machine, also those typed before its editor has opened', async () => {
  const { page } = opened;
  await page.locator('.dvn-scroller').click({ position: { x: 80, y: 40 } });
  await page.keyboard.press('Home');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 8 });
  // All keys at once: none waits for what the page does with the one before.
  const keys = ['A', 'c', 'c', 't', 'Enter', 'B', '-', '7', 'Enter'].map((key) =>
    key === 'Enter' ? { key, text: '\r', windowsVirtualKeyCode: 13 } : { key, text: key },
  );
  await Promise.all(keys.map((key) => cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key })));
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  expect([await shows(page, 1, 1, 'Acct'), await shows(page, 2, 1, 'B-7')]).toEqual(['Acct', 'B-7']);
});

it('types into the bar, and takes it back', async () => {
  const { page } = opened;
  await page.keyboard.press('Control+Z');
  expect(await shows(page, 2, 1, 'A-1')).toBe('A-1');
  await page.keyboard.press('Control+Z');
  expect(await shows(page, 1, 1, 'Account')).toBe('Account');
  await page.locator('.dvn-scroller').click({ position: { x: 80, y: 64 } });
  await page.getByTestId('cell-input').fill('A-9');
  await page.keyboard.press('Enter');
  expect(await shows(page, 2, 1, 'A-9')).toBe('A-9');
  await press(page, /^Undo/);
  expect(await shows(page, 2, 1, 'A-1')).toBe('A-1');
});

it('sorts and filters by keyboard alone; rows keep their numbers', async () => {
  const { page } = opened;
  await page.locator('.dvn-scroller').click({ position: { x: 80, y: 64 } });
  await page.getByRole('button', { name: /largest first/ }).focus();
  await page.keyboard.press('Enter');
  expect(await shows(page, 2, 1, 'A-2')).toBe('A-2');
  await page.getByRole('button', { name: /^Filter/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Search the values').fill('A-1');
  await shoot(page, 'workbench-filter');
  await page.getByRole('button', { name: 'Show these rows' }).focus();
  await page.keyboard.press('Enter');
  // Rows 2 and 3 hold A-2 now and are hidden: after the heading comes row 4, whose number stands in the first column.
  expect(await shows(page, 2, 1, '4')).toBe('4');
  expect(await cell(page, 2, 2)).toBe('A-1');
  await page.getByRole('button', { name: /^Filter/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Show all rows' }).focus();
  await page.keyboard.press('Enter');
  expect(await shows(page, 2, 1, 'A-2')).toBe('A-2');
});

it('saves a twin without real data, and says what to do before a copy for the approver', async () => {
  const { page } = opened;
  await press(page, 'Other copies');
  const twin = await downloaded(page, () => page.getByRole('menuitem', { name: /Synthetic twin/ }).click());
  expect(twin.name).toBe('Synthetic twin.xlsx');
  await page.getByText(/the same shape and faults/).waitFor();
  await shoot(page, 'workbench-twin');
  const texts = JSON.stringify(Object.values(read(twin.bytes).Sheets));
  expect(texts).toContain('Insurance Payment');
  expect(texts).not.toMatch(/Harbor|A-1"/);
  await press(page, 'Other copies');
  await page.getByRole('menuitem', { name: /For the approver/ }).click();
  await page.getByText(/There is no Refunds sheet yet. Approve credits/).waitFor();
});

it('works without a network once it was loaded', async () => {
  const { page } = opened;
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole('region', { name: 'Sheet Accounts' }).waitFor();
  await findCredits(page);
  await page.context().setOffline(false);
  // The browser says of each request that there is no network; nothing else may go wrong.
  expect(opened.errors.filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  expect(opened.foreign).toEqual([]);
});
