/** How a cell of the embedded Excel looks in the grid: colours in light and dark, bold, alignment, text that flows over empty neighbours. */
import { GridCellKind, type Theme } from '@glideapps/glide-data-grid';
import type { Theme as FluentTheme } from '@fluentui/react-components';
import type { WindowCell } from '../host/protocol';
import type { EditableCell } from './CellEditor';

export const FONT = "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', sans-serif";
const SIZE = '13px';

export function gridTheme(fluent: FluentTheme): Partial<Theme> {
  return {
    accentColor: fluent.colorBrandStroke1,
    accentFg: fluent.colorNeutralForegroundOnBrand,
    accentLight: mix(fluent.colorBrandStroke1, 0.14),
    textDark: fluent.colorNeutralForeground1,
    textMedium: fluent.colorNeutralForeground2,
    textLight: fluent.colorNeutralForeground3,
    textHeader: fluent.colorNeutralForeground2,
    textGroupHeader: fluent.colorNeutralForeground2,
    textHeaderSelected: fluent.colorNeutralForegroundOnBrand,
    bgCell: fluent.colorNeutralBackground1,
    bgCellMedium: fluent.colorNeutralBackground2,
    bgHeader: fluent.colorNeutralBackground3,
    bgHeaderHasFocus: fluent.colorNeutralBackground4,
    bgHeaderHovered: fluent.colorNeutralBackground4,
    borderColor: fluent.colorNeutralStroke2,
    horizontalBorderColor: fluent.colorNeutralStroke2,
    headerBottomBorderColor: fluent.colorNeutralStroke1,
    linkColor: fluent.colorBrandForegroundLink,
    cellHorizontalPadding: 6,
    cellVerticalPadding: 2,
    headerFontStyle: `600 ${SIZE}`,
    baseFontStyle: SIZE,
    markerFontStyle: '12px',
    editorFontSize: SIZE,
    fontFamily: FONT,
    roundingRadius: 0,
  };
}

/** A colour of the system, such as CanvasText, as "#rrggbb": a canvas does not follow forced colours by itself. */
function systemColor(name: string): string {
  const probe = document.createElement('span');
  probe.style.cssText = `color: ${name}; forced-color-adjust: none`;
  document.body.append(probe);
  const parts = getComputedStyle(probe).color.match(/\d+/g) ?? [];
  probe.remove();
  return `#${parts
    .slice(0, 3)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;
}

/** The grid in the person's own contrast colours. */
export function contrastTheme(): Partial<Theme> {
  const [page, text, link, accent, onAccent] = ['Canvas', 'CanvasText', 'LinkText', 'Highlight', 'HighlightText'].map(systemColor) as [
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    accentColor: accent,
    accentFg: onAccent,
    accentLight: mix(accent, 0.3),
    textDark: text,
    textMedium: text,
    textLight: text,
    textHeader: text,
    textGroupHeader: text,
    textHeaderSelected: onAccent,
    bgCell: page,
    bgCellMedium: page,
    bgHeader: page,
    bgHeaderHasFocus: page,
    bgHeaderHovered: page,
    borderColor: text,
    horizontalBorderColor: text,
    headerBottomBorderColor: text,
    linkColor: link,
  };
}

/** "#rrggbb" with an opacity. */
function mix(color: string, opacity: number): string {
  return /^#[0-9a-f]{6}$/i.test(color)
    ? `${color}${Math.round(opacity * 255)
        .toString(16)
        .padStart(2, '0')}`
    : color;
}

export function bright(color: string): boolean {
  const part = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5) > 128;
}

const BLACK = '#1b1a19';
const WHITE = '#ffffff';

/** Text on a fill must be readable in both themes; text colours made for white paper are not used on a dark page. */
function textColor(cell: WindowCell, dark: boolean): string | undefined {
  if (cell.fill) return cell.color && bright(cell.color) !== bright(cell.fill) ? cell.color : bright(cell.fill) ? BLACK : WHITE;
  if (!cell.color || (dark && !bright(cell.color))) return undefined;
  return cell.color;
}

export function lookOf(cell: WindowCell, dark: boolean, linkColor: string): Partial<Theme> | undefined {
  const look: Partial<Theme> = {};
  const color = cell.link && !cell.fill ? linkColor : textColor(cell, dark);
  if (cell.fill) look.bgCell = cell.fill;
  if (color) look.textDark = color;
  const style = `${cell.italic ? 'italic ' : ''}${cell.bold ? '600 ' : ''}${SIZE}`;
  if (style !== SIZE) look.baseFontStyle = style;
  return Object.keys(look).length > 0 ? look : undefined;
}

const ALIGN = { empty: 'left', text: 'left', number: 'right', boolean: 'center', error: 'center' } as const;
export const alignOf = (cell: WindowCell): 'left' | 'right' | 'center' => cell.align ?? ALIGN[cell.kind];

export function textCell(cell: WindowCell | null, dark: boolean, linkColor: string, span: readonly [number, number] | null): EditableCell {
  const text = cell?.text ?? '';
  const look = cell ? lookOf(cell, dark, linkColor) : undefined;
  // A click on a link follows it; its cell is edited in the bar above.
  const fixed = cell?.link !== undefined;
  return {
    kind: GridCellKind.Text,
    data: text,
    displayData: text,
    input: cell?.input ?? '',
    list: cell?.list ?? [],
    allowOverlay: !fixed,
    readonly: fixed,
    contentAlign: cell ? alignOf(cell) : 'left',
    ...(look ? { themeOverride: look } : {}),
    ...(span ? { span: [span[0], span[1]] as [number, number] } : {}),
    ...(cell?.link ? { cursor: 'pointer' } : {}),
  };
}

/** The number of a row, in its own column while a filter hides rows. */
export function rowNumberCell(row: number): EditableCell {
  const text = String(row + 1);
  return {
    kind: GridCellKind.Text,
    data: text,
    displayData: text,
    input: '',
    list: [],
    allowOverlay: false,
    readonly: true,
    contentAlign: 'center',
    themeOverride: { baseFontStyle: '12px' },
  };
}

let pen: CanvasRenderingContext2D | null = null;
export function textWidth(text: string, bold: boolean): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return text.length * 7;
  pen.font = `${bold ? '600 ' : ''}${SIZE} ${FONT}`;
  return pen.measureText(text).width;
}
