// Stryker's runner for the tests of the core: loads the one script that bundle.mjs makes, in this process, anew for each mutant, and gives its
// test files jest's own `expect`. Jest itself takes half a second to start for each mutant, ten times what the cases take; the tests are the
// same files. Each case is one test, so that only the cases that reach a mutant are run, until the first fails.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { Script } from 'node:vm';
import { expect } from 'expect';

const BUNDLE = 'scripts/mutation/everyTest.js';

export class CoreRunner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const path = resolve(BUNDLE);
    this.start = new Script(`(function (require, module, exports) {${readFileSync(path, 'utf8')}\n})`, { filename: path }).runInThisContext();
    this.require = createRequire(path);
    globalThis.expect = expect;
    globalThis.__stryker__ ??= {};
  }

  async dryRun() {
    const stryker = globalThis.__stryker__;
    stryker.activeMutant = undefined;
    stryker.mutantCoverage = { static: {}, perTest: {} };
    const tests = [];
    for (const { name, file, run } of this.cases(() => true)) {
      stryker.currentTestId = name;
      tests.push({ ...(await result(name, run)), fileName: resolve('test/core', file) });
      stryker.currentTestId = undefined;
    }
    for (const file of new Set(tests.map(({ fileName }) => fileName))) {
      const own = tests.filter(({ fileName }) => fileName === file);
      const name = prepared(fileOf(own[0].name));
      const timeSpentMs = own.reduce((sum, test) => sum + test.timeSpentMs, 0);
      if (stryker.mutantCoverage.perTest[name]) tests.push({ id: name, name, status: 0, timeSpentMs, fileName: file });
    }
    return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const stryker = globalThis.__stryker__;
    Object.assign(stryker, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    const wanted = testFilter && new Set(testFilter);
    const files = wanted && new Set(testFilter.map(fileOf));
    let nrOfTests = 0;
    try {
      for (const { name, file, run, broken } of this.cases((file) => !files || files.has(file), activeMutant.fileName)) {
        if (wanted && !broken && !wanted.has(name) && !wanted.has(prepared(file))) continue;
        nrOfTests += 1;
        const { status, failureMessage } = await result(name, run);
        if (stryker.hitCount > hitLimit) return { status: 'timeout', reason: 'an endless loop' };
        if (status === 1) return { status: 'killed', killedBy: [name], failureMessage, nrOfTests };
      }
    } finally {
      stryker.activeMutant = undefined;
    }
    return { status: 'survived', nrOfTests };
  }

  /** The cases of the wanted test files, each with a name of its own that begins with its file; a file is loaded when its turn comes. */
  *cases(isWanted, first = '') {
    const module = { exports: {} };
    const broken = loading('the core', () => this.start(this.require, module, module.exports));
    if (broken) return yield broken;
    const files = Object.keys(globalThis.coreTests).filter(isWanted);
    for (const file of [...files.filter((each) => isOf(first, each)), ...files.filter((each) => !isOf(first, each))]) {
      let cases = [];
      globalThis.__stryker__.currentTestId = prepared(file);
      const bad = loading(file, () => void (cases = collect(file, globalThis.coreTests[file])));
      globalThis.__stryker__.currentTestId = undefined;
      yield* bad ? [bad] : cases;
    }
  }
}

/** A case that fails, where a file cannot even be loaded with the mutant. */
function loading(file, load) {
  try {
    load();
    return undefined;
  } catch (error) {
    return { name: `${file} cannot be loaded`, file, broken: true, run: () => Promise.reject(error) };
  }
}

/** What a file works out while its cases are gathered (a ledger at its top, rows of a table) counts for all its cases: they are run together. */
const prepared = (file) => `${file} 0 what its cases share`;

/** The test file of the mutated file goes before all others: most mutants die there. */
const isOf = (source, test) => basename(source, '.ts') === basename(test, '.test.ts');

function fileOf(name) {
  return name.slice(0, name.indexOf(' '));
}

async function result(name, run) {
  const began = performance.now();
  try {
    await run();
    return { id: name, name, status: 0, timeSpentMs: performance.now() - began };
  } catch (error) {
    return { id: name, name, status: 1, failureMessage: String(error?.message ?? error).slice(0, 300), timeSpentMs: performance.now() - began };
  }
}

/** Of the layouts of test/acceptance/adversary.test.ts two are enough: they differ in how sheets are read, and that is not the core. */
const SAME_FOR_THE_CORE = /^(bare ledger|allowed and share|check and claim numbers, (debit|the))/;

/** What a test file would hand to jest. A block that prepares something for its cases (`beforeAll`) is one case. */
function collect(file, load) {
  let cases = [];
  let hooks = [];
  const it = (title, run) => void cases.push({ name: `${file} ${cases.length + 1} ${title}`, file, run });
  it.each = (rows) => (title, run) => rows.forEach((row) => it(named(title, row), () => spread(run, row)));
  const describe = (title, block) => {
    const outer = { cases, hooks };
    [cases, hooks] = [[], []];
    block();
    const inner = { cases, hooks };
    ({ cases, hooks } = outer);
    if (inner.hooks.length === 0) inner.cases.forEach(({ name, run }) => it(name.slice(file.length + 1), run));
    else it(title, () => inOrder([...inner.hooks, ...inner.cases.map(({ run }) => run)]));
  };
  describe.each = (rows) => (title, block) =>
    rows.forEach((row) => SAME_FOR_THE_CORE.test(named(title, row)) || describe(named(title, row), () => spread(block, row)));
  const beforeAll = (run) => void hooks.push(run);
  Object.assign(globalThis, { it, test: it, describe, beforeAll });
  load();
  return cases;
}

async function inOrder(steps) {
  for (const step of steps) await step();
}

function named(title, row) {
  if (Array.isArray(row)) return title.replace('%s', String(row[0]));
  return title.replace('$name', row.name ?? '');
}

function spread(run, row) {
  return Array.isArray(row) ? run(...row) : run(row);
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'core', injectableClass: CoreRunner }];
