/** Files that are almost right: seeded changes of sound files, byte by byte, part by part and in their XML. */
import { unzipSync, zipSync } from 'fflate';
import type { Random } from '../quality/random';

export interface FuzzedFile {
  readonly what: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Words that have bitten readers before. */
const WORDS = [
  '__proto__',
  'constructor',
  'toString',
  '-1',
  '0',
  '4294967295',
  '99999999999999999999',
  '1e999',
  'NaN',
  '',
  'A1:XFD1048576',
  'XFE1048577',
  '../../../etc/passwd',
  '&#0;',
  '&x;',
  ']]>',
  '<!--',
  '<![CDATA[',
  '\u0000',
  '\ud800',
  '"',
  '=cmd|" /C calc"!A0',
] as const;

type Change = (bytes: Uint8Array, random: Random) => Uint8Array;

const flips: Change = (bytes, random) => {
  const copy = bytes.slice();
  for (let n = random.whole(1, 12); n > 0; n--) copy[random.whole(0, copy.length - 1)] = random.whole(0, 255);
  return copy;
};
const cut: Change = (bytes, random) => bytes.slice(0, random.whole(0, bytes.length - 1));
const hole: Change = (bytes, random) => {
  const from = random.whole(0, bytes.length - 1);
  const to = Math.min(bytes.length, from + random.whole(1, 200));
  return Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(to)]);
};
const twice: Change = (bytes, random) => {
  const from = random.whole(0, bytes.length - 1);
  const to = Math.min(bytes.length, from + random.whole(1, 400));
  return Uint8Array.from([...bytes.subarray(0, to), ...bytes.subarray(from)]);
};
const inserted: Change = (bytes, random) => {
  const at = random.whole(0, bytes.length);
  return Uint8Array.from([...bytes.subarray(0, at), ...utf8(random.pick(WORDS)), ...bytes.subarray(at)]);
};
const RAW: readonly Change[] = [flips, cut, hole, twice, inserted];

/** An attribute's value, a number or an element of the XML becomes another. */
const attribute: Change = (bytes, random) => {
  const text = textOf(bytes);
  const places = [...text.matchAll(/="[^"]*"/g)];
  if (places.length === 0) return bytes;
  const { index, 0: found } = random.pick(places);
  return utf8(`${text.slice(0, index)}="${random.pick(WORDS)}"${text.slice(index + found.length)}`);
};
const content: Change = (bytes, random) => {
  const text = textOf(bytes);
  const places = [...text.matchAll(/>[^<>]+</g)];
  if (places.length === 0) return bytes;
  const { index, 0: found } = random.pick(places);
  return utf8(`${text.slice(0, index)}>${random.pick(WORDS)}<${text.slice(index + found.length)}`);
};
const element: Change = (bytes, random) => {
  const text = textOf(bytes);
  const places = [...text.matchAll(/<[A-Za-z][^>]*>/g)];
  if (places.length === 0) return bytes;
  const [a, b] = [random.pick(places), random.pick(places)];
  const changed = [`${text.slice(0, a.index)}${text.slice(a.index + a[0].length)}`, `${text.slice(0, b.index)}${a[0]}${text.slice(b.index)}`];
  return utf8(random.pick(changed));
};
const IN_PARTS: readonly Change[] = [...RAW, attribute, attribute, content, content, element, element];

// A part named __proto__ is among the hostile files: this zip writer cannot make one.
const NAMES = ['../../evil.xml', '/etc/passwd', 'C:\\evil.xml', 'xl\\workbook.xml', 'constructor', 'XL/WORKBOOK.XML', 'xl/worksheets/../workbook.xml'] as const;

/** A package with one to three parts changed, gone, renamed or there once more. */
function changedPackage(bytes: Uint8Array, random: Random): { readonly what: string; readonly bytes: Uint8Array } {
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(bytes)));
  const said: string[] = [];
  for (let n = random.whole(1, 3); n > 0; n--) {
    const [name, part] = random.pick([...parts]);
    const change = random.whole(0, 9);
    if (change === 0) parts.delete(name);
    else if (change === 1) parts.set(random.pick(NAMES), part);
    else if (change === 2) parts.set(name, random.pick([...parts.values()]));
    else parts.set(name, random.pick(IN_PARTS)(part, random));
    said.push(`${name} ${change}`);
  }
  return { what: said.join(', '), bytes: zipSync(Object.fromEntries(parts), { level: 1 }) };
}

/** One mutated file. */
export function mutated(base: { readonly name: string; readonly bytes: Uint8Array }, random: Random): FuzzedFile {
  const isPackage = base.bytes[0] === 0x50 && base.bytes[1] === 0x4b;
  if (isPackage && random.chance(0.75)) {
    const { what, bytes } = changedPackage(base.bytes, random);
    return { what: `${base.name}: ${what}`, name: base.name, bytes };
  }
  let { bytes } = base;
  for (let n = random.whole(1, 3); n > 0 && bytes.length > 1; n--) bytes = random.pick(RAW)(bytes, random);
  return { what: `${base.name}: bytes`, name: base.name, bytes };
}
