/** The pane without Excel: why, and the way out. */
import { Button } from '@fluentui/react-components';
import { PlugDisconnectedRegular } from '@fluentui/react-icons/svg/plug-disconnected';
import type { JSX } from 'react';
import type { Readiness } from '../office';
import { Layout } from '../parts/Layout';
import { Message } from '../parts/Message';

const WORDS: Readonly<Record<Exclude<Readiness['state'], 'excel'>, readonly [string, string]>> = {
  noExcel: [
    'Open this inside Excel',
    'This page is the pane of an Excel add-in. In Excel, open it from the ribbon: Home, Credits, Review pane. Without Excel, use the workbench.',
  ],
  silent: [
    'Excel does not answer',
    'I waited ten seconds. Close the pane and open it again. If it stays like this, a proxy or privacy setting may block parts of Office: ask IT to allow appsforoffice.microsoft.com.',
  ],
  noLibrary: [
    'Microsoft’s Office library did not load',
    'The pane needs it from appsforoffice.microsoft.com. Check the connection, or ask IT to allow that address; then open the pane again.',
  ],
};

export function NoExcelScreen({ state }: { readonly state: Exclude<Readiness['state'], 'excel'> }): JSX.Element {
  const [title, text] = WORDS[state];
  return (
    <Layout title="Credit balances">
      <Message icon={<PlugDisconnectedRegular />} title={title} text={text}>
        <Button appearance="primary" onClick={() => location.reload()}>
          Try again
        </Button>
      </Message>
    </Layout>
  );
}
