import type { Format } from '../core/document.ts';
import type { Problem } from '../core/problem.ts';
import { readZipDirectory } from './containers/zip/directory.ts';
import { type ByteSource, bytesSource } from './containers/zip/source.ts';
import { isEncryptedWord, readOle } from './word/office/ole.ts';
import type { OfficeKind } from './word/office/read-office.ts';

export type ArchiveKind = 'zip' | 'RAR' | '7z';

/** What a file is, told by its content. `office` names what a DOC or WPS holds inside. */
export type Detection =
  | {
      readonly kind: 'document';
      readonly format: Format;
      readonly office?: OfficeKind;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'archive'; readonly archive: ArchiveKind }
  | { readonly kind: 'none'; readonly problem: Problem };

/** Extensions that each format rightly bears. */
const extensions: Readonly<Record<Format, readonly string[]>> = {
  pdf: ['pdf'],
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  doc: ['doc', 'dot'],
  wps: ['wps', 'wpt'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  tiff: ['tif', 'tiff'],
  html: ['html', 'htm', 'xhtml', 'shtml'],
};

/** The extension of a file name in lower case, without the dot. */
export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Tells a file's format by its bytes; an extension that says otherwise is reported as `format-renamed`. */
export async function detectFormat(bytes: Uint8Array, name: string): Promise<Detection> {
  if (bytes.length === 0) return none('file-empty');
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096));
  const starts = (...signature: number[]) => signature.every((byte, i) => head[i] === byte);
  const found = (format: Format, office?: OfficeKind) => asDocument(format, name, office);

  if (starts(0x89, 0x50, 0x4e, 0x47)) return found('png');
  if (starts(0xff, 0xd8, 0xff)) return found('jpeg');
  if (starts(0x49, 0x49, 0x2a, 0) || starts(0x4d, 0x4d, 0, 0x2a)) return found('tiff');
  if (starts(0x49, 0x49, 0x2b, 0) || starts(0x4d, 0x4d, 0, 0x2b)) return found('tiff');
  const archive = archiveSignature(head);
  if (archive === 'RAR' || archive === '7z') return { kind: 'archive', archive };
  const ole = readOle(bytes);
  if (ole) {
    if (ole.names.has('EncryptedPackage')) return none('file-encrypted');
    if (ole.names.has('WordDocument') || /^(doc|wps|dot|wpt)$/.test(extensionOf(name))) {
      if (isEncryptedWord(ole)) return none('file-encrypted');
      return found(/^wp[st]$/.test(extensionOf(name)) ? 'wps' : 'doc', 'ole');
    }
    return none('format-unknown');
  }
  if (archive === 'zip') return await insideZip(bytes, name);
  if (head.subarray(0, 1024).includes('%PDF-')) return found('pdf');
  const text = head
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '');
  if (/^\s*\{\\rtf/.test(text)) return found('doc', 'rtf');
  if (/<w:wordDocument|<\?mso-application\s+progid="Word|<pkg:package/i.test(text))
    return found('doc', 'xml');
  if (
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div|meta|p|h\d)\b/i.test(
      text,
    )
  ) {
    return found('html');
  }
  return none('format-unknown');
}

function none(code: 'file-empty' | 'file-encrypted' | 'format-unknown'): Detection {
  return { kind: 'none', problem: { code } };
}

function asDocument(format: Format, name: string, office?: OfficeKind): Detection {
  const extension = extensionOf(name);
  const right =
    office === undefined || office === 'ole' ? extensions[format].includes(extension) : extension === office;
  const values = {
    extension: extension === '' ? '—' : `.${extension}`,
    format: office === 'rtf' ? 'RTF' : format.toUpperCase(),
  };
  const problems: Problem[] = right ? [] : [{ code: 'format-renamed', values }];
  return { kind: 'document', format, ...(office && { office }), problems };
}

async function insideZip(bytes: Uint8Array, name: string): Promise<Detection> {
  const inside = await zipContent(bytesSource(bytes), name);
  if (inside === 'word') return asDocument('docx', name);
  return inside === 'other' ? none('format-unknown') : { kind: 'archive', archive: 'zip' };
}

/** A Word document, another kind of document that is a ZIP inside, or an archive of files. */
async function zipContent(source: ByteSource, name: string): Promise<'word' | 'other' | 'files'> {
  const directory = await readZipDirectory(source, 20_000);
  const names = directory?.entries.map((entry) => entry.name) ?? [];
  if (names.some((entry) => /^\/?word\/.*\.xml$/i.test(entry))) return 'word';
  if (names.some((entry) => /^(?:(?:xl|ppt)\/|mimetype$|OFD\.xml$|\[Content_Types\]\.xml$)/i.test(entry)))
    return 'other';
  return /^(docx|docm|dotx)$/.test(extensionOf(name)) ? 'word' : 'files';
}

/** The kind of archive a file is, told by its content; `undefined` for documents and whatever else. */
export async function archiveKind(source: ByteSource, name: string): Promise<ArchiveKind | undefined> {
  const head = await source.read(0, 8);
  const signature = archiveSignature(head);
  if (signature !== 'zip') return signature;
  return (await zipContent(source, name)) === 'files' ? 'zip' : undefined;
}

function archiveSignature(head: Uint8Array): ArchiveKind | undefined {
  const hex = Buffer.from(head.subarray(0, 6)).toString('hex');
  if (hex === '526172211a07') return 'RAR';
  if (hex === '377abcaf271c') return '7z';
  // An ordinary archive, an empty one, one split or written to a stream.
  return /^504b(?:0304|0506|0708)/.test(hex) ? 'zip' : undefined;
}
