/**
 * @jest-environment jsdom
 *
 * *How sure is this?* on a hand-made session: one click from Results, progress and Cancel, a table a screen reader can read, and keyboard alone.
 */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Session } from '../../src/app/session';
import { dayOf, NO_DAY } from '../../src/core/day';
import { Pane } from '../../src/taskpane/Pane';
import { fakeSession, scanOf, selfTested } from './fakeSession';

class NoResizes {
  observe(): void {
    return;
  }
  unobserve(): void {
    return;
  }
  disconnect(): void {
    return;
  }
}
Object.assign(globalThis, { ResizeObserver: NoResizes });
Element.prototype.scrollTo = () => undefined;
Object.defineProperties(Element.prototype, { clientHeight: { value: 640 }, clientWidth: { value: 320 } });
configure({ defaultHidden: true, asyncUtilTimeout: 5_000 });
beforeEach(() => void Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false }));
afterEach(cleanup);

async function results(patch: Partial<Session> = {}): Promise<ReturnType<typeof userEvent.setup>> {
  const user = userEvent.setup();
  const session = fakeSession({ scan: () => Promise.resolve(scanOf(9)), ...patch });
  render(
    <FluentProvider theme={webLightTheme}>
      <Pane makeSession={() => session} today={dayOf(2026, 11, 30) ?? NO_DAY} />
    </FluentProvider>,
  );
  await user.click(await screen.findByRole('button', { name: 'Find credits' }));
  await screen.findByRole('heading', { level: 1, name: 'Results' });
  return user;
}
const ask = (): Promise<HTMLElement> => screen.findByRole('button', { name: 'How sure is this?' });

it('is one click, says figures a kind, what column would help and which accounts, and is kept until the next review', async () => {
  const asked: unknown[] = [];
  const seeds: Partial<Session> = { selfTest: (_scan, { seed = 0 }) => Promise.resolve({ ...selfTested, seed: (asked.push(seed), seed) }) };
  const user = await results(seeds);
  (await ask()).focus();
  await user.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'How sure is this?' });
  // 20 + 11 of 40 planted; 63.00 would go wrong.
  await screen.findByText('31 of 40');
  expect(screen.getByText(/\$63\.00 would have been refunded wrongly, and no look-alike was taken for a credit/)).toBeTruthy();
  const table = within(screen.getByRole('table', { name: 'Known credits' }));
  expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['Planted on your accounts', 'Found']);
  expect(table.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
    'Payer paid twice, on two checks',
    'Two digits of a payment exchanged',
  ]);
  expect(table.getByText('11 of 20')).toBeTruthy();
  expect(
    table.getByText(/11 found, with a question; 4 left to you, no cause named; 5 called something else; \$63\.00 would be refunded wrongly\./),
  ).toBeTruthy();
  expect(table.getByText(/sure in 20 of 20/).textContent).toBe('With Paid amount of the remittance: sure in 20 of 20.');
  expect(table.getByText(/^A-10077: Patient overpaid/)).toBeTruthy();
  expect(within(screen.getByRole('table', { name: 'Look-alikes' })).getByText('20 of 20')).toBeTruthy();
  expect(screen.getByText(/Interest posted as a payment\. No row of your sheets is interest\./)).toBeTruthy();
  expect(screen.getByRole('status', { name: '' }).textContent).toBe('2 kinds of credit tested');

  await user.click(screen.getByRole('button', { name: 'Test on other accounts' }));
  await screen.findByText('On 140 settled accounts, seed 2');
  await user.click(screen.getByRole('button', { name: 'Back to results' }));
  await user.click(await ask());
  await screen.findByText('31 of 40');
  expect(asked).toEqual([1, 2]);
});

it('shows how far it is, and Cancel leaves the results as they were', async () => {
  let stopped = false;
  const user = await results({
    selfTest: (_scan, _options, onProgress, signal) => {
      onProgress({ stage: 'reviewing', done: 40, total: 100, message: 'Testing on a copy of your accounts: 40 %' });
      signal.addEventListener('abort', () => (stopped = true));
      return new Promise(() => undefined);
    },
  });
  await user.click(await ask());
  const bar = await screen.findByRole('progressbar', { name: 'Testing on a copy of your accounts: 40 %' });
  expect([bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuemax')]).toEqual(['40', '100']);
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(await screen.findByText('The test was left off. Results and workbook are as they were.')).toBeTruthy();
  expect(stopped).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Back to results' }));
  expect(await screen.findByText(/in credit on/)).toBeTruthy();
});
