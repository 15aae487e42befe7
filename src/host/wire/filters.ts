/** AutoFilter of a sheet or table, and the filter of one table column. Filters hide rows; values of hidden rows are read all the same (office-js.md 1.4). */
import type { Area, Sheet, Table } from '../model';
import { cellText } from '../cellText';
import { bodyOf } from '../formulas/resolve';
import { struct } from './arguments';
import { formatAt } from './edits';
import { refuse } from './errors';
import { bind, type Arguments, type HostObject, type Kind } from './kind';
import { rangeArgument, rangeObject } from './range';
import { RangeRef } from './rangeRef';
import type { ExcelState } from './state';

interface FilterOwner {
  readonly state: ExcelState;
  readonly sheet: Sheet;
  /** null: the sheet's own filter. */
  readonly table: Table | null;
}
/** Criteria by column, kept while the workbook is open. */
const criteriaOf = new WeakMap<object, Map<number, Readonly<Record<string, unknown>>>>();

function key(owner: FilterOwner): object {
  return owner.table ?? owner.sheet;
}
function criteria(owner: FilterOwner): Map<number, Readonly<Record<string, unknown>>> {
  const known = criteriaOf.get(key(owner)) ?? new Map<number, Readonly<Record<string, unknown>>>();
  criteriaOf.set(key(owner), known);
  return known;
}
function filterArea({ sheet, table }: FilterOwner): Area | null {
  return table ? table.area : sheet.autoFilter;
}
function isFiltered({ sheet, table }: FilterOwner): boolean {
  return table ? table.filtered : sheet.autoFilterActive;
}
function dataRows({ sheet, table }: FilterOwner): Area | null {
  if (table) return bodyOf(table);
  return sheet.autoFilter && { ...sheet.autoFilter, row: sheet.autoFilter.row + 1, rows: sheet.autoFilter.rows - 1 };
}

/** Hides the rows that fail any column's criteria, shows the others. */
function refilter(owner: FilterOwner): void {
  const area = dataRows(owner);
  if (!area) return;
  owner.state.settle();
  const tests = [...criteria(owner)];
  for (let row = area.row; row < area.row + area.rows; row++) {
    const shown = tests.every(([column, rule]) => passes(owner, row, area.column + column, rule));
    if (shown) owner.sheet.hiddenRows.delete(row);
    else owner.sheet.hiddenRows.add(row);
  }
  if (owner.table) owner.table.filtered = tests.length > 0;
  else owner.sheet.autoFilterActive = tests.length > 0;
  owner.state.happened({ kind: 'rowsHidden', sheet: owner.sheet });
}
function passes({ state, sheet }: FilterOwner, row: number, column: number, rule: Readonly<Record<string, unknown>>): boolean {
  const content = sheet.cells.get(row, column);
  const text = cellText(content, formatAt(state, sheet, row, column).numberFormat, state.workbook.date1904);
  if (rule.filterOn === 'Values')
    return (Array.isArray(rule.values) ? (rule.values as unknown[]) : []).some((value) => String(value).toLowerCase() === text.toLowerCase());
  if (rule.filterOn !== 'Custom') return refuse('NotImplemented');
  const first = typeof rule.criterion1 === 'string' ? custom(content, text, rule.criterion1) : true;
  if (typeof rule.criterion2 !== 'string') return first;
  const second = custom(content, text, rule.criterion2);
  return rule.operator === 'Or' ? first || second : first && second;
}
function custom(content: unknown, text: string, criterion: string): boolean {
  const [, sign = '=', wanted = ''] = /^(<>|>=|<=|=|>|<)?(.*)$/s.exec(criterion) ?? [];
  const number = Number(wanted);
  const numeric = typeof content === 'number' && wanted !== '' && Number.isFinite(number);
  const pattern = new RegExp(
    `^${wanted
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'i',
  );
  const equal = numeric ? content === number : pattern.test(text);
  if (sign === '=' || sign === '<>') return equal === (sign === '=');
  if (!numeric) return false;
  return { '>': content > number, '<': content < number, '>=': content >= number, '<=': content <= number }[sign] ?? false;
}

function mayFilter(owner: FilterOwner): void {
  owner.state.mayChangeSheet(owner.sheet, 'allowAutoFilter');
}
function apply(owner: FilterOwner, args: Arguments): void {
  mayFilter(owner);
  if (!owner.table) owner.sheet.autoFilter = rangeArgument(new RangeRef(owner.state, owner.sheet, { row: 0, column: 0, rows: 1, columns: 1 }), args, 0).area;
  const column = args.optionalNumber(1, -1);
  if (column >= 0 && args.at(2) !== null && args.at(2) !== undefined) criteria(owner).set(column, struct(args.at(2)));
  refilter(owner);
}
function clearAll(owner: FilterOwner): void {
  mayFilter(owner);
  criteria(owner).clear();
  refilter(owner);
}
function remove(owner: FilterOwner): void {
  clearAll(owner);
  if (owner.table) owner.table.showFilterButton = false;
  else owner.sheet.autoFilter = null;
}
function filterRange(owner: FilterOwner): HostObject | null {
  const area = filterArea(owner);
  return area && rangeObject(new RangeRef(owner.state, owner.sheet, area));
}

const AUTO_FILTER: Kind<FilterOwner> = {
  name: 'AutoFilter',
  scalars: {
    enabled: (self) => (self.table ? self.table.showFilterButton : self.sheet.autoFilter !== null),
    isDataFiltered: isFiltered,
    criteria: (self) => Array.from({ length: filterArea(self)?.columns ?? 0 }, (_, column) => criteria(self).get(column) ?? null),
  },
  methods: {
    apply,
    clearColumnCriteria: (self, args) => {
      mayFilter(self);
      criteria(self).delete(args.number(0));
      refilter(self);
    },
    clearCriteria: clearAll,
    getRange: (self) => filterRange(self) ?? refuse('ItemNotFound'),
    getRangeOrNullObject: filterRange,
    reapply: refilter,
    remove,
  },
};
export function autoFilterObject(state: ExcelState, sheet: Sheet, table: Table | null): HostObject {
  return bind(AUTO_FILTER, { state, sheet, table });
}
/** A person filters one column (0-based within the filter's area) by texts, as from the drop-down of the heading; null takes its criteria away. */
export function filterByTexts(state: ExcelState, sheet: Sheet, table: Table | null, column: number, texts: readonly string[] | null): void {
  const owner = { state, sheet, table };
  mayFilter(owner);
  if (texts === null) criteria(owner).delete(column);
  else criteria(owner).set(column, { filterOn: 'Values', values: texts });
  refilter(owner);
}
export function filteredTexts(state: ExcelState, sheet: Sheet, table: Table | null, column: number): readonly string[] | null {
  const values = criteria({ state, sheet, table }).get(column)?.values;
  return Array.isArray(values) ? values.map(String) : null;
}
export function clearTableFilter(state: ExcelState, sheet: Sheet, table: Table): void {
  clearAll({ state, sheet, table });
}

interface ColumnFilter {
  readonly owner: FilterOwner;
  readonly column: number;
}
function applyTo({ owner, column }: ColumnFilter, rule: Readonly<Record<string, unknown>>): void {
  mayFilter(owner);
  criteria(owner).set(column, rule);
  refilter(owner);
}
const FILTER: Kind<ColumnFilter> = {
  name: 'Filter',
  scalars: { criteria: (self) => criteria(self.owner).get(self.column) ?? null },
  methods: {
    apply: (self, args) => applyTo(self, struct(args.at(0))),
    applyCustomFilter: (self, args) =>
      applyTo(self, {
        filterOn: 'Custom',
        criterion1: args.text(0),
        ...(args.optionalText(1) === null ? {} : { criterion2: args.text(1), operator: args.optionalText(2) ?? 'And' }),
      }),
    applyValuesFilter: (self, args) => applyTo(self, { filterOn: 'Values', values: args.at(0) }),
    clear: (self) => {
      mayFilter(self.owner);
      criteria(self.owner).delete(self.column);
      refilter(self.owner);
    },
  },
};
export function filterObject(state: ExcelState, sheet: Sheet, table: Table, column: number): HostObject {
  return bind(FILTER, { owner: { state, sheet, table }, column });
}
