/** At which level balances are netted, how well the data carries it, and what each other level would give. */
import { Caption1, Dropdown, Field, Option, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { ReadingSummary } from '../../app/session';
import type { Grain } from '../../intake/contract';
import { count, GRAIN_WORD } from '../words';
import { shareWord } from './ReadingReport';

const useStyles = makeStyles({
  field: { paddingTop: tokens.spacingVerticalM },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground3 },
});

type Level = ReadingSummary['grains'][number];

/** "214 keys; 99 % of the postings find theirs in the list." */
export const levelWord = ({ keys, matched }: Level): string =>
  `${count(keys)} ${keys === 1 ? 'key' : 'keys'}; ${matched === null ? 'no list to compare with' : `${shareWord(matched)} of the postings find theirs in the list`}.`;

export interface GrainChoiceProps {
  readonly reading: ReadingSummary;
  /** null = as the reader chose. */
  readonly wanted: Grain | null;
  readonly onChoose: (grain: Grain) => void;
}

export function GrainChoice({ reading, wanted, onChoose }: GrainChoiceProps): JSX.Element | null {
  const styles = useStyles();
  const { grain, grains } = reading;
  if (grains.length < 2) return null;
  const chosen = wanted ?? grain;
  const level = grains.find((each) => each.grain === chosen);
  const others = grains.filter((each) => each.grain !== chosen);
  return (
    <>
      <Field label="One credit for each" hint={level ? levelWord(level) : ''} className={styles.field}>
        <Dropdown
          size="small"
          value={GRAIN_WORD[chosen]}
          selectedOptions={[chosen]}
          onOptionSelect={(_event, data) => data.optionValue !== chosen && onChoose(data.optionValue as Grain)}
        >
          {grains.map((each) => (
            <Option key={each.grain} value={each.grain} text={GRAIN_WORD[each.grain]}>
              {`${GRAIN_WORD[each.grain]} (${count(each.keys)})`}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <ul className={styles.list} aria-label="Other levels">
        {others.map((each) => (
          <li key={each.grain}>
            <Caption1>
              {GRAIN_WORD[each.grain]}: {levelWord(each)}
              {/netting/.test(each.note) && ' Netting here hides overpaid visits.'}
            </Caption1>
          </li>
        ))}
      </ul>
    </>
  );
}
