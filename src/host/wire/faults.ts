/**
 * Trouble on order, for tests (design.md 2). Numbers count requests from the moment the fault is set: 1 is the next one. Clean-up requests
 * (`_RemoveReference` after each Excel.run) are not counted.
 */
export interface Fault {
  /** Called before the request is carried out, for "the user edits a cell between request 3 and 4". */
  readonly before?: () => void;
  /** The error to answer with. */
  readonly code?: string;
  /** Index of the action that fails; the actions before it are done (office-js.md 1.2). Default 0: nothing is done. */
  readonly atAction?: number;
  /** No answer, ever. Before: nothing was done. */
  readonly silent?: 'before' | 'after';
  /** The executor rejects: the client makes a plain Error without code of it (wire.md 9). */
  readonly reject?: string;
  /** Values of every range come back null (office-js.md 1.1, #6781). */
  readonly nullValues?: boolean;
  /** Values come back one row short. */
  readonly shortBlock?: boolean;
  readonly delayMs?: number;
}

export class Faults {
  private seen = 0;
  private readonly planned = new Map<number, Fault[]>();

  /** The nth request from now fails. */
  fail(nth: number, code: string, atAction = 0): void {
    this.plan(nth, { code, atAction });
  }
  /** The nth request from now never settles; nothing of it is done unless `done`. */
  neverSettle(nth: number, done = false): void {
    this.plan(nth, { silent: done ? 'after' : 'before' });
  }
  /** Something happens just before the nth request from now. */
  before(nth: number, hook: () => void): void {
    this.plan(nth, { before: hook });
  }
  nullValues(nth: number): void {
    this.plan(nth, { nullValues: true });
  }
  shortBlock(nth: number): void {
    this.plan(nth, { shortBlock: true });
  }
  reject(nth: number, message: string): void {
    this.plan(nth, { reject: message });
  }
  delay(nth: number, delayMs: number): void {
    this.plan(nth, { delayMs });
  }
  plan(nth: number, fault: Fault): void {
    const number = this.seen + nth;
    this.planned.set(number, [...(this.planned.get(number) ?? []), fault]);
  }
  /** Forgets what was planned and has not happened. */
  clear(): void {
    this.planned.clear();
  }
  /** Counts a request and gives what was planned for it. */
  next(): Fault {
    this.seen += 1;
    const faults = this.planned.get(this.seen) ?? [];
    this.planned.delete(this.seen);
    const hooks = faults.map((fault) => fault.before).filter((hook) => hook !== undefined);
    const merged: Fault = Object.assign({}, ...faults) as Fault;
    return hooks.length === 0 ? merged : { ...merged, before: () => hooks.forEach((hook) => hook()) };
  }
}

/** Spoils the values in an answer. */
export function spoiled(value: unknown, fault: Fault): unknown {
  if (typeof value !== 'object' || value === null || !('Values' in value) || !Array.isArray(value.Values)) return value;
  if (fault.nullValues === true) return { ...value, Values: null };
  return fault.shortBlock === true ? { ...value, Values: value.Values.slice(0, -1) as unknown[] } : value;
}
