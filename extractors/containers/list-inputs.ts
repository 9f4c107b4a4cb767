import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, sep } from 'node:path';
import type { Problem } from '../../core/problem.ts';
import { containerKind } from '../detect-format.ts';
import { byName, type Input, isLitter, type Loading } from './input.ts';
import { type IntakeLimits, inMegabytes } from './limits.ts';
import { allowanceOf, listArchive } from './list-archive.ts';
import { fileSource } from './zip/source.ts';

export type { Input, Loading } from './input.ts';
export { defaultIntakeLimits, type IntakeLimits } from './limits.ts';

/**
 * Every file under some paths: files as given, folders in full depth and sorted, archives and mails opened (archives
 * inside archives too, up to the limits). Nothing is passed over in silence but litter of editors and file
 * managers: what cannot be read comes as an input with a problem. Bytes are read only by `load`.
 */
export async function* listInputs(paths: readonly string[], limits: IntakeLimits): AsyncGenerator<Input> {
  for (const path of paths) yield* listPath({ at: path, shown: path }, limits, new Set());
}

/** A path as the system takes it, and as a person reads it: names are bytes, and not all are UTF-8. */
interface FilePath {
  readonly at: string | Buffer;
  readonly shown: string;
}

async function* listPath(
  path: FilePath,
  limits: IntakeLimits,
  folders: ReadonlySet<string>,
): AsyncGenerator<Input> {
  const file = path.shown;
  let names: readonly Buffer[];
  let inside: ReadonlySet<string>;
  try {
    const found = await stat(path.at);
    if (!found.isDirectory()) {
      if (found.isFile()) yield* listFile(path, found.size, limits);
      else yield { file, problem: unreadable(file, 'not a file') };
      return;
    }
    // A link to a folder above would never end; what is in it is listed there.
    const self = `${found.dev}:${found.ino}`;
    if (found.ino !== 0 && folders.has(self)) return;
    inside = new Set([...folders, self]);
    names = await readdir(path.at, { encoding: 'buffer' });
  } catch (error) {
    yield { file, problem: systemProblem(file, error) };
    return;
  }
  const kept = names
    .map((bytes) => ({ bytes, name: shownName(bytes) }))
    .filter(({ name }) => !isLitter(name))
    .sort((a, b) => byName(a.name, b.name));
  for (const { bytes, name } of kept) yield* listPath(within(path, bytes, name), limits, inside);
}

function within({ at, shown }: FilePath, bytes: Buffer, name: string): FilePath {
  const slash = /[/\\]$/u.test(shown) ? '' : sep;
  const below = Buffer.concat([Buffer.from(at), Buffer.from(slash), bytes]);
  // Windows takes text; there every name is.
  return {
    at: below.toString() === `${at.toString()}${slash}${name}` ? below.toString() : below,
    shown: `${shown}${slash}${name}`,
  };
}

/** A name in UTF-8, or in GB18030 as Chinese Windows packs them; any other with its bytes escaped: `\xB1`. */
function shownName(bytes: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this one.
    }
  }
  return [...bytes]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase()}`))
    .join('');
}

async function* listFile(
  { at: path, shown: file }: FilePath,
  size: number,
  limits: IntakeLimits,
): AsyncGenerator<Input> {
  if (size === 0) {
    yield { file, problem: { code: 'file-empty' } };
    return;
  }
  const source = fileSource(path, size);
  const archive = await containerKind(source, file);
  if (archive) yield* listArchive(file, archive, source, 1, allowanceOf(limits), limits);
  else if (size > limits.maxFileBytes) {
    const values = { size: inMegabytes(size), limit: inMegabytes(limits.maxFileBytes) };
    yield { file, problem: { code: 'file-too-large', values } };
  } else yield { file, name: basename(file), load: () => loadFile(path, file) };
}

async function loadFile(path: string | Buffer, file: string): Promise<Loading> {
  try {
    return { bytes: await readFile(path) };
  } catch (error) {
    return { problem: systemProblem(file, error) };
  }
}

function unreadable(file: string, reason: string): Problem {
  return { code: 'file-unreadable', values: { file, reason } };
}

function systemProblem(file: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'file-missing', values: { file } };
  return unreadable(file, code || (error instanceof Error ? error.message : String(error)));
}
