/** What a cause means: the situation, the sign it is found by, an example, what proves it. Offline, from the cause files themselves. */
import { Body1, Button } from '@fluentui/react-components';
import type { JSX } from 'react';
import { causes } from '../../core/causes/index';
import { Layout } from '../parts/Layout';
import { Section } from '../parts/Section';
import { CAUSE_WORD } from '../words';
import type { ScreenProps } from './ReadScreen';

export function HelpScreen({ state, pane }: ScreenProps): JSX.Element {
  const cause = causes.find(({ id }) => id === state.cause) ?? causes[0];
  const back = (): void => pane.dispatch({ type: 'back' });
  if (!cause)
    return (
      <Layout title="About this cause" onBack={back} backTo="the account">
        {null}
      </Layout>
    );
  const parts: readonly (readonly [string, string])[] = [
    ['What happens', cause.situation],
    ['How it is found', cause.signal],
    ['An example', cause.example],
    ['What proves it', cause.proof],
    ['Columns it needs', cause.needs.join('; ')],
  ];
  return (
    <Layout
      title={CAUSE_WORD[cause.id]}
      textOnly
      subtitle={`Cause ${cause.id}`}
      onBack={back}
      backTo="the account"
      foot={
        <Button appearance="primary" onClick={back}>
          Back to the account
        </Button>
      }
    >
      {parts
        .filter(([, text]) => text !== '')
        .map(([title, text]) => (
          <Section key={title} title={title}>
            <Body1>{text}</Body1>
          </Section>
        ))}
    </Layout>
  );
}
