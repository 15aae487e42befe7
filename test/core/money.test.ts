import { add, cents, centsOfNumber, portion, subtract, sum, toDecimalText, toDollars } from '../../src/core/money';

describe('money', () => {
  it('is whole cents, and no minus zero', () => {
    expect([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53].filter((value) => !throws(() => cents(value)))).toEqual([]);
    expect(Object.is(cents(-0), 0)).toBe(true);
    expect(cents(2 ** 53 - 1)).toBe(9_007_199_254_740_991);
  });
  it('adds, subtracts and sums without floats (domain.md 6 P21)', () => {
    expect([add(cents(10), cents(20)), subtract(cents(10), cents(20)), sum([cents(10), cents(20), cents(-5)]), sum([])]).toEqual([30, -10, 25, 0]);
  });
  it.each([
    [0.1 + 0.2, 30],
    [315.70001220703125, 31570],
    [1.005, 101], // 100.49999999999999 as a float; the text says half
    [-1.005, -101],
    [0.125, 13],
    [-0.125, -13],
    [1.0049, 100],
    [-0.001, 0],
    [90_000_000_000_000, 9_000_000_000_000_000],
  ])('%s dollars are %i cents', (dollars, expected) => expect(centsOfNumber(dollars)).toBe(expected));
  it.each([Number.NaN, Number.POSITIVE_INFINITY, 90_000_000_000_001, -90_000_000_000_001])('%s is no amount', (dollars) =>
    expect(centsOfNumber(dollars)).toBeNull(),
  );
  it('takes a rate half away from zero', () =>
    expect([portion(cents(25), 0.5), portion(cents(-25), 0.5), portion(cents(60_000), '0.02')]).toEqual([13, -13, 1200]));
  it.each([
    [0, '0.00', '$0.00'],
    [-5, '-0.05', '-$0.05'],
    [99_999, '999.99', '$999.99'],
    [123_456, '1234.56', '$1,234.56'],
    [-123_456_789_012, '-1234567890.12', '-$1,234,567,890.12'],
  ])('%i cents in words', (amount, decimal, dollars) => expect([toDecimalText(cents(amount)), toDollars(cents(amount))]).toEqual([decimal, dollars]));
});

function throws(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch (error) {
    return error instanceof RangeError;
  }
}
