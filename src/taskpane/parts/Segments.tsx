/** A row of small buttons of which one is pressed. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXXS },
  one: {
    flexGrow: 1,
    minHeight: '28px',
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    ':disabled': { color: tokens.colorNeutralForegroundDisabled, cursor: 'default' },
  },
  pressed: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-3px' },
  },
});

export interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly word: string; readonly title?: string }[];
  readonly chosen: T | null;
  readonly disabled?: boolean;
  readonly onChoose: (value: T) => void;
}

export function Segments<T extends string>({ label, choices, chosen, disabled = false, onChoose }: SegmentsProps<T>): JSX.Element {
  const styles = useStyles();
  return (
    <div role="group" aria-label={label} className={styles.row}>
      {choices.map(({ value, word, title }) => (
        <button
          key={value}
          type="button"
          title={title}
          disabled={disabled}
          aria-pressed={value === chosen}
          className={mergeClasses(styles.one, value === chosen && styles.pressed)}
          onClick={() => onChoose(value)}
        >
          {word}
        </button>
      ))}
    </div>
  );
}
