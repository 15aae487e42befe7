/**
 * A long answer of the analyst's worker in parts: taken in at once, the credits of a million rows would hold up the pane's thread for a tenth of a
 * second. Its long lists go ahead, a message for each piece of one; the rest of the answer follows them.
 */

/** A piece of a list. */
export interface Part {
  /** The names that lead to the list in the answer; [] = the answer is the list. */
  readonly place: readonly string[];
  readonly items: readonly unknown[];
}

/** Values in one message: a few milliseconds of the pane's thread. */
const MOST_VALUES = 20_000;

/** Sends the lists that are too long for one message, piece by piece; returns the answer with those lists empty. */
export function sentAhead(answer: unknown, send: (part: Part) => void, place: readonly string[] = []): unknown {
  if (Array.isArray(answer)) return listAhead(answer, (items) => send({ place, items }));
  if (!isPlain(answer)) return answer;
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, sentAhead(value, send, [...place, name])]));
}

function listAhead(list: readonly unknown[], send: (items: readonly unknown[]) => void): readonly unknown[] {
  let [from, values] = [0, 0];
  for (const [at, item] of list.entries()) {
    values += valuesIn(item);
    if (values < MOST_VALUES) continue;
    send(list.slice(from, at + 1));
    [from, values] = [at + 1, 0];
  }
  if (from === 0) return list;
  if (from < list.length) send(list.slice(from));
  return [];
}

/** Numbers in a typed array are moved as one piece. */
function valuesIn(item: unknown): number {
  if (Array.isArray(item)) return item.reduce<number>((total, each) => total + valuesIn(each), 1);
  return isPlain(item) ? valuesIn(Object.values(item)) : 1;
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** The pane's side: keeps the pieces until the rest is there. */
export class Pieces {
  private readonly lists = new Map<string, { readonly place: readonly string[]; readonly items: unknown[] }>();

  take({ place, items }: Part): void {
    const key = JSON.stringify(place);
    const list = this.lists.get(key) ?? { place, items: [] };
    for (const item of items) list.items.push(item);
    this.lists.set(key, list);
  }

  /** The answer as the worker had it. */
  whole(rest: unknown): unknown {
    let answer = rest;
    for (const { place, items } of this.lists.values()) answer = put(answer, place, items);
    return answer;
  }
}

function put(answer: unknown, [name, ...deeper]: readonly string[], items: readonly unknown[]): unknown {
  if (name === undefined) return items;
  const within = answer as Readonly<Record<string, unknown>>;
  return { ...within, [name]: put(within[name], deeper, items) };
}
