import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileFault } from '../file-fault.ts';
import { type Blobs, StoreFailure } from '../ports.ts';
import { checkBlobId, isBlob } from './blob-id.ts';

/**
 * Blobs as files of a folder, `<first two digits>/<id>`, made when the first one comes. A file appears whole or not
 * at all, since it is written under another name first; several processes may write the same one at once. Bytes
 * that are no longer what their name says are a failure when read, and are written anew when they come again.
 */
export function fileBlobs(folder: string): Blobs {
  const pathOf = (id: string) => {
    checkBlobId(id);
    return join(folder, id.slice(0, 2), id);
  };
  return {
    async put(id, bytes) {
      const path = pathOf(id);
      try {
        if ((await sizeOf(path)) === bytes.length && isBlob(id, await readFile(path))) return;
        await mkdir(dirname(path), { recursive: true });
        await writeWhole(path, bytes);
      } catch (error) {
        throw fileFault(error);
      }
    },

    async get(id) {
      const path = pathOf(id);
      const bytes = await unlessMissing(() => readFile(path));
      if (bytes && !isBlob(id, bytes)) throw new StoreFailure('damaged', path);
      return bytes;
    },

    async has(id) {
      return (await sizeOf(pathOf(id))) !== undefined;
    },
  };
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${randomUUID()}.new`;
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await unlessMissing(() => stat(path)))?.size;
}

async function unlessMissing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw fileFault(error);
  }
}
