/** Whose work a credit is and whether it is done: the words of *Credits* read tolerantly. Pure. */
import { openPartId } from '../core/credit';
import type { Credit, SettledFinding } from '../core/credit';
import type { Day } from '../core/day';
import { add, sum, ZERO } from '../core/money';
import type { Cents } from '../core/money';
import type { Decision, Decisions } from './decisions';

/** Finding id → what the sheet shows, or what waits for the first write. */
export type Shown = ReadonlyMap<string, Decision & { readonly setAsideAt?: Cents | null }>;

/** A row of *Credits*: a finding, or the part that no finding explains. */
export interface Item {
  readonly id: string;
  readonly cents: Cents;
  readonly finding: SettledFinding | null;
}

/** The rows of an account, as *Credits* has them. */
export function itemsOf(credit: Credit): Item[] {
  const items: Item[] = credit.findings.map((finding) => ({ id: finding.id, cents: finding.cents, finding }));
  return items.length === 0 || credit.unexplained !== 0 ? [...items, { id: openPartId(credit), cents: credit.unexplained, finding: null }] : items;
}

const plain = (text: string | undefined): string => (text ?? '').trim().toLowerCase();
export const isNotACredit = (decision: Decision | undefined): boolean => plain(decision?.decision) === 'not a credit';

/** The amount at which *Not a credit* was said when it is another now, else null: then it must be decided again. */
export function decideAgain(item: Item, shown: Shown): Cents | null {
  const decision = shown.get(item.id);
  if (!isNotACredit(decision)) return null;
  const at = decision?.amount ?? decision?.setAsideAt ?? null;
  return at !== null && at !== item.cents ? at : null;
}

/** Sent, closed, or set aside at this very amount. */
export function isDone(item: Item, shown: Shown): boolean {
  const decision = shown.get(item.id);
  const status = plain(decision?.status);
  return decideAgain(item, shown) === null && (status === 'closed' || status === 'sent' || isNotACredit(decision));
}

const isDecided = (item: Item, shown: Shown): boolean => plain(shown.get(item.id)?.decision) !== '' && decideAgain(item, shown) === null;

export const isMine = (item: Item, shown: Shown, me: string): boolean => me.trim() !== '' && plain(shown.get(item.id)?.assignedTo) === plain(me);

export type Whose = 'all' | 'open' | 'mine';

/** all; open: something is not decided yet; mine: something of mine is not done yet. */
export function belongs(credit: Credit, whose: Whose, shown: Shown, me: string): boolean {
  if (whose === 'all') return true;
  const wanted = (item: Item): boolean =>
    whose === 'open' ? !isDecided(item, shown) && !isDone(item, shown) : isMine(item, shown, me) && !isDone(item, shown);
  return itemsOf(credit).some(wanted);
}

export interface Cleared {
  readonly rows: number;
  readonly cents: Cents;
}

/** What left my list since Monday: rows that a write found cleared. */
export function clearedThisWeek(cleared: Decisions['cleared'], me: string, today: Day): Cleared {
  // Day serial 2 was a Monday.
  const monday = today - ((today - 2) % 7);
  const mine = cleared.filter((row) => plain(row.assignedTo) === plain(me) && me.trim() !== '' && row.on >= monday && row.on <= today);
  return { rows: mine.length, cents: mine.reduce((total, row) => add(total, row.amount), ZERO) };
}

export const centsOf = (items: readonly Item[]): Cents => sum(items.map((item) => item.cents));
