/** One number for all amounts: digits that were swapped stay swapped, none of the source's amounts comes back, and its digits are not shown. */
import { Amounts } from '../../src/app/twin/amounts';
import type { Slip } from '../../src/app/twin/slips';
import { Chance } from '../../src/core/selfTest/chance';

const factorOf = (slips: readonly Slip[], amounts: readonly number[] = [840, 480]): number => {
  const made = new Amounts(new Chance(3), slips);
  for (const amount of amounts) made.see(amount);
  return made.factor;
};
const digits = (amount: number): string =>
  Array.from(String(amount))
    .filter((digit) => digit !== '0')
    .sort()
    .join('');
const keeps = (factor: number, { posted, right }: Slip): boolean => digits(posted * factor) === digits(right * factor);
const SLIP: Slip = { posted: 84_000, right: 48_000 };

it('without swapped digits it is a small one, and the amounts stay apart from those of the source', () => {
  expect(factorOf([])).toBeLessThan(10);
  // 2 to 9 times 1.00 all stand in the source, and so does 10; 11 does not.
  expect(factorOf([], [1, 2, 3, 4, 5, 6, 7, 8, 9])).toBe(11);
});

it('with them it is one under which both amounts have the same digits again, and no 101 that would show 840 as 84,840', () => {
  const factor = factorOf([SLIP]);
  expect(keeps(factor, SLIP)).toBe(true);
  expect(String(factor)).not.toMatch(/^1[01]*0[01]*$/);
  // 152,400 for 125,400 is another pair: one number keeps both.
  const both = [SLIP, { posted: 152_400, right: 125_400 }];
  expect(both.every((slip) => keeps(factorOf(both), slip))).toBe(true);
});

it('a decimal point that slipped stays slipped under any', () => {
  expect(keeps(factorOf([{ posted: 50_000, right: 5_000 }]), { posted: 50_000, right: 5_000 })).toBe(true);
});
