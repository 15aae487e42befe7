/** The pane: which screen stands, and what is said aloud. */
import { makeStyles, Spinner } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type FocusEvent, type JSX } from 'react';
import type { Story } from '../app/session';
import type { Credit } from '../core/credit';
import type { Day } from '../core/day';
import { jobWords } from './parts/JobView';
import type { PaneState } from './paneState';
import { CreditScreen } from './screens/CreditScreen';
import { ReadScreen } from './screens/ReadScreen';
import { ResultsScreen } from './screens/ResultsScreen';
import { usePane, type MakeSession } from './usePane';
import { hiding, masked, storyIn, withDates } from './worded';
import { counted, datesInWords } from './words';

const useStyles = makeStyles({
  pane: { height: '100%' },
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

/** What a screen reader should hear now; long jobs speak every five seconds, not at every block. */
function spokenOf({ job, notice, screen, scan, selfTest, published }: PaneState): string {
  if (job) return jobWords(job);
  if (notice) return `${notice.title} ${notice.text}`;
  if (screen === 'results' && scan?.review) return `${counted(scan.review.credits.length, 'account')} found`;
  if (screen === 'selfTest' && selfTest) return `${counted(selfTest.kinds.length, 'kind')} of credit tested`;
  if (screen === 'write' && published) return `${counted(published.sheets.length, 'sheet')} written`;
  return '';
}

function useSpoken(state: PaneState): string {
  const words = spokenOf(state);
  const busy = state.job !== null;
  const [spoken, setSpoken] = useState(words);
  const latest = useRef(words);
  useEffect(() => {
    latest.current = words;
    if (!busy) setSpoken(words);
  }, [words, busy]);
  useEffect(() => {
    if (!busy) return;
    setSpoken(latest.current);
    const timer = setInterval(() => setSpoken(latest.current), 5_000);
    return () => clearInterval(timer);
  }, [busy]);
  return spoken;
}

export interface PaneProps {
  /** Called once; what Excel keeps us waiting for is reported to it. */
  readonly makeSession: MakeSession;
  readonly today: Day;
  readonly onSample?: (() => void) | undefined;
}

// Not seen at first: loaded when first opened, so that the pane opens sooner.
const BulkScreen = lazy(async () => ({ default: (await import('./screens/BulkScreen')).BulkScreen }));
const SelfTestScreen = lazy(async () => ({ default: (await import('./screens/SelfTestScreen')).SelfTestScreen }));
const WriteScreen = lazy(async () => ({ default: (await import('./screens/WriteScreen')).WriteScreen }));
const ProblemsScreen = lazy(async () => ({ default: (await import('./screens/ProblemsScreen')).ProblemsScreen }));
const RemoveScreen = lazy(async () => ({ default: (await import('./screens/RemoveScreen')).RemoveScreen }));
const HelpScreen = lazy(async () => ({ default: (await import('./screens/HelpScreen')).HelpScreen }));
const SettingsScreen = lazy(async () => ({ default: (await import('./screens/SettingsScreen')).SettingsScreen }));
const RuleLabScreen = lazy(async () => ({ default: (await import('./screens/RuleLabScreen')).RuleLabScreen }));
const AboutScreen = lazy(async () => ({ default: (await import('./screens/AboutScreen')).AboutScreen }));

/** The state as it may be seen: without names while they are hidden. */
function useSeen(state: PaneState): PaneState {
  const { scan } = state;
  const hidden = useMemo(
    () => (state.masked && scan?.review ? { ...scan, review: { ...scan.review, credits: scan.review.credits.map(masked) } } : scan),
    [scan, state.masked],
  );
  return hidden === scan ? state : { ...state, scan: hidden };
}

/** The open credit and its story, in words. */
function useOpen(state: PaneState, seen: PaneState): { readonly credit: Credit | null; readonly story: Story | null } {
  const { account, story, masked: hide } = state;
  const find = ({ scan }: PaneState): Credit | undefined => (account === null ? undefined : scan?.review?.credits.find((each) => each.account === account));
  const [raw, shown] = [find(state), find(seen)];
  return useMemo(() => {
    const reword = raw && hide ? hiding(raw) : (text: string): string => text;
    return { credit: shown ? withDates(shown) : null, story: story && storyIn(story, (text) => datesInWords(reword(text))) };
  }, [raw, shown, story, hide]);
}

export function Pane({ makeSession, today, onSample }: PaneProps): JSX.Element {
  const { state, pane } = usePane(makeSession, today);
  const seen = useSeen(state);
  const { credit, story } = useOpen(state, seen);
  const { scan } = seen;
  const props = { state: seen, pane, onSample };
  const screen = (): JSX.Element | null => {
    if (state.screen === 'credit' && scan && credit)
      return <CreditScreen key={credit.account} state={{ ...seen, story }} pane={pane} scan={scan} credit={credit} />;
    if (state.screen === 'results' && scan?.review) return <ResultsScreen {...props} scan={scan} />;
    if (state.screen === 'bulk' && scan?.review) return <BulkScreen {...props} scan={scan} />;
    if (state.screen === 'selfTest') return <SelfTestScreen {...props} />;
    if (state.screen === 'write' && state.preview) return <WriteScreen {...props} />;
    if (state.screen === 'remove') return <RemoveScreen {...props} />;
    if (state.screen === 'problems') return <ProblemsScreen {...props} />;
    if (state.screen === 'help') return <HelpScreen {...props} />;
    if (state.screen === 'settings') return <SettingsScreen {...props} />;
    if (state.screen === 'ruleLab' && scan?.review) return <RuleLabScreen {...props} scan={scan} />;
    if (state.screen === 'about') return <AboutScreen {...props} />;
    return <ReadScreen {...props} />;
  };
  return (
    <div className={useStyles().pane} onFocus={(event) => onReturn(pane.refresh, event)}>
      <Suspense fallback={<Opening />}>{screen()}</Suspense>
      <div role="status" className={useStyles().spoken}>
        {useSpoken(state)}
      </div>
    </div>
  );
}

/** A seldom seen screen is on its way. */
const Opening = (): JSX.Element => (
  <main>
    <Spinner label="Opening" />
  </main>
);

/** In the workbench the sheet is on the same page: coming back into the pane is a focus from outside it (its own menus stand in portals). */
function onReturn(refresh: () => void, { currentTarget, relatedTarget }: FocusEvent): void {
  if (!(relatedTarget instanceof Element) || currentTarget.contains(relatedTarget) || relatedTarget.closest('[data-portal-node]')) return;
  refresh();
}
