import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Container, Entry, EntryReading, Opening } from '../container.ts';
import { isUnsafe } from '../unsafe-name.ts';
import type { ByteSource } from '../zip/source.ts';
import { hidesNames } from './hidden-names.ts';
import { entriesIn } from './listing.ts';
import { runUnpacker } from './run-unpacker.ts';

/** Folders with unpacked files; they end with this process. */
const folders = new Set<string>();
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
const piece = 8 * 1024 * 1024;

/**
 * A RAR or 7z archive as a container. Such archives pack files together, so all are unpacked at once, into a folder of
 * their own, when the first is asked for: who asks has looked at what the entries claim.
 */
export async function openSevenZip(source: ByteSource): Promise<Opening> {
  if (await hidesNames(source)) return 'encrypted';
  const folder = await mkdtemp(join(tmpdir(), 'chushen-archive-'));
  folders.add(folder);
  const archive = join(folder, 'archive');
  await copy(source, archive);
  const listed = await runUnpacker({ act: 'list', archive });
  if (!listed) return 'damaged';
  const entries = entriesIn(listed.lines);
  if (entries.length === 0 && !listed.ok) return 'damaged';
  const wanted = entries.filter(
    ({ name, folder: isFolder, encrypted }) => !isFolder && !encrypted && !isUnsafe(name),
  );
  const into = join(folder, 'files');
  let unpacked: Promise<boolean> | undefined;
  const unpack = async (): Promise<boolean> => {
    await mkdir(into);
    const done = await runUnpacker({ act: 'unpack', archive, into, names: wanted.map(({ name }) => name) });
    return done !== undefined;
  };
  const read = async (entry: Entry, maxBytes: number): Promise<EntryReading> => {
    if (entry.encrypted) return { ok: false, reason: 'encrypted' };
    if ((entry.size ?? 0) > maxBytes) return { ok: false, reason: 'too-large' };
    unpacked ??= unpack();
    if (!(await unpacked)) return { ok: false, reason: 'damaged' };
    return await readUnpacked(join(into, ...entry.name.split('/')), entry, maxBytes);
  };
  const container: Container = { entries, count: entries.length, whole: listed.ok, read };
  return container;
}

async function readUnpacked(path: string, entry: Entry, maxBytes: number): Promise<EntryReading> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) return { ok: false, reason: 'too-large' };
    return { ok: true, bytes: await readFile(path), whole: entry.size === undefined || entry.size === size };
  } catch {
    return { ok: false, reason: 'damaged' };
  }
}

async function copy(source: ByteSource, path: string): Promise<void> {
  const handle = await open(path, 'w');
  try {
    for (let at = 0; at < source.size; at += piece)
      await handle.write(await source.read(at, Math.min(piece, source.size - at)));
  } finally {
    await handle.close();
  }
}
