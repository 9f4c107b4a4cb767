import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productFolder } from '../../../pipeline/versions.ts';
import { scratch } from '../../command.ts';

export interface MeasuredRun {
  readonly code: number | null;
  readonly stderr: string;
  /** Seconds on the clock. */
  readonly seconds: number;
  /** Seconds of processor time of the command and all its reader processes. */
  readonly cpuSeconds: number;
  /** Largest proportional set size of the whole process tree, in MB, and the samples it is the largest of. */
  readonly peakMb: number;
  readonly memory: readonly { readonly second: number; readonly mb: number }[];
}

const main = join(productFolder(), 'dist', 'cli', 'main.js');

/** Runs the built command in a fresh folder and watches what it costs (Linux: reads /proc). */
export function measuredRun(args: readonly string[]): Promise<MeasuredRun> {
  return new Promise((done, fail) => {
    const started = Date.now();
    const child = spawn(
      'bash',
      ['-c', 'TIMEFORMAT="%U %S"; time "$0" "$@"', process.execPath, main, ...args],
      {
        cwd: scratch(),
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    const memory: { second: number; mb: number }[] = [];
    const watch = setInterval(() => {
      if (child.pid) memory.push({ second: (Date.now() - started) / 1000, mb: treeMb(child.pid) });
    }, 1000);
    child.on('error', fail);
    child.on('close', (code) => {
      clearInterval(watch);
      const [user = 0, system = 0] = (/([\d.]+) ([\d.]+)\s*$/u.exec(stderr) ?? []).slice(1).map(Number);
      const seconds = (Date.now() - started) / 1000;
      const peakMb = Math.max(0, ...memory.map((sample) => sample.mb));
      done({ code, stderr, seconds, cpuSeconds: user + system, peakMb, memory });
    });
  });
}

/** Proportional set size, so that what processes share counts once. */
function treeMb(root: number): number {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    const parent = Number(/\) \S (\d+)/u.exec(read(`/proc/${name}/stat`))?.[1] ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  let kb = 0;
  const queue = [root];
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    kb += Number(/^Pss:\s+(\d+)/mu.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
    queue.push(...(children.get(pid) ?? []));
  }
  return kb / 1024;
}

/** Empty when the process has gone meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
