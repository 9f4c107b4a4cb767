#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, prepareSystem, root, run } from './prepare.mjs';

/** Installs everything the tests need, checks types and style, runs all tests, and counts them. */
prepare();
prepareSystem();
run('npm', ['run', '--silent', 'check']);
const report = join(mkdtempSync(join(tmpdir(), 'chushen-test-')), 'report.json');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const tests = spawnSync(
  process.execPath,
  [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
let counted = { numPassedTests: 0, numFailedTests: 0, success: false };
try {
  counted = JSON.parse(readFileSync(report, 'utf8'));
} catch {
  console.error('测试没有产生结果 / the tests left no report');
}
// A file that does not load has no tests to fail, but is a failure all the same.
const failed = Math.max(counted.numFailedTests, counted.success && tests.status === 0 ? 0 : 1);
console.log(`${counted.numPassedTests} passed, ${failed} failed`);
process.exit(failed === 0 && counted.numPassedTests > 0 ? 0 : 1);
