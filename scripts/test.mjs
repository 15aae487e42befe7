// The whole test command: every step, all of them even when one fails; a table and a closing line at the end. Two lanes run side by side, so
// that two cores are used; each step's output is shown when it ends. Usage: node scripts/test.mjs [step …]
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const UNIT_SHARDS = 6;
const jest = (project, name, ...more) => ['npx', ['jest', '--selectProjects', project, '--json', `--outputFile=.tmp/${name}.json`, ...more]];
const unit = (nth) => ['unit', ...jest('unit', `unit-${nth}`, '--runInBand', `--shard=${nth}/${UNIT_SHARDS}`)];
/** Taken by whichever of the two lanes is free, longest first. Lint checks all types; the core has narrower settings of its own besides. */
const QUEUE = [
  ['lint', 'node', ['scripts/lint.mjs']],
  ...Array.from({ length: UNIT_SHARDS }, (_, before) => unit(before + 1)),
  ['build', 'npm', ['run', '--silent', 'build']],
  ['format', 'npm', ['run', '--silent', 'format:check']],
  ['types', 'npx', ['tsc', '-p', 'src/core/tsconfig.json', '--noEmit']],
];
/** Need the built pages; the browser tests also the machine for themselves. */
const LAST = [
  ['bundle', 'node', ['scripts/check-bundle.mjs']],
  ['licences', 'npx', ['tsx', '--tsconfig', 'tsconfig.json', 'scripts/licences.ts']],
  ['browser', ...jest('browser', 'browser', '--maxWorkers=2')],
];
const NAMES = [...new Set([...QUEUE, ...LAST].map(([step]) => step))];

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !NAMES.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`Unknown step: ${unknown.join(', ')}. Steps: ${NAMES.join(' ')}\n`);
  process.exit(2);
}
mkdirSync('.tmp', { recursive: true });
for (const [, , args] of [...QUEUE, ...LAST]) if (reportOf(args)) rmSync(reportOf(args), { force: true });
const totals = { passed: 0, failed: 0, skipped: 0 };
const rows = [];
const began = Date.now();
const waiting = QUEUE.filter(wanted);
await Promise.all([lane(waiting), lane(waiting)]);
await lane(LAST.filter(wanted));
process.stdout.write(`\n${rows.join('\n')}\nin ${seconds(began)} s\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
process.exit(totals.failed === 0 ? 0 : 1);

function wanted([step]) {
  return chosen.length === 0 || chosen.includes(step);
}

async function lane(steps) {
  for (let step = steps.shift(); step; step = steps.shift()) await run(step);
}

function reportOf(args) {
  return args.find((arg) => arg.startsWith('--outputFile='))?.slice('--outputFile='.length);
}

async function run([step, command, args]) {
  const start = Date.now();
  process.stdout.write(`.. ${step} started\n`);
  const { ok, output } = await finished(spawn(command, args, { shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] }));
  process.stdout.write(`\n== ${step}\n${output}`);
  count(step, args, ok);
  rows.push(`${ok ? 'ok    ' : 'FAILED'} ${step.padEnd(8)} ${seconds(start)} s`);
}

function finished(child) {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** Adds a step's tests to the totals; a step without tests counts as one. A failed step is never without a failure. */
function count(step, args, ok) {
  const report = reportOf(args);
  const found = report === undefined ? null : readReport(step, report);
  totals.passed += found ? found.numPassedTests : ok ? 1 : 0;
  totals.skipped += found ? found.numPendingTests + found.numTodoTests : 0;
  const failed = found ? found.numFailedTests + found.numRuntimeErrorTestSuites : 0;
  totals.failed += ok ? failed : Math.max(1, failed);
}

function readReport(step, file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    process.stdout.write(`${step}: no report (${error.message})\n`);
    return null;
  }
}

function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(0);
}
