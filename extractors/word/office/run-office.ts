import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Process ids of LibreOffice at work. */
const working = new Set<number>();
const unix = process.platform !== 'win32';

/** What LibreOffice writes, by the ending of its files, as its filters are named. */
const filters = { docx: 'docx:MS Word 2007 XML', pdf: 'pdf' } as const;

export type OfficeTarget = keyof typeof filters;

/**
 * Converts files in a profile of their own.
 *
 * @param patience seconds after which it is stopped, with every process it started
 * @returns the reason of a failure, or nothing
 */
export async function runOffice(
  soffice: string,
  files: {
    readonly profile: string;
    readonly inputs: readonly string[];
    readonly output: string;
    readonly target: OfficeTarget;
  },
  patience: number,
): Promise<string | undefined> {
  const child = spawn(
    soffice,
    [
      `-env:UserInstallation=${pathToFileURL(files.profile).href}`,
      '--headless',
      '--norestore',
      '--nologo',
      '--nodefault',
      '--convert-to',
      filters[files.target],
      '--outdir',
      files.output,
      ...files.inputs,
    ],
    // Its own group, because `soffice` is a script that starts the real program.
    { stdio: ['ignore', 'ignore', 'pipe'], detached: unix, windowsHide: true },
  );
  const { pid } = child;
  if (pid !== undefined) {
    working.add(pid);
    await writeFile(join(files.profile, pidFile), String(pid)).catch(() => undefined);
  }
  return await new Promise((resolve) => {
    let errors = '';
    let late = false;
    child.stderr.on('data', (chunk: Buffer) => {
      if (errors.length < 2000) errors += chunk.toString('utf8');
    });
    const timer = setTimeout(() => {
      late = true;
      stop(pid);
    }, patience * 1000);
    const finish = (reason: string | undefined) => {
      clearTimeout(timer);
      if (pid !== undefined) working.delete(pid);
      resolve(reason);
    };
    child.on('error', (error) => finish(error.message));
    child.on('close', (code) => {
      if (late) finish(`${patience} s`);
      else if (code !== 0) finish(errors.trim().split('\n').at(-1)?.slice(0, 200) || `exit ${code}`);
      else finish(undefined);
    });
  });
}

/** Stops whatever is at work: for the moment this process ends. */
export function stopOffices(): void {
  for (const pid of working) stop(pid);
}

const pidFile = 'chushen.pid';

/**
 * Stops the LibreOffice that a killed process of ours left at work in a profile. Only where the system shows
 * (`/proc`) that the process id still is that LibreOffice.
 */
export async function stopLeftBehind(profile: string): Promise<void> {
  try {
    const pid = Number(await readFile(join(profile, pidFile), 'utf8'));
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    if (pid > 1 && command.includes(pathToFileURL(profile).href)) stop(pid);
  } catch {
    // None was at work, or the system does not say.
  }
}

/** A process and, where there are process groups, all it started. */
function stop(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(unix ? -pid : pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
