import { Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { useId, type JSX, type ReactNode } from 'react';

const useStyles = makeStyles({
  section: { paddingTop: tokens.spacingVerticalL },
  title: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground2,
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
  },
});

/** A titled part of a screen. */
export function Section({ title, aside, children }: { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }): JSX.Element {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Caption1Strong as="h2" id={id} className={styles.title}>
        {title}
        {aside}
      </Caption1Strong>
      {children}
    </section>
  );
}
