/** Files that cannot be reviewed: a sentence that says what is wrong and what to do, exit 1, and the reason in the JSON. */
import { saveWorkbook } from '../../src/host/files/save';
import { newWorkbook } from '../../src/host/workbook';
import { contractBreaches } from './contract';
import { folder, review } from './harness';

const here = folder();
afterAll(() => here.remove());

function workbook(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const book = newWorkbook('made.xlsx');
  const sheet = book.addSheet('Sheet1');
  rows.forEach((row, r) => row.forEach((value, c) => sheet.cells.set(r, c, value)));
  return saveWorkbook(book);
}
/** What an encrypted workbook looks like from outside: an OLE container with the stream EncryptedPackage. */
function locked(): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024);
  return bytes;
}
const names = Array.from({ length: 20 }, (_, i) => [`0010${i}`, `EXAMPLETON, PAT ${i}`, 'TX']);

const files: readonly (readonly [string, string, Uint8Array | string, RegExp])[] = [
  ['a PDF', 'scan.xlsx', '%PDF-1.7 nothing to see', /not a workbook.*PDF.*Choose/s],
  ['a file without content', 'empty.xlsx', '', /empty.*Export it again/s],
  ['a locked workbook', 'locked.xlsx', locked(), /password.*remove the password/s],
  ['a damaged workbook', 'cut.xlsx', workbook(names).subarray(0, 900), /damaged.*(repair|again)/s],
  ['an empty workbook', 'blank.xlsx', workbook([]), /empty.*Open the workbook exported/s],
  ['a workbook without money columns', 'names.xlsx', workbook([['Account No', 'Patient Name', 'State'], ...names]), /amounts.*Export a list of transactions/s],
  ['a text file without a table', 'letter.txt', 'Dear patient,\nthank you for your payment.\nYours\n', /amounts.*Export a list/s],
];

describe('refused files', () => {
  it.each(files)('%s', async (_what, name, content, sentence) => {
    here.write(name, content);
    const { code, err, report } = await review([name, '--json', '-'], here.path);
    expect([code, err]).toEqual([1, expect.stringMatching(sentence)]);
    expect(contractBreaches(report())).toEqual([]);
    const { refused, credits } = report();
    expect(err).toContain(refused?.message);
    expect(err).toContain(refused?.remedy);
    expect(refused?.remedy).toMatch(/\S+ \S+/);
    expect(credits).toEqual([]);
  });

  it('a file that is not there', async () => {
    const { code, err, report } = await review(['gone.xlsx', '--json', '-'], here.path);
    expect([code, err]).toEqual([1, expect.stringMatching(/no file gone\.xlsx.*Check the path/s)]);
    expect(report().refused?.code).toBe('notFound');
  });

  it('writes the reason into a JSON file too, and no copy', async () => {
    here.write('locked2.xlsx', locked());
    const { code, out } = await review(['locked2.xlsx', '--json', 'why.json', '--out', 'copy.xlsx'], here.path);
    expect([code, out]).toEqual([1, '']);
    expect((JSON.parse(here.read('why.json').toString()) as { refused: { code: string } }).refused.code).toBe('encrypted');
    expect(() => here.read('copy.xlsx')).toThrow();
  });
});

describe('wrong use', () => {
  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no file', [], /Name the file/],
    ['--out is an input', ['in.xlsx', '--out', './in.xlsx'], /--out names an input/],
    ['--json is an input', ['in.xlsx', '--json', 'in.xlsx'], /--json names an input/],
    ['--out is the second input', ['in.xlsx', 'two.xlsx', '--out', 'two.xlsx'], /--out names an input/],
    ['--out in a folder that is not there', ['in.xlsx', '--out', 'nowhere/copy.xlsx'], /no folder/],
    ['a policy that is no JSON', ['in.xlsx', '--policy', 'policy.json'], /policy\.json is not JSON/],
    ['letters without a copy', ['in.xlsx', '--letters'], /--letters writes into a copy/],
  ];
  beforeAll(() => {
    here.write('in.xlsx', workbook(names));
    here.write('two.xlsx', workbook(names));
    here.write('policy.json', 'smallBalance: 5');
  });
  it.each(wrong)('%s: exit 2, said on stderr with the usage, nothing on stdout', async (_what, argv, message) => {
    const before = [here.read('in.xlsx'), here.read('two.xlsx')];
    const { code, out, err } = await review(argv, here.path);
    expect([code, out, err]).toEqual([2, '', expect.stringMatching(message)]);
    expect(err).toContain('Usage:');
    expect([here.read('in.xlsx'), here.read('two.xlsx')]).toEqual(before);
  });
});
