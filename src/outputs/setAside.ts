/** *Not a credit* is remembered until the amount changes (design.md 7). */
import type { CreditsKey } from './creditsColumns';
import type { OutValue } from './edit';
import type { Read } from './merge';
import { isBlank } from './standing';

const NOT_A_CREDIT = 'not a credit';
const AT = /([\d.-]+)$/;

/**
 * The decision *Not a credit* holds for the amount it was made at; Decision amount may name a newer one. Example: set aside at 45.00, the row
 * now shows 55.00: "decide again, was 45.00" until Decision amount says 55.00 or the decision is another. null: the decision is another.
 */
export function setAsideWords(read: Read<CreditsKey>, amount: OutValue): string | null {
  if (!isNotACredit(read('decision'))) return null;
  const text = (value: OutValue): string => Number(value).toFixed(2);
  const confirmed = read('decisionAmount');
  const remembered = AT.exec(String(read('setAside') ?? ''))?.[1];
  const at =
    typeof confirmed === 'number' && text(confirmed) === text(amount)
      ? text(confirmed)
      : (remembered ?? text(isBlank(read('amount')) ? amount : read('amount')));
  return at === text(amount) ? `${NOT_A_CREDIT} at ${at}` : `decide again, was ${at}`;
}

/** "Not a credit", also as "Not a credit, because the plan pays twice a year". */
const isNotACredit = (decision: OutValue): boolean =>
  String(decision ?? '')
    .trim()
    .toLowerCase()
    .startsWith(NOT_A_CREDIT);
