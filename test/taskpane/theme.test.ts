import { chooseTheme } from '../../src/taskpane/theme';

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
