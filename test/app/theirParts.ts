/** What is theirs in a saved workbook, part by part, without what is ours; and as a second program reads it. */
import { read } from '@e965/xlsx';
import type { CellObject, WorkBook } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** Parts that list what is in the workbook, and grow with ours. */
const LISTS = /^\[Content_Types\]\.xml$|(^|\/)(styles|sharedStrings|calcChain)\.xml$|xl\/_rels\/workbook\.xml\.rels$/;
const OUR_RULE = /<conditionalFormatting\b[^>]*>(?:(?!<\/conditionalFormatting>)[^])*?crb_keys_\d[^]*?<\/conditionalFormatting>/g;
const OUR_NAME = /^crb_(sheet_|col_|keys_\d)/;
/** Names of theirs that begin like ours. */
const THEIRS = ['crb_col_credits_office'];

/** One line an element: its tag, attributes in order, and text; namespaces and the hint `spans` are left out. */
function lines(xml: string): string[] {
  const found: string[] = [];
  const open: number[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const shown = Object.entries(attributes).filter(([key]) => key !== 'spans' && !key.startsWith('xmlns'));
    open.push(found.push([name, ...shown.map(([key, value]) => `${key}=${value}`).toSorted()].join(' ')) - 1);
  });
  const text = (value: string): void => {
    const at = open.at(-1);
    if (at !== undefined && value.trim() !== '') found[at] = `${found[at] ?? ''}: ${value}`;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return found;
}

/** Rules keep their order; their numbers made room for ours. */
function ranked(xml: string): string {
  const order = [...new Set([...xml.matchAll(/priority="(\d+)"/g)].map((match) => Number(match[1])))].toSorted((a, b) => a - b);
  return xml.replace(/priority="(\d+)"/g, (_, number) => `priority="${order.indexOf(Number(number)) + 1}"`);
}
/** Formulas that a file holds without values have them after saving. */
const unvalued = (xml: string): string => xml.replace(/<c ([^>]*?)( t="\w+")?(><f>[^<]*<\/f>)<v(\/>|>[^<]*<\/v>)/g, '<c $1$3');
const sheetLines = (xml: string): string[] => lines(ranked(unvalued(xml.replace(OUR_RULE, ''))));
/** Without the sheets after the first `count`, names of ours, and whether Excel calculates on opening; names in any order. */
function workbookLines(xml: string, count: number): string[] {
  let sheets = 0;
  const all = lines(xml).filter((line) => !/^calcPr\b/.test(line) && (!line.startsWith('sheet ') || sheets++ < count));
  const names = all.filter((line) => line.startsWith('definedName ') && isTheirs(line, count));
  return [...all.filter((line) => !line.startsWith('definedName')), ...names.toSorted()];
}
function isTheirs(line: string, count: number): boolean {
  const name = / name=(\S+?):/.exec(line)?.[1] ?? '';
  const local = Number(/ localSheetId=(\d+)/.exec(line)?.[1] ?? 0);
  return local < count && (!OUR_NAME.test(name) || THEIRS.includes(name));
}

export const partNames = (bytes: Uint8Array): string[] => Object.keys(unzipSync(bytes)).filter((part) => !part.endsWith('/'));

/** The parts of `original` as they stand in `bytes`; undefined when lost. */
export function theirParts(original: Uint8Array, bytes: Uint8Array): Record<string, unknown> {
  const files = unzipSync(bytes);
  const count = lines(strFromU8(unzipSync(original)['xl/workbook.xml']!)).filter((line) => line.startsWith('sheet ')).length;
  const shown = (part: string): unknown => {
    const file = files[part];
    if (!file) return undefined;
    if (part === 'xl/workbook.xml') return workbookLines(strFromU8(file), count);
    if (/worksheets\/\w+\.xml$/.test(part)) return sheetLines(strFromU8(file));
    return Buffer.from(file).toString('latin1');
  };
  const parts = partNames(original).filter((part) => !LISTS.test(part));
  return Object.fromEntries(parts.map((part) => [part, shown(part)]));
}

/** Formulas without their values; columns without what the library makes of their widths. */
const plain = (cell: unknown): unknown => {
  if (Array.isArray(cell)) return cell.map((each: unknown) => plain(each));
  if (typeof cell !== 'object' || cell === null) return cell;
  if ('width' in cell) return cell.width;
  if (!('f' in cell)) return cell;
  const { f, z, c, l } = cell as CellObject;
  return { f, z, c, l };
};
/** By another library: cells with formats, comments and links, merged areas, filters, widths, visibility. */
export function theirSheets(bytes: Uint8Array, count: number): unknown {
  const book: WorkBook = read(bytes, {
    type: 'array',
    sheets: Array.from({ length: count }, (_, at) => at),
    cellFormula: true,
    cellNF: true,
    cellStyles: true,
  });
  return book.SheetNames.slice(0, count).map((name, at) => ({
    name,
    hidden: book.Workbook?.Sheets?.[at]?.Hidden,
    cells: Object.entries(book.Sheets[name] ?? {}).map(([address, cell]) => [address, plain(cell)]),
  }));
}
