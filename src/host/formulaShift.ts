/**
 * Moves the relative references of a formula, as filling down does. Used for shared formulas, which a file writes once for many cells
 * (ECMA-376 18.3.1.40). Text, quoted sheet names, names, functions and structured references stay as they are.
 */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** One token a match: text, quoted name, bracketed reference, identifier or call, cell, whole columns, whole rows. */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^\]]*\])*\]|(?<![\w.$])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(!])|(?<![\w.$])(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(!$])|(?<![\w.$:])(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.])|[A-Za-z_\\][\w.\\]*/g;

/** 0 for A. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (let i = 0; i < letters.length; i++) index = index * 26 + (letters.charCodeAt(i) & 31);
  return index - 1;
}

/** A for 0. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

function wrap(value: number, limit: number): number {
  return ((value % limit) + limit) % limit;
}

/** `formula` moved by rows and columns; references that leave the sheet wrap round, as Excel does for shared formulas. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const column = (fixed: string, letters: string): string =>
    fixed + (fixed === '$' ? letters : columnLetters(wrap(columnIndex(letters) + columns, LAST_COLUMN)));
  const row = (fixed: string, digits: string): string => fixed + (fixed === '$' ? digits : String(wrap(Number(digits) - 1 + rows, LAST_ROW) + 1));
  return formula.replace(TOKEN, (whole: string, ...part: (string | undefined)[]) => {
    const [c$, c, r$, r, from$, from, to$, to, top$, top, bottom$, bottom] = part;
    if (c !== undefined && r !== undefined) return column(c$ ?? '', c) + row(r$ ?? '', r);
    if (from !== undefined && to !== undefined) return `${column(from$ ?? '', from)}:${column(to$ ?? '', to)}`;
    if (top !== undefined && bottom !== undefined) return `${row(top$ ?? '', top)}:${row(bottom$ ?? '', bottom)}`;
    return whole;
  });
}
