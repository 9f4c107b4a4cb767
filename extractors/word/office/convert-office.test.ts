import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { convertToDocx } from './convert-office.ts';

/** A program that hangs as LibreOffice does: a script that starts the real one and waits for it. */

let folder = '';
let program = '';
const pidOf = async () => {
  for (;;) {
    const written = await readFile(join(folder, 'pid'), 'utf8').catch(() => '');
    if (written.trim() !== '') return Number(written);
    await wait(50);
  }
};
async function ends(pid: number): Promise<boolean> {
  for (let i = 0; i < 60; i++) {
    // A process that nobody waited for is a zombie: ended as well.
    const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    if (state === '' || / Z /.test(state)) return true;
    await wait(50);
  }
  return false;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chushen-hang-'));
  program = join(folder, 'hang.sh');
  await writeFile(program, `#!/bin/sh\nsleep 300 &\necho $! > ${join(folder, 'pid')}\nwait\n`);
  await chmod(program, 0o755);
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

test.runIf(process.platform === 'linux')(
  'a conversion that takes too long is stopped with all it started',
  async () => {
    const conversion = await convertToDocx(new Uint8Array(8), 'doc', program, 1);
    expect(conversion).toEqual({ ok: false, reason: '1 s' });
    expect(await ends(await pidOf())).toBe(true);
  },
);

test.runIf(process.platform === 'linux')(
  'what a killed process of ours left at work is stopped by the next',
  async () => {
    await rm(join(folder, 'pid'), { force: true });
    const main = join(folder, 'main.mts');
    const module = pathToFileURL(join(import.meta.dirname, 'convert-office.ts')).href;
    await writeFile(
      main,
      `import { convertToDocx } from ${JSON.stringify(module)};\nvoid convertToDocx(new Uint8Array(8), 'doc', process.argv[2] ?? '', Number(process.argv[3]));\n`,
    );
    await mkdir(join(folder, 'tmp'));
    const env = { ...process.env, TMPDIR: join(folder, 'tmp') };
    const run = (soffice: string, patience: number) =>
      execFile(process.execPath, ['--import', 'tsx', main, soffice, String(patience)], {
        env,
        cwd: process.cwd(),
      });
    const killed = run(program, 100);
    const pid = await pidOf();
    await wait(300);
    const gone = new Promise((done) => killed.once('exit', done));
    killed.kill('SIGKILL');
    await gone;
    expect(await readFile(`/proc/${pid}/stat`, 'utf8')).toContain('sleep');
    await promisify(execFile)(process.execPath, ['--import', 'tsx', main, '/bin/true', '5'], { env });
    expect(await ends(pid)).toBe(true);
    const left = await readdir(join(folder, 'tmp'));
    expect(left.filter((name) => name.startsWith('chushen-'))).toEqual([]);
  },
);
