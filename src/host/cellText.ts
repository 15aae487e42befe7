/** The text a cell shows: its number format applied, as in US English Excel. Column width plays no part (office-js.md 1.6, #4625). */
import { format } from 'numfmt';
import type { CellContent } from './model';

const SHIFT_1904 = 1462;

export function cellText(content: CellContent, numberFormat: string, date1904: boolean): string {
  if (content === null) return '';
  if (typeof content === 'object') return content.error;
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  if (numberFormat === 'General' || numberFormat === '@') return typeof content === 'string' ? content : format('General', content);
  return typeof content === 'string' ? format(numberFormat, content) : formatNumber(content, numberFormat, date1904);
}

function formatNumber(value: number, numberFormat: string, date1904: boolean): string {
  const shifted = date1904 && looksLikeDate(numberFormat) ? value + SHIFT_1904 : value;
  return format(numberFormat, shifted, { throws: false });
}

/** True for formats that show days or times. */
export function looksLikeDate(numberFormat: string): boolean {
  const bare = numberFormat.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[dmyhs]/i.test(bare) && !/General/i.test(bare);
}

/** What `range.values` gives: '' for an empty cell, the error's text for an error (office-js.md 1.6). */
export function plainValue(content: CellContent): string | number | boolean {
  if (content === null) return '';
  return typeof content === 'object' ? content.error : content;
}

/** What `range.valueTypes` gives. */
export function valueType(content: CellContent): 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error' {
  if (content === null) return 'Empty';
  if (typeof content === 'object') return 'Error';
  if (typeof content === 'string') return 'String';
  return typeof content === 'number' ? 'Double' : 'Boolean';
}
