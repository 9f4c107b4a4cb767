import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunEvent } from '../core/records.ts';
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

export interface ScreenEnd {
  readonly killed: boolean;
  readonly code: number | null;
  readonly stderr: string;
  readonly milliseconds: number;
  /** What it told before its end. */
  readonly events: readonly RunEvent[];
}

export interface ScreenEnding {
  /** Milliseconds after which it is killed with SIGKILL, if it is not done by then. */
  readonly killAfter?: number;
  /** At the first such event Ctrl-C is pressed: all processes of the run hear of it. */
  readonly interruptAt?: (event: RunEvent) => boolean;
  readonly XDG_DATA_HOME?: string;
}

/** Screens in a folder with its own store. */
export function screenIn(
  cwd: string,
  paths: readonly string[],
  flags: readonly string[],
  { killAfter, interruptAt, ...env }: ScreenEnding = {},
): Promise<ScreenEnd> {
  return new Promise((done, fail) => {
    const started = Date.now();
    const child = spawn(process.execPath, [main, 'screen', ...paths, '--out', 'out', ...flags], {
      cwd,
      // Readers share the group, so that nothing of a killed run goes on.
      detached: true,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    const events: RunEvent[] = [];
    // Of our own command: the shape is ours.
    child.on('message', ({ event }: { event: RunEvent }) => {
      events.push(event);
      if (!interruptAt?.(event) || child.pid === undefined) return;
      interruptAt = undefined;
      process.kill(-child.pid, 'SIGINT');
    });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      done({ killed: signal === 'SIGKILL', code, stderr, milliseconds: Date.now() - started, events });
    });
  });
}

/** What a run came to, without what differs between any two runs: times and the run's id. */
export function outcomeIn(cwd: string): Omit<Results, 'run'> {
  const text = readFileSync(join(cwd, 'out', 'results.json'), 'utf8');
  const { run: _, ...rest } = resultsSchema.parse(JSON.parse(text));
  return rest;
}

/** What came of one run that was killed, and of the next one, which was let to its end. */
export interface Trial {
  /** What the killed run had told last. */
  readonly at: RunEvent['kind'] | 'start';
  /** The next run says what one says that nobody disturbed. */
  readonly same: boolean;
  /** Files that the killed run had told as read and the next one read again: they were lost. */
  readonly lost: readonly string[];
  readonly stderr: string;
}

export interface KillOptions {
  readonly folder: string;
  readonly call: string;
  /** 0..1 */
  readonly random: () => number;
  /** Flags for a new empty store; absent: a file in the folder of the run. */
  readonly newStore?: () => Promise<readonly string[]>;
  /** Where the files of the stores lie that are no files themselves. */
  readonly XDG_DATA_HOME?: string;
}

/**
 * Kills so many runs, each over a store of its own, at random moments of a whole run's length, and lets the next run
 * over the same store go to its end. One that is done before it is to be killed does not count.
 */
export async function killAndGoOn(times: number, options: KillOptions): Promise<Trial[]> {
  const { folder, call, random, newStore = async () => [], ...env } = options;
  const begin = async () => ({
    cwd: scratch(),
    flags: [
      '--call',
      call,
      '--as-of',
      '2022-10-21',
      '--batch',
      'b',
      '--ocr',
      'off',
      '--jobs',
      '1',
      ...(await newStore()),
    ],
  });
  const undisturbed = await begin();
  const { milliseconds } = await screenIn(undisturbed.cwd, [folder], undisturbed.flags, env);
  const whole = JSON.stringify(outcomeIn(undisturbed.cwd));
  const trials: Trial[] = [];
  for (let i = 0; trials.length < times && i < 20 * times; i++) {
    const { cwd, flags } = await begin();
    const first = await screenIn(cwd, [folder], flags, { killAfter: random() * milliseconds, ...env });
    if (!first.killed) continue;
    const next = await screenIn(cwd, [folder], flags, env);
    const kept = new Set(readIn(next).flatMap(({ file, kept }) => (kept ? [file] : [])));
    trials.push({
      at: first.events.at(-1)?.kind ?? 'start',
      same: JSON.stringify(outcomeIn(cwd)) === whole,
      lost: readIn(first).flatMap(({ file }) => (kept.has(file) ? [] : [file])),
      stderr: next.stderr,
    });
  }
  return trials;
}

export const readIn = ({ events }: ScreenEnd) =>
  events.flatMap((event) => (event.kind === 'read' ? [event] : []));
