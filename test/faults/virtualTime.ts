/** Time that passes when nothing else can happen: backoffs, hints and the watchdog run in milliseconds, in the order they would run in Excel. */
import type { Clock, Timers } from '../../src/app/session';

export interface Settled<T> {
  readonly value?: T;
  readonly error?: unknown;
  /** Milliseconds of virtual time it took. */
  readonly took: number;
}

/** Rounds of the event loop without a new timer before the clock goes on. */
const QUIET_ROUNDS = 25;
/** Real milliseconds after which a run that waits for no timer counts as hanging. */
const HANGS_AFTER = 120_000;

const round = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export class VirtualTime implements Clock, Timers {
  private moves = 0;
  private waiting: { readonly at: number; readonly action: () => void }[] = [];

  constructor(private at: number) {}

  now(): number {
    return this.at;
  }
  after(milliseconds: number, action: () => void): () => void {
    this.moves++;
    if (milliseconds === 0) {
      const handle = setImmediate(action);
      return () => clearImmediate(handle);
    }
    const entry = { at: this.at + milliseconds, action };
    this.waiting.push(entry);
    return () => {
      this.moves++;
      this.waiting = this.waiting.filter((other) => other !== entry);
    };
  }
  pass(milliseconds: number): void {
    this.at += milliseconds;
  }

  /** Waits for `work`. Whenever all stands still the clock goes on to the next timer. When nothing is left that could end it, that is its error. */
  async settled<T>(work: Promise<T>): Promise<Settled<T>> {
    const began = this.at;
    const found: { outcome: Settled<T> | null } = { outcome: null };
    work.then(
      (value) => (found.outcome = { value, took: this.at - began }),
      (error: unknown) => (found.outcome = { error, took: this.at - began }),
    );
    const idle = { since: performance.now() };
    while (found.outcome === null) {
      if (!(await this.still())) idle.since = performance.now();
      else if (!this.next(idle)) found.outcome = { error: new Error('it hangs: nothing could end it'), took: this.at - began };
    }
    return found.outcome;
  }

  /** Until it is so, or `over` settles; then until nothing happens any more without the clock. */
  async until(over: Promise<unknown>, isSo: () => boolean): Promise<void> {
    const ended = { yet: false };
    void over.then(() => (ended.yet = true));
    while (!ended.yet && !isSo()) if (await this.still()) this.next({ since: performance.now() });
    while (!(await this.still()));
  }

  private async still(): Promise<boolean> {
    const before = this.moves;
    for (let i = 0; i < QUIET_ROUNDS; i++) {
      await round();
      if (this.moves !== before) return false;
    }
    return true;
  }

  /** False when there has been no timer for long. */
  private next(idle: { since: number }): boolean {
    const [first] = this.waiting.toSorted((a, b) => a.at - b.at);
    if (!first) return performance.now() - idle.since < HANGS_AFTER;
    this.waiting = this.waiting.filter((other) => other !== first);
    this.at = Math.max(this.at, first.at);
    this.moves++;
    idle.since = performance.now();
    first.action();
    return true;
  }
}
