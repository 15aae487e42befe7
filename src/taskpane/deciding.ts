/** What a decision changes, in words and as cells before and after, so that the last one can be taken back. Pure. */
import type { Decision } from '../app/decisions';
import type { Item, Shown } from '../app/worklist';
import { NO_DAY } from '../core/day';
import { toDollars } from '../core/money';

export type DecisionWord = 'Agree' | 'Refund' | 'Take back' | 'Transfer' | 'Correct' | 'Hold' | 'Dispute' | 'Not a credit';
export const OTHER_WORDS: readonly DecisionWord[] = ['Refund', 'Take back', 'Transfer', 'Correct', 'Hold'];
export const STATUS_WORDS = ['New', 'In review', 'Waiting', 'Approved', 'Sent', 'Closed'] as const;

const BLANK: Required<Omit<Decision, 'id'>> = {
  status: '',
  decision: '',
  amount: null,
  assignedTo: '',
  identifiedOn: NO_DAY,
  investigationFrom: NO_DAY,
  investigationTo: NO_DAY,
  checksCleared: '',
  note: '',
};

/** The same cells as they were before. */
export function beforeOf(wanted: readonly Decision[], shown: Shown): Decision[] {
  return wanted.map((decision) => {
    const now = shown.get(decision.id);
    const cells = Object.keys(decision).filter((key) => key !== 'id') as (keyof typeof BLANK)[];
    return { id: decision.id, ...Object.fromEntries(cells.map((key) => [key, now?.[key] ?? BLANK[key]])) };
  });
}

/** Whether the sheet still shows what the decision wrote. */
export function stillAs(wanted: readonly Decision[], shown: Shown): boolean {
  return beforeOf(wanted, shown).every((now, index) => {
    const wrote = wanted[index];
    return wrote !== undefined && Object.entries(wrote).every(([key, value]) => Reflect.get(now, key) === value);
  });
}

/** Of the decisions that wait for their row: those whose row stands by now, written elsewhere, without them and without anybody's decision. */
export const overdue = (waiting: readonly Decision[], standing: Shown): Decision[] =>
  waiting.filter((wanted) => {
    const row = standing.get(wanted.id);
    const untouched = (row?.decision ?? '').trim() === '' && ['', 'new'].includes((row?.status ?? '').trim().toLowerCase());
    return row !== undefined && untouched && !stillAs([wanted], standing);
  });

/** A decision on one row: at first sight it is taken into work; holding waits, and what is no credit is closed. */
export function decisionFor(item: Item, word: DecisionWord, shown: Shown, amount = item.cents): Decision {
  const status = word === 'Hold' ? 'Waiting' : word === 'Not a credit' ? 'Closed' : 'In review';
  const now = (shown.get(item.id)?.status ?? '').trim().toLowerCase();
  const untouched = now === '' || now === 'new' || now === 'closed' || now === 'waiting' || now === 'in review';
  return { id: item.id, decision: word, amount, ...(untouched ? { status } : {}) };
}

/** "Refund $480.00". */
export const labelOf = (word: string, cents: Item['cents']): string => `${word} ${toDollars(cents)}`;

/** A reason beside what was cleared before: "V08, V13 called 3/4". */
export const withCheckCleared = (before: string, check: string, reason: string): string =>
  [before.trim(), `${check} ${reason.trim()}`].filter(Boolean).join('; ');
