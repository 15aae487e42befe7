/** A job that runs: what it does, how far it is, for how long, and Cancel. */
import { Body1, Button, Caption1, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type JSX } from 'react';
import type { Job } from '../paneState';
import { NoticeBar } from './NoticeBar';

const useStyles = makeStyles({
  job: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalM },
  line: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  seconds: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

const FIRST_WORDS = {
  look: 'Looking at the workbook',
  scan: 'Looking at the workbook',
  highlight: 'Highlighting',
  clear: 'Clearing highlights',
  preview: 'Working out what would be written',
  publish: 'Writing',
  removal: 'Counting what you typed',
  remove: 'Removing sheets',
  recheck: 'Checking the flagged accounts',
  tool: 'Working',
  add: 'Reading the file',
  selfTest: 'Testing on a copy of your accounts',
} as const;

export const jobWords = (job: Job): string => job.progress?.message || FIRST_WORDS[job.kind];

function useSeconds(since: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((now - since) / 1000));
}

const EDITING = {
  intent: 'warning',
  title: 'Excel is waiting for you',
  text: 'A cell is being edited. Press Enter or Esc in the sheet and I go on by myself.',
} as const;

export function JobView({ job, onCancel }: { readonly job: Job; readonly onCancel: () => void }): JSX.Element {
  const styles = useStyles();
  const seconds = useSeconds(job.startedAt);
  const { progress } = job;
  const known = progress !== null && progress.total > 0;
  return (
    <section className={styles.job} aria-label="Progress">
      {progress?.stage === 'waiting' && <NoticeBar notice={EDITING} />}
      <div className={styles.line}>
        <Body1>{jobWords(job)}</Body1>
        <Caption1 className={styles.seconds}>{seconds} s</Caption1>
      </div>
      <ProgressBar aria-label={jobWords(job)} thickness="large" {...(known ? { value: progress.done, max: progress.total } : {})} />
      {seconds >= 15 && !known && <Caption1>Still waiting for Excel. If a cell is being edited, press Enter or Esc there.</Caption1>}
      <div>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </section>
  );
}
