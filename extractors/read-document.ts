import { cutDocument } from '../core/cut-document.ts';
import { type Block, type Document, linesOf } from '../core/document.ts';
import { type Problem, problemGravity } from '../core/problem.ts';
import { oddCharacters, withoutOdd } from '../core/text/odd-characters.ts';
import type { ContainerKind } from './containers/container.ts';
import { type Detection, detectFormat } from './detect-format.ts';
import type { ReadOptions } from './read-options.ts';

/** A file's document where it could be read, and whatever went wrong; `document.problems` are the same list. */
export interface Reading {
  readonly document?: Document;
  readonly problems: readonly Problem[];
}

/**
 * Reads one file, whatever its extension says, into a document. Never throws: a reader that fails becomes
 * `file-damaged`. A document over the limits is cut to its beginning (`text-too-long`), one without any content and
 * with a problem that lost it is left out.
 */
export async function readDocument(
  file: { readonly name: string; readonly bytes: Uint8Array },
  options: ReadOptions,
): Promise<Reading> {
  try {
    const detection = await detectFormat(file.bytes, file.name);
    if (detection.kind === 'none') return { problems: [detection.problem] };
    if (detection.kind === 'container') return { problems: [containerProblem(detection.container)] };
    const read = cutDocument(await readAs(detection, file.bytes, options));
    const problems = [...detection.problems, ...read.problems];
    if (problems.some((problem) => problemGravity(problem) === 'lost') && read.body.length === 0)
      return { problems };
    const odd = oddCharacters(linesOf(read.body));
    if (odd) problems.push(odd);
    const body = plain(read.body);
    return { document: { ...read, body, marginalia: plain(read.marginalia), problems }, problems };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problems: [{ code: 'file-damaged', values: { reason } }] };
  }
}

/** Every later stage gets the characters that a reader sees: a label or a name with others in it is still found. */
function plain(blocks: readonly Block[]): readonly Block[] {
  let same = true;
  const done = blocks.map((block): Block => {
    if (block.kind === 'paragraph') {
      const lines = block.lines.map(withoutOdd).filter((line) => line.text !== '');
      if (lines.length === block.lines.length && lines.every((line, i) => line === block.lines[i]))
        return block;
      same = false;
      return { ...block, lines };
    }
    const cells = block.cells.map((cell) => {
      const inside = plain(cell.blocks);
      return inside === cell.blocks ? cell : { ...cell, blocks: inside };
    });
    if (cells.every((cell, i) => cell === block.cells[i])) return block;
    same = false;
    return { ...block, cells };
  });
  return same ? blocks : done.filter((block) => block.kind === 'table' || block.lines.length > 0);
}

/** Containers are opened by the intake; one that comes here was handed over as if it were a document. */
function containerProblem(container: ContainerKind): Problem {
  return { code: 'archive-format-unsupported', values: { format: container } };
}

async function readAs(
  { format, office }: Extract<Detection, { kind: 'document' }>,
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<Document> {
  switch (format) {
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.ts');
      return await readPdf(bytes, options);
    }
    case 'docx': {
      const { readDocx } = await import('./word/docx/read-docx.ts');
      return await readDocx(bytes, format, options);
    }
    case 'ofd': {
      const { readOfd } = await import('./ofd/read-ofd.ts');
      return await readOfd(bytes, options);
    }
    case 'xlsx':
    case 'xls': {
      const { readWorkbook } = await import('./sheets/read-workbook.ts');
      return await readWorkbook(bytes, format);
    }
    case 'txt': {
      const { readText } = await import('./text/read-text.ts');
      return { ...readText(bytes), format };
    }
    case 'doc':
    case 'wps':
    case 'odt': {
      const { readOffice } = await import('./word/office/read-office.ts');
      return await readOffice(bytes, office ?? 'ole', format, options);
    }
    case 'html': {
      const { readHtml } = await import('./html/read-html.ts');
      return readHtml(bytes);
    }
    case 'png':
    case 'jpeg':
    case 'tiff': {
      const { readImage } = await import('./image/read-image.ts');
      return await readImage(bytes, format, options);
    }
  }
}
