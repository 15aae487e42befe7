/** Money at stake by class, cause, payer, age or deadline: small bars, each also the filter of the list below. */
import { Caption1, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import type { Bar } from '../../app/creditIndex';
import { DIMENSIONS, type Dimension } from '../../app/facets';
import type { FindingClass } from '../../core/credit';
import { toDollars } from '../../core/money';
import { barWord, CLASS_MEANING, counted, DIMENSION_WORD } from '../words';
import { ClassBar, ClassIcon } from './ClassMark';
import { Segments } from './Segments';

const MOST = 6;

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '2px', margin: `${tokens.spacingVerticalS} calc(-1 * ${tokens.spacingHorizontalXS}) 0` },
  more: { minHeight: '24px', marginTop: tokens.spacingVerticalXS },
  line: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
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
  iconed: { gridTemplateColumns: '20px 1fr auto' },
  pressed: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorNeutralStroke1Selected}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  amount: { fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis' },
  small: { gridColumn: '2 / 3', color: tokens.colorNeutralForeground3 },
  smallRight: { color: tokens.colorNeutralForeground3, textAlign: 'right' },
  bar: { gridColumn: '2 / 4' },
  plainBar: { gridColumn: '1 / 3', display: 'grid', gridTemplateColumns: '1fr auto', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  fill: {
    height: '6px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
});

export interface ChartsProps {
  readonly dimension: Dimension;
  readonly bars: readonly Bar[];
  readonly chosen: string | undefined;
  readonly onDimension: (dimension: Dimension) => void;
  readonly onChoose: (value: string | undefined) => void;
}

interface LineProps {
  readonly dimension: Dimension;
  readonly bar: Bar;
  readonly share: number;
}

function ClassLine({ bar, share }: LineProps): JSX.Element {
  const styles = useStyles();
  const name = bar.value as FindingClass;
  return (
    <>
      <ClassIcon class={name} />
      <span>{barWord('class', name)}</span> <span className={styles.amount}>{toDollars(bar.cents)}</span>{' '}
      <Caption1 className={styles.small}>{CLASS_MEANING[name]}</Caption1> <Caption1 className={styles.smallRight}>{counted(bar.accounts, 'account')}</Caption1>
      <div className={styles.bar}>
        <ClassBar class={name} share={share} />
      </div>
    </>
  );
}

function PlainLine({ dimension, bar, share }: LineProps): JSX.Element {
  const styles = useStyles();
  return (
    <>
      <span className={styles.name}>{barWord(dimension, bar.value)}</span> <span className={styles.amount}>{toDollars(bar.cents)}</span>{' '}
      <span className={styles.plainBar}>
        <span aria-hidden className={styles.fill} style={{ width: `${Math.max(1, share * 100)}%` }} />
        <Caption1 className={styles.smallRight}>{counted(bar.accounts, 'account')}</Caption1>
      </span>
    </>
  );
}

export function Charts({ dimension, bars, chosen, onDimension, onChoose }: ChartsProps): JSX.Element {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const most = Math.max(1, ...bars.map((bar) => Math.abs(bar.cents)));
  const shown = all ? bars : bars.filter((bar, index) => index < MOST || bar.value === chosen);
  const Line = dimension === 'class' ? ClassLine : PlainLine;
  return (
    <>
      <Segments
        label="Show the money by"
        choices={DIMENSIONS.map((each) => ({ value: each, word: DIMENSION_WORD[each] }))}
        chosen={dimension}
        onChoose={(value) => {
          setAll(false);
          onDimension(value);
        }}
      />
      <div className={styles.list} role="group" aria-label={`Show accounts by ${DIMENSION_WORD[dimension].toLowerCase()}`}>
        {shown.map((bar) => (
          <button
            key={bar.value}
            type="button"
            className={mergeClasses(styles.line, dimension === 'class' && styles.iconed, chosen === bar.value && styles.pressed)}
            aria-pressed={chosen === bar.value}
            onClick={() => onChoose(chosen === bar.value ? undefined : bar.value)}
          >
            <Line dimension={dimension} bar={bar} share={Math.abs(bar.cents) / most} />
          </button>
        ))}
      </div>
      {shown.length < bars.length && (
        <Link as="button" className={styles.more} onClick={() => setAll(true)}>
          Show all {bars.length}
        </Link>
      )}
    </>
  );
}
