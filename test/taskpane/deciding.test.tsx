/**
 * @jest-environment jsdom
 *
 * Decisions in the pane on a hand-made session; that they reach the sheet is in test/app/decisions.test.ts and test/browser.
 */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { Decision, Decisions } from '../../src/app/decisions';
import type { Session } from '../../src/app/session';
import { dayOf, NO_DAY } from '../../src/core/day';
import { Pane } from '../../src/taskpane/Pane';
import { fakeSession, scanOf } from './fakeSession';

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
// Nothing is laid out here: the list is told a height, else it would draw no row.
Object.defineProperties(Element.prototype, { clientHeight: { value: 640 }, clientWidth: { value: 320 } });
configure({ defaultHidden: true, asyncUtilTimeout: 5_000 });
beforeEach(() => void Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false }));
afterEach(() => {
  cleanup();
  localStorage.clear();
  location.hash = '';
});

/** A Credits sheet in memory: what was decided, by id; null before its first write. */
class Sheet {
  readonly rows = new Map<string, Decision>();
  readonly asked: (readonly Decision[])[] = [];
  constructor(private stands = true) {}
  stand(): void {
    this.stands = true;
  }
  readonly session = (): Partial<Session> => ({
    decisions: () =>
      Promise.resolve<Decisions>({
        sheet: this.stands ? 'Credits' : null,
        decisions: this.stands ? [...this.rows.values()].map((row) => ({ ...row, setAsideAt: null })) : [],
        cleared: [],
      }),
    decide: (_scan, decisions) => {
      this.asked.push(decisions);
      if (!this.stands) return Promise.resolve({ written: [], waiting: decisions });
      for (const each of decisions) this.rows.set(each.id, { ...this.rows.get(each.id), ...each });
      return Promise.resolve({ written: decisions.map(({ id }) => id), waiting: [] });
    },
  });
}

function open(patch: Partial<Session> = {}): void {
  const session = fakeSession({ scan: () => Promise.resolve(scanOf(9)), ...patch });
  render(
    <FluentProvider theme={webLightTheme}>
      <Pane makeSession={() => session} today={dayOf(2026, 11, 30) ?? NO_DAY} />
    </FluentProvider>,
  );
}
const fits = (text: string, name: string | RegExp): boolean => (typeof name === 'string' ? text === name : name.test(text));
/** By label or text, read straight from the page: roles are computed slowly here. */
const find = (selector: string, name: string | RegExp): HTMLButtonElement | undefined =>
  [...document.querySelectorAll<HTMLButtonElement>(selector)].find((each) => fits(each.getAttribute('aria-label') ?? each.textContent.trim(), name));
const seen = (selector: string, name: string | RegExp): Promise<HTMLButtonElement> =>
  waitFor(() => {
    const found = find(selector, name);
    if (!found) throw new Error(`no ${selector} ${String(name)}`);
    return found;
  });
const heading = (name: string): Promise<HTMLElement> => seen('h1', name);
/** Presses a button once it may be pressed. */
const press = async (name: string | RegExp, selector = 'button'): Promise<void> => {
  await waitFor(() => expect(find(selector, name)?.disabled ?? selector === 'button').toBe(false));
  fireEvent.click(await seen(selector, name));
};
async function openCredit(account: string): Promise<void> {
  await press('Find credits');
  await press(new RegExp(`^${account}`));
  await heading(account);
}

it('writes a decision with its amount, shows it, and takes it back', async () => {
  const sheet = new Sheet();
  open(sheet.session());
  await openCredit('A-10000');
  await press('Agree: refund the payer, $480.00');
  await screen.findByText('Agree $480.00, In review');
  expect(sheet.asked).toEqual([[{ id: 'A-10000/1', decision: 'Agree', amount: 48_000, status: 'In review' }]]);
  await press('Undo Agree $480.00');
  await waitFor(() => expect(sheet.rows.get('A-10000/1')).toMatchObject({ decision: '', amount: null, status: '' }));
  expect(screen.queryByText('Agree $480.00, In review')).toBeNull();
  expect(find('button', /^Undo/) ?? null).toBeNull();
});

it('keeps a decision on show when a reading of the sheet that began before it comes in late', async () => {
  const sheet = new Sheet();
  const session = sheet.session();
  let arrive = (): void => undefined;
  const late = new Promise<void>((resolve) => (arrive = resolve));
  const reading = jest.fn(async () => {
    const old = await session.decisions!(scanOf(9));
    await late;
    return old;
  });
  open({ ...session, decisions: reading });
  await openCredit('A-10000');
  await waitFor(() => expect(reading).toHaveBeenCalled());
  await press('Hold');
  await screen.findByText('Hold $480.00, Waiting');
  arrive();
  await waitFor(() => expect(sheet.rows.get('A-10000/1')?.decision).toBe('Hold'));
  await waitFor(() => expect(screen.queryByText('Saving …')).toBeNull());
  expect(screen.queryByText('Hold $480.00, Waiting')).not.toBeNull();
});

it('offers Dispute where the payer asks too late, and nowhere else', async () => {
  const sheet = new Sheet();
  const scan = scanOf(9);
  const [first, ...rest] = scan.review?.credits ?? [];
  const late = { id: 'V17', result: 'fail', severity: 'warn', message: 'It could ask until June 22, 2025.', clears: '' } as const;
  open({ ...sheet.session(), scan: () => Promise.resolve({ ...scan, review: { ...scan.review!, credits: [{ ...first!, checks: [late] }, ...rest] } }) });
  await openCredit('A-10000');
  await press('Dispute');
  await waitFor(() => expect(sheet.rows.get('A-10000/1')).toMatchObject({ decision: 'Dispute', amount: 48_000, status: 'In review' }));
  await press('Next account');
  await waitFor(() => expect(find('h1', 'A-10000')).toBeUndefined());
  expect(find('button', 'Hold')).toBeDefined();
  expect(find('button', 'Dispute')).toBeUndefined();
});

it('does not take back what someone changed in the sheet since', async () => {
  const sheet = new Sheet();
  open(sheet.session());
  await openCredit('A-10000');
  await press('Hold');
  await waitFor(() => expect(sheet.rows.get('A-10000/1')?.decision).toBe('Hold'));
  sheet.rows.set('A-10000/1', { id: 'A-10000/1', decision: 'Refund', amount: null, status: 'Approved' });
  await press(/^Undo/);
  await screen.findByText('Not undone');
  expect(sheet.rows.get('A-10000/1')?.decision).toBe('Refund');
});

it('puts the decision back and says why when Excel refuses it', async () => {
  const refused = Object.assign(new Error('A filter is on in our table.'), { name: 'HostFailure', code: 'TableFiltered', remedy: 'Clear the filter.' });
  open({ ...new Sheet().session(), decide: () => Promise.reject(refused) });
  await openCredit('A-10000');
  await press('Hold');
  await screen.findByText(/A filter is on in our table\. Clear the filter\./);
  expect(find('button', 'Hold')?.getAttribute('aria-pressed')).toBe('false');
});

it('keeps decisions for the first write, and hands them over then', async () => {
  const sheet = new Sheet(false);
  const given: unknown[] = [];
  const base = fakeSession();
  open({
    ...sheet.session(),
    preview: (scan, options) => {
      given.push(options?.decisions);
      return base.preview(scan);
    },
  });
  await openCredit('A-10000');
  await press('Refund');
  await screen.findByText('Waits for the first write');
  await press('Back to the results');
  await press('Write sheets');
  await screen.findByText('1 decision made here go onto Credits with this write.');
  expect(given).toEqual([[{ id: 'A-10000/1', decision: 'Refund', amount: 48_000, status: 'In review' }]]);
});

it('sets aside only with a reason, and asks again when the amount changed', async () => {
  const sheet = new Sheet();
  sheet.rows.set('A-10003/1', { id: 'A-10003/1', decision: 'Not a credit', amount: 14_000 as never });
  open(sheet.session());
  await openCredit('A-10000');
  await press('Not a credit …');
  expect(find('button', 'Set aside')?.disabled).toBe(true);
  fireEvent.change(screen.getByLabelText('Not a credit, because'), { target: { value: 'gift card' } });
  await press('Set aside');
  await waitFor(() => expect(sheet.rows.get('A-10000/1')).toMatchObject({ decision: 'Not a credit', amount: 48_000, status: 'Closed', note: 'gift card' }));
  await press('Back to the results');
  await press(/^A-10003/);
  await screen.findByText('Decide again: it was $140.00');
});

it('clears a check with a reason on every row of the account', async () => {
  const sheet = new Sheet();
  open(sheet.session());
  await openCredit('A-10000');
  await press('Clear V07 …');
  fireEvent.change(screen.getByLabelText('Cleared because'), { target: { value: 'bank said 3/4' } });
  await press('Clear V07');
  await screen.findByText('Cleared: V07 bank said 3/4');
  expect(sheet.rows.get('A-10000/1')?.checksCleared).toBe('V07 bank said 3/4');
});

it('decides all that the filter shows, after a preview of how many and how much', async () => {
  const sheet = new Sheet();
  sheet.rows.set('A-10001/1', { id: 'A-10001/1', decision: 'Hold' });
  open(sheet.session());
  await press('Find credits');
  await press(/^Posting error/);
  await screen.findByText(/^2 accounts of 9: Posting error$/);
  await press(/^Decide these 2/);
  const preview = within(await seen('section', 'Preview'));
  // A-10001 and A-10006: 125.00 each; the first is decided already.
  expect(preview.getByText('2 credits, $250.00')).toBeTruthy();
  expect(sheet.asked).toEqual([]);
  await press('No change', '[role=combobox]');
  await press('Agree', '[role=option]');
  expect(await preview.findByText('1 credit, $125.00')).toBeTruthy();
  await press('Decide 1 credit');
  await heading('Results');
  expect(sheet.asked).toEqual([[{ id: 'A-10006/1', decision: 'Agree', amount: 12_500, status: 'In review' }]]);
});

it('has a worklist by name, due first, whose count is the number of its rows', async () => {
  const sheet = new Sheet();
  for (const id of ['A-10000/1', 'A-10003/1']) sheet.rows.set(id, { id, assignedTo: 'dana' });
  sheet.rows.set('A-10001/1', { id: 'A-10001/1', assignedTo: 'Dana', status: 'Closed' });
  open(sheet.session());
  await press('Find credits');
  await press('My worklist');
  fireEvent.change(screen.getByLabelText('Your name, as in Assigned to'), { target: { value: 'Dana' } });
  await press('Keep');
  await seen('button', 'My worklist 2');
  expect(screen.getByText('2 accounts of 9')).toBeTruthy();
  expect(find('[role=combobox]', 'Sort')?.textContent).toBe('Due first');
});

it('goes to the next and previous account by keyboard', async () => {
  open();
  await openCredit('A-10000');
  fireEvent.keyDown(document.body, { key: 'PageDown', altKey: true });
  await heading('A-10005');
  fireEvent.keyDown(document.body, { key: 'PageUp', altKey: true });
  await heading('A-10000');
  expect(find('button', 'Next account')?.title).toBe('Next account (Alt+Page Down)');
});

it('opens at the preview of the write from the ribbon', async () => {
  location.hash = '#write';
  open();
  await heading('Write sheets');
  expect(location.hash).toBe('');
});

it('checks the flagged accounts when the sheets changed, and then writes or names what changed', async () => {
  const refused = { code: 'SheetChanged', message: 'The sheets changed since they were read.', remedy: 'Press Find credits again.' };
  const base = fakeSession();
  let holds = false;
  open({
    preview: (scan) => (scan.fingerprint === 'held' ? base.preview(scan) : Promise.resolve({ sheets: [], problems: [], refused })),
    recheck: (scan) =>
      Promise.resolve(holds ? { held: { ...scan, fingerprint: 'held' }, changed: [], others: 3 } : { held: null, changed: ['A-10004'], others: 0 }),
  });
  await press('Find credits');
  await press('Write sheets');
  await press('Check the flagged accounts');
  await screen.findByText('1 flagged account changed');
  holds = true;
  await press('Check the flagged accounts');
  await screen.findByText('The flagged accounts are as they were');
  await seen('button', 'Write 3 sheets');
});

it('hides names everywhere, and tells dates in words', async () => {
  localStorage.setItem('credit-balance-review.masked', 'yes');
  const base = fakeSession();
  open({
    story: async (account) => ({ ...(await base.story(account)), sentence: 'In credit since 2026-04-04, paid by Maria Delgado-Fitzgerald.', postings: [] }),
  });
  await openCredit('A-10000');
  expect(await screen.findByText('In credit since Apr 4, 2026, paid by •••.')).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/Maria|Delgado|Fitzgerald/);
});

it('puts waiting decisions onto rows that another pane wrote, but never over somebody else’s', async () => {
  const sheet = new Sheet(false);
  open(sheet.session());
  await openCredit('A-10000');
  await press('Refund');
  await screen.findByText('Waits for the first write');
  await press('Back to the results');
  await press(/^A-10001/);
  await heading('A-10001');
  await press('Hold');
  await screen.findByText('Waits for the first write');
  sheet.rows.set('A-10000/1', { id: 'A-10000/1', decision: '', status: 'New' });
  sheet.rows.set('A-10001/1', { id: 'A-10001/1', decision: 'Correct', status: 'In review' });
  sheet.stand();
  await press('Back to the results');
  await waitFor(() => expect(sheet.rows.get('A-10000/1')).toMatchObject({ decision: 'Refund', amount: 48_000, status: 'In review' }));
  expect(sheet.rows.get('A-10001/1')).toMatchObject({ decision: 'Correct', status: 'In review' });
});
