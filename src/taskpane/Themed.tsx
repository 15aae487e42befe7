/** The pane inside Fluent's theme; the same in Excel and in the workbench. */
import { FluentProvider, makeStyles } from '@fluentui/react-components';
import type { JSX, ReactNode } from 'react';
import { themeOf, useThemeName } from './theme';

const useStyles = makeStyles({
  provider: {
    height: '100%',
    '@media (prefers-reduced-motion: reduce)': { '& *': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' } },
  },
});

export function Themed({ officeBackground, children }: { readonly officeBackground: string; readonly children: ReactNode }): JSX.Element {
  const name = useThemeName(officeBackground);
  return (
    <FluentProvider theme={themeOf(name)} className={useStyles().provider}>
      {children}
    </FluentProvider>
  );
}
