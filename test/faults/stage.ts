/** A pane over a workbook in the embedded Excel, in virtual time, with somebody who presses Stop when it is offered. */
import { createLocalAnalyst } from '../../src/app/localAnalyst';
import { createSession } from '../../src/app/createSession';
import type { Analyst, Scan, Session } from '../../src/app/session';
import { OFFER_STOP } from '../../src/excel/guard';
import { startExcel } from '../../src/host/node';
import type { EmbeddedExcel } from '../../src/host/node';
import type { Book } from '../../src/host/workbook';
import { AS_OF } from '../app/billing';
import { DECISIONS, ONE_DECISION, T0 } from './books';
import { VirtualTime } from './virtualTime';
import type { Settled } from './virtualTime';

export interface Stage {
  readonly excel: EmbeddedExcel;
  readonly time: VirtualTime;
  readonly analyst: Analyst;
  readonly session: Session;
  /** What the pane said while it waited. */
  readonly said: string[];
  readonly hooks: { readonly onProgress: (progress: { readonly stage: string; readonly message: string }) => void; readonly signal: AbortSignal };
  /** When Stop was pressed; null when it was not. */
  stoppedAt: number | null;
}

export const openStage = async (book: Book, at = T0, analyst = createLocalAnalyst()): Promise<Stage> => paneOver(await startExcel(book), at, analyst);

/** Another pane over the same Excel. */
export function paneOver(excel: EmbeddedExcel, at: number, analyst: Analyst = createLocalAnalyst(), time = new VirtualTime(at)): Stage {
  const said: string[] = [];
  const stop = new AbortController();
  const onProgress = (progress: { readonly stage: string; readonly message: string }): void => {
    if (progress.stage !== 'waiting') return;
    said.push(progress.message);
    if (progress.message !== OFFER_STOP) return;
    stage.stoppedAt = time.now();
    stop.abort();
  };
  const session = createSession({ analyst, clock: time, timers: time, user: 'Kim', onWaiting: onProgress });
  const stage: Stage = { excel, time, analyst, session, said, hooks: { onProgress, signal: stop.signal }, stoppedAt: null };
  return stage;
}

export const USE_CASES = ['scan', 'highlight', 'first write', 'later write', 're-check', 'clear', 'decide'] as const;
export type UseCase = (typeof USE_CASES)[number];
/** All but the first write happen in the workbook that people worked on. */
export const isFresh = (useCase: UseCase): boolean => useCase === 'first write';

/** With the level chosen, so that the choice is kept in the workbook. */
export const scanOf = ({ session, hooks }: Stage): Promise<Scan> => session.scan({ asOf: AS_OF, grain: 'account' }, hooks.onProgress, hooks.signal);

export function start(useCase: UseCase, stage: Stage, scan: Scan): Promise<unknown> {
  const { session, hooks } = stage;
  switch (useCase) {
    case 'scan':
      return scanOf(stage);
    case 'highlight':
      return session.highlight(scan, hooks.onProgress, hooks.signal);
    case 'first write':
      return session.publish(scan, 'Kim', hooks.onProgress, hooks.signal, { decisions: DECISIONS });
    case 'later write':
      return session.publish(scan, 'Kim', hooks.onProgress, hooks.signal);
    case 're-check':
      return session.recheck(scan);
    case 'clear':
      return session.clearHighlights(hooks.onProgress, hooks.signal);
    case 'decide':
      return session.decide(scan, [ONE_DECISION]);
  }
}

export const run = (useCase: UseCase, stage: Stage, scan: Scan): Promise<Settled<unknown>> => stage.time.settled(start(useCase, stage, scan));
