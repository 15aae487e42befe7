/** The pane on a hand-made session, to look at each screen without a workbook: harness.html?state=… (webpack --env harness). */
import { createRoot } from 'react-dom/client';
import { dayOf, NO_DAY } from '../../src/core/day';
import { Pane } from '../../src/taskpane/Pane';
import { Themed } from '../../src/taskpane/Themed';
import type { Session } from '../../src/app/session';
import { fakeSession, plan, scanOf } from './fakeSession';

const parameters = new URLSearchParams(location.search);
const refusedPlan = {
  ...plan,
  refused: {
    code: 'no-money',
    message: 'No sheet has a column of amounts.',
    remedy: 'Add a heading such as Balance or Amount over the column of money, then read again.',
  },
};
const emptyPlan = {
  sheets: [],
  refused: { code: 'empty-workbook', message: 'There is nothing on its sheets.', remedy: 'Open an export of your accounts and transactions.' },
};
const hostFailure = Object.assign(new Error('The sheet Accounts is protected.'), {
  name: 'HostFailure',
  code: 'AccessDenied',
  remedy: 'Unprotect it under Review, then try again.',
});
const forever = (): Promise<never> => new Promise(() => undefined);

const STATES: Readonly<Record<string, Partial<Session>>> = {
  refused: { look: () => Promise.resolve({ plan: refusedPlan, readOnly: false, structureProtected: false, own: [] }) },
  empty: { look: () => Promise.resolve({ plan: emptyPlan, readOnly: false, structureProtected: false, own: [] }) },
  readonly: { look: () => Promise.resolve({ plan, readOnly: true, structureProtected: false, own: [] }) },
  failure: { look: () => Promise.reject(hostFailure) },
  none: { scan: () => Promise.resolve(scanOf(0)) },
  waiting: {
    scan: (_options, onProgress) => {
      onProgress({ stage: 'waiting', done: 0, total: 0, message: 'Excel is waiting for you to finish editing a cell' });
      return forever();
    },
  },
};

const root = document.getElementById('root');
if (!root) throw new Error('no root');
const session = fakeSession(STATES[parameters.get('state') ?? ''] ?? {}, Number(parameters.get('step') ?? 0), Number(parameters.get('credits') ?? 57));
createRoot(root).render(
  <Themed officeBackground="">
    <Pane makeSession={() => session} today={dayOf(2026, 11, 30) ?? NO_DAY} onSample={() => undefined} />
  </Themed>,
);
