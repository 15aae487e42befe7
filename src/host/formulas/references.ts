/** References inside formulas, moved when cells move: inserting, deleting and cutting. Absolute marks ($) stay. */
import type { Area } from '../model';
import { areaText, columnLetters, isEntireColumn, isEntireRow, parseArea, sheetText } from '../wire/address';
import { pieces, pieceText } from './scan';

/** New place of an area; null = deleted. */
export type AreaMap = (area: Area) => Area | null;

/**
 * The formula with each reference to `target` put through `map`. `home` is the sheet the formula stands on (references without a sheet).
 * A deleted reference becomes #REF!.
 */
export function mapReferences(formula: string, home: string, target: string, map: AreaMap): string {
  const wanted = target.toLowerCase();
  const lead = formula.startsWith('=') ? '=' : '';
  const parts = pieces(formula).map((piece) => {
    if (piece.kind !== 'reference' || (piece.sheet ?? home).toLowerCase() !== wanted) return pieceText(piece, sheetText);
    const area = parseArea(piece.text.replaceAll('$', ''));
    const moved = area && map(area);
    if (!area) return pieceText(piece, sheetText);
    return moved ? pieceText({ ...piece, text: marked(piece.text, moved) }, sheetText) : '#REF!';
  });
  return lead + parts.join('');
}

/** The moved area written with the dollar signs of the old text. */
function marked(old: string, area: Area): string {
  if (isEntireColumn(area) || isEntireRow(area)) return wholeMarked(old, area);
  const [first = '', last = first] = old.split(':');
  const start = cellMarked(first, area.row, area.column);
  if (!old.includes(':')) return start;
  return `${start}:${cellMarked(last, area.row + area.rows - 1, area.column + area.columns - 1)}`;
}
function cellMarked(old: string, row: number, column: number): string {
  const marks = /^(\$?)[A-Za-z]+(\$?)/.exec(old);
  return `${marks?.[1] ?? ''}${columnLetters(column)}${marks?.[2] ?? ''}${row + 1}`;
}
function wholeMarked(old: string, area: Area): string {
  const [first = '', last = ''] = old.split(':');
  const [from = '', to = from] = areaText(area).split(':');
  return `${first.startsWith('$') ? '$' : ''}${from}:${last.startsWith('$') ? '$' : ''}${to}`;
}
