/**
 * @jest-environment jsdom
 *
 * The pane's screens and states on a hand-made session; the same with a real workbook is in test/browser.
 */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Session } from '../../src/app/session';
import { dayOf, NO_DAY } from '../../src/core/day';
import { Pane } from '../../src/taskpane/Pane';
import { fakeSession, plan, scanOf } from './fakeSession';

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

// Roles are computed slowly here; whether they can be seen is for the browser tests.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
const user = userEvent.setup();
// The pane works on by itself between our steps, as it does for a person; the library's own waiting suffices.
beforeEach(() => void Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false }));
afterEach(cleanup);

function open(patch: Partial<Session> = {}, onSample?: () => void): void {
  const session = fakeSession(patch);
  render(
    <FluentProvider theme={webLightTheme}>
      <Pane makeSession={() => session} today={dayOf(2026, 11, 30) ?? NO_DAY} onSample={onSample} />
    </FluentProvider>,
  );
}
const press = async (name: string | RegExp): Promise<void> => user.click(await screen.findByRole('button', { name }));
const heading = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name });
const failing = (code: string, message: string, remedy: string) => () =>
  Promise.reject(Object.assign(new Error(message), { name: 'HostFailure', code, remedy }));

describe('the way through the pane', () => {
  it('says what it read, finds, and lists as many accounts as it counts', async () => {
    open();
    expect(await screen.findByRole('region', { name: 'Sheet Accounts' })).toBeTruthy();
    await press('Find credits');
    await heading('Results');
    expect(screen.getByText('57 accounts')).toBeTruthy();
    expect((await screen.findAllByRole('listitem'))[0]?.getAttribute('aria-setsize')).toBe('57');
    await press(/^Posting error/);
    const shown = Number((await screen.findAllByRole('listitem'))[0]?.getAttribute('aria-setsize'));
    expect(screen.getByText(new RegExp(`^${shown} accounts of 57: Posting error$`))).toBeTruthy();
  });

  it('comes back from a credit to the same filter, search and row', async () => {
    open();
    await press('Find credits');
    await press(/^Posting error/);
    await user.type(screen.getByRole('searchbox'), 'A-1000');
    await press(/^A-10006/);
    await heading('A-10006');
    await press('Back to the results');
    await heading('Results');
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('A-1000');
    expect(screen.getByRole('button', { name: /^Posting error/ }).getAttribute('aria-pressed')).toBe('true');
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^A-10006/));
    // Another filter begins the list anew, and leaves the keyboard where it is.
    await press(/^Posting error/);
    await waitFor(() => expect(screen.getByRole('button', { name: /^Posting error/ }).getAttribute('aria-pressed')).toBe('false'));
    await new Promise((done) => setTimeout(done, 60));
    expect(document.activeElement?.textContent).toMatch(/^Posting error/);
  });

  it('tells the story with its turning row in words, and shows the rows of a finding', async () => {
    const shown: unknown[] = [];
    open({ showInSheet: (rows) => Promise.resolve(void shown.push(rows)) });
    await press('Find credits');
    await press(/^A-10000/);
    const turned = (await screen.findByText('Turned to credit here')).closest('tr');
    expect(turned && within(turned).getByText(/check 90377/)).toBeTruthy();
    await press('Show in sheet');
    expect(shown).toEqual([
      [
        { sheet: 'Transactions', row: 44 },
        { sheet: 'Transactions', row: 51 },
      ],
    ]);
  });

  it('previews before it writes, and hands over the name', async () => {
    const names: string[] = [];
    const base = fakeSession();
    open({
      publish: (scan, name, onProgress, signal) => {
        names.push(name);
        return base.publish(scan, name, onProgress, signal);
      },
    });
    await press('Find credits');
    await press('Write sheets');
    await heading('Write sheets');
    expect(names).toEqual([]);
    await user.type(screen.getByLabelText('Your name, for the log'), 'Dana');
    await press('Write 3 sheets');
    await heading('Sheets written');
    expect(screen.getByRole('button', { name: 'Open Credits' })).toBeTruthy();
    expect(names).toEqual(['Dana']);
  });

  it('reads again with a correction and says that the results are older', async () => {
    const seen: unknown[] = [];
    const base = fakeSession();
    open({
      look: (options) => {
        seen.push(options.corrections);
        return base.look(options);
      },
    });
    await press('Find credits');
    await press('Back to what I read');
    await press('Change: Payments (PMT) lower the balance when they are');
    await user.click(screen.getByRole('combobox', { name: /^Payments/ }));
    await user.click(await screen.findByRole('option', { name: 'positive' }));
    await screen.findByText('You changed how I read this');
    expect(seen).toEqual([{}, { 'sign:Transactions:PMT': 'positive' }]);
  });
});

describe('the tools beside the job', () => {
  const base = fakeSession();
  const more = async (item: string): Promise<void> => {
    await press('More');
    await user.click(await screen.findByRole('menuitem', { name: item }));
  };
  const ours = { plan, readOnly: false, structureProtected: false, own: [{ role: 'policy', sheet: 'Credit policy', rows: 40 }] } as const;

  it('changes the policy only after it showed what it was, and says that credits must be found again', async () => {
    const set: unknown[] = [];
    open({ look: () => Promise.resolve(ours), setPolicy: (values) => Promise.resolve(void set.push(values)) });
    await press('Find credits');
    await press('Back to what I read');
    await more('Settings');
    const small = await screen.findByLabelText('A patient credit is small below');
    await user.clear(small);
    await user.type(small, '7.5.0');
    expect(screen.getByText('An amount such as 5.00')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Change the policy' })).toBeNull();
    await user.clear(small);
    await user.type(small, '7.50');
    expect(screen.getByText('Small patient credit: $7.50, was $5.00')).toBeTruthy();
    expect(set).toEqual([]);
    await press('Change the policy');
    expect(await screen.findByText('The policy is changed')).toBeTruthy();
    expect(set).toEqual([{ 'SB-patient': '750' }]);
    await press('Done');
    expect(await screen.findByText('You changed how I read this')).toBeTruthy();
  });

  it('says why the policy cannot be set before its sheet is there', async () => {
    open({ look: () => Promise.resolve({ ...ours, own: [] }) });
    await more('Settings');
    expect(await screen.findByText(/The policy sheet is made with the first Write sheets/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('A patient credit is small below').disabled).toBe(true);
  });

  async function write(patch: Partial<Session>): Promise<void> {
    const roles = ['credits', 'refundFile', 'log'] as const;
    const sheets = roles.map((role) => ({ role, sheet: role === 'log' ? 'Credit log' : role, rows: 2, appended: 0 }));
    open({ publish: () => Promise.resolve({ sheets }), ...patch });
    await press('Find credits');
    await press('Write sheets');
    await press(/^Write 3 sheets/);
    await heading('Sheets written');
  }

  it('copies the refund file, or says that it is empty, or how else when the clipboard is closed', async () => {
    const csv = '"Reference","Amount"\r\n"R-1","480.00"\r\n';
    const answers = [csv, '', csv];
    await write({ refundFileCsv: () => Promise.resolve(answers.shift() ?? '') });
    await press('Copy refund file');
    expect(await screen.findByText('Refund file copied')).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe(csv);
    await press('Copy refund file');
    expect(await screen.findByText('The refund file is empty')).toBeTruthy();
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new DOMException('', 'NotAllowedError'));
    await press('Copy refund file');
    expect(await screen.findByText('This Excel does not let the pane copy')).toBeTruthy();
  });

  it('says whether the log is whole, and else where it is not', async () => {
    const fault = (message: string) => ({ line: 2, kind: 'changed' as const, message });
    const answers = [[], [fault('Line 2 was changed.'), fault('The last lines were taken out.')]];
    await write({ verifyLog: () => Promise.resolve(answers.shift() ?? []) });
    await press('Verify log');
    expect(await screen.findByText('The log is whole')).toBeTruthy();
    await press('Verify log');
    expect(await screen.findByText('The log is not whole: 2 faults')).toBeTruthy();
    expect(screen.getAllByText(/Line 2 was changed\. The last lines were taken out\./).length).toBeGreaterThan(0);
  });

  it('lists another level among what was changed at once', async () => {
    const levels: unknown[] = [];
    open({
      look: (options) => {
        levels.push(options.grain ?? null);
        const corrections = options.grain ? [{ key: 'grain', value: options.grain, from: 'person' as const }] : [];
        return base.look(options).then((look) => ({ ...look, corrections }));
      },
    });
    await press('Find credits');
    await press('Back to what I read');
    await user.click(screen.getByRole('combobox', { name: 'One credit for each' }));
    await user.click(await screen.findByRole('option', { name: /^Patient/ }));
    expect(await screen.findByRole('button', { name: 'Forget: Level of the balances' })).toBeTruthy();
    expect(levels).toEqual([null, 'patient']);
  });
});

describe('the states of the pane', () => {
  it('stops a review at once, and says that nothing changed', async () => {
    open({ scan: () => new Promise(() => undefined) });
    await press('Find credits');
    await press('Cancel');
    expect(await screen.findByText('Stopped')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Find credits' }).disabled).toBe(false);
  });

  it('puts earlier results away when a second review is stopped, because nothing could explain them any more', async () => {
    const base = fakeSession();
    let scans = 0;
    open({ scan: (options, onProgress, signal) => ((scans += 1) === 1 ? base.scan(options, onProgress, signal) : new Promise(() => undefined)) });
    await press('Find credits');
    await press('Back to what I read');
    await press('Find credits again');
    await press('Cancel');
    expect((await screen.findAllByText(/earlier results are put away/)).length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: 'Back to the results' })).toBeNull();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Find credits again' }).disabled).toBe(false);
  });

  it('puts earlier results away when a second review fails, and says so beside the reason', async () => {
    const base = fakeSession();
    let scans = 0;
    const fail = failing('Timeout', 'Excel did not answer.', 'Try again.');
    open({ scan: (options, onProgress, signal) => ((scans += 1) === 1 ? base.scan(options, onProgress, signal) : fail()) });
    await press('Find credits');
    await press('Back to what I read');
    await press('Find credits again');
    expect(await screen.findByText(/Excel did not answer\. Try again\. The earlier results are put away/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Back to the results' })).toBeNull();
  });

  it('asks to leave the cell while Excel waits for an edit to end', async () => {
    open({
      scan: (_options, onProgress) => {
        onProgress({ stage: 'waiting', done: 0, total: 0, message: 'Waiting' });
        return new Promise(() => undefined);
      },
    });
    await press('Find credits');
    expect(await screen.findByText(/Press Enter or Esc/)).toBeTruthy();
  });

  it('gives reason and remedy where a workbook cannot be reviewed', async () => {
    const refused = { code: 'no-money', message: 'No sheet has a column of amounts.', remedy: 'Add a heading over the column of money.' };
    open({ look: () => Promise.resolve({ plan: { ...plan, refused }, readOnly: false, structureProtected: false, own: [] }) });
    expect(await screen.findByText(`${refused.message} ${refused.remedy}`)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Find credits' })).toBeNull();
  });

  it('offers the sample in an empty workbook, where there is one', async () => {
    let asked = 0;
    const refused = { code: 'empty-workbook', message: 'There is nothing on its sheets.', remedy: 'Open an export.' };
    open({ look: () => Promise.resolve({ plan: { sheets: [], refused }, readOnly: false, structureProtected: false, own: [] }) }, () => (asked += 1));
    await press('Try the sample');
    expect(asked).toBe(1);
  });

  it('says how sure it is when nothing is found', async () => {
    open({ scan: () => Promise.resolve(scanOf(0)) });
    await press('Find credits');
    expect(await screen.findByText('No credit balances')).toBeTruthy();
    expect(screen.getByText(/214 accounts and 1,512 transactions/)).toBeTruthy();
  });

  it('repeats what Excel refused, with the way out and the code', async () => {
    open({ highlight: failing('AccessDenied', 'The sheet Accounts is protected.', 'Unprotect it, then try again.') });
    await press('Find credits');
    await press('Highlight');
    expect(await screen.findByText(/The sheet Accounts is protected\. Unprotect it, then try again\..*AccessDenied/)).toBeTruthy();
  });

  it('does not colour by old figures', async () => {
    let coloured = false;
    const base = fakeSession();
    open({
      unchanged: () => Promise.resolve(false),
      highlight: (...given) => {
        coloured = true;
        return base.highlight(...given);
      },
    });
    await press('Find credits');
    await press('Highlight');
    expect(await screen.findByText('The workbook changed since it was read')).toBeTruthy();
    expect(coloured).toBe(false);
  });

  it('does not show the words of a bug, which could hold cell text', async () => {
    open({ look: () => Promise.reject(new RangeError('cents of Maria Delgado')) });
    expect(await screen.findByText(/RangeError/)).toBeTruthy();
    expect(screen.queryByText(/Maria/)).toBeNull();
  });
});
