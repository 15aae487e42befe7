/** The frame of every screen: heading with Back, a body that scrolls, one obvious next step at the foot. */
import { Button, Caption1, makeStyles, PortalMountNodeProvider, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { useEffect, useRef, useState, type JSX, type ReactNode, type Ref } from 'react';

const useStyles = makeStyles({
  frame: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '44px',
    flexShrink: 0,
    // The top right 34 x 32 pixels belong to Excel's own menu.
    padding: `${tokens.spacingVerticalXS} 38px ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  titles: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  title: { ...typographyStyles.subtitle2, margin: 0, outlineStyle: 'none', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  sub: { color: tokens.colorNeutralForeground3, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'scroll',
    overflowX: 'hidden',
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`,
    position: 'relative',
    scrollbarWidth: 'thin',
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

export interface LayoutProps {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly onBack?: (() => void) | undefined;
  readonly backTo?: string;
  readonly actions?: ReactNode;
  readonly foot?: ReactNode;
  readonly bodyRef?: Ref<HTMLDivElement>;
  /** Set when something else on the screen takes the focus. */
  readonly keepFocus?: boolean;
  /** Nothing but text in the body: it takes the focus itself, so that arrow keys scroll it. */
  readonly textOnly?: boolean;
  readonly children: ReactNode;
}

/**
 * Focus moves to the heading when a screen opens, so that a keyboard or screen reader starts at its top; never otherwise. In the frame after the
 * drawing, which lays the page out anyway: within it, a focus does so too, and makes a long task of results that have just come.
 */
function useHeadingFocus(title: string, keepFocus: boolean): Ref<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  const opened = useRef(false);
  useEffect(() => {
    const first = !opened.current;
    opened.current = true;
    if (keepFocus || (first && !document.hasFocus())) return;
    const before = document.activeElement;
    const frame = requestAnimationFrame(() => {
      // Not away from where a person went in the meantime.
      const { activeElement, body } = document;
      if (activeElement === before || activeElement === body) heading.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [title, keepFocus]);
  return heading;
}

export function Layout({ title, subtitle, onBack, backTo, actions, foot, bodyRef, keepFocus = false, textOnly = false, children }: LayoutProps): JSX.Element {
  const styles = useStyles();
  const heading = useHeadingFocus(title, keepFocus);
  // Lists and menus open inside the landmark that they belong to, not at the end of the page.
  const [main, setMain] = useState<HTMLElement | null>(null);
  return (
    <main className={styles.frame} ref={setMain}>
      <PortalMountNodeProvider value={main ?? undefined}>
        <header className={styles.head}>
          {onBack && <Button appearance="subtle" icon={<ArrowLeftRegular />} aria-label={`Back to ${backTo ?? 'the list'}`} onClick={onBack} />}
          <div className={styles.titles}>
            <h1 className={styles.title} ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {subtitle && <Caption1 className={styles.sub}>{subtitle}</Caption1>}
          </div>
          {actions}
        </header>
        <div className={styles.body} ref={bodyRef} {...(textOnly ? { tabIndex: 0, role: 'group', 'aria-label': title } : { tabIndex: -1 })}>
          {children}
        </div>
        {foot && <footer className={styles.foot}>{foot}</footer>}
      </PortalMountNodeProvider>
    </main>
  );
}
