import { chooseTheme, themeOf, type ThemeName } from '../../src/taskpane/theme';

describe('the theme of the pane', () => {
  // Office's own backgrounds: white #FFFFFF, colourful #E6E6E6, dark grey #444444, black #262626.
  it.each([
    ['#FFFFFF', true, 'light'],
    ['#E6E6E6', true, 'light'],
    ['#444444', false, 'dark'],
    ['#262626', false, 'dark'],
  ])('follows the Office background %s, whatever the system wants', (background, systemDark, expected) => {
    expect(chooseTheme(background, systemDark, false)).toBe(expected);
  });

  it('follows the system where Office says nothing', () => {
    expect(chooseTheme('', true, false)).toBe('dark');
    expect(chooseTheme('', false, false)).toBe('light');
  });

  it('gives way to the contrast colours of the system', () => {
    expect(chooseTheme('#FFFFFF', false, true)).toBe('contrast');
  });
});

describe('the colours of a link', () => {
  /** Relative luminance of "#rrggbb" (WCAG 2.2). */
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string): number => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  it('are measured as the standard does: grey #767676 is the palest on white', () => {
    expect(contrast('#767676', '#ffffff')).toBeGreaterThan(4.5);
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
  });

  it.each<ThemeName>(['light', 'dark', 'contrast'])('can be read in the theme %s, under the pointer and pressed, too', (name) => {
    const theme = themeOf(name);
    for (const each of ['colorBrandForegroundLink', 'colorBrandForegroundLinkHover', 'colorBrandForegroundLinkPressed'] as const)
      expect(contrast(theme[each], theme.colorNeutralBackground1)).toBeGreaterThan(4.5);
  });
});
