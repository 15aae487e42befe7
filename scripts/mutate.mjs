// Mutation testing of src/core by folder: node scripts/mutate.mjs causes|checks|policy|<file or glob under src/core>|.
// Prints the score of each folder and writes the survivors to .tmp/mutation/survivors.txt. Ends with 1 when under 85 % are killed.
// ONLY='^checks/' in the environment asks only the tests whose path under test/core fits. Options of Stryker are handed on: --concurrency=1; --incrementalFile=… keeps a second run's results (and survivors) apart.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LEAST = 85;
const CORE = 'src/core';
const given = process.argv.slice(2);
const isOption = (arg, at) => arg.startsWith('--') || (at > 0 && /^--[^=]+$/.test(given[at - 1]));
const options = given.filter(isOption);
const wanted = given.filter((arg, at) => !isOption(arg, at));
const REPORT = options.find((option) => option.startsWith('--incrementalFile='))?.slice('--incrementalFile='.length) ?? '.tmp/mutation/incremental.json';
const SURVIVORS = join(dirname(REPORT), 'survivors.txt');
const patterns = (wanted.length > 0 ? wanted : ['.']).map(patternOf);

mkdirSync(dirname(REPORT), { recursive: true });
const stryker = ['npx', 'stryker', 'run', '--mutate', patterns.join(','), ...options];
const [command, ...args] = process.platform === 'win32' ? stryker : ['nice', '-n', '19', ...stryker];
const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
if (status !== 0) process.exit(status ?? 1);
process.exit(report(JSON.parse(readFileSync(REPORT, 'utf8'))) >= LEAST ? 0 : 1);

function patternOf(name) {
  if (name === '.') return `${CORE}/**/*.ts`;
  return existsSync(join(CORE, name)) && !name.endsWith('.ts') ? `${CORE}/${name}/**/*.ts` : `${CORE}/${name}`;
}

/** Prints a line per folder, lists the survivors, and gives the score of everything reported in percent. */
function report({ files }) {
  const folders = new Map();
  const survivors = [];
  for (const [path, { mutants, source }] of Object.entries(files).sort()) {
    const folder =
      path
        .slice(CORE.length + 1)
        .split('/')
        .slice(0, -1)
        .join('/') || 'core itself';
    const sum = folders.get(folder) ?? { killed: 0, all: 0 };
    folders.set(folder, sum);
    for (const mutant of mutants) {
      if (!['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(mutant.status)) continue;
      const killed = mutant.status === 'Killed' || mutant.status === 'Timeout';
      sum.all += 1;
      sum.killed += killed ? 1 : 0;
      if (!killed) survivors.push(survivor(path, source, mutant));
    }
  }
  writeFileSync(SURVIVORS, survivors.join('\n'));
  const total = [...folders.values()].reduce((a, b) => ({ killed: a.killed + b.killed, all: a.all + b.all }), { killed: 0, all: 0 });
  for (const [folder, sum] of [...folders, ['all', total]])
    process.stdout.write(`${folder.padEnd(12)} ${String(sum.killed).padStart(5)} of ${String(sum.all).padStart(5)} killed, ${percent(sum).toFixed(1)} %\n`);
  process.stdout.write(`${survivors.length} survivors are listed in ${SURVIVORS}\n`);
  return percent(total);
}

function percent({ killed, all }) {
  return all === 0 ? 100 : (100 * killed) / all;
}

function survivor(path, source, { location: { start, end }, mutatorName, replacement, status }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const text = lines.length === 1 ? lines[0].slice(start.column - 1, end.column - 1) : `${lines[0].slice(start.column - 1)} …`;
  return `${path}:${start.line}:${start.column} ${status} ${mutatorName}: ${text} → ${(replacement ?? '').split('\n')[0]}`;
}
