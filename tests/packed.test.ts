import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { resultsSchema } from '../core/results.ts';
import { productFolder } from '../pipeline/versions.ts';
import { scratch } from './command.ts';

/**
 * The product as others get it: packed, and installed in an empty folder by npm's own settings of this machine.
 * Neither this repository's `.npmrc` nor its `overrides` and `allowScripts` reach there.
 */
const product = productFolder();
const call = 'jiangsu-2022-benchmark-factory';
const copy = join(scratch(), 'chushen');
const folder = scratch();

beforeAll(() => {
  // Packed from a copy: packing builds anew, and other tests run the build that is here.
  const left = new Set(['node_modules', 'dist', 'out', 'tmp', '.git', 'samples']);
  cpSync(product, copy, { recursive: true, filter: (path) => !left.has(basename(relative(product, path))) });
  symlinkSync(join(product, 'node_modules'), join(copy, 'node_modules'), 'junction');
  run('npm', ['pack', '--silent', '--pack-destination', folder], copy);
  const packed = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  run('npm', ['install', '--no-audit', '--no-fund', `./${packed}`]);
}, 600_000);

// Half a gigabyte each.
afterAll(() => {
  for (const path of [copy, folder]) rmSync(path, { recursive: true, force: true });
});

test('nothing that must be there runs a script while it is installed', () => {
  const lock = lockSchema.parse(JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')));
  const scripted = Object.entries(lock.packages)
    .filter(([, entry]) => entry.hasInstallScript && !entry.optional)
    .map(([path]) => path);
  // tesseract.js only says thanks there, and does not mind when it cannot.
  expect(scripted).toEqual(['node_modules/tesseract.js']);
  expect(Object.keys(lock.packages)).not.toContain('node_modules/onnxruntime-node');
});

test('doctor finds everything there', () => {
  const { stdout } = run('npx', ['--no-install', 'chushen', 'doctor', '--lang', 'en']);
  for (const name of [
    'PDFium',
    'onnxruntime + PP-OCR',
    'tesseract.js',
    'sharp',
    'mammoth',
    'SQLite (libsql)',
  ])
    expect(stdout).toMatch(new RegExp(`✓ ${name.replace(/[+().]/g, '\\$&')} `));
});

test('the library example of the README compiles and runs', () => {
  const example = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(product, 'README.md'), 'utf8'))![1]!;
  mkdirSync(join(folder, 'filings'), { recursive: true });
  const name = '2022-benchmark-factory-001.pdf';
  cpSync(join(product, 'corpus', 'samples', call, 'filings', name), join(folder, 'filings', name));
  writeFileSync(join(folder, 'example.mts'), example);
  const compiler = join(product, 'node_modules', 'typescript', 'bin', 'tsc');
  const types = join(product, 'node_modules', '@types');
  const options = ['--module', 'nodenext', '--target', 'es2023', '--strict', '--typeRoots', types];
  run(process.execPath, [compiler, ...options, '--types', 'node', 'example.mts']);
  expect(run(process.execPath, ['example.mjs']).stdout).toContain(name);
});

test('a scan is read and a workbook written', () => {
  const cases = 'miit-2022-application-cases';
  const scan = join(product, 'corpus', 'samples', cases, 'filings', '2022-application-cases-003.jpg');
  const args = ['screen', scan, '--call', cases, '--as-of', '2022-10-21', '--out', 'results'];
  run('npx', ['--no-install', 'chushen', ...args]);
  const results = resultsSchema.parse(
    JSON.parse(readFileSync(join(folder, 'results', 'results.json'), 'utf8')),
  );
  expect(results.filings[0]?.files[0]).toMatchObject({ role: 'form' });
  expect(
    Object.values(results.filings[0]!.fields).filter(({ state }) => state === 'filled').length,
  ).toBeGreaterThan(5);
  expect(readdirSync(join(folder, 'results')).filter((name) => name.endsWith('.xlsx'))).toHaveLength(1);
});

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ hasInstallScript: z.boolean().optional(), optional: z.boolean().optional() }),
  ),
});

/** Runs a program to its end; the test fails with what it said when it fails. */
function run(program: string, args: readonly string[], cwd = folder): { stdout: string } {
  const shell = process.platform === 'win32' && program !== process.execPath;
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: ownSettings(),
    encoding: 'utf8',
    shell,
  });
  expect(status, `${program} ${args.join(' ')}\n${stdout}\n${stderr}`).toBe(0);
  return { stdout };
}

/** This machine's environment without what `npm test` adds of this repository. */
function ownSettings(): NodeJS.ProcessEnv {
  const added = /^npm_(?:package|lifecycle)_|^npm_config_local_prefix$|onnxruntime/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !added.test(name)));
}
