/**
 * The credits of a review as columns, so that a filter, a search or an order over 50,000 of them answers at once: each column is worked out when
 * it is first asked for, and never again. What a bar says is exactly what the list shows when it is pressed, because a bar counts the accounts that
 * all other filters leave. Pure.
 */
import type { Credit, Review } from '../core/credit';
import { cents, type Cents } from '../core/money';
import { AGES, centsIn, CLASS_ORDER, DEADLINES, DIMENSIONS, valuesOf, type Chosen, type Dimension } from './facets';
import { atStake, earliestDue, type Order } from './overview';
import { belongs, type Shown, type Whose } from './worklist';

/** By place in the review's credits: 1 = left, 0 = out. */
export type Mask = Uint8Array;

export interface Bar {
  /** Class, cause id, payee name, or one of AGES or DEADLINES. */
  readonly value: string;
  /** Of the findings that carry the value; for age and deadline what is at stake on the accounts. */
  readonly cents: Cents;
  readonly accounts: number;
}

/** The values of all credits in one dimension: those of credit n stand from starts[n] to before starts[n + 1]. */
interface Column {
  readonly values: readonly string[];
  readonly starts: Int32Array;
  readonly codes: Int32Array;
  readonly cents: Float64Array;
}

interface Work {
  readonly shown: Shown;
  readonly me: string;
  readonly open: Mask;
  readonly mine: Mask;
}

const IN_ORDER: Partial<Record<Dimension, readonly string[]>> = { class: CLASS_ORDER, age: AGES, deadline: DEADLINES };
const LAST = Number.MAX_SAFE_INTEGER;

export class CreditIndex {
  readonly #columns = new Map<Dimension, Column>();
  readonly #orders = new Map<Order, Int32Array>();
  readonly #texts: (string | undefined)[] = [];
  #ready = 0;
  readonly #all: Mask;
  #search: { readonly text: string; readonly found: Mask };
  #work: Work | null = null;
  #ranks: Int32Array | null = null;

  constructor(readonly review: Pick<Review, 'credits' | 'asOf'>) {
    this.#all = new Uint8Array(review.credits.length).fill(1);
    this.#search = { text: '', found: this.#all };
  }

  /** What a search leaves, in any case of letters. A text that goes on from the last one is sought only in what that one left. */
  searched(text: string): Mask {
    const wanted = text.trim().toLowerCase();
    const before = this.#search;
    if (wanted === before.text) return before.found;
    if (wanted === '') this.#search = { text: '', found: this.#all };
    else {
      const within = wanted.includes(before.text) ? before.found : this.#all;
      this.#search = { text: wanted, found: within.map((left, at) => (left === 1 && this.#textAt(at).includes(wanted) ? 1 : 0)) };
    }
    return this.#search.found;
  }

  /** Makes the next `many` texts ready to be searched; false when all are. */
  prepare(many: number): boolean {
    const end = Math.min(this.#ready + many, this.review.credits.length);
    for (; this.#ready < end; this.#ready += 1) this.#textAt(this.#ready);
    return end < this.review.credits.length;
  }

  whose(whose: Whose, shown: Shown, me: string): Mask {
    if (whose === 'all') return this.#all;
    if (this.#work?.shown !== shown || this.#work.me !== me) {
      const maskOf = (which: Whose): Mask => this.#all.map((_, at) => (belongs(this.#at(at), which, shown, me) ? 1 : 0));
      this.#work = { shown, me, open: maskOf('open'), mine: maskOf('mine') };
    }
    return this.#work[whose];
  }

  /** The credits of a mask that pass the filters, in order; ties by account. */
  list(base: Mask, chosen: Chosen, order: Order): Credit[] {
    const { credits } = this.review;
    const fits = this.#fitting(chosen);
    const listed: Credit[] = [];
    for (const at of this.#order(order)) {
      const credit = credits[at];
      if (credit && base[at] === 1 && fits(at)) listed.push(credit);
    }
    return listed;
  }

  /** The credits on either side of the place where `credit` stands or would stand among those listed. */
  around(
    listed: readonly Credit[],
    credit: Pick<Credit, 'account'>,
    order: Order,
  ): { readonly before: Credit | undefined; readonly after: Credit | undefined } {
    const places = new Map([...this.#order(order)].map((at, place) => [this.#at(at).account, place]));
    const place = (each: Pick<Credit, 'account'>): number => places.get(each.account) ?? LAST;
    const own = place(credit);
    return { before: listed.findLast((each) => place(each) < own), after: listed.find((each) => place(each) > own) };
  }

  /** The bars of one dimension over a mask under the other filters; empty ones are left out. In trade order, else the most money first. */
  bars(base: Mask, dimension: Dimension, chosen: Chosen): Bar[] {
    const { values, starts, codes, cents: amounts } = this.#column(dimension);
    const fits = this.#fitting(chosen, dimension);
    const money = new Float64Array(values.length);
    const accounts = new Int32Array(values.length);
    for (let at = 0; at < base.length; at += 1) {
      if (base[at] !== 1 || !fits(at)) continue;
      for (let i = starts[at] ?? 0; i < (starts[at + 1] ?? 0); i += 1) {
        const code = codes[i] ?? 0;
        money[code] = (money[code] ?? 0) + (amounts[i] ?? 0);
        accounts[code] = (accounts[code] ?? 0) + 1;
      }
    }
    const bars = values.map((value, code) => ({ value, cents: cents(money[code] ?? 0), accounts: accounts[code] ?? 0 }));
    const place = (value: string): number => IN_ORDER[dimension]?.indexOf(value) ?? 0;
    return bars.filter((bar) => bar.accounts > 0).sort((a, b) => place(a.value) - place(b.value) || b.cents - a.cents);
  }

  #at(place: number): Credit {
    const credit = this.review.credits[place];
    if (!credit) throw new RangeError('no credit at that place');
    return credit;
  }

  #textAt(at: number): string {
    return (this.#texts[at] ??= textOf(this.#at(at)));
  }

  /** Whether the credit at a place passes the filters, leaving one dimension out when asked. */
  #fitting(chosen: Chosen, except?: Dimension): (at: number) => boolean {
    const tests = DIMENSIONS.flatMap((dimension) => {
      const wanted = chosen[dimension];
      if (dimension === except || wanted === undefined) return [];
      const { values, starts, codes } = this.#column(dimension);
      const code = values.indexOf(wanted);
      return [(at: number): boolean => holds(codes, starts[at] ?? 0, starts[at + 1] ?? 0, code)];
    });
    const [only, ...others] = tests;
    if (!only) return () => true;
    return others.length === 0 ? only : (at) => tests.every((test) => test(at));
  }

  #column(dimension: Dimension): Column {
    const known = this.#columns.get(dimension);
    if (known) return known;
    const column = columnOf(this.review, dimension);
    this.#columns.set(dimension, column);
    return column;
  }

  #order(order: Order): Int32Array {
    const known = this.#orders.get(order);
    if (known) return known;
    const ranks = (this.#ranks ??= ranksOf(this.review.credits));
    const first = Float64Array.from(this.review.credits, FIRST[order]);
    const places = Int32Array.from(ranks.keys()).sort((a, b) => (first[a] ?? 0) - (first[b] ?? 0) || (ranks[a] ?? 0) - (ranks[b] ?? 0));
    this.#orders.set(order, places);
    return places;
  }
}

/** What is looked at first in an order, the least first. */
const FIRST: Readonly<Record<Order, (credit: Credit) => number>> = {
  largest: (credit) => -atStake(credit),
  oldest: (credit) => credit.since || LAST,
  due: (credit) => earliestDue(credit) || LAST,
  account: () => 0,
};

/** Accounts in the order a person expects, "A-9" before "A-10". Digits are filled up: comparing plain texts is far faster than a collator. */
function ranksOf(credits: readonly Credit[]): Int32Array {
  const names = credits.map(({ key }) => key.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(20, '0')));
  const places = [...names.keys()].sort((a, b) => compare(names[a] ?? '', names[b] ?? ''));
  const ranks = new Int32Array(places.length);
  for (const [rank, place] of places.entries()) ranks[place] = rank;
  return ranks;
}
function holds(codes: Int32Array, from: number, to: number, code: number): boolean {
  for (let i = from; i < to; i += 1) if (codes[i] === code) return true;
  return false;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function columnOf({ credits, asOf }: Pick<Review, 'credits' | 'asOf'>, dimension: Dimension): Column {
  const codeOf = new Map<string, number>();
  const starts = new Int32Array(credits.length + 1);
  const codes: number[] = [];
  const money: number[] = [];
  for (const [at, credit] of credits.entries()) {
    for (const value of valuesOf(credit, dimension, asOf)) {
      const code = codeOf.get(value) ?? codeOf.size;
      codeOf.set(value, code);
      codes.push(code);
      money.push(centsIn(credit, dimension, value));
    }
    starts[at + 1] = codes.length;
  }
  return { values: [...codeOf.keys()], starts, codes: Int32Array.from(codes), cents: Float64Array.from(money) };
}

/** All that a search looks at. */
function textOf({ key, patient, facility, findings }: Credit): string {
  return [key, patient, facility, ...findings.map(({ owedTo, because }) => `${owedTo.name}\n${because}`)].join('\n').toLowerCase();
}
