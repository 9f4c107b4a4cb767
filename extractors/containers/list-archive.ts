import type { Problem } from '../../core/problem.ts';
import { containerKind, extensionOf } from '../detect-format.ts';
import type { Container, ContainerKind, Entry } from './container.ts';
import { byName, type Input, isLitter, type Loading } from './input.ts';
import { type IntakeLimits, inMegabytes } from './limits.ts';
import { openContainer } from './open-container.ts';
import { isUnsafe } from './unsafe-name.ts';
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
 * Lists the files of an archive or a mail, sorted by name. Sizes are checked against the limits before anything is
 * unpacked, and again byte by byte while it is, since a directory may lie.
 */
export async function* listArchive(
  file: string,
  kind: ContainerKind,
  source: ByteSource,
  depth: number,
  allowance: Allowance,
  limits: IntakeLimits,
): AsyncGenerator<Input> {
  if (depth > limits.maxArchiveDepth) {
    yield { file, problem: { code: 'archive-too-deep', values: { limit: limits.maxArchiveDepth } } };
    return;
  }
  const opened = await openContainer(kind, source, allowance.entries);
  if (opened === 'damaged' || opened === 'encrypted') {
    const damaged: Problem = { code: 'file-damaged', values: { reason: kind } };
    yield { file, problem: opened === 'encrypted' ? { code: 'file-encrypted' } : damaged };
    return;
  }
  const entries = opened.entries.filter((entry) => !entry.folder && !isLitter(entry.name));
  const claimed = entries.reduce((sum, entry) => sum + (entry.size ?? 0), 0);
  if (opened.count > allowance.entries || claimed > allowance.bytes) {
    yield { file, problem: bombProblem(limits) };
    return;
  }
  allowance.entries -= opened.count;
  allowance.bytes -= claimed;
  if (!opened.whole) yield { file, problem: { code: 'file-repaired' } };
  if (entries.length === 0) yield { file, problem: { code: 'archive-empty' } };
  for (const entry of [...entries].sort((a, b) => byName(a.name, b.name))) {
    yield* listEntry(`${file}!/${entry.name}`, entry, opened, depth, allowance, limits);
  }
}

function bombProblem(limits: IntakeLimits): Problem {
  const values = { limit: inMegabytes(limits.maxArchiveBytes), entries: limits.maxArchiveEntries };
  return { code: 'archive-bomb', values };
}

async function* listEntry(
  file: string,
  entry: Entry,
  container: Container,
  depth: number,
  allowance: Allowance,
  limits: IntakeLimits,
): AsyncGenerator<Input> {
  const load = () => loadEntry(entry, container, limits);
  if (isUnsafe(entry.name))
    yield { file, problem: { code: 'archive-entry-unsafe', values: { entry: entry.name } } };
  else if (entry.encrypted) yield { file, problem: { code: 'file-encrypted' } };
  else if (!/^(zip|rar|7z|eml|msg|)$/.test(extensionOf(entry.name))) {
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
  const archive = await containerKind(bytesSource(loading.bytes), file);
  if (archive) {
    const source = reloadedSource(loading.bytes, async () => {
      const again = await load();
      return 'bytes' in again ? again.bytes : new Uint8Array();
    });
    yield* listArchive(file, archive, source, depth + 1, allowance, limits);
  } else yield { file, name: file.split('/').at(-1) ?? file, load };
}

async function loadEntry(entry: Entry, container: Container, limits: IntakeLimits): Promise<Loading> {
  try {
    const limit = limits.maxFileBytes;
    const reading = await container.read(entry, limit);
    if (reading.ok) {
      if (reading.bytes.length === 0) return { problem: { code: 'file-empty' } };
      // A cut file is still handed on: its reader says what is missing.
      return { bytes: reading.bytes };
    }
    if (reading.reason === 'encrypted') return { problem: { code: 'file-encrypted' } };
    if (reading.reason === 'method') return { problem: { code: 'archive-method-unsupported' } };
    if (reading.reason !== 'too-large')
      return { problem: { code: 'file-damaged', values: { reason: reading.reason } } };
    if ((entry.size ?? 0) <= limit) return { problem: bombProblem(limits) };
    const values = { size: inMegabytes(entry.size ?? 0), limit: inMegabytes(limit) };
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
