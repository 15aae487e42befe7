/** What is typed before the editor of a cell stands is kept, in order; the same under a slow processor is in test/browser/workbench.test.ts. */
import { isLetter, moveAfter, TypeAhead, type Key } from '../../src/workbench/typeAhead';

const pressed = (key: string, more: object = {}) => ({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...more });
const typeAll = (ahead: TypeAhead, keys: readonly string[]): boolean[] => keys.map((key) => ahead.keeps(pressed(key), 100));

it('leaves keys to the grid while no editor is on its way', () => {
  expect(new TypeAhead().keeps(pressed('a'), 0)).toBe(false);
});

it('keeps letters and Backspace for the editor, and gives them once', () => {
  const ahead = new TypeAhead();
  ahead.opens(0);
  expect(typeAll(ahead, ['c', 'x', 'Backspace', 'ArrowLeft', 'c'])).toEqual([true, true, true, true, true]);
  expect(ahead.taken('A')).toEqual({ text: 'Acc', end: null });
  expect(ahead.taken('A')).toEqual({ text: 'A', end: null });
});

it('ends the edit by Enter; what follows is pressed on the grid, and goes into the next editor', () => {
  const ahead = new TypeAhead();
  ahead.opens(0);
  typeAll(ahead, ['2', 'Enter', '3', '4', 'Enter', 'ArrowDown']);
  expect(ahead.taken('1')).toEqual({ text: '12', end: { key: 'Enter', shiftKey: false } });
  const seen: Key[] = [];
  // A key typed meanwhile waits behind those that wait already.
  expect(ahead.keeps(pressed('5'), 100)).toBe(true);
  const more = ahead.press((key) => {
    seen.push(key);
    expect(ahead.keeps(pressed(key.key), 100)).toBe(false);
    ahead.opens(100);
  });
  expect([seen.map(({ key }) => key), more]).toEqual([['3'], false]);
  expect(ahead.taken('3')).toEqual({ text: '34', end: { key: 'Enter', shiftKey: false } });
  expect(ahead.press(({ key }) => expect(key).toBe('ArrowDown'))).toBe(true);
  expect(ahead.press(({ key }) => expect(key).toBe('5'))).toBe(false);
  expect(ahead.press(() => undefined)).toBe(false);
});

it('gives the keyboard back when an editor never comes, and never takes shortcuts', () => {
  const ahead = new TypeAhead();
  ahead.opens(0);
  expect(ahead.keeps(pressed('z', { ctrlKey: true }), 10)).toBe(false);
  expect(ahead.keeps(pressed('Shift', { shiftKey: true }), 10)).toBe(false);
  expect(ahead.keeps(pressed('a'), 5_001)).toBe(false);
  expect(ahead.keeps(pressed('b'), 10)).toBe(false);
});

it('moves as Excel does, and tells a letter from a shortcut', () => {
  const key = (name: string, shiftKey = false): Key => ({ key: name, shiftKey });
  expect([key('Enter'), key('Enter', true), key('Tab'), key('Tab', true), key('Escape')].map(moveAfter)).toEqual([
    [0, 1],
    [0, -1],
    [1, 0],
    [-1, 0],
    [0, 0],
  ]);
  expect([pressed('a'), pressed('='), pressed('Enter'), pressed('z', { metaKey: true })].map(isLetter)).toEqual([true, true, false, false]);
});
