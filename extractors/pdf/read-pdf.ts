import { append } from '../../core/append.ts';
import type { Document, Picture } from '../../core/document.ts';
import type { Problem } from '../../core/problem.ts';
import { joinPages } from '../grid/join-pages.ts';
import { once } from '../ocr/once.ts';
import type { ReadOptions } from '../read-options.ts';
import type { PdfEngine, PdfFile, PdfOpening } from './engine.ts';
import { splitMarginalia } from './headers-and-footers.ts';
import { pdfiumEngine } from './pdfium/engine.ts';
import { pdfjsEngine } from './pdfjs/engine.ts';
import { type Readers, readPage } from './read-page.ts';
import { hasEnd, withNewTrailer } from './repair.ts';

/**
 * A PDF as a document: text layers by PDFium, garbled ones by pdf.js, scans by OCR; each page is read once.
 * Nothing in the file makes it throw: what could not be read is in `problems`.
 */
export async function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<Document> {
  const opened = await openAny(bytes);
  if ('problem' in opened) return empty([opened.problem]);
  const { file, engine } = opened;
  const second = secondReader(opened.bytes, engine);
  const readers: Readers = { first: file, second: second.open, ocr: once(options.ocr) };
  const problems: Problem[] = [];
  const pictures: Picture[] = [];
  try {
    if (file.pages === 0) return empty([damaged('0 pages')]);
    if (!hasEnd(bytes) || engine !== pdfiumEngine) problems.push({ code: 'file-repaired' });
    const count = Math.min(file.pages, options.maxPages);
    if (count < file.pages) {
      problems.push({ code: 'too-many-pages', values: { pages: file.pages, limit: options.maxPages } });
    }
    const read = [];
    for (let number = 1; number <= count; number++) {
      const page = await readPage(readers, number);
      read.push({ number, height: page.page.height, blocks: page.blocks, page: page.page });
      append(problems, page.problems);
      append(pictures, page.pictures);
      options.onPage?.(number, count);
    }
    const { pages, marginalia } = splitMarginalia(read);
    return {
      format: 'pdf',
      pages: pages.map(({ page }) => page),
      body: joinPages(pages),
      marginalia,
      pictures,
      problems,
    };
  } finally {
    file.close();
    await second.close();
  }
}

const damaged = (reason: string): Problem => ({ code: 'file-damaged', values: { reason } });

const empty = (problems: readonly Problem[]): Document => ({
  format: 'pdf',
  pages: [],
  body: [],
  marginalia: [],
  pictures: [],
  problems,
});

async function openAny(
  bytes: Uint8Array,
): Promise<{ file: PdfFile; engine: PdfEngine; bytes: Uint8Array } | { problem: Problem }> {
  if (bytes.length === 0) return { problem: { code: 'file-empty' } };
  let reason = '';
  for (const candidate of [() => bytes, () => withNewTrailer(bytes)]) {
    const whole = candidate();
    if (!whole) continue;
    for (const engine of [pdfiumEngine, pdfjsEngine]) {
      const opening = await safeOpen(engine, whole);
      if (opening.ok) return { file: opening.file, engine, bytes: whole };
      if (opening.reason === 'encrypted') return { problem: { code: 'file-encrypted' } };
      reason ||= opening.detail;
    }
  }
  return { problem: damaged(reason) };
}

async function safeOpen(engine: PdfEngine, bytes: Uint8Array): Promise<PdfOpening> {
  try {
    return await engine.open(bytes);
  } catch (error) {
    return { ok: false, reason: 'damaged', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** pdf.js on the same bytes, opened when the first page asks for it. */
function secondReader(bytes: Uint8Array, used: PdfEngine) {
  let file: Promise<PdfFile | undefined> | undefined;
  return {
    open: (): Promise<PdfFile | undefined> => {
      file ??=
        used === pdfjsEngine
          ? Promise.resolve(undefined)
          : safeOpen(pdfjsEngine, bytes).then((opening) => (opening.ok ? opening.file : undefined));
      return file;
    },
    close: async () => (await file)?.close(),
  };
}
