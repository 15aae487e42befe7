/**
 * @jest-environment jsdom
 *
 * "What I read": the report, corrections and their forgetting, the preview of columns, profiles; the screen alone, on a hand-made look and scan.
 */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Look, Scan } from '../../src/app/session';
import { dayOf, NO_DAY } from '../../src/core/day';
import { cents } from '../../src/core/money';
import type { Plan } from '../../src/intake/contract';
import { firstState, next, type Happening } from '../../src/taskpane/paneState';
import { ProblemsScreen } from '../../src/taskpane/screens/ProblemsScreen';
import { ReadScreen } from '../../src/taskpane/screens/ReadScreen';
import type { Intentions } from '../../src/taskpane/usePane';
import { scanOf } from './fakeSession';

configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
Object.assign(globalThis, {
  ResizeObserver: class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
});
Element.prototype.scrollTo = () => undefined;
const user = userEvent.setup();
beforeEach(() => void Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false }));
afterEach(cleanup);

const column = (field: string, at: number, heading: string) => ({
  field,
  column: at,
  heading,
  reason: 'heading',
  confidence: 'high' as const,
  alternatives: [],
});
const plan: Plan = {
  refused: null,
  sheets: [
    {
      sheet: 'Ledger',
      role: 'transactions',
      why: '',
      headerRow: 1,
      firstDataRow: 1,
      dataRows: 9,
      columns: [column('account', 0, 'Acct #'), column('amount', 1, 'Amount')],
      headings: [
        { column: 0, heading: 'Acct #', samples: ['A1', 'A2'] },
        { column: 1, heading: 'Amount', samples: ['3', '1'] },
        { column: 2, heading: 'Amount Q', samples: ['100.00', '-70.00'] },
      ],
    },
  ],
};
const look: Look = {
  plan,
  readOnly: false,
  structureProtected: false,
  own: [],
  corrections: [{ key: 'type:Ledger:#00112233aabbccdd', value: 'Contractual', from: 'workbook' }],
};
const base = scanOf(3);
const scan: Scan = {
  ...base,
  plan,
  reading: {
    ...base.reading,
    grains: [
      { grain: 'account', keys: 214, matched: 0.9996, note: 'In use.' },
      { grain: 'patient', keys: 180, matched: null, note: '180 keys; netting here hides overpaid visits.' },
    ],
    sheets: [
      {
        name: 'Ledger',
        role: 'transactions',
        headerRow: 1,
        rows: 1512,
        dropped: [{ why: 'a total', rows: 2 }],
        columns: {},
        sign: 'signed: payments lower',
        matched: 0.9949,
      },
    ],
    control: { accounts: 214, agree: 212, unposted: 1, listed: cents(100_000), posted: cents(95_050) },
    policyProblems: [{ code: 'policy', sheet: 'Credit policy', row: 7, message: 'The amount is negative.', remedy: 'Correct the row.' }],
  },
};

function open(what: { readonly scan?: Scan; readonly look?: Look } = {}, Screen = ReadScreen): { readonly said: Happening[]; readonly forgotten: string[][] } {
  const said: Happening[] = [];
  const forgotten: string[][] = [];
  const state = { ...firstState(dayOf(2026, 11, 30) ?? NO_DAY), look: what.look ?? look, scan: what.scan ?? null };
  const pane = {
    dispatch: (event: Happening) => void said.push(event),
    forget: (keys: readonly string[]) => void forgotten.push([...keys]),
  } as unknown as Intentions;
  render(
    <FluentProvider theme={webLightTheme}>
      <Screen state={state} pane={pane} />
    </FluentProvider>,
  );
  return { said, forgotten };
}
const press = async (name: string): Promise<void> => user.click(screen.queryByLabelText(name) ?? (await screen.findByText(name)));

it('reports rows read, left out and joined, the listing against the postings, and each level with its match rate', () => {
  open({ scan });
  const text = document.body.textContent;
  expect(text).toContain('Transactions: 1,512 rows read, 2 left out');
  expect(text).toContain('Left out, a total: 2 rows');
  expect(text).toContain('99.4 % of the rows find their account');
  expect(text).toContain('$1,000.00');
  expect(text).toContain('$49.50');
  expect(text).toContain('212 of 214 listed balances equal the sum of their postings; 1 account');
  expect(text).toContain('214 keys; 99.9 % of the postings find theirs in the list.');
  expect(text).toContain('Patient: 180 keys; no list to compare with. Netting here hides overpaid visits.');
  expect(text).toContain('2 problems, each with what to do');
});

it('lists the problems of the policy rows with the others', () => {
  open({ scan }, ProblemsScreen);
  expect(screen.getByText('The amount is negative.')).toBeTruthy();
  expect(screen.getByText(/12\.\.5/)).toBeTruthy();
});

it('shows what the workbook remembers, and forgets it on request', async () => {
  const { forgotten } = open();
  expect(screen.getByText('Remembered in this workbook')).toBeTruthy();
  await press('Forget: a type on Ledger');
  expect(forgotten).toEqual([['type:Ledger:#00112233aabbccdd']]);
});

it('previews the values of each column that could be read instead, and reads a column nobody understood', async () => {
  const { said } = open();
  await press('2 columns read');
  await user.click(screen.getByLabelText('Change: Amount'));
  expect(screen.getByText('Values: 3 · 1')).toBeTruthy();
  await user.click(screen.getByLabelText('Read Amount from'));
  await user.click(await screen.findByText('100.00 · -70.00'));
  expect(said).toEqual([{ type: 'correct', key: 'column:Ledger:amount', value: 'Amount Q' }]);
  await user.click(screen.getByLabelText('Change: Amount Q'));
  await user.click(screen.getByLabelText('Read Amount Q from'));
  await user.click(await screen.findByText('Balance'));
  expect(said.at(-1)).toEqual({ type: 'correct', key: 'column:Ledger:balance', value: 'Amount Q' });
});

it('saves the reading as text to copy, and lays such a text onto the workbook', async () => {
  const { said } = open();
  await press('More');
  await user.click(await screen.findByText(/^Save this reading/));
  const box = await screen.findByDisplayValue<HTMLTextAreaElement>(/credit-balance-review/, {}, { timeout: 5000 });
  const profile = JSON.parse(box.value) as { sheets: { columns: Record<string, string>; choices: unknown }[] };
  expect(profile.sheets[0]?.columns).toEqual({ account: 'Acct #', amount: 'Amount' });
  await press('Copy');
  expect(await screen.findByText('Copied.')).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe(box.value);
  profile.sheets[0]!.columns['amount'] = 'Amount Q';
  await press('More');
  await user.click(await screen.findByText(/^Use a profile/));
  await user.click(await screen.findByLabelText('Profile to use'));
  await user.paste('{');
  await press('Use it');
  expect(await screen.findByText('This is not JSON, so it is no profile.')).toBeTruthy();
  await user.clear(screen.getByLabelText('Profile to use'));
  await user.click(screen.getByLabelText('Profile to use'));
  await user.paste(JSON.stringify(profile));
  await press('Use it');
  expect(await screen.findByText('It fits Ledger: 2 changes.')).toBeTruthy();
  expect(said).toEqual([{ type: 'profile', corrections: { 'column:Ledger:amount': 'Amount Q', 'type:Ledger:#00112233aabbccdd': 'Contractual' }, grain: null }]);
});

it('keeps corrections of a profile beside the others, and drops those that were forgotten', () => {
  const first = { ...firstState(NO_DAY), scan, corrections: { a: '1', b: '2' } };
  const laid = next(first, { type: 'profile', corrections: { b: '3', c: '4' }, grain: 'claim' });
  expect([laid.corrections, laid.grain, laid.outdated]).toEqual([{ a: '1', b: '3', c: '4' }, 'claim', true]);
  const forgot = next(laid, { type: 'forgot', keys: ['b'] });
  expect([forgot.corrections, forgot.job, forgot.outdated]).toEqual([{ a: '1', c: '4' }, null, true]);
  expect(forgot.corrections).not.toBe(laid.corrections);
});
