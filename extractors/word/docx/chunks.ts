import { append } from '../../../core/append.ts';
import type { Block, Document, Picture } from '../../../core/document.ts';
import { isPagePlace, type Place } from '../../../core/place.ts';
import type { Problem } from '../../../core/problem.ts';
import type { Relation, XmlPackage } from '../../markup/xml-package.ts';
import type { ReadOptions } from '../../read-options.ts';
import { placedAnew } from './placed.ts';

export interface ChunksRead {
  /** By the part that holds them. */
  readonly blocks: ReadonlyMap<string, readonly Block[]>;
  readonly pictures: readonly Picture[];
  readonly problems: readonly Problem[];
}

/**
 * Documents embedded whole. `w:altChunk`: Word lays them out where they are anchored once the file is opened; HTML,
 * MHTML, RTF, DOCX and plain text; RTF needs LibreOffice as everywhere. Workbooks and documents put in as objects
 * (`o:OLEObject`) stand where their picture does. Objects of other kinds (formulas, drawings) are pictures.
 *
 * @param readInner reads a DOCX inside this one; absent where nesting goes no further
 */
export async function readChunks(
  pack: XmlPackage,
  relations: ReadonlyMap<string, Relation>,
  options: ReadOptions,
  readInner?: (bytes: Uint8Array) => Promise<Document>,
): Promise<ChunksRead> {
  const blocks = new Map<string, readonly Block[]>();
  const pictures: Picture[] = [];
  const problems: Problem[] = [];
  for (const { type, target, external } of relations.values()) {
    const object = type === 'package' || type === 'oleObject';
    if ((type !== 'aFChunk' && !object) || external || blocks.has(target)) continue;
    const bytes = await pack.bytes(target);
    const document =
      bytes && (await (object ? readObject(bytes, readInner) : readChunk(bytes, options, readInner)));
    if (document === 'picture') continue;
    if (!document) {
      problems.push({ code: 'chunk-unread', values: { part: target } });
      continue;
    }
    const place = (old: Place): Place =>
      isPagePlace(old)
        ? old
        : { part: object || /^word\//.test(old.part) ? `${target}!/${old.part}` : target, path: old.path };
    blocks.set(target, placedAnew(document.body, place));
    append(
      pictures,
      document.pictures.map((picture) => ({ ...picture, place: place(picture.place) })),
    );
    append(problems, document.problems);
  }
  return { blocks, pictures, problems };
}

type Inner = Pick<Document, 'body' | 'pictures' | 'problems'>;

/** A workbook or a document in an object; `picture` for an object of any other kind. */
async function readObject(
  bytes: Uint8Array,
  readInner: ((bytes: Uint8Array) => Promise<Document>) | undefined,
): Promise<Inner | 'picture' | undefined> {
  const { detectFormat } = await import('../../detect-format.ts');
  const { oleStream } = await import('../office/ole.ts');
  const inside = oleStream(bytes, 'Package') ?? bytes;
  const detection = await detectFormat(inside, '');
  if (detection.kind !== 'document') return 'picture';
  const { format } = detection;
  if (format === 'docx') return await readInner?.(inside);
  if (format !== 'xlsx' && format !== 'xls') return 'picture';
  try {
    const { readWorkbook } = await import('../../sheets/read-workbook.ts');
    return await readWorkbook(inside, format);
  } catch {
    return undefined;
  }
}

async function readChunk(
  bytes: Uint8Array,
  options: ReadOptions,
  readInner: ((bytes: Uint8Array) => Promise<Document>) | undefined,
): Promise<Inner | undefined> {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (head.startsWith('PK')) return await readInner?.(bytes);
  if (/^\s*\{\\rtf/.test(head)) {
    const { readOffice } = await import('../office/read-office.ts');
    return await readOffice(bytes, 'rtf', 'docx', options);
  }
  const { isMht, htmlOfMht } = await import('../../html/mht.ts');
  const { readHtml } = await import('../../html/read-html.ts');
  if (isMht(head)) {
    const html = htmlOfMht(bytes);
    return html && readHtml(html);
  }
  if (/<[a-z!]/i.test(head)) return readHtml(bytes);
  const { decodeText } = await import('../../markup/decode-text.ts');
  const lines = decodeText(bytes).split(/\r?\n/);
  const body = lines.flatMap((text, i): Block[] => {
    const place = { part: 'text', path: `p[${i + 1}]` };
    return text.trim() === ''
      ? []
      : [{ kind: 'paragraph', lines: [{ text, place, readBy: 'word-text', confidence: 1 }] }];
  });
  return { body, pictures: [], problems: [] };
}
