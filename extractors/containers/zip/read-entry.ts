import zlib from 'node:zlib';
import type { EntryReading } from '../container.ts';
import type { ZipEntry } from './directory.ts';
import type { ByteSource } from './source.ts';

/**
 * Unpacks one entry, never holding more than `maxBytes`, whatever the directory claims. A cut or damaged entry
 * gives the bytes before the damage with `whole: false`.
 */
export async function readZipEntry(
  source: ByteSource,
  entry: ZipEntry,
  maxBytes: number,
): Promise<EntryReading> {
  if (entry.encrypted) return { ok: false, reason: 'encrypted' };
  if (entry.method !== 0 && entry.method !== 8) return { ok: false, reason: 'method' };
  const known = entry.size !== 0xffffffff;
  if (known && entry.size > maxBytes) return { ok: false, reason: 'too-large' };
  const header = await source.read(entry.offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) return { ok: false, reason: 'damaged' };
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (entry.method === 0 && entry.packed > maxBytes) return { ok: false, reason: 'too-large' };
  const packed = await source.read(start, Math.min(entry.packed, source.size));
  if (entry.method === 0) return { ok: true, bytes: packed, whole: sound(packed, entry) };
  // One byte over the claim shows that the claim is a lie.
  const limit = Math.min(maxBytes, known ? entry.size : maxBytes) + 1;
  const bytes = inflate(packed, limit);
  if (!bytes) return { ok: false, reason: 'damaged' };
  if (bytes === 'too-large') return { ok: false, reason: 'too-large' };
  return { ok: true, bytes, whole: sound(bytes, entry) };
}

function sound(bytes: Buffer, entry: ZipEntry): boolean {
  return bytes.length === entry.size && zlib.crc32(bytes) === entry.crc;
}

function inflate(packed: Buffer, limit: number): Buffer | 'too-large' | undefined {
  try {
    const bytes = zlib.inflateRawSync(packed, {
      maxOutputLength: limit,
      finishFlush: zlib.constants.Z_SYNC_FLUSH,
    });
    return bytes.length === limit ? 'too-large' : bytes;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      return 'too-large';
    return inflateUntilDamage(packed, limit);
  }
}

/** zlib throws away what it had when it meets wrong data; half of the bytes, then half of the rest, saves most. */
function inflateUntilDamage(packed: Buffer, limit: number): Buffer | undefined {
  let saved: Buffer | undefined;
  let good = 0;
  let bad = packed.length;
  while (bad - good > 64) {
    const middle = (good + bad) >> 1;
    try {
      const options = { maxOutputLength: limit, finishFlush: zlib.constants.Z_SYNC_FLUSH };
      saved = zlib.inflateRawSync(packed.subarray(0, middle), options);
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return saved && saved.length > 0 ? saved : undefined;
}
