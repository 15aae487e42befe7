/** Values that could not be read: where, what, and what to do. Long lists show their first 200 and say so. */
import { Body1, Body1Strong, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { ReadingSummary } from '../../app/session';
import type { Problem } from '../../intake/contract';
import { Layout } from '../parts/Layout';
import { counted } from '../words';
import type { ScreenProps } from './ReadScreen';

const SHOWN = 200;
const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    display: 'flex',
    flexDirection: 'column',
    overflowWrap: 'anywhere',
  },
  remedy: { color: tokens.colorNeutralForeground3 },
});

/** Those of the policy rows first: they are few, and easily mended. */
export const problemsOf = (reading: ReadingSummary | undefined): readonly Problem[] => (reading ? [...reading.policyProblems, ...reading.problems] : []);

export function ProblemsScreen({ state, pane }: ScreenProps): JSX.Element {
  const styles = useStyles();
  const reading = state.scan?.reading;
  const problems = problemsOf(reading);
  return (
    <Layout title="What I could not read" subtitle={counted(problems.length, 'problem')} onBack={() => pane.dispatch({ type: 'back' })} backTo="what I read">
      {problems.length === 0 && <Body1>Every row was read.</Body1>}
      <ul className={styles.list}>
        {problems.slice(0, SHOWN).map((problem, index) => (
          <li key={index} className={styles.item}>
            {problem.row > 0 ? (
              <Link as="button" onClick={() => pane.showRow(problem.sheet, problem.row)}>
                {problem.sheet}, row {problem.row}
              </Link>
            ) : (
              <Body1Strong>{problem.sheet || 'Workbook'}</Body1Strong>
            )}
            <Body1>{problem.message}</Body1>
            <Caption1 className={styles.remedy}>{problem.remedy}</Caption1>
          </li>
        ))}
      </ul>
      {problems.length > SHOWN && <Caption1>And {counted(problems.length - SHOWN, 'more problem')}.</Caption1>}
    </Layout>
  );
}
