/** One credit: the sentence, what was found, the story, who paid and owes, what blocks it. Next step: Show in sheet. */
import { Body1, Button, Caption1, LargeTitle, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { TableSearchRegular } from '@fluentui/react-icons/svg/table-search';
import type { JSX } from 'react';
import { atStake } from '../../app/overview';
import type { Scan } from '../../app/session';
import type { Credit, RowRef } from '../../core/credit';
import { toDollars } from '../../core/money';
import { Checks } from '../parts/Checks';
import { ClassMark } from '../parts/ClassMark';
import { FindingCard } from '../parts/FindingCard';
import { Layout } from '../parts/Layout';
import { NoticeBar } from '../parts/NoticeBar';
import { Positions } from '../parts/Positions';
import { Section } from '../parts/Section';
import { Timeline } from '../parts/Timeline';
import type { PaneState } from '../paneState';
import type { Intentions } from '../usePane';
import { CLASS_MEANING, counted, dayWord } from '../words';
import { useListed } from './ResultsScreen';

const useStyles = makeStyles({
  total: { display: 'block', fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, fontVariantNumeric: 'tabular-nums' },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
  sentence: { display: 'block', marginTop: tokens.spacingVerticalM, overflowWrap: 'anywhere' },
  postings: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  note: { display: 'block', color: tokens.colorNeutralForeground3, marginBottom: tokens.spacingVerticalXS },
  stepper: { display: 'flex', flexShrink: 0 },
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

/** Previous and next in the list as filtered and sorted. */
function Stepper({ state, pane, scan, credit }: CreditProps): JSX.Element {
  const shown = useListed(scan.review, state.wanted);
  const at = shown.findIndex((each) => each.account === credit.account);
  const step = (to: number, name: string, icon: JSX.Element): JSX.Element => {
    const target = at < 0 ? undefined : shown[to];
    return (
      <Button
        appearance="subtle"
        size="small"
        icon={icon}
        aria-label={name}
        disabled={!target}
        onClick={() => target && pane.dispatch({ type: 'open', account: target.account })}
      />
    );
  };
  return (
    <div className={useStyles().stepper}>
      {step(at - 1, 'Previous account', <ChevronUpRegular />)}
      {step(at + 1, 'Next account', <ChevronDownRegular />)}
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
  return (
    <Layout
      title={credit.key}
      subtitle={[credit.patient, credit.facility].filter(Boolean).join(', ') || undefined}
      onBack={() => pane.dispatch({ type: 'back' })}
      backTo="the results"
      actions={<Stepper state={state} pane={pane} scan={scan} credit={credit} />}
      foot={
        <Button appearance="primary" icon={<TableSearchRegular />} disabled={rows.length === 0} onClick={() => pane.show(rows)}>
          Show in sheet
        </Button>
      }
    >
      {state.notice && <NoticeBar notice={state.notice} onDismiss={() => pane.dispatch({ type: 'notice', notice: null })} />}
      <Head credit={credit} sentence={story?.sentence} />
      <Section title={credit.findings.length === 1 ? 'What I found' : `What I found: ${counted(credit.findings.length, 'cause')}`}>
        <Remainders credit={credit} />
        {credit.findings.map((finding) => (
          <FindingCard key={finding.id} finding={finding} onShow={pane.show} />
        ))}
      </Section>
      {credit.checks.length > 0 && (
        <Section title="Before money leaves">
          <Checks checks={credit.checks} />
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
