/** One decision on everything the list shows, with a preview of how many and how much before anything is written. */
import { Body1, Button, Caption1, Checkbox, Dropdown, Field, Input, Option, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import type { Decision } from '../../app/decisions';
import { centsOf, isDone, itemsOf, type Item } from '../../app/worklist';
import type { Scan } from '../../app/session';
import { toDollars } from '../../core/money';
import { decisionFor, OTHER_WORDS, STATUS_WORDS, type DecisionWord } from '../deciding';
import { Layout } from '../parts/Layout';
import { Message } from '../parts/Message';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { counted } from '../words';
import type { ScreenProps } from './ReadScreen';
import { useListed } from './useListed';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalS },
  preview: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
  },
  big: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontVariantNumeric: 'tabular-nums' },
});

const NO_CHANGE = 'No change';
const DECISION_CHOICES = [NO_CHANGE, 'Agree', ...OTHER_WORDS, 'Not a credit'] as const;

function Choice({
  label,
  value,
  choices,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly string[];
  readonly onChoose: (value: string) => void;
}): JSX.Element {
  return (
    <Field label={label}>
      <Dropdown style={{ minWidth: 0 }} value={value} selectedOptions={[value]} onOptionSelect={(_event, data) => onChoose(data.optionValue ?? value)}>
        {choices.map((choice) => (
          <Option key={choice} value={choice}>
            {choice}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

interface Form {
  readonly decision: string;
  readonly status: string;
  readonly assignedTo: string;
  readonly note: string;
}

function cellsFor(item: Item, { decision, status, assignedTo, note }: Form, state: ScreenProps['state']): Decision {
  return {
    ...(decision === NO_CHANGE ? { id: item.id } : decisionFor(item, decision as DecisionWord, state.shown)),
    ...(status === NO_CHANGE ? {} : { status }),
    ...(assignedTo.trim() === '' ? {} : { assignedTo: assignedTo.trim() }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
}

const wordsOf = ({ decision, status, assignedTo, note }: Form): string[] =>
  [
    decision === NO_CHANGE ? '' : `Decision: ${decision}, each at its own amount`,
    status === NO_CHANGE ? '' : `Status: ${status}`,
    assignedTo.trim() && `Assigned to: ${assignedTo.trim()}`,
    note.trim() && `Note: ${note.trim()}`,
  ].filter(Boolean);

export function BulkScreen({ state, pane, scan }: ScreenProps & { readonly scan: Scan }): JSX.Element {
  const styles = useStyles();
  const { shown, chosen } = useListed(scan.review, state);
  const [form, setForm] = useState<Form>({ decision: NO_CHANGE, status: NO_CHANGE, assignedTo: '', note: '' });
  const [over, setOver] = useState(false);
  const { cause, class: name } = chosen;
  // Of an account with several findings, only those the charts' filters mean.
  const meant = (item: Item): boolean =>
    (cause === undefined || item.finding?.cause === cause) && (name === undefined || (item.finding?.class ?? 'needs-review') === name);
  const items = shown.flatMap(itemsOf).filter((item) => meant(item) && !isDone(item, state.shown));
  const decided = items.filter((item) => (state.shown.get(item.id)?.decision ?? '') !== '');
  const wanted = over || form.decision === NO_CHANGE ? items : items.filter((item) => !decided.includes(item));
  const words = wordsOf(form);
  const needsReason = form.decision === 'Not a credit' && form.note.trim() === '';
  const back = (): void => pane.dispatch({ type: 'back' });
  const go = (): void => {
    pane.decide(
      wanted.map((item) => cellsFor(item, form, state)),
      `${counted(wanted.length, 'decision')}, ${toDollars(centsOf(wanted))}`,
    );
    back();
  };
  return (
    <Layout
      title="Decide all on show"
      subtitle={`${counted(shown.length, 'account')} in the list`}
      onBack={back}
      backTo="the results"
      foot={
        items.length > 0 && (
          <Button appearance="primary" disabled={words.length === 0 || wanted.length === 0 || needsReason || state.job !== null} onClick={go}>
            Decide {counted(wanted.length, 'credit')}
          </Button>
        )
      }
    >
      {items.length === 0 ? (
        <Message icon={<SearchRegular />} title="Nothing to decide here" text="Every credit in the list is closed or set aside already. Change the filters." />
      ) : (
        <div className={styles.form}>
          <Choice label="Decision" value={form.decision} choices={DECISION_CHOICES} onChoose={(decision) => setForm({ ...form, decision })} />
          <Choice label="Status" value={form.status} choices={[NO_CHANGE, ...STATUS_WORDS]} onChoose={(status) => setForm({ ...form, status })} />
          <Field label="Assigned to">
            <Input value={form.assignedTo} placeholder={NO_CHANGE} onChange={(_event, data) => setForm({ ...form, assignedTo: data.value })} />
          </Field>
          <Field label={form.decision === 'Not a credit' ? 'Not a credit, because' : 'Note'} required={form.decision === 'Not a credit'}>
            <Input value={form.note} placeholder={NO_CHANGE} onChange={(_event, data) => setForm({ ...form, note: data.value })} />
          </Field>
          {decided.length > 0 && form.decision !== NO_CHANGE && (
            <Checkbox
              checked={over}
              onChange={(_event, data) => setOver(data.checked === true)}
              label={`Also decide the ${counted(decided.length, 'credit')} that already carry a decision`}
            />
          )}
          <section className={styles.preview} aria-label="Preview">
            <span className={styles.big}>
              {counted(wanted.length, 'credit')}, {toDollars(centsOf(wanted))}
            </span>
            {words.length === 0 ? <Body1>Choose what to change.</Body1> : words.map((line) => <Body1 key={line}>{line}</Body1>)}
            {items.length > wanted.length && <Caption1>{counted(items.length - wanted.length, 'credit')} with a decision stay as they are.</Caption1>}
            <Caption1>
              {state.creditsSheet === null
                ? 'Nothing is written yet: they wait for the first Write sheets.'
                : `Written on ${state.creditsSheet} at once. One Undo takes all of it back.`}
            </Caption1>
          </section>
        </div>
      )}
    </Layout>
  );
}
