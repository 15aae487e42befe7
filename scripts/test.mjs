// The whole test command: every step, all of them even when one fails; a table and a closing line at the end. Two lanes run side by side, so
// that two cores are used; each step's output is shown when it ends. Usage: node scripts/test.mjs [step …]
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const LANES = [
  [
    ['types', 'npm', ['run', '--silent', 'types']],
    ['lint', 'npm', ['run', '--silent', 'lint']],
    ['build', 'npm', ['run', '--silent', 'build']],
    ['bundle', 'node', ['scripts/check-bundle.mjs']],
  ],
  [['unit', 'npx', ['jest', '--selectProjects', 'unit', '--runInBand', '--json', '--outputFile=.tmp/unit.json']]],
];
/** Needs the built pages, and the machine for itself. */
const LAST = [['browser', 'npx', ['jest', '--selectProjects', 'browser', '--maxWorkers=2', '--json', '--outputFile=.tmp/browser.json']]];
const NAMES = [...LANES, LAST].flat().map(([step]) => step);

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !NAMES.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`Unknown step: ${unknown.join(', ')}. Steps: ${NAMES.join(' ')}\n`);
  process.exit(2);
}
mkdirSync('.tmp', { recursive: true });
for (const report of ['unit', 'browser']) rmSync(`.tmp/${report}.json`, { force: true });
const totals = { passed: 0, failed: 0, skipped: 0 };
const rows = [];
const began = Date.now();
await Promise.all(LANES.map(lane));
await lane(LAST);
process.stdout.write(`\n${rows.join('\n')}\nin ${seconds(began)} s\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
process.exit(totals.failed === 0 ? 0 : 1);

async function lane(steps) {
  for (const step of steps) if (chosen.length === 0 || chosen.includes(step[0])) await run(step);
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
  const report = args.find((arg) => arg.startsWith('--outputFile='))?.slice('--outputFile='.length);
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
