/**
 * Corrections of the reading as they are kept in the workbook: field names, column positions and words of ours, under a hash of each sheet's
 * headings. A label stands as its hash; no sheet name, heading or cell text goes in (design.md 4, law 7). What fits no sheet any more is left
 * alone, and the question is asked again. Pure.
 */
import { CHOICE_WORDS, textHash } from '../intake/corrections';
import type { Corrections } from '../intake/corrections';
import type { HeadingPlan, Plan, SheetPlan } from '../intake/contract';
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
  const overridden = new Set(Object.keys(newer).map((key) => codeOf(places, key)?.at));
  const recalled: Record<string, string> = {};
  for (const [part, place] of places)
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
    const code = codeOf(places, key);
    const valueCode = code === null ? null : valueCodeOf(code.part, key, value);
    const more = code === null || valueCode === null ? null : { ...kept, [code.place]: { ...kept[code.place], [code.code]: valueCode } };
    if (more === null || textOf(more).length > LONGEST) left.push(key);
    else kept = more;
  }
  return { memory: kept, left };
}

/** The memory without the corrections of these keys. */
export function forget(memory: Memory, plan: Plan, keys: readonly string[]): Memory {
  const places = placesOf(plan);
  const gone = new Set(keys.map((key) => codeOf(places, key)?.at));
  return Object.fromEntries(
    Object.entries(memory).map(([place, codes]) => [place, Object.fromEntries(Object.entries(codes).filter(([code]) => !gone.has(`${place} ${code}`)))]),
  );
}

type Places = ReadonlyMap<SheetPlan, string>;

/** Sheets with the same headings are told apart by their order, and only while they are as many as before. */
function placesOf(plan: Plan): Places {
  const tables = plan.sheets.filter((sheet) => sheet.role !== 'own' && (sheet.headings ?? []).length > 0);
  const hashes = tables.map(({ headings = [] }) => textHash(headings.map(({ heading }) => heading.trim().toLowerCase()).join('\n')));
  return new Map(
    tables.map((sheet, i) => {
      const same = hashes.flatMap((hash, at) => (hash === hashes[i] ? [at] : []));
      return [sheet, `${hashes[i] ?? ''}.${same.indexOf(i) + 1}.${same.length}`];
    }),
  );
}

interface Code {
  readonly part: SheetPlan;
  readonly place: string;
  readonly code: string;
  /** Place and code together. */
  readonly at: string;
}

const HASHED = /^#[0-9a-f]{16}$/;
const at = (headings: readonly HeadingPlan[], heading: string): number => headings.findIndex((entry) => entry.heading === heading);

/** "kind:Sheet:rest" as the table it belongs to and the code it is kept under; null for a key of no sheet. */
function codeOf(places: Places, key: string): Code | null {
  const colon = key.indexOf(':');
  const kind = key.slice(0, colon);
  if (colon < 0 || !/^[a-zA-Z]+$/.test(kind)) return null;
  const named = [...places.keys()].filter(({ sheet }) => key === `${kind}:${sheet}` || key.startsWith(`${kind}:${sheet}:`));
  const rest = (part: SheetPlan): string => key.slice(kind.length + part.sheet.length + 2);
  const part = named.find((each) => at(each.headings ?? [], rest(each)) >= 0) ?? named[0];
  if (part === undefined) return null;
  const code = codeOfRest(part, kind, rest(part));
  const place = places.get(part) ?? '';
  return code === null ? null : { part, place, code, at: `${place} ${code}` };
}

function codeOfRest(part: SheetPlan, kind: string, rest: string): string | null {
  if (rest === '') return kind;
  if (kind === 'column') return Object.hasOwn(FIELDS, rest) ? `${kind}/${rest}` : null;
  const position = at(part.headings ?? [], rest);
  if (position >= 0) return `${kind}/@${position}`;
  return `${kind}/${HASHED.test(rest) ? rest : `#${textHash(rest)}`}`;
}

function valueCodeOf(part: SheetPlan, key: string, value: string): string | null {
  const position = key.startsWith('column:') && value !== 'none' ? at(part.headings ?? [], value) : -1;
  if (position >= 0) return `@${position}`;
  return CHOICE_WORDS.has(value) && (value === 'none' || !key.startsWith('column:')) ? value : null;
}

/** null when it no longer fits. */
function decoded(part: SheetPlan, code: string, value: string): readonly [string, string] | null {
  const heading = (text: string): string | undefined => (text.startsWith('@') ? part.headings?.[Number(text.slice(1))]?.heading : text);
  const [kind = '', rest = ''] = code.split('/');
  const [name, chosen] = [heading(rest), heading(value)];
  if (name === undefined || chosen === undefined) return null;
  return [name === '' ? `${kind}:${part.sheet}` : `${kind}:${part.sheet}:${name}`, chosen];
}
