import { append } from '../../../core/append.ts';
import type { Block, Document, Format, Picture } from '../../../core/document.ts';
import type { Problem } from '../../../core/problem.ts';
import { childrenOf, type Element, textOf } from '../../markup/element.ts';
import { openPackage, type Relation, type XmlPackage } from '../../markup/xml-package.ts';
import { defaultReadOptions, type ReadOptions } from '../../read-options.ts';
import { readBlocks } from './blocks.ts';
import { readChunks } from './chunks.ts';
import { problemsOf } from './found-problems.ts';
import { hashPicture } from './hash-picture.ts';
import { wordPrefixes } from './namespaces.ts';
import { ListCounter, readLists } from './numbering.ts';
import { readPageSize } from './off-page.ts';
import { exchanged } from './placed.ts';
import type { PartReading, Reading } from './reading.ts';
import { readScans } from './scans.ts';
import { secondReading } from './second-reading.ts';
import { readStyles } from './styles.ts';

const asideTypes = ['header', 'footer', 'footnotes', 'endnotes', 'comments'];

const maxHashes = 500;
/** Documents inside documents inside documents. */
const maxNesting = 3;

const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  emf: 'image/emf',
  wmf: 'image/wmf',
  svg: 'image/svg+xml',
};

/**
 * Reads a DOCX package from its own XML, with mammoth as a second reader against silent loss. A damaged package
 * is read as far as it goes (`file-repaired`). Never throws; nothing readable gives `file-damaged`.
 */
export async function readDocx(
  bytes: Uint8Array,
  format: Format = 'docx',
  options: ReadOptions = defaultReadOptions,
): Promise<Document> {
  return await readNested(bytes, format, options, 0);
}

async function readNested(
  bytes: Uint8Array,
  format: Format,
  options: ReadOptions,
  depth: number,
): Promise<Document> {
  try {
    const pack = await openPackage(bytes, wordPrefixes);
    if (!pack) return lost(format, 'zip');
    const main = await mainPart(pack);
    const root = await pack.xml(main);
    if (!root) return await secondReading.instead(pack, format, main);
    return await readParts(pack, main, root, format, options, depth);
  } catch (error) {
    return lost(format, error instanceof Error ? error.message : String(error));
  }
}

function lost(format: Format, reason: string): Document {
  const problems: Problem[] = [{ code: 'file-damaged', values: { reason } }];
  return { format, pages: [], body: [], marginalia: [], pictures: [], problems };
}

async function mainPart(pack: XmlPackage): Promise<string> {
  const relations = [...(await pack.relations('')).values()];
  const named = relations.find((relation) => relation.type === 'officeDocument')?.target;
  return named !== undefined && pack.parts.includes(named) ? named : 'word/document.xml';
}

async function readParts(
  pack: XmlPackage,
  main: string,
  root: Element,
  format: Format,
  options: ReadOptions,
  depth: number,
): Promise<Document> {
  const relations = await pack.relations(main);
  const byType = (type: string) => [...relations.values()].filter((relation) => relation.type === type);
  const related = async (type: string) => {
    const target = byType(type)[0]?.target;
    return target === undefined ? undefined : await pack.xml(target);
  };
  const stylesRoot = await related('styles');
  const defaultStyle = childrenOf(stylesRoot, 'w:style').find(
    ({ attributes }) => attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1',
  )?.attributes['w:styleId'];
  const bodyElement = childrenOf(root, 'w:body')[0] ?? root;
  const inner = (bytes: Uint8Array) => readNested(bytes, format, options, depth + 1);
  const chunks = await readChunks(pack, relations, options, depth < maxNesting ? inner : undefined);
  const all: Reading = {
    styles: readStyles(stylesRoot),
    ...(defaultStyle !== undefined && { defaultStyle }),
    lists: new ListCounter(readLists(await related('numbering'))),
    pictures: [],
    page: readPageSize(bodyElement),
    hidden: [],
    struck: [],
    drawnMarks: [],
    chunks: chunks.blocks,
    standIns: new Map(),
    onPicture: 0,
    met: [],
    inserted: 0,
    deleted: 0,
  };
  const body = readBlocks(bodyElement, '', { part: main, relations, all, behind: paperOf(root) });
  const marginalia: Block[] = [];
  for (const type of asideTypes) {
    for (const relation of byType(type)) append(marginalia, await readMarginalia(pack, relation, all));
  }
  for (const relation of byType('diagramData')) {
    // SmartArt keeps its text in a part of its own.
    const diagram = await pack.xml(relation.target);
    if (diagram) append(body, readDiagram(diagram, relation.target));
  }
  const found = await secondReading.missing(pack, main, all, body);
  const scans = await readScans(pack, all, body, options);
  const pictures = [...(await describePictures(pack, all)), ...chunks.pictures];
  const problems = [
    ...problemsOf(all, pack.whole()),
    ...chunks.problems,
    ...scans.problems,
    ...found.problems,
  ];
  return {
    format,
    pages: [],
    body: [...exchanged(body, scans.blocks), ...found.blocks],
    marginalia: exchanged(marginalia, scans.blocks),
    pictures,
    problems,
  };
}

/** The colour of the page; `undefined` where the file asks for one, which Word shows or does not. */
function paperOf(root: Element): string | undefined {
  const colour = childrenOf(root, 'w:background')[0]?.attributes['w:color'];
  return colour === undefined || /^(?:auto|ffffff)$/i.test(colour) ? 'FFFFFF' : undefined;
}

async function readMarginalia(pack: XmlPackage, relation: Relation, all: Reading): Promise<Block[]> {
  if (relation.external) return [];
  const root = await pack.xml(relation.target);
  if (!root) return [];
  const part: PartReading = {
    part: relation.target,
    relations: await pack.relations(relation.target),
    all,
    behind: 'FFFFFF',
  };
  if (relation.type === 'header' || relation.type === 'footer') return readBlocks(root, '', part);
  const name = relation.type.replace(/s$/, '');
  const notes = childrenOf(root, `w:${name}`);
  return notes.flatMap((note, i) => {
    const separator = /separator|continuation/i.test(note.attributes['w:type'] ?? '');
    return separator ? [] : readBlocks(note, `${name}[${i + 1}]`, part);
  });
}

function readDiagram(root: Element, part: string): Block[] {
  const blocks: Block[] = [];
  const walk = (element: Element): void => {
    for (const child of childrenOf(element)) {
      if (child.name !== 'a:p') walk(child);
      else if (textOf(child).trim() !== '') {
        const place = { part, path: `p[${blocks.length + 1}]` };
        const line = { text: textOf(child), place, readBy: 'word-xml', confidence: 1 } as const;
        blocks.push({ kind: 'paragraph', lines: [line] });
      }
    }
  };
  walk(root);
  return blocks;
}

/** A picture used twice is decoded once. */
async function describePictures(pack: XmlPackage, all: Reading): Promise<Picture[]> {
  const hashes = new Map<string, string | undefined>();
  const pictures: Picture[] = [];
  for (const { place, target, external } of all.pictures) {
    if (!external && !hashes.has(target) && hashes.size < maxHashes) {
      const bytes = await pack.bytes(target);
      hashes.set(target, bytes && (await hashPicture(bytes)));
    }
    const extension = target.split('.').at(-1)?.toLowerCase() ?? '';
    const hash = hashes.get(target);
    const mediaType = mediaTypes[extension] ?? 'application/octet-stream';
    pictures.push({ place, mediaType, ...(hash !== undefined && { hash }) });
  }
  return pictures;
}
