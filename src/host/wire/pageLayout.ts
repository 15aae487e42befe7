/** Print settings of a sheet: orientation, titles to repeat, fit to width, page breaks set by hand. */
import type { Sheet } from '../model';
import { areaText, parseArea, sheetText } from './address';
import { numberOf, oneOf, struct } from './arguments';
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
const LAYOUT: Kind<Layout> = {
  name: 'PageLayout',
  scalars: {
    orientation: (self) => self.sheet.pageLayout.orientation,
    zoom: (self) => (self.sheet.pageLayout.fitToWidth > 0 ? { horizontalFitToPages: self.sheet.pageLayout.fitToWidth } : { scale: 100 }),
    centerHorizontally: () => false,
    centerVertically: () => false,
    printGridlines: () => false,
    printHeadings: () => false,
  },
  setters: {
    orientation: (self, value) => change(self, { orientation: oneOf(value, ['Portrait', 'Landscape']) }),
    zoom: (self, value) => {
      const pages = struct(value).horizontalFitToPages;
      change(self, { fitToWidth: pages === undefined || pages === null ? 0 : numberOf(pages) });
    },
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
  methods: {
    getPrintTitleRowsOrNullObject: titleRows,
    setPrintTitleRows: setTitleRows,
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
