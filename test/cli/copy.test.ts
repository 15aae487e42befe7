/** --out: a copy with the worksheets, in which the user's own sheets are cell for cell what they were. Read back with another library. */
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { read, type WorkBook } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { contractBreaches } from './contract';
import { AS_OF, folder, review, ROOT, SAMPLE } from './harness';

jest.setTimeout(180_000);
const here = folder();
afterAll(() => here.remove());

interface SeenCell {
  readonly t: string;
  readonly v: unknown;
  readonly f: unknown;
  readonly z: unknown;
}
type SeenSheet = Record<string, SeenCell>;
const opened = (bytes: Uint8Array): WorkBook => read(bytes, { type: 'buffer', cellFormula: true, cellNF: true, cellStyles: true });
/** Every cell of a sheet: type, value, formula, number format. */
function seen(book: WorkBook, name: string): SeenSheet {
  const sheet = (book.Sheets[name] ?? {}) as Record<string, { t: string; v: unknown; f?: unknown; z?: unknown }>;
  const cells = Object.entries(sheet).filter(([address]) => /^[A-Z]+\d+$/.test(address));
  return Object.fromEntries(cells.map(([address, { t, v, f, z }]) => [address, { t, v, f, z }]));
}
const parts = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes);
const allXml = (bytes: Uint8Array): string =>
  Object.entries(parts(bytes))
    .filter(([name]) => /worksheets\/sheet/.test(name))
    .map(([, part]) => strFromU8(part))
    .join('\n');

describe('a copy of the sample', () => {
  const before = readFileSync(SAMPLE);
  let copy: Buffer;
  beforeAll(async () => {
    const { code, err } = await review([SAMPLE, ...AS_OF, '--out', 'copy.xlsx', '--json', 'copy.json', '--user', 'R. Lind'], here.path);
    expect([code, err]).toEqual([0, expect.any(String)]);
    copy = here.read('copy.xlsx');
  });

  it('leaves the input as it was', () => expect(readFileSync(SAMPLE).equals(before)).toBe(true));

  it('keeps the JSON contract', () => expect(contractBreaches(JSON.parse(here.read('copy.json').toString()))).toEqual([]));

  it('holds the user’s sheets cell for cell, first and in order', () => {
    const [old, fresh] = [opened(before), opened(copy)];
    expect(fresh.SheetNames.slice(0, old.SheetNames.length)).toEqual(old.SheetNames);
    for (const name of old.SheetNames) expect(seen(fresh, name)).toEqual(seen(old, name));
    // The comparison can fail: one changed cell is noticed.
    expect(Object.keys(seen(old, 'Transactions')).length).toBeGreaterThan(15_000);
    const changed = { ...seen(fresh, 'Accounts'), A6: { t: 's', v: 'x', f: undefined, z: '@' } };
    expect(changed).not.toEqual(seen(old, 'Accounts'));
  });

  it('has a Credits sheet with a row a finding, and rules that colour the accounts', () => {
    const { SheetNames, Sheets } = opened(copy);
    expect(SheetNames).toContain('Credits');
    const texts = Object.values(Sheets['Credits'] as Record<string, { v?: unknown }>).map((cell) => cell.v);
    // C01 of the truth: 892.80 to Northfield Health Plan on account 00104012.
    expect(texts).toEqual(expect.arrayContaining(['00104012', 892.8]));
    expect(allXml(copy)).toMatch(/<conditionalFormatting[\s\S]*crb_keys/);
    expect(allXml(before)).not.toContain('conditionalFormatting');
  });

  it('can be reviewed again with the same result: our own sheets are not read as data', async () => {
    const again = await review(['copy.xlsx', ...AS_OF, '--json', '-'], here.path);
    const first = JSON.parse(here.read('copy.json').toString()) as { credits: unknown; totals: unknown };
    expect(again.code).toBe(0);
    expect({ credits: again.report().credits, totals: again.report().totals }).toEqual({ credits: first.credits, totals: first.totals });
  });

  it('carries the copy of last month over with --previous, and says when that file holds no work', async () => {
    const next = await review([SAMPLE, '--as-of', '2026-12-30', '--previous', 'copy.xlsx', '--out', 'next.xlsx'], here.path);
    expect(next.code).toBe(0);
    const { Sheets } = opened(here.read('next.xlsx'));
    const texts = Object.values(Sheets['Credits'] as Record<string, { v?: unknown }>).map((cell) => cell.v);
    expect(texts).toContain('unchanged');
    expect(here.read('copy.xlsx').equals(copy)).toBe(true);
    const none = await review([SAMPLE, ...AS_OF, '--previous', SAMPLE], here.path);
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('holds no sheet Credits')]);
  });
});

describe('several files', () => {
  it('become sheets of one workbook; csv text stays text, also where it looks like a formula', async () => {
    const evil = `=cmd|'/C calc'!A0`;
    here.write('more, [notes].csv', `Note,Who\n"${evil}",+1-555\n-2+3,@SUM(A1)\n007,"a,b"\n`);
    const { code } = await review([SAMPLE, 'more, [notes].csv', ...AS_OF, '--out', 'two.xlsx'], here.path);
    expect(code).toBe(0);
    const book = opened(here.read('two.xlsx'));
    const name = book.SheetNames.find((each) => each.startsWith('more')) as string;
    expect(name).toBe('more, _notes_');
    const cells = seen(book, name);
    expect([cells['A2'], cells['B2'], cells['A3'], cells['B3'], cells['A4']]).toEqual(
      [evil, '+1-555', '-2+3', '@SUM(A1)', '007'].map((v) => ({ t: 's', v, f: undefined, z: '@' })),
    );
  });

  it('keep the macros of the first workbook, and .xlsm stays .xlsm', async () => {
    const source = readFileSync(join(ROOT, 'test/fixtures/writers/openpyxl-macros.xlsm'));
    here.write('book.xlsm', source);
    const { code, err } = await review(['book.xlsm', SAMPLE, ...AS_OF, '--out', 'book-copy.xlsm'], here.path);
    expect([code, err]).toEqual([0, expect.any(String)]);
    const [old, fresh] = [parts(source), parts(here.read('book-copy.xlsm'))];
    const macro = Object.keys(old).find((part) => part.endsWith('vbaProject.bin')) as string;
    expect(Buffer.from(fresh[macro] as Uint8Array).equals(Buffer.from(old[macro] as Uint8Array))).toBe(true);
    expect(strFromU8(fresh['[Content_Types].xml'] as Uint8Array)).toContain('macroEnabled');
  });

  it('are recognised as inputs through a link too', async () => {
    here.write('real.csv', 'a,b\n1,2\n');
    symlinkSync(join(here.path, 'real.csv'), join(here.path, 'link.xlsx'));
    const { code, err } = await review(['real.csv', '--out', 'link.xlsx'], here.path);
    expect([code, err]).toEqual([2, expect.stringContaining('--out names an input')]);
  });
});
