/** An amount as a check and a letter spell it (domain.md 5.4): 1,250.05 is "One thousand two hundred fifty and 05/100 dollars". */
import type { Cents } from '../core/money';

const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const GROUPS = ['', ' thousand', ' million', ' billion'];
const MOST = 100_000_000_000_000;

/** Throws RangeError below 0.00 and from one trillion dollars. */
export function amountInWords(amount: Cents): string {
  if (amount < 0 || amount >= MOST) throw new RangeError('an amount in words is between zero and one trillion dollars');
  const words = wholeInWords(Math.floor(amount / 100));
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} and ${String(amount % 100).padStart(2, '0')}/100 dollars`;
}

function wholeInWords(dollars: number): string {
  if (dollars === 0) return 'zero';
  const parts: string[] = [];
  for (let rest = dollars, group = 0; rest > 0; rest = Math.floor(rest / 1000), group++) {
    if (rest % 1000 > 0) parts.unshift(`${hundreds(rest % 1000)}${GROUPS[group] ?? ''}`);
  }
  return parts.join(' ');
}

/** 1 to 999. */
function hundreds(number: number): string {
  const rest = number % 100;
  const head = number >= 100 ? [`${SMALL[Math.floor(number / 100)]} hundred`] : [];
  return [...head, ...(rest > 0 ? [belowHundred(rest)] : [])].join(' ');
}

function belowHundred(number: number): string {
  if (number < 20) return SMALL[number] ?? '';
  const ten = TENS[Math.floor(number / 10)] ?? '';
  return number % 10 === 0 ? ten : `${ten}-${SMALL[number % 10]}`;
}
