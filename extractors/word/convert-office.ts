import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Conversion =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string };

/** Seconds; the first start with a new profile takes some by itself. */
const patience = 120;
/** LibreOffice locks its profile, so each one at work needs its own; they are kept warm until the process ends. */
const idle: string[] = [];
const profiles = new Set<string>();
const prefix = 'chushen-profile-';
let swept = false;

/** No macros, no fetching of linked files: the document comes from outside. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
</oor:items>`;

/**
 * Converts DOC, WPS or RTF bytes to DOCX by LibreOffice, in folders of its own that are removed afterwards.
 * Several may run at once. Every failure, a password and a timeout included, is a reason and not a throw.
 */
export async function convertToDocx(
  bytes: Uint8Array,
  extension: string,
  soffice: string,
): Promise<Conversion> {
  let folder: string | undefined;
  let profile: string | undefined;
  try {
    folder = await mkdtemp(join(tmpdir(), 'chushen-office-'));
    profile = idle.pop() ?? (await newProfile());
    const input = join(folder, `input.${extension}`);
    await writeFile(input, bytes);
    const failure = await run(soffice, profile, input, join(folder, 'out'));
    if (failure) {
      await dropProfile(profile);
      profile = undefined;
      return { ok: false, reason: failure };
    }
    return { ok: true, bytes: await readFile(join(folder, 'out', 'input.docx')) };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  } finally {
    if (profile !== undefined) idle.push(profile);
    if (folder !== undefined) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Without its folder names: they are of no use to a reader of the report.
  if ('code' in error && error.code === 'ENOENT') return 'no output';
  return error.message;
}

async function newProfile(): Promise<string> {
  if (!swept) {
    swept = true;
    process.once('exit', removeProfiles);
    await removeOrphans();
  }
  const profile = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  profiles.add(profile);
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings);
  return profile;
}

/** A profile that a killed process leaves behind may be broken. */
async function dropProfile(profile: string): Promise<void> {
  profiles.delete(profile);
  await rm(profile, { recursive: true, force: true }).catch(() => undefined);
}

function removeProfiles(): void {
  for (const profile of profiles) rmSync(profile, { recursive: true, force: true, maxRetries: 2 });
}

/** Profiles of our own processes that were killed before they could clean up. */
async function removeOrphans(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (owner > 0 && !isAlive(owner)) {
      await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else is alive too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The reason of a failure, or nothing. */
function run(soffice: string, profile: string, input: string, output: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const unix = process.platform !== 'win32';
    const child = spawn(
      soffice,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--norestore',
        '--nologo',
        '--nodefault',
        '--convert-to',
        'docx:MS Word 2007 XML',
        '--outdir',
        output,
        input,
      ],
      // Its own group, because `soffice` is a script that starts the real program.
      { stdio: ['ignore', 'ignore', 'pipe'], detached: unix, windowsHide: true },
    );
    let errors = '';
    let late = false;
    child.stderr.on('data', (chunk: Buffer) => {
      if (errors.length < 2000) errors += chunk.toString('utf8');
    });
    const timer = setTimeout(() => {
      late = true;
      stop(child.pid, unix);
    }, patience * 1000);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve(error.message);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (late) resolve(`${patience} s`);
      else if (code !== 0) resolve(errors.trim().split('\n').at(-1)?.slice(0, 200) || `exit ${code}`);
      else resolve(undefined);
    });
  });
}

function stop(pid: number | undefined, group: boolean): void {
  if (pid === undefined) return;
  try {
    process.kill(group ? -pid : pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
