import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runOffice, stopLeftBehind } from './run-office.ts';

export type Conversion =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string };

/** Seconds; the first start with a new profile takes some by itself. */
const usualPatience = 120;
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
 *
 * @param patience seconds
 */
export async function convertToDocx(
  bytes: Uint8Array,
  extension: string,
  soffice: string,
  patience = usualPatience,
): Promise<Conversion> {
  let folder: string | undefined;
  let profile: string | undefined;
  try {
    folder = await mkdtemp(join(tmpdir(), 'chushen-office-'));
    profile = idle.pop() ?? (await newProfile());
    const input = join(folder, `input.${extension}`);
    await writeFile(input, bytes);
    const failure = await runOffice(soffice, { profile, input, output: join(folder, 'out') }, patience);
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
      await stopLeftBehind(join(tmpdir(), name));
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
