/** Texts and identifiers of cells: trimmed, formula texts unwrapped, damage by Excel noticed (exports.md hazard 10; P19). Never compared as numbers. */
import type { CellValue } from './contract';

export const Damage = { None: 0, Scientific: 1, TooLong: 2, Decimal: 3, Error: 4 } as const;
export type Damage = (typeof Damage)[keyof typeof Damage];

/** Damage of the last call. */
export let damage: Damage = Damage.None;

const EDGE = /^[\s\u00a0\u200b\ufeff]+|[\s\u00a0\u200b\ufeff]+$/g;
const ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)/;

const is = (kind: Damage, text: string): string => {
  damage = kind;
  return text;
};

/** Text of a cell without edge blanks. Excel errors give "" and Damage.Error. */
export function textOfCell(value: CellValue): string {
  damage = Damage.None;
  if (value === null || value === '') return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const text = value.replace(EDGE, '');
  if (text.startsWith('#') && ERROR.test(text)) return is(Damage.Error, '');
  const formula = text.startsWith('="') ? /^="([^"]*)"$/.exec(text) : null;
  return formula ? (formula[1] as string).replace(EDGE, '') : text;
}

/** Identifier of a cell. `width` > 0 pads numbers shown with a format such as 00000. */
export function idOfCell(value: CellValue, width: number): string {
  if (typeof value === 'number') return idOfNumber(value, width);
  const text = textOfCell(value);
  if (damage === Damage.None && /^\d(?:\.\d+)?E\+?\d+$/i.test(text)) damage = Damage.Scientific;
  return text;
}

function idOfNumber(value: number, width: number): string {
  damage = Damage.None;
  if (!Number.isFinite(value)) return is(Damage.Error, '');
  const text = String(value);
  if (Math.abs(value) >= 1e15) return is(Damage.TooLong, Number.isSafeInteger(value) ? text : BigInt(Math.round(value)).toString());
  if (!Number.isInteger(value)) return is(Damage.Decimal, text);
  return width > text.length ? text.padStart(width, '0') : text;
}
