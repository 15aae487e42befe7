/** Defined names of the workbook or of one sheet; hidden ones too (design.md 7 and 8 keep marks in them). */
import type { CellContent, DefinedName, Sheet } from '../model';
import { plainValue } from '../cellText';
import { addressText, columnLetters, parseArea, splitSheet } from './address';
import { flagOf, textOf } from './arguments';
import { refuse } from './errors';
import { bind, type Arguments, type HostObject, type Kind } from './kind';
import { rangeObject } from './range';
import { RangeRef } from './rangeRef';
import type { ExcelState } from './state';
import { worksheetObject } from './worksheet';
import { formulaStands } from '../formulas/scan';

interface NameRef {
  readonly state: ExcelState;
  readonly name: DefinedName;
}
interface Names {
  readonly state: ExcelState;
  /** null: names of the workbook. */
  readonly sheet: Sheet | null;
}

/** Starts with a letter, _ or \; no spaces; not a cell address; at most 255 characters. */
function checkName(name: string): void {
  const bad =
    !/^[A-Za-z_\\\u00C0-\uFFFF][A-Za-z0-9_.\\?\u00C0-\uFFFF]*$/.test(name) || name.length > 255 || /^([rc]|[A-Za-z]{1,3}[0-9]+|r[0-9]*c[0-9]*)$/i.test(name);
  if (bad) refuse('InvalidArgument');
}
function scopeOf(self: Names): string {
  return self.sheet?.id ?? '';
}
function listed(self: Names): DefinedName[] {
  return self.state.workbook.names.filter((name) => name.scope === scopeOf(self));
}
function byName(self: Names, key: unknown): HostObject | null {
  const wanted = textOf(key).toLowerCase();
  const name = listed(self).find((each) => each.name.toLowerCase() === wanted);
  return name ? bind(NAME, { state: self.state, name }) : null;
}
function changed(state: ExcelState): void {
  state.recalculation.definedNamesChanged();
  state.happened({ kind: 'sheetChanged', sheet: state.activeSheet() });
}

function add(self: Names, args: Arguments): HostObject {
  self.state.mayChangeWorkbook();
  const name = args.text(0);
  checkName(name);
  if (byName(self, name) || tableNamed(self.state, name)) refuse('ItemAlreadyExists');
  const target = args.object(1);
  const formula = target?.self instanceof RangeRef ? absolute(target.self) : formulaText(args.at(1));
  const defined: DefinedName = { name, formula, scope: scopeOf(self), visible: true, comment: args.optionalText(2) ?? '' };
  self.state.workbook.names.push(defined);
  changed(self.state);
  return bind(NAME, { state: self.state, name: defined });
}
function tableNamed(state: ExcelState, name: string): boolean {
  return state.workbook.sheets.some((sheet) => sheet.tables.some((table) => table.name.toLowerCase() === name.toLowerCase()));
}
/** "Sheet!$A$1:$B$2". */
function absolute(range: RangeRef): string {
  const { area, sheet } = range;
  if (range.unbounded) return addressText(sheet.name, area).replace(/!(.*)$/, (_, rest: string) => `!${rest.replace(/[A-Z]+|[0-9]+/g, '$$$&')}`);
  const first = `$${columnLetters(area.column)}$${area.row + 1}`;
  const last = `$${columnLetters(area.column + area.columns - 1)}$${area.row + area.rows}`;
  return `${addressText(sheet.name, area).split('!').slice(0, -1).join('!')}!${first === last ? first : `${first}:${last}`}`;
}
function formulaText(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value).toUpperCase();
  const text = textOf(value);
  if (!text.startsWith('=')) return `"${text.replaceAll('"', '""')}"`;
  return formulaStands(text) ? text.slice(1) : refuse('InvalidArgument');
}

/** The range a name points at; null when it is a constant, a formula, or broken. */
function target({ state, name }: NameRef): RangeRef | null {
  const { sheet: sheetName, rest } = splitSheet(name.formula);
  const sheet = sheetName === null ? null : state.sheetByName(sheetName);
  const area = parseArea(rest.replaceAll('$', ''));
  return sheet && area ? new RangeRef(state, sheet, area) : null;
}
function rangeOf(self: NameRef): HostObject | null {
  const range = target(self);
  return range && rangeObject(range);
}
function constant(formula: string): CellContent | undefined {
  if (/^"(?:[^"]|"")*"$/.test(formula)) return formula.slice(1, -1).replaceAll('""', '"');
  if (/^(TRUE|FALSE)$/i.test(formula)) return formula.toUpperCase() === 'TRUE';
  return formula !== '' && Number.isFinite(Number(formula)) ? Number(formula) : undefined;
}
function typeOf(self: NameRef): string {
  if (target(self)) return 'Range';
  if (self.name.formula.includes('#REF!')) return 'Error';
  const value = constant(self.name.formula);
  return value === undefined
    ? 'Array'
    : { string: 'String', number: 'Double', boolean: 'Boolean', object: 'Error' }[typeof value as 'string' | 'number' | 'boolean' | 'object'];
}
function valueOf(self: NameRef): unknown {
  const range = target(self);
  if (range) return range.address;
  return plainValue(constant(self.name.formula) ?? { error: '#REF!' });
}
function scopedSheet(self: NameRef): HostObject | null {
  const sheet = self.state.sheetById(self.name.scope);
  return sheet && worksheetObject(self.state, sheet);
}
function change(self: NameRef, how: (name: DefinedName) => void): void {
  self.state.mayChangeWorkbook();
  how(self.name);
  changed(self.state);
}

const NAME: Kind<NameRef> = {
  name: 'NamedItem',
  scalars: {
    name: (self) => self.name.name,
    type: typeOf,
    value: valueOf,
    visible: (self) => self.name.visible,
    comment: (self) => self.name.comment,
    scope: (self) => (self.name.scope === '' ? 'Workbook' : 'Worksheet'),
    formula: (self) => `=${self.name.formula}`,
    _Id: (self) => self.name.name,
  },
  setters: {
    visible: (self, value) => change(self, (name) => (name.visible = flagOf(value))),
    comment: (self, value) => change(self, (name) => (name.comment = textOf(value))),
    formula: (self, value) => change(self, (name) => (name.formula = formulaText(value))),
  },
  parts: {
    worksheet: (self) => scopedSheet(self) ?? refuse('ItemNotFound'),
    worksheetOrNullObject: scopedSheet,
  },
  methods: {
    delete: (self) => {
      self.state.mayChangeWorkbook();
      self.state.workbook.names = self.state.workbook.names.filter((name) => name !== self.name);
      changed(self.state);
    },
    getRange: (self) => rangeOf(self) ?? refuse('InvalidReference'),
    getRangeOrNullObject: rangeOf,
  },
  identity: (self) => ({ Name: self.name.name, _Id: self.name.name }),
};

const NAMES: Kind<Names> = {
  name: 'NamedItemCollection',
  methods: {
    add,
    addFormulaLocal: add,
    getCount: (self) => listed(self).length,
    getItem: (self, args) => byName(self, args.at(0)) ?? refuse('ItemNotFound'),
    getItemOrNullObject: (self, args) => byName(self, args.at(0)),
  },
  items: (self) => listed(self).map((name) => bind(NAME, { state: self.state, name })),
  item: byName,
};
export function namesObject(state: ExcelState, sheet: Sheet | null): HostObject {
  return bind(NAMES, { state, sheet });
}
