/**
 * `npm run faults [-- --only TEXT --sample N --seed N]`: the fault matrix, whole, or N cases of it drawn with a seed. Prints what goes wrong as it is
 * found, and a table: cases tried, lost data, wrong messages, unfinished next runs; exits with 1 when any of the last three is not 0. `--only` takes
 * the cases whose name holds the text.
 */
import { Random } from '../quality/random';
import type { Fault } from './judging';
import { casesOf, nameOf, prepared, tried } from './matrix';
import { USE_CASES } from './stage';
import type { UseCase } from './stage';

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const only = argument('only') ?? '';
const sample = Number(argument('sample') ?? Infinity);
const seed = Number(argument('seed') ?? Date.now() % 1_000_000);
const KINDS: readonly Fault['kind'][] = ['lost', 'words', 'next'];
const PROGRESS_EVERY = 100;

interface Row {
  readonly name: string;
  readonly requests: number;
  /** In the whole matrix. */
  readonly all: number;
  cases: number;
  readonly faults: Record<Fault['kind'], number>;
}

/** Cases with their share of the sample, in the order of the matrix. */
async function rowOf(useCase: UseCase, began: number): Promise<Row> {
  const plan = await prepared(useCase);
  const all = casesOf(plan).filter((one) => nameOf(one).includes(only));
  const draw = new Random(seed + USE_CASES.indexOf(useCase));
  const share = Math.ceil(sample / USE_CASES.length) / all.length;
  const row: Row = { name: useCase, requests: plan.requests.length, all: all.length, cases: 0, faults: { lost: 0, words: 0, next: 0 } };
  for (const one of all.filter(() => draw.chance(share))) {
    const faults = await tried(plan, one);
    row.cases++;
    for (const kind of KINDS) if (faults.some((fault) => fault.kind === kind)) row.faults[kind]++;
    for (const { kind, text } of faults) process.stdout.write(`${kind}: ${nameOf(one)}\n    ${text}\n`);
    if (row.cases % PROGRESS_EVERY === 0) process.stderr.write(`${useCase}: ${row.cases} cases, ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
  }
  return row;
}

const line = (cells: readonly (string | number)[]): string => cells.map((cell, i) => (i === 0 ? String(cell).padEnd(12) : String(cell).padStart(16))).join('');

async function main(): Promise<void> {
  const began = performance.now();
  if (sample !== Infinity) process.stdout.write(`seed ${seed}\n`);
  const rows: Row[] = [];
  const named = USE_CASES.filter((useCase) => only.startsWith(`${useCase},`));
  for (const useCase of named.length > 0 ? named : USE_CASES) rows.push(await rowOf(useCase, began));
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const faults = { lost: sum((row) => row.faults.lost), words: sum((row) => row.faults.words), next: sum((row) => row.faults.next) };
  const all: Row = { name: 'all', requests: sum((row) => row.requests), all: sum((row) => row.all), cases: sum((row) => row.cases), faults };
  process.stdout.write(`\n${line(['', 'requests', 'cases', 'cases tried', 'lost data', 'wrong messages', 'unfinished next'])}\n`);
  for (const row of [...rows, all])
    process.stdout.write(`${line([row.name, row.requests, row.all, row.cases, row.faults.lost, row.faults.words, row.faults.next])}\n`);
  process.stdout.write(`in ${((performance.now() - began) / 1000).toFixed(0)} s, ${(process.cpuUsage().user / 1e6).toFixed(0)} s of them on the processor\n`);
  process.exitCode = faults.lost + faults.words + faults.next === 0 ? 0 : 1;
}

void main();
