/**
 * The parts of an Office package (a zip), each kept as it lies in the file until something asks for it. The central directory rules, so files
 * written as a stream (no sizes in local headers) read as well. Names compare without case (ECMA-376 part 2, 6.2.2.3).
 */
import { Inflate } from 'fflate';
import { fileProblems } from './fileProblem';

export const CONTENT_TYPES = '[Content_Types].xml';

export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly size: number;
  readonly time: number;
  /** The bytes as they lie in the zip. */
  readonly packed: Uint8Array;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const SLICE = 32_768;
/** Parts read as a whole. */
const MAX_PART = 128 * 1024 * 1024;
/** A stream of more than this many bytes must not be packed tighter than `MAX_RATIO` : 1. */
const FREE_BYTES = 64 * 1024 * 1024;
const MAX_RATIO = 100;
const MAX_STREAM = 4 * 1024 * 1024 * 1024;
/** The same for all parts together, each as often as it is asked for: a few parts may stand for many sheets. */
const FREE_TOTAL = 192 * 1024 * 1024;

export class Package {
  private readonly byName = new Map<string, Entry>();
  /** Bytes that may still be unpacked. */
  private left = Infinity;

  constructor(readonly entries: readonly Entry[]) {
    for (const entry of entries) {
      const key = partKey(entry.name);
      if (this.byName.has(key)) throw fileProblems.broken('two parts have the same name');
      this.byName.set(key, entry);
    }
  }

  /** Opening a file of so many bytes: from now on until `opened` no more is unpacked than such a file can hold. */
  opening(bytes: number): void {
    this.left = Math.max(FREE_TOTAL, bytes * MAX_RATIO);
  }
  opened(): void {
    this.left = Infinity;
  }
  private unpack(entry: Entry, onChunk: (chunk: Uint8Array) => void): void {
    streamEntry(entry, (chunk) => {
      this.left -= chunk.length;
      if (this.left < 0) throw fileProblems.tooBig();
      onChunk(chunk);
    });
  }

  find(name: string): Entry | undefined {
    return this.byName.get(partKey(name));
  }
  has(name: string): boolean {
    return this.byName.has(partKey(name));
  }
  /** The whole part. Throws when it is missing or too big. */
  bytes(name: string): Uint8Array {
    const entry = this.find(name);
    if (entry === undefined) throw fileProblems.broken('a part is missing');
    const chunks: Uint8Array[] = [];
    let size = 0;
    this.unpack(entry, (chunk) => {
      size += chunk.length;
      if (size > MAX_PART) throw fileProblems.tooBig();
      chunks.push(chunk);
    });
    return joined(chunks, size);
  }
  text(name: string): string {
    const bytes = this.bytes(name);
    return decoderFor(bytes).decode(bytes);
  }
  /** Decoded text in pieces. */
  stream(name: string, onText: (text: string) => void): void {
    const entry = this.find(name);
    if (entry === undefined) throw fileProblems.broken('a part is missing');
    let decoder: TextDecoder | null = null;
    this.unpack(entry, (chunk) => {
      if (chunk.length === 0) return;
      decoder ??= decoderFor(chunk);
      onText(decoder.decode(chunk, { stream: true }));
    });
  }
}

export function partKey(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

export function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function decoderFor(start: Uint8Array): TextDecoder {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder('utf-8');
}

/** Unpacks in small steps, so that a bomb is noticed before it fills the memory. */
function streamEntry(entry: Entry, onChunk: (chunk: Uint8Array) => void): void {
  if (entry.method === 0) {
    onChunk(entry.packed);
    return;
  }
  if (entry.method !== 8) throw fileProblems.broken('it is packed in a way Excel does not use');
  let out = 0;
  const stream = { ended: false };
  let failure: unknown = null;
  const inflate = new Inflate((chunk, final) => {
    out += chunk.length;
    stream.ended ||= final;
    if (out > MAX_STREAM || (out > FREE_BYTES && out > entry.packed.length * MAX_RATIO)) failure = fileProblems.tooBig();
    else onChunk(chunk);
  });
  for (let at = 0; at < entry.packed.length && failure === null; at += SLICE) {
    inflate.push(entry.packed.subarray(at, at + SLICE), at + SLICE >= entry.packed.length);
  }
  if (failure !== null) throw failure as Error;
  if (!stream.ended || out % 2 ** 32 !== entry.size) throw fileProblems.broken('a part ends too early');
}

/** Reads the zip's directory. Throws a FileProblem when it is no zip, is cut, or is encrypted. */
export function readPackage(bytes: Uint8Array): Package {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { start, count } = directory(view);
  const entries: Entry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw fileProblems.broken('its table of contents is cut off');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const entry = readEntry(bytes, view, at, nameLength, extraLength);
    if (!entry.name.endsWith('/')) entries.push(entry);
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return new Package(entries);
}

function directory(view: DataView): { start: number; count: number } {
  const least = Math.max(0, view.byteLength - 65_557);
  let at = view.byteLength - 22;
  while (at >= least && view.getUint32(at, true) !== END) at--;
  if (at < least) throw fileProblems.broken('the end of the file is missing');
  const count = view.getUint16(at + 10, true);
  const start = view.getUint32(at + 16, true);
  if ((count !== 0xffff && start !== 0xffffffff) || at < 20 || view.getUint32(at - 20, true) !== LOCATOR64) return { start, count };
  const wide = Number(view.getBigUint64(at - 12, true));
  if (wide + 56 > view.byteLength || view.getUint32(wide, true) !== END64) throw fileProblems.broken('its table of contents is cut off');
  return { count: Number(view.getBigUint64(wide + 32, true)), start: Number(view.getBigUint64(wide + 48, true)) };
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameLength: number, extraLength: number): Entry {
  const flags = view.getUint16(at + 8, true);
  if (flags & 1) throw fileProblems.encrypted();
  const [size, packedSize, header] = sizes(view, at, at + 46 + nameLength, extraLength);
  if (header + 30 > bytes.length || view.getUint32(header, true) !== LOCAL) throw fileProblems.broken('a part cannot be found');
  const data = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (data + packedSize > bytes.length) throw fileProblems.broken('a part ends too early');
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  if (LEADS_OUT.test(name)) throw fileProblems.broken('a part has a name that leads out of the file');
  return {
    name,
    method: view.getUint16(at + 10, true),
    flags,
    time: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    size,
    packed: bytes.subarray(data, data + packedSize),
  };
}

/** "..", a drive or a zero: a copy would carry such a name on to whoever unpacks it. */
const LEADS_OUT = new RegExp('(^|[\\\\/])\\.\\.([\\\\/]|$)|^[A-Za-z]:|\\u0000');

/** Size, packed size and header position; from the zip64 extra field where they did not fit. */
function sizes(view: DataView, at: number, extra: number, extraLength: number): [number, number, number] {
  const found: [number, number, number] = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  for (let p = extra; p + 4 <= extra + extraLength; p += 4 + view.getUint16(p + 2, true)) {
    if (view.getUint16(p, true) !== 1) continue;
    let field = p + 4;
    for (let i = 0; i < 3; i++) {
      if (found[i] !== 0xffffffff || field + 8 > extra + extraLength) continue;
      found[i] = Number(view.getBigUint64(field, true));
      field += 8;
    }
  }
  return found;
}
