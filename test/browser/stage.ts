/** The built pages on a server of this machine, a browser, and the workbench opened in it; every request and every error of the page is kept. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './findBrowser';

const ROOT = path.resolve(__dirname, '../..');
export const SAMPLE = path.join(ROOT, 'assets/sample/sample.xlsx');
export const PATIENCE = 120_000;

export interface Opened {
  readonly page: Page;
  /** Addresses asked for outside the page's own origin. */
  readonly foreign: readonly string[];
  /** Uncaught errors and console errors. */
  readonly errors: readonly string[];
}

export class Stage {
  private constructor(
    private readonly server: ChildProcess,
    private readonly browser: Browser,
    readonly address: string,
  ) {}

  static async open(): Promise<Stage> {
    // PAGES=built uses dist as it stands.
    if (process.env.PAGES !== 'built') execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: ROOT, stdio: 'inherit' });
    const server = spawn(process.execPath, ['scripts/serve.mjs', 'dist'], { cwd: ROOT });
    const address = await new Promise<string>((resolve, reject) => {
      server.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()));
      server.once('exit', () => reject(new Error('the server stopped')));
    });
    return new Stage(server, await launchBrowser(), address);
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.kill();
  }

  /** A fresh page, without storage of earlier ones. `first` runs in it before its own scripts. */
  async page(file: string, options: BrowserContextOptions = {}, first?: () => void): Promise<Opened> {
    const context = await this.browser.newContext({ viewport: { width: 1360, height: 820 }, reducedMotion: 'reduce', acceptDownloads: true, ...options });
    context.setDefaultTimeout(PATIENCE);
    const foreign: string[] = [];
    const errors: string[] = [];
    context.on('request', (request) => {
      if (!request.url().startsWith(this.address) && !/^(blob|data):/.test(request.url())) foreign.push(request.url());
    });
    context.on('weberror', (error) => errors.push(error.error().message));
    context.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    const page = await context.newPage();
    if (first) await page.addInitScript(first);
    await page.goto(this.address + file);
    return { page, foreign, errors };
  }

  /** The workbench with the sample open and read. */
  async workbench(options: BrowserContextOptions = {}, first?: () => void): Promise<Opened> {
    const opened = await this.page('workbench.html', options, first);
    await opened.page.getByRole('region', { name: 'Sheet Accounts' }).waitFor();
    return opened;
  }
}

/** Whole pages that the documents show; of the first look, also each screen of the pane alone. */
const SHOWN: Readonly<Record<string, string>> = { 'workbench-highlighted': 'workbench', 'dark-credit': 'workbench-dark' };

/** With SCREENSHOTS set a picture of the screen, in a folder that is not kept; SCREENSHOTS=docs renews those in docs/, too. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (!process.env.SCREENSHOTS) return;
  const folder = path.join(ROOT, '.tmp/screens');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  if (process.env.SCREENSHOTS !== 'docs') return;
  const shown = SHOWN[name];
  if (shown) await page.screenshot({ path: path.join(ROOT, 'docs', `${shown}.png`) });
  if (name.startsWith('workbench-')) await page.locator('main').screenshot({ path: path.join(ROOT, 'docs', name.replace('workbench-', 'pane-') + '.png') });
}

/** Lets the page try to reach another address in several ways, each stopped by one part of its policy; the parts that stopped one, as they are told. */
export async function stoppedAtTheBorder(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    const stopped = new Set<string>();
    Object.assign(globalThis, { stopped });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => stopped.add(effectiveDirective));
    const elsewhere = 'https://elsewhere.invalid/';
    const add = document.body.appendChild.bind(document.body);
    void fetch(elsewhere).catch(() => null);
    add(Object.assign(document.createElement('img'), { src: elsewhere }));
    add(Object.assign(document.createElement('script'), { src: elsewhere }));
    add(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: elsewhere }));
    add(Object.assign(document.createElement('iframe'), { src: elsewhere }));
    add(Object.assign(document.createElement('video'), { src: elsewhere }));
    add(Object.assign(document.createElement('object'), { data: elsewhere }));
    add(Object.assign(document.createElement('form'), { action: elsewhere })).submit();
  });
  const stopped = (): Promise<string[]> => page.evaluate(() => [...(globalThis as unknown as { stopped: Set<string> }).stopped].sort());
  return await settled(stopped, ({ length }) => length === WHOLE_BORDER.length);
}
export const WHOLE_BORDER = ['connect-src', 'form-action', 'frame-src', 'img-src', 'media-src', 'object-src', 'script-src-elem', 'style-src-elem'];

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
}
export const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();

export async function findCredits(page: Page): Promise<void> {
  await press(page, 'Find credits');
  await heading(page, 'Results');
}

export interface SavedFile {
  readonly name: string;
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Saves a copy and returns its bytes. */
export const saveCopy = (page: Page): Promise<SavedFile> => downloaded(page, () => press(page, 'Save a copy'));

/** The file that the page hands over when that is done. */
export async function downloaded(page: Page, act: () => Promise<void>): Promise<SavedFile> {
  const waiting = page.waitForEvent('download');
  await act();
  const download = await waiting;
  const file = await download.path();
  return { name: download.suggestedFilename(), file, bytes: new Uint8Array(readFileSync(file)) };
}

export async function openFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.getByLabel('Workbook to open').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

/** How many pixels of the grid have exactly this colour. */
export const pixels = (page: Page, color: string): Promise<number> =>
  page.evaluate((wanted) => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-testid="data-grid-canvas"]');
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16));
    let count = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) count += 1;
    return count;
  }, color);

/** Reads until it suits, at most 20 s, and gives back what was read last: the test then asserts it. */
export async function settled<T>(look: () => Promise<T>, suits: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const value = await look();
    if (suits(value) || Date.now() > end) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
/** Pixels of a colour once there are some, or none. */
export const coloured = (page: Page, color: string): Promise<number> =>
  settled(
    () => pixels(page, color),
    (count) => count > 1_000,
  );
export const uncoloured = (page: Page, color: string): Promise<number> =>
  settled(
    () => pixels(page, color),
    (count) => count === 0,
  );
