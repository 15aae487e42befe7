/** Files that are wrong, empty, locked or without money: one sentence that says what is wrong and what to do. */
import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { openFile, PATIENCE, press, Stage, type Opened } from './stage';

jest.setTimeout(2 * PATIENCE);
let stage: Stage;
let opened: Opened;
beforeAll(async () => {
  stage = await Stage.open();
  opened = await stage.workbench();
}, 600_000);
afterAll(() => stage.close());

function workbook(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Sheet1');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

/** The first bytes of an OLE container: what a password or the old .xls format makes of a file. */
const OLE = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]);

describe('a file that cannot be opened', () => {
  it.each([
    ['locked.xlsx', OLE],
    ['old.xls', OLE],
    ['picture.xlsx', new TextEncoder().encode('this is no workbook')],
    ['nothing.xlsx', new Uint8Array()],
  ])('%s: says why and what to do, and keeps the open workbook', async (name, bytes) => {
    const { page } = opened;
    await openFile(page, name, bytes);
    const alert = page.locator('.fui-MessageBar').first();
    await alert.waitFor();
    const text = await alert.innerText();
    expect(text.length).toBeGreaterThan(40);
    expect(text).toMatch(/save|open|password|export/i);
    expect(await page.getByRole('heading', { name: 'sample.xlsx' }).count()).toBe(1);
    await press(page, 'Dismiss');
    await alert.waitFor({ state: 'detached' });
  });
});

/** Drags a file over a place of the page, or drops it there, as the file manager does. */
const drag = (page: Page, type: 'dragover' | 'drop', place: string, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<void> =>
  page.evaluate(
    ([kind, selector, name, bytes]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], name));
      document.querySelector(selector)?.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
    },
    [type, place, file.name, [...file.bytes]] as const,
  );

describe('a file that is dropped', () => {
  const remittance = { name: 'payer.835', bytes: new Uint8Array(readFileSync('test/fixtures/hazards/one-line.by-hand.835')) };
  const ADD = '[data-takes-files] input';
  const GRID = 'canvas';

  it('is added where the pane takes files, and the page no longer offers to open it', async () => {
    const { page } = opened;
    const offer = page.getByText('Drop the workbook to open it');
    await drag(page, 'dragover', GRID, remittance);
    await offer.waitFor();
    await drag(page, 'dragover', ADD, remittance);
    await offer.waitFor({ state: 'detached' });
    await drag(page, 'drop', ADD, remittance);
    await page.getByRole('tab', { name: 'payer claims' }).waitFor();
    expect(await page.getByRole('heading', { name: 'sample.xlsx' }).count()).toBe(1);
  });

  it('is no workbook when it is a remittance: says where it belongs', async () => {
    const { page } = opened;
    await drag(page, 'drop', GRID, remittance);
    await page.getByText(/payer\.835 is a remittance, no workbook\. .* under Add a file/).waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
  });

  it('is opened when it is a workbook', async () => {
    const { page } = opened;
    await drag(page, 'drop', GRID, { name: 'two.xlsx', bytes: workbook([['Account'], ['A-1']]) });
    await page.getByRole('heading', { name: 'two.xlsx' }).waitFor();
  });
});

describe('a workbook that cannot be reviewed', () => {
  it('is empty: offers the sample', async () => {
    const { page } = opened;
    await openFile(page, 'empty.xlsx', workbook([]));
    await page.getByRole('heading', { name: 'This workbook is empty' }).waitFor();
    await press(page, 'Try the sample');
    await page.getByRole('heading', { name: 'sample.xlsx' }).waitFor();
  });

  it('has no money: says so, with a remedy', async () => {
    const { page } = opened;
    await openFile(
      page,
      'names.xlsx',
      workbook([
        ['Name', 'Town'],
        ['Ana', 'Ames'],
        ['Bo', 'Bern'],
        ['Cy', 'Cork'],
      ]),
    );
    await page.getByRole('heading', { name: 'I cannot review this workbook' }).waitFor();
    expect(await page.getByRole('button', { name: 'Find credits' }).count()).toBe(0);
  });
});

it('tells the console nothing of what was in the files', () => expect(opened.errors).toEqual([]));
