/** Texts by number: each once, whatever their number, and nothing is taken for another. */
import { TextTable } from '../../src/core/textTable';

it('a text is numbered once, the empty text is 0, what was never added is −1', () => {
  const table = new TextTable();
  expect(['', 'A1', 'A2', 'A1', ''].map((text) => table.add(text))).toEqual([0, 1, 2, 1, 0]);
  expect(['', 'A1', 'A2', 'A3', 'a1'].map((text) => table.find(text))).toEqual([0, 1, 2, -1, -1]);
  expect(table.texts).toEqual(['', 'A1', 'A2']);
});

it('five thousand texts keep their numbers while the table grows', () => {
  const table = new TextTable();
  const texts = Array.from({ length: 5000 }, (_, at) => `H${1_000_000 + at * 7}`);
  expect(texts.map((text) => table.add(text))).toEqual(texts.map((_, at) => at + 1));
  expect(texts.map((text) => table.find(text))).toEqual(texts.map((_, at) => at + 1));
});

it('texts that the table files under one place are still two', () => {
  // 31 · 65 + 97 = 31 · 66 + 66: "Aa" and "BB" come to one hash.
  const table = new TextTable();
  expect([table.add('Aa'), table.add('BB'), table.find('Aa'), table.find('BB'), table.find('C#')]).toEqual([1, 2, 1, 2, -1]);
});
