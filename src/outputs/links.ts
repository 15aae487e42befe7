/**
 * Links from a row of ours to the account's row on the user's sheet: HYPERLINK over MATCH, so that the link follows a sort (design.md 7).
 * Keys are written into the formula as literals with quotes doubled: text from a cell can never become formula code.
 */
export interface LinkTarget {
  readonly sheet: string;
  /** 0-based key column. */
  readonly keyColumn: number;
  readonly raw: string | number;
  /** 1-based row as read: used where a look-up would not be safe. */
  readonly row: number;
  /** True when the key alone is not unique (a facility column). */
  readonly joined: boolean;
}

/** Literals in a formula end at 255 characters. */
const MOST_LITERAL = 255;

export function linkFormula(target: LinkTarget): string {
  const place = `#'${target.sheet.replaceAll("'", "''")}'!`;
  const letters = columnLetters(target.keyColumn);
  const literal = literalOf(target.raw);
  if (target.joined || literal === null) return `=HYPERLINK(${text(`${place}${letters}${target.row}`)},"row ${target.row}")`;
  const column = `${place.slice(1)}$${letters}:$${letters}`;
  return `=HYPERLINK(${text(place + letters)}&MATCH(${literal},${column},0),"row")`;
}

const text = (value: string): string => `"${value.replaceAll('"', '""')}"`;

function literalOf(raw: string | number): string | null {
  if (typeof raw === 'number') return String(raw);
  const escaped = raw.replace(/[~*?]/g, '~$&');
  // Control characters cannot stand in a formula's literal.
  const hasControl = /[^ -\uffff]/.test(escaped);
  return escaped.length > MOST_LITERAL || hasControl ? null : text(escaped);
}

function columnLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}
