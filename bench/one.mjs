/** One process of the comparison: `generate FOLDER ROWS SEED SHAPE` writes rows, `SIDE FOLDER` runs one side once and prints a line of JSON. */
import fs from 'node:fs';
import { read, write } from './files.mjs';
import { amounts, amountTexts } from './amounts';
import { generate } from './generator';
import { linear } from './linear';
import { project } from './project';
import { hashOf } from './rows';
import { tuned } from './tuned';

const SIDES = { linear, amounts, tuned, project };
/** DuckDB is only loaded where it is asked for, and before the clock starts. */
const sideOf = async (side) => (side === 'duckdb1' ? (await import('./duckdb.mjs')).duckdb1 : SIDES[side]);

/** Megabytes, from the kernel; NaN on systems that have no such file. */
function memory(field) {
  const status = fs.existsSync('/proc/self/status') ? fs.readFileSync('/proc/self/status', 'utf8') : '';
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
}

/** The peak counts from here on. */
function restartPeak() {
  globalThis.gc?.();
  if (fs.existsSync('/proc/self/clear_refs')) fs.writeFileSync('/proc/self/clear_refs', '5');
}

const sameTotals = (a, b) => ['chg', 'pay', 'adj', 'ref'].every((name) => a[name] === b[name]);

/** null for a side that finds nothing. */
function agrees({ flags, totals }, truth) {
  return flags === undefined ? null : hashOf(flags) === truth.hash && sameTotals(totals, truth.totals);
}

async function run(side, folder) {
  const { tx, acc, truth } = await read(folder);
  const work = await sideOf(side);
  const input = side === 'amounts' ? [amountTexts(tx)] : [tx, acc];
  restartPeak();
  const before = memory('VmRSS');
  const [cpu, clock] = [process.cpuUsage(), performance.now()];
  const outcome = await work(...input);
  const wall = performance.now() - clock;
  const { user, system } = process.cpuUsage(cpu);
  const peak = memory('VmHWM') - before;
  const answer = outcome.answer?.() ?? outcome;
  const { load, compute } = outcome;
  console.log(JSON.stringify({ side, rows: tx.length, load, compute, wall, cpu: (user + system) / 1000, peak, agrees: agrees(answer, truth) }));
}

const [job, folder, rows, seed, shape] = process.argv.slice(2);
if (job === 'generate') write(folder, generate(Number(rows), Number(seed), shape));
else await run(job, folder);
