import { open } from 'node:fs/promises';

/** Bytes that can be read from anywhere, so that a large archive need not be in memory. */
export interface ByteSource {
  readonly size: number;
  /** Fewer bytes than asked for only at the end. */
  read(offset: number, length: number): Promise<Buffer>;
}

export function bytesSource(bytes: Uint8Array): ByteSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { size: buffer.length, read: async (offset, length) => cut(buffer, offset, length) };
}

function cut(buffer: Buffer, offset: number, length: number): Buffer {
  return buffer.subarray(Math.max(0, offset), Math.max(0, offset + length));
}

/** Opens the file for each reading, so that nothing stays open however many archives are listed. */
export function fileSource(path: string | Buffer, size: number): ByteSource {
  return {
    size,
    read: async (offset, length) => {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      const handle = await open(path, 'r');
      try {
        let done = 0;
        while (done < buffer.length) {
          const { bytesRead } = await handle.read(buffer, done, buffer.length - done, offset + done);
          if (bytesRead === 0) break;
          done += bytesRead;
        }
        return buffer.subarray(0, done);
      } finally {
        await handle.close();
      }
    },
  };
}

/** Bytes that may be forgotten when memory is short, and are then fetched again: an archive inside an archive. */
export function reloadedSource(first: Uint8Array, reload: () => Promise<Uint8Array>): ByteSource {
  let held = new WeakRef(first);
  return {
    size: first.length,
    read: async (offset, length) => {
      const bytes = held.deref() ?? (await reload());
      held = new WeakRef(bytes);
      return cut(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset, length);
    },
  };
}
