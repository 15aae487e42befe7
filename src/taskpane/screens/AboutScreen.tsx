/** About: version, date of the policy, what changed, and where the data stays. */
import { Body1, Button, makeStyles } from '@fluentui/react-components';
import type { JSX } from 'react';
import { DEFAULT_ROWS } from '../../core/policy/defaults';
import { Layout } from '../parts/Layout';
import { Section } from '../parts/Section';
import { CHANGES, VERSION } from '../version';
import { count } from '../words';
import type { ScreenProps } from './ReadScreen';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '20px' } });

const sourcesRead = [...new Set(DEFAULT_ROWS.map((row) => row.verifiedOn).filter((text) => text !== ''))].join(', ');

export function AboutScreen({ pane }: ScreenProps): JSX.Element {
  const back = (): void => pane.dispatch({ type: 'back' });
  return (
    <Layout
      title="About"
      textOnly
      subtitle="Credit balance review"
      onBack={back}
      backTo="what I read"
      foot={
        <Button appearance="primary" onClick={back}>
          Done
        </Button>
      }
    >
      <Section title="Version">
        <Body1>{VERSION}</Body1>
      </Section>
      <Section title="Policy">
        <Body1>
          {count(DEFAULT_ROWS.length)} default rules; sources read {sourcesRead}. Starting points, not legal advice: the sheet Credit policy is yours to edit.
        </Body1>
      </Section>
      <Section title="What changed">
        <ul className={useStyles().list}>
          {CHANGES.map((change) => (
            <li key={change}>
              <Body1>{change}</Body1>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Your data">
        <Body1>Everything happens in this pane. No row of the workbook leaves this computer, and nothing is measured.</Body1>
      </Section>
    </Layout>
  );
}
