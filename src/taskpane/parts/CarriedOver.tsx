/** What last month's reviewed file brings, before anything is written: sheet by sheet, with how many rows hold words of a person. */
import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Look } from '../../app/session';
import type { CarriedFile } from '../paneState';
import { counted } from '../words';
import { Section } from './Section';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: `${tokens.spacingVerticalS} 0`, padding: 0 },
  line: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export interface CarriedOverProps {
  readonly file: CarriedFile;
  readonly look: Look;
  readonly disabled: boolean;
  readonly onLeaveOut: () => void;
}

export function CarriedOver({ file, look, disabled, onLeaveOut }: CarriedOverProps): JSX.Element {
  const styles = useStyles();
  const standing = new Set(look.own.map(({ role }) => role));
  const coming = file.sheets.filter(({ role, rows }) => !standing.has(role) && rows > 0);
  const staying = file.sheets.filter(({ role }) => standing.has(role));
  const words = (typed: number): string => (typed === 0 ? '' : `, ${typed.toLocaleString('en-US')} with words of a person`);
  return (
    <Section title={`Carried over from ${file.name}`}>
      <Body1>
        {coming.length === 0
          ? 'Nothing: this workbook has these sheets already, and what stands on them counts.'
          : 'Find credits, then Write sheets: the new sheets begin with these rows. Nothing is written before you have seen it.'}
      </Body1>
      {coming.length > 0 && (
        <ul className={styles.list}>
          {coming.map(({ role, sheet, rows, typed }) => (
            <li key={role} className={styles.line}>
              <Body1>{sheet}</Body1>
              <Caption1>{`${counted(rows, 'row')}${words(typed)}`}</Caption1>
            </li>
          ))}
        </ul>
      )}
      {coming.length > 0 && staying.length > 0 && (
        <Caption1 block className={styles.quiet}>
          {`Already in this workbook, so it stays as it is: ${staying.map(({ sheet }) => sheet).join(', ')}.`}
        </Caption1>
      )}
      <Button size="small" disabled={disabled} onClick={onLeaveOut}>
        Leave it out
      </Button>
    </Section>
  );
}
