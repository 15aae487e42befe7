// The whole test command: every step in order, all of them even when one fails; a table and a closing line at the end.
// Usage: node scripts/test.mjs [step …]   (steps: types lint unit build bundle browser)
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, mkdirSync } from 'node:fs';

const STEPS = [
  ['types', 'npm', ['run', '--silent', 'types']],
  ['lint', 'npm', ['run', '--silent', 'lint']],
  ['unit', 'npx', ['jest', '--selectProjects', 'unit', '--json', '--outputFile=.tmp/unit.json']],
  ['build', 'npm', ['run', '--silent', 'build']],
  ['bundle', 'node', ['scripts/check-bundle.mjs']],
  ['browser', 'npx', ['jest', '--selectProjects', 'browser', '--runInBand', '--json', '--outputFile=.tmp/browser.json']],
];

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !STEPS.some(([step]) => step === name));
if (unknown.length > 0) {
  process.stderr.write(`Unknown step: ${unknown.join(', ')}. Steps: ${STEPS.map(([step]) => step).join(' ')}\n`);
  process.exit(2);
}

rmSync('.tmp', { recursive: true, force: true });
mkdirSync('.tmp', { recursive: true });
let passed = 0;
let failed = 0;
let skipped = 0;
const rows = [];
for (const [step, command, args] of STEPS) {
  if (chosen.length > 0 && !chosen.includes(step)) continue;
  process.stdout.write(`\n== ${step}\n`);
  const began = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  count(step, args, status === 0);
  rows.push(`${status === 0 ? 'ok    ' : 'FAILED'} ${step.padEnd(8)} ${((Date.now() - began) / 1000).toFixed(0)} s`);
}
process.stdout.write(`\n${rows.join('\n')}\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exit(failed === 0 && rows.every((row) => row.startsWith('ok')) ? 0 : 1);

/** Adds a step's tests to the totals; a step without tests counts as one. */
function count(step, args, ok) {
  const report = args.find((arg) => arg.startsWith('--outputFile='))?.slice('--outputFile='.length);
  if (report === undefined) {
    passed += ok ? 1 : 0;
    failed += ok ? 0 : 1;
    return;
  }
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    passed += result.numPassedTests;
    failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    skipped += result.numPendingTests + result.numTodoTests;
  } catch (error) {
    process.stderr.write(`${step}: no report (${error.message})\n`);
    failed += 1;
  }
}
