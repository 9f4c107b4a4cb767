import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Results, resultsSchema } from '../core/results.ts';
import { productFolder } from '../pipeline/versions.ts';
import { scratch } from './command.ts';

const main = join(productFolder(), 'dist', 'cli', 'main.js');

/** One call's samples that read in a moment, in a folder of their own. */
export function quickBatch(call: string): string {
  const from = join(productFolder(), 'corpus', 'samples', call, 'filings');
  const to = join(scratch(), 'filings');
  mkdirSync(to);
  for (const name of readdirSync(from))
    if (/\.(?:docx|html|pdf)$/u.test(name) && !/scan/u.test(name))
      copyFileSync(join(from, name), join(to, name));
  return to;
}

/** Screens in a folder with its own store; killed with SIGKILL after some milliseconds, if it is not done by then. */
export function screenIn(
  cwd: string,
  paths: readonly string[],
  flags: readonly string[],
  { killAfter, ...env }: { readonly killAfter?: number; readonly XDG_DATA_HOME?: string } = {},
): Promise<{ readonly killed: boolean; readonly stderr: string; readonly milliseconds: number }> {
  return new Promise((done, fail) => {
    const started = Date.now();
    const child = spawn(process.execPath, [main, 'screen', ...paths, '--out', 'out', ...flags], {
      cwd,
      // Readers share the group, so that nothing of a killed run goes on.
      detached: true,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('error', fail);
    child.on('exit', (_, signal) => {
      clearTimeout(timer);
      done({ killed: signal === 'SIGKILL', stderr, milliseconds: Date.now() - started });
    });
  });
}

/** What a run came to, without what differs between any two runs: times and the run's id. */
export function outcomeIn(cwd: string): Omit<Results, 'run'> {
  const text = readFileSync(join(cwd, 'out', 'results.json'), 'utf8');
  const { run: _, ...rest } = resultsSchema.parse(JSON.parse(text));
  return rest;
}

/**
 * Kills runs over one folder at random moments of a whole run's length until so many were killed. Whenever one gets to
 * its end before that, what it came to is held against an undisturbed run in another store, and a new store is begun.
 */
export async function killedAndWhole(times: number, random: () => number) {
  const call = 'miit-2022-application-cases';
  const folder = quickBatch(call);
  const flags = ['--call', call, '--as-of', '2022-10-21', '--batch', 'b', '--ocr', 'off'];
  const undisturbed = scratch();
  const { milliseconds } = await screenIn(undisturbed, [folder], flags);
  const whole = outcomeIn(undisturbed);
  const ends: Omit<Results, 'run'>[] = [];
  let killed = 0;
  let cwd = scratch();
  for (let i = 0; killed < times && i < 20 * times; i++) {
    const run = await screenIn(cwd, [folder], flags, { killAfter: 100 + random() * milliseconds });
    if (run.killed) {
      killed++;
      continue;
    }
    ends.push(outcomeIn(cwd));
    cwd = scratch();
  }
  const last = await screenIn(cwd, [folder], flags);
  ends.push(outcomeIn(cwd));
  return { killed, stderr: last.stderr, whole, ends };
}
