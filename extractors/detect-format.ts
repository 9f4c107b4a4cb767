import type { Format } from '../core/document.ts';
import type { Problem } from '../core/problem.ts';
import type { ContainerKind } from './containers/container.ts';
import { readZipDirectory, type ZipEntry } from './containers/zip/directory.ts';
import { readZipEntry } from './containers/zip/read-entry.ts';
import { type ByteSource, bytesSource } from './containers/zip/source.ts';
import { isEncryptedWord, isOle, readOle } from './word/office/ole.ts';
import type { OfficeKind } from './word/office/read-office.ts';

/** What a file is, told by its content. `office` names what a file for LibreOffice holds inside. */
export type Detection =
  | {
      readonly kind: 'document';
      readonly format: Format;
      readonly office?: OfficeKind;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'container'; readonly container: ContainerKind }
  | { readonly kind: 'none'; readonly problem: Problem };

/** Extensions that each format rightly bears. */
const extensions: Readonly<Record<Format, readonly string[]>> = {
  pdf: ['pdf'],
  ofd: ['ofd'],
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  doc: ['doc', 'dot'],
  wps: ['wps', 'wpt'],
  odt: ['odt', 'ott', 'fodt'],
  xlsx: ['xlsx', 'xlsm', 'xltx', 'et'],
  xls: ['xls', 'xlt', 'et', 'ett'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  tiff: ['tif', 'tiff'],
  html: ['html', 'htm', 'xhtml', 'shtml'],
  txt: ['txt', 'md', 'text', 'log', 'csv'],
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
  if (archive === 'RAR' || archive === '7z') return { kind: 'container', container: archive };
  const ole = readOle(bytes);
  if (ole) {
    const names = new Set([...ole.names].map((one) => one.toLowerCase()));
    if (names.has('encryptedpackage')) return none('file-encrypted');
    if ([...names].some((one) => one.startsWith('__substg1.0_')))
      return { kind: 'container', container: 'msg' };
    if (names.has('workbook') || names.has('book')) return found('xls');
    if (names.has('powerpoint document')) return notRead('PPT');
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
  if (isMail(text, name)) return { kind: 'container', container: 'eml' };
  if (extensions.txt.includes(extensionOf(name)) && isText(head)) return found('txt');
  return none('format-unknown');
}

/** Header lines of RFC 5322, of which a mail has one of these among its first. */
function isMail(text: string, name: string): boolean {
  const headers = /^(?:[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*\r?\n)+/.exec(text)?.[0] ?? '';
  const known =
    headers.match(/^(?:from|to|subject|date|mime-version|received|message-id|return-path):/gim) ?? [];
  return known.length >= (extensionOf(name) === 'eml' ? 1 : 3);
}

/** No control characters but tabs and line ends; UTF-16 has zeros. */
function isText(head: Buffer): boolean {
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return wide || !head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
}

/** A document of a kind that this program does not read, whole as it is: nobody need hand it in again. */
function notRead(format: string): Detection {
  return { kind: 'none', problem: { code: 'format-not-read', values: { format } } };
}

function none(code: 'file-empty' | 'file-encrypted' | 'format-unknown'): Detection {
  return { kind: 'none', problem: { code } };
}

function asDocument(format: Format, name: string, office?: OfficeKind): Detection {
  const extension = extensionOf(name);
  const right =
    office === undefined || office === 'ole' || office === 'odt'
      ? extensions[format].includes(extension)
      : extension === office;
  const values = {
    extension: extension === '' ? '—' : `.${extension}`,
    format: office === 'rtf' ? 'RTF' : format.toUpperCase(),
  };
  const problems: Problem[] = right ? [] : [{ code: 'format-renamed', values }];
  return { kind: 'document', format, ...(office && { office }), problems };
}

async function insideZip(bytes: Uint8Array, name: string): Promise<Detection> {
  const inside = await zipContent(bytesSource(bytes), name);
  switch (inside) {
    case 'docx':
    case 'xlsx':
    case 'ofd':
      return asDocument(inside, name);
    case 'odt':
      return asDocument('odt', name, 'odt');
    case 'files':
      return { kind: 'container', container: 'zip' };
    default:
      return notRead(inside);
  }
}

/** Documents that are a ZIP inside, by a part that each of them has. */
const packages: readonly (readonly [kind: ZipContent, part: RegExp])[] = [
  ['docx', /^\/?word\/.*\.xml$/i],
  ['xlsx', /^\/?xl\/workbook\.(?:xml|bin)$/i],
  ['PPTX', /^\/?ppt\//i],
  ['ofd', /^\/?OFD\.xml$/i],
];
type ZipContent = 'docx' | 'xlsx' | 'ofd' | 'odt' | 'PPTX' | 'ODS' | 'ODP' | 'OpenDocument' | 'OPC' | 'files';

async function zipContent(source: ByteSource, name: string): Promise<ZipContent> {
  const directory = await readZipDirectory(source, 20_000);
  const entries = directory?.entries ?? [];
  for (const [kind, part] of packages) if (entries.some((entry) => part.test(entry.name))) return kind;
  const type = entries.find((entry) => entry.name === 'mimetype');
  if (type) return await openDocumentKind(source, type);
  if (entries.some((entry) => entry.name === '[Content_Types].xml')) return 'OPC';
  const extension = extensionOf(name);
  if (/^(docx|docm|dotx)$/.test(extension)) return 'docx';
  return 'files';
}

/** OpenDocument names its type in its first entry, which is not packed. */
async function openDocumentKind(source: ByteSource, entry: ZipEntry): Promise<ZipContent> {
  const read = await readZipEntry(source, entry, 200);
  const type = read.ok ? Buffer.from(read.bytes).toString('latin1') : '';
  if (/opendocument\.text/.test(type)) return 'odt';
  if (/opendocument\.spreadsheet/.test(type)) return 'ODS';
  return /opendocument\.presentation/.test(type) ? 'ODP' : 'OpenDocument';
}

/** The kind of container a file is, told by its content; `undefined` for documents and whatever else. */
export async function containerKind(source: ByteSource, name: string): Promise<ContainerKind | undefined> {
  const head = await source.read(0, 4096);
  const signature = archiveSignature(head);
  if (signature === 'zip') return (await zipContent(source, name)) === 'files' ? 'zip' : undefined;
  if (signature) return signature;
  if (isOle(head) && extensionOf(name) === 'msg') return 'msg';
  return isMail(head.toString('latin1').replace(/^\xef\xbb\xbf/, ''), name) ? 'eml' : undefined;
}

function archiveSignature(head: Uint8Array): ContainerKind | undefined {
  const hex = Buffer.from(head.subarray(0, 6)).toString('hex');
  if (hex === '526172211a07') return 'RAR';
  if (hex === '377abcaf271c') return '7z';
  // An ordinary archive, an empty one, one split or written to a stream.
  return /^504b(?:0304|0506|0708)/.test(hex) ? 'zip' : undefined;
}
