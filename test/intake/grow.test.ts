/** Columns that take as little room as their numbers need: what is put in comes out, whatever they follow and however large it gets. */
import { Echo, Runs, Smalls } from '../../src/intake/grow';

const out = (column: { readonly length: number; get(index: number): number }): number[] => Array.from({ length: column.length }, (_, at) => column.get(at));
const ints = (): Echo<Int32Array> => new Echo<Int32Array>((length) => new Int32Array(length));

describe('an echo', () => {
  it('of places 0, 1, 2 … holds nothing, and can still be taken', () => {
    const column = ints();
    for (const value of [0, 1, 2]) column.push(value);
    expect(out(column)).toEqual([0, 1, 2]);
    expect([...column.taken()]).toEqual([0, 1, 2]);
  });

  it('of another column is that column, until a number differs', () => {
    const other = Int32Array.of(7, 7, 9, 4);
    const same = ints();
    same.follow(other);
    for (const value of other) same.push(value);
    expect(same.taken()).toBe(other);
    const column = ints();
    column.follow(other);
    for (const value of [7, 7, 8, 4, 5]) column.push(value);
    expect([...column.taken()]).toEqual([7, 7, 8, 4, 5]);
    expect([...other]).toEqual([7, 7, 9, 4]);
  });

  it('goes on beyond the end of the column it follows, and takes only what was pushed of a longer one', () => {
    const column = ints();
    column.follow(Int32Array.of(3, 1));
    for (const value of [3, 1, 4]) column.push(value);
    expect(out(column)).toEqual([3, 1, 4]);
    const shorter = ints();
    shorter.follow(Int32Array.of(3, 1, 9));
    shorter.push(3);
    expect([...shorter.taken()]).toEqual([3]);
  });

  it('follows nothing any more once it has begun', () => {
    const column = ints();
    column.push(0);
    column.follow(Int32Array.of(5, 5));
    column.push(5);
    expect(out(column)).toEqual([0, 5]);
  });

  it('keeps five thousand numbers of its own', () => {
    const values = Array.from({ length: 5000 }, (_, at) => (at * 7) % 4999);
    const column = new Echo<Float64Array>((length) => new Float64Array(length));
    for (const value of values) column.push(value);
    expect(out(column)).toEqual(values);
  });
});

it('small numbers keep their values when larger ones come', () => {
  const values = [0, 255, 256, 3, 65_535, 65_536, 1, 2_147_483_647];
  const column = new Smalls();
  for (const value of values) column.push(value);
  expect(out(column)).toEqual(values);
  const many = Array.from({ length: 5000 }, (_, at) => at % 300);
  const longer = new Smalls();
  for (const value of many) longer.push(value);
  expect(out(longer)).toEqual(many);
});

it('runs are told apart, also one that comes back', () => {
  const values = [2, 2, -1, -1, -1, 2];
  const column = new Runs();
  for (const value of values) column.push(value);
  expect(out(column)).toEqual(values);
});
