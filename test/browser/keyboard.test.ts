/** The whole job without a mouse: Tab, Shift+Tab, arrows, Enter, Space. */
import type { Page } from 'playwright-core';
import { heading, PATIENCE, settled, Stage, type Opened } from './stage';

jest.setTimeout(2 * PATIENCE);
let stage: Stage;
let opened: Opened;
beforeAll(async () => {
  stage = await Stage.open();
  opened = await stage.workbench();
}, 600_000);
afterAll(() => stage.close());

/** What the keyboard is on, by name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute('aria-label') ?? at?.textContent.trim() ?? '';
  });

/** Presses Tab (or Shift+Tab) until the keyboard is on what is wanted; throws when it never comes there. */
async function tabTo(page: Page, wanted: RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 90; presses += 1) {
    await page.keyboard.press(key);
    if (wanted.test(await focused(page))) return;
  }
  throw new Error(`the keyboard never came to ${String(wanted)}`);
}
const enter = (page: Page): Promise<void> => page.keyboard.press('Enter');

describe('with the keyboard only', () => {
  it('starts the review and lands on the heading of the results', async () => {
    const { page } = opened;
    await tabTo(page, /^Find credits$/);
    await enter(page);
    await heading(page, 'Results');
    expect(
      await settled(
        () => focused(page),
        (name) => name === 'Results',
      ),
    ).toBe('Results');
  });

  it('filters, walks the list by arrow keys, opens a credit and comes back to its row', async () => {
    const { page } = opened;
    await tabTo(page, /^Posting error/);
    await page.keyboard.press('Space');
    await tabTo(page, /^\d{8} /);
    const first = await focused(page);
    await page.keyboard.press('ArrowDown');
    const second = await settled(
      () => focused(page),
      (name) => name !== first,
    );
    expect(second).not.toBe(first);
    await enter(page);
    const account = second.split(' ')[0] ?? '';
    await heading(page, account);
    await tabTo(page, /^Agree: /);
    await page.keyboard.press('Space');
    await page.getByText('Waits for the first write').first().waitFor();
    await tabTo(page, /^Back to the results$/, 'Shift+Tab');
    await enter(page);
    expect(
      await settled(
        () => focused(page),
        (name) => name.startsWith(account),
      ),
    ).toMatch(/Agree/);
  });

  it('goes through the queue by its shortcut', async () => {
    const { page } = opened;
    const first = (await focused(page)).split(' ')[0] ?? '';
    await enter(page);
    await heading(page, first);
    await page.keyboard.press('Alt+PageDown');
    await page.getByRole('heading', { level: 1, name: first }).waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+PageUp');
    await heading(page, first);
    await tabTo(page, /^Back to the results$/, 'Shift+Tab');
    await enter(page);
    await heading(page, 'Results');
  });

  it('highlights and writes', async () => {
    const { page } = opened;
    await tabTo(page, /^Highlight$/);
    await enter(page);
    await page.getByRole('button', { name: 'Clear highlights' }).waitFor();
    await tabTo(page, /^Write sheets$/);
    await enter(page);
    await heading(page, 'Write sheets');
    await tabTo(page, /^Write \d+ sheet/);
    await enter(page);
    await heading(page, 'Sheets written');
    await page.getByRole('tab', { name: 'Credits', exact: true }).waitFor();
  });

  it('reads the grid cell by cell, and is not caught in it', async () => {
    const { page } = opened;
    await page.getByRole('tab', { name: 'Accounts' }).focus();
    await page.keyboard.press('Enter');
    const grid = page.locator('canvas[data-testid="data-grid-canvas"]');
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    const name = page.getByRole('group', { name: 'Selected cell' });
    const before = await name.innerText();
    await page.keyboard.press('ArrowRight');
    expect(
      await settled(
        () => name.innerText(),
        (text) => text !== before,
      ),
    ).not.toBe(before);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('canvas') !== null)).toBe(false);
  });
});

describe('the accessibility tree of the grid', () => {
  it('holds the cells in sight with their text', async () => {
    const { page } = await stage.workbench();
    const cells = page.locator('canvas [role="gridcell"]');
    const texts = await settled(
      () => cells.allTextContents(),
      (found) => found.includes('00104104'),
    );
    expect(texts).toContain('00104104');
    expect(await page.locator('canvas [role="columnheader"]').allTextContents()).toContain('Account No');
  });
});
