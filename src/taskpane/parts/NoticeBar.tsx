/** What the last step did, or why it did not; said aloud by the live region of the pane. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { JSX, ReactNode } from 'react';
import type { Notice } from '../paneState';

const useStyles = makeStyles({ bar: { marginBottom: tokens.spacingVerticalM } });

export interface NoticeBarProps {
  readonly notice: Notice;
  readonly onDismiss?: (() => void) | undefined;
  readonly action?: ReactNode;
}

export function NoticeBar({ notice, onDismiss, action }: NoticeBarProps): JSX.Element {
  return (
    <MessageBar intent={notice.intent} layout="multiline" politeness="polite" className={useStyles().bar}>
      <MessageBarBody>
        <MessageBarTitle>{notice.title}</MessageBarTitle> {notice.text}
        {notice.code ? ` (${notice.code})` : ''}
      </MessageBarBody>
      <MessageBarActions
        {...(onDismiss ? { containerAction: <Button appearance="transparent" aria-label="Dismiss" icon={<DismissRegular />} onClick={onDismiss} /> } : {})}
      >
        {action}
      </MessageBarActions>
    </MessageBar>
  );
}
