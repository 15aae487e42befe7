/**
 * Mutation testing of src/core: `npm run mutate -- causes|checks|policy|<file>|.` (scripts/mutate.mjs). Not a part of `npm test`.
 * What is left out, and why:
 * - Sentences (scripts/mutation/sentences.mjs): an emptied sentence is a change of wording, and a test for each would only repeat it. Words that
 *   the program compares (kinds, classes, codes) are mutated.
 * - Static mutants (tables filled when a module loads): each would need a fresh process; the tables have tests that read them whole.
 * - test/core/laws.test.ts, candidates.test.ts, trials.test.ts and large.test.ts are not among the tests: random ledgers and timings cost seconds for every mutant.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  packageManager: 'npm',
  testRunner: 'core',
  plugins: ['./scripts/mutation/runner.mjs', './scripts/mutation/sentences.mjs'],
  ignorers: ['sentences'],
  buildCommand: 'node scripts/mutation/bundle.mjs',
  mutate: ['src/core/**/*.ts'],
  // The copy holds what the tests of the core need, and nothing else.
  ignorePatterns: [
    '/*',
    '!/src',
    '/src/*',
    '!/src/core',
    '!/src/intake',
    '!/test',
    '/test/*',
    '!/test/core',
    '!/test/acceptance',
    '!/scripts',
    '/scripts/*',
    '!/scripts/mutation',
  ],
  disableTypeChecks: false,
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  incremental: true,
  incrementalFile: '.tmp/mutation/incremental.json',
  tempDirName: '.tmp/mutation/sandbox',
  reporters: ['progress-append-only'],
  clearTextReporter: { allowColor: false },
  allowConsoleColors: false,
  concurrency: 2,
  // Long enough that a busy machine does not pass for an endless loop; real endless loops are cut by the number of hits.
  timeoutMS: 30_000,
};
