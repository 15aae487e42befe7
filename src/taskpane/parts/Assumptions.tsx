/** What was decided on the person's behalf; each can be changed in place. */
import { Body1Strong, Button, Caption1, Dropdown, Option, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import type { Assumption, HeadingPlan } from '../../intake/contract';
import { useRowStyles } from './rowStyles';

const useStyles = makeStyles({
  option: { display: 'block', minWidth: 0, overflowWrap: 'anywhere' },
  field: { gridColumn: '1 / -1', minWidth: 0, marginTop: tokens.spacingVerticalXS },
});

export interface AssumptionsProps {
  readonly assumptions: readonly Assumption[];
  readonly corrections: Readonly<Record<string, string>>;
  readonly disabled: boolean;
  /** Columns of the sheets, for a few values beside a heading that could be chosen. */
  readonly headings?: ReadonlyMap<string, readonly HeadingPlan[]>;
  readonly onChange: (key: string, value: string) => void;
}

function Samples({ heading }: { readonly heading: HeadingPlan | undefined }): JSX.Element | null {
  const rows = useRowStyles();
  return heading ? <Caption1 className={rows.words}>{heading.samples.join(' · ') || 'no values in the sample'}</Caption1> : null;
}

function AssumptionRow({
  assumption,
  headings,
  value,
  disabled,
  onChange,
}: {
  assumption: Assumption;
  headings: readonly HeadingPlan[];
  value: string;
  disabled: boolean;
  onChange: (value: string) => void;
}): JSX.Element {
  const styles = useStyles();
  const rows = useRowStyles();
  const [open, setOpen] = useState(false);
  const choose = (chosen: string | undefined): void => {
    if (chosen !== undefined) onChange(chosen);
    setOpen(false);
  };
  return (
    <li className={rows.row}>
      <div>
        <Caption1 className={rows.words}>{assumption.label}</Caption1>
        <Body1Strong className={rows.value}>{value}</Body1Strong>
        {open && <Caption1 className={rows.words}>{assumption.why}</Caption1>}
      </div>
      {assumption.choices.length > 1 && (
        <Button
          size="small"
          appearance="subtle"
          disabled={disabled}
          aria-expanded={open}
          aria-label={`Change: ${assumption.label}`}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Keep' : 'Change'}
        </Button>
      )}
      {open && (
        <Dropdown
          className={styles.field}
          size="small"
          aria-label={assumption.label}
          value={value}
          selectedOptions={[value]}
          onOptionSelect={(_event, data) => choose(data.optionValue)}
        >
          {assumption.choices.map((choice) => (
            <Option key={choice} value={choice} text={choice}>
              <span className={styles.option}>
                {choice}
                <Samples heading={headings.find(({ heading }) => heading === choice)} />
              </span>
            </Option>
          ))}
        </Dropdown>
      )}
    </li>
  );
}

/** Headings of the sheet whose column is in question; none for other assumptions. */
const headingsFor = (key: string, headings: AssumptionsProps['headings']): readonly HeadingPlan[] =>
  [...(headings ?? [])].find(([sheet]) => key.startsWith(`column:${sheet}:`))?.[1] ?? [];

export function Assumptions({ assumptions, corrections, disabled, headings, onChange }: AssumptionsProps): JSX.Element {
  return (
    <ul className={useRowStyles().list}>
      {assumptions.map((assumption) => (
        <AssumptionRow
          key={assumption.key}
          assumption={assumption}
          headings={headingsFor(assumption.key, headings)}
          value={corrections[assumption.key] ?? assumption.chosen}
          disabled={disabled}
          onChange={(value) => onChange(assumption.key, value)}
        />
      ))}
    </ul>
  );
}
