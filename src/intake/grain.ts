/** The key of an account: at which level the postings are netted (design.md 9; exports.md hazards 4, 11 and 12). */
import type { Grain, ReadOptions } from './contract';
import { Ints } from './grow';
import type { Stage } from './stage';

export const GRAINS: readonly Grain[] = ['account', 'claim', 'visit', 'patient', 'guarantor'];

const FIELDS_OF: Readonly<Record<Grain, readonly [string, string]>> = {
  account: ['account', ''],
  claim: ['claim', ''],
  visit: ['visit', ''],
  patient: ['mrn', 'patient'],
  guarantor: ['guarantor', 'guarantorName'],
};

/** Text ids of the rows' keys at a grain, 0 where a row has none; null when no row has. */
export function keyColumn(stage: Stage, grain: Grain): Ints | null {
  const [first, second] = FIELDS_OF[grain].map((field) => stage.ids(field)) as [Ints | null, Ints | null];
  if (first === null || second === null) return first ?? second;
  const keys = new Ints(stage.count);
  for (let row = 0; row < stage.count; row++) keys.push(first.get(row) || second.get(row));
  return keys;
}

export interface GrainFacts {
  readonly grain: Grain;
  readonly keys: number;
  /** Share of posting rows that carry the key. */
  readonly filled: number;
  /** Share of posting rows whose key is listed; null without a listing at this level. */
  readonly matched: number | null;
}

/** What each level would give. `texts`: how many texts there are. */
export function grainFacts(ledgers: readonly Stage[], listings: readonly Stage[], texts: number): GrainFacts[] {
  const rows = ledgers.reduce((sum, stage) => sum + stage.count, 0);
  return GRAINS.map((grain) => {
    const [listed, posted] = [new Keys(texts), new Keys(texts)];
    for (const stage of listings) listed.add(keyColumn(stage, grain), null);
    for (const stage of ledgers) posted.add(keyColumn(stage, grain), listed);
    const keys = ledgers.length === 0 ? listed.different : posted.different;
    return {
      grain,
      keys,
      filled: rows === 0 ? (keys > 0 ? 1 : 0) : posted.rows / rows,
      matched: listed.different === 0 || posted.rows === 0 ? null : posted.matched / posted.rows,
    };
  });
}

/** Which keys occur, and on how many rows. */
class Keys {
  private seen = new Uint8Array(0);
  different = 0;
  rows = 0;
  /** Rows whose key is among the others. */
  matched = 0;
  constructor(private readonly texts: number) {}
  add(keys: Ints | null, others: Keys | null): void {
    if (keys === null) return;
    if (this.seen.length === 0) this.seen = new Uint8Array(this.texts);
    for (let row = 0; row < keys.length; row++) {
      const key = keys.get(row);
      if (key === 0) continue;
      this.rows++;
      if (others?.seen[key] === 1) this.matched++;
      if (this.seen[key] === 1) continue;
      this.seen[key] = 1;
      this.different++;
    }
  }
}

/** The level in use: the one asked for, else account, claim, visit, patient, the first that most postings carry and the listing joins. */
export function chooseGrain(facts: readonly GrainFacts[], options: ReadOptions, hasListing: boolean): Grain | null {
  if (options.grain !== undefined) return facts.some((f) => f.grain === options.grain && f.filled >= 0.5 && f.keys > 0) ? options.grain : null;
  const carried = facts.filter((f) => f.keys > 0 && f.filled >= 0.6 && f.grain !== 'guarantor');
  const joined = carried.filter((f) => !hasListing || (f.matched ?? 0) >= 0.5);
  return (joined[0] ?? carried[0] ?? facts.find((f) => f.keys > 0 && f.filled > 0))?.grain ?? null;
}
