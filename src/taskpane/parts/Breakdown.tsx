/** Money at stake by class; each line is also the filter of the list below. */
import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { shareOf, type ClassLine } from '../../app/overview';
import type { FindingClass } from '../../core/credit';
import { toDollars } from '../../core/money';
import { CLASS_MEANING, CLASS_WORD, counted } from '../words';
import { ClassBar, ClassIcon } from './ClassMark';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '2px', margin: `0 -${tokens.spacingHorizontalXS}` },
  line: {
    display: 'grid',
    gridTemplateColumns: '20px 1fr auto',
    columnGap: tokens.spacingHorizontalXS,
    rowGap: '1px',
    alignItems: 'center',
    width: '100%',
    boxSizing: 'border-box',
    textAlign: 'left',
    cursor: 'pointer',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  pressed: { backgroundColor: tokens.colorNeutralBackground1Selected, border: `1px solid ${tokens.colorNeutralStroke1Selected}` },
  amount: { fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
  small: { gridColumn: '2 / 3', color: tokens.colorNeutralForeground3 },
  smallRight: { color: tokens.colorNeutralForeground3, textAlign: 'right' },
  bar: { gridColumn: '2 / 4' },
});

export interface BreakdownProps {
  readonly lines: readonly ClassLine[];
  readonly chosen: FindingClass | 'all';
  readonly onChoose: (chosen: FindingClass | 'all') => void;
}

export function Breakdown({ lines, chosen, onChoose }: BreakdownProps): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.list} role="group" aria-label="Show accounts by class">
      {lines.map((line) => (
        <button
          key={line.class}
          type="button"
          className={mergeClasses(styles.line, chosen === line.class && styles.pressed)}
          aria-pressed={chosen === line.class}
          onClick={() => onChoose(chosen === line.class ? 'all' : line.class)}
        >
          <ClassIcon class={line.class} />
          <span>{CLASS_WORD[line.class]}</span> <span className={styles.amount}>{toDollars(line.cents)}</span>{' '}
          <Caption1 className={styles.small}>{CLASS_MEANING[line.class]}</Caption1>{' '}
          <Caption1 className={styles.smallRight}>{counted(line.accounts, 'account')}</Caption1>
          <div className={styles.bar}>
            <ClassBar class={line.class} share={shareOf(line, lines)} />
          </div>
        </button>
      ))}
    </div>
  );
}
