/**
 * What Excel makes of text that is typed or written into a cell (design.md 2; office-js.md 1.6): numbers, dates, percentages, amounts of money,
 * TRUE and FALSE, formulas and errors are recognised, in US English; a cell formatted "@" keeps what was typed.
 */
import { parseValue } from 'numfmt';
import type { CellContent } from './model';

export type Typed =
  | { readonly kind: 'formula'; readonly formula: string }
  /** `format`: the number format Excel gives a General cell for such a value; '' = none. */
  | { readonly kind: 'content'; readonly content: CellContent; readonly format: string };

export const ERRORS: readonly string[] = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
  '#BLOCKED!',
];

export function isTextFormat(numberFormat: string): boolean {
  return numberFormat === '@';
}

/** Reads `text` as typed into a cell of that number format. `text` is not empty. */
export function typedInput(text: string, numberFormat: string): Typed {
  if (isTextFormat(numberFormat)) return content(text);
  if (text.startsWith("'")) return content(text.slice(1));
  if (startsFormula(text)) return { kind: 'formula', formula: asFormula(text) };
  const error = ERRORS.find((name) => name === text.trim().toUpperCase());
  if (error !== undefined) return content({ error });
  const value = recognised(text);
  return value === null ? content(text) : content(value.content, value.format);
}

function content(value: CellContent, format = ''): Typed {
  return { kind: 'content', content: value, format };
}

/** "=", "+", "-" and "@" start a formula, unless what follows is a number or nothing at all. */
function startsFormula(text: string): boolean {
  if (text.length < 2 || !/^[=+\-@]/.test(text)) return false;
  return text.startsWith('=') || text.startsWith('@') || recognised(text) === null;
}
function asFormula(text: string): string {
  if (text.startsWith('=')) return text;
  return text.startsWith('+') ? `=${text.slice(1)}` : `=${text}`;
}

interface Recognised {
  readonly content: number | boolean;
  readonly format: string;
}
/** Reading is slow and most text is plain: a value has a digit and starts with a digit, a sign, a point, money, a bracket or a month. */
function mayBeValue(text: string): boolean {
  return /^\s*(?:[0-9.$(+\-]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i.test(text) ? /[0-9]/.test(text) : /^\s*(?:true|false)\s*$/i.test(text);
}
const PLAIN_NUMBER = /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,10})?$/;

function recognised(text: string): Recognised | null {
  if (!mayBeValue(text)) return null;
  if (PLAIN_NUMBER.test(text)) return { content: Number(text), format: '' };
  const value = parseValue(text.trim());
  if (value === null) return fraction(text);
  if (typeof value.v === 'boolean') return { content: value.v, format: '' };
  if (value.z === 'm d' || !Number.isFinite(value.v)) return null;
  if (value.z === 'mmm-yy') return monthAndNumber(text.trim(), value.v);
  return { content: fifteenDigits(value.v), format: excelFormat(value.z ?? '') };
}
/** "Jan-24" is the 24th of January this year: a number up to 31 is a day. */
function monthAndNumber(text: string, otherwise: number): Recognised {
  const [, month = '', number = ''] = /^([A-Za-z]+)[-/ ]([0-9]+)$/.exec(text) ?? [];
  const day = Number(number) <= 31 ? (parseValue(`${number}-${month}`) as { readonly v: number } | null) : null;
  return day ? { content: day.v, format: 'd-mmm' } : { content: otherwise, format: 'mmm-yy' };
}
/** "1 3/4" is a number with a fraction. */
function fraction(text: string): Recognised | null {
  const [, whole, top, bottom] = /^(-?[0-9]+) ([0-9]+)\/([0-9]+)$/.exec(text.trim()) ?? [];
  if (whole === undefined || Number(bottom) === 0) return null;
  const part = Number(top) / Number(bottom);
  return { content: Number(whole) + (whole.startsWith('-') ? -part : part), format: '# ?/?' };
}
/** Excel keeps 15 significant digits of what is typed; the rest become zeros (office-js.md 1.1). */
function fifteenDigits(value: number): number {
  if (!Number.isInteger(value) || Math.abs(value) < 1e15) return value;
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential(20).split('e');
  return Math.sign(value) * Number(`${mantissa.slice(0, 16)}e${exponent}`);
}

/** The format Excel itself gives to such input. */
function excelFormat(found: string): string {
  if (found === '' || found.includes('%')) return found === '' ? '' : found.includes('.') ? '0.00%' : '0%';
  if (found.includes('$')) return found.includes('.') ? '"$"#,##0.00_);[Red]("$"#,##0.00)' : '"$"#,##0_);[Red]("$"#,##0)';
  if (/h/i.test(found) && !/[dy]/i.test(found)) return /s/i.test(found) ? 'h:mm:ss' : 'h:mm';
  return /[dmy]/i.test(found) ? dateFormat(found) : found;
}
function dateFormat(found: string): string {
  if (/h/i.test(found)) return 'm/d/yyyy h:mm';
  if (!/y/i.test(found)) return 'd-mmm';
  if (/mmm/i.test(found)) return /d/i.test(found) ? 'd-mmm-yy' : 'mmm-yy';
  return 'm/d/yyyy';
}
