/** `--self-test` on the command line: the table, the JSON, the copy; the same seed says the same, and a refused file is refused as ever. */
import { openWorkbook } from '../../src/host/files/open';
import { contractBreaches } from './contract';
import { AS_OF, folder, review } from './harness';

const here = folder();
afterAll(() => here.remove());

/** Twenty settled visits: 200.00 + n charged, 50.00 contractual, 120.00 + n by Harbor, 30.00 by the patient. */
const csv = (): string =>
  [
    'Account,Post Date,Transaction Type,Amount,Payer,Check No',
    ...Array.from({ length: 20 }, (_, n) => [
      `0${n},01/05/2026,Charge,${200 + n},,`,
      `0${n},02/01/2026,Contractual Adjustment,-50,Harbor Mutual,`,
      `0${n},02/01/2026,Insurance Payment,-${120 + n},Harbor Mutual,CHK${100 + n}`,
      `0${n},02/20/2026,Patient Payment,-30,,CARD${500 + n}`,
    ]).flat(),
  ].join('\r\n');

interface Tested {
  readonly selfTest: {
    readonly seed: number;
    readonly accounts: number;
    readonly kinds: readonly { readonly id: string; readonly planted: number; readonly sure: number; readonly wrongRefunds: string; readonly amount: string }[];
    readonly traps: readonly { readonly planted: number; readonly alarms: number }[];
    readonly totals: { readonly planted: number; readonly found: number; readonly wrongRefunds: string };
  };
}

it('says what was planted and found, in a table, in the JSON and in the copy', async () => {
  here.write('visits.csv', csv());
  const asked = ['visits.csv', ...AS_OF, '--self-test', '--seed', '7'];
  const { code, out, err, report } = await review([...asked, '--json', '-', '--out', 'copy.xlsx'], here.path);
  expect(code).toBe(0);
  expect(contractBreaches(report())).toEqual([]);
  const { selfTest } = report() as unknown as Tested;
  expect([selfTest.seed, selfTest.accounts]).toEqual([7, 20]);
  expect(selfTest.totals.planted + selfTest.traps.reduce((sum, { planted }) => sum + planted, 0)).toBeGreaterThanOrEqual(15);
  expect(selfTest.totals.wrongRefunds).toBe('0.00');
  expect(selfTest.traps.every(({ alarms }) => alarms === 0)).toBe(true);
  // One planting, so the amount is what that payer paid: 120.00 to 139.00.
  const twice = selfTest.kinds.find(({ id }) => id === 'payer-paid-twice');
  expect(twice).toMatchObject({ planted: 1, sure: 1 });
  expect(Number(twice?.amount)).toBeGreaterThanOrEqual(120);
  expect(Number(twice?.amount)).toBeLessThan(140);
  // With the JSON on standard output the table goes to the other.
  expect(err).toMatch(/Self-test of \d{4}-\d\d-\d\d, seed 7/);
  expect(err).toMatch(/Payer paid twice, on two checks +1 +1 +1 +0 +0 +0 +0 +0\.00/);
  expect(err).not.toMatch(/ 0\d+ /);
  const summary = openWorkbook(here.read('copy.xlsx'), 'copy.xlsx').sheets.find(({ name }) => name === 'Credit summary');
  expect(summary?.cells.used(false)).not.toBeNull();
  expect(out).toContain('"selfTest"');
  const again = await review([...asked, '--json', '-'], here.path);
  const bare = ({ selfTest: { kinds, traps } }: Tested): unknown => [kinds, traps];
  expect(bare(again.report() as unknown as Tested)).toEqual(bare(report() as unknown as Tested));
});

it('a file that is refused has no self-test', async () => {
  here.write('words.csv', 'Name,Note\r\nAnn,hello\r\nBob,there\r\n');
  const { code, report } = await review(['words.csv', '--self-test', '--json', '-'], here.path);
  expect(code).toBe(1);
  expect(report()).not.toHaveProperty('selfTest');
});
