import type { Block, Document, Format } from '../../../core/document.ts';
import { linesOf } from '../../../core/document.ts';
import type { Problem } from '../../../core/problem.ts';
import { maxXmlBytes, type XmlPackage } from '../../markup/xml-package.ts';
import { FoundText } from './found-text.ts';
import type { Reading } from './reading.ts';

/** Parts that hold text; pictures and whatever else a package carries are not handed on. */
const textParts = /^(\[Content_Types\]\.xml|_rels\/\.rels|.*\.rels|word\/[^/]+\.xml)$/i;

interface Missing {
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
}

/** mammoth gets a package repacked from parts that were unpacked within our limits, never the file itself. */
async function repack(pack: XmlPackage): Promise<Buffer> {
  const { default: JSZip } = await import('jszip');
  const zip = new JSZip();
  for (const part of pack.parts) {
    const bytes = textParts.test(part) ? await pack.bytes(part) : undefined;
    if (bytes && bytes.length <= maxXmlBytes) zip.file(part, bytes);
  }
  return await zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
}

/** Only letters and digits count: the readers write ticks, symbols and spaces in their own ways. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** Paragraphs that mammoth found and our reader did not, as blocks; a problem for each of the first twenty. */
async function missing(
  pack: XmlPackage,
  main: string,
  all: Reading,
  body: readonly Block[],
): Promise<Missing> {
  if (pack.heavy()) return { blocks: [], problems: [] };
  let text: string;
  try {
    const { default: mammoth } = await import('mammoth');
    text = (await mammoth.extractRawText({ buffer: await repack(pack) })).value;
  } catch {
    return { blocks: [], problems: [] };
  }
  const pieces = all.met.map(bare).filter((piece) => piece !== '');
  const found = new FoundText(pieces, [...linesOf(body)].map((line) => bare(line.text)).join(''));
  const blocks: Block[] = [];
  const problems: Problem[] = [];
  for (const paragraph of text.split(/\n+/)) {
    const wanted = bare(paragraph);
    if (wanted === '' || found.has(wanted)) continue;
    const path = `mammoth/p[${blocks.length + 1}]`;
    const line = {
      text: paragraph.trim(),
      place: { part: main, path },
      readBy: 'word-text',
      confidence: 1,
    } as const;
    blocks.push({ kind: 'paragraph', lines: [line] });
    if (problems.length < 20)
      problems.push({ code: 'readers-disagree', values: { sample: paragraph.trim().slice(0, 40) } });
  }
  return { blocks, problems };
}

/** What mammoth alone makes of a package whose main part could not be read. */
async function instead(pack: XmlPackage, format: Format, main: string): Promise<Document> {
  const empty = { format, pages: [], body: [], marginalia: [], pictures: [] };
  try {
    const { default: mammoth } = await import('mammoth');
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    const html = await mammoth.convertToHtml({ buffer: await repack(pack) }, { convertImage });
    const { readHtml } = await import('../../html/read-html.ts');
    const document = readHtml(Buffer.from(html.value));
    if (document.body.length > 0) return { ...document, format, problems: [{ code: 'file-repaired' }] };
  } catch {
    // Neither reader could do it; said below.
  }
  return { ...empty, problems: [{ code: 'file-damaged', values: { reason: main } }] };
}

export const secondReading = { missing, instead };
