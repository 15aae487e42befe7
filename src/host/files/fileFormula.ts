/** A formula as typed, made what a file must hold: this-row references in full, newer functions with their prefix (MS-XLSX 2.2.2). */

/** Functions added after Excel 2007 that a sheet of ours or of a user may hold. */
const NEWER = new Set(
  'CONCAT CONFIDENCE.NORM DAYS DROP EXPAND FILTERXML FORMULATEXT HSTACK IFNA IFS ISFORMULA ISOWEEKNUM LAMBDA LET MAXIFS MINIFS NUMBERVALUE PERCENTILE.EXC PERCENTILE.INC RANK.AVG RANK.EQ RANDARRAY SEQUENCE SHEET SHEETS STDEV.P STDEV.S SWITCH TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VAR.P VAR.S VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR'.split(
    ' ',
  ),
);
/** Functions that stand in the worksheet name space besides (they take an array). */
const SHEET_SPACE = new Set(['FILTER', 'SORT', 'SORTBY']);

const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|([A-Za-z_\\][\w.\\]*)?\[@(?:\[((?:[^\]']|'.)*)\]|((?:[^[\]']|'.)*))\]|(?<![\w.])([A-Z][A-Z0-9.]*)\(/gi;

/** `table` is the name of the table that holds the cell, or "". Formula without "=". */
export function fileFormula(formula: string, table: string): string {
  return formula.replace(TOKEN, (whole: string, owner?: string, bracketed?: string, bare?: string, call?: string) => {
    if (call !== undefined) return prefixOf(call.toUpperCase()) + whole;
    const column = bracketed ?? bare;
    if (column === undefined) return whole;
    const name = owner ?? table;
    return column === '' ? `${name}[#This Row]` : `${name}[[#This Row],[${column}]]`;
  });
}

function prefixOf(call: string): string {
  if (SHEET_SPACE.has(call)) return '_xlfn._xlws.';
  return NEWER.has(call) ? '_xlfn.' : '';
}
