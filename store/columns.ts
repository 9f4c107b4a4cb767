import { promisify } from 'node:util';
import { gunzip, gunzipSync, gzip } from 'node:zlib';
import { StoreFailure } from './ports.ts';
import type { Bytes } from './schema.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** UTF-16 units of a clipped column: at three bytes each they fit an index entry of PostgreSQL. */
const clipped = 300;

/** So many rows go into one statement, and so many keys into one question. */
export const chunkSize = 200;

export function chunks<T>(values: readonly T[], size = chunkSize): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < values.length; at += size) parts.push(values.slice(at, at + size));
  return parts;
}

/** Text as every back end can keep it: PostgreSQL knows no NUL, and half a surrogate pair is no character. */
export function kept(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** The beginning of a text, for a column with an index. */
export function clip(text: string): string {
  return kept(text.slice(0, clipped));
}

/** Bytes as a driver gives them, without a copy. */
export function bytesOf(bytes: Bytes): Buffer {
  return bytes instanceof ArrayBuffer
    ? Buffer.from(bytes)
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** gzip of the bytes: the fastest level, since what is kept is text and shrinks to a tenth all the same. */
export async function packBytes(bytes: Uint8Array | string): Promise<Buffer> {
  return await compress(bytes, { level: 1 });
}

export async function unpackBytes(bytes: Bytes): Promise<Buffer> {
  try {
    return bytes.byteLength < little ? gunzipSync(bytesOf(bytes)) : await decompress(bytesOf(bytes));
  } catch (error) {
    throw new StoreFailure('damaged', messageOf(error), { cause: error });
  }
}

/** Packed bytes that are unpacked sooner than another thread would have begun. */
const little = 16_384;

/** gzip of JSON. */
export async function pack(value: unknown): Promise<Buffer> {
  return await packBytes(json(value));
}

/** Throws a failure where the value is too large to be written as one text, or is no JSON at all. */
export function json(value: unknown): string {
  try {
    const text: unknown = JSON.stringify(value);
    if (typeof text === 'string') return text;
  } catch (error) {
    throw new StoreFailure('failed', messageOf(error), { cause: error });
  }
  throw new StoreFailure('failed', `no JSON: ${typeof value}`);
}

/** What `pack` made. The shape is the caller's to vouch for: it is what the same repository put there. */
export async function unpack(bytes: Bytes): Promise<unknown> {
  return parsed((await unpackBytes(bytes)).toString('utf8'));
}

/** A JSON column. */
export function parsed(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return value;
  } catch (error) {
    throw new StoreFailure('damaged', messageOf(error), { cause: error });
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
