/**
 * @jest-environment jsdom
 *
 * *Add a file* and *Scope* in the pane, each part on its own.
 */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { JSX } from 'react';
import type { Scope } from '../../src/app/scope';
import { cents } from '../../src/core/money';
import { addAll } from '../../src/taskpane/adding';
import { firstState, next } from '../../src/taskpane/paneState';
import { AddFile } from '../../src/taskpane/parts/AddFile';
import { ScopeBar } from '../../src/taskpane/parts/Scope';
import { dayOf, NO_DAY } from '../../src/core/day';
import { fakeSession, plan, reviewOf, scanOf } from './fakeSession';

configure({ defaultHidden: true });
afterEach(cleanup);
const show = (part: JSX.Element): void => void render(<FluentProvider theme={webLightTheme}>{part}</FluentProvider>);
const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));
/** A file as the browser hands it over; this DOM's own cannot be read. */
const file = (name: string): File => Object.assign(new File(['1'], name), { arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) });
const still = new AbortController().signal;

describe('AddFile', () => {
  it('hands over what is chosen or dropped', () => {
    const taken: string[] = [];
    show(<AddFile disabled={false} onFiles={(files) => taken.push(...files.map(({ name }) => name))} />);
    fireEvent.change(screen.getByLabelText('File to add'), { target: { files: [file('a.csv')] } });
    fireEvent.drop(screen.getByText(/Drop the other one here/), { dataTransfer: { files: [file('b.835'), file('c.xlsx')] } });
    expect(taken).toEqual(['a.csv', 'b.835', 'c.xlsx']);
  });

  it('takes nothing where no sheet can be added', () => {
    const taken: unknown[] = [];
    show(<AddFile disabled onFiles={(files) => taken.push(files)} />);
    fireEvent.drop(screen.getByText(/No sheet can be added/), { dataTransfer: { files: [file('b.csv')] } });
    expect(taken).toEqual([]);
  });
});

describe('what came of the files', () => {
  it('is said in one notice, with what to do', async () => {
    const refused = { code: 'file-macros', message: 'It has macros.', remedy: 'Move the sheets.' };
    const session = fakeSession({
      addFile: ({ name }) =>
        Promise.resolve(name === 'a.csv' ? { sheets: [{ sheet: 'a', rows: 12 }], problems: [], refused: null } : { sheets: [], problems: [], refused }),
    });
    expect(await addAll(session, [file('a.csv'), file('b.xlsm')], () => undefined, still)).toEqual({
      intent: 'warning',
      title: '1 sheet added',
      text: 'a (12 rows). Check below how I read it. b.xlsm: It has macros. Move the sheets.',
    });
    expect((await addAll(session, [file('b.xlsm')], () => undefined, still)).title).toBe('Nothing was added');
  });

  it('puts a refusal of the sheets as they were away, and calls results old', () => {
    const look = { plan, readOnly: false, structureProtected: false, own: [] };
    const notice = { intent: 'success', title: '1 sheet added', text: '' } as const;
    const first = firstState(dayOf(2026, 11, 30) ?? NO_DAY);
    expect(next({ ...first, scan: { ...scanOf(1), review: null } }, { type: 'added', look, notice })).toMatchObject({ scan: null, outdated: false });
    expect(next({ ...first, scan: scanOf(1) }, { type: 'added', look, notice })).toMatchObject({ outdated: true, screen: 'read', notice });
  });
});

describe('ScopeBar', () => {
  const listed: (Scope | null)[] = [];
  const pane = { list: (scope: Scope | null) => void listed.push(scope), selectedRows: () => Promise.resolve([{ sheet: 'Accounts', from: 5, to: 7 }]) };
  const review = { ...reviewOf(3), scopeChoices: { facilities: ['North', 'South'], payers: [] } };
  beforeEach(() => void listed.splice(0));

  it('lists some of the credits by rows and date', async () => {
    show(<ScopeBar review={review} scope={null} pane={pane} />);
    press('List only some of these …');
    expect(screen.getByRole('button', { name: 'List these' })).toHaveProperty('disabled', true);
    press('Take the selected rows');
    await waitFor(() => screen.getByText(/3 on Accounts/));
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '2026-01-05' } });
    press('List these');
    expect(listed).toEqual([{ rows: [{ sheet: 'Accounts', from: 5, to: 7 }], dates: { of: 'service', from: dayOf(2026, 1, 5), to: NO_DAY } }]);
  });

  it('says what is left out, and lists all again', () => {
    const scope = { what: 'facility North', leftOut: { accounts: 2, credit: cents(4_500) }, credits: [] };
    show(<ScopeBar review={{ ...review, scope }} scope={{ facilities: ['North'] }} pane={pane} />);
    expect(screen.getByText(/Only facility North. Left out: 2 accounts, \$45.00./)).toBeTruthy();
    press('List all');
    expect(listed).toEqual([null]);
  });
});
