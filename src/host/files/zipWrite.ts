/** Writes a zip: kept entries with the very bytes they had, new ones deflated as their text arrives. */
import { Deflate } from 'fflate';
import { crc32 } from './crc';
import { joined, type Entry } from './package';

/** 1 January 1980, so that the same workbook gives the same bytes. */
const EPOCH = 0x0021_0000;
const UTF8_NAME = 0x0800;
const HAS_DESCRIPTOR = 0x0008;
const CHUNK = 1 << 18;

/** An entry packed piece by piece. */
export class EntryWriter {
  private readonly chunks: Uint8Array[] = [];
  private readonly encoder = new TextEncoder();
  private readonly deflate: Deflate;
  private pending: string[] = [];
  private pendingLength = 0;
  private crc = 0;
  private size = 0;
  private packedSize = 0;

  constructor(
    private readonly name: string,
    level: 1 | 3 | 6 = 6,
  ) {
    this.deflate = new Deflate({ level }, (chunk) => {
      this.packedSize += chunk.length;
      this.chunks.push(chunk);
    });
  }

  text(text: string): void {
    this.pending.push(text);
    this.pendingLength += text.length;
    if (this.pendingLength >= CHUNK) this.flush();
  }

  bytes(bytes: Uint8Array): void {
    this.flush();
    this.pack(bytes, false);
  }

  end(): Entry {
    this.flush();
    this.pack(new Uint8Array(0), true);
    return { name: this.name, method: 8, flags: 0, crc: this.crc, size: this.size, time: EPOCH, packed: joined(this.chunks, this.packedSize) };
  }

  private flush(): void {
    if (this.pending.length === 0) return;
    const text = this.pending.join('');
    this.pending = [];
    this.pendingLength = 0;
    this.pack(this.encoder.encode(text), false);
  }

  private pack(bytes: Uint8Array, final: boolean): void {
    this.crc = crc32(bytes, this.crc);
    this.size += bytes.length;
    this.deflate.push(bytes, final);
  }
}

export function packBytes(name: string, bytes: Uint8Array): Entry {
  const writer = new EntryWriter(name);
  writer.bytes(bytes);
  return writer.end();
}

export function writeZip(entries: readonly Entry[]): Uint8Array {
  const names = entries.map((entry) => new TextEncoder().encode(entry.name));
  const total = entries.reduce((sum, entry, i) => sum + 30 + 46 + 2 * (names[i]?.length ?? 0) + entry.packed.length, 22);
  const out = new Uint8Array(total);
  const view = new DataView(out.buffer);
  let at = 0;
  const starts = entries.map((entry, i) => {
    const start = at;
    view.setUint32(at, 0x04034b50, true);
    at = common(view, out, at + 4, entry, names[i] as Uint8Array, false);
    out.set(entry.packed, at);
    at += entry.packed.length;
    return start;
  });
  const directory = at;
  entries.forEach((entry, i) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    view.setUint32(at + 42, starts[i] ?? 0, true);
    at = common(view, out, at + 6, entry, names[i] as Uint8Array, true);
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}

/** The fields both headers share; returns where the next thing goes. */
function common(view: DataView, out: Uint8Array, at: number, entry: Entry, name: Uint8Array, central: boolean): number {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, (entry.flags & ~HAS_DESCRIPTOR) | UTF8_NAME, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.time, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, name.length, true);
  const nameAt = at + (central ? 40 : 26);
  out.set(name, nameAt);
  return nameAt + name.length;
}
