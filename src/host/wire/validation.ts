/** range.dataValidation: list rules are made and read; other kinds are kept and read. */
import type { Sheet, Validation } from '../model';
import { addressText, overlap, subtract } from './address';
import { struct, textOf } from './arguments';
import { refuse } from './errors';
import { bind, type HostObject, type Kind } from './kind';
import { RangeRef } from './rangeRef';

interface Validated {
  readonly ranges: readonly RangeRef[];
}
export function validationObject(ranges: readonly RangeRef[]): HostObject {
  return bind(VALIDATION, { ranges });
}
function sheetOf(self: Validated): Sheet {
  return self.ranges[0]?.sheet ?? refuse('InvalidArgument');
}
function found(self: Validated): Validation | null {
  return sheetOf(self).validations.find((each) => each.areas.some((area) => self.ranges.some((range) => overlap(range.area, area) !== null))) ?? null;
}
const TYPES: Readonly<Record<string, string>> = {
  list: 'List',
  whole: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};
function ruleOf(validation: Validation | null): Record<string, unknown> {
  if (!validation) return {};
  if (validation.type === 'list') return { list: { inCellDropDown: validation.inCellDropDown, source: validation.source } };
  return { [validation.type === 'whole' ? 'wholeNumber' : validation.type]: { formula1: validation.source } };
}
/** Takes the ranges out of every rule of the sheet, and puts the new one on them. */
function replace(self: Validated, fresh: Validation | null): void {
  const sheet = sheetOf(self);
  for (const range of self.ranges) range.state.mayChangeSheet(sheet);
  for (const validation of sheet.validations) {
    validation.areas = self.ranges.reduce((areas, range) => areas.flatMap((area) => subtract(area, range.area)), validation.areas);
  }
  sheet.validations = sheet.validations.filter((each) => each.areas.length > 0);
  if (fresh) sheet.validations.push(fresh);
  self.ranges[0]?.state.happened({ kind: 'rules', sheet });
}
function setRule(self: Validated, value: unknown): void {
  const rule = struct(value);
  if (rule.list === undefined) refuse('NotImplemented');
  const list = struct(rule.list);
  const before = found(self);
  const look = before && {
    errorStyle: before.errorStyle,
    showError: before.showError,
    errorTitle: before.errorTitle,
    error: before.error,
    promptTitle: before.promptTitle,
    prompt: before.prompt,
  };
  replace(self, {
    areas: self.ranges.map((range) => ({ ...range.area })),
    type: 'list',
    source: sourceOf(list.source),
    errorStyle: 'stop',
    showError: true,
    errorTitle: '',
    error: '',
    promptTitle: '',
    prompt: '',
    ...look,
    inCellDropDown: list.inCellDropDown !== false,
    ignoreBlank: true,
    origin: -1,
  });
}
function sourceOf(value: unknown): string {
  if (value instanceof RangeRef) return `=${addressText(value.sheet.name, value.area)}`;
  const text = textOf(value);
  if (!text.startsWith('=') && text.length > 255) refuse('InvalidArgument');
  return text;
}
/** Changes the rule on exactly these ranges. */
function restyle(self: Validated, part: Partial<Validation>): void {
  const before = found(self) ?? refuse('InvalidOperation');
  replace(self, { ...before, ...part, areas: self.ranges.map((range) => ({ ...range.area })), origin: -1 });
}
function setAlert(self: Validated, value: unknown): void {
  const alert = struct(value);
  const style = { Stop: 'stop', Warning: 'warning', Information: 'information' }[typeof alert.style === 'string' ? alert.style : 'Stop'];
  if (style === undefined) refuse('InvalidArgument');
  restyle(self, {
    errorStyle: style as Validation['errorStyle'],
    showError: alert.showAlert !== false,
    errorTitle: optional(alert.title),
    error: optional(alert.message),
  });
}
function optional(value: unknown): string {
  return value === undefined || value === null ? '' : textOf(value);
}
function setPrompt(self: Validated, value: unknown): void {
  const prompt = struct(value);
  restyle(self, { promptTitle: optional(prompt.title), prompt: optional(prompt.message) });
}
function alertOf(validation: Validation | null): Record<string, unknown> {
  if (!validation) return { message: '', showAlert: true, style: 'Stop', title: '' };
  const style = validation.errorStyle.charAt(0).toUpperCase() + validation.errorStyle.slice(1);
  return { message: validation.error, showAlert: validation.showError, style, title: validation.errorTitle };
}
const VALIDATION: Kind<Validated> = {
  name: 'DataValidation',
  scalars: {
    type: (self) => {
      const validation = found(self);
      return validation ? (TYPES[validation.type] ?? 'Custom') : 'None';
    },
    rule: (self) => ruleOf(found(self)),
    errorAlert: (self) => alertOf(found(self)),
    prompt: (self) => {
      const validation = found(self);
      return { message: validation?.prompt ?? '', showPrompt: true, title: validation?.promptTitle ?? '' };
    },
    ignoreBlanks: (self) => found(self)?.ignoreBlank ?? true,
    valid: () => null,
  },
  setters: {
    rule: setRule,
    errorAlert: setAlert,
    prompt: setPrompt,
    ignoreBlanks: (self, value) => restyle(self, { ignoreBlank: value === true }),
  },
  methods: { clear: (self) => replace(self, null) },
};
