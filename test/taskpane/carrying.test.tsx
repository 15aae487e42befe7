/**
 * @jest-environment jsdom
 *
 * *Carry over from a reviewed file* in the pane, each part on its own; what the file brings is in test/app/reviewedFile.test.ts.
 */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { dayOf, NO_DAY } from '../../src/core/day';
import { carried } from '../../src/taskpane/carrying';
import { firstState, next } from '../../src/taskpane/paneState';
import type { CarriedFile } from '../../src/taskpane/paneState';
import { CarriedOver } from '../../src/taskpane/parts/CarriedOver';
import { fakeSession, plan, scanOf } from './fakeSession';

configure({ defaultHidden: true });
afterEach(cleanup);
const JANUARY: CarriedFile = {
  name: 'January.xlsx',
  previous: new Map(),
  sheets: [
    { role: 'credits', sheet: 'Credits', rows: 1_200, typed: 37 },
    { role: 'refunds', sheet: 'Refunds', rows: 1, typed: 0 },
    { role: 'log', sheet: 'Credit log', rows: 0, typed: 0 },
  ],
};
const look = { plan, readOnly: false, structureProtected: false, own: [] };
const chosen = (name: string): File => Object.assign(new File(['1'], name), { arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) });
function shown(own: Parameters<typeof CarriedOver>[0]['look']['own'] = []): string {
  render(
    <FluentProvider theme={webLightTheme}>
      <CarriedOver file={JANUARY} look={{ ...look, own }} disabled={false} onLeaveOut={() => left.push('left out')} />
    </FluentProvider>,
  );
  return document.body.textContent;
}
const left: string[] = [];

it('says before anything is written what the file brings, and can be left out', () => {
  expect(shown()).toContain('Carried over from January.xlsx');
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Credits1,200 rows, 37 with words of a person', 'Refunds1 row']);
  fireEvent.click(screen.getByRole('button', { name: 'Leave it out' }));
  expect(left).toEqual(['left out']);
});

it('says what stands here already, and when that is all', () => {
  const credits = { role: 'credits', sheet: 'Credits', rows: 3 } as const;
  expect(shown([credits])).toContain('Already in this workbook, so it stays as it is: Credits.');
  cleanup();
  expect(shown([credits, { role: 'refunds', sheet: 'Refunds', rows: 1 }])).toContain('Nothing: this workbook has these sheets already');
});

it('a file is taken with its tables, or refused with what to do', async () => {
  const { name, ...found } = JANUARY;
  const session = fakeSession({
    readReviewed: (file) =>
      Promise.resolve(
        file.name === name ? { ...found, refused: null } : { ...found, refused: { code: 'x', message: 'No Credits.', remedy: 'Choose another.' } },
      ),
  });
  expect(await carried(session, chosen(name))).toEqual({ type: 'carried', file: JANUARY });
  expect(await carried(session, chosen('b.xlsx'))).toMatchObject({
    notice: { intent: 'warning', title: 'Nothing is carried over from b.xlsx', text: 'No Credits. Choose another.' },
  });
  const locked = Object.assign(chosen('c.xlsx'), { arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) });
  expect(await carried(session, locked)).toMatchObject({ notice: { text: expect.stringContaining('Close it in other programs') } });
});

it('a decision that is logged with its cells is not logged again by the next write; one that is not waits for it', () => {
  const wanted = [
    { id: 'a', note: 'x' },
    { id: 'b', note: 'y' },
  ];
  const made = new Map(wanted.map((decision) => [decision.id, decision]));
  const first = { ...firstState(dayOf(2026, 11, 30) ?? NO_DAY), made };
  const after = (told: Parameters<typeof next>[1] & { type: 'decided' }): string[] => [...next(first, told).made.keys()];
  expect(after({ type: 'decided', wanted, told: { written: ['a'], waiting: [wanted[1]!], logged: true } })).toEqual(['b']);
  expect(after({ type: 'decided', wanted, told: { written: ['a', 'b'], waiting: [], logged: false } })).toEqual(['a', 'b']);
});

it('makes results old, goes with the next find, and is done with when the sheets are written', () => {
  const first = { ...firstState(dayOf(2026, 11, 30) ?? NO_DAY), scan: scanOf(1) };
  const taken = next(first, { type: 'carried', file: JANUARY });
  expect(taken).toMatchObject({ carried: JANUARY, outdated: true });
  expect(next(taken, { type: 'published', published: { sheets: [] }, reportOnly: true }).carried).toBe(JANUARY);
  expect(next(taken, { type: 'published', published: { sheets: [] }, reportOnly: false }).carried).toBeNull();
});
