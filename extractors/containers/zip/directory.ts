import type { ByteSource } from './source.ts';

/** One entry of a ZIP archive as its directory describes it; sizes are claims until the entry is read. */
export interface ZipEntry {
  readonly name: string;
  readonly folder: boolean;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Offset of the local header. */
  readonly offset: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** False when the directory at the end was missing and the entries were found one by one from the start. */
  readonly whole: boolean;
}

const endRecord = 0x06054b50;
const end64Locator = 0x07064b50;
const end64Record = 0x06064b50;
const centralHeader = 0x02014b50;
const localHeader = 0x04034b50;
const maxDirectory = 64 * 1024 * 1024;

/**
 * Lists a ZIP archive. A missing or broken directory is rebuilt from the local headers; no ZIP at all gives
 * `undefined`. Format: PKWARE APPNOTE 6.3.
 */
export async function readZipDirectory(
  source: ByteSource,
  maxEntries: number,
): Promise<ZipDirectory | undefined> {
  const listed = await readCentral(source, maxEntries);
  if (listed) return { entries: listed, whole: true };
  const found = await scanLocal(source, maxEntries);
  return found.length > 0 ? { entries: found, whole: false } : undefined;
}

async function readCentral(source: ByteSource, maxEntries: number): Promise<ZipEntry[] | undefined> {
  const tailStart = Math.max(0, source.size - 65_557);
  const tail = await source.read(tailStart, source.size - tailStart);
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== endRecord) at--;
  if (at < 0) return undefined;
  let count = tail.readUInt16LE(at + 10);
  let size = tail.readUInt32LE(at + 12);
  let offset = tail.readUInt32LE(at + 16);
  if ((count === 0xffff || size === 0xffffffff || offset === 0xffffffff) && at >= 20) {
    const large = await readEnd64(source, tail.subarray(at - 20, at));
    if (large) ({ count, size, offset } = large);
  }
  if (size > maxDirectory || offset + size > source.size) return undefined;
  const bytes = await source.read(offset, size);
  const entries: ZipEntry[] = [];
  let here = 0;
  // One more than allowed is enough to know that there are too many.
  while (
    here + 46 <= bytes.length &&
    bytes.readUInt32LE(here) === centralHeader &&
    entries.length <= maxEntries
  ) {
    const lengths = [28, 30, 32].map((field) => bytes.readUInt16LE(here + field));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
    entries.push(centralEntry(bytes.subarray(here, here + 46 + nameLength + extraLength), nameLength));
    here += 46 + nameLength + extraLength + commentLength;
  }
  return entries.length === 0 && count > 0 ? undefined : entries;
}

async function readEnd64(source: ByteSource, locator: Buffer) {
  if (locator.readUInt32LE(0) !== end64Locator) return undefined;
  const record = await source.read(Number(locator.readBigUInt64LE(8)), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== end64Record) return undefined;
  const [count = 0, size = 0, offset = 0] = [32, 40, 48].map((field) =>
    Number(record.readBigUInt64LE(field)),
  );
  return { count, size, offset };
}

function centralEntry(header: Buffer, nameLength: number): ZipEntry {
  const flags = header.readUInt16LE(8);
  const nameBytes = header.subarray(46, 46 + nameLength);
  const extra = header.subarray(46 + nameLength);
  const name = decodeName(nameBytes, flags, extra);
  const claims = [24, 20, 42].map((field) => header.readUInt32LE(field));
  const [size = 0, packed = 0, offset = 0] = largeSizes(claims, extra);
  return describe(name, flags, header.readUInt16LE(10), header.readUInt32LE(16), packed, size, offset);
}

function describe(
  name: string,
  flags: number,
  method: number,
  crc: number,
  packed: number,
  size: number,
  offset: number,
): ZipEntry {
  // Method 99 is the AES of WinZip; strong encryption hides even the names.
  const encrypted = (flags & 0x41) !== 0 || method === 99;
  return { name, folder: name.endsWith('/'), encrypted, method, crc, packed, size, offset };
}

/** ZIP64: every field of 0xffffffff stands as eight bytes in the extra field, in this order. */
function largeSizes(claims: readonly number[], extra: Buffer): number[] {
  const field = extraField(extra, 0x0001);
  let at = 0;
  return claims.map((claim) => {
    if (claim !== 0xffffffff || !field || at + 8 > field.length) return claim;
    at += 8;
    return Number(field.readBigUInt64LE(at - 8));
  });
}

function extraField(extra: Buffer, id: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return undefined;
}

/** UTF-8 by flag or by the Unicode extra field; else UTF-8 if it is valid, else GB18030 as Chinese Windows writes. */
function decodeName(bytes: Buffer, flags: number, extra: Buffer): string {
  const unicode = extraField(extra, 0x7075);
  if (unicode && unicode.length > 5) return unicode.subarray(5).toString('utf8').replaceAll('\\', '/');
  let name: string;
  if (flags & 0x800) name = bytes.toString('utf8');
  else {
    try {
      name = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      name = new TextDecoder('gb18030').decode(bytes);
    }
  }
  return name.replaceAll('\\', '/');
}

async function scanLocal(source: ByteSource, maxEntries: number): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 30 <= source.size && entries.length <= maxEntries) {
    const header = await source.read(at, 30);
    if (header.length < 30 || header.readUInt32LE(0) !== localHeader) {
      const next = await findLocal(source, at + 1);
      if (next === undefined) break;
      at = next;
      continue;
    }
    const flags = header.readUInt16LE(6);
    const nameLength = header.readUInt16LE(26);
    const extraLength = header.readUInt16LE(28);
    const more = await source.read(at + 30, nameLength + extraLength);
    const name = decodeName(more.subarray(0, nameLength), flags, more.subarray(nameLength));
    const start = at + 30 + nameLength + extraLength;
    const streamed = (flags & 8) !== 0 && header.readUInt32LE(18) === 0;
    const next = streamed
      ? ((await findLocal(source, start)) ?? source.size)
      : start + header.readUInt32LE(18);
    const packed = Math.max(0, Math.min(next, source.size) - start);
    // A streamed entry writes its size behind its bytes; 0xffffffff stands for "unknown" here.
    const size = streamed ? 0xffffffff : header.readUInt32LE(22);
    entries.push(
      describe(name, flags, header.readUInt16LE(8), streamed ? 0 : header.readUInt32LE(14), packed, size, at),
    );
    at = next;
  }
  return entries;
}

async function findLocal(source: ByteSource, from: number): Promise<number | undefined> {
  const step = 1 << 20;
  for (let at = from; at < source.size; at += step) {
    const bytes = await source.read(at, step + 3);
    const found = bytes.indexOf('PK\u0003\u0004', 0, 'latin1');
    if (found >= 0) return at + found;
  }
  return undefined;
}
