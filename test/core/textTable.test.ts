/** Texts by number and numbers by text. "Aa" and "BB" have one hash: 31 · 65 + 97 = 31 · 66 + 66. */
import { TextTable } from '../../src/core/textTable';

it('numbers each text once, from 1; the empty text is 0', () => {
  const table = new TextTable();
  expect(['', 'x', 'y', 'x', ''].map((text) => table.add(text))).toEqual([0, 1, 2, 1, 0]);
  expect(table.texts).toEqual(['', 'x', 'y']);
});

it('finds without adding', () => {
  const table = new TextTable();
  expect([table.find(''), table.find('x')]).toEqual([0, -1]);
  table.add('x');
  expect([table.find('x'), table.find('X'), table.texts.length]).toEqual([1, -1, 2]);
});

it('keeps texts of one hash apart', () => {
  const table = new TextTable();
  expect(['Aa', 'BB', 'Aa', 'BB'].map((text) => table.add(text))).toEqual([1, 2, 1, 2]);
  expect([table.find('Aa'), table.find('BB')]).toEqual([1, 2]);
  // Three pairs alike: eight texts of one hash.
  const eight = ['AaAaAa', 'AaAaBB', 'AaBBAa', 'AaBBBB', 'BBAaAa', 'BBAaBB', 'BBBBAa', 'BBBBBB'];
  expect(eight.map((text) => table.add(text))).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
  expect(eight.map((text) => table.find(text))).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
});

it('grows as texts come, and knows all of them still', () => {
  const table = new TextTable();
  const texts = Array.from({ length: 3000 }, (_, at) => `A${at}`);
  const numbers = texts.map((_, at) => at + 1);
  expect([texts.map((text) => table.add(text)), texts.map((text) => table.find(text))]).toEqual([numbers, numbers]);
  expect([table.find('A3000'), table.texts[3000], table.texts.length]).toEqual([-1, 'A2999', 3001]);
});
