/**
 * `npm run bench -- [SIZE,…] [--runs N] [--seed N] [--shapes NAME,…]`: the whole review (all causes and checks) beside DuckDB's five-kind job, a tuned script for the
 * five kinds, one linear pass over the cells and the reading of amounts written as text. A fresh process a run, interleaved, medians. Sizes like
 * 10k,100k,1m; 1m is 1,048,575 rows. Shapes: plain, one-account (a tenth of all rows), no-guarantors; the ratios are those of the first.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exists } from './files.mjs';
import { report, SIDES } from './table.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const packages = path.join(here, 'node_modules');
/** Beside the packages, so that DuckDB is found from there. */
const cache = path.join(packages, '.cache');
const program = path.join(cache, 'one.mjs');
const NAMED = { '1m': 1048575 };
const SHAPES = ['plain', 'one-account', 'no-guarantors'];

function sizeOf(text) {
  const size = NAMED[text] ?? Number(text.replace(/k$/, '000'));
  if (!Number.isInteger(size) || size < 1000 || size > 1048575) throw new Error(`${text} is no size: 1k to 1m`);
  return size;
}

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: 'string' }, seed: { type: 'string' }, shapes: { type: 'string' } },
  });
  const sizes = (positionals[0] ?? '10k,100k,1m').split(',').map(sizeOf);
  const shapes = (values.shapes ?? SHAPES.join()).split(',');
  if (shapes.some((shape) => !SHAPES.includes(shape))) throw new Error(`shapes are ${SHAPES.join(', ')}`);
  return { sizes: sizes.sort((a, b) => a - b), runs: Number(values.runs ?? 5), seed: Number(values.seed ?? 42), shapes };
}

function install() {
  if (fs.existsSync(path.join(packages, '@duckdb'))) return;
  const { status } = spawnSync('npm', ['ci', '--prefix', here], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('the packages of the comparison could not be installed');
}

/** tsx brings esbuild. Split, so that DuckDB is loaded by its own side only. */
async function bundle() {
  const { build } = createRequire(createRequire(import.meta.url).resolve('tsx/package.json'))('esbuild');
  const common = { bundle: true, splitting: true, platform: 'node', format: 'esm', target: 'node20', external: ['@duckdb/node-api'], logLevel: 'warning' };
  await build({ ...common, entryPoints: [path.join(here, 'one.mjs')], outdir: cache, outExtension: { '.js': '.mjs' } });
}

function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', program, ...args.map(String)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args[0]} failed: ${stderr}`);
  return stdout;
}

function dataOf(size, seed, shape) {
  const folder = path.join(cache, 'data', shape === 'plain' ? `${size}-${seed}` : `${size}-${seed}-${shape}`);
  if (!exists(folder)) run('generate', folder, size, seed, shape);
  return folder;
}

/** Each round begins with another side. */
function compare({ sizes, runs, seed, shapes }) {
  const found = [];
  for (const shape of shapes) {
    for (const size of sizes) {
      const folder = dataOf(size, seed, shape);
      for (let round = 0; round < runs; round++) {
        for (let at = 0; at < SIDES.length; at++) found.push({ shape, size, ...JSON.parse(run(SIDES[(at + round) % SIDES.length], folder)) });
      }
    }
  }
  return found;
}

const chosen = options();
install();
await bundle();
process.exitCode = report(compare(chosen), chosen) ? 0 : 1;
