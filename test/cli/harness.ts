/** Runs the command line in this process, in a folder of its own. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run';
import { dayOf, NO_DAY } from '../../src/core/day';
import type { Report } from './contract';

export const ROOT = join(__dirname, '../..');
export const SAMPLE = join(ROOT, 'assets/sample/sample.xlsx');
export const AS_OF = ['--as-of', '2026-11-30'] as const;

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The JSON on standard output, when it is JSON. */
  readonly report: () => Report;
}

export async function review(argv: readonly string[], from: string): Promise<Outcome> {
  const text = { out: '', err: '' };
  const code = await run(argv, {
    out: (part) => (text.out += part),
    err: (part) => (text.err += part),
    from,
    today: dayOf(2026, 11, 30) ?? NO_DAY,
    signal: new AbortController().signal,
  });
  return { code, ...text, report: () => JSON.parse(text.out) as Report };
}

export interface Folder {
  readonly path: string;
  write(name: string, content: Uint8Array | string): string;
  read(name: string): Buffer;
  remove(): void;
}
export function folder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'review-'));
  return {
    path,
    write: (name, content) => {
      writeFileSync(join(path, name), content);
      return name;
    },
    read: (name) => readFileSync(join(path, name)),
    remove: () => rmSync(path, { recursive: true }),
  };
}
