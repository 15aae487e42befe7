/** *Scope*: which credits are listed, what is left out, and the form to change it. All accounts are read whatever it says. */
import { Button, Caption1, Dropdown, Field, Input, Link, Option, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import type { RowSpan, Scope, ScopeDates } from '../../app/scope';
import type { Review } from '../../core/credit';
import { fromIso, NO_DAY, toIso } from '../../core/day';
import { toDollars } from '../../core/money';
import { describeFailure } from '../failure';
import type { Intentions } from '../usePane';
import { count, counted } from '../words';
import { Section } from './Section';

const useStyles = makeStyles({
  said: { display: 'block', paddingBottom: tokens.spacingVerticalS },
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  date: { '& input': { maxWidth: '118px' } },
  wide: { minWidth: 0, width: '100%' },
});

export interface ScopeProps {
  readonly review: Review;
  readonly scope: Scope | null;
  readonly pane: Pick<Intentions, 'list' | 'selectedRows'>;
}

export function ScopeBar({ review, scope, pane }: ScopeProps): JSX.Element {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  if (open) return <ScopeForm review={review} scope={scope} pane={pane} onClose={() => setOpen(false)} />;
  return (
    <Caption1 className={styles.said}>
      {review.scope && `Only ${review.scope.what}. Left out: ${counted(review.scope.leftOut.accounts, 'account')}, ${toDollars(review.scope.leftOut.credit)}. `}
      {(review.scope ?? review.credits.length > 0) && (
        <Link as="button" inline onClick={() => setOpen(true)}>
          {review.scope ? 'Change' : 'List only some of these …'}
        </Link>
      )}
      {review.scope && ' '}
      {review.scope && (
        <Link as="button" inline onClick={() => pane.list(null)}>
          List all
        </Link>
      )}
    </Caption1>
  );
}

function ScopeForm({ review, scope, pane, onClose }: ScopeProps & { readonly onClose: () => void }): JSX.Element {
  const styles = useStyles();
  const [wanted, setWanted] = useState<Scope>(scope ?? {});
  const { facilities = [], payers = [] } = review.scopeChoices ?? {};
  const change = (part: Partial<Scope>): void => setWanted((before) => ({ ...before, ...part }));
  return (
    <Section title="List only">
      <div className={styles.form}>
        <Names label="Facilities" names={facilities} chosen={wanted.facilities ?? []} onChoose={(names) => change({ facilities: names })} />
        <Names label="Payers" names={payers} chosen={wanted.payers ?? []} onChoose={(names) => change({ payers: names })} />
        <Dates dates={wanted.dates ?? { of: 'service', from: NO_DAY, to: NO_DAY }} onChange={(dates) => change({ dates })} />
        <Rows rows={wanted.rows ?? []} selectedRows={pane.selectedRows} onChange={(rows) => change({ rows })} />
        <Caption1>All accounts are read again, so that no balance changes. What is left out is counted.</Caption1>
        <div className={styles.row}>
          <Button appearance="primary" disabled={isEmpty(wanted)} onClick={() => pane.list(wanted)}>
            List these
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </div>
    </Section>
  );
}

const isEmpty = ({ facilities = [], payers = [], dates, rows = [] }: Scope): boolean =>
  facilities.length + payers.length + rows.length === 0 && (!dates || (dates.from === NO_DAY && dates.to === NO_DAY));

interface NamesProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (names: readonly string[]) => void;
}
function Names({ label, names, chosen, onChoose }: NamesProps): JSX.Element | null {
  const styles = useStyles();
  if (names.length < 2 && chosen.length === 0) return null;
  return (
    <Field label={label}>
      <Dropdown
        size="small"
        multiselect
        className={styles.wide}
        placeholder="All"
        value={chosen.join(', ')}
        selectedOptions={[...chosen]}
        onOptionSelect={(_event, { selectedOptions }) => onChoose(selectedOptions)}
      >
        {names.map((name) => (
          <Option key={name} value={name}>
            {name}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

const DATE_WORD = { service: 'Date of service', since: 'In credit since' } as const satisfies Record<ScopeDates['of'], string>;

function Dates({ dates, onChange }: { readonly dates: ScopeDates; readonly onChange: (dates: ScopeDates) => void }): JSX.Element {
  const styles = useStyles();
  const day = (which: 'from' | 'to', label: string): JSX.Element => (
    <Field label={label} className={styles.date}>
      <Input
        size="small"
        type="date"
        value={toIso(dates[which]) ?? ''}
        onChange={(_event, { value }) => onChange({ ...dates, [which]: fromIso(value) ?? NO_DAY })}
      />
    </Field>
  );
  return (
    <>
      <Field label="Dates">
        <Dropdown
          size="small"
          className={styles.wide}
          value={DATE_WORD[dates.of]}
          selectedOptions={[dates.of]}
          onOptionSelect={(_event, { optionValue }) => onChange({ ...dates, of: optionValue === 'since' ? 'since' : 'service' })}
        >
          {Object.entries(DATE_WORD).map(([of, word]) => (
            <Option key={of} value={of}>
              {word}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <div className={styles.row}>
        {day('from', 'From')}
        {day('to', 'To')}
      </div>
    </>
  );
}

interface RowsProps {
  readonly rows: readonly RowSpan[];
  readonly selectedRows: () => Promise<readonly RowSpan[]>;
  readonly onChange: (rows: readonly RowSpan[]) => void;
}
function Rows({ rows, selectedRows, onChange }: RowsProps): JSX.Element {
  const styles = useStyles();
  const [said, setSaid] = useState('');
  const take = (): void => {
    selectedRows().then(
      (found) => {
        setSaid('');
        onChange(found);
      },
      (error: unknown) => setSaid(describeFailure(error).text),
    );
  };
  const total = rows.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const where = [...new Set(rows.map(({ sheet }) => sheet))].join(', ');
  return (
    <Field label="Rows" hint={said || 'Select rows in the sheet first. Hidden rows between them count too.'}>
      <div className={styles.row}>
        <Button size="small" onClick={take}>
          Take the selected rows
        </Button>
        {total > 0 && (
          <Caption1>
            {count(total)} on {where}{' '}
            <Link as="button" inline onClick={() => onChange([])}>
              Remove
            </Link>
          </Caption1>
        )}
      </div>
    </Field>
  );
}
