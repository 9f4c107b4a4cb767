import type { ByteSource } from '../zip/source.ts';

/** AES-256 with SHA-256 as 7z numbers its methods (7zFormat.txt). */
const aes = Buffer.from('06f10701', 'hex');
const longestHeader = 1024 * 1024;

/** Whether an archive keeps even the names of its files behind its password. */
export async function hidesNames(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, 64);
  if (head.subarray(0, 6).toString('hex') === '377abcaf271c') return await isEncoded7z(source, head);
  const rar5 = head.subarray(0, 8).toString('hex') === '526172211a070100';
  return rar5 ? firstTypeOf(head) === 4 : head.length >= 12 && (head.readUInt16LE(10) & 0x80) !== 0;
}

/** The header at the end is itself packed, by AES among others. */
async function isEncoded7z(source: ByteSource, head: Buffer): Promise<boolean> {
  if (head.length < 32) return false;
  const offset = 32 + Number(head.readBigUInt64LE(12));
  const size = Number(head.readBigUInt64LE(20));
  if (size > longestHeader || offset + size > source.size) return false;
  const header = await source.read(offset, size);
  return header[0] === 0x17 && header.includes(aes);
}

/** Type of the first block after the signature of RAR 5: checksum, size and type, the last two as numbers of 7-bit groups. */
function firstTypeOf(head: Buffer): number {
  let at = 12;
  while (((head[at] ?? 0) & 0x80) !== 0) at++;
  return head[at + 1] ?? 0;
}
