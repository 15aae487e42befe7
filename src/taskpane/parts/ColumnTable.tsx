/** The columns of a sheet: what each is read as, with the reason and a few of its values, and what else it could be. */
import { Button, Caption1, Dropdown, Option, makeStyles, tokens } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { useState, type JSX, type ReactNode } from 'react';
import type { ColumnPlan, HeadingPlan, SheetPlan } from '../../intake/contract';
import { fieldWord } from '../words';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} 0`,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  edit: { width: '28px', padding: 0, verticalAlign: 'top', textAlign: 'right' },
  choice: { width: '100%', minWidth: 0 },
  // Over Fluent's own, which would let a long list cover the pane.
  listbox: { maxHeight: 'min(320px, 45vh) !important' },
  option: { display: 'block', minWidth: 0, overflowWrap: 'anywhere' },
  head: { color: tokens.colorNeutralForeground3 },
  reason: { color: tokens.colorNeutralForeground3, display: 'block', margin: 0 },
});

/** Corrections of intake: "column:Sheet:field" → heading or "none"; "role:Sheet" → role. */
export type Correct = (key: string, value: string) => void;
const NONE = 'none';

export interface ColumnTableProps {
  readonly plan: SheetPlan;
  readonly disabled: boolean;
  readonly onCorrect: Correct;
}

/** Every column of the table with a few values; where the reader gives none, the headings it named. */
function headingsOf(plan: SheetPlan): readonly HeadingPlan[] {
  if (plan.headings) return plan.headings;
  const named = plan.columns.flatMap(({ heading, alternatives }) => [heading, ...alternatives]).filter((heading) => heading !== '');
  return [...new Set(named)].map((heading, column) => ({ column, heading, samples: [] }));
}

const preview = (samples: readonly string[]): string => (samples.length === 0 ? 'no values in the sample' : samples.join(' · '));

interface RowProps {
  readonly heading: string;
  readonly samples: readonly string[];
  readonly meaning: ReactNode;
  /** What is changed, for the button and the list. */
  readonly what: string;
  readonly disabled: boolean;
  readonly choices: readonly { readonly value: string; readonly text: string; readonly samples?: readonly string[] }[];
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
}

/** One heading and what it is read as, with a list of what else it could be. */
function Row({ heading, samples, meaning, what, disabled, choices, chosen, onChoose }: RowProps): JSX.Element {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const choose = (value: string | undefined): void => {
    setOpen(false);
    if (value !== undefined && value !== chosen) onChoose(value);
  };
  return (
    <>
      <tr>
        <td className={styles.cell}>{heading || '(no heading)'}</td>
        <td className={styles.cell}>{meaning}</td>
        <td className={styles.edit}>
          <Button
            appearance="subtle"
            size="small"
            icon={<EditRegular />}
            disabled={disabled}
            aria-expanded={open}
            aria-label={`Change: ${what}`}
            onClick={() => setOpen(!open)}
          />
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={3} className={styles.cell}>
            <Caption1 className={styles.reason}>Values: {preview(samples)}</Caption1>
            <Dropdown
              size="small"
              className={styles.choice}
              listbox={{ className: styles.listbox }}
              aria-label={`Read ${what} from`}
              value={choices.find(({ value }) => value === chosen)?.text ?? ''}
              selectedOptions={[chosen]}
              onOptionSelect={(_event, data) => choose(data.optionValue)}
            >
              {choices.map((choice) => (
                <Option key={choice.value} value={choice.value} text={choice.text}>
                  <span className={styles.option}>
                    {choice.text}
                    {choice.samples && <Caption1 className={styles.reason}>{preview(choice.samples)}</Caption1>}
                  </span>
                </Option>
              ))}
            </Dropdown>
          </td>
        </tr>
      )}
    </>
  );
}

function ColumnRow({ plan, column, disabled, onCorrect }: ColumnTableProps & { readonly column: ColumnPlan }): JSX.Element {
  const styles = useStyles();
  const word = fieldWord(column.field);
  const headings = headingsOf(plan);
  return (
    <Row
      heading={column.heading}
      samples={headings.find(({ heading }) => heading === column.heading)?.samples ?? []}
      meaning={
        <>
          {word}
          {(column.confidence !== 'high' || /^You|profile/.test(column.reason)) && <Caption1 className={styles.reason}>{column.reason}</Caption1>}
        </>
      }
      what={word}
      disabled={disabled}
      choices={[...headings.map(({ heading, samples }) => ({ value: heading, text: heading, samples })), { value: NONE, text: 'No column' }]}
      chosen={column.heading}
      onChoose={(value) => onCorrect(`column:${plan.sheet}:${column.field}`, value)}
    />
  );
}

/** Fields that a column nobody understood most often is; the others come with headings the reader knows. */
const FIELDS = (
  'account facility patient mrn guarantor claim visit line type code amount debit credit charge payment adjustment contractual writeoff refund balance ' +
  'insBalance ptBalance payer payer2 postDay serviceDay check icn allowed patientResp status user comment'
).split(' ');

function UnreadRow({ plan, column, disabled, onCorrect }: ColumnTableProps & { readonly column: HeadingPlan }): JSX.Element {
  const free = FIELDS.filter((field) => !plan.columns.some((each) => each.field === field));
  return (
    <Row
      heading={column.heading}
      samples={column.samples}
      meaning={<span className={useStyles().head}>Not read</span>}
      what={column.heading}
      disabled={disabled}
      choices={[{ value: NONE, text: 'Not read' }, ...free.map((field) => ({ value: field, text: fieldWord(field) }))]}
      chosen={NONE}
      onChoose={(field) => onCorrect(`column:${plan.sheet}:${field}`, column.heading)}
    />
  );
}

export function ColumnTable(props: ColumnTableProps): JSX.Element {
  const { plan } = props;
  const styles = useStyles();
  const unread = (plan.headings ?? []).filter((heading) => !plan.columns.some((column) => column.column === heading.column));
  return (
    <table className={styles.table}>
      <thead className={styles.head}>
        <tr>
          <th scope="col" className={styles.cell}>
            Your heading
          </th>
          <th scope="col" className={styles.cell}>
            Read as
          </th>
          <td className={styles.edit} />
        </tr>
      </thead>
      <tbody>
        {plan.columns.map((column) => (
          <ColumnRow key={`${column.field}:${column.column}`} {...props} column={column} />
        ))}
        {unread.map((column) => (
          <UnreadRow key={column.column} {...props} column={column} />
        ))}
      </tbody>
    </table>
  );
}
