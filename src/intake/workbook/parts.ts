/** The parts of an .xlsx file (a zip of XML), found by their relations (ECMA-376 part 2). Each is unpacked when it is asked for. */
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** What is in the file cannot be read: no zip, no workbook in it, broken XML, or a part too large to hold. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook';
}

const MOST_BYTES = 400_000_000;

export interface Relation {
  /** Last word of its type: "worksheet", "table", "sharedStrings" … */
  readonly type: string;
  readonly target: string;
}
export type Attributes = Readonly<Record<string, string>>;
export interface ElementHandlers {
  /** Local names, without prefix. */
  readonly open?: (name: string, attributes: Attributes) => void;
  /** `text`: what stood in the element since it, or an element in it, last opened. */
  readonly close?: (name: string, text: string) => void;
}

const key = (path: string): string => path.replace(/^\//, '').toLowerCase();
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

export class Parts {
  constructor(private readonly bytes: Uint8Array) {}

  /** The text of a part; '' when there is none. */
  text(path: string): string {
    return decoded(this.part(path) ?? new Uint8Array());
  }

  part(path: string): Uint8Array | null {
    try {
      const found = unzipSync(this.bytes, { filter: ({ name, originalSize }) => key(name) === key(path) && fits(originalSize) });
      return Object.values(found)[0] ?? null;
    } catch (error) {
      throw error instanceof UnreadableWorkbook ? error : new UnreadableWorkbook('the file is damaged');
    }
  }

  /** Id → relation of a part; '' stands for the package. Targets outside the file are left out. */
  relations(path: string): Map<string, Relation> {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const found = new Map<string, Relation>();
    elements(this.text(`${folder}_rels/${path.slice(folder.length)}.rels`), {
      open: (name, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
        if (name === 'Relationship' && TargetMode !== 'External')
          found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: placed(folder, Target) });
      },
    });
    return found;
  }
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  return new TextDecoder(first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8').decode(bytes);
}

function fits(size: number): boolean {
  if (size > MOST_BYTES) throw new UnreadableWorkbook('a part is too large');
  return true;
}

/** "../tables/table1.xml" seen from "xl/worksheets/" is "xl/tables/table1.xml". */
function placed(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Reads XML from end to end. Throws UnreadableWorkbook where it is broken. */
export function elements(xml: string, { open = () => undefined, close = () => undefined }: ElementHandlers): void {
  if (xml === '') return;
  const parser = new SaxesParser();
  let text = '';
  parser.on('error', () => {
    throw new UnreadableWorkbook('a part is broken');
  });
  parser.on('opentag', ({ name, attributes }) => {
    text = '';
    open(local(name), attributes);
  });
  parser.on('text', (more) => (text += more));
  parser.on('cdata', (more) => (text += more));
  parser.on('closetag', ({ name }) => {
    close(local(name), text);
    text = '';
  });
  parser.write(xml).close();
}
