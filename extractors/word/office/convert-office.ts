import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OfficeTarget, runOffice, stopLeftBehind, stopOffices } from './run-office.ts';

export type Conversion =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string };

/** Seconds; the first start with a new profile takes some by itself. */
const usualPatience = 120;
/** LibreOffice locks its profile, so each one at work needs its own; they are kept warm until the process ends. */
const idle: string[] = [];
/** Profiles and working folders; each is named after the process that made it. */
const folders = new Set<string>();
const profilePrefix = 'chushen-profile-';
const workPrefix = 'chushen-office-';
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
 * Converts DOC, WPS or RTF bytes to DOCX by LibreOffice. Every failure, a password and a timeout included, is a reason
 * and not a throw.
 *
 * @param patience seconds
 */
export async function convertToDocx(
  bytes: Uint8Array,
  extension: string,
  soffice: string,
  patience = usualPatience,
): Promise<Conversion> {
  return convertOne(bytes, extension, 'docx', soffice, patience);
}

/** The same to PDF, of any document that LibreOffice opens: to be shown. */
export async function convertToPdf(
  bytes: Uint8Array,
  extension: string,
  soffice: string,
  patience = usualPatience,
): Promise<Conversion> {
  return convertOne(bytes, extension, 'pdf', soffice, patience);
}

async function convertOne(
  bytes: Uint8Array,
  extension: string,
  target: OfficeTarget,
  soffice: string,
  patience: number,
): Promise<Conversion> {
  const converted = await convertAll([bytes], extension, target, soffice, patience);
  if (!converted.ok) return converted;
  const [file] = converted.files;
  return file ? { ok: true, bytes: file } : { ok: false, reason: 'no output' };
}

/** DOCX files as PDF, in order: many are faster together than apart. */
export async function convertAllToPdf(
  files: readonly Uint8Array[],
  soffice: string,
  patience = usualPatience + files.length,
): Promise<Conversions> {
  return convertAll(files, 'docx', 'pdf', soffice, patience);
}

export type Conversions =
  | { readonly ok: true; readonly files: readonly Uint8Array[] }
  | { readonly ok: false; readonly reason: string };

/** Converts files in folders of its own that are removed afterwards; several may run at once. */
async function convertAll(
  files: readonly Uint8Array[],
  extension: string,
  target: OfficeTarget,
  soffice: string,
  patience: number,
): Promise<Conversions> {
  let folder: string | undefined;
  let profile: string | undefined;
  try {
    await sweep();
    folder = await newFolder(workPrefix);
    profile = idle.pop() ?? (await newProfile());
    const output = join(folder, 'out');
    const inputs: string[] = [];
    for (const [at, bytes] of files.entries()) {
      const input = join(folder, `${at + 1}.${extension}`);
      await writeFile(input, bytes);
      inputs.push(input);
    }
    const failure = await runOffice(soffice, { profile, inputs, output, target }, patience);
    if (failure) {
      // What a stopped program leaves in its profile may be broken.
      await drop(profile);
      profile = undefined;
      return { ok: false, reason: failure };
    }
    const converted = files.map((_, at) => readFile(join(output, `${at + 1}.${target}`)));
    return { ok: true, files: await Promise.all(converted) };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  } finally {
    if (profile !== undefined) idle.push(profile);
    if (folder !== undefined) await drop(folder);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Without its folder names: they are of no use to a reader of the report.
  if ('code' in error && error.code === 'ENOENT') return 'no output';
  return error.message;
}

async function newProfile(): Promise<string> {
  const profile = await newFolder(profilePrefix);
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings);
  return profile;
}

async function newFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  folders.add(folder);
  return folder;
}

async function drop(folder: string): Promise<void> {
  folders.delete(folder);
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}

/** Once: folders go when this process ends; those of our own processes that were killed before go now. */
async function sweep(): Promise<void> {
  if (swept) return;
  swept = true;
  process.once('exit', () => {
    stopOffices();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 2 });
  });
  for (const name of await readdir(tmpdir())) {
    const prefix = [profilePrefix, workPrefix].find((known) => name.startsWith(known));
    const owner = prefix === undefined ? Number.NaN : Number.parseInt(name.slice(prefix.length), 10);
    if (!(owner > 0) || isAlive(owner)) continue;
    const folder = join(tmpdir(), name);
    if (prefix === profilePrefix) await stopLeftBehind(folder);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
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
