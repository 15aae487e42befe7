/** The few settings: as-of day, name, hidden names, and the two policy values most often changed. All else is on *Credit policy*, in the sheet. */
import { Body1, Button, Caption1, Field, Input, Switch, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import { fromIso, toIso } from '../../core/day';
import { cents, centsOfNumber, toDecimalText, toDollars } from '../../core/money';
import { valueInForce } from '../../core/ruleLab';
import { JobView } from '../parts/JobView';
import { Layout } from '../parts/Layout';
import { NoticeBar } from '../parts/NoticeBar';
import { Section } from '../parts/Section';
import { saveMask, saveName } from '../parts/userName';
import type { ScreenProps } from './ReadScreen';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  preview: { display: 'block', padding: `${tokens.spacingVerticalS} 0` },
});

const SMALL = 'SB-patient';
const WINDOW = 'P-dup_window_days';

/** "5.00" → "500"; null when it is no amount. */
function centsText(text: string): string | null {
  const value = /^\d+(\.\d{1,2})?$/.test(text.trim()) ? centsOfNumber(Number(text)) : null;
  return value === null ? null : String(value);
}

function PolicyValues({ state, pane }: ScreenProps): JSX.Element {
  const styles = useStyles();
  const [before, days] = [SMALL, WINDOW].map((id) => valueInForce(state.scan?.policyRows ?? [], id)) as [string, string];
  const [small, setSmall] = useState(/^\d+$/.test(before) ? toDecimalText(cents(Number(before))) : before);
  const [window, setWindow] = useState(days);
  const sheet = state.look?.own.find((own) => own.role === 'policy')?.sheet;
  const smallCents = centsText(small);
  const windowFits = /^\d{1,4}$/.test(window.trim());
  const changes: readonly (readonly [id: string, value: string, words: string])[] = [
    ...(smallCents !== null && smallCents !== before
      ? ([[SMALL, smallCents, `Small patient credit: ${toDollars(cents(Number(smallCents)))}, was ${toDollars(cents(Number(before)))}`]] as const)
      : []),
    ...(windowFits && window.trim() !== days ? ([[WINDOW, window.trim(), `Duplicate window: ${window.trim()} days, was ${days}`]] as const) : []),
  ];
  return (
    <Section title="Policy">
      <div className={styles.fields}>
        <Field label="A patient credit is small below" {...(smallCents === null ? { validationMessage: 'An amount such as 5.00' } : {})}>
          <Input value={small} contentBefore="$" disabled={!sheet} onChange={(_event, data) => setSmall(data.value)} />
        </Field>
        <Field label="Equal payments are duplicates within (days)" {...(windowFits ? {} : { validationMessage: 'A number of days' })}>
          <Input value={window} disabled={!sheet} onChange={(_event, data) => setWindow(data.value)} />
        </Field>
        {sheet ? (
          <Caption1>All rules stand on {sheet}, yours to edit. Changes count from the next Find credits on.</Caption1>
        ) : (
          <Caption1>The policy sheet is made with the first Write sheets; then these can be changed here or there.</Caption1>
        )}
      </div>
      {changes.map(([id, , words]) => (
        <Body1 key={id} className={styles.preview}>
          {words}
        </Body1>
      ))}
      {changes.length > 0 && (
        <Button
          appearance="primary"
          disabled={state.job !== null}
          onClick={() => pane.setPolicy(Object.fromEntries(changes.map(([id, value]) => [id, value])))}
        >
          Change the policy
        </Button>
      )}
      {state.scan?.review && changes.length === 0 && <Button onClick={() => pane.dispatch({ type: 'go', screen: 'ruleLab' })}>Try other values</Button>}
      {sheet && changes.length === 0 && <Button onClick={() => pane.showRow(sheet, 1)}>Open {sheet}</Button>}
    </Section>
  );
}

export function SettingsScreen({ state, pane }: ScreenProps): JSX.Element {
  const styles = useStyles();
  const [name, setName] = useState(state.me);
  const keepName = (): void => {
    saveName(name.trim());
    pane.dispatch({ type: 'set', set: { me: name.trim() } });
  };
  const mask = (masked: boolean): void => {
    saveMask(masked);
    pane.dispatch({ type: 'set', set: { masked } });
  };
  const back = (): void => pane.dispatch({ type: 'back' });
  return (
    <Layout
      title="Settings"
      onBack={back}
      backTo="what I read"
      foot={
        <Button appearance="primary" onClick={back}>
          Done
        </Button>
      }
    >
      {state.notice && <NoticeBar notice={state.notice} onDismiss={() => pane.dispatch({ type: 'notice', notice: null })} />}
      {state.job && <JobView job={state.job} onCancel={pane.cancel} />}
      <Section title="On this computer">
        <div className={styles.fields}>
          <Field label="Your name" hint="For Assigned to and the log. It says who, it does not prove it.">
            <Input value={name} autoComplete="off" onChange={(_event, data) => setName(data.value)} onBlur={keepName} />
          </Field>
          <Switch checked={state.masked} onChange={(_event, data) => mask(data.checked)} label="Hide patient names in this pane" />
        </div>
      </Section>
      <Section title="As of">
        <Field hint="Ages and deadlines count to this day.">
          <Input
            type="date"
            aria-label="As of"
            value={toIso(state.asOf) ?? ''}
            onChange={(_event, data) => {
              const asOf = fromIso(data.value);
              if (asOf !== null) pane.dispatch({ type: 'asOf', asOf });
            }}
          />
        </Field>
      </Section>
      <PolicyValues state={state} pane={pane} />
    </Layout>
  );
}
