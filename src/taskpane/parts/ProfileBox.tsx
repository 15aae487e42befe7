/** The reading as a text to keep, and a kept one laid onto this workbook. Copy and paste, since a pane in Excel may not save files. */
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type JSX } from 'react';
import type { Look } from '../../app/session';
import type { Grain } from '../../intake/contract';
import type { PaneState } from '../paneState';
import type { Intentions } from '../usePane';
import { counted } from '../words';
import { Section } from './Section';

const useStyles = makeStyles({
  text: {
    display: 'block',
    width: '100%',
    boxSizing: 'border-box',
    height: '120px',
    resize: 'vertical',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalS,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} 0` },
  hint: { display: 'block', color: tokens.colorNeutralForeground3, paddingBottom: tokens.spacingVerticalXS },
  hidden: { display: 'none' },
});

export interface ProfileBoxProps {
  readonly look: Look;
  readonly state: PaneState;
  readonly pane: Intentions;
  readonly onClose: () => void;
}

// Loaded when it is asked for, so that the pane opens sooner.
const profiles = () => import('../../app/profile');

async function textFor({ plan, corrections = [] }: Look, grain: Grain | null): Promise<string> {
  const { profileOf, profileText } = await profiles();
  return profileText(profileOf(plan, Object.fromEntries(corrections.map(({ key, value }) => [key, value])), grain));
}

/** Selects the text, so that Ctrl+C works too where the clipboard is closed to a pane. */
async function copy(box: HTMLTextAreaElement | null): Promise<boolean> {
  box?.select();
  if (!('clipboard' in navigator)) return false;
  try {
    await navigator.clipboard.writeText(box?.value ?? '');
    return true;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return false;
  }
}

export function SaveProfile({ look, state, onClose }: ProfileBoxProps): JSX.Element {
  const styles = useStyles();
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  useEffect(() => void textFor(look, state.grain).then(setText), [look, state.grain]);
  return (
    <Section title="Save this reading as a profile">
      <Caption1 className={styles.hint}>Copy it into a text file, for example reading.json. It holds headings and what they mean, no rows.</Caption1>
      <textarea ref={box} className={styles.text} readOnly aria-label="Profile" value={text} />
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabled={text === ''}
          onClick={() => void copy(box.current).then((done) => setSaid(done ? 'Copied.' : 'Press Ctrl+C to copy the marked text.'))}
        >
          Copy
        </Button>
        <Button onClick={onClose}>Close</Button>
      </div>
      <Caption1 role="status">{said}</Caption1>
    </Section>
  );
}

export function UseProfile({ look, pane, onClose }: ProfileBoxProps): JSX.Element {
  const styles = useStyles();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const apply = async (): Promise<void> => {
    const { fitProfile, parseProfile, ProfileFault } = await profiles();
    try {
      const { corrections, grain, sheets, problems } = fitProfile(parseProfile(text), look.plan);
      const changes = Object.keys(corrections).length;
      pane.dispatch({ type: 'profile', corrections, grain });
      const where = sheets.length === 0 ? 'It fits no sheet here; nothing is changed.' : `It fits ${sheets.join(', ')}: ${counted(changes, 'change')}.`;
      setSaid([where, ...problems.map(({ message }) => message)].join(' '));
    } catch (error) {
      if (!(error instanceof ProfileFault)) throw error;
      setSaid(error.message);
    }
  };
  return (
    <Section title="Use a profile">
      <Caption1 className={styles.hint}>Paste a profile you saved earlier, or choose its file. It is recognised by the headings.</Caption1>
      <textarea className={styles.text} aria-label="Profile to use" value={text} onChange={(event) => setText(event.target.value)} />
      <input
        ref={file}
        type="file"
        accept=".json,.txt"
        aria-label="Profile file"
        className={styles.hidden}
        onChange={(event) => void event.target.files?.[0]?.text().then(setText)}
      />
      <div className={styles.row}>
        <Button appearance="primary" disabled={text.trim() === ''} onClick={() => void apply()}>
          Use it
        </Button>
        <Button onClick={() => file.current?.click()}>Choose file</Button>
        <Button onClick={onClose}>Close</Button>
      </div>
      <Caption1 role="status">{said}</Caption1>
    </Section>
  );
}
