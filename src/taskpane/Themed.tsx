/** The pane inside Fluent's theme; the same in Excel and in the workbench. */
import { FluentProvider, makeStyles } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';
import { themeOf, useThemeName } from './theme';

const useStyles = makeStyles({
  provider: {
    // Once each: a spinner without end would flicker at that speed.
    '@media (prefers-reduced-motion: reduce)': {
      '& *': { animationDuration: '0.01ms !important', animationIterationCount: '1 !important', transitionDuration: '0.01ms !important' },
    },
  },
});

// As a style, not a class: Fluent gives the class to its popups too, which would then cover the whole pane.
const WHOLE = { height: '100%' } as const;

export function Themed({ officeBackground, children }: { readonly officeBackground: string; readonly children: ReactNode }): JSX.Element {
  const name = useThemeName(officeBackground);
  return (
    <FluentProvider theme={themeOf(name)} className={useStyles().provider} style={WHOLE}>
      {children}
    </FluentProvider>
  );
}
