/** The pane: which screen stands, and what is said aloud. */
import { makeStyles } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState, type JSX } from 'react';
import type { Day } from '../core/day';
import { jobWords } from './parts/JobView';
import type { PaneState } from './paneState';
import { CreditScreen } from './screens/CreditScreen';
import { ProblemsScreen } from './screens/ProblemsScreen';
import { ReadScreen } from './screens/ReadScreen';
import { RemoveScreen } from './screens/RemoveScreen';
import { ResultsScreen } from './screens/ResultsScreen';
import { WriteScreen } from './screens/WriteScreen';
import { usePane, type MakeSession } from './usePane';
import { counted } from './words';

const useStyles = makeStyles({
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

/** What a screen reader should hear now; long jobs speak every five seconds, not at every block. */
function spokenOf({ job, notice, screen, scan, published }: PaneState): string {
  if (job) return jobWords(job);
  if (notice) return `${notice.title} ${notice.text}`;
  if (screen === 'results' && scan?.review) return `${counted(scan.review.credits.length, 'account')} found`;
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

export function Pane({ makeSession, today, onSample }: PaneProps): JSX.Element {
  const { state, pane } = usePane(makeSession, today);
  const { scan, account } = state;
  const credit = useMemo(() => scan?.review?.credits.find((each) => each.account === account) ?? null, [scan, account]);
  const props = { state, pane, onSample };
  const screen = (): JSX.Element | null => {
    if (state.screen === 'credit' && scan && credit) return <CreditScreen key={credit.account} state={state} pane={pane} scan={scan} credit={credit} />;
    if (state.screen === 'results' && scan?.review) return <ResultsScreen {...props} scan={scan} />;
    if (state.screen === 'write' && state.preview) return <WriteScreen {...props} />;
    if (state.screen === 'remove') return <RemoveScreen {...props} />;
    if (state.screen === 'problems') return <ProblemsScreen {...props} />;
    return <ReadScreen {...props} />;
  };
  return (
    <>
      {screen()}
      <div role="status" className={useStyles().spoken}>
        {useSpoken(state)}
      </div>
    </>
  );
}
