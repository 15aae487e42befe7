/**
 * @jest-environment jsdom
 *
 * *Try other values* on a hand-made session: what a value would change, what fits the decisions, and that nothing is applied by itself.
 */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Session } from '../../src/app/session';
import { dayOf, NO_DAY } from '../../src/core/day';
import { Pane } from '../../src/taskpane/Pane';
import { fakeSession, scanOf } from './fakeSession';

Object.assign(globalThis, {
  ResizeObserver: class {
    observe(): void {
      return;
    }
    unobserve(): void {
      return;
    }
    disconnect(): void {
      return;
    }
  },
});
Element.prototype.scrollTo = () => undefined;
Object.defineProperties(Element.prototype, { clientHeight: { value: 640 }, clientWidth: { value: 320 } });
configure({ defaultHidden: true, asyncUtilTimeout: 5_000 });
beforeEach(() => void Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false }));
afterEach(cleanup);

it('shows what a value would change, suggests one, and applies only when asked', async () => {
  const user = userEvent.setup();
  const tried: string[] = [];
  const set: unknown[] = [];
  const base = fakeSession();
  const session: Session = {
    ...base,
    look: async (options) => ({ ...(await base.look(options)), own: [{ role: 'policy', sheet: 'Credit policy', rows: 40 }] }),
    scan: () => Promise.resolve(scanOf(9)),
    tryPolicy: async (scan, id, value, waiting) => {
      tried.push(`${id} ${value}`);
      return await base.tryPolicy(scan, id, value, waiting);
    },
    setPolicy: (values) => Promise.resolve(void set.push(values)),
  };
  render(
    <FluentProvider theme={webLightTheme}>
      <Pane makeSession={() => session} today={dayOf(2026, 11, 30) ?? NO_DAY} />
    </FluentProvider>,
  );
  await user.click(await screen.findByRole('button', { name: 'Find credits' }));
  await screen.findByRole('heading', { level: 1, name: 'Results' });
  await user.click(screen.getByRole('button', { name: /^Back/ }));
  await user.click(await screen.findByRole('button', { name: /^More/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Settings' }));
  await user.click(await screen.findByRole('button', { name: 'Try other values' }));
  const value = await screen.findByRole('textbox', { name: 'Value to try' });
  await user.clear(value);
  await user.type(value, '30');
  await screen.findByText('1 credit would change.');
  expect(tried.at(-1)).toBe('P-dup_window_days 30');
  expect(screen.getByText('To refund: $55.00 instead of $100.00.').tagName).not.toBe('');
  expect(screen.getByText('A-10001, $45.00: true overpayment → needs review').tagName).toBe('LI');
  expect(screen.getByText('Agrees with 6 of 9 decisions.').tagName).not.toBe('');
  expect(set).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Which value fits our decisions best?' }));
  await screen.findByText(/30 calendar_days would have agreed with 8 of 9 decisions/);
  expect(set).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Apply to the policy' }));
  await screen.findByText('The policy is changed');
  expect(set).toEqual([{ 'P-dup_window_days': '30' }]);
});
