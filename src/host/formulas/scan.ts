/** Takes formula text apart: references, names, structured references, functions, and the text between. No evaluation. */

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  /** `text` without the sheet, for example "$A2", "A:C"; sheet null = none written. */
  | { readonly kind: 'reference'; readonly sheet: string | null; readonly text: string }
  | { readonly kind: 'name'; readonly sheet: string | null; readonly text: string }
  /** table "" inside the table itself; `inner` is what stands in the outer brackets. */
  | { readonly kind: 'structured'; readonly table: string; readonly inner: string }
  | { readonly kind: 'function'; readonly text: string };

const WORD = String.raw`[A-Za-z_\\\u00C0-\uFFFF][A-Za-z0-9_.\\?\u00C0-\uFFFF]*`;
const SHEET = String.raw`(?:'(?:[^']|'')+'|${WORD})!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[0-9]{1,7}`;
const REFERENCE = String.raw`${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[0-9]{1,7}:\$?[0-9]{1,7}`;
const TOKEN = new RegExp(
  [
    String.raw`(?<string>"(?:[^"]|"")*")`,
    String.raw`(?<error>#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|SPILL!|CALC!))`,
    String.raw`(?:(?<refSheet>${SHEET}))?(?<ref>${REFERENCE})(?![A-Za-z0-9_.(\[])`,
    String.raw`(?<structured>(?:${WORD})?)\[`,
    String.raw`(?<call>${WORD})\(`,
    String.raw`(?<nameSheet>${SHEET})?(?<name>${WORD})`,
    String.raw`(?<number>[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?|\.[0-9]+)`,
    String.raw`(?<other>[\s\S])`,
  ].join('|'),
  'y',
);

/** Pieces of a formula, without its "=". Joining them with `pieceText` gives the formula back. */
export function pieces(formula: string): Piece[] {
  const found: Piece[] = [];
  const source = formula.startsWith('=') ? formula.slice(1) : formula;
  for (let at = 0; at < source.length;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (!match?.groups) break;
    const { piece, length } = pieceOf(match[0], match.groups, source, at);
    push(found, piece);
    at += length;
  }
  return found;
}

function pieceOf(whole: string, groups: Record<string, string | undefined>, source: string, at: number): { readonly piece: Piece; readonly length: number } {
  if (groups.ref !== undefined) return { piece: { kind: 'reference', sheet: sheetName(groups.refSheet), text: groups.ref }, length: whole.length };
  if (groups.structured !== undefined) return structured(groups.structured, source, at);
  if (groups.call !== undefined) return { piece: { kind: 'function', text: groups.call }, length: groups.call.length };
  if (groups.name !== undefined) return { piece: { kind: 'name', sheet: sheetName(groups.nameSheet), text: groups.name }, length: whole.length };
  return { piece: { kind: 'text', text: whole }, length: whole.length };
}

function structured(table: string, source: string, at: number): { readonly piece: Piece; readonly length: number } {
  const open = at + table.length;
  const close = closingBracket(source, open);
  if (close < 0) return { piece: { kind: 'text', text: source.slice(at, open + 1) }, length: table.length + 1 };
  return { piece: { kind: 'structured', table, inner: source.slice(open + 1, close) }, length: close + 1 - at };
}

/** Place of the bracket that closes the one at `open`; −1 when none does. An apostrophe escapes the next character. */
function closingBracket(source: string, open: number): number {
  let depth = 0;
  for (let at = open; at < source.length; at++) {
    const letter = source[at];
    if (letter === "'") at += 1;
    else if (letter === '[') depth += 1;
    else if (letter === ']' && --depth === 0) return at;
  }
  return -1;
}

function sheetName(prefix: string | undefined): string | null {
  if (prefix === undefined) return null;
  const bare = prefix.slice(0, -1);
  return bare.startsWith("'") ? bare.slice(1, -1).replaceAll("''", "'") : bare;
}

function push(found: Piece[], piece: Piece): void {
  const last = found.at(-1);
  if (piece.kind === 'text' && last?.kind === 'text') found[found.length - 1] = { kind: 'text', text: last.text + piece.text };
  else found.push(piece);
}

/** The piece as it stands in a formula. */
export function pieceText(piece: Piece, quote: (sheet: string) => string): string {
  if (piece.kind === 'structured') return `${piece.table}[${piece.inner}]`;
  const sheet = piece.kind === 'reference' || piece.kind === 'name' ? piece.sheet : null;
  return sheet === null ? piece.text : `${quote(sheet)}!${piece.text}`;
}

/** True when the formula ("=…") can be read: something after "=", brackets and quotes in pairs. */
export function formulaStands(formula: string): boolean {
  const body = formula.slice(1).trim();
  if (!formula.startsWith('=') || body === '') return false;
  const bare = body.replace(/"(?:[^"]|"")*"/g, '0').replace(/'(?:[^']|'')+'!/g, '');
  return !bare.includes('"') && balanced(bare) && !/[+\-*/^&=<>,(]$/.test(bare);
}

function balanced(text: string): boolean {
  let round = 0;
  for (const letter of text) {
    if (letter === '(') round += 1;
    if (letter === ')' && --round < 0) return false;
  }
  return round === 0;
}
