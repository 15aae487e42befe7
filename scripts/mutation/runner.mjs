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
    return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const stryker = globalThis.__stryker__;
    Object.assign(stryker, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    const wanted = testFilter && new Set(testFilter);
    const files = wanted && new Set(testFilter.map(fileOf));
    let nrOfTests = 0;
    try {
      for (const { name, run } of ownFirst(
        activeMutant,
        this.cases((file) => !files || files.has(file)),
      )) {
        if (wanted && !wanted.has(name)) continue;
        nrOfTests += 1;
        const { status, failureMessage } = await result(name, run);
        if (stryker.hitCount > hitLimit) return { status: 'timeout', reason: 'an endless loop' };
        if (status === 1) return { status: 'killed', killedBy: [name], failureMessage, nrOfTests };
      }
    } catch (error) {
      // A file that cannot even be loaded with the mutant fails all its tests.
      return { status: 'killed', killedBy: [testFilter?.[0] ?? 'load'], failureMessage: String(error), nrOfTests };
    } finally {
      stryker.activeMutant = undefined;
    }
    return { status: 'survived', nrOfTests };
  }

  /** The cases of the wanted test files, each with a name of its own that begins with its file. */
  cases(isWanted) {
    const module = { exports: {} };
    this.start(this.require, module, module.exports);
    return Object.entries(globalThis.coreTests)
      .filter(([file]) => isWanted(file))
      .flatMap(([file, load]) => collect(file, load));
  }
}

function fileOf(name) {
  return name.slice(0, name.indexOf(' '));
}

/** The test file of the mutated file before all others: most mutants die there. */
function ownFirst({ fileName }, cases) {
  const own = basename(fileName, '.ts');
  const isOwn = ({ file }) => basename(file, '.test.ts') === own;
  return [...cases.filter(isOwn), ...cases.filter((each) => !isOwn(each))];
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

/** What a test file would hand to jest. */
function collect(file, load) {
  const cases = [];
  const it = (title, run) => void cases.push({ name: `${file} ${cases.length + 1} ${title}`, file, run });
  it.each = (rows) => (title, run) => rows.forEach((row) => it(named(title, row), () => spread(run, row)));
  const describe = (_title, run) => void run();
  describe.each = (rows) => (_title, run) => rows.forEach((row) => spread(run, row));
  Object.assign(globalThis, { it, test: it, describe });
  load();
  return cases;
}

function named(title, row) {
  if (Array.isArray(row)) return title.replace('%s', String(row[0]));
  return title.replace('$name', row.name ?? '');
}

function spread(run, row) {
  return Array.isArray(row) ? run(...row) : run(row);
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'core', injectableClass: CoreRunner }];
