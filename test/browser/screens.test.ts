/** Every screen, in light and dark and forced colours, at 350 and 320 pixels: no fault for axe, nothing wider than its pane; and its picture. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { findCredits, heading, PATIENCE, press, shoot, Stage } from './stage';

jest.setTimeout(3 * PATIENCE);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
}, 600_000);
afterAll(() => stage.close());

interface Fault {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
async function faults(page: Page, rules: Readonly<Record<string, { enabled: boolean }>> = {}, leftOut: readonly string[] = []): Promise<readonly string[]> {
  // Fluent's focus guards are left out: hidden from readers on purpose, they hand the focus on at once.
  // Evaluated, not added as a script: the page's own policy lets no inline script in.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const violations = await page.evaluate(
    async ([given, out]) => {
      const { axe } = globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<{ violations: Fault[] }> } };
      return (
        await axe.run(
          { exclude: [['[data-tabster-dummy]'], ...out.map((each) => [each])] },
          { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: given },
        )
      ).violations;
    },
    [rules, leftOut] as const,
  );
  return violations.map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

/** Elements of the pane that reach beyond its right edge. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const pane = document.querySelector('main');
    if (!pane) return ['no pane'];
    const edge = pane.getBoundingClientRect().right + 1;
    const clipped = (element: Element): boolean =>
      getComputedStyle(element).overflowX !== 'visible' || (element.parentElement !== null && element !== pane && clipped(element.parentElement));
    return [...pane.querySelectorAll('button, input, td, th, p, span')]
      .filter((each) => each.getBoundingClientRect().right > edge && !clipped(each))
      .map((each) => each.outerHTML.slice(0, 120));
  });

/**
 * Under forced colours the system chooses all colours: their contrast is not ours to judge. An open list belongs to the control that names and owns
 * it, but Fluent hangs it at the end of the page, outside every landmark.
 */
const rulesFor = (name: string): Readonly<Record<string, { enabled: boolean }>> => ({
  ...(name.startsWith('contrast-') ? { 'color-contrast': { enabled: false } } : {}),
  ...(name.includes('-open-') ? { region: { enabled: false } } : {}),
});

/** The grid's table of cells is the same in every look and takes axe most of its time: it is judged in the first look. */
const gridOf = (name: string): readonly string[] => (name.startsWith('workbench-') ? [] : ['canvas']);

async function good(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(250);
  await shoot(page, name);
  expect({ screen: name, faults: await faults(page, rulesFor(name), gridOf(name)) }).toEqual({ screen: name, faults: [] });
  expect({ screen: name, wide: await tooWide(page) }).toEqual({ screen: name, wide: [] });
}

interface Look {
  readonly name: string;
  readonly width: number;
  readonly media?: Parameters<Page['emulateMedia']>[0];
}
const WIDE: readonly Look[] = [
  { name: 'workbench', width: 1360 },
  { name: 'dark', width: 1360, media: { colorScheme: 'dark' } },
  { name: 'contrast', width: 1360, media: { forcedColors: 'active' } },
];
const NARROW: readonly Look[] = [
  { name: 'narrow-350', width: 350 },
  { name: 'narrow-320', width: 320 },
];
const SELDOM: readonly Look[] = [
  { name: 'narrow-350', width: 350 },
  { name: 'dark', width: 350, media: { colorScheme: 'dark' } },
  { name: 'contrast', width: 350, media: { forcedColors: 'active' } },
];
const heightAt = (width: number): number => (width > 1_000 ? 820 : 900);

async function dress(page: Page, { width, media }: Look): Promise<void> {
  if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: heightAt(width) });
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
}

/** The screen as it stands, in each look in turn. */
async function goodIn(page: Page, looks: readonly Look[], screen: string): Promise<void> {
  for (const look of looks) {
    await dress(page, look);
    await good(page, `${look.name}-${screen}`);
  }
  if (looks[0]) await dress(page, looks[0]);
}

/** All screens of the pane in turn. */
async function walk(page: Page, looks: readonly Look[]): Promise<void> {
  await goodIn(page, looks, 'read');
  await press(page, /columns read$/);
  await goodIn(page, looks, 'columns');
  await findCredits(page);
  await goodIn(page, looks, 'results');
  await press(page, /^Cause$/);
  await page.getByRole('group', { name: 'Show accounts by cause' }).getByRole('button').first().click();
  await goodIn(page, looks, 'causes');
  await press(page, /^Decide these/);
  await heading(page, 'Decide all on show');
  await goodIn(page, looks, 'bulk');
  await press(page, 'Back to the results');
  await press(page, /^Show all$/);
  await press(page, /^Class$/);
  await press(page, 'Highlight');
  await page.getByRole('button', { name: 'Clear highlights' }).waitFor();
  await goodIn(page, looks, 'highlighted');
  await page.getByRole('list', { name: 'Accounts with credits' }).getByRole('button').first().click();
  await page.getByRole('columnheader', { name: 'Balance' }).waitFor();
  await goodIn(page, looks, 'credit');
  await press(page, /^Agree: |^Not a credit/);
  await press(page, 'Status, who, dates, note');
  await page.getByText('Note', { exact: true }).first().scrollIntoViewIfNeeded();
  await goodIn(page, looks, 'decide');
  await page.getByRole('heading', { name: 'The story' }).scrollIntoViewIfNeeded();
  await page.getByRole('heading', { name: 'Who paid, who owes' }).scrollIntoViewIfNeeded();
  await goodIn(page, looks, 'story');
  await press(page, 'Back to the results');
  await press(page, 'Write sheets');
  await heading(page, 'Write sheets');
  await goodIn(page, looks, 'write');
  await press(page, /^Write \d+ sheet/);
  await heading(page, 'Sheets written');
  await goodIn(page, looks, 'written');
  await press(page, 'Back to the results');
  await press(page, 'Back to what I read');
  await goodIn(page, looks, 'assumed');
  await more(page, 'Remove the sheets I wrote …');
  await heading(page, 'Remove sheets');
  await goodIn(page, looks, 'remove');
}

const more = async (page: Page, item: string): Promise<void> => {
  await press(page, 'More');
  await page.getByRole('menuitem', { name: item }).click();
};

/** Screens and menus beside the way through the job. */
async function walkSeldom(page: Page, looks: readonly Look[]): Promise<void> {
  await more(page, 'Settings');
  await heading(page, 'Settings');
  await goodIn(page, looks, 'settings');
  await press(page, 'Done');
  await more(page, 'About');
  await heading(page, 'About');
  await goodIn(page, looks, 'about');
  await press(page, 'Done');
  await page.getByRole('heading', { name: 'Add a file' }).scrollIntoViewIfNeeded();
  await goodIn(page, looks, 'add');
  await press(page, 'Filter this list by the selected column');
  await page.getByRole('button', { name: /^Show all rows$|^Close$/ }).waitFor();
  await goodIn(page, looks, 'filter');
  await page.keyboard.press('Escape');
  await findCredits(page);
  await press(page, 'My worklist');
  await goodIn(page, looks, 'worklist');
  await press(page, /^All \d/);
  await page.getByRole('combobox', { name: 'Sort' }).click();
  await goodIn(page, looks, 'open-sort');
  await page.keyboard.press('Escape');
  await press(page, 'List only some of these …');
  await page.getByRole('button', { name: 'List these' }).waitFor();
  await goodIn(page, looks, 'scope');
  await press(page, 'Cancel');
  await page.getByRole('list', { name: 'Accounts with credits' }).getByRole('button').first().click();
  await press(page, 'About this cause');
  await goodIn(page, looks, 'help');
  await press(page, /^Back to the account$/);
  await press(page, /^Not a credit/);
  await goodIn(page, looks, 'reason');
}

describe('every screen', () => {
  it.each([
    ['in light, dark and forced colours', WIDE, walk],
    ['at 350 and 320 pixels', NARROW, walk],
    ['also the seldom seen ones', SELDOM, walkSeldom],
  ])('%s', async (_title, looks, through) => {
    const width = looks[0]?.width ?? 0;
    const { page, errors } = await stage.workbench({ viewport: { width, height: heightAt(width) } });
    page.setDefaultTimeout(30_000);
    await through(page, looks);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('outside Excel: says so, with the way out', async () => {
    // Microsoft's library is not reached from here: the pane must say that, not stay blank.
    const { page } = await stage.page('taskpane.html', { viewport: { width: 350, height: 700 } });
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await good(page, 'no-excel');
  });
});

it('axe is shown able to fail', async () => {
  const { page } = await stage.workbench();
  await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<img src="data:,"><button></button>'));
  expect((await faults(page)).join('\n')).toMatch(/button-name|image-alt/);
});
