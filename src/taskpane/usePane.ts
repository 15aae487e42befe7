/** The pane's intentions: each starts a use case of the session and turns what comes back into the next state. One job at a time. */
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { OnProgress, Scan, ScanOptions, Session } from '../app/session';
import type { RowRef } from '../core/credit';
import type { Day } from '../core/day';
import type { OwnRole } from '../outputs/edit';
import { describeFailure, isAbort } from './failure';
import { firstState, next, type Happening, type JobKind, type PaneState } from './paneState';

export interface Intentions {
  readonly look: () => void;
  readonly find: () => void;
  readonly highlight: () => void;
  readonly clear: () => void;
  readonly preview: () => void;
  readonly publish: (user: string) => void;
  readonly askRemoval: () => void;
  readonly remove: (keep: readonly OwnRole[]) => void;
  readonly show: (rows: readonly RowRef[]) => void;
  readonly showRow: (sheet: string, row: number) => void;
  readonly cancel: () => void;
  readonly dispatch: (event: Happening) => void;
}

const optionsOf = (state: PaneState): ScanOptions => ({ asOf: state.asOf, corrections: state.corrections, ...(state.grain ? { grain: state.grain } : {}) });

const CHANGED = {
  intent: 'warning',
  title: 'The workbook changed since it was read',
  text: 'Find credits again first, so that nothing is marked by old figures.',
} as const;

type Work = (onProgress: OnProgress, signal: AbortSignal) => Promise<Happening>;

export type MakeSession = (onWaiting: OnProgress) => Session;

export function usePane(makeSession: MakeSession, today: Day): { readonly state: PaneState; readonly pane: Intentions } {
  const [state, dispatch] = useReducer(next, today, firstState);
  const [session] = useState(() => makeSession((progress) => dispatch({ type: 'progress', progress })));
  const latest = useRef(state);
  const running = useRef<AbortController | null>(null);
  useEffect(() => {
    latest.current = state;
  }, [state]);

  const run = useCallback((kind: JobKind, work: Work): void => {
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    dispatch({ type: 'started', kind, at: Date.now() });
    const report: OnProgress = (progress) => {
      if (running.current === controller) dispatch({ type: 'progress', progress });
    };
    const settle = (event: Happening): void => {
      // A cancelled job may still answer, minutes later: its answer no longer counts.
      if (running.current !== controller) return;
      running.current = null;
      dispatch(event);
    };
    work(report, controller.signal).then(settle, (error: unknown) =>
      settle(isAbort(error) ? { type: 'stopped', kind } : { type: 'failed', kind, failure: describeFailure(error) }),
    );
    controller.signal.addEventListener('abort', () => settle({ type: 'stopped', kind }));
  }, []);

  const pane = useMemo((): Intentions => {
    const withScan = (kind: JobKind, work: (scan: Scan, onProgress: OnProgress, signal: AbortSignal) => Promise<Happening>): void => {
      const { scan } = latest.current;
      if (scan) run(kind, (onProgress, signal) => work(scan, onProgress, signal));
    };
    const told = (work: Promise<void>): void => {
      work.catch((error: unknown) => dispatch({ type: 'failed', failure: describeFailure(error) }));
    };
    return {
      dispatch,
      look: () => run('look', async () => ({ type: 'looked', look: await session.look(optionsOf(latest.current)) })),
      find: () => run('scan', async (onProgress, signal) => ({ type: 'scanned', scan: await session.scan(optionsOf(latest.current), onProgress, signal) })),
      highlight: () =>
        withScan('highlight', async (scan, onProgress, signal) => {
          if (!(await session.unchanged(scan))) return { type: 'refused', notice: CHANGED };
          return { type: 'highlighted', result: await session.highlight(scan, onProgress, signal) };
        }),
      clear: () =>
        run('clear', async (onProgress, signal) => {
          const { rules, left } = await session.clearHighlights(onProgress, signal);
          const text = left.map(({ sheet, why }) => `${sheet}: ${why}`).join(' ');
          const title = rules === 0 ? 'There were no highlights' : 'Highlights cleared';
          return { type: 'cleared', notice: { intent: left.length ? 'warning' : 'success', title, text: text || 'Your workbook looks as it did before.' } };
        }),
      preview: () => withScan('preview', async (scan) => ({ type: 'previewed', preview: await session.preview(scan) })),
      publish: (user) =>
        withScan('publish', async (scan, onProgress, signal) => ({ type: 'published', published: await session.publish(scan, user, onProgress, signal) })),
      askRemoval: () => run('removal', async () => ({ type: 'removalFound', removal: await session.previewRemoval() })),
      remove: (keep) =>
        run('remove', async (onProgress, signal) => {
          const { removed } = await session.removeSheets(keep, onProgress, signal);
          return { type: 'removed', notice: { intent: 'success', title: 'Sheets removed', text: removed.join(', ') || 'None was there.' } };
        }),
      show: (rows) => {
        const names = latest.current.scan?.reading.sheetNames ?? [];
        told(session.showInSheet(rows.flatMap(({ sheet, row }) => (names[sheet] === undefined ? [] : [{ sheet: names[sheet], row }]))));
      },
      showRow: (sheet, row) => told(session.showInSheet([{ sheet, row }])),
      cancel: () => running.current?.abort(),
    };
  }, [run, session]);

  const untold = state.screen === 'credit' && state.story === null ? state.account : null;
  useEffect(() => {
    if (untold === null) return;
    session.story(untold).then(
      (story) => dispatch({ type: 'story', account: untold, story }),
      (error: unknown) => dispatch({ type: 'failed', failure: describeFailure(error) }),
    );
  }, [session, untold]);

  // What is read is read again whenever a correction changes it.
  useEffect(() => pane.look(), [pane, state.corrections]);
  return { state, pane };
}
