/** The workbench could not start: what is missing, and the way out. */
import { Button } from '@fluentui/react-components';
import { PlugDisconnectedRegular } from '@fluentui/react-icons/svg/plug-disconnected';
import type { JSX } from 'react';
import { Message } from '../taskpane/parts/Message';

export function Stopped({ error }: { readonly error: unknown }): JSX.Element {
  const why = error instanceof Error ? error.message : String(error);
  return (
    <main>
      <Message
        icon={<PlugDisconnectedRegular />}
        title="The workbench did not start"
        text={`${why} Load the page again; if it stays like this, build it afresh.`}
      >
        <Button appearance="primary" onClick={() => location.reload()}>
          Load again
        </Button>
      </Message>
    </main>
  );
}
