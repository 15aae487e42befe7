/** The key of an account: at which level the postings are netted (design.md 9; exports.md hazards 4, 11 and 12). */
import type { Grain, ReadOptions } from './contract';
import type { Ints } from './grow';
import type { Stage } from './stage';

export const GRAINS: readonly Grain[] = ['account', 'claim', 'visit', 'patient', 'guarantor'];

const FIELDS_OF: Readonly<Record<Grain, readonly [string, string]>> = {
  account: ['account', ''],
  claim: ['claim', ''],
  visit: ['visit', ''],
  patient: ['mrn', 'patient'],
  guarantor: ['guarantor', 'guarantorName'],
};

/** Reads the text id of a row's key at a grain; 0 when it has none. Made once a sheet, called once a row. */
export function keyReader(stage: Stage, grain: Grain): (row: number) => number {
  const [first, second] = FIELDS_OF[grain].map((field) => stage.ids(field)) as [Ints | null, Ints | null];
  if (first === null) return second === null ? () => 0 : (row) => second.get(row);
  return second === null ? (row) => first.get(row) : (row) => first.get(row) || second.get(row);
}

export interface GrainFacts {
  readonly grain: Grain;
  readonly keys: number;
  /** Share of posting rows that carry the key. */
  readonly filled: number;
  /** Share of posting rows whose key is listed; null without a listing at this level. */
  readonly matched: number | null;
}

/** What each level would give. */
export function grainFacts(ledgers: readonly Stage[], listings: readonly Stage[]): GrainFacts[] {
  return GRAINS.map((grain) => {
    const listed = new Set<number>();
    for (const stage of listings) {
      const keyOf = keyReader(stage, grain);
      for (let row = 0; row < stage.count; row++) listed.add(keyOf(row));
    }
    listed.delete(0);
    const keys = new Set<number>();
    let rows = 0;
    let filled = 0;
    let matched = 0;
    for (const stage of ledgers) {
      const keyOf = keyReader(stage, grain);
      for (let row = 0; row < stage.count; row++) {
        rows++;
        const key = keyOf(row);
        if (key === 0) continue;
        filled++;
        keys.add(key);
        if (listed.has(key)) matched++;
      }
    }
    if (ledgers.length === 0) for (const key of listed) keys.add(key);
    return {
      grain,
      keys: keys.size,
      filled: rows === 0 ? (keys.size > 0 ? 1 : 0) : filled / rows,
      matched: listed.size === 0 || filled === 0 ? null : matched / filled,
    };
  });
}

/** The level in use: the one asked for, else account, claim, visit, patient, the first that most postings carry and the listing joins. */
export function chooseGrain(facts: readonly GrainFacts[], options: ReadOptions, hasListing: boolean): Grain | null {
  if (options.grain !== undefined) return facts.some((f) => f.grain === options.grain && f.filled >= 0.5 && f.keys > 0) ? options.grain : null;
  const carried = facts.filter((f) => f.keys > 0 && f.filled >= 0.6 && f.grain !== 'guarantor');
  const joined = carried.filter((f) => !hasListing || (f.matched ?? 0) >= 0.5);
  return (joined[0] ?? carried[0] ?? facts.find((f) => f.keys > 0 && f.filled > 0))?.grain ?? null;
}
