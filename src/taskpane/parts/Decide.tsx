/** A person's decision on one row of *Credits*: the resolutions with the amount, then status, who, dates and note. Written at once; the last can be undone. */
import { Badge, Button, Caption1, Dropdown, Field, Input, Link, Option, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { useState, type JSX } from 'react';
import type { Decision } from '../../app/decisions';
import { decideAgain, type Item } from '../../app/worklist';
import { fromIso, NO_DAY, toIso } from '../../core/day';
import { cents, centsOfNumber, toDecimalText, toDollars, type Cents } from '../../core/money';
import { whyHeld } from '../../core/release';
import { decisionFor, labelOf, OTHER_WORDS, STATUS_WORDS, type DecisionWord } from '../deciding';
import type { PaneState } from '../paneState';
import type { Intentions } from '../usePane';
import { dayWord, RESOLUTION_WORD } from '../words';
import { CommitInput } from './CommitInput';
import { Segments } from './Segments';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalS,
    minWidth: 0,
  },
  agree: { justifyContent: 'flex-start', minWidth: 0, whiteSpace: 'normal', textAlign: 'left' },
  now: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  fields: {
    display: 'grid',
    alignItems: 'start',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
  },
  wide: { gridColumn: '1 / -1' },
  quiet: { color: tokens.colorNeutralForeground3 },
  reason: { display: 'flex', columnGap: tokens.spacingHorizontalXS, alignItems: 'end' },
  answers: { display: 'block', paddingTop: tokens.spacingVerticalXS },
  grow: { flexGrow: 1, minWidth: 0 },
});

export interface DecideProps {
  readonly item: Item;
  /** The payer's own request for it may be refused. */
  readonly disputable?: boolean;
  readonly state: PaneState;
  readonly pane: Intentions;
}

/** "Refund $480.00, In review, Dana". */
function standingWords(decision: Decision | undefined): string {
  if (!decision) return '';
  const what = decision.decision ? `${decision.decision}${typeof decision.amount === 'number' ? ` ${toDollars(decision.amount)}` : ''}` : '';
  const status = decision.status === 'New' ? '' : decision.status;
  return [what, status, decision.assignedTo, decision.identifiedOn ? `identified ${dayWord(decision.identifiedOn)}` : ''].filter(Boolean).join(', ');
}

/** What stands now, and whether it is on the sheet yet. */
function Now({ item, state }: DecideProps): JSX.Element | null {
  const styles = useStyles();
  const words = standingWords(state.shown.get(item.id));
  const again = decideAgain(item, state.shown);
  if (words === '') return null;
  return (
    <Caption1 className={styles.now}>
      <CheckmarkRegular aria-hidden />
      <span>{words}</span>
      {state.saving.has(item.id) && <Badge appearance="tint">Saving …</Badge>}
      {state.waiting.has(item.id) && <Badge appearance="tint">Waits for the first write</Badge>}
      {again !== null && (
        <Badge appearance="tint" color="warning">
          Decide again: it was {toDollars(again)}
        </Badge>
      )}
    </Caption1>
  );
}

function Reason({
  busy,
  onReason,
  onCancel,
}: {
  readonly busy: boolean;
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const styles = useStyles();
  const [reason, setReason] = useState('');
  const ready = reason.trim() !== '' && !busy;
  return (
    <div className={styles.reason}>
      <Field label="Not a credit, because" size="small" className={styles.grow} hint="Remembered until the amount changes.">
        <Input
          size="small"
          autoFocus
          value={reason}
          onChange={(_event, data) => setReason(data.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && ready) onReason(reason.trim());
            if (event.key === 'Escape') onCancel();
          }}
        />
        <span className={styles.answers}>
          <Button size="small" appearance="primary" disabled={!ready} onClick={() => onReason(reason.trim())}>
            Set aside
          </Button>{' '}
          <Button size="small" onClick={onCancel}>
            Cancel
          </Button>
        </span>
      </Field>
    </div>
  );
}

/** "$1,200.5" → 120050; null when it is no amount. */
const amountIn = (text: string): Cents | null => {
  const number = text.replace(/[$,\s]/g, '');
  return /^\d+(\.\d{1,2})?$/.test(number) ? centsOfNumber(Number(number)) : null;
};

const approvedWords = (held: string): string =>
  held === '' ? 'Approved releases a refund: it goes on Refunds with the next write.' : `No refund goes on Refunds, because ${held}.`;

function Details({ item, state, pane, put }: DecideProps & { readonly put: (cells: Omit<Decision, 'id'>, label: string) => void }): JSX.Element {
  const styles = useStyles();
  const now = state.shown.get(item.id);
  const disabled = state.job !== null;
  const [wrong, setWrong] = useState('');
  const amount = now?.amount ?? (item.cents > 0 ? item.cents : null);
  const most = cents(Math.max(item.cents, 0));
  const setAmount = (text: string): void => {
    const value = amountIn(text);
    const fits = text === '' || (value !== null && value > 0 && value <= most);
    setWrong(fits ? '' : `An amount up to ${toDollars(most)}`);
    if (fits) put({ amount: value }, value === null ? 'Amount cleared' : `Amount ${toDollars(value)}`);
  };
  const date = (key: 'identifiedOn' | 'investigationFrom' | 'investigationTo', label: string): JSX.Element => (
    <Field label={label} size="small">
      <CommitInput
        label={label}
        type="date"
        disabled={disabled}
        value={toIso(now?.[key] ?? NO_DAY) ?? ''}
        onCommit={(text) => put({ [key]: fromIso(text) ?? NO_DAY }, label)}
      />
    </Field>
  );
  const status = now?.status || 'New';
  return (
    <div className={styles.fields}>
      <Field label="Status" size="small">
        <Dropdown
          size="small"
          disabled={disabled}
          style={{ minWidth: 0 }}
          value={status}
          selectedOptions={[status]}
          onOptionSelect={(_event, data) => put({ status: data.optionValue ?? 'New' }, `Status ${data.optionValue ?? ''}`)}
        >
          {STATUS_WORDS.map((word) => (
            <Option key={word} value={word}>
              {word}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Field label="Amount" size="small" {...(wrong ? { validationMessage: wrong } : {})}>
        <CommitInput label="Amount" disabled={disabled} value={amount === null ? '' : toDecimalText(amount)} onCommit={setAmount} />
      </Field>
      <Field label="Assigned to" size="small">
        <CommitInput
          label="Assigned to"
          disabled={disabled}
          value={now?.assignedTo ?? ''}
          onCommit={(text) => put({ assignedTo: text }, `Assigned to ${text || 'nobody'}`)}
        />
        {state.me !== '' && now?.assignedTo !== state.me && (
          <Link as="button" disabled={disabled} onClick={() => put({ assignedTo: state.me }, `Assigned to ${state.me}`)}>
            Take it
          </Link>
        )}
      </Field>
      {date('identifiedOn', 'Identified on')}
      {date('investigationFrom', 'Investigated from')}
      {date('investigationTo', 'Investigated to')}
      <Field label="Note" size="small" className={styles.wide}>
        <CommitInput label="Note" disabled={disabled} value={now?.note ?? ''} onCommit={(text) => put({ note: text }, 'Note')} />
      </Field>
      {status === 'Approved' && <Caption1 className={styles.wide}>{approvedWords(whyHeld(item.finding))}</Caption1>}
      <Caption1 className={mergeClasses(styles.wide, styles.quiet)}>
        {state.creditsSheet === null ? 'These cells are written with the first Write sheets.' : `These are the cells of its row on ${state.creditsSheet}.`}
      </Caption1>
      <span className={styles.wide}>
        <Link as="button" onClick={() => pane.dispatch({ type: 'set', set: { details: false } })}>
          Hide the details
        </Link>
      </span>
    </div>
  );
}

const DISPUTE = {
  value: 'Dispute',
  word: 'Dispute',
  title: 'The payer asks too late, or has the money already: a letter says so, and nothing is paid',
} as const;

export function Decide({ item, state, pane, disputable = false }: DecideProps): JSX.Element {
  const styles = useStyles();
  const [asking, setAsking] = useState(false);
  const busy = state.job !== null;
  const now = state.shown.get(item.id);
  const put = (cells: Omit<Decision, 'id'>, label: string): void => pane.decide([{ id: item.id, ...cells }], label);
  const amount = now?.amount ?? item.cents;
  const decide = (word: DecisionWord): void => pane.decide([decisionFor(item, word, state.shown, amount)], labelOf(word, amount));
  const notACredit = (reason: string): void => {
    setAsking(false);
    pane.decide([{ ...decisionFor(item, 'Not a credit', state.shown), note: reason }], labelOf('Not a credit', item.cents));
  };
  const proposed = item.finding ? RESOLUTION_WORD[item.finding.resolution] : '';
  const said = (now?.decision ?? '').toLowerCase();
  const others: readonly { readonly value: DecisionWord; readonly word: string; readonly title: string }[] = [
    ...OTHER_WORDS.map((word) => ({ value: word, word, title: labelOf(word, amount) })),
    ...(disputable || said === 'dispute' ? [DISPUTE] : []),
    { value: 'Not a credit', word: 'Not a credit …', title: 'Set this aside, with the reason, until the amount changes' },
  ];
  const chosen = others.find(({ value }) => value.toLowerCase() === said)?.value ?? null;
  const agreed = said === 'agree';
  return (
    <div className={styles.panel} role="group" aria-label={`Your decision on ${toDollars(item.cents)}`}>
      <Now item={item} state={state} pane={pane} />
      {item.finding && (
        <Button
          className={styles.agree}
          appearance={agreed || chosen ? 'secondary' : 'primary'}
          aria-pressed={agreed}
          disabled={busy}
          icon={agreed ? <CheckmarkRegular /> : null}
          onClick={() => decide('Agree')}
        >
          {agreed ? 'Agreed' : 'Agree'}: {proposed.charAt(0).toLowerCase() + proposed.slice(1)}, {toDollars(amount)}
        </Button>
      )}
      {asking ? (
        <Reason busy={busy} onReason={notACredit} onCancel={() => setAsking(false)} />
      ) : (
        <Segments
          label="Another decision"
          choices={others}
          chosen={chosen}
          disabled={busy}
          onChoose={(word) => (word === 'Not a credit' ? setAsking(true) : decide(word))}
        />
      )}
      {state.details ? (
        <Details item={item} state={state} pane={pane} put={put} />
      ) : (
        <span>
          <Link as="button" onClick={() => pane.dispatch({ type: 'set', set: { details: true } })}>
            Status, who, dates, note
          </Link>
        </span>
      )}
    </div>
  );
}
