/** *How sure is this?*: what the review makes of known credits and look-alikes, planted on a copy of this person's own accounts (design.md 11). */
import { Body1, Body1Strong, Button, Caption1, LargeTitle, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';
import { cents, toDollars } from '../../core/money';
import { selfTestTotals } from '../../core/selfTest/result';
import type { LookAt, PlantedKind, SelfTest, TrapKind } from '../../core/selfTest/result';
import { JobView } from '../parts/JobView';
import { Layout } from '../parts/Layout';
import { NoticeBar } from '../parts/NoticeBar';
import { Section } from '../parts/Section';
import { count, counted } from '../words';
import type { ScreenProps } from './ReadScreen';

const useStyles = makeStyles({
  total: { display: 'block', fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, fontVariantNumeric: 'tabular-nums' },
  words: { display: 'block', paddingBottom: tokens.spacingVerticalXS },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  head: { textAlign: 'right', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3, verticalAlign: 'bottom' },
  kind: { textAlign: 'left', fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere', paddingTop: tokens.spacingVerticalXS },
  number: {
    textAlign: 'right',
    verticalAlign: 'top',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    padding: `${tokens.spacingVerticalXS} 0 0 ${tokens.spacingHorizontalS}`,
  },
  more: { color: tokens.colorNeutralForeground3 },
  line: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, paddingBottom: tokens.spacingVerticalXS },
  first: { textAlign: 'left' },
  help: { display: 'block', color: tokens.colorNeutralForeground2 },
  accounts: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** Where it was not sure, in words. */
function rest({ found, sure, left, other, firm, missed, wrongCents }: PlantedKind): string {
  const parts = [
    found > sure && `${count(found - sure)} found, with a question`,
    left > 0 && `${count(left)} left to you, no cause named`,
    other > 0 && `${count(other)} called something else${firm === 0 ? ', as a guess' : ''}`,
    missed > 0 && `${count(missed)} not seen`,
    wrongCents > 0 && `${toDollars(cents(wrongCents))} would be refunded wrongly`,
  ].filter((part) => part !== false);
  return `${parts.join('; ')}.`;
}

function Accounts({ look }: { readonly look: readonly LookAt[] }): JSX.Element | null {
  const styles = useStyles();
  if (look.length === 0) return null;
  return (
    <details>
      <summary>{look.length === 1 ? 'The account' : `${count(look.length)} accounts`} to look at</summary>
      <ul className={styles.accounts}>
        {look.map(({ account, said }) => (
          <li key={account}>
            {account}: {said}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface RowProps {
  readonly words: string;
  readonly cells: readonly string[];
  readonly children?: ReactNode;
}
function Row({ words, cells, children }: RowProps): JSX.Element {
  const styles = useStyles();
  const line = children ? undefined : styles.line;
  return (
    <>
      <tr>
        <th scope="row" className={mergeClasses(styles.kind, line)}>
          {words}
        </th>
        {cells.map((cell, at) => (
          <td key={at} className={mergeClasses(styles.number, line)}>
            {cell}
          </td>
        ))}
      </tr>
      {children && (
        <tr>
          <td colSpan={cells.length + 1} className={mergeClasses(styles.more, styles.line)}>
            {children}
          </td>
        </tr>
      )}
    </>
  );
}

interface TableProps {
  readonly label: string;
  readonly heads: readonly string[];
  readonly children: ReactNode;
}
function Table({ label, heads, children }: TableProps): JSX.Element {
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {heads.map((head, at) => (
            <th key={head} scope="col" className={mergeClasses(styles.head, at === 0 && styles.first)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function Kind({ kind }: { readonly kind: PlantedKind }): JSX.Element {
  const styles = useStyles();
  const { words, planted, found, sure, look, help } = kind;
  return (
    <Row words={words} cells={[`${count(found)} of ${count(planted)}`]}>
      {sure < planted && (
        <>
          {rest(kind)}
          {help && (
            <span className={styles.help}>
              With <em>{help.column}</em>: sure in {count(help.sure)} of {count(planted)}.
            </span>
          )}
          <Accounts look={look} />
        </>
      )}
    </Row>
  );
}

const Trap = ({ trap: { words, planted, alarms, look, wrongCents } }: { readonly trap: TrapKind }): JSX.Element => (
  <Row words={words} cells={[`${count(planted - alarms)} of ${count(planted)}`]}>
    {alarms > 0 && (
      <>
        {wrongCents > 0 && `${toDollars(cents(wrongCents))} would be refunded wrongly. `}
        <Accounts look={look} />
      </>
    )}
  </Row>
);

function verdict({ wrongCents, alarms, trapped }: ReturnType<typeof selfTestTotals>): string {
  const wrong = wrongCents === 0 ? 'Nothing' : toDollars(cents(wrongCents));
  const taken = alarms === 0 ? 'no look-alike was taken for a credit' : `${counted(alarms, 'look-alike')} of ${count(trapped)} came up as a credit`;
  return `${wrong} would have been refunded wrongly, and ${taken}.`;
}

function Figures({ run }: { readonly run: SelfTest }): JSX.Element {
  const styles = useStyles();
  const totals = selfTestTotals(run);
  if (totals.planted + totals.trapped === 0)
    return (
      <Body1>
        Nothing could be planted: no account here is settled and plain, so no truth is known in advance. Read a longer period, with accounts that are paid up.
      </Body1>
    );
  return (
    <>
      <LargeTitle className={styles.total}>
        {count(totals.found)} of {count(totals.planted)}
      </LargeTitle>
      <Body1 className={styles.words}>
        planted credits ({toDollars(cents(totals.cents))}) were found with the right cause, amount and payee; {count(totals.sure)} of them for sure.
      </Body1>
      <Body1Strong className={styles.words}>{verdict(totals)}</Body1Strong>
      <Section title="Known credits">
        <Table label="Known credits" heads={['Planted on your accounts', 'Found']}>
          {run.kinds.map((kind) => (
            <Kind key={kind.id} kind={kind} />
          ))}
        </Table>
      </Section>
      <Section title="Look-alikes: nothing is owed">
        <Table label="Look-alikes" heads={['Planted on your accounts', 'Left alone']}>
          {run.traps.map((trap) => (
            <Trap key={trap.id} trap={trap} />
          ))}
        </Table>
        {run.elsewhere.length > 0 && <Caption1>Beside a planting: {run.elsewhere.map(({ account }) => account).join(', ')}</Caption1>}
      </Section>
      {run.notPlanted.length > 0 && (
        <Section title="What your sheets cannot show">
          <ul className={styles.list}>
            {run.notPlanted.map(({ words, why }) => (
              <li key={words}>
                <Caption1>
                  {words}. {why}
                </Caption1>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

export function SelfTestScreen({ state, pane }: ScreenProps): JSX.Element {
  const styles = useStyles();
  const { job, notice, selfTest } = state;
  return (
    <Layout
      title="How sure is this?"
      subtitle={selfTest ? `On ${counted(selfTest.plainAccounts, 'settled account')}, seed ${selfTest.seed}` : undefined}
      onBack={() => pane.dispatch({ type: 'back' })}
      backTo="results"
      foot={
        <Button disabled={job !== null} onClick={() => pane.selfTest(selfTest ? selfTest.seed + 1 : 1)}>
          {selfTest ? 'Test on other accounts' : 'Test now'}
        </Button>
      }
    >
      {notice && <NoticeBar notice={notice} onDismiss={() => pane.dispatch({ type: 'notice', notice: null })} />}
      <Caption1 className={styles.words}>
        In memory, known credits and look-alikes are put onto a copy of your own accounts, and the same review judges them. Your workbook is not touched.
      </Caption1>
      {job && <JobView job={job} onCancel={pane.cancel} />}
      {selfTest && !job && <Figures run={selfTest} />}
    </Layout>
  );
}
