import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, Script } from 'node:vm';
import { build } from 'esbuild';
import { vitest } from './tests.mjs';

/** The test files of rooms, as paths from the current folder, without those whose path holds one of some words. */
export function testFilesOf(rooms, exclude) {
  return rooms
    .flatMap((room) =>
      readdirSync(room, { recursive: true }).map((file) => `${room}/${file.replaceAll(sep, '/')}`),
    )
    .filter((file) => file.endsWith('.test.ts') && !exclude.some((words) => file.includes(words)))
    .sort();
}

/**
 * A script that, each time it is run, sets up all code anew and gives an object of functions by test file, each of which
 * loads that file. Packages are not in it: they are loaded once and looked up in `__packages`.
 */
export async function bundleTests(testFiles) {
  const loads = testFiles.map(
    (file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(`./${file}`)})`,
  );
  const { outputFiles } = await build({
    stdin: { contents: `globalThis.__testFiles = {\n${loads.join(',\n')}\n};`, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
    plugins: [{ name: 'in-process', setup }],
  });
  const script = new Script(`(async () => {${outputFiles[0].text}\n})()`, {
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  return async () => {
    await script.runInThisContext();
    return globalThis.__testFiles;
  };
}

function setup(hooks) {
  hooks.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
    kind === 'dynamic-import' ? { path, external: true } : { path, namespace: 'package' },
  );
  hooks.onLoad({ filter: /./, namespace: 'package' }, async ({ path }) => ({ contents: await lookUp(path) }));
  // All code is in one script: where a file lies must be said by name.
  hooks.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8').replaceAll(
      'import.meta.url',
      JSON.stringify(pathToFileURL(path).href),
    ),
    loader: 'ts',
  }));
}

/** Code that exports what a package exports, taken from the one that is loaded. */
async function lookUp(id) {
  const loaded = id === 'vitest' ? vitest : await import(id);
  globalThis.__packages ??= {};
  globalThis.__packages[id] = loaded;
  const from = `globalThis.__packages[${JSON.stringify(id)}]`;
  return Object.keys(loaded)
    .map((name) => `const _${name} = ${from}.${name};\nexport { _${name} as ${name} };`)
    .join('\n');
}
