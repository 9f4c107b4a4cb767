import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { StoreFault } from '../ports.ts';

/** Length of the header of an SQLite file, and the words it begins with. */
const headerLength = 100;
const magic = Buffer.from('SQLite format 3\0', 'latin1');

/**
 * Looks at the first bytes of an SQLite file by its file format (sqlite.org/fileformat2.html, 1.3), before libsql
 * does: of a database whose header says another text encoding it makes wrong texts, and it takes an odd header for
 * another program's file. `undefined`: nothing is wrong, or the file is empty and becomes a store. Throws where the
 * file cannot be read and written.
 */
export function faultOfHeader(file: string): StoreFault | undefined {
  const handle = openSync(file, 'r+');
  try {
    const { size } = fstatSync(handle);
    if (size === 0) return undefined;
    const header = Buffer.alloc(headerLength);
    const read = readSync(handle, header, 0, headerLength, 0);
    const begins = header.subarray(0, magic.length).equals(magic);
    if (read < headerLength) return begins ? 'damaged' : 'not-a-store';
    const right = isHeader(header);
    if (begins) return right && size >= pageSize(header) ? undefined : 'damaged';
    return right ? 'damaged' : 'not-a-store';
  } finally {
    closeSync(handle);
  }
}

/** Whether all but the magic words is as SQLite, with texts in UTF-8, writes it. */
function isHeader(header: Buffer): boolean {
  const size = pageSize(header);
  return (
    size >= 512 &&
    size <= 65_536 &&
    (size & (size - 1)) === 0 &&
    [1, 2].includes(header.readUInt8(18)) &&
    [1, 2].includes(header.readUInt8(19)) &&
    // Fixed by the format: shares of a page, in 255ths.
    header.readUInt8(21) === 64 &&
    header.readUInt8(22) === 32 &&
    header.readUInt8(23) === 32 &&
    header.readUInt32BE(44) <= 4 &&
    header.readUInt32BE(56) <= 1
  );
}

/** 1 stands for 65,536, which two bytes cannot hold. */
function pageSize(header: Buffer): number {
  const written = header.readUInt16BE(16);
  return written === 1 ? 65_536 : written;
}
