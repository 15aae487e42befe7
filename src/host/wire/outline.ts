/** Grouped rows and columns (the outline). Levels go to 8, as in Excel. */
import { oneOf } from './arguments';
import { refuse } from './errors';
import { columnsOf, rowsOf } from './format';
import type { RangeRef } from './rangeRef';

const DEEPEST = 7;

function outlined(range: RangeRef, by: string): { readonly keys: readonly number[]; readonly levels: Map<number, number>; readonly hidden: Set<number> } {
  if (oneOf(by, ['ByRows', 'ByColumns']) === 'ByColumns')
    return { keys: columnsOf(range.area), levels: range.sheet.columnOutline, hidden: range.sheet.hiddenColumns };
  return { keys: rowsOf(range), levels: range.sheet.rowOutline, hidden: range.sheet.hiddenRows };
}

/** Adds (+1) or takes away (−1) a level of grouping. */
export function groupRange(range: RangeRef, by: string, step: 1 | -1): void {
  range.state.mayChangeSheet(range.sheet, by === 'ByColumns' ? 'allowFormatColumns' : 'allowFormatRows');
  const { keys, levels } = outlined(range, by);
  for (const key of keys) {
    const level = (levels.get(key) ?? 0) + step;
    if (level > DEEPEST || level < 0) refuse('InvalidOperation');
    if (level === 0) levels.delete(key);
    else levels.set(key, level);
  }
  range.state.happened({ kind: 'sheetChanged', sheet: range.sheet });
}

/** Folds or unfolds the groups that the range touches. */
export function showGroup(range: RangeRef, by: string, show: boolean): void {
  const { keys, levels, hidden } = outlined(range, by);
  for (const key of keys) {
    if (!levels.has(key)) continue;
    if (show) hidden.delete(key);
    else hidden.add(key);
  }
  range.state.happened({ kind: 'rowsHidden', sheet: range.sheet });
}
