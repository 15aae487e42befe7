/** workbook.functions: any function the engine knows, over plain values and ranges. `date` tells 1900 from 1904 books (office-js.md 1.6). */
import type { CellContent } from '../model';
import { plainValue } from '../cellText';
import { Calculation, engineSheet } from '../formulas/engine';
import { Feed } from '../formulas/recalculation';
import { areaText } from './address';
import { refuse } from './errors';
import { bind, type Arguments, type HostObject, type Kind } from './kind';
import { RangeRef } from './rangeRef';
import type { ExcelState } from './state';

/** Days between 1 January 1900 and 1904 as the two date systems count them. */
const SYSTEMS_APART = 1462;
const GIVING_DATES = new Set(['date', 'today', 'now', 'edate', 'eoMonth', 'datevalue', 'workDay']);
const OFFERED = [
  'abs',
  'and',
  'average',
  'averageIf',
  'averageIfs',
  'count',
  'countA',
  'countBlank',
  'countIf',
  'countIfs',
  'date',
  'datevalue',
  'day',
  'days',
  'edate',
  'eoMonth',
  'exact',
  'if',
  'index',
  'int',
  'isNumber',
  'isText',
  'large',
  'left',
  'len',
  'lower',
  'match',
  'max',
  'mid',
  'min',
  'mod',
  'month',
  'now',
  'or',
  'product',
  'right',
  'round',
  'roundDown',
  'roundUp',
  'small',
  'substitute',
  'sum',
  'sumIf',
  'sumIfs',
  'text',
  'today',
  'trim',
  'upper',
  'value',
  'vlookup',
  'year',
];

interface Result {
  readonly value: CellContent;
}
const RESULT: Kind<Result> = {
  name: 'FunctionResult',
  scalars: {
    value: ({ value }) => (typeof value === 'object' && value !== null ? null : plainValue(value)),
    error: ({ value }) => (typeof value === 'object' && value !== null ? value.error : null),
  },
};

function evaluate(state: ExcelState, name: string, args: Arguments): HostObject {
  state.settle();
  const calculation = new Calculation(state.workbook.sheets.length);
  const feed = new Feed(calculation, state.workbook, []);
  const parts = flattened(args).map(({ value, object }) => argumentText(state, feed, value, object));
  const place = calculation.ask(`=${name.toUpperCase()}(${parts.join(',')})`);
  calculation.calculate();
  const value = calculation.answer(place);
  calculation.dispose();
  const shift = state.workbook.date1904 && GIVING_DATES.has(name) && typeof value === 'number' ? SYSTEMS_APART : 0;
  return bind(RESULT, { value: typeof value === 'number' ? value - shift : value });
}
/** Functions that take any number of values send them as one array (sum, max …). */
function flattened(args: Arguments): { readonly value: unknown; readonly object: HostObject | null }[] {
  return Array.from({ length: args.length }, (_, index) => {
    const value = args.at(index);
    if (Array.isArray(value) && args.object(index) === null) return value.map((each: unknown) => ({ value: each, object: args.inside(each) }));
    return [{ value, object: args.object(index) ?? args.inside(value) }];
  }).flat();
}
function argumentText(state: ExcelState, feed: Feed, value: unknown, object: HostObject | null): string {
  if (object?.self instanceof RangeRef) {
    const { sheet, area } = object.self;
    feed.area({ sheet, area });
    return `${engineSheet(state.workbook.sheets.indexOf(sheet))}!${areaText(area)}`;
  }
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value === null || value === undefined) return '';
  return typeof value === 'number' ? String(value) : refuse('InvalidArgument');
}
const FUNCTIONS: Kind<ExcelState> = {
  name: 'Functions',
  methods: Object.fromEntries(OFFERED.map((name) => [name, (self: ExcelState, args: Arguments) => evaluate(self, name, args)])),
};
export function functionsObject(state: ExcelState): HostObject {
  return bind(FUNCTIONS, state);
}
