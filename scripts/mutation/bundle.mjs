// Makes one file of the tests of the core and all they import, in the copy that Stryker works in: a mutant then costs one script to
// run and not two hundred modules to load. Left out: tests over random ledgers and timings (slow), and the lists of files (they read sources).
import { readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import webpack from 'webpack';

const LEFT_OUT = /(^|\/)(laws|large|candidates|trials|index|tables)\.test\.ts$/;
/** Ledgers with one right answer, read as a user's sheets; they come last, since they take longest. */
const ALL_BESIDES = ['../acceptance/pitfalls.test.ts', '../acceptance/adversary.test.ts'];
/** With ONLY='^checks/' the tests whose path fits, and nothing besides: a lower bound in a tenth of the time. */
const ONLY = new RegExp(process.env.ONLY ?? '');
const BESIDES = process.env.ONLY === undefined ? ALL_BESIDES : [];
const tests = readdirSync('test/core', { recursive: true })
  .map((file) => String(file).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.test.ts') && !LEFT_OUT.test(file) && ONLY.test(file))
  .sort();
const core = readdirSync('src/core', { recursive: true })
  .map((file) => resolve('src/core', String(file)))
  .filter((file) => file.endsWith('.ts'))
  .sort();
const load = (file) => `  ${JSON.stringify(file)}: () => require(${JSON.stringify(resolve('test/core', file))}),`;
// The core itself is loaded at once, so that what runs while it loads belongs to no test.
writeFileSync(
  'scripts/mutation/entry.cjs',
  [...core.map((file) => `require(${JSON.stringify(file)});`), 'globalThis.coreTests = {', ...[...tests, ...BESIDES].map(load), '};'].join('\n'),
);

const compiler = webpack({
  mode: 'none',
  target: 'node20',
  context: resolve('.'),
  entry: resolve('scripts/mutation/entry.cjs'),
  output: { path: resolve('scripts/mutation'), filename: 'everyTest.js', pathinfo: false },
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: 'swc-loader',
        options: {
          swcrc: false,
          minify: true,
          jsc: { parser: { syntax: 'typescript' }, target: 'es2022', minify: { compress: false, mangle: false, format: { comments: false } } },
        },
      },
    ],
  },
  plugins: [
    new webpack.NormalModuleReplacementPlugin(/intake\/readSheets$/, (found) => {
      if (/test.acceptance$/.test(found.context)) found.request = resolve('scripts/mutation/readOnce.mjs');
    }),
  ],
  optimization: { providedExports: true },
  node: { __dirname: false },
  performance: false,
});
compiler.run((error, stats) => {
  if (!error && !stats.hasErrors()) return;
  process.stderr.write(`${error ?? stats.toString({ all: false, errors: true })}\n`);
  process.exitCode = 1;
});
