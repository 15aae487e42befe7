/**
 * The use cases over the one door to Excel and an analyst (design.md 3). Pane, ribbon, workbench and command line all start here.
 * Excel must be loaded first: Office.js in Excel, or the embedded Excel.
 */
import type { Analyst, Clock, Progress, Session, Timers } from './session';

export interface SessionTools {
  readonly analyst: Analyst;
  /** Default: performance.now(). */
  readonly clock?: Clock;
  /** Default: setTimeout. */
  readonly timers?: Timers;
  /** Who works, for the lease and the log; '' when not asked yet. */
  readonly user?: string;
  /** Told when Excel keeps us waiting outside a call that has its own onProgress (stage "waiting"). */
  readonly onWaiting?: (progress: Progress) => void;
}

/** Throws HostFailure "ApiNotFound" when this Excel is older than ExcelApi 1.14, at the first call that needs Excel. */
export function createSession(tools: SessionTools): Session {
  throw new Error(`not implemented: ${String(tools.user)}`);
}
