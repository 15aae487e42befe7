/**
 * `npm run faults [-- --only TEXT --part 1/2 --list]`: the whole fault matrix. Prints a table: cases tried, lost data, wrong messages, unfinished
 * next runs; exits with 1 when any of the last three is not 0. `--only` takes the cases whose name holds the text.
 */
import { casesOf, nameOf, prepared, tried } from './matrix';
import type { Fault } from './judging';
import { USE_CASES } from './stage';

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const only = argument('only') ?? '';
const [part = 1, parts = 1] = (argument('part') ?? '1/1').split('/').map(Number);
const KINDS: readonly Fault['kind'][] = ['lost', 'words', 'next'];
const MOST_SHOWN = 40;

interface Row {
  readonly name: string;
  requests: number;
  cases: number;
  readonly faults: Record<Fault['kind'], number>;
}
const seen = new Map<string, string[]>();

async function rowOf(useCase: (typeof USE_CASES)[number]): Promise<Row> {
  const plan = await prepared(useCase);
  const row: Row = { name: useCase, requests: plan.requests.length, cases: 0, faults: { lost: 0, words: 0, next: 0 } };
  const cases = casesOf(plan).filter((one, i) => nameOf(one).includes(only) && i % parts === part - 1);
  for (const one of cases) {
    row.cases++;
    const faults = await tried(plan, one);
    for (const kind of KINDS) if (faults.some((fault) => fault.kind === kind)) row.faults[kind]++;
    for (const { kind, text } of faults) seen.set(`${kind}: ${text}`, [...(seen.get(`${kind}: ${text}`) ?? []), nameOf(one)]);
  }
  process.stderr.write(`${useCase}: ${row.cases} cases\n`);
  return row;
}

const line = (cells: readonly (string | number)[]): string => cells.map((cell, i) => (i === 0 ? String(cell).padEnd(12) : String(cell).padStart(16))).join('');

async function main(): Promise<void> {
  const began = performance.now();
  const rows: Row[] = [];
  for (const useCase of USE_CASES)
    if (only === '' || USE_CASES.every((name) => !only.startsWith(`${name},`)) || only.startsWith(`${useCase},`)) rows.push(await rowOf(useCase));
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const all: Row = {
    name: 'all',
    requests: sum((row) => row.requests),
    cases: sum((row) => row.cases),
    faults: { lost: sum((row) => row.faults.lost), words: sum((row) => row.faults.words), next: sum((row) => row.faults.next) },
  };
  for (const [text, where] of [...seen].slice(0, MOST_SHOWN)) process.stdout.write(`${text}\n    ${where.length} ×, e.g. ${where[0] ?? ''}\n`);
  process.stdout.write(`\n${line(['', 'requests', 'cases tried', 'lost data', 'wrong messages', 'unfinished next'])}\n`);
  for (const row of [...rows, all]) process.stdout.write(`${line([row.name, row.requests, row.cases, row.faults.lost, row.faults.words, row.faults.next])}\n`);
  process.stdout.write(`in ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
  process.exitCode = all.faults.lost + all.faults.words + all.faults.next === 0 ? 0 : 1;
}

void main();
