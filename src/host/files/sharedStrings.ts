/** The shared strings, read item by item into the workbook's texts (ECMA-376 18.4.9). */
import type { Strings } from '../strings';
import { fileProblems } from './fileProblem';
import type { Package } from './package';
import { RecordStream, type RecordSink } from './records';
import { decodeText, plainText, richText } from './cellText';
import { parseXml } from './xml';

/** A copy that does not keep the long text alive it was cut from. */
export function detached(text: string): string {
  return text.length < 13 ? text : (' ' + text).slice(1);
}

/** `<si><t>…</t></si>`, the form nearly all items have; null for any other. */
function plainItem(text: string, start: number, end: number, prefix: string): string | null {
  const open = `<${prefix}si><${prefix}t`;
  const close = `</${prefix}t></${prefix}si>`;
  if (!text.startsWith(open, start) || !text.startsWith(close, end - close.length)) return null;
  const from = text.indexOf('>', start + open.length) + 1;
  const to = end - close.length;
  if (from <= 0 || from > to || text.charAt(from - 2) === '/') return null;
  return text.indexOf('<', from) === to ? plainText(text, from, to) : null;
}

class Items implements RecordSink {
  readonly indexes: number[] = [];
  constructor(private readonly strings: Strings) {}

  record(text: string, start: number, end: number, prefix: string): void {
    const plain = plainItem(text, start, end, prefix);
    const value = plain === null ? richText(parseXml(text.slice(start, end))) : decodeText(plain);
    this.indexes.push(this.strings.add(detached(value)));
  }
}

/** Index in the workbook's texts of each shared string. */
export function readSharedStrings(pack: Package, part: string, strings: Strings): readonly number[] {
  const items = new Items(strings);
  const stream = new RecordStream('sst', 0, 'si', items);
  pack.stream(part, (text) => stream.push(text));
  if (!stream.end().is('sst')) throw fileProblems.broken('the shared texts are not what they should be');
  return items.indexes;
}
