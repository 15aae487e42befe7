import { cents } from '../../src/core/money';
import { amountInWords } from '../../src/outputs/amountInWords';

describe('amounts in words', () => {
  it.each([
    [0, 'Zero and 00/100 dollars'],
    [5, 'Zero and 05/100 dollars'],
    [100, 'One and 00/100 dollars'],
    [1_999, 'Nineteen and 99/100 dollars'],
    [2_100, 'Twenty-one and 00/100 dollars'],
    [4_000, 'Forty and 00/100 dollars'],
    [10_000, 'One hundred and 00/100 dollars'],
    [48_050, 'Four hundred eighty and 50/100 dollars'],
    [100_000, 'One thousand and 00/100 dollars'],
    [100_001_300, 'One million thirteen and 00/100 dollars'],
    [125_005, 'One thousand two hundred fifty and 05/100 dollars'],
    [
      99_999_999_999_999,
      'Nine hundred ninety-nine billion nine hundred ninety-nine million nine hundred ninety-nine thousand nine hundred ninety-nine and 99/100 dollars',
    ],
  ])('%d cents: %s', (amount, words) => expect(amountInWords(cents(amount))).toBe(words));

  it('refuses what no check can say', () => {
    expect(() => amountInWords(cents(-1))).toThrow(RangeError);
    expect(() => amountInWords(cents(100_000_000_000_000))).toThrow(RangeError);
  });
});
