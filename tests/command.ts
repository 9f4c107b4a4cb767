import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { productFolder } from '../pipeline/versions.ts';

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const main = join(productFolder(), 'dist', 'cli', 'main.js');

/** Runs the built command as a user does. */
export function chushen(
  args: readonly string[],
  options: { input?: string; cwd?: string } = {},
): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [main, ...args], { cwd: options.cwd ?? scratch() });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
    child.stdin.end(options.input ?? '');
  });
}

/** A fresh empty folder. */
export function scratch(): string {
  return mkdtempSync(join(tmpdir(), 'chushen-test-'));
}
