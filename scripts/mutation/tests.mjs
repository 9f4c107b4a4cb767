import { format } from 'node:util';
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from '@vitest/expect';
import { fn, restoreAllMocks, spyOn } from '@vitest/spy';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

const expect = Object.assign(
  (value, message) => chai.expect(value, message),
  chai.expect,
  globalThis[ASYMMETRIC_MATCHERS_OBJECT],
);

/** What is being collected: the file, the suites around, and the tests found. */
let collected;

function describe(name, body) {
  const outer = collected.suite;
  collected.suite = { name, outer, hooks: hooks() };
  body();
  collected.suite = outer;
}

function test(name, ...rest) {
  const body = rest.find((part) => typeof part === 'function');
  const suites = [];
  for (let suite = collected.suite; suite; suite = suite.outer) suites.unshift(suite);
  const names = [...suites.map((suite) => suite.name), name].filter(Boolean).join(' ');
  collected.tests.push({ id: `${collected.file}#${names}`, name: names, file: collected.file, body, suites });
}

const hooks = () => ({ beforeAll: [], beforeEach: [], afterEach: [], afterAll: [], begun: false });

/** `test.each` and `describe.each`: a call for each row, its values put into the name as vitest does. */
const each = (one) => (rows) => (name, body) => {
  rows.forEach((row, index) => {
    const values = Array.isArray(row) ? row : [row];
    one(titled(name, values, index), () => body(...values));
  });
};

function titled(name, values, index) {
  const keyed = name.replaceAll('%#', String(index)).replace(/\$([\w.]+)/gu, (whole, path) => {
    const value = path.split('.').reduce((at, key) => at?.[key], values[0]);
    return value === undefined ? whole : String(value);
  });
  const wanted = keyed.split('%').length - 1 - 2 * (keyed.split('%%').length - 1);
  return format(keyed, ...values.slice(0, wanted));
}

for (const one of [test, describe]) one.each = each(one);

const hook = (when) => (body) => {
  collected.suite.hooks[when].push(body);
};

const kept = new Map();

/** What our tests import of vitest. */
export const vitest = {
  describe,
  test,
  it: test,
  expect,
  beforeAll: hook('beforeAll'),
  beforeEach: hook('beforeEach'),
  afterEach: hook('afterEach'),
  afterAll: hook('afterAll'),
  vi: {
    fn,
    spyOn,
    restoreAllMocks,
    stubEnv(name, value) {
      if (!kept.has(name)) kept.set(name, process.env[name]);
      process.env[name] = value;
    },
    unstubAllEnvs() {
      for (const [name, value] of kept) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      kept.clear();
    },
  },
};

/** The tests of files, from code that is set up anew. */
export async function collect(load, files) {
  const loaders = await load();
  const tests = [];
  for (const file of files) {
    collected = { file, tests: [], suite: { name: '', hooks: hooks() } };
    await loaders[file]();
    tests.push(...collected.tests);
  }
  return unlike(tests);
}

/** Tests of one name in a file get numbers, since their ids must differ. */
function unlike(tests) {
  const seen = new Map();
  return tests.map((test) => {
    const count = (seen.get(test.id) ?? 0) + 1;
    seen.set(test.id, count);
    return count === 1 ? test : { ...test, id: `${test.id} (${count})` };
  });
}

/** Runs a test with its hooks; gives what it failed with, if it did. */
export async function runTest({ body, suites }) {
  try {
    for (const { hooks } of suites) {
      if (!hooks.begun) for (const one of hooks.beforeAll) await one();
      hooks.begun = true;
      for (const one of hooks.beforeEach) await one();
    }
    await body({ expect });
  } catch (error) {
    return { error };
  } finally {
    for (const { hooks } of [...suites].reverse()) for (const one of hooks.afterEach) await one();
  }
  return undefined;
}

/** What is to be done after the last test of each suite. */
export async function finish(tests) {
  const begun = new Set(tests.flatMap(({ suites }) => suites).filter(({ hooks }) => hooks.begun));
  for (const { hooks } of begun) for (const one of hooks.afterAll) await one();
}
