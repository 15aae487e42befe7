/** The files of a run: those made to do harm, then mutations of every sound fixture, drawn with a seed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../quality/random';
import { HOSTILE, hostileFile } from './hostile';
import { mutated } from './mutate';
import type { FuzzedFile } from './mutate';

const FIXTURES = join(__dirname, '../fixtures');
const bases = (): { readonly name: string; readonly bytes: Uint8Array }[] =>
  ['writers', 'hazards'].flatMap((folder) =>
    readdirSync(join(FIXTURES, folder))
      .filter((name) => /\.(xlsx|xlsm|csv|tsv|835)$/.test(name))
      .toSorted()
      .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(FIXTURES, folder, name))) })),
  );

export const HOSTILE_FILES = HOSTILE.length;

/** The nth file of a seed; the same for the same two numbers. */
export function fileAt(seed: number, n: number, known = bases()): FuzzedFile {
  const hostile = HOSTILE[n];
  if (hostile) return hostileFile(hostile);
  const random = new Random(seed * 1_000_003 + n);
  return mutated(random.pick(known), random);
}
