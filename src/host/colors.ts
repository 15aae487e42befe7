/** Colours as files write them, made "#RRGGBB" ("" = automatic or none). ECMA-376 18.8.19 (indexed), 18.8.3 and 20.1.6.2 (theme and tint). */
import type { XmlElement } from './files/xml';

const FIRST_EIGHT = ['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF'];
const INDEXED = [
  ...FIRST_EIGHT,
  ...FIRST_EIGHT,
  ...'800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF'.split(' '),
  ...'800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696'.split(' '),
  ...'003366 339966 003300 333300 993300 993366 333399 333333'.split(' '),
];

/** Theme colours in the order that `theme="n"` counts: light 1, dark 1, light 2, dark 2, accents. */
export const OFFICE_THEME = 'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');
const THEME_ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];

export function themeColors(theme: XmlElement | null): readonly string[] {
  const scheme = theme === null ? undefined : [...theme.any('themeElements')][0]?.child('clrScheme');
  if (scheme === undefined) return OFFICE_THEME;
  return THEME_ORDER.map((name, i) => {
    const color = [...(scheme.child(name)?.any() ?? [])][0];
    return color?.get('lastClr') ?? (color?.is('srgbClr') === true ? color.get('val') : undefined) ?? OFFICE_THEME[i] ?? '000000';
  });
}

export function colorOf(element: XmlElement | undefined, theme: readonly string[]): string {
  if (element === undefined) return '';
  const base = baseColor(element, theme);
  const tint = Number(element.get('tint') ?? 0);
  return base === '' ? '' : '#' + (tint === 0 || Number.isNaN(tint) ? base : tinted(base, tint)).toUpperCase();
}

function baseColor(element: XmlElement, theme: readonly string[]): string {
  const rgb = element.get('rgb');
  if (rgb !== undefined && /^[0-9A-Fa-f]{6,8}$/.test(rgb)) return rgb.slice(-6);
  const index = element.get('theme');
  if (index !== undefined) return theme[Number(index)] ?? '';
  return INDEXED[Number(element.get('indexed') ?? -1)] ?? '';
}

/** Towards white (tint > 0) or black, by lightness. */
function tinted(hex: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number];
  const [hue, saturation, light] = toHsl(channels);
  const moved = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  return fromHsl(hue, saturation, moved)
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
}

function toHsl([r, g, b]: readonly [number, number, number]): [number, number, number] {
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const light = (max + min) / 2;
  const span = max - min;
  if (span === 0) return [0, 0, light];
  const saturation = span / (1 - Math.abs(2 * light - 1));
  const sector = max === r ? ((g - b) / span + 6) % 6 : max === g ? (b - r) / span + 2 : (r - g) / span + 4;
  return [sector, saturation, light];
}

function fromHsl(sector: number, saturation: number, light: number): number[] {
  const chroma = (1 - Math.abs(2 * light - 1)) * saturation;
  const second = chroma * (1 - Math.abs((sector % 2) - 1));
  const table = [
    [chroma, second, 0],
    [second, chroma, 0],
    [0, chroma, second],
    [0, second, chroma],
    [second, 0, chroma],
    [chroma, 0, second],
  ];
  const row = table[Math.floor(sector) % 6] as number[];
  return row.map((channel) => Math.min(1, Math.max(0, channel + light - chroma / 2)));
}
