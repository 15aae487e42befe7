/**
 * Cuts a large XML part into its records (rows of sheetData, items of the shared strings) as the text arrives, and builds the tree of all the
 * rest. Only tag borders are found here; the rest of the part goes through the XML parser, each record goes to whoever reads it.
 */
import type { SaxesParser } from 'saxes';
import { fileProblems } from './fileProblem';
import { localName, plainParser, TreeBuilder, type XmlElement } from './xml';

/** A record longer than this is no row of cells. */
const MAX_RECORD = 64 * 1024 * 1024;

/** End (exclusive) of the markup that starts at `at` ("<"), or −1 when the text ends before it does. */
export function markupEnd(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
  if (text.startsWith('<![CDATA[', at)) return after(text, ']]>', at + 9);
  if (text.startsWith('<?', at)) return after(text, '?>', at + 2);
  for (let i = at + 1; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 62) return i + 1;
    if (char === 34 || char === 39) {
      i = text.indexOf(char === 34 ? '"' : "'", i + 1);
      if (i < 0) return -1;
    }
  }
  return -1;
}

function after(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? -1 : at + what.length;
}

function tagName(text: string, at: number): string {
  let end = at;
  while (end < text.length && !/[\s/>]/.test(text.charAt(end))) end++;
  return text.slice(at, end);
}

export interface RecordSink {
  /** One record: `text` from `start` to `end`; `prefix` is the records' namespace prefix with its colon, or "". */
  record(text: string, start: number, end: number, prefix: string): void;
}

type State = 'before' | 'inside' | 'after';

export class RecordStream {
  private readonly builder = new TreeBuilder();
  private readonly parser: SaxesParser;
  private carry = '';
  /** So much text has to be at hand before it is looked at again: a record that does not end would be gone through anew with each piece. */
  private enough = 0;
  private offset = 0;
  private state: State = 'before';
  private depth = 0;
  private prefix = '';
  /** Place of the next comment or CDATA section in the text at hand; its length when there is none. */
  private special = -1;
  /** Characters: end of the container's start tag, start of its end tag. */
  dataStart = -1;
  dataEnd = -1;
  dataEmpty = false;

  constructor(
    private readonly container: string,
    private readonly containerDepth: 0 | 1,
    private readonly record: string,
    private readonly sink: RecordSink,
  ) {
    this.parser = plainParser();
    this.parser.on('opentag', (tag) => void this.builder.start(tag.name, tag.attributes as Record<string, string>));
    this.parser.on('closetag', () => this.builder.end());
    this.parser.on('text', (value) => this.builder.text(value));
    this.parser.on('cdata', (value) => this.builder.text(value));
  }

  push(text: string): void {
    this.carry = this.carry === '' ? text : this.carry + text;
    if (this.carry.length > MAX_RECORD + text.length) throw fileProblems.broken('a row never ends');
    if (this.carry.length >= this.enough) this.use();
  }

  private use(): void {
    this.special = -1;
    const used = this.consume(this.carry);
    this.carry = this.carry.slice(used);
    this.offset += used;
    this.enough = used === 0 ? 2 * this.carry.length : 0;
  }

  /** The tree without records. Throws when the part is cut off. */
  end(): XmlElement {
    if (this.enough > 0) this.use();
    if (this.state === 'inside') throw fileProblems.broken('a sheet is cut off');
    this.parser.write(this.carry).close();
    if (this.builder.root === null) throw fileProblems.broken('a part is empty');
    return this.builder.root;
  }

  private consume(text: string): number {
    let at = 0;
    if (this.state === 'before') at = this.head(text);
    if (this.state === 'inside') at = this.records(text, at);
    if (this.state === 'after') {
      this.parser.write(text.slice(at));
      at = text.length;
    }
    return at;
  }

  /** Hands tags to the parser until the container opens. */
  private head(text: string): number {
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      const end = open < 0 ? -1 : markupEnd(text, open);
      if (end < 0) break;
      const found = this.enters(text, open, end);
      at = end;
      if (found) break;
    }
    this.parser.write(text.slice(0, at));
    return at;
  }

  private enters(text: string, open: number, end: number): boolean {
    const next = text.charAt(open + 1);
    if (next === '!' || next === '?') return false;
    if (next === '/') {
      this.depth--;
      return false;
    }
    const empty = text.charAt(end - 2) === '/';
    const name = tagName(text, open + 1);
    if (this.depth === this.containerDepth && localName(name) === this.container) {
      this.prefix = name.slice(0, name.length - this.container.length);
      this.dataStart = this.dataEnd = this.offset + end;
      this.dataEmpty = empty;
      this.state = empty ? 'after' : 'inside';
      return true;
    }
    if (!empty) this.depth++;
    return false;
  }

  private records(text: string, from: number): number {
    const open = '<' + this.prefix + this.record;
    let at = from;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) return text.length;
      const tagEnd = markupEnd(text, start);
      if (tagEnd < 0) return start;
      if (text.charCodeAt(start + 1) === 47) {
        this.state = 'after';
        this.dataEnd = this.offset + start;
        return start;
      }
      if (!text.startsWith(open, start)) {
        at = text.charAt(start + 1) === '!' || text.charAt(start + 1) === '?' ? tagEnd : this.stranger(text, start);
        continue;
      }
      const end = text.charCodeAt(tagEnd - 2) === 47 ? tagEnd : this.recordEnd(text, tagEnd);
      if (end < 0) return start;
      this.sink.record(text, start, end, this.prefix);
      at = end;
    }
  }

  private stranger(text: string, start: number): never {
    throw fileProblems.broken(`an unexpected element <${tagName(text, start + 1).slice(0, 20)}> stands among the rows`);
  }

  private recordEnd(text: string, from: number): number {
    const close = '</' + this.prefix + this.record;
    const quick = text.indexOf(close, from);
    if (quick < 0) return -1;
    // Looked for once a text, not once a record.
    if (this.special < from) this.special = (text.indexOf('<!', from) + 1 || text.length + 1) - 1;
    if (this.special > quick) return after(text, '>', quick);
    return this.carefulEnd(text, from, close);
  }

  /** Comments and CDATA sections may hold what looks like an end tag. */
  private carefulEnd(text: string, from: number, close: string): number {
    for (let at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at)) {
      const end = markupEnd(text, at);
      if (end < 0 || text.startsWith(close, at)) return end;
      at = end;
    }
    return -1;
  }
}
