/** One finding: what, how much, to whom, what to do, what proves it, how sure, what else it could be. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Body1,
  Body1Strong,
  Button,
  Caption1,
  Subtitle2,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { TableSearchRegular } from '@fluentui/react-icons/svg/table-search';
import type { JSX, ReactNode } from 'react';
import type { Rival, RowRef, SettledFinding } from '../../core/credit';
import { toDollars } from '../../core/money';
import { CAUSE_WORD, CLASS_WORD, CONFIDENCE_WORD, dayWord, EVIDENCE_WORD, payeeWord, RESOLUTION_WORD } from '../words';
import { ClassMark } from './ClassMark';

const useStyles = makeStyles({
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalS,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  top: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  amount: { fontVariantNumeric: 'tabular-nums' },
  because: { overflowWrap: 'anywhere' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  rival: { display: 'flex', flexDirection: 'column', marginBottom: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

function factsOf(finding: SettledFinding): readonly (readonly [string, string])[] {
  const due = finding.due === 0 ? '' : `${dayWord(finding.due)}${finding.dueBasis ? `, ${finding.dueBasis}` : ''}`;
  const facts: readonly (readonly [string, string])[] = [
    ['Owed to', payeeWord(finding.owedTo)],
    ['Next step', RESOLUTION_WORD[finding.resolution] + (finding.until === 0 ? '' : ` until ${dayWord(finding.until)}`)],
    ['Proof', EVIDENCE_WORD[finding.evidence] + (finding.matches > 1 ? `; ${finding.matches} equally good matches` : '')],
    ['Confidence', CONFIDENCE_WORD[finding.confidence]],
    ['Due', due],
    ['Missing', finding.missing],
  ];
  return facts.filter(([, value]) => value !== '');
}

function Rivals({ rivals }: { readonly rivals: readonly Rival[] }): JSX.Element {
  const styles = useStyles();
  return (
    <Accordion collapsible>
      <AccordionItem value="rivals">
        <AccordionHeader size="small">What else it could be ({rivals.length})</AccordionHeader>
        <AccordionPanel>
          {rivals.map((rival, index) => (
            <div key={index} className={styles.rival}>
              <Body1Strong>
                {CAUSE_WORD[rival.cause]}, {toDollars(rival.cents)}
              </Body1Strong>
              <Caption1 className={styles.quiet}>{CLASS_WORD[rival.class]}</Caption1>
              <Caption1>{rival.because}</Caption1>
              {rival.decidedBy && <Caption1>Decided by: {rival.decidedBy}</Caption1>}
            </div>
          ))}
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

export interface FindingCardProps {
  readonly finding: SettledFinding;
  readonly onShow: (rows: readonly RowRef[]) => void;
  readonly onHelp: () => void;
  /** The person's decision. */
  readonly children: ReactNode;
}

export function FindingCard({ finding, onShow, onHelp, children }: FindingCardProps): JSX.Element {
  const styles = useStyles();
  return (
    <article className={styles.card} aria-label={`${CAUSE_WORD[finding.cause]}, ${toDollars(finding.cents)}`}>
      <div className={styles.top}>
        <Caption1>
          <ClassMark class={finding.class} />
        </Caption1>
        <Body1Strong className={styles.amount}>{toDollars(finding.cents)}</Body1Strong>
      </div>
      <Subtitle2 as="h3" style={{ margin: 0 }}>
        {CAUSE_WORD[finding.cause]}
      </Subtitle2>
      <Body1 className={styles.because}>{finding.because}</Body1>
      <dl className={styles.facts}>
        {factsOf(finding).map(([term, value]) => (
          <div key={term} style={{ display: 'contents' }}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
      {finding.rivals.length > 0 && <Rivals rivals={finding.rivals} />}
      <div className={styles.buttons}>
        {finding.rows.length > 0 && (
          <Button size="small" icon={<TableSearchRegular />} onClick={() => onShow(finding.rows)}>
            Show its rows
          </Button>
        )}
        <Button size="small" appearance="subtle" icon={<QuestionCircleRegular />} onClick={onHelp}>
          About this cause
        </Button>
      </div>
      {children}
    </article>
  );
}
