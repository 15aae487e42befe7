/** Conditional formats: rules of all kinds are listed; custom formulas can be made, changed and deleted (design.md 8). */
import type { Area, ConditionalFormat, DxfFormat, Sheet } from '../model';
import { overlap } from './address';
import { areasObject } from './areas';
import { flagOf, numberOf, textOf } from './arguments';
import { refuse } from './errors';
import { colourOf } from './format';
import { bind, type Arguments, type HostObject, type Kind } from './kind';
import { rangeObject } from './range';
import { RangeRef } from './rangeRef';
import type { ExcelState } from './state';
import { formulaStands } from '../formulas/scan';

interface RuleList {
  readonly state: ExcelState;
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}
export class RuleRef {
  constructor(
    readonly state: ExcelState,
    readonly sheet: Sheet,
    readonly rule: ConditionalFormat,
  ) {}
}

export function conditionalFormatsObject(ranges: readonly RangeRef[]): HostObject {
  const [first] = ranges;
  if (!first) return refuse('InvalidArgument');
  return bind(RULES, { state: first.state, sheet: first.sheet, areas: ranges.map((range) => range.area) });
}

/** Rules that touch the areas, first priority first. Open Excel bugs make the list throw when a cell has several rules (design.md 8). */
function listed({ state, sheet, areas }: RuleList): ConditionalFormat[] {
  const found = sheet.conditionalFormats.filter((rule) => rule.areas.some((area) => areas.some((each) => overlap(area, each) !== null)));
  if (state.platform.ruleLists === 'throw' && found.length > 1) refuse('GeneralException');
  return found.sort((a, b) => a.priority - b.priority);
}
function ruleObject(self: RuleList, rule: ConditionalFormat): HostObject {
  return bind(RULE, new RuleRef(self.state, self.sheet, rule));
}
function byId(self: RuleList, id: unknown): HostObject | null {
  const rule = self.sheet.conditionalFormats.find((each) => each.id === id);
  return rule ? ruleObject(self, rule) : null;
}
function mayFormat({ state, sheet }: { readonly state: ExcelState; readonly sheet: Sheet }): void {
  state.mayChangeSheet(sheet, 'allowFormatCells');
}
function changed({ state, sheet }: { readonly state: ExcelState; readonly sheet: Sheet }): void {
  state.happened({ kind: 'rules', sheet });
}

const NO_FORMAT: DxfFormat = { fill: '', fontColor: '', bold: false, italic: false, strikethrough: false };

/** A new rule takes the top priority, all others move down (office-js.md 2.4). */
function add(self: RuleList, args: Arguments): HostObject {
  mayFormat(self);
  if (args.text(0) !== 'Custom') refuse('NotImplemented');
  for (const rule of self.sheet.conditionalFormats) rule.priority += 1;
  const rule: ConditionalFormat = {
    id: newId(self.sheet),
    areas: self.areas.map((area) => ({ ...area })),
    type: 'expression',
    formula: '',
    dxf: self.state.workbook.styles.addDxf(NO_FORMAT),
    priority: 1,
    stopIfTrue: false,
    extension: false,
    origin: -1,
  };
  self.sheet.conditionalFormats.push(rule);
  changed(self);
  return ruleObject(self, rule);
}
function newId(sheet: Sheet): string {
  const taken = new Set(sheet.conditionalFormats.map((rule) => rule.id));
  let number = sheet.conditionalFormats.length + 1;
  const id = (): string => `{00000000-000C-0000-0000-${number.toString(16).toUpperCase().padStart(12, '0')}}`;
  while (taken.has(id())) number += 1;
  return id();
}
/** Takes rules off these areas only: a rule that reaches further keeps the rest. */
function clearAll(self: RuleList): void {
  mayFormat(self);
  const touched = new Set(listed({ ...self, state: self.state }));
  self.sheet.conditionalFormats = self.sheet.conditionalFormats.filter((rule) => !touched.has(rule));
  changed(self);
}
const RULES: Kind<RuleList> = {
  name: 'ConditionalFormatCollection',
  methods: {
    add,
    clearAll,
    getCount: (self) => listed(self).length,
    getItem: (self, args) => byId(self, args.at(0)) ?? refuse('ItemNotFound'),
    getItemAt: (self, args) => ruleObject(self, listed(self)[args.number(0)] ?? refuse('ItemNotFound')),
    getItemOrNullObject: (self, args) => byId(self, args.at(0)),
  },
  items: (self) => listed(self).map((rule) => ruleObject(self, rule)),
  item: byId,
};

/** OOXML rule types in the API's words. */
const TYPES: Readonly<Record<string, string>> = {
  expression: 'Custom',
  cellIs: 'CellValue',
  colorScale: 'ColorScale',
  dataBar: 'DataBar',
  iconSet: 'IconSet',
  top10: 'TopBottom',
  containsText: 'ContainsText',
  notContainsText: 'ContainsText',
  beginsWith: 'ContainsText',
  endsWith: 'ContainsText',
};
function typeOf(rule: ConditionalFormat): string {
  return TYPES[rule.type] ?? 'PresetCriteria';
}
/** The part for one kind of rule: null object, or an error, for a rule of another kind (wire.md 6). */
function parts(): Record<string, (self: RuleRef) => HostObject | null> {
  const kinds = {
    cellValue: 'CellValue',
    colorScale: 'ColorScale',
    custom: 'Custom',
    dataBar: 'DataBar',
    iconSet: 'IconSet',
    preset: 'PresetCriteria',
    textComparison: 'ContainsText',
    topBottom: 'TopBottom',
  };
  const all = Object.entries(kinds).flatMap(([name, type]) => {
    const orNull = (self: RuleRef): HostObject | null => (typeOf(self.rule) === type ? bind(type === 'Custom' ? CUSTOM : OTHER, self) : null);
    const orRefuse = (self: RuleRef): HostObject => orNull(self) ?? refuse('InvalidOperation');
    return [[name, orRefuse] as const, [`${name}OrNullObject`, orNull] as const];
  });
  return Object.fromEntries(all);
}
function change(self: RuleRef, how: (rule: ConditionalFormat) => void): void {
  mayFormat(self);
  how(self.rule);
  changed(self);
}
function ruleRange(self: RuleRef): HostObject | null {
  const [only, ...more] = self.rule.areas;
  return only && more.length === 0 ? rangeObject(new RangeRef(self.state, self.sheet, only)) : null;
}
function setPriority(self: RuleRef, value: unknown): void {
  const priority = numberOf(value);
  mayFormat(self);
  const others = self.sheet.conditionalFormats.filter((rule) => rule !== self.rule).sort((a, b) => a.priority - b.priority);
  others.splice(Math.max(0, priority), 0, self.rule);
  others.forEach((rule, index) => (rule.priority = index + 1));
  changed(self);
}
const RULE: Kind<RuleRef> = {
  name: 'ConditionalFormat',
  scalars: {
    id: (self) => self.rule.id,
    /** 0 is the first in the API, 1 in the file. */
    priority: (self) => self.rule.priority - 1,
    stopIfTrue: (self) => self.rule.stopIfTrue,
    type: (self) => typeOf(self.rule),
  },
  setters: {
    priority: setPriority,
    stopIfTrue: (self, value) => change(self, (rule) => (rule.stopIfTrue = flagOf(value))),
  },
  parts: parts(),
  methods: {
    delete: (self) => {
      mayFormat(self);
      self.sheet.conditionalFormats = self.sheet.conditionalFormats.filter((rule) => rule !== self.rule);
      changed(self);
    },
    getRange: (self) => ruleRange(self) ?? refuse('InvalidOperation'),
    getRangeOrNullObject: ruleRange,
    getRanges: (self) => areasObject(self.state, self.sheet, self.rule.areas),
  },
  identity: (self) => ({ Id: self.rule.id }),
};

const OTHER: Kind<RuleRef> = { name: 'ConditionalFormatOfOtherKind' };
const CUSTOM: Kind<RuleRef> = {
  name: 'CustomConditionalFormat',
  parts: { rule: (self) => bind(FORMULA, self), format: (self) => bind(FORMAT, self) },
};
function setFormula(self: RuleRef, value: unknown): void {
  const text = textOf(value);
  const formula = text.startsWith('=') ? text : `=${text}`;
  if (!formulaStands(formula)) refuse('InvalidArgument');
  change(self, (rule) => (rule.formula = formula.slice(1)));
}
const FORMULA: Kind<RuleRef> = {
  name: 'ConditionalFormatRule',
  scalars: {
    formula: (self) => `=${self.rule.formula}`,
    formulaLocal: (self) => `=${self.rule.formula}`,
  },
  setters: { formula: setFormula, formulaLocal: setFormula },
};

function look(self: RuleRef): DxfFormat {
  return self.rule.dxf >= 0 ? self.state.workbook.styles.resolveDxf(self.rule.dxf) : NO_FORMAT;
}
function restyle(self: RuleRef, part: Partial<DxfFormat>): void {
  change(self, (rule) => (rule.dxf = self.state.workbook.styles.addDxf({ ...look(self), ...part })));
}
const FORMAT: Kind<RuleRef> = {
  name: 'ConditionalRangeFormat',
  scalars: { numberFormat: () => '' },
  parts: { fill: (self) => bind(FILL, self), font: (self) => bind(FONT, self) },
};
const FILL: Kind<RuleRef> = {
  name: 'ConditionalRangeFill',
  scalars: { color: (self) => look(self).fill },
  setters: { color: (self, value) => restyle(self, { fill: colourOf(value) }) },
  methods: { clear: (self) => restyle(self, { fill: '' }) },
};
const FONT: Kind<RuleRef> = {
  name: 'ConditionalRangeFont',
  scalars: {
    color: (self) => look(self).fontColor,
    bold: (self) => look(self).bold,
    italic: (self) => look(self).italic,
    underline: () => 'None',
    strikethrough: (self) => look(self).strikethrough,
  },
  setters: {
    color: (self, value) => restyle(self, { fontColor: colourOf(value) }),
    bold: (self, value) => restyle(self, { bold: flagOf(value) }),
    italic: (self, value) => restyle(self, { italic: flagOf(value) }),
    strikethrough: (self, value) => restyle(self, { strikethrough: flagOf(value) }),
  },
  methods: { clear: (self) => restyle(self, { fontColor: '', bold: false, italic: false, strikethrough: false }) },
};
