import { readZipDirectory, type ZipEntry } from '../containers/zip/directory.ts';
import { readZipEntry } from '../containers/zip/read-entry.ts';
import { bytesSource } from '../containers/zip/source.ts';
import { decodeText } from './decode-text.ts';
import { childrenOf, type Element } from './element.ts';
import { parseXml } from './parse-xml.ts';

export interface Relation {
  readonly id: string;
  /** Last word of the type's address, e.g. `header`. */
  readonly type: string;
  /** Path of the part in the package; for external targets the address as written. */
  readonly target: string;
  readonly external: boolean;
}

/** A ZIP of XML parts (DOCX, OFD) in memory-safe hands: every part is unpacked at most once and never beyond the limits. */
export interface XmlPackage {
  readonly parts: readonly string[];
  /** False once anything of it turned out to be damaged. */
  whole(): boolean;
  /** True once a part is so large that a reader that takes more time and memory must not be given it. */
  heavy(): boolean;
  bytes(part: string): Promise<Uint8Array | undefined>;
  xml(part: string): Promise<Element | undefined>;
  relations(part: string): Promise<ReadonlyMap<string, Relation>>;
}

const maxParts = 20_000;
const maxPartBytes = 256 * 1024 * 1024;
/** A tree takes some twenty times its text; real filings stay below 20 MB. */
export const maxXmlBytes = 100 * 1024 * 1024;
/** A filing of two hundred pages has some two hundred thousand. */
const manyElements = 600_000;
const maxTotalBytes = 1024 * 1024 * 1024;

/** `undefined` when the bytes are no ZIP archive. `prefixes`: namespace → the prefix that its names come with. */
export async function openPackage(
  bytes: Uint8Array,
  prefixes: ReadonlyMap<string, string>,
): Promise<XmlPackage | undefined> {
  const source = bytesSource(bytes);
  const directory = await readZipDirectory(source, maxParts);
  if (!directory) return undefined;
  const entries = new Map<string, ZipEntry>();
  for (const entry of directory.entries) entries.set(entry.name.replace(/^\//, ''), entry);
  const read = new Map<string, Uint8Array | undefined>();
  let whole = directory.whole;
  let heavy = false;
  let left = maxTotalBytes;

  const unpack = async (part: string): Promise<Uint8Array | undefined> => {
    const entry = entries.get(part);
    if (!entry) return undefined;
    const result = await readZipEntry(source, entry, Math.min(maxPartBytes, left));
    if (!result.ok || !result.whole) whole = false;
    if (!result.ok) return undefined;
    left -= result.bytes.length;
    return result.bytes;
  };
  const bytesOf = async (part: string) => {
    if (!read.has(part)) read.set(part, await unpack(part));
    return read.get(part);
  };
  const xml = async (part: string) => {
    const content = await bytesOf(part);
    if (!content) return undefined;
    if (content.length > maxXmlBytes) {
      whole = false;
      heavy = true;
      return undefined;
    }
    const reading = parseXml(decodeText(content), prefixes);
    if (!reading.whole) whole = false;
    if (reading.elements > manyElements) heavy = true;
    return childrenOf(reading.root)[0];
  };
  return {
    parts: [...entries.keys()],
    whole: () => whole,
    heavy: () => heavy,
    bytes: bytesOf,
    xml,
    relations: async (part) => readRelations(part, await xml(relationsPart(part))),
  };
}

function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function readRelations(part: string, element: Element | undefined): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  for (const { attributes } of childrenOf(element, 'Relationship')) {
    const external = attributes.TargetMode === 'External';
    const written = attributes.Target ?? '';
    const target = external ? written : resolvePart(part, written);
    const id = attributes.Id ?? '';
    relations.set(id, { id, type: (attributes.Type ?? '').split('/').at(-1) ?? '', target, external });
  }
  return relations;
}

function resolvePart(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
