/**
 * The one queue to Excel: one batch in flight, a watchdog over the whole Excel.run (a hanging clean-up request hangs it too, wire.md 4), a hint
 * while a cell is being edited, and typed failures (office-js.md 1.2, 1.3, 1.10).
 */
import type { Clock, OnProgress, Timers } from '../app/session';
import { aborted, asFailure, HostFailure, isBusy } from './failure';

export const HINT_AFTER = 1_000;
export const STILL_WAITING_AFTER = 15_000;
export const OFFER_STOP_AFTER = 60_000;
/** Without anyone who could press Stop, a silent Excel is given up. */
export const GIVE_UP_AFTER = 90_000;
const BACKOFF = [1_000, 2_000, 4_000];

export const EDITING_HINT = 'Excel is waiting for you to finish editing a cell: press Enter or Esc.';
export const STILL_WAITING = 'Still waiting for Excel. If you are editing a cell, press Enter or Esc; close any open dialog.';
export const OFFER_STOP = 'Excel has not answered for a minute. You can stop; nothing more will be started.';

export interface GuardTools {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly onWaiting: OnProgress;
}

export interface RunOptions {
  /** Asks for cancel: checked before each request and while one is in flight. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
  /** True for batches that may be sent twice without harm (reads, and writes of the same cells). */
  readonly repeatable?: boolean;
  /** True for the small first batch of an action: silence after a second most likely means a cell being edited. */
  readonly probe?: boolean;
}

export type Work<T> = (context: Excel.RequestContext) => Promise<T>;

/** What holds while a run writes: looked at before each Excel.run and in its first request. */
export interface Hold {
  /** Rejects with HostFailure when the hold is lost. */
  readonly renew: () => Promise<void>;
  /** Queues what makes Excel refuse the request, with nothing of it done, when the hold is lost. */
  readonly queue: (context: Excel.RequestContext) => void;
}

export interface Guard {
  /** One Excel.run. Each `context.sync()` counts as a sign of life and sees a cancel. */
  readonly run: <T>(work: Work<T>, options?: RunOptions) => Promise<T>;
  /** Lets the page breathe between blocks, and sees a cancel. */
  readonly breathe: (signal?: AbortSignal) => Promise<void>;
  /** From now on, or with null no longer. */
  readonly hold: (hold: Hold | null) => void;
  readonly clock: Clock;
  /** By how much the workbook's dates lie below those of the 1900 system, as the last look at it found (dateSystem.ts). */
  daysOff: number;
}

export function createGuard(tools: GuardTools): Guard {
  let tail: Promise<unknown> = Promise.resolve();
  let held: Hold | null = null;
  const inTurn = <T>(work: Work<T>, options: RunOptions): Promise<T> => {
    const turn = tail.then(() => withBackoff(tools, () => watched(tools, work, options), options));
    tail = turn.catch(() => undefined);
    return turn;
  };
  const whileHeld = async <T>({ renew, queue }: Hold, work: Work<T>, options: RunOptions): Promise<T> => {
    await renew();
    const checked: Work<T> = (context) => {
      queue(context);
      return work(context);
    };
    return await inTurn(checked, options);
  };
  const run = <T>(work: Work<T>, options: RunOptions = {}): Promise<T> => (held ? whileHeld(held, work, options) : inTurn(work, options));
  const breathe = async (signal?: AbortSignal): Promise<void> => {
    await wait(tools.timers, 0, signal);
  };
  return { run, breathe, hold: (hold) => void (held = hold), clock: tools.clock, daysOff: 0 };
}

/** Rejects with AbortError when the signal fires first. */
function wait(timers: Timers, milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(aborted());
      return;
    }
    const stop = (): void => {
      cancel();
      reject(aborted());
    };
    const cancel = timers.after(milliseconds, () => {
      signal?.removeEventListener('abort', stop);
      resolve();
    });
    signal?.addEventListener('abort', stop, { once: true });
  });
}

async function withBackoff<T>(tools: GuardTools, attempt: () => Promise<T>, options: RunOptions): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const pause = BACKOFF[tries];
      if (options.repeatable !== true || pause === undefined || !isBusy(error)) throw asFailure(error);
      await wait(tools.timers, pause, options.signal);
    }
  }
}

/** Races one Excel.run against cancel and the clock. The pending call itself cannot be cancelled: its result is ignored. */
function watched<T>(tools: GuardTools, work: Work<T>, options: RunOptions): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const { signal } = options;
    if (signal?.aborted) {
      reject(aborted());
      return;
    }
    const dog = watchdog(tools, options, () => finish(() => reject(new HostFailure('NotAnswering'))));
    let over = false;
    const finish = (settle: () => void): void => {
      if (over) return;
      over = true;
      dog.stop();
      signal?.removeEventListener('abort', onAbort);
      settle();
    };
    const onAbort = (): void => finish(() => reject(aborted()));
    signal?.addEventListener('abort', onAbort, { once: true });
    excelRun(work, () => over, dog.alive).then(
      (value) => finish(() => resolve(value)),
      (error: unknown) => finish(() => reject(error instanceof Error ? error : new Error(String(error)))),
    );
  });
}

function excelRun<T>(work: Work<T>, isOver: () => boolean, alive: () => void): Promise<T> {
  if (typeof Excel === 'undefined') return Promise.reject(new HostFailure('NotInExcel'));
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const send = context.sync.bind(context);
    context.sync = async <P>(passed?: P): Promise<P> => {
      if (isOver()) throw aborted();
      const result = await send(passed);
      if (isOver()) throw aborted();
      alive();
      return result;
    };
    return await work(context);
  });
}

interface Watchdog {
  readonly alive: () => void;
  readonly stop: () => void;
}

function watchdog(tools: GuardTools, options: RunOptions, giveUp: () => void): Watchdog {
  let cancels: (() => void)[] = [];
  const say = (message: string) => (): void => (options.onProgress ?? tools.onWaiting)({ stage: 'waiting', done: 0, total: 0, message });
  const stop = (): void => {
    for (const cancel of cancels) cancel();
    cancels = [];
  };
  const start = (probe: boolean): void => {
    cancels = [tools.timers.after(STILL_WAITING_AFTER, say(STILL_WAITING))];
    if (probe) cancels.push(tools.timers.after(HINT_AFTER, say(EDITING_HINT)));
    if (options.signal) cancels.push(tools.timers.after(OFFER_STOP_AFTER, say(OFFER_STOP)));
    else cancels.push(tools.timers.after(GIVE_UP_AFTER, giveUp));
  };
  start(options.probe === true);
  return {
    stop,
    alive: () => {
      stop();
      start(false);
    },
  };
}
