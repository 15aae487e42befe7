/** A screen that has one thing to say: what is, why, and the way out. */
import { Body1, Caption1, Subtitle1, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';

const useStyles = makeStyles({
  message: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalM}`,
  },
  icon: { fontSize: '40px', lineHeight: 1, color: tokens.colorNeutralForeground3 },
  small: { color: tokens.colorNeutralForeground3 },
});

export interface MessageProps {
  readonly icon: JSX.Element;
  readonly title: string;
  readonly text: string;
  readonly small?: string | undefined;
  readonly children?: ReactNode;
}

export function Message({ icon, title, text, small, children }: MessageProps): JSX.Element {
  const styles = useStyles();
  return (
    <section className={styles.message}>
      <div className={styles.icon} aria-hidden>
        {icon}
      </div>
      <Subtitle1 as="h2" style={{ margin: 0 }}>
        {title}
      </Subtitle1>
      <Body1>{text}</Body1>
      {children}
      {small && <Caption1 className={styles.small}>{small}</Caption1>}
    </section>
  );
}
