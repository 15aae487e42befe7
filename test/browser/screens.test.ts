/**
 * Every screen, in light and dark and forced colours, at 350 and 320 pixels and at 200 % zoom: no fault for axe, nothing wider than its pane. One page
 * is dressed in each look in turn. With SCREENSHOTS set also its picture.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { findCredits, heading, PATIENCE, press, shoot, Stage, stoppedAtTheBorder, WHOLE_BORDER, type Opened } from './stage';

jest.setTimeout(3 * PATIENCE);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let stage: Stage;
let opened: Opened;
beforeAll(async () => {
  stage = await Stage.open();
  opened = await stage.workbench();
  opened.page.setDefaultTimeout(30_000);
}, 600_000);
afterAll(() => stage.close());

interface Fault {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}
const EVERY_RULE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const CONTRAST = ['color-contrast'];

async function faults(
  page: Page,
  runOnly: readonly string[],
  leftOut: readonly string[] = [],
  include: readonly string[] = ['html'],
): Promise<readonly string[]> {
  // Evaluated, not added as a script: the page's own policy lets no inline script in.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const violations = await page.evaluate(
    async ([rules, out, within]) => {
      const { axe } = globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<{ violations: Fault[] }> } };
      // Fluent's focus guards are left out: hidden from readers on purpose, they hand the focus on at once.
      const exclude = ['[data-tabster-dummy]', ...out].map((each) => [each]);
      return (await axe.run({ include: within.map((each) => [each]), exclude }, { runOnly: rules, resultTypes: ['violations'] })).violations;
    },
    [runOnly, leftOut, include] as const,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary = '' }) => `${html.slice(0, 160)} ${failureSummary}`).join(' | ')}`);
}

/** Waits until no colour is on its way to another: then what is drawn is what stands. */
const still = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const drawn = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await drawn();
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
    await drawn();
  });

/** What axe finds twice, with a second between: what is on its way from one colour to another on a busy machine is gone by then, a fault is not. */
async function lasting(page: Page, ...rest: Rest): Promise<readonly string[]> {
  await still(page);
  const first = await faults(page, ...rest);
  if (first.length === 0) return first;
  await page.waitForTimeout(1_000);
  await still(page);
  return await faults(page, ...rest);
}
type Rest = Parameters<typeof faults> extends [Page, ...infer More] ? More : never;

/** The next step stands at the foot of the window, whatever the pane holds; a low window scrolls. */
const tooLow = (page: Page): Promise<boolean> =>
  page.evaluate(() => innerHeight > 700 && (document.querySelector('main')?.getBoundingClientRect().bottom ?? 0) > innerHeight + 1);

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

interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly media?: Parameters<Page['emulateMedia']>[0];
  /**
   * What axe judges in this look. A look changes no element, so all rules are judged in the first one; in the dark only the contrasts can differ.
   * Under forced colours the system chooses all colours: they are not ours to judge.
   */
  readonly rules: readonly string[];
}
const LIGHT: Look = { name: 'workbench', width: 1360, height: 820, rules: EVERY_RULE };
const DARK: Look = { name: 'dark', width: 1360, height: 820, media: { colorScheme: 'dark' }, rules: CONTRAST };
const FORCED: Look = { name: 'contrast', width: 1360, height: 820, media: { forcedColors: 'active' }, rules: [] };
/** 1280 by 820 pixels at 200 %. */
const ZOOMED: Look = { name: 'zoomed', width: 640, height: 410, rules: [] };
const NARROW: Look = { name: 'narrow-350', width: 350, height: 900, rules: [] };
const NARROWEST: Look = { name: 'narrow-320', width: 320, height: 900, rules: [] };
/** Every theme and every width; each in a picture of its own, else two in one: no width depends on a colour, and no colour on a width. */
const [DARK_350, FORCED_320] = [
  { ...DARK, width: NARROW.width, height: NARROW.height },
  { ...FORCED, width: NARROWEST.width, height: NARROWEST.height },
];
const LOOKS = process.env.SCREENSHOTS ? [LIGHT, DARK, FORCED, ZOOMED, NARROW, NARROWEST] : [LIGHT, ZOOMED, DARK_350, FORCED_320];
const SELDOM = [{ ...NARROW, rules: EVERY_RULE }, DARK_350, FORCED_320];

/** The grid's table of cells is the same on every screen and takes axe most of its time: it is judged on the first one. */
const GRID_JUDGED_ON = 'workbench-read';
/** Of the workbench around the pane, the colours are. */
const COLOURS_JUDGED_ON = 'read';
const THE_PANE = ['main', '[data-portal-node]'];

async function good(page: Page, { name, rules }: Look, screen: string): Promise<void> {
  const look = `${name}-${screen}`;
  await shoot(page, look);
  const within = rules === CONTRAST && screen !== COLOURS_JUDGED_ON ? THE_PANE : undefined;
  const found = rules.length > 0 ? await lasting(page, rules, look === GRID_JUDGED_ON ? [] : ['canvas'], within) : [];
  expect({ look, faults: found, wide: await tooWide(page), low: await tooLow(page) }).toEqual({ look, faults: [], wide: [], low: false });
}

let worn: Look | undefined;
async function dress(page: Page, look: Look): Promise<void> {
  if (worn === look) return;
  worn = look;
  const { width, height, media } = look;
  if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
  // The theme follows the system a moment later; then two frames, and the look is drawn.
  if (!media?.forcedColors)
    await page.waitForFunction(
      (dark) => Number(getComputedStyle(document.querySelector('main') ?? document.body).backgroundColor.match(/\d+/)?.[0]) < 128 === dark,
      media?.colorScheme === 'dark',
    );
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/** The screen as it stands, in each look in turn: there, and back on the next screen, since dressing takes most of the time. */
async function goodIn(page: Page, looks: readonly Look[], screen: string): Promise<void> {
  for (const look of worn === looks.at(-1) ? looks.toReversed() : looks) {
    await dress(page, look);
    await good(page, look, screen);
  }
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
  const change = page.getByRole('button', { name: /^Change: / }).first();
  await change.click();
  await page.getByRole('combobox').last().scrollIntoViewIfNeeded();
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
  await press(page, 'How sure is this?');
  await page.getByText(/would have been refunded wrongly/).waitFor();
  await goodIn(page, looks, 'self-test');
  await press(page, 'Back to results');
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
  await page.getByText('What happens').waitFor();
  await goodIn(page, looks, 'help');
  await press(page, /^Back to the account$/);
  await press(page, /^Not a credit/);
  await goodIn(page, looks, 'reason');
}

describe('every screen', () => {
  it('on the way through the job', async () => {
    await walk(opened.page, LOOKS);
    expect(opened.errors).toEqual([]);
  });

  it('beside it', async () => {
    const { page, errors } = opened;
    await press(page, 'Back to what I read');
    await walkSeldom(page, SELDOM);
    expect(errors).toEqual([]);
  });

  it('outside Excel: says so, with the way out', async () => {
    // Microsoft's library is not reached from here: the pane must say that, not stay blank.
    const { page, foreign } = await stage.page('taskpane.html', { viewport: { width: 350, height: 700 } });
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await good(page, { ...NARROW, name: 'pane', rules: EVERY_RULE }, 'no-excel');
    expect(foreign).toEqual(['https://appsforoffice.microsoft.com/lib/1/hosted/office.js']);
    expect(await stoppedAtTheBorder(page)).toEqual(WHOLE_BORDER);
  });
});

it('axe is shown able to fail', async () => {
  const { page } = opened;
  await dress(page, LIGHT);
  const planted = '<img src="data:,"><button></button><p id="pale" style="color: #ccc; background: #fff">pale</p>';
  await page.evaluate((html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html), planted);
  expect((await lasting(page, EVERY_RULE, ['canvas'])).join('\n')).toMatch(/button-name[^]*image-alt/);
  expect((await lasting(page, CONTRAST, ['canvas'])).join('\n')).toContain('id="pale"');
});
