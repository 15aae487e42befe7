/** The key of an account: at which level the postings are netted (design.md 9; exports.md hazards 4, 11 and 12). */
import type { Grain, ReadOptions } from './contract';
import type { Stage } from './stage';

export const GRAINS: readonly Grain[] = ['account', 'claim', 'visit', 'patient', 'guarantor'];

/** Text id of the key of a row at a grain; 0 when it has none. */
export function keyAt(stage: Stage, grain: Grain, row: number): number {
  if (grain === 'patient') return stage.id('mrn', row) || stage.id('patient', row);
  if (grain === 'guarantor') return stage.id('guarantor', row) || stage.id('guarantorName', row);
  return stage.id(grain, row);
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
    for (const stage of listings) for (let row = 0; row < stage.count; row++) listed.add(keyAt(stage, grain, row));
    listed.delete(0);
    const keys = new Set<number>();
    let rows = 0;
    let filled = 0;
    let matched = 0;
    for (const stage of ledgers) {
      for (let row = 0; row < stage.count; row++) {
        rows++;
        const key = keyAt(stage, grain, row);
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
