/**
 * Corrections of the reading as they are kept in the workbook: field names, column positions and words of ours, under a hash of each sheet's
 * headings, or of all of them for what concerns the whole workbook. A label and a payer's name stand as their hash; no sheet name, heading or cell text goes in (design.md 4, law 7). What fits no sheet any more is left
 * alone, and the question is asked again. Pure.
 */
import { choiceWord, hashed, kindOfKey, reachOf, textHash } from '../intake/corrections';
import type { Corrections } from '../intake/corrections';
import type { Plan, SheetPlan } from '../intake/contract';
import { FIELDS } from '../intake/fields';

/** Place of a sheet (its headings' hash, which of the sheets with them, of how many) → code of a correction → code of its value. */
export type Memory = Readonly<Record<string, Corrections>>;

const VERSION = 1;
/** Far below what settings hold (office-js.md 1.1: 1 MB fails). */
const LONGEST = 60_000;

/** Reads the setting's text. Anything else than what `textOf` writes is nothing remembered. */
export function memoryOf(text: string): Memory {
  const json = parsed(text);
  if (!isRecord(json) || json['version'] !== VERSION || !isRecord(json['sheets'])) return {};
  return Object.fromEntries(Object.entries(json['sheets']).flatMap(([place, codes]) => (isTexts(codes) ? [[place, codes] as const] : [])));
}

/** '' when nothing is remembered. */
export function textOf(memory: Memory): string {
  const sheets = Object.fromEntries(Object.entries(memory).filter(([, codes]) => Object.keys(codes).length > 0));
  return Object.keys(sheets).length === 0 ? '' : JSON.stringify({ version: VERSION, sheets });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is Corrections => isRecord(value) && Object.values(value).every((entry) => typeof entry === 'string');
function parsed(text: string): unknown {
  try {
    return JSON.parse(text === '' ? 'null' : text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Corrections of the sheets as they stand, except those that a newer correction takes the place of. */
export function recall(memory: Memory, plan: Plan, newer: Corrections): Record<string, string> {
  const places = placesOf(plan);
  const overridden = new Set(Object.keys(newer).flatMap((key) => codesOf(places, key).map(({ at }) => at)));
  const recalled: Record<string, string> = {};
  for (const { part, place } of places)
    for (const [code, value] of Object.entries(memory[place] ?? {})) {
      const pair = decoded(part, code, value);
      if (pair !== null && !overridden.has(`${place} ${code}`)) recalled[pair[0]] = pair[1];
    }
  return recalled;
}

/** The memory with these corrections in it, and the keys of those that cannot be kept without cell text or for lack of room. */
export function remember(memory: Memory, plan: Plan, corrections: Corrections): { readonly memory: Memory; readonly left: readonly string[] } {
  const places = placesOf(plan);
  const left: string[] = [];
  let kept = memory;
  for (const [key, value] of Object.entries(corrections)) {
    const more = withCorrection(kept, codesOf(places, key), key, value);
    if (more === null || textOf(more).length > LONGEST) left.push(key);
    else kept = more;
  }
  return { memory: kept, left };
}

/** Kept with the first of the tables that it fits, and with no other; null when it fits none. */
function withCorrection(memory: Memory, codes: readonly Code[], key: string, value: string): Memory | null {
  for (const { part, place, code } of codes) {
    const valueCode = valueCodeOf(part, key, value);
    if (valueCode === null) continue;
    const others = without(memory, new Set(codes.map(({ at }) => at)));
    return { ...others, [place]: { ...others[place], [code]: valueCode } };
  }
  return null;
}

/** The memory without the corrections of these keys. */
export function forget(memory: Memory, plan: Plan, keys: readonly string[]): Memory {
  const places = placesOf(plan);
  return without(memory, new Set(keys.flatMap((key) => codesOf(places, key).map(({ at }) => at))));
}

const without = (memory: Memory, gone: ReadonlySet<string>): Memory =>
  Object.fromEntries(
    Object.entries(memory).map(([place, codes]) => [place, Object.fromEntries(Object.entries(codes).filter(([code]) => !gone.has(`${place} ${code}`)))]),
  );

/** Where corrections are kept: a table, or the whole workbook (`part` null). */
interface Place {
  readonly part: SheetPlan | null;
  readonly place: string;
}

/** Sheets with the same headings are told apart by their order, and only while they are as many as before; the whole workbook by all of them, in any order. */
function placesOf(plan: Plan): readonly Place[] {
  const tables = plan.sheets.filter((sheet) => sheet.role !== 'own' && (sheet.headings ?? []).length > 0);
  if (tables.length === 0) return [];
  const hashes = tables.map(({ headings = [] }) => textHash(headings.map(({ heading }) => heading.trim().toLowerCase()).join('\n')));
  const parts = tables.map((part, i): Place => {
    const same = hashes.flatMap((hash, at) => (hash === hashes[i] ? [at] : []));
    return { part, place: `${hashes[i] ?? ''}.${same.indexOf(i) + 1}.${same.length}` };
  });
  return [...parts, { part: null, place: `all.${textHash(hashes.toSorted().join('\n'))}` }];
}

interface Code extends Place {
  readonly code: string;
  /** Place and code together. */
  readonly at: string;
}

const at = (part: SheetPlan, heading: string): number => (part.headings ?? []).findIndex((entry) => entry.heading === heading);

/** A key as the tables it can belong to and the code it is kept under there; none for a key of no kind, or of a sheet without a table. */
function codesOf(places: readonly Place[], key: string): Code[] {
  return places.flatMap(({ part, place }) => {
    const code = part === null ? codeOfWhole(key) : codeOfPart(part, key);
    return code === null ? [] : [{ part, place, code, at: `${place} ${code}` }];
  });
}

/** "payer:Name" → "payer/#…", "key:facility" → "key/facility", "grain" → "grain"; null for a key of a sheet. */
function codeOfWhole(key: string): string | null {
  if (reachOf(key) !== 'workbook') return null;
  const kind = kindOfKey(key);
  const rest = key.slice(kind.length + 1);
  if (kind === 'payer') return `payer/${hashed(rest)}`;
  return kind === 'key' ? (WHOLE_KEYS.has(rest) ? `key/${rest}` : null) : rest === '' ? kind : null;
}
const WHOLE_KEYS: ReadonlySet<string> = new Set(['facility', 'sheet']);

/** "kind:Sheet:rest" → "kind/rest", with a position for a heading and a hash for a label; null when it is not this table's. */
function codeOfPart(part: SheetPlan, key: string): string | null {
  const kind = kindOfKey(key);
  const own = `${kind}:${part.sheet}`;
  const reach = reachOf(key);
  if (key === own) return reach === 'sheet' ? kind : null;
  if (!key.startsWith(`${own}:`)) return null;
  const rest = key.slice(own.length + 1);
  if (reach === 'field') return Object.hasOwn(FIELDS, rest) ? `${kind}/${rest}` : null;
  if (reach === 'label') return `${kind}/${hashed(rest)}`;
  const position = reach === 'heading' ? at(part, rest) : -1;
  return position < 0 ? null : `${kind}/@${position}`;
}

function valueCodeOf(part: SheetPlan | null, key: string, value: string): string | null {
  if (reachOf(key) !== 'field' || value === 'none') return choiceWord(key, value);
  const position = part === null ? -1 : at(part, value);
  return position < 0 ? null : `@${position}`;
}

/** null when it no longer fits. */
function decoded(part: SheetPlan | null, code: string, value: string): readonly [string, string] | null {
  const heading = (text: string): string | undefined => (text.startsWith('@') ? part?.headings?.[Number(text.slice(1))]?.heading : text);
  const [kind = '', rest = ''] = code.split('/');
  const [name, chosen] = [heading(rest), heading(value)];
  if (name === undefined || chosen === undefined) return null;
  return [[kind, ...(part === null ? [] : [part.sheet]), ...(name === '' ? [] : [name])].join(':'), chosen];
}
