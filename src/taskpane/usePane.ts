/** The pane's intentions: each starts a use case of the session and turns what comes back into the next state. One job at a time. */
import { startTransition, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Decision } from '../app/decisions';
import type { OnProgress, Preview, PublishOptions, Scan, ScanOptions, Session } from '../app/session';
import type { PolicySuggestion, PolicyTrial } from '../app/ruleLab';
import type { RowSpan, Scope } from '../app/scope';
import type { RowRef } from '../core/credit';
import type { Day } from '../core/day';
import type { OwnRole } from '../outputs/edit';
import { describeFailure, isAbort } from './failure';
import { asksToWrite } from './address';
import { beforeOf, overdue, stillAs } from './deciding';
import { addAll } from './adding';
import { savedMask, savedName } from './parts/userName';
import { firstState, next, type Happening, type JobKind, type Notice, type PaneState } from './paneState';
import { counted } from './words';

export interface Intentions {
  readonly look: () => void;
  readonly find: () => void;
  readonly highlight: () => void;
  readonly clear: () => void;
  readonly preview: () => void;
  readonly publish: (user: string) => void;
  /** Previews the Medicare credit balance report (CMS-838), alone. */
  readonly medicare: () => void;
  readonly askRemoval: () => void;
  readonly remove: (keep: readonly OwnRole[]) => void;
  readonly show: (rows: readonly RowRef[]) => void;
  readonly showRow: (sheet: string, row: number) => void;
  /** Takes corrections of the reading back, also those the workbook remembers. */
  readonly forget: (keys: readonly string[]) => void;
  /** Adds the sheets of files, one after the other, and looks at the workbook again. */
  readonly addFiles: (files: readonly File[]) => void;
  /** Last month's reviewed file: looked into, and its work goes into the next results; null = left out. */
  readonly carryOver: (file: File | null) => void;
  /** Finds again and lists only these credits; null = all. */
  readonly list: (scope: Scope | null) => void;
  readonly selectedRows: () => Promise<readonly RowSpan[]>;
  readonly cancel: () => void;
  /** Writes decisions into *Credits*, or keeps them for its first write; `label` names them for Undo. */
  readonly decide: (wanted: readonly Decision[], label: string) => void;
  readonly undo: () => void;
  /** Reads what people typed on *Credits*. */
  readonly refresh: () => void;
  /** Whether the flagged accounts alone are as they were; then what was found may be written. */
  readonly recheck: () => void;
  /** *How sure is this?*: tests the review on a copy of these accounts. */
  readonly selfTest: (seed: number) => void;
  readonly setPolicy: (values: Readonly<Record<string, string>>) => void;
  /** What one policy value would change; null when it cannot be told, which is said. */
  readonly tryPolicy: (id: string, value: string) => Promise<PolicyTrial | null>;
  readonly suggestPolicy: (id: string) => Promise<PolicySuggestion | null>;
  readonly verifyLog: () => void;
  /** Puts the refund file as CSV on the clipboard. */
  readonly copyRefundFile: () => void;
  /** From wherever the pane is to the preview of the write. */
  readonly toWrite: () => void;
  readonly dispatch: (event: Happening) => void;
}

const optionsOf = ({ asOf, corrections, grain, scope, carried }: PaneState): ScanOptions => ({
  asOf,
  corrections,
  ...(grain ? { grain } : {}),
  ...(scope ? { scope } : {}),
  ...(carried ? { previous: carried.previous } : {}),
});

const CHANGED = {
  intent: 'warning',
  title: 'The workbook changed since it was read',
  text: 'Find credits again first, so that nothing is marked by old figures.',
} as const;

const CHANGED_SINCE = {
  intent: 'warning',
  title: 'Not undone',
  text: 'The sheet no longer shows that decision; someone changed it since. It stays as it is.',
} as const;

/** All that was decided here and is not logged yet. */
const toPublish = ({ made, waiting }: PaneState): PublishOptions => ({ decisions: [...new Map([...made, ...waiting]).values()] });

const isMedicareReport = (preview: Preview | null): boolean =>
  preview !== null && preview.sheets.length > 0 && preview.sheets.every(({ role }) => role === 'cms838');
const NOTHING_TO_MEDICARE: Notice = {
  intent: 'info',
  title: 'No line for the Medicare report',
  text: 'No credit here is owed to Medicare. A provider that has none still certifies so for the quarter.',
};

const logNotice = (faults: Awaited<ReturnType<Session['verifyLog']>>): Notice =>
  faults.length === 0
    ? { intent: 'success', title: 'The log is whole', text: 'No line of Credit log was changed, moved or taken out.' }
    : {
        intent: 'warning',
        title: `The log is not whole: ${counted(faults.length, 'fault')}`,
        text: faults
          .slice(0, 3)
          .map(({ message }) => message)
          .join(' '),
      };

const COPIED = {
  intent: 'success',
  title: 'Refund file copied',
  text: 'Paste it into a text file whose name ends in .csv, or into the accounts payable screen.',
} as const;
const NOT_COPIED = {
  intent: 'warning',
  title: 'This Excel does not let the pane copy',
  text: 'Open the sheet Refund file, and save a copy of it as CSV.',
} as const;
const NO_REFUNDS = {
  intent: 'info',
  title: 'The refund file is empty',
  text: 'A refund comes into it once it is approved on Refunds and written again.',
} as const;
/** Excel may not let a pane reach the clipboard; then it is said how else. */
async function copied(csv: string): Promise<Notice> {
  if (csv === '') return NO_REFUNDS;
  const { clipboard } = navigator as { readonly clipboard?: Clipboard };
  if (!clipboard) return NOT_COPIED;
  return await clipboard.writeText(csv).then(
    () => COPIED,
    () => NOT_COPIED,
  );
}

const MOST_NAMED = 5;
/** What to say when flagged accounts are not as they were. */
const flaggedChanged = (changed: readonly string[]): Notice => ({
  intent: 'warning',
  title: changed.length === 0 ? 'The sheets changed too much to check account by account' : `${counted(changed.length, 'flagged account')} changed`,
  text: `${changed.slice(0, MOST_NAMED).join(', ')}${changed.length > MOST_NAMED ? ' and others' : ''}${changed.length > 0 ? '. ' : ''}Find credits again, so that nothing is written by old figures.`,
});

type Work = (onProgress: OnProgress, signal: AbortSignal) => Promise<Happening>;

export type MakeSession = (onWaiting: OnProgress) => Session;

export function usePane(makeSession: MakeSession, today: Day): { readonly state: PaneState; readonly pane: Intentions } {
  const [state, dispatch] = useReducer(next, today, (asOf) => firstState(asOf, { me: savedName(), masked: savedMask() }));
  const [session] = useState(() => makeSession((progress) => dispatch({ type: 'progress', progress })));
  const latest = useRef(state);
  const running = useRef<AbortController | null>(null);
  // Decisions are written, and read back, one after the other.
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const thenWrite = useRef(false);
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
      // The results are drawn in slices: at once they would hold the pane up for a tenth of a second.
      if (event.type === 'scanned') startTransition(() => dispatch(event));
      else dispatch(event);
    };
    work(report, controller.signal).then(settle, (error: unknown) =>
      settle(isAbort(error) ? { type: 'stopped', kind } : { type: 'failed', kind, failure: describeFailure(error) }),
    );
    controller.signal.addEventListener('abort', () => settle({ type: 'stopped', kind }));
  }, []);

  const pane: Intentions = useMemo((): Intentions => {
    const withScan = (kind: JobKind, work: (scan: Scan, onProgress: OnProgress, signal: AbortSignal) => Promise<Happening>): void => {
      const { scan } = latest.current;
      if (scan) run(kind, (onProgress, signal) => work(scan, onProgress, signal));
    };
    const told = (work: Promise<void>): void => {
      work.catch((error: unknown) => dispatch({ type: 'failed', failure: describeFailure(error) }));
    };
    const inLine = (work: () => Promise<void>): void => {
      line.current = line.current.then(work);
    };
    const tell = (error: unknown): void => dispatch({ type: 'notice', notice: { intent: 'error', ...describeFailure(error) } });
    /** For answers that change nothing here. */
    const withReviewed = async <T>(ask: (scan: Scan) => Promise<T>): Promise<T | null> => {
      const { scan } = latest.current;
      if (!scan?.review) return null;
      try {
        return await ask(scan);
      } catch (error) {
        tell(error);
        return null;
      }
    };
    const read = async (scan: Scan): Promise<void> => {
      const found = await session.decisions(scan);
      // The rows may have been written from another pane of this workbook: what waited here goes onto them now.
      const left = overdue([...latest.current.waiting.values()], new Map(found.decisions.map((each) => [each.id, each])));
      const late = left.length > 0 && (await session.decide(scan, left)).written.length > 0;
      dispatch({ type: 'decisions', found: late ? await session.decisions(scan) : found });
    };
    const put = (wanted: readonly Decision[], before: readonly Decision[]): void =>
      inLine(async () => {
        const { scan } = latest.current;
        if (!scan) return;
        try {
          dispatch({ type: 'decided', wanted, told: await session.decide(scan, wanted, latest.current.me) });
        } catch (error) {
          dispatch({ type: 'undecided', before, failure: describeFailure(error) });
        }
      });
    return {
      dispatch,
      look: () => run('look', async () => ({ type: 'looked', look: await session.look(optionsOf(latest.current)) })),
      find: () => {
        thenWrite.current = false;
        run('scan', async (onProgress, signal) => ({ type: 'scanned', scan: await session.scan(optionsOf(latest.current), onProgress, signal) }));
      },
      addFiles: (files) =>
        run('add', async (onProgress, signal) => {
          const notice = await addAll(session, files, onProgress, signal);
          return { type: 'added', notice, look: await session.look(optionsOf(latest.current)) };
        }),
      carryOver: (file) => {
        if (!file) dispatch({ type: 'carried', file });
        else run('tool', async () => await (await import('./carrying')).carried(session, file));
      },
      list: (scope) => {
        if (running.current) return;
        dispatch({ type: 'scope', scope });
        run('scan', async (onProgress, signal) => ({
          type: 'scanned',
          scan: await session.scan(optionsOf({ ...latest.current, scope }), onProgress, signal),
        }));
      },
      selectedRows: () => session.selectedRows(),
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
      preview: () => withScan('preview', async (scan) => ({ type: 'previewed', preview: await session.preview(scan, toPublish(latest.current)) })),
      publish: (user) =>
        withScan('publish', async (scan, onProgress, signal) => {
          if (isMedicareReport(latest.current.preview))
            return { type: 'published', published: await session.writeMedicareReport(scan, user, onProgress, signal), reportOnly: true };
          return { type: 'published', published: await session.publish(scan, user, onProgress, signal, toPublish(latest.current)), reportOnly: false };
        }),
      medicare: () =>
        withScan('preview', async (scan) => {
          const preview = await session.preview(scan, { medicareReport: true });
          if (preview.refused === null && preview.sheets.length === 0) return { type: 'refused', notice: NOTHING_TO_MEDICARE };
          return { type: 'previewed', preview };
        }),
      decide: (wanted, label) => {
        const before = beforeOf(wanted, latest.current.shown);
        dispatch({ type: 'decide', wanted, undo: { label, before, after: wanted } });
        put(wanted, before);
      },
      undo: () =>
        inLine(async () => {
          const { undo, scan } = latest.current;
          if (!undo || !scan) return;
          try {
            const { decisions } = await session.decisions(scan);
            const shown = new Map([...latest.current.waiting, ...decisions.map((each) => [each.id, each] as const)]);
            if (!stillAs(undo.after, shown)) {
              dispatch({ type: 'notice', notice: CHANGED_SINCE });
              return;
            }
            dispatch({ type: 'decide', wanted: undo.before, undo: null });
            put(undo.before, undo.after);
          } catch (error) {
            tell(error);
          }
        }),
      refresh: () => {
        if (running.current || !latest.current.scan?.review) return;
        inLine(async () => {
          const { scan } = latest.current;
          if (scan) await read(scan).catch(tell);
        });
      },
      recheck: () =>
        withScan('recheck', async (scan) => {
          const { held, changed, others } = await session.recheck(scan);
          if (!held) return { type: 'refused', notice: flaggedChanged(changed) };
          dispatch({ type: 'rechecked', scan: held, others });
          return { type: 'previewed', preview: await session.preview(held, toPublish(latest.current)) };
        }),
      selfTest: (seed) => {
        if (running.current) return;
        dispatch({ type: 'go', screen: 'selfTest' });
        withScan('selfTest', async (scan, onProgress, signal) => ({ type: 'selfTested', run: await session.selfTest(scan, { seed }, onProgress, signal) }));
      },
      setPolicy: (values) =>
        run('tool', async () => {
          await session.setPolicy(values, latest.current.me);
          return { type: 'policySet' };
        }),
      tryPolicy: (id, value) => withReviewed((scan) => session.tryPolicy(scan, id, value, toPublish(latest.current).decisions ?? [])),
      suggestPolicy: (id) => withReviewed((scan) => session.suggestPolicy(scan, id, toPublish(latest.current).decisions ?? [])),
      verifyLog: () => run('tool', async () => ({ type: 'refused', notice: logNotice(await session.verifyLog()) })),
      copyRefundFile: () => run('tool', async () => ({ type: 'refused', notice: await copied(await session.refundFileCsv()) })),
      toWrite: () => {
        if (latest.current.scan?.review && !latest.current.outdated) {
          pane.preview();
          return;
        }
        pane.find();
        thenWrite.current = true;
      },
      askRemoval: () => run('removal', async () => ({ type: 'removalFound', removal: await session.previewRemoval() })),
      remove: (keep) =>
        run('remove', async (onProgress, signal) => {
          const { removed } = await session.removeSheets(keep, onProgress, signal);
          return { type: 'removed', sheets: removed, notice: { intent: 'success', title: 'Sheets removed', text: removed.join(', ') || 'None was there.' } };
        }),
      show: (rows) => {
        const names = latest.current.scan?.reading.sheetNames ?? [];
        told(session.showInSheet(rows.flatMap(({ sheet, row }) => (names[sheet] === undefined ? [] : [{ sheet: names[sheet], row }]))));
      },
      showRow: (sheet, row) => told(session.showInSheet([{ sheet, row }])),
      forget: (keys) =>
        run('tool', async () => {
          await session.forget(keys);
          return { type: 'forgot', keys };
        }),
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

  const { scan } = state;
  const reviewed = scan?.review ?? null;
  useEffect(() => {
    if (!reviewed) return;
    pane.refresh();
    if (!thenWrite.current) return;
    thenWrite.current = false;
    pane.preview();
  }, [pane, reviewed]);
  // Typed in the sheet meanwhile: shown when the person comes back to the list or to the pane.
  useEffect(() => {
    if (state.screen === 'results' || state.published) pane.refresh();
  }, [pane, state.screen, state.published]);
  // After the first look, which is a job of its own.
  const looked = state.look !== null;
  useEffect(() => {
    const arrive = (): void => {
      if (!asksToWrite(location.hash)) return;
      // So that the button works a second time.
      location.hash = '';
      pane.toWrite();
    };
    if (!looked) return;
    arrive();
    addEventListener('hashchange', arrive);
    return () => removeEventListener('hashchange', arrive);
  }, [pane, looked]);
  useEffect(() => {
    addEventListener('focus', pane.refresh);
    return () => removeEventListener('focus', pane.refresh);
  }, [pane]);

  // What is read is read again whenever a correction or another level changes it.
  useEffect(() => pane.look(), [pane, state.corrections, state.grain]);
  return { state, pane };
}
