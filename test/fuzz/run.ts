/**
 * `npm run fuzz [-- --cases N --seed N --from N]`: reads files made to do harm and N mutations of sound ones (.xlsx, .xlsm, .csv, .tsv, 835) in a child
 * process with a cap on its memory. Prints how many were read and refused; exits with 1 when one crashed, took too long or too much memory, changed
 * a prototype or tried to reach out.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { fileAt, HOSTILE_FILES } from './files';

const argument = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const seed = argument('seed', Date.now() % 1_000_000);
const end = HOSTILE_FILES + argument('cases', 3_000);

/** Of one file through all readers. */
const MOST_MS = 20_000;
const MOST_MB = 1_500;
const HEAP_MB = 1_024;
/** On a busy machine a second on the clock is far less on the processor. */
const GIVE_UP_AFTER = 300_000;

interface Line {
  readonly n: number;
  readonly begins?: string;
  readonly verdict?: 'read' | 'refused' | 'crashed';
  readonly why: string;
  readonly ms: number;
  readonly mb: number;
  readonly polluted: boolean;
  readonly calls: number;
}

const counts = { tried: 0, read: 0, refused: 0, crashed: 0, 'over time': 0, 'over memory': 0, polluted: 0, 'reached out': 0, slowest: 0, largest: 0 };
const bad = (n: number, what: string): void => void process.stdout.write(`${n} ${fileAt(seed, n).what}\n    ${what}\n`);

function judged({ n, verdict = 'crashed', why, ms, mb, polluted, calls }: Line): void {
  counts.tried++;
  counts[verdict]++;
  counts.slowest = Math.max(counts.slowest, ms);
  counts.largest = Math.max(counts.largest, mb);
  const over: [boolean, 'over time' | 'over memory' | 'polluted' | 'reached out', string][] = [
    [ms > MOST_MS, 'over time', `${ms} ms`],
    [mb > MOST_MB, 'over memory', `${mb} MB`],
    [polluted, 'polluted', 'a prototype was changed'],
    [calls > 0, 'reached out', 'a connection was tried'],
  ];
  if (verdict === 'crashed') bad(n, why);
  for (const [is, count, what] of over) {
    if (!is) continue;
    counts[count]++;
    bad(n, what);
  }
}

/** Reads on from `from`; where the child ended, or `end`. */
function readOn(from: number): Promise<number> {
  const tsx = join(__dirname, '../../node_modules/tsx/dist/cli.mjs');
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MB}`, tsx, '--tsconfig', 'tsconfig.json', join(__dirname, 'child.ts'), `${seed}`, `${from}`, `${end}`],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  let at = from;
  let open = false;
  let timer: NodeJS.Timeout | null = null;
  const silent = (): void => {
    counts['over time']++;
    bad(at, `no end after ${GIVE_UP_AFTER / 1000} s`);
    open = false;
    child.kill('SIGKILL');
  };
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text) as Line;
    if (timer) clearTimeout(timer);
    timer = setTimeout(silent, GIVE_UP_AFTER);
    at = line.n;
    open = line.begins !== undefined;
    if (!open) judged(line);
  });
  return new Promise((resolve) =>
    child.on('close', () => {
      if (timer) clearTimeout(timer);
      if (open) {
        counts.tried++;
        counts['over memory']++;
        bad(at, 'the reader died, most likely for lack of memory');
      } else if (at < end - 1) {
        counts.crashed++;
        process.stdout.write(`${at + 1}\n    the file could not be made\n`);
        at++;
      }
      resolve(at + 1);
    }),
  );
}

async function main(): Promise<void> {
  process.stdout.write(`seed ${seed}\n`);
  for (let from = argument('from', 0); from < end;) from = await readOn(from);
  const { slowest, largest, ...rest } = counts;
  process.stdout.write(
    `\n${Object.entries(rest)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}; slowest ${slowest} ms on the processor, largest ${largest} MB\n`,
  );
  const { tried, read, refused, ...wrong } = rest;
  process.exitCode = tried === read + refused && Object.values(wrong).every((count) => count === 0) ? 0 : 1;
}

void main();
