/**
 * The list at 50,000 credits: the sample's review is multiplied on its way from the analyst's worker into the pane as it is built. Work is the time
 * that the page's thread was really busy (its own clock, so that a loaded machine counts little), printed beside an empty list; no time is asserted.
 */
import type { CDPSession, Page } from 'playwright-core';
import { findCredits, PATIENCE, press, Stage } from './stage';
import { rounded, workDuring } from './work';

jest.setTimeout(2 * PATIENCE);
const MANY = 50_000;
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
}, 600_000);
afterAll(() => stage.close());

/** Runs in the page before its scripts: a review that comes from a worker has as many credits as `wantedCredits` says. */
function multiplyReviews(): void {
  interface Told {
    readonly kind?: string;
    readonly value?: { readonly credits?: readonly { readonly key: string; readonly id: string }[]; readonly totals?: unknown };
  }
  const page = globalThis as unknown as { wantedCredits: number };
  const multiplied = (data: Told): Told => {
    const { value } = data;
    const credits = value?.credits ?? [];
    if (!value?.totals || credits.length === 0) return data;
    const many = Array.from({ length: page.wantedCredits }, (_, at) => {
      const credit = credits[at % credits.length];
      return { ...credit, account: at, key: `${credit?.key ?? ''}-${at}`, id: `${credit?.id ?? ''}-${at}` };
    });
    return { ...data, value: { ...value, credits: many } };
  };
  globalThis.Worker = class extends Worker {
    override addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
      const hear = (event: Event): void => {
        if (typeof listener !== 'function') return;
        listener(event instanceof MessageEvent ? new MessageEvent('message', { data: multiplied(event.data as Told) }) : event);
      };
      super.addEventListener(type, hear);
    }
  };
}

/** Twenty frames, each scrolled by so many pixels. */
const scroll = (page: Page, step: number): Promise<void> =>
  page.evaluate(async (pixels) => {
    const body = document.querySelector('main > div');
    if (!body) throw new Error('no pane');
    for (let frame = 0; frame < 20; frame += 1) {
      body.scrollTop += pixels;
      await new Promise(requestAnimationFrame);
    }
    body.scrollTop = 0;
  }, step);

/** Milliseconds from the key or click to the frame that shows another count of accounts. */
async function answerTo(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const status = document.querySelector('main [role="status"]');
    if (!status) throw new Error('no count');
    let began = 0;
    for (const kind of ['keydown', 'click']) addEventListener(kind, () => (began ||= performance.now()), { capture: true, once: true });
    const answered = new Promise((resolve) => {
      const watch = new MutationObserver(() => {
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
      });
      watch.observe(status, { childList: true, characterData: true, subtree: true });
    });
    Object.assign(globalThis, { answered });
  });
  await act();
  return rounded(await page.evaluate(() => (globalThis as unknown as { answered: Promise<number> }).answered));
}

type Measured = Readonly<Record<string, number>>;
async function measure(page: Page, cdp: CDPSession): Promise<Measured> {
  const scrolled = await workDuring(cdp, () => scroll(page, 400));
  const dragged = await workDuring(cdp, () => scroll(page, 20_000));
  let [searchWait, filterWait] = [0, 0];
  await page.getByRole('searchbox').focus();
  const searched = await workDuring(cdp, async () => {
    searchWait = await answerTo(page, () => page.keyboard.press('1'));
  });
  const bar = page.getByRole('group', { name: 'Show accounts by class' }).getByRole('button').first();
  const filtered = await workDuring(cdp, async () => {
    filterWait = await answerTo(page, () => bar.click());
  });
  return {
    'worst frame, scrolling': scrolled.longest,
    'worst frame, dragging': dragged.longest,
    'a letter searched, work': searched.all,
    'a letter searched, wait': searchWait,
    'a class chosen, work': filtered.all,
    'a class chosen, wait': filterWait,
  };
}

const drawn = (page: Page): Promise<number> => page.getByRole('list', { name: 'Accounts with credits' }).getByRole('listitem').count();
const counted = (page: Page): Promise<string> => page.locator('main [role="status"]').first().innerText();

/** The sample's page with so many credits in the next review that is found. */
async function findSoMany(page: Page, many: number): Promise<void> {
  await page.evaluate((wanted) => Object.assign(globalThis, { wantedCredits: wanted }), many);
  await findCredits(page);
}

it('scrolls and filters 50,000 credits as it does a list of one', async () => {
  const { page, errors } = await stage.workbench({ viewport: { width: 720, height: 820 } }, multiplyReviews);
  const cdp = await page.context().newCDPSession(page);
  await findSoMany(page, MANY);
  expect(await counted(page)).toBe('50,000 accounts');
  expect(await drawn(page)).toBeLessThan(40);
  const many = await measure(page, cdp);
  expect(await counted(page)).toMatch(/^[\d,]+ accounts of 50,000: /);
  expect(await drawn(page)).toBeLessThan(40);
  await press(page, 'Show all');
  await press(page, 'Back to what I read');
  await findSoMany(page, 1);
  const one = await measure(page, cdp);
  const lines = Object.entries(many).map(([what, ms]) => `  ${what}: ${ms} ms, ${rounded(ms / Math.max(0.1, one[what] ?? 0))} times a list of one`);
  process.stdout.write(`50,000 credits\n${lines.join('\n')}\n`);
  expect(errors).toEqual([]);
});
