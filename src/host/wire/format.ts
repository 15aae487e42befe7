/** range.format: fill, font, borders, alignment, widths, protection. A property that differs between cells reads as null, as in Excel. */
import type { Area, CellFormat } from '../model';
import { flagOf, numberOf, oneOf, struct, textOf } from './arguments';
import { formatArea, formatAt } from './edits';
import { refuse } from './errors';
import { bind, type HostObject, type Kind } from './kind';
import { same } from './rangeContent';
import type { RangeRef } from './rangeRef';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT, autofitColumns } from './widths';

/** One range, or the areas of a RangeAreas. */
export interface Formatted {
  readonly ranges: readonly RangeRef[];
}

function read<T>(target: Formatted, of: (format: CellFormat) => T): T | null {
  const values = target.ranges.map((range) => same(range, (row, column) => of(formatAt(range.state, range.sheet, row, column))));
  return values.every((value) => value === values[0]) ? (values[0] ?? null) : null;
}

/** Changes the formats; whole columns and rows as far as the sheet is used. */
function change(target: Formatted, how: (before: CellFormat) => Partial<CellFormat>): void {
  for (const range of target.ranges) {
    range.state.mayChangeSheet(range.sheet, 'allowFormatCells');
    const area = boundedArea(range);
    range.state.mayAffect(area.rows * area.columns);
    formatArea(range.state, range.sheet, area, how);
  }
}
function boundedArea(range: RangeRef): Area {
  return range.unbounded ? (range.usedPart() ?? { ...range.area, rows: 1, columns: 1 }) : range.area;
}

/** "#rrggbb" or an HTML colour name → "#RRGGBB". */
export function colourOf(value: unknown): string {
  const text = textOf(value);
  if (/^#?[0-9a-f]{6}$/i.test(text)) return `#${text.replace('#', '').toUpperCase()}`;
  return COLOUR_NAMES[text.toLowerCase()] ?? refuse('InvalidArgument');
}
const COLOUR_NAMES: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
  purple: '#800080',
  pink: '#FFC0CB',
  lightgray: '#D3D3D3',
  lightgrey: '#D3D3D3',
  darkred: '#8B0000',
  darkgreen: '#006400',
  darkblue: '#00008B',
  lightblue: '#ADD8E6',
  lightgreen: '#90EE90',
  lightyellow: '#FFFFE0',
  navy: '#000080',
  teal: '#008080',
  silver: '#C0C0C0',
  maroon: '#800000',
  gold: '#FFD700',
  brown: '#A52A2A',
};

const FILL: Kind<Formatted> = {
  name: 'RangeFill',
  scalars: {
    color: (self) => {
      const colour = read(self, (format) => format.fill);
      return colour === '' ? '#FFFFFF' : colour;
    },
    pattern: (self) => {
      const colour = read(self, (format) => (format.fill === '' ? 'None' : 'Solid'));
      return colour;
    },
    patternColor: () => '',
    tintAndShade: () => 0,
    patternTintAndShade: () => 0,
  },
  setters: { color: (self, value) => change(self, () => ({ fill: value === '' ? '' : colourOf(value) })) },
  methods: { clear: (self) => change(self, () => ({ fill: '' })) },
};

function fontChange(part: Partial<CellFormat['font']>): (before: CellFormat) => Partial<CellFormat> {
  return (before) => ({ font: { ...before.font, ...part } });
}
const FONT: Kind<Formatted> = {
  name: 'RangeFont',
  scalars: {
    name: (self) => read(self, (format) => format.font.name),
    size: (self) => read(self, (format) => format.font.size),
    color: (self) => read(self, (format) => format.font.color || '#000000'),
    italic: (self) => read(self, (format) => format.font.italic),
    bold: (self) => read(self, (format) => format.font.bold),
    underline: (self) => read(self, (format) => (format.font.underline ? 'Single' : 'None')),
    strikethrough: (self) => read(self, (format) => format.font.strikethrough),
    subscript: () => false,
    superscript: () => false,
    tintAndShade: () => 0,
  },
  setters: {
    name: (self, value) => change(self, fontChange({ name: textOf(value) })),
    size: (self, value) => change(self, fontChange({ size: numberOf(value) })),
    color: (self, value) => change(self, fontChange({ color: colourOf(value) })),
    italic: (self, value) => change(self, fontChange({ italic: flagOf(value) })),
    bold: (self, value) => change(self, fontChange({ bold: flagOf(value) })),
    underline: (self, value) =>
      change(self, fontChange({ underline: oneOf(value, ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant']) !== 'None' })),
    strikethrough: (self, value) => change(self, fontChange({ strikethrough: flagOf(value) })),
  },
};

const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal', 'DiagonalDown', 'DiagonalUp'] as const;
type Side = (typeof SIDES)[number];
type CellSide = keyof CellFormat['borders'];
interface BorderRef {
  readonly target: Formatted;
  readonly side: Side;
}
/** Which cells of a range carry a side, and on which of their own sides. */
function carriers(area: Area, side: Side): readonly { readonly area: Area; readonly cellSide: CellSide }[] {
  const last = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 };
  switch (side) {
    case 'EdgeTop':
      return [{ area: { ...area, rows: 1 }, cellSide: 'top' }];
    case 'EdgeBottom':
      return [{ area: { ...area, row: last.row, rows: 1 }, cellSide: 'bottom' }];
    case 'EdgeLeft':
      return [{ area: { ...area, columns: 1 }, cellSide: 'left' }];
    case 'EdgeRight':
      return [{ area: { ...area, column: last.column, columns: 1 }, cellSide: 'right' }];
    case 'InsideHorizontal':
      return area.rows > 1 ? [{ area: { ...area, rows: area.rows - 1 }, cellSide: 'bottom' }] : [];
    case 'InsideVertical':
      return area.columns > 1 ? [{ area: { ...area, columns: area.columns - 1 }, cellSide: 'right' }] : [];
    default:
      return [];
  }
}
function changeBorder({ target, side }: BorderRef, part: Partial<{ style: string; color: string }>): void {
  for (const range of target.ranges) {
    range.state.mayChangeSheet(range.sheet, 'allowFormatCells');
    for (const { area, cellSide } of carriers(boundedArea(range), side)) {
      formatArea(range.state, range.sheet, area, (before) => ({ borders: { ...before.borders, [cellSide]: { ...before.borders[cellSide], ...part } } }));
    }
  }
}
function readBorder<T>({ target, side }: BorderRef, of: (border: { readonly style: string; readonly color: string }) => T): T | null {
  const [range] = target.ranges;
  const [carrier] = range ? carriers(boundedArea(range), side) : [];
  return range && carrier ? same(range.at(carrier.area), (row, column) => of(formatAt(range.state, range.sheet, row, column).borders[carrier.cellSide])) : null;
}
/** Excel's style and weight as one OOXML border style. */
function borderStyle(style: string, weight: string): string {
  if (style === 'None') return '';
  if (style === 'Continuous') return { Hairline: 'hair', Thin: 'thin', Medium: 'medium', Thick: 'thick' }[weight] ?? 'thin';
  return { Dash: 'dashed', DashDot: 'dashDot', DashDotDot: 'dashDotDot', Dot: 'dotted', Double: 'double', SlantDashDot: 'slantDashDot' }[style] ?? 'thin';
}
function lineStyle(style: string): string {
  if (style === '' || style === 'none') return 'None';
  return { dashed: 'Dash', dashDot: 'DashDot', dashDotDot: 'DashDotDot', dotted: 'Dot', double: 'Double', slantDashDot: 'SlantDashDot' }[style] ?? 'Continuous';
}
function lineWeight(style: string): string {
  return { hair: 'Hairline', medium: 'Medium', thick: 'Thick', double: 'Thick' }[style] ?? 'Thin';
}
const LINE_STYLES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'];
const BORDER: Kind<BorderRef> = {
  name: 'RangeBorder',
  scalars: {
    sideIndex: (self) => self.side,
    style: (self) => readBorder(self, (border) => lineStyle(border.style)),
    weight: (self) => readBorder(self, (border) => lineWeight(border.style)),
    color: (self) => readBorder(self, (border) => border.color || '#000000'),
    tintAndShade: () => 0,
  },
  setters: {
    style: (self, value) =>
      changeBorder(self, { style: borderStyle(oneOf(value, LINE_STYLES), readBorder(self, (border) => lineWeight(border.style)) ?? 'Thin') }),
    weight: (self, value) => changeBorder(self, { style: borderStyle('Continuous', oneOf(value, ['Hairline', 'Thin', 'Medium', 'Thick'])) }),
    color: (self, value) => {
      const style = readBorder(self, (border) => border.style) ?? '';
      changeBorder(self, style === '' ? { color: colourOf(value), style: 'thin' } : { color: colourOf(value) });
    },
  },
  identity: (self) => ({ Id: self.side }),
};
const BORDERS: Kind<Formatted> = {
  name: 'RangeBorderCollection',
  scalars: { count: () => SIDES.length, tintAndShade: () => 0 },
  methods: {
    getItem: (self, args) => bind(BORDER, { target: self, side: oneOf(args.at(0), SIDES) }),
    getItemAt: (self, args) => bind(BORDER, { target: self, side: SIDES[args.number(0)] ?? refuse('InvalidArgument') }),
  },
  items: (self) => SIDES.map((side) => bind(BORDER, { target: self, side })),
  item: (self, key) => bind(BORDER, { target: self, side: oneOf(key, SIDES) }),
};

const PROTECTION: Kind<Formatted> = {
  name: 'FormatProtection',
  scalars: { locked: (self) => read(self, (format) => format.locked), formulaHidden: () => false },
  setters: { locked: (self, value) => change(self, () => ({ locked: flagOf(value) })) },
};

const HORIZONTAL = ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'];
const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'];
/** Excel writes "Center" where the file has "center"; an absent alignment is General and Bottom. */
function shownAlignment(value: string, otherwise: string): string {
  return value === '' ? otherwise : value.charAt(0).toUpperCase() + value.slice(1);
}
function fileAlignment(value: string): string {
  return value.charAt(0).toLowerCase() + value.slice(1);
}

export function columnsOf(area: Area): number[] {
  return Array.from({ length: area.columns }, (_, index) => area.column + index);
}
/** Rows of an area; of whole columns those in use. */
export function rowsOf(range: RangeRef): number[] {
  const area = range.area.rows > 100_000 ? boundedArea(range) : range.area;
  return Array.from({ length: area.rows }, (_, index) => area.row + index);
}
function uniform<T>(target: Formatted, keys: (range: RangeRef) => readonly number[], of: (range: RangeRef, key: number) => T): T | null {
  const values = target.ranges.flatMap((range) => keys(range).map((key) => of(range, key)));
  return values.every((value) => value === values[0]) ? (values[0] ?? null) : null;
}
function setColumnWidth(target: Formatted, width: number): void {
  if (width < 0 || width > 1800) refuse('InvalidArgument');
  for (const range of target.ranges) {
    range.state.mayChangeSheet(range.sheet, 'allowFormatColumns');
    for (const column of columnsOf(range.area)) range.sheet.columnWidths.set(column, width);
    range.state.happened({ kind: 'sheetChanged', sheet: range.sheet });
  }
}
function setRowHeight(target: Formatted, height: number): void {
  if (height < 0 || height > 409.5) refuse('InvalidArgument');
  for (const range of target.ranges) {
    range.state.mayChangeSheet(range.sheet, 'allowFormatRows');
    for (const row of rowsOf(range)) range.sheet.rowHeights.set(row, height);
    range.state.happened({ kind: 'sheetChanged', sheet: range.sheet });
  }
}

const FORMAT: Kind<Formatted> = {
  name: 'RangeFormat',
  scalars: {
    wrapText: (self) => read(self, (format) => format.wrap),
    horizontalAlignment: (self) => read(self, (format) => shownAlignment(format.horizontal, 'General')),
    verticalAlignment: (self) => read(self, (format) => shownAlignment(format.vertical, 'Bottom')),
    indentLevel: (self) => read(self, (format) => format.indent),
    columnWidth: (self) =>
      uniform(
        self,
        (range) => columnsOf(range.area),
        (range, column) => range.sheet.columnWidths.get(column) ?? DEFAULT_COLUMN_WIDTH,
      ),
    rowHeight: (self) => uniform(self, rowsOf, (range, row) => range.sheet.rowHeights.get(row) ?? DEFAULT_ROW_HEIGHT),
    textOrientation: () => 0,
    useStandardHeight: (self) => uniform(self, rowsOf, (range, row) => !range.sheet.rowHeights.has(row)),
    useStandardWidth: (self) =>
      uniform(
        self,
        (range) => columnsOf(range.area),
        (range, column) => !range.sheet.columnWidths.has(column),
      ),
    readingOrder: () => 'Context',
    shrinkToFit: () => false,
    autoIndent: () => false,
  },
  setters: {
    wrapText: (self, value) => change(self, () => ({ wrap: flagOf(value) })),
    horizontalAlignment: (self, value) => change(self, () => ({ horizontal: fileAlignment(oneOf(value, HORIZONTAL)) })),
    verticalAlignment: (self, value) => change(self, () => ({ vertical: fileAlignment(oneOf(value, VERTICAL)) })),
    indentLevel: (self, value) => change(self, () => ({ indent: numberOf(value) })),
    columnWidth: (self, value) => setColumnWidth(self, numberOf(value)),
    rowHeight: (self, value) => setRowHeight(self, numberOf(value)),
  },
  parts: {
    fill: (self) => bind(FILL, self),
    font: (self) => bind(FONT, self),
    borders: (self) => bind(BORDERS, self),
    protection: (self) => bind(PROTECTION, self),
  },
  methods: {
    autofitColumns: (self) => {
      for (const range of self.ranges) autofitColumns(range);
    },
    autofitRows: (self) => {
      for (const range of self.ranges) for (const row of rowsOf(range)) range.sheet.rowHeights.delete(row);
    },
    adjustIndent: (self, args) => change(self, (before) => ({ indent: Math.max(0, before.indent + args.number(0)) })),
  },
};

export function formatObject(ranges: readonly RangeRef[]): HostObject {
  return bind(FORMAT, { ranges });
}

/** Applies one entry of setCellProperties: `{ format: { fill: { color }, font: { bold } … } }`. */
export function applyCellProperties(range: RangeRef, properties: unknown): void {
  const format = struct(properties).format;
  if (format !== undefined) applyTree(formatObject([range]), struct(format));
}
function applyTree(object: HostObject, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue;
    if (object.hasPart(name)) applyTree(object.part(name) ?? refuse('InvalidArgument'), struct(value));
    else object.write(name, value);
  }
}
