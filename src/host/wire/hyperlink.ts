/** range.hyperlink: one cell's link, as Office.js gives and takes it. */
import { overlap, sameArea } from './address';
import { struct, textOf } from './arguments';
import { putContent } from './edits';
import { plainValue } from '../cellText';
import type { RangeRef } from './rangeRef';

export function readHyperlink(range: RangeRef): Record<string, string> | null {
  const link = range.sheet.hyperlinks.find((each) => overlap(each.area, range.area) !== null);
  if (!link) return null;
  const target = link.documentReference === '' ? { address: link.address } : { documentReference: link.documentReference };
  const shown = String(plainValue(range.sheet.cells.get(range.area.row, range.area.column)));
  return { ...target, textToDisplay: link.textToDisplay || shown, screenTip: link.screenTip };
}

export function writeHyperlink(range: RangeRef, value: unknown): void {
  const { state, sheet, area } = range;
  state.mayWrite(sheet, area);
  if (sheet.protection.protected) state.mayChangeSheet(sheet, 'allowInsertHyperlinks');
  const link = struct(value);
  const text = (name: string): string => (link[name] === undefined || link[name] === null ? '' : textOf(link[name]));
  sheet.hyperlinks = sheet.hyperlinks.filter((each) => !sameArea(each.area, area));
  sheet.hyperlinks.push({
    area: { ...area },
    address: text('address'),
    documentReference: text('documentReference'),
    screenTip: text('screenTip'),
    textToDisplay: text('textToDisplay'),
  });
  const shown = text('textToDisplay');
  if (shown !== '') putContent(state, sheet, area.row, area.column, shown);
  state.happened({ kind: 'cells', sheet, area, change: 'RangeEdited' });
}
