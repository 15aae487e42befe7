/** The rule lab: move one policy value and see which credits it would change, and how it fits the decisions people made. Nothing is applied by itself. */
import { Body1, Body1Strong, Button, Caption1, Field, Input, Select, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type JSX } from 'react';
import type { Scan } from '../../app/session';
import type { PolicySuggestion, PolicyTrial } from '../../app/ruleLab';
import { cents, toDecimalText, toDollars } from '../../core/money';
import type { PolicyRow } from '../../core/policy/policy';
import { TRIABLE_ROWS, valueInForce } from '../../core/ruleLab';
import type { Agreement } from '../../core/ruleLab';
import { JobView } from '../parts/JobView';
import { Layout } from '../parts/Layout';
import { NoticeBar } from '../parts/NoticeBar';
import { Section } from '../parts/Section';
import { CAUSE_WORD, CLASS_WORD, count, counted } from '../words';
import type { ScreenProps } from './ReadScreen';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  words: { display: 'block', paddingBottom: tokens.spacingVerticalXS },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

/** Rules in words; the id stands beside for who looks in the sheet. */
const RULE: Readonly<Record<string, string>> = {
  'P-dup_window_days': 'Equal payments are duplicates within (days)',
  'SB-patient': 'A patient credit is small below ($)',
  'SB-payer': 'A commercial payer credit is small below ($)',
  'P-match_tol': 'Slack when a payment is matched ($)',
  'P-contract_tol_min': 'Slack against the contract, at least ($)',
  'P-contract_tol_rate': 'Slack against the contract, share of allowed',
  'P-charge_lag_days': 'Charges may still be posted within (days)',
  'P-sibling_dos_window': 'Services of another account within (days)',
  'P-takeback_wait_days': 'A takeback may still arrive within (days)',
  'P-nsf_hold_days': 'A check may still come back within (days)',
  'L-cents': 'List credits from ($)',
  'L-age': 'List credits from an age of (days)',
};
const LISTED = 8;
const PAUSE = 150;

const isMoney = ({ unit }: PolicyRow): boolean => unit === 'cents';
const shownValue = (row: PolicyRow, value: string): string => (isMoney(row) && /^\d+$/.test(value) ? toDecimalText(cents(Number(value))) : value);
/** As the policy holds it; null for what is no such value. */
function policyValue(row: PolicyRow, typed: string): string | null {
  const text = typed.trim();
  if (isMoney(row)) return /^\d{1,9}(\.\d{1,2})?$/.test(text) ? String(Math.round(Number(text) * 100)) : null;
  return (row.unit === 'rate' ? /^(0(\.\d{1,4})?|1)$/ : /^\d{1,4}$/).test(text) ? text : null;
}

const classWord = (of: PolicyTrial['moved'][number]['from']): string => (of === null ? 'not listed' : CLASS_WORD[of].toLowerCase());

function Moved({ trial }: { readonly trial: PolicyTrial }): JSX.Element {
  const styles = useStyles();
  const { moved, refundBefore, refundAfter } = trial;
  if (moved.length === 0) return <Body1 className={styles.words}>No credit changes with this value.</Body1>;
  const gone = moved.filter(({ to }) => to === null).length;
  return (
    <>
      <Body1Strong className={styles.words}>
        {counted(moved.length, 'credit')} would change{gone > 0 ? `, ${count(gone)} of them no longer listed` : ''}.
      </Body1Strong>
      <Body1 className={styles.words}>
        To refund: {toDollars(refundAfter)} instead of {toDollars(refundBefore)}.
      </Body1>
      <ul className={styles.list} aria-label="Credits that would change">
        {moved.slice(0, LISTED).map(({ account, key, credit, from, to }) => (
          <li key={account}>
            {key}, {toDollars(credit)}: {classWord(from)} → {classWord(to)}
          </li>
        ))}
      </ul>
      {moved.length > LISTED && <Caption1>And {count(moved.length - LISTED)} more, smaller ones.</Caption1>}
    </>
  );
}

function Agreed({ agreement: { agreed, decided, byCause } }: { readonly agreement: Agreement }): JSX.Element {
  const styles = useStyles();
  if (decided === 0) return <Body1 className={styles.words}>No decisions yet. Decide some credits, and this says which value fits them.</Body1>;
  return (
    <>
      <Body1 className={styles.words}>
        Agrees with {count(agreed)} of {counted(decided, 'decision')}.
      </Body1>
      <ul className={styles.list} aria-label="Decisions by cause">
        {byCause.map((each) => (
          <li key={each.cause}>
            {CAUSE_WORD[each.cause]}: {count(each.agreed)} agreed, {count(each.overruled)} overruled
          </li>
        ))}
      </ul>
    </>
  );
}

/** Asks a moment after the last key, and only the last answer counts. */
function useTrial(pane: ScreenProps['pane'], id: string, value: string | null): { readonly trial: PolicyTrial | null; readonly asking: boolean } {
  const [found, setFound] = useState<{ readonly of: string; readonly trial: PolicyTrial | null }>({ of: '', trial: null });
  const of = value === null ? '' : `${id} ${value}`;
  useEffect(() => {
    if (value === null) return;
    let last = true;
    const timer = setTimeout(() => void pane.tryPolicy(id, value).then((trial) => last && setFound({ of, trial })), PAUSE);
    return () => {
      last = false;
      clearTimeout(timer);
    };
  }, [pane, id, value, of]);
  return { trial: found.of === of ? found.trial : null, asking: of !== '' && found.of !== of };
}

export function RuleLabScreen({ state, pane, scan }: ScreenProps & { readonly scan: Scan }): JSX.Element {
  const styles = useStyles();
  const [id, setId] = useState(TRIABLE_ROWS[0]?.id ?? '');
  const row = TRIABLE_ROWS.find((each) => each.id === id);
  const inForce = valueInForce(scan.policyRows ?? [], id);
  const [typed, setTyped] = useState(row ? shownValue(row, inForce) : '');
  const [suggested, setSuggested] = useState<PolicySuggestion | 'asking' | null>(null);
  const value = row ? policyValue(row, typed) : null;
  const { trial, asking } = useTrial(pane, id, value);
  const sheet = state.look?.own.find((own) => own.role === 'policy')?.sheet;
  const changed = value !== null && Number(value) !== Number(inForce);
  const choose = (next: string): void => {
    const chosen = TRIABLE_ROWS.find((each) => each.id === next);
    setId(next);
    setSuggested(null);
    setTyped(chosen ? shownValue(chosen, valueInForce(scan.policyRows ?? [], next)) : '');
  };
  const suggest = (): void => {
    setSuggested('asking');
    void pane.suggestPolicy(id).then(setSuggested);
  };
  const best = suggested !== null && suggested !== 'asking' ? suggested.best : null;
  return (
    <Layout
      title="Try other values"
      subtitle="In memory: nothing changes until you apply it"
      onBack={() => pane.dispatch({ type: 'back' })}
      backTo="settings"
      foot={
        <Button
          appearance="primary"
          disabled={!changed || !sheet || state.job !== null}
          onClick={() => {
            if (value !== null) pane.setPolicy({ [id]: value });
          }}
        >
          Apply to the policy
        </Button>
      }
    >
      {state.notice && <NoticeBar notice={state.notice} onDismiss={() => pane.dispatch({ type: 'notice', notice: null })} />}
      {state.job && <JobView job={state.job} onCancel={pane.cancel} />}
      <div className={styles.fields}>
        <Field label="Rule">
          <Select value={id} onChange={(_event, data) => choose(data.value)}>
            {TRIABLE_ROWS.map((each) => (
              <option key={each.id} value={each.id}>
                {RULE[each.id] ?? each.key}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label="Value to try"
          hint={row ? `In force: ${shownValue(row, inForce)} (${id}). ${row.notes}` : ''}
          {...(value === null ? { validationMessage: row && isMoney(row) ? 'An amount such as 5.00' : 'A number such as 30' } : {})}
        >
          <Input value={typed} onChange={(_event, data) => setTyped(data.value)} />
        </Field>
        {!sheet && <Caption1>The policy sheet is made with the first Write sheets; then a value can be applied.</Caption1>}
      </div>
      <Section title="What would change">
        {asking && <Spinner size="tiny" label="Reviewing with this value" />}
        <div role="status">{trial && <Moved trial={trial} />}</div>
      </Section>
      <Section title="Your decisions">
        {trial && <Agreed agreement={trial.agreement} />}
        <Button disabled={suggested === 'asking' || state.job !== null} onClick={suggest}>
          Which value fits our decisions best?
        </Button>
        <div role="status">
          {suggested === 'asking' && <Spinner size="tiny" label="Trying the usual values" />}
          {suggested !== null && suggested !== 'asking' && <Body1 className={styles.words}>{suggested.line}</Body1>}
        </div>
        {best && row && <Button onClick={() => setTyped(shownValue(row, best.value))}>Try {shownValue(row, best.value)}</Button>}
      </Section>
    </Layout>
  );
}
