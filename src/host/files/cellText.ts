/** Text and dates inside cells. */
import type { XmlElement } from './xml';

const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;
const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** `_x000D_` is a carriage return and so on (ECMA-376 22.9.2.19, ST_Xstring). */
export function decodeText(text: string): string {
  return text.includes('_x') ? text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}

const NEEDS_ESCAPE = new RegExp('[\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff]|_(?=x[0-9A-Fa-f]{4}_)', 'g');

export function encodeText(text: string): string {
  return text.replace(NEEDS_ESCAPE, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/** Text of a shared or inline string: plain or rich runs, phonetic hints left out. */
export function richText(element: XmlElement): string {
  let text = '';
  for (const child of element.elements()) {
    if (child.is('t')) text += child.text();
    else if (child.is('r')) text += child.child('t')?.text() ?? '';
  }
  return decodeText(text);
}

/** Day serial of an ISO 8601 date or date-time (cells of type "d"); NaN when it is none. */
export function isoSerial(text: string, date1904: boolean): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/.exec(text.trim());
  if (match === null) return Number.NaN;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match;
  const days = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - (date1904 ? EPOCH_1904 : EPOCH_1900)) / DAY_MS;
  const time = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
  // Excel counts a 29 February 1900 that never was.
  return (date1904 || days > 60 ? days : days - 1) + time;
}

/** XML parsers turn CR and CR LF into LF, unless written as a reference. */
export function newlines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Character data from `from` to `to` when it holds nothing but text and XML's own entities; else null. */
export function plainText(text: string, from: number, to: number): string | null {
  if (to < from) return null;
  const raw = newlines(text.slice(from, to));
  return raw.includes('&') ? unescapeXml(raw) : raw;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Text with XML's own entities resolved; null when there is another one. */
export function unescapeXml(text: string): string | null {
  const unknown: string[] = [];
  const plain = text.replace(/&([^;]*);?/g, (_, name: string) => {
    const value = NAMED.get(name) ?? numeric(name);
    if (value === null) unknown.push(name);
    return value ?? '';
  });
  return unknown.length === 0 ? plain : null;
}

function numeric(name: string): string | null {
  const match = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))$/.exec(name);
  if (match === null) return null;
  const code = match[1] === undefined ? Number(match[2]) : parseInt(match[1], 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
