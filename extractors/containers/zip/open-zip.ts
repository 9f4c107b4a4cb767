import type { Entry, Opening } from '../container.ts';
import { readZipDirectory, type ZipEntry } from './directory.ts';
import { readZipEntry } from './read-entry.ts';
import type { ByteSource } from './source.ts';

/** Size that a ZIP written to a stream claims: none. */
const unknownSize = 0xffffffff;

/** A ZIP archive as a container. */
export async function openZip(source: ByteSource, maxEntries: number): Promise<Opening> {
  const directory = await readZipDirectory(source, maxEntries);
  if (!directory) return 'damaged';
  const listed = new Map<Entry, ZipEntry>(directory.entries.map((entry) => [entryOf(entry), entry]));
  return {
    entries: [...listed.keys()],
    count: directory.entries.length,
    whole: directory.whole,
    read: async (entry, maxBytes) => {
      const found = listed.get(entry);
      return found ? await readZipEntry(source, found, maxBytes) : { ok: false, reason: 'damaged' };
    },
  };
}

/** Where the directory states no size the packed one is the least it can be. */
const entryOf = ({ name, folder, encrypted, size, packed }: ZipEntry): Entry => ({
  name,
  folder,
  encrypted,
  size: size === unknownSize ? packed : size,
});
