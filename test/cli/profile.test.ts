/** --profile: last month's reading laid onto this month's export, which has other names, an extra column and another order. */
import { fitProfile, parseProfile, profileOf, profileText } from '../../src/app/profile';
import { createLocalAnalyst } from '../../src/app/localAnalyst';
import type { Plan } from '../../src/intake/contract';
import { AS_OF, folder, review } from './harness';

const here = folder();
afterAll(() => here.remove());

/** ZQADJ is known to nobody; "Amount Q" is the money, "Amount" a relative value. By hand: A1 100 − 70 − 60 = −30; A2 50 − 50 = 0; A3 90 − 40 − 50 = 0. */
const MONTH = [
  ['Acct #', 'Post Date', 'Trans Type', 'Amount', 'Amount Q', 'Payer'],
  ['A1', '2026-05-02', 'Charge', '3', '100.00', ''],
  ['A1', '2026-05-09', 'Insurance Payment', '1', '-70.00', 'Quarz Mutual'],
  ['A1', '2026-05-11', 'ZQADJ', '1', '-60.00', 'Quarz Mutual'],
  ['A2', '2026-05-02', 'Charge', '3', '50.00', ''],
  ['A2', '2026-05-20', 'Insurance Payment', '1', '-50.00', 'Quarz Mutual'],
  ['A3', '2026-05-02', 'Charge', '3', '90.00', ''],
  ['A3', '2026-05-20', 'Insurance Payment', '1', '-40.00', 'Quarz Mutual'],
  ['A3', '2026-05-20', 'ZQADJ', '1', '-50.00', 'Quarz Mutual'],
];
/** Another order, other spelling of a heading, and one more column. */
const NEXT = MONTH.map(([acct = '', day = '', type = '', amount = '', money = '', payer = ''], i) => [
  i === 0 ? 'Clerk' : `clerk ${i}`,
  i === 0 ? 'TRANS TYPE' : type,
  acct,
  money,
  payer,
  amount,
  day.replace('2026-05', '2026-06'),
]);
const csv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(',')).join('\n');

const PROFILE = {
  profile: 'credit-balance-review',
  version: 1,
  grain: null,
  sheets: [
    {
      headings: ['Acct #', 'Post Date', 'Trans Type', 'Amount', 'Amount Q', 'Payer'],
      role: 'transactions',
      columns: { account: 'Acct #', amount: 'Amount Q' },
      choices: { 'type:ZQADJ': 'Contractual' },
    },
  ],
};
const profile = (change: object = {}): string => here.write('profile.json', JSON.stringify({ ...PROFILE, ...change }));
const run = (file: string, flags: readonly string[] = []) => review([file, ...AS_OF, '--json', '-', ...flags], here.path);

it('reads the next export as the last one was read, and says what the profile changed', async () => {
  const file = here.write('june export.csv', csv(NEXT));
  const plain = await run(file);
  expect(plain.report().credits.map(({ account, balance }) => [account, balance])).not.toEqual([['A1', '-30.00']]);
  const { code, report, err } = await run(file, ['--profile', profile()]);
  expect(code).toBe(0);
  expect(report().credits.map(({ account, balance }) => [account, balance])).toEqual([['A1', '-30.00']]);
  expect(report().problems).toEqual([]);
  const reading = (report() as unknown as { reading: { corrections: unknown } }).reading;
  expect(reading.corrections).toEqual([
    { key: 'column:june export:amount', value: 'Amount Q', from: 'profile' },
    { key: 'type:june export:ZQADJ', value: 'Contractual', from: 'profile' },
  ]);
  expect(err).toMatch(/Reading corrected: 2 by the profile/);
});

it('lists as problems what fits no sheet', async () => {
  const file = here.write('june export.csv', csv(NEXT.map((row) => row.filter((_, c) => c !== 3))));
  const other = { headings: ['Deposit', 'Bank', 'Batch'], role: 'accounts', columns: {}, choices: {} };
  const { report } = await run(file, ['--profile', profile({ sheets: [...PROFILE.sheets, other] })]);
  const said = report().problems.filter(({ code }) => code.startsWith('profile-'));
  expect(said.map(({ code, sheet, message }) => [code, sheet, message])).toEqual([
    ['profile-column', 'june export', 'The profile reads amount from the column Amount Q, which is not on this sheet.'],
    ['profile-unmatched', '', 'The profile knows a sheet with the headings Deposit, Bank, Batch; no sheet here has them.'],
  ]);
});

const bad: readonly (readonly [string, RegExp])[] = [
  ['{', /profile\.json: This is not JSON/],
  ['{"rows":[]}', /This is no profile of this product/],
  [JSON.stringify({ ...PROFILE, version: 9 }), /version 9; version 1 is understood/],
  [JSON.stringify({ ...PROFILE, grain: 'family' }), /"grain" must be null or one of account/],
  [JSON.stringify({ ...PROFILE, sheets: [{ ...PROFILE.sheets[0], columns: { money: 'Amount' } }] }), /"money" is no field/],
  [JSON.stringify({ ...PROFILE, sheets: [{ ...PROFILE.sheets[0], columns: { amount: 'Amt' } }] }), /columns\.amount must be null or one of/],
  [JSON.stringify({ ...PROFILE, sheets: [{ ...PROFILE.sheets[0], choices: { 'type:X': 'Bonus' } }] }), /choices of this product/],
];
it.each(bad)('%s is a usage error', async (text, message) => {
  const { code, err } = await run('june export.csv', ['--profile', here.write('profile.json', text)]);
  expect([code, message.test(err)]).toEqual([2, true]);
});

it('comes back from its text, and needs nothing changed where it was made', async () => {
  const head = MONTH.map((row, i) => row.map((cell, c) => (i > 0 && (c === 3 || c === 4) ? Number(cell) : cell)));
  const sample = {
    name: 'May',
    head,
    tail: [],
    formats: [],
    firstRow: 0,
    firstColumn: 0,
    rowCount: head.length,
    columnCount: 6,
    tables: [],
    visibility: 'visible',
    own: false,
    date1904: false,
  } as const;
  const corrections = { 'column:May:amount': 'Amount Q', 'column:May:postDay': 'none', 'type:May:ZQADJ': 'Contractual' };
  const plan = (changes: object): Promise<Plan> => createLocalAnalyst().plan([sample], { asOf: 1 as never, policyRows: [], ...changes });
  const made = profileOf(await plan({ corrections }), corrections, 'account');
  expect(parseProfile(profileText(made))).toEqual(made);
  expect(made.sheets[0]?.choices).toEqual({ 'type:ZQADJ': 'Contractual' });
  expect(made.sheets[0]?.columns).toMatchObject({ account: 'Acct #', amount: 'Amount Q', postDay: null });
  expect(profileText(made)).not.toMatch(/Quarz|A1|70/);
  expect(fitProfile(made, await plan({}))).toEqual({ corrections, grain: 'account', sheets: ['May'], problems: [] });
  expect(fitProfile(made, await plan({ corrections })).corrections).toEqual({ 'type:May:ZQADJ': 'Contractual' });
});
