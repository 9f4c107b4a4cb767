import type { Problem } from '../../core/problem.ts';
import { archiveKind, extensionOf } from '../detect-format.ts';
import { byName, type Input, isLitter, type Loading } from './input.ts';
import { type IntakeLimits, inMegabytes } from './limits.ts';
import { readZipDirectory, type ZipEntry } from './zip/directory.ts';
import { readZipEntry } from './zip/read-entry.ts';
import { type ByteSource, bytesSource, reloadedSource } from './zip/source.ts';

/** What is left of one outermost archive's allowance; archives inside it draw on the same. */
export interface Allowance {
  bytes: number;
  entries: number;
}

export const allowanceOf = (limits: IntakeLimits): Allowance => ({
  bytes: limits.maxArchiveBytes,
  entries: limits.maxArchiveEntries,
});

/**
 * Lists the files of a ZIP archive, sorted by name. Sizes are checked against the limits before anything is
 * unpacked, and again byte by byte while it is, since a directory may lie.
 */
export async function* listArchive(
  file: string,
  source: ByteSource,
  depth: number,
  allowance: Allowance,
  limits: IntakeLimits,
): AsyncGenerator<Input> {
  if (depth > limits.maxArchiveDepth) {
    yield { file, problem: { code: 'archive-too-deep', values: { limit: limits.maxArchiveDepth } } };
    return;
  }
  const directory = await readZipDirectory(source, allowance.entries);
  if (!directory) {
    yield { file, problem: { code: 'file-damaged', values: { reason: 'zip' } } };
    return;
  }
  const entries = directory.entries.filter((entry) => !entry.folder && !isLitter(entry.name));
  const claimed = entries.reduce(
    (sum, entry) => sum + (entry.size === 0xffffffff ? entry.packed : entry.size),
    0,
  );
  if (directory.entries.length > allowance.entries || claimed > allowance.bytes) {
    yield { file, problem: bombProblem(limits) };
    return;
  }
  allowance.entries -= directory.entries.length;
  allowance.bytes -= claimed;
  if (!directory.whole) yield { file, problem: { code: 'file-repaired' } };
  if (entries.length === 0) yield { file, problem: { code: 'archive-empty' } };
  for (const entry of [...entries].sort((a, b) => byName(a.name, b.name))) {
    yield* listEntry(`${file}!/${entry.name}`, entry, source, depth, allowance, limits);
  }
}

function bombProblem(limits: IntakeLimits): Problem {
  const values = { limit: inMegabytes(limits.maxArchiveBytes), entries: limits.maxArchiveEntries };
  return { code: 'archive-bomb', values };
}

async function* listEntry(
  file: string,
  entry: ZipEntry,
  source: ByteSource,
  depth: number,
  allowance: Allowance,
  limits: IntakeLimits,
): AsyncGenerator<Input> {
  const load = () => loadEntry(entry, source, limits);
  if (isUnsafe(entry.name))
    yield { file, problem: { code: 'archive-entry-unsafe', values: { entry: entry.name } } };
  else if (entry.encrypted) yield { file, problem: { code: 'file-encrypted' } };
  else if (!/^(zip|rar|7z|)$/.test(extensionOf(entry.name))) {
    yield entry.size === 0
      ? { file, problem: { code: 'file-empty' } }
      : { file, name: entry.name.split('/').at(-1) ?? entry.name, load };
  } else yield* listNested(file, load, depth, allowance, limits);
}

/** An entry that may be an archive has to be opened to know. */
async function* listNested(
  file: string,
  load: () => Promise<Loading>,
  depth: number,
  allowance: Allowance,
  limits: IntakeLimits,
): AsyncGenerator<Input> {
  const loading = await load();
  if ('problem' in loading) {
    yield { file, problem: loading.problem };
    return;
  }
  const archive = await archiveKind(bytesSource(loading.bytes), file);
  if (archive === 'zip') {
    const source = reloadedSource(loading.bytes, async () => {
      const again = await load();
      return 'bytes' in again ? again.bytes : new Uint8Array();
    });
    yield* listArchive(file, source, depth + 1, allowance, limits);
  } else if (archive) {
    yield { file, problem: { code: 'archive-format-unsupported', values: { format: archive } } };
  } else yield { file, name: file.split('/').at(-1) ?? file, load };
}

/** Absolute, with a drive letter, or out of the archive's own folder. */
function isUnsafe(name: string): boolean {
  return (
    name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..') || name.includes('\0')
  );
}

async function loadEntry(entry: ZipEntry, source: ByteSource, limits: IntakeLimits): Promise<Loading> {
  try {
    const limit = limits.maxFileBytes;
    const reading = await readZipEntry(source, entry, limit);
    if (reading.ok) {
      if (reading.bytes.length === 0) return { problem: { code: 'file-empty' } };
      // A cut file is still handed on: its reader says what is missing.
      return { bytes: reading.bytes };
    }
    if (reading.reason === 'encrypted') return { problem: { code: 'file-encrypted' } };
    if (reading.reason !== 'too-large')
      return { problem: { code: 'file-damaged', values: { reason: reading.reason } } };
    if (entry.size <= limit) return { problem: bombProblem(limits) };
    const values = { size: inMegabytes(entry.size), limit: inMegabytes(limit) };
    return { problem: { code: 'file-too-large', values } };
  } catch (error) {
    return {
      problem: {
        code: 'file-damaged',
        values: { reason: error instanceof Error ? error.message : String(error) },
      },
    };
  }
}
