/** One credit: the sentence, what was found, the story, who paid and owes, what blocks it. Next step: Show in sheet. */
import { Body1, Button, Caption1, LargeTitle, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { TableSearchRegular } from '@fluentui/react-icons/svg/table-search';
import { useEffect, type JSX } from 'react';
import { atStake } from '../../app/overview';
import type { Scan } from '../../app/session';
import type { CheckResult, Credit, RowRef } from '../../core/credit';
import { mayDispute } from '../../core/disputes';
import { toDollars } from '../../core/money';
import { itemsOf } from '../../app/worklist';
import { Checks } from '../parts/Checks';
import { ClassMark } from '../parts/ClassMark';
import { Decide } from '../parts/Decide';
import { FindingCard } from '../parts/FindingCard';
import { Layout } from '../parts/Layout';
import { NoticeBar } from '../parts/NoticeBar';
import { Positions } from '../parts/Positions';
import { Section } from '../parts/Section';
import { Timeline } from '../parts/Timeline';
import { UndoButton } from '../parts/UndoButton';
import { withCheckCleared } from '../deciding';
import type { PaneState } from '../paneState';
import type { Intentions } from '../usePane';
import { CLASS_MEANING, counted, dayWord } from '../words';
import { useListed } from './useListed';

const useStyles = makeStyles({
  total: { display: 'block', fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, fontVariantNumeric: 'tabular-nums' },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
  sentence: { display: 'block', marginTop: tokens.spacingVerticalM, overflowWrap: 'anywhere' },
  postings: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  note: { display: 'block', color: tokens.colorNeutralForeground3, marginBottom: tokens.spacingVerticalXS },
  stepper: { display: 'flex', flexShrink: 0, alignItems: 'center' },
  place: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
  open: { marginBottom: tokens.spacingVerticalS },
});

export interface CreditProps {
  readonly state: PaneState;
  readonly pane: Intentions;
  readonly scan: Scan;
  readonly credit: Credit;
}

function standing(credit: Credit): string {
  const since = credit.since === 0 ? '' : ` since ${dayWord(credit.since)}`;
  return credit.hidden ? `in credit${since}, hidden behind a balance of ${toDollars(credit.balance)}` : `in credit${since}`;
}

function Head({ credit, sentence }: { readonly credit: Credit; readonly sentence: string | undefined }): JSX.Element {
  const styles = useStyles();
  return (
    <>
      <LargeTitle className={styles.total}>{toDollars(atStake(credit))}</LargeTitle>
      <Caption1 className={styles.line}>{standing(credit)}</Caption1>
      <Body1 className={styles.line}>
        <ClassMark class={credit.class} />
        <span>{CLASS_MEANING[credit.class]}</span>
      </Body1>
      {sentence && <Body1 className={styles.sentence}>{sentence}</Body1>}
    </>
  );
}

function Remainders({ credit }: { readonly credit: Credit }): JSX.Element {
  const styles = useStyles();
  return (
    <>
      {credit.reviewReason && <NoticeBar notice={{ intent: 'warning', title: 'A person must look.', text: credit.reviewReason }} />}
      {credit.unexplained !== 0 && <Caption1 className={styles.note}>Not explained: {toDollars(credit.unexplained)}</Caption1>}
      {credit.shortfall !== 0 && <Caption1 className={styles.note}>Still owed on this account by others: {toDollars(credit.shortfall)}</Caption1>}
    </>
  );
}

const PREVIOUS = { key: 'PageUp', name: 'Previous account', shortcut: 'Alt+Page Up' };
const NEXT = { key: 'PageDown', name: 'Next account', shortcut: 'Alt+Page Down' };

/** Previous and next in the list as filtered and sorted, by button or keyboard. */
function Stepper({ state, pane, scan, credit }: CreditProps): JSX.Element {
  const { shown, around } = useListed(scan.review, state, credit);
  const { dispatch } = pane;
  const targets = { PageUp: around.before, PageDown: around.after };
  const [before, after] = [targets.PageUp?.account, targets.PageDown?.account];
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const account = event.key === 'PageUp' ? before : event.key === 'PageDown' ? after : undefined;
      if (!event.altKey || account === undefined) return;
      event.preventDefault();
      dispatch({ type: 'open', account });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [before, after, dispatch]);
  const step = ({ name, shortcut }: typeof NEXT, target: Credit | undefined, icon: JSX.Element): JSX.Element => (
    <Button
      appearance="subtle"
      size="small"
      icon={icon}
      aria-label={name}
      aria-keyshortcuts={shortcut.replace(' ', '')}
      title={`${name} (${shortcut})`}
      disabled={!target}
      onClick={() => target && dispatch({ type: 'open', account: target.account })}
    />
  );
  return (
    <div className={useStyles().stepper}>
      {around.at > 0 && (
        <Caption1 className={useStyles().place}>
          {around.at} of {shown.length}
        </Caption1>
      )}
      {step(PREVIOUS, around.before, <ChevronUpRegular />)}
      {step(NEXT, around.after, <ChevronDownRegular />)}
    </div>
  );
}

/** All rows the findings claim, else the story's. */
const rowsOf = (credit: Credit, state: PaneState): readonly RowRef[] => {
  const claimed = credit.findings.flatMap((finding) => finding.rows);
  return claimed.length > 0 ? claimed : (state.story?.lines.map((line) => line.row) ?? []);
};

export function CreditScreen({ state, pane, scan, credit }: CreditProps): JSX.Element {
  const styles = useStyles();
  const { story } = state;
  const rows = rowsOf(credit, state);
  const items = itemsOf(credit);
  const cleared = items.map((item) => state.shown.get(item.id)?.checksCleared ?? '').find((text) => text !== '') ?? '';
  const clearCheck = ({ id }: CheckResult, reason: string): void =>
    pane.decide(
      items.map((item) => ({ id: item.id, checksCleared: withCheckCleared(state.shown.get(item.id)?.checksCleared ?? '', id, reason) })),
      `${id} cleared`,
    );
  return (
    <Layout
      title={credit.key}
      subtitle={[credit.patient, credit.facility].filter(Boolean).join(', ') || undefined}
      onBack={() => pane.dispatch({ type: 'back' })}
      backTo="the results"
      actions={<Stepper state={state} pane={pane} scan={scan} credit={credit} />}
      foot={
        <>
          <Button appearance="primary" icon={<TableSearchRegular />} disabled={rows.length === 0} onClick={() => pane.show(rows)}>
            Show in sheet
          </Button>
          <UndoButton state={state} pane={pane} />
        </>
      }
    >
      {state.notice && <NoticeBar notice={state.notice} onDismiss={() => pane.dispatch({ type: 'notice', notice: null })} />}
      <Head credit={credit} sentence={story?.sentence} />
      <Section title={credit.findings.length === 1 ? 'What I found' : `What I found: ${counted(credit.findings.length, 'cause')}`}>
        <Remainders credit={credit} />
        {items.map((item) =>
          item.finding ? (
            <FindingCard
              key={item.id}
              finding={item.finding}
              onShow={pane.show}
              onHelp={() => pane.dispatch({ type: 'help', cause: item.finding?.cause ?? '' })}
            >
              <Decide item={item} state={state} pane={pane} disputable={mayDispute(credit, item.finding)} />
            </FindingCard>
          ) : (
            <div key={item.id} className={styles.open}>
              <Decide item={item} state={state} pane={pane} />
            </div>
          ),
        )}
      </Section>
      {credit.checks.length > 0 && (
        <Section title="Before money leaves">
          <Checks checks={credit.checks} cleared={cleared} busy={state.job !== null} onClear={clearCheck} />
        </Section>
      )}
      <Section title="The story">
        <Timeline story={story} onShow={pane.show} />
      </Section>
      {story && story.postings.length > 0 && (
        <Section title="What brings the account to zero">
          <ol className={styles.postings}>
            {story.postings.map((posting) => (
              <li key={posting}>
                <Body1>{posting}</Body1>
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Section title="Who paid, who owes">
        <Positions parties={credit.parties} />
      </Section>
    </Layout>
  );
}
