import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
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
  for (const path of paths) yield* listPath(path, limits, new Set());
}

async function* listPath(
  path: string,
  limits: IntakeLimits,
  folders: ReadonlySet<string>,
): AsyncGenerator<Input> {
  const file = path;
  let names: readonly string[];
  let inside: ReadonlySet<string>;
  try {
    const found = await stat(path);
    if (!found.isDirectory()) {
      if (found.isFile()) yield* listFile(path, file, found.size, limits);
      else yield { file, problem: unreadable(file, 'not a file') };
      return;
    }
    // A link to a folder above would never end; what is in it is listed there.
    const self = `${found.dev}:${found.ino}`;
    if (found.ino !== 0 && folders.has(self)) return;
    inside = new Set([...folders, self]);
    names = await readdir(path);
  } catch (error) {
    yield { file, problem: systemProblem(file, error) };
    return;
  }
  const kept = names.filter((name) => !isLitter(name)).sort(byName);
  for (const name of kept) yield* listPath(join(path, name), limits, inside);
}

async function* listFile(
  path: string,
  file: string,
  size: number,
  limits: IntakeLimits,
): AsyncGenerator<Input> {
  if (size === 0) {
    yield { file, problem: { code: 'file-empty' } };
    return;
  }
  const source = fileSource(path, size);
  const archive = await containerKind(source, path);
  if (archive) yield* listArchive(file, archive, source, 1, allowanceOf(limits), limits);
  else if (size > limits.maxFileBytes) {
    const values = { size: inMegabytes(size), limit: inMegabytes(limits.maxFileBytes) };
    yield { file, problem: { code: 'file-too-large', values } };
  } else yield { file, name: basename(path), load: () => loadFile(path, file) };
}

async function loadFile(path: string, file: string): Promise<Loading> {
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
