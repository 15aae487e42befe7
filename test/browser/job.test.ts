/** The whole job in the workbench, as a person does it: find, look, highlight, write, save a copy, open the copy, clear. */
import { readFileSync } from 'node:fs';
import {
  coloured,
  findCredits,
  heading,
  openFile,
  PATIENCE,
  pixels,
  press,
  SAMPLE,
  saveCopy,
  Stage,
  stoppedAtTheBorder,
  uncoloured,
  WHOLE_BORDER,
  type Opened,
} from './stage';
import { namesOf, partsOf, rulesOf, sheetsOf } from './readCopy';

jest.setTimeout(2 * PATIENCE);
const original = new Uint8Array(readFileSync(SAMPLE));
const theirs = sheetsOf(original);
const ORANGE = '#F8CBAD';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
}, 600_000);
afterAll(() => stage.close());

/** Every sheet of the person's workbook, cell for cell. */
function expectTheirsUntouched(copy: Uint8Array): void {
  const now = sheetsOf(copy);
  for (const [name, cells] of Object.entries(theirs)) expect({ [name]: now[name] }).toEqual({ [name]: cells });
}

const own = (text: string): boolean => text.includes('crb_');

describe('with the mouse', () => {
  let opened: Opened;
  let copy: Awaited<ReturnType<typeof saveCopy>>;

  it('finds, highlights and writes', async () => {
    opened = await stage.workbench();
    const { page } = opened;
    await findCredits(page);
    expect(await pixels(page, ORANGE)).toBe(0);
    await press(page, 'Highlight');
    await page.getByRole('button', { name: 'Clear highlights' }).waitFor();
    expect(await coloured(page, ORANGE)).toBeGreaterThan(1_000);
    await page.getByRole('list', { name: 'Accounts with credits' }).getByRole('button').first().click();
    await press(page, /^Take back$/);
    await page.getByText('Waits for the first write').waitFor();
    await press(page, 'Back to the results');
    await press(page, 'Write sheets');
    await heading(page, 'Write sheets');
    await press(page, /^Write \d+ sheet/);
    await heading(page, 'Sheets written');
    await page.getByRole('tab', { name: 'Credits', exact: true }).waitFor();
  });

  it('writes a decision into the row on Credits, once that stands', async () => {
    const { page } = opened;
    await press(page, 'Back to the results');
    const credit = page.getByRole('list', { name: 'Accounts with credits' }).getByRole('button').nth(1);
    await credit.click();
    await press(page, /^Transfer$/);
    await page
      .getByText(/^Transfer \$[\d,.]+, In review$/)
      .first()
      .waitFor();
    await press(page, 'Status, who, dates, note');
    await page.getByText('Saving …').waitFor({ state: 'detached' });
    await page.getByText('These are the cells of its row on Credits.').first().waitFor();
  });

  it('saves a copy in which every cell of theirs is as it was, and our rules are there', async () => {
    copy = await saveCopy(opened.page);
    expect(copy.name).toBe('sample reviewed.xlsx');
    expectTheirsUntouched(copy.bytes);
    expect(rulesOf(copy.bytes).filter(own).length).toBeGreaterThan(0);
    const texts = Object.values(sheetsOf(copy.bytes)['Credits'] ?? {}).map((cell) => (JSON.parse(cell) as unknown[])[1]);
    expect(texts.filter((text) => text === 'Take back' || text === 'Transfer').toSorted()).toEqual(['Take back', 'Transfer']);
  });

  it('opens the copy, shows its colours, and clears them without a trace', async () => {
    const { page } = opened;
    await openFile(page, 'copy.xlsx', copy.bytes);
    await page.getByRole('heading', { name: 'copy.xlsx' }).waitFor();
    await page.getByRole('tab', { name: 'Accounts' }).click();
    expect(await coloured(page, ORANGE)).toBeGreaterThan(1_000);
    await press(page, 'More');
    await page.getByRole('menuitem', { name: 'Clear highlights' }).click();
    await page.getByText('Highlights cleared', { exact: true }).first().waitFor();
    expect(await uncoloured(page, ORANGE)).toBe(0);
    const cleared = await saveCopy(page);
    expectTheirsUntouched(cleared.bytes);
    expect(rulesOf(cleared.bytes).filter(own)).toEqual([]);
    expect(namesOf(cleared.bytes).filter((name) => name.includes('crb_keys'))).toEqual([]);
  });

  it('carries the copy over into the next export: said before it is written, and refused where a file holds no work', async () => {
    const { page } = opened;
    await openFile(page, 'next.xlsx', original);
    await page.getByRole('heading', { name: 'next.xlsx' }).waitFor();
    const carryOver = async (name: string, bytes: Uint8Array): Promise<void> => {
      const chooser = page.waitForEvent('filechooser');
      await press(page, 'More');
      await page.getByRole('menuitem', { name: 'Carry over from a reviewed file …' }).click();
      await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    };
    await carryOver('export.xlsx', original);
    await page.getByText('Nothing is carried over from export.xlsx').first().waitFor();
    await carryOver('November.xlsx', copy.bytes);
    await page.getByRole('heading', { name: 'Carried over from November.xlsx' }).waitFor();
    expect(await page.getByRole('tab', { name: 'Credits', exact: true }).count()).toBe(0);
    await findCredits(page);
    await press(page, 'Write sheets');
    await page
      .getByText(/Begins with \d+ rows of November\.xlsx/)
      .first()
      .waitFor();
    await press(page, /^Write \d+ sheet/);
    await heading(page, 'Sheets written');
    const next = sheetsOf((await saveCopy(page)).bytes);
    const texts = Object.values(next['Credits'] ?? {}).map((cell) => (JSON.parse(cell) as unknown[])[1]);
    expect(texts.filter((text) => text === 'Take back' || text === 'Transfer').toSorted()).toEqual(['Take back', 'Transfer']);
    expect(
      Object.keys(next)
        .filter((name) => !(name in theirs))
        .toSorted(),
    ).toEqual(
      Object.keys(sheetsOf(copy.bytes))
        .filter((name) => !(name in theirs) && name !== 'Credit keys')
        .toSorted(),
    );
  });

  it('sent nothing anywhere, and met no error', () => {
    expect(opened.foreign).toEqual([]);
    expect(opened.errors).toEqual([]);
  });

  it('could not have sent anything: its policy lets nothing out', async () => {
    expect(await stoppedAtTheBorder(opened.page)).toEqual(WHOLE_BORDER);
  });
});

describe('with highlights alone', () => {
  it('leaves the workbook with the same rules, names and cells as before', async () => {
    const { page } = await stage.workbench();
    await findCredits(page);
    await press(page, 'Highlight');
    await press(page, 'Clear highlights');
    await page.getByText('Highlights cleared', { exact: true }).first().waitFor();
    const { bytes } = await saveCopy(page);
    expectTheirsUntouched(bytes);
    expect(rulesOf(bytes)).toEqual(rulesOf(original));
    expect(partsOf(bytes, /\.xml$/)).not.toContain('crb_keys');
  });
});

describe('the guard of this test', () => {
  it('sees a single changed cell', () => {
    const changed = { ...theirs, Accounts: { ...theirs['Accounts'], A6: 'x' } };
    expect(changed).not.toEqual(theirs);
    expect(Object.keys(theirs['Accounts'] ?? {}).length).toBeGreaterThan(1_000);
  });
});
