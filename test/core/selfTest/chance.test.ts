/** Seeded chance: repeatable, within its bounds, and every value of them. */
import { Chance } from '../../../src/core/selfTest/chance';

const draws = (seed: number, times: number, draw: (chance: Chance) => number): number[] => {
  const chance = new Chance(seed);
  return Array.from({ length: times }, () => draw(chance));
};

describe('chance', () => {
  it('is the same for a seed, another for another, and near seeds do not begin alike', () => {
    const of = (seed: number): number[] => draws(seed, 20, (chance) => chance.whole(0, 1_000_000));
    expect(of(5)).toEqual(of(5));
    expect(new Set([...of(5), ...of(6), ...of(0), ...of(-1)]).size).toBe(80);
    // Neither do their first draws lie close together, as those of a plain congruential step do.
    const firsts = Array.from({ length: 40 }, (_, seed) => draws(seed, 1, (chance) => chance.whole(0, 999))[0] as number);
    const near = firsts.filter((first, at) => at > 0 && Math.abs(first - (firsts[at - 1] as number)) < 20);
    expect(near.length).toBeLessThan(10);
  });
  it('draws by the arithmetic of the notes, in whole numbers: what a seed plants stays what it plants', () => {
    const LOW = 0xffff_ffffn;
    let state = ((7n * 0x9e37_79b1n) & LOW) ^ 0x5bd1_e995n;
    const step = (): bigint => {
      state = (state * 1_664_525n + 1_013_904_223n) & LOW;
      const mixed = ((state ^ (state >> 15n)) * 0x2c1b_3c6dn) & LOW;
      return mixed ^ (mixed >> 13n);
    };
    for (let warm = 0; warm < 4; warm++) step();
    const expected = Array.from({ length: 5 }, () => Number((step() * 1_000n) >> 32n));
    expect(draws(7, 5, (chance) => chance.whole(0, 999))).toEqual(expected);
  });
  it('reaches both ends, and every value about as often', () => {
    const seen = draws(1, 6_000, (chance) => chance.whole(3, 8));
    const counts = [3, 4, 5, 6, 7, 8].map((value) => seen.filter((each) => each === value).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6_000);
    // 1,000 each, give or take five standard deviations of 29.
    expect(Math.min(...counts)).toBeGreaterThan(855);
    expect(Math.max(...counts)).toBeLessThan(1_145);
  });
  it('one of a list is each of them', () => {
    const chance = new Chance(3);
    expect(new Set(Array.from({ length: 60 }, () => chance.one(['a', 'b', 'c'])))).toEqual(new Set(['a', 'b', 'c']));
  });
  it('a mixed list is the same things in another order, and the list given stays', () => {
    const list = Array.from({ length: 30 }, (_, at) => at);
    const mixed = new Chance(2).mixed(list);
    expect(mixed).not.toEqual(list);
    expect(mixed.toSorted((a, b) => a - b)).toEqual(list);
    expect(list).toEqual(Array.from({ length: 30 }, (_, at) => at));
    // Any thing may come first.
    const first = Array.from({ length: 200 }, (_, seed) => new Chance(seed).mixed([1, 2, 3])[0]);
    for (const each of [1, 2, 3]) expect(first.filter((one) => one === each).length).toBeGreaterThan(40);
  });
  it('an amount lies within its bounds and is no round sum: that one goes up by less than a dollar', () => {
    const seen = draws(4, 3_000, (chance) => chance.amount(9_950, 10_050));
    expect(seen.filter((cents) => cents % 100 === 0)).toEqual([]);
    expect(Math.min(...seen)).toBe(9_950);
    expect(Math.max(...seen)).toBeGreaterThan(10_050);
    expect(Math.max(...seen)).toBeLessThanOrEqual(10_099);
    const round = draws(4, 300, (chance) => chance.amount(10_000, 10_000));
    expect([Math.min(...round) > 10_000, Math.max(...round) < 10_100]).toEqual([true, true]);
    expect(draws(4, 50, (chance) => chance.amount(10_001, 10_001))).toEqual(Array.from({ length: 50 }, () => 10_001));
  });
  it('a number keeps its form', () => {
    const chance = new Chance(1);
    const drawn = Array.from({ length: 20 }, () => chance.likeNumber('EFT-0042/a'));
    for (const each of drawn) expect(each).toMatch(/^EFT-\d{4}\/a$/);
    expect(new Set(drawn).size).toBeGreaterThan(10);
    expect(chance.likeNumber('none')).toBe('none');
  });
});
