/** Light, dark or the system's contrast colours: from the Office theme where Excel says it, else from the system. */
import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(forced-colors: active)';

export type ThemeName = 'light' | 'dark' | 'contrast';
/** Fluent's dark colour of a link while it is pressed has a contrast of 3.8 to 1 with the page; 4.5 is asked (WCAG 2.2, 1.4.3). */
const DARK_THEME: Theme = { ...webDarkTheme, colorBrandForegroundLinkPressed: webDarkTheme.colorBrandForegroundLinkHover };
const THEMES: Readonly<Record<ThemeName, Theme>> = { light: webLightTheme, dark: DARK_THEME, contrast: teamsHighContrastTheme };
export const themeOf = (name: ThemeName): Theme => THEMES[name];

/** Relative brightness of "#rrggbb", 0 to 1. */
function brightness(color: string): number {
  const part = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16) / 255;
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

const asks = (query: string): boolean => typeof matchMedia === 'function' && matchMedia(query).matches;

export function chooseTheme(officeBackground: string, systemDark: boolean, forcedColors: boolean): ThemeName {
  if (forcedColors) return 'contrast';
  if (officeBackground) return brightness(officeBackground) < 0.4 ? 'dark' : 'light';
  return systemDark ? 'dark' : 'light';
}

function watch(query: string, changed: () => void): () => void {
  if (typeof matchMedia !== 'function') return () => undefined;
  const list = matchMedia(query);
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
}

/** Follows the system while the page is open. */
export function useThemeName(officeBackground: string): ThemeName {
  const choose = (): ThemeName => chooseTheme(officeBackground, asks(DARK), asks(CONTRAST));
  const [name, setName] = useState(choose);
  useEffect(() => {
    const changed = (): void => setName(chooseTheme(officeBackground, asks(DARK), asks(CONTRAST)));
    const stops = [watch(DARK, changed), watch(CONTRAST, changed)];
    return () => stops.forEach((stop) => stop());
  }, [officeBackground]);
  return name;
}
