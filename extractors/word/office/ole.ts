const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const endOfChain = 0xfffffffa;

export interface OleFile {
  /** Names of streams and storages. */
  readonly names: ReadonlySet<string>;
  /** First 64 bytes of the `WordDocument` stream, the start of its FIB. */
  readonly wordHead?: Buffer;
}

export function isOle(bytes: Uint8Array): boolean {
  return bytes.length >= 8 && signature.equals(bytes.subarray(0, 8));
}

/**
 * The directory of an OLE compound file ([MS-CFB]), enough to tell what it holds. A damaged one gives the names
 * found before the damage.
 */
export function readOle(bytes: Uint8Array): OleFile | undefined {
  if (!isOle(bytes) || bytes.length < 512) return undefined;
  const opened = openOle(bytes);
  if (!opened) return { names: new Set() };
  const names = new Set<string>();
  let wordHead: Buffer | undefined;
  for (const entry of opened.entries()) {
    names.add(entry.name);
    // Streams below 4096 bytes live elsewhere; a Word stream never is that short.
    if (entry.name === 'WordDocument' && entry.size >= 4096)
      wordHead = opened.at(entry.start).subarray(0, 64);
  }
  return { names, ...(wordHead && wordHead.length >= 12 && { wordHead }) };
}

/**
 * The bytes of a stream of an OLE compound file, at most 64 MB; undefined where it has none of that name. A
 * damaged chain gives the bytes before the damage.
 */
export function oleStream(bytes: Uint8Array, name: string): Buffer | undefined {
  const opened = isOle(bytes) && bytes.length >= 512 ? openOle(bytes) : undefined;
  if (!opened) return undefined;
  const entries = [...opened.entries()];
  const entry = entries.find((one) => one.name === name);
  const root = entries[0];
  if (!entry || !root) return undefined;
  const size = Math.min(entry.size, longestStream);
  if (entry.size >= shortestInSectors) return opened.chain(entry.start, size);
  // Short streams lie in pieces of 64 bytes within the root's own stream.
  const pieces = opened.chain(root.start, Math.min(root.size, longestStream));
  const table = opened.chain(opened.file.readUInt32LE(60), longestStream);
  const parts: Buffer[] = [];
  const seen = new Set<number>();
  for (let index = entry.start; index < endOfChain && !seen.has(index); ) {
    seen.add(index);
    parts.push(pieces.subarray(64 * index, 64 * index + 64));
    index = 4 * index + 4 <= table.length ? table.readUInt32LE(4 * index) : endOfChain;
  }
  return Buffer.concat(parts).subarray(0, size);
}

const longestStream = 64 * 2 ** 20;
const shortestInSectors = 4096;

interface OleEntry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

function openOle(bytes: Uint8Array) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = file.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return undefined;
  const sector = 1 << shift;
  const at = (index: number) => file.subarray((index + 1) * sector, (index + 2) * sector);
  const table = allocationSectors(file, at, sector);
  const next = (index: number): number => {
    const place = table[Math.floor(index / (sector / 4))];
    const part = place === undefined ? undefined : at(place);
    const offset = (index % (sector / 4)) * 4;
    return part && offset + 4 <= part.length ? part.readUInt32LE(offset) : endOfChain;
  };
  function* sectors(start: number): Generator<Buffer> {
    const seen = new Set<number>();
    for (let index = start; index < endOfChain && !seen.has(index); index = next(index)) {
      seen.add(index);
      yield at(index);
    }
  }
  function* entries(): Generator<OleEntry> {
    for (const part of sectors(file.readUInt32LE(48))) {
      for (let offset = 0; offset + 128 <= part.length; offset += 128) {
        const length = part.readUInt16LE(offset + 64);
        if (length < 2 || length > 64) continue;
        const name = part.toString('utf16le', offset, offset + length - 2);
        yield { name, start: part.readUInt32LE(offset + 116), size: part.readUInt32LE(offset + 120) };
      }
    }
  }
  const chain = (start: number, size: number): Buffer => {
    const parts: Buffer[] = [];
    let length = 0;
    for (const part of sectors(start)) {
      if (length >= size || part.length === 0) break;
      parts.push(part);
      length += part.length;
    }
    return Buffer.concat(parts).subarray(0, size);
  };
  return { file, at, entries, chain };
}

/** Numbers of the sectors that hold the allocation table. */
function allocationSectors(file: Buffer, at: (index: number) => Buffer, sector: number): number[] {
  const sectors: number[] = [];
  const add = (from: Buffer, count: number) => {
    for (let i = 0; i < count && i * 4 + 4 <= from.length; i++) {
      const index = from.readUInt32LE(i * 4);
      if (index < endOfChain) sectors.push(index);
    }
  };
  add(file.subarray(76, 512), 109);
  const seen = new Set<number>();
  for (let index = file.readUInt32LE(68); index < endOfChain && !seen.has(index); ) {
    seen.add(index);
    const part = at(index);
    if (part.length < sector) break;
    add(part, sector / 4 - 1);
    index = part.readUInt32LE(sector - 4);
  }
  return sectors;
}

/** `fEncrypted` of the FIB ([MS-DOC] 2.5.2): the text cannot be read without the password. */
export function isEncryptedWord(ole: OleFile): boolean {
  return ole.wordHead !== undefined && (ole.wordHead.readUInt16LE(10) & 0x0100) !== 0;
}
