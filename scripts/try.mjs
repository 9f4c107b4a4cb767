#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root, run } from './prepare.mjs';

/**
 * Installs, builds, screens the committed sample filings, one call after the other, and opens them in the workbench.
 * With `--no-serve` it ends with the reports.
 */
prepare();
const samples = join(root, 'corpus', 'samples');
const out = join(root, 'out');
const command = join(root, 'dist', 'cli', 'main.js');
const store = join(out, 'chushen.sqlite');
const reports = [];
const folder = join(root, 'corpus', 'awards');
const awards = readdirSync(folder)
  .filter((name) => /\.(csv|xlsx)$/u.test(name))
  .map((name) => join(folder, name));
for (const call of readdirSync(samples).sort()) {
  const folder = join(samples, call, 'filings');
  if (!existsSync(folder)) continue;
  const target = join(out, call);
  const asOf = lastDeadline(call);
  run(process.execPath, [
    command,
    'screen',
    folder,
    '--call',
    call,
    '--awards',
    ...awards,
    '--as-of',
    asOf,
    '--out',
    target,
    '--store',
    store,
    '--batch',
    '样例',
  ]);
  reports.push(join(target, 'report.html'));
}
/** The samples were filed years ago: they are screened as of their call's last deadline. */
function lastDeadline(call) {
  const shown = execFileSync(process.execPath, [command, 'calls', 'show', call, '--json'], {
    encoding: 'utf8',
  });
  return JSON.parse(shown)
    .call.deadlines.map((deadline) => deadline.at.slice(0, 10))
    .sort()
    .at(-1);
}

console.log('\n样例已审完，报告在 / the samples are screened; the reports are:');
for (const report of reports) console.log(`  ${report}`);

if (!process.argv.includes('--no-serve')) {
  console.log('\n样例在工作台里，地址如下 / the samples are in the workbench, at this address:');
  run(process.execPath, [command, 'serve', '--store', store]);
}
