/** Cell addresses as Excel shows them; rows and columns are 0-based inside. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

const columnOf = (letters: string): number => Array.from(letters.toUpperCase()).reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** "'Sheet 1'!A5" or "Sheet1!$B$2:$C$9" to its first cell; null when it is a name or anything else. */
export function placeOf(reference: string): Place | null {
  const match = /^#?(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Za-z]{1,3})\$?(\d+)/.exec(reference);
  if (!match) return null;
  const sheet = match[1]?.replace(/''/g, "'") ?? match[2] ?? '';
  return { sheet, row: Number(match[4]) - 1, column: columnOf(match[3] ?? 'A') };
}
