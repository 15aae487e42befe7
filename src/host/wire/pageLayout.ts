/** Print settings of a sheet: orientation, titles to repeat, fit to width, page breaks set by hand. */
import type { Footer, Sheet } from '../model';
import { columnLetters } from '../formulaShift';
import { areaText, parseArea, sheetText } from './address';
import { numberOf, oneOf, struct, textOf } from './arguments';
import { refuse } from './errors';
import { bind, type Arguments, type HostObject, type Kind } from './kind';
import { rangeArgument, rangeObject } from './range';
import { RangeRef } from './rangeRef';
import type { ExcelState } from './state';

interface Layout {
  readonly state: ExcelState;
  readonly sheet: Sheet;
}
function change(self: Layout, part: Partial<Sheet['pageLayout']>): void {
  self.state.mayChangeSheet(self.sheet);
  self.sheet.pageLayout = { ...self.sheet.pageLayout, ...part };
  self.state.happened({ kind: 'sheetChanged', sheet: self.sheet });
}
function anchor({ state, sheet }: Layout): RangeRef {
  return new RangeRef(state, sheet, { row: 0, column: 0, rows: 1, columns: 1 });
}
function titleRows(self: Layout): HostObject | null {
  const area = parseArea(self.sheet.pageLayout.printTitleRows.replaceAll('$', ''));
  return area && rangeObject(new RangeRef(self.state, self.sheet, area));
}
/** "1:3" whatever columns the range has. */
function setTitleRows(self: Layout, args: Arguments): void {
  const { area } = rangeArgument(anchor(self), args, 0);
  change(self, { printTitleRows: areaText({ ...area, column: 0, columns: 16_384 }) });
}
function setPrintArea(self: Layout, args: Arguments): void {
  const range = rangeArgument(anchor(self), args, 0);
  self.state.mayChangeSheet(self.sheet);
  const { names } = self.state.workbook;
  self.state.workbook.names = names.filter((name) => !(name.name === '_xlnm.Print_Area' && name.scope === self.sheet.id));
  const marked = areaText(range.area).replace(/[A-Z]+|[0-9]+/g, '$$$&');
  self.state.workbook.names.push({
    name: '_xlnm.Print_Area',
    formula: `${sheetText(self.sheet.name)}!${marked}`,
    scope: self.sheet.id,
    visible: true,
    comment: '',
  });
}
/** "A:B" whatever rows the range has. */
function setTitleColumns(self: Layout, args: Arguments): void {
  const { area } = rangeArgument(anchor(self), args, 0);
  change(self, { printTitleColumns: `${columnLetters(area.column)}:${columnLetters(area.column + area.columns - 1)}` });
}
/** Pages side by side, or a scale of 10 to 400 percent; one puts an end to the other. */
function setZoom(self: Layout, value: unknown): void {
  const { horizontalFitToPages: pages, scale } = struct(value);
  if (pages !== undefined && pages !== null) change(self, { fitToWidth: numberOf(pages), scale: 100 });
  else change(self, { fitToWidth: 0, scale: scaleOf(scale) });
}
function scaleOf(value: unknown): number {
  if (value === undefined || value === null) return 100;
  const percent = numberOf(value);
  return percent >= 10 && percent <= 400 ? percent : refuse('InvalidArgument');
}
const HEADER_FOOTER: Kind<Layout> = {
  name: 'HeaderFooter',
  scalars: mapFooters((part) => (self: Layout) => self.sheet.pageLayout.footer[part]),
  setters: mapFooters((part) => (self: Layout, value: unknown) => change(self, { footer: { ...self.sheet.pageLayout.footer, [part]: textOf(value) } })),
};
function mapFooters<T>(make: (part: keyof Footer) => T): Record<`${keyof Footer}Footer`, T> {
  return { leftFooter: make('left'), centerFooter: make('center'), rightFooter: make('right') };
}
const HEADERS_FOOTERS: Kind<Layout> = {
  name: 'HeaderFooterGroup',
  parts: { defaultForAllPages: (self) => bind(HEADER_FOOTER, self) },
};
const LAYOUT: Kind<Layout> = {
  name: 'PageLayout',
  scalars: {
    orientation: (self) => self.sheet.pageLayout.orientation,
    zoom: (self) =>
      self.sheet.pageLayout.fitToWidth > 0 ? { horizontalFitToPages: self.sheet.pageLayout.fitToWidth } : { scale: self.sheet.pageLayout.scale },
    centerHorizontally: () => false,
    centerVertically: () => false,
    printGridlines: () => false,
    printHeadings: () => false,
  },
  setters: {
    orientation: (self, value) => change(self, { orientation: oneOf(value, ['Portrait', 'Landscape']) }),
    zoom: setZoom,
    centerHorizontally: () => undefined,
    centerVertically: () => undefined,
    leftMargin: () => undefined,
    rightMargin: () => undefined,
    topMargin: () => undefined,
    bottomMargin: () => undefined,
    printGridlines: () => undefined,
    printHeadings: () => undefined,
    paperSize: () => undefined,
  },
  parts: { headersFooters: (self) => bind(HEADERS_FOOTERS, self) },
  methods: {
    getPrintTitleRowsOrNullObject: titleRows,
    setPrintTitleRows: setTitleRows,
    setPrintTitleColumns: setTitleColumns,
    setPrintArea,
    setPrintMargins: () => undefined,
  },
};
export function pageLayoutObject(state: ExcelState, sheet: Sheet): HostObject {
  return bind(LAYOUT, { state, sheet });
}

/** A break above the range's first row; one that stands already stays one. */
function addBreak(self: Layout, args: Arguments): HostObject {
  const { area } = rangeArgument(anchor(self), args, 0);
  if (area.row === 0) refuse('InvalidArgument');
  change(self, { breaks: [...new Set([...self.sheet.pageLayout.breaks, area.row])].sort((a, b) => a - b) });
  return bind(PAGE_BREAK, { ...self, row: area.row });
}
interface Break extends Layout {
  readonly row: number;
}
const PAGE_BREAK: Kind<Break> = {
  name: 'PageBreak',
  scalars: { rowIndex: (self) => self.row, columnIndex: () => 0 },
  methods: { delete: (self) => change(self, { breaks: self.sheet.pageLayout.breaks.filter((row) => row !== self.row) }) },
};
const PAGE_BREAKS: Kind<Layout> = {
  name: 'PageBreakCollection',
  methods: {
    add: addBreak,
    getCount: (self) => self.sheet.pageLayout.breaks.length,
    removePageBreaks: (self) => change(self, { breaks: [] }),
  },
  items: (self) => self.sheet.pageLayout.breaks.map((row) => bind(PAGE_BREAK, { ...self, row })),
};
export function rowBreaksObject(state: ExcelState, sheet: Sheet): HostObject {
  return bind(PAGE_BREAKS, { state, sheet });
}
