/** Account numbers that differ only by leading zeros (Excel has taken them off one of the two; P19) or only in capital letters. */
import type { Ints } from './grow';
import { Marks } from './grow';
import type { ProblemLog } from './problemLog';
import type { Stage } from './stage';

/** The keys of one sheet: text ids, 0 where a row has none. */
export interface SheetKeys {
  readonly stage: Stage;
  readonly keys: Ints;
}
interface Seen {
  readonly text: string;
  readonly stage: Stage;
  readonly row: number;
}

/** Lists both kinds of twins as Problems; returns the keys that differ only by leading zeros. */
export function keyTwins(sheets: readonly SheetKeys[], texts: readonly string[], isListed: (key: string) => boolean, log: ProblemLog): Set<string> {
  const first = firstRows(sheets, texts);
  caseTwins(first, log);
  return zeroTwins(first, isListed, log);
}

/** Each key of each sheet once, where twins are possible at all: without zeros in front and small letters there are none. */
function firstRows(sheets: readonly SheetKeys[], texts: readonly string[]): Seen[] {
  if (!sheets.some(({ keys }) => anyMayHaveTwin(keys, texts))) return [];
  return sheets.flatMap(({ stage, keys }) => {
    const first = new Map<number, number>();
    for (let row = 0; row < keys.length; row++) if (keys.get(row) !== 0 && !first.has(keys.get(row))) first.set(keys.get(row), row);
    return [...first].map(([key, row]) => ({ text: texts[key] as string, stage, row }));
  });
}

function anyMayHaveTwin(keys: Ints, texts: readonly string[]): boolean {
  const seen = new Marks();
  for (let row = 0; row < keys.length; row++) {
    const key = keys.get(row);
    if (seen.get(key) === 1) continue;
    seen.set(key, 1);
    if (mayHaveTwin(texts[key] as string)) return true;
  }
  return false;
}

/** A zero in front, or a letter that is no capital A…Z. */
function mayHaveTwin(text: string): boolean {
  if (text.charCodeAt(0) === 48) return true;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 96) return true;
  return false;
}

const isNumber = (text: string): boolean => /^\d+$/.test(text);

function caseTwins(keys: readonly Seen[], log: ProblemLog): void {
  const cases = new Map<string, string>();
  for (const { text, stage, row } of keys) {
    if (isNumber(text)) continue;
    const twin = cases.get(text.toLowerCase());
    if (twin === undefined) cases.set(text.toLowerCase(), text);
    else if (twin !== text) log.add('case-differs', stage.sheet, stage.rows.get(row), `"${text}" and "${twin}" differ only in capital letters.`);
  }
}

function zeroTwins(keys: readonly Seen[], isListed: (key: string) => boolean, log: ProblemLog): Set<string> {
  const first = new Map<string, Seen>();
  const twins = new Set<string>();
  for (const key of keys) {
    if (!isNumber(key.text)) continue;
    const bare = key.text.replace(/^0+(?=\d)/, '');
    const twin = first.get(bare);
    if (twin === undefined) first.set(bare, key);
    else if (twin.text !== key.text && !(isListed(key.text) && isListed(twin.text))) {
      const where = `row ${twin.stage.rows.get(twin.row)} of ${twin.stage.sheet}`;
      const message = `"${key.text}" and "${twin.text}" (${where}) differ only by leading zeros.`;
      log.add('zeros-lost', key.stage.sheet, key.stage.rows.get(key.row), message);
      twins.add(key.text).add(twin.text);
    }
  }
  return twins;
}
