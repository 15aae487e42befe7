/** Charts: made, titled, placed and deleted here; charts of the file are kept untouched and only their names are read. */
import type { Chart, Sheet } from '../model';
import { addressText } from './address';
import { flagOf, numberOf, textOf } from './arguments';
import { refuse } from './errors';
import { bind, type Arguments, type HostObject, type Kind } from './kind';
import { rangeArgument } from './range';
import { RangeRef } from './rangeRef';
import { registrations } from './registrations';
import type { ExcelState } from './state';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT } from './widths';
import { worksheetObject } from './worksheet';

interface SheetCharts {
  readonly state: ExcelState;
  readonly sheet: Sheet;
}
interface ChartRef extends SheetCharts {
  readonly chart: Chart;
}
function anchor({ state, sheet }: SheetCharts): RangeRef {
  return new RangeRef(state, sheet, { row: 0, column: 0, rows: 1, columns: 1 });
}
function add(self: SheetCharts, args: Arguments): HostObject {
  self.state.mayChangeSheet(self.sheet, 'allowEditObjects');
  const source = rangeArgument(anchor(self), args, 1);
  const number = self.sheet.charts.length + 1;
  const chart: Chart = {
    id: `{00000000-0008-0000-0000-${number.toString(16).toUpperCase().padStart(12, '0')}}`,
    name: freeName(self.sheet),
    type: args.text(0),
    title: '',
    source: addressText(source.sheet.name, source.area),
    seriesBy: args.optionalText(2) ?? 'Auto',
    from: { row: 1, column: 1 },
    to: { row: 16, column: 9 },
    kept: false,
  };
  self.sheet.charts.push(chart);
  self.state.happened({ kind: 'sheetChanged', sheet: self.sheet });
  return bind(CHART, { ...self, chart });
}
function freeName(sheet: Sheet): string {
  let number = sheet.charts.length + 1;
  while (sheet.charts.some((chart) => chart.name === `Chart ${number}`)) number += 1;
  return `Chart ${number}`;
}
/** Charts that came with the file are never rewritten. */
function change(self: ChartRef, how: (chart: Chart) => void): void {
  self.state.mayChangeSheet(self.sheet, 'allowEditObjects');
  if (self.chart.kept) refuse('NotImplemented');
  how(self.chart);
  self.state.happened({ kind: 'sheetChanged', sheet: self.sheet });
}
function setPosition(self: ChartRef, args: Arguments): void {
  const first = rangeArgument(anchor(self), args, 0).area;
  const last = args.at(1) === null || args.at(1) === undefined ? null : rangeArgument(anchor(self), args, 1).area;
  change(self, (chart) => {
    const size = { row: chart.to.row - chart.from.row, column: chart.to.column - chart.from.column };
    chart.from = { row: first.row, column: first.column };
    chart.to = last ? { row: last.row + last.rows, column: last.column + last.columns } : { row: first.row + size.row, column: first.column + size.column };
  });
}
function setSize(self: ChartRef, axis: 'row' | 'column', points: unknown): void {
  const cells = Math.max(1, Math.round(numberOf(points) / (axis === 'row' ? DEFAULT_ROW_HEIGHT : DEFAULT_COLUMN_WIDTH)));
  change(self, (chart) => (chart.to = { ...chart.to, [axis]: chart.from[axis] + cells }));
}
function setPlace(self: ChartRef, axis: 'row' | 'column', points: unknown): void {
  const cells = Math.max(0, Math.round(numberOf(points) / (axis === 'row' ? DEFAULT_ROW_HEIGHT : DEFAULT_COLUMN_WIDTH)));
  change(self, (chart) => {
    const size = chart.to[axis] - chart.from[axis];
    chart.from = { ...chart.from, [axis]: cells };
    chart.to = { ...chart.to, [axis]: cells + size };
  });
}
const CHART: Kind<ChartRef> = {
  name: 'Chart',
  scalars: {
    id: (self) => self.chart.id,
    name: (self) => self.chart.name,
    chartType: (self) => self.chart.type,
    top: (self) => self.chart.from.row * DEFAULT_ROW_HEIGHT,
    left: (self) => self.chart.from.column * DEFAULT_COLUMN_WIDTH,
    height: (self) => (self.chart.to.row - self.chart.from.row) * DEFAULT_ROW_HEIGHT,
    width: (self) => (self.chart.to.column - self.chart.from.column) * DEFAULT_COLUMN_WIDTH,
    plotBy: (self) => self.chart.seriesBy,
  },
  setters: {
    name: (self, value) => change(self, (chart) => (chart.name = textOf(value))),
    chartType: (self, value) => change(self, (chart) => (chart.type = textOf(value))),
    top: (self, value) => setPlace(self, 'row', value),
    left: (self, value) => setPlace(self, 'column', value),
    height: (self, value) => setSize(self, 'row', value),
    width: (self, value) => setSize(self, 'column', value),
    plotBy: (self, value) => change(self, (chart) => (chart.seriesBy = textOf(value))),
  },
  parts: {
    title: (self) => bind(TITLE, self),
    legend: (self) => bind(LEGEND, self),
    worksheet: (self) => worksheetObject(self.state, self.sheet),
  },
  methods: {
    activate: () => undefined,
    delete: (self) => {
      self.state.mayChangeSheet(self.sheet, 'allowEditObjects');
      self.sheet.charts = self.sheet.charts.filter((chart) => chart !== self.chart);
      self.state.happened({ kind: 'sheetChanged', sheet: self.sheet });
    },
    setData: (self, args) => {
      const source = rangeArgument(anchor(self), args, 0);
      change(self, (chart) => {
        chart.source = addressText(source.sheet.name, source.area);
        chart.seriesBy = args.optionalText(1) ?? 'Auto';
      });
    },
    setPosition,
  },
  identity: (self) => ({ Id: self.chart.id }),
};
const TITLE: Kind<ChartRef> = {
  name: 'ChartTitle',
  scalars: { text: (self) => self.chart.title, visible: (self) => self.chart.title !== '', overlay: () => false },
  setters: {
    text: (self, value) => change(self, (chart) => (chart.title = textOf(value))),
    visible: (self, value) => {
      if (!flagOf(value)) change(self, (chart) => (chart.title = ''));
    },
    overlay: () => undefined,
  },
};
const LEGEND: Kind<ChartRef> = {
  name: 'ChartLegend',
  scalars: { visible: () => true, position: () => 'Right' },
  setters: { visible: () => undefined, position: () => undefined },
};
function byName(self: SheetCharts, key: unknown): HostObject | null {
  const wanted = String(key).toLowerCase();
  const chart = self.sheet.charts.find((each) => each.name.toLowerCase() === wanted || each.id.toLowerCase() === wanted);
  return chart ? bind(CHART, { ...self, chart }) : null;
}
const CHARTS: Kind<SheetCharts> = {
  name: 'ChartCollection',
  scalars: { count: (self) => self.sheet.charts.length },
  methods: {
    add,
    getCount: (self) => self.sheet.charts.length,
    getItem: (self, args) => byName(self, args.at(0)) ?? refuse('ItemNotFound'),
    getItemAt: (self, args) => bind(CHART, { ...self, chart: self.sheet.charts[args.number(0)] ?? refuse('ItemNotFound') }),
    getItemOrNullObject: (self, args) => byName(self, args.at(0)),
    ...registrations(['Activated', 'Added', 'Deactivated', 'Deleted']),
  },
  items: (self) => self.sheet.charts.map((chart) => bind(CHART, { ...self, chart })),
  item: byName,
};
export function chartsObject(state: ExcelState, sheet: Sheet): HostObject {
  return bind(CHARTS, { state, sheet });
}
