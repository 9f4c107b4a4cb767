import { relative, resolve } from 'node:path';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { commonTokens, tokens } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { bundleTests, testFilesOf } from './bundle-tests.mjs';
import { collect, finish, runTest } from './tests.mjs';

/**
 * Runs tests for Stryker in its own process: the tests of a room are put into one script with the mutated code, and
 * each mutant evaluates that script anew. Nothing that a mutant computed or kept reaches the next one, and a mutant
 * costs what its tests take and not the start of a test runner, which is a tenth of the computing. A mutant is shown to
 * the tests of its own room (the folder at the top); those named in `inProcess.exclude` are left out. Where the
 * environment's `MUTATION_TESTS` names a folder or file, only tests below it are asked.
 */
export class InProcessRunner {
  static inject = tokens(commonTokens.options);
  /** Script by rooms, so that the mutants of a run share one. */
  #scripts = new Map();
  /** Milliseconds by test, of the run without a mutant: a mutant is shown to quick tests first. */
  #times = new Map();
  #exclude;

  constructor(options) {
    this.#exclude = options.inProcess?.exclude ?? [];
    process.env.NODE_ENV = 'test';
    process.env.VITEST = '1';
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun({ files = [] }) {
    const space = this.#space({});
    const tests = await this.#tests(files);
    const results = [];
    for (const test of tests) {
      space.currentTestId = test.id;
      const result = await resultOf(test);
      this.#times.set(test.id, result.timeSpentMs);
      results.push(result);
      space.currentTestId = undefined;
    }
    await finish(tests);
    return {
      status: DryRunStatus.Complete,
      tests: results,
      mutantCoverage: space.mutantCoverage ?? { static: {}, perTest: {} },
    };
  }

  async mutantRun({ activeMutant, hitLimit, mutantActivation, testFilter, sandboxFileName, disableBail }) {
    const atLoad = mutantActivation === 'static' ? activeMutant.id : undefined;
    const space = this.#space({ hitCount: 0, hitLimit, activeMutant: atLoad });
    const wanted = testFilter && new Set(testFilter);
    const results = [];
    let tests = [];
    try {
      tests = await this.#tests([sandboxFileName], wanted);
    } catch (error) {
      // A mutant of what is computed at loading may end it.
      results.push({ id: 'loading', name: 'loading', timeSpentMs: 0, ...failed(error) });
    }
    space.activeMutant = activeMutant.id;
    const asked = tests.filter(({ id }) => !wanted || wanted.has(id));
    for (const test of asked.sort((a, b) => this.#time(a) - this.#time(b))) {
      const result = await resultOf(test);
      results.push(result);
      if (result.status === TestStatus.Failed && !disableBail) break;
    }
    await finish(tests);
    return toMutantRunResult(
      determineHitLimitReached(space.hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests: results },
    );
  }

  #time({ id }) {
    return this.#times.get(id) ?? 0;
  }

  #space(values) {
    const space = { mutantCoverage: undefined, currentTestId: undefined, ...values };
    globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] = space;
    return space;
  }

  async #tests(files, wanted) {
    const rooms = [...new Set(files.map((file) => relative(process.cwd(), file).split(/[\\/]/u)[0]))].sort();
    const key = rooms.join(' ');
    const below = process.env.MUTATION_TESTS ?? '';
    const testFiles = testFilesOf(rooms, this.#exclude).filter((file) => file.startsWith(below));
    if (!this.#scripts.has(key)) this.#scripts.set(key, await bundleTests(testFiles));
    const named = wanted && new Set([...wanted].map((id) => id.slice(0, id.indexOf('#'))));
    return await collect(
      this.#scripts.get(key),
      testFiles.filter((file) => !named || named.has(file)),
    );
  }
}

async function resultOf(test) {
  const from = performance.now();
  const failure = await runTest(test);
  const timeSpentMs = performance.now() - from;
  const common = { id: test.id, name: test.name, timeSpentMs, fileName: resolve(test.file) };
  return failure ? { ...common, ...failed(failure.error) } : { ...common, status: TestStatus.Success };
}

const failed = (error) => ({
  status: TestStatus.Failed,
  failureMessage: error instanceof Error ? error.message : String(error),
});
