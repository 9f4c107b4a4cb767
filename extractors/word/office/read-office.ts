import type { Document, Format, Paragraph } from '../../../core/document.ts';
import type { Problem } from '../../../core/problem.ts';
import type { ReadOptions } from '../../read-options.ts';
import { readDocx } from '../docx/read-docx.ts';
import { convertToDocx } from './convert-office.ts';
import { isEncryptedWord, readOle } from './ole.ts';

/** What stands inside the file, whatever its name says. */
export type OfficeKind = 'ole' | 'rtf' | 'xml' | 'odt';

/**
 * Reads DOC, WPS, RTF, ODT and Word's flat XML by LibreOffice as DOCX; places are those of the converted package.
 * Without LibreOffice, or when it fails, only the running text is read and a problem says so.
 */
export async function readOffice(
  bytes: Uint8Array,
  kind: OfficeKind,
  format: Format,
  options: ReadOptions,
): Promise<Document> {
  const ole = kind === 'ole' ? readOle(bytes) : undefined;
  if (ole && isEncryptedWord(ole)) return empty(format, { code: 'file-encrypted' });
  if (options.soffice === undefined)
    return await runningText(bytes, kind, format, { code: 'office-converter-missing' });
  const extension = { ole: 'doc', rtf: 'rtf', xml: 'xml', odt: 'odt' }[kind];
  const conversion = await convertToDocx(bytes, extension, options.soffice);
  if (conversion.ok) {
    const document = await readDocx(conversion.bytes, format, options);
    if (document.body.length > 0) return document;
  }
  const reason = conversion.ok ? 'empty' : conversion.reason;
  return await runningText(bytes, kind, format, { code: 'office-converter-failed', values: { reason } });
}

function empty(format: Format, problem: Problem): Document {
  return { format, pages: [], body: [], marginalia: [], pictures: [], problems: [problem] };
}

/** The text alone: one paragraph for each line, cells apart by tabs. */
async function runningText(
  bytes: Uint8Array,
  kind: OfficeKind,
  format: Format,
  problem: Problem,
): Promise<Document> {
  let texts: { body: string; marginalia: readonly string[] };
  try {
    texts = await extract(bytes, kind);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return empty(format, { code: 'file-damaged', values: { reason } });
  }
  const body = paragraphs(texts.body, 'text');
  if (body.length === 0) return empty(format, { code: 'file-damaged', values: { reason: 'no text' } });
  const marginalia = texts.marginalia.flatMap((text, i) => paragraphs(text, `aside${i + 1}`));
  return { format, pages: [], body, marginalia, pictures: [], problems: [problem] };
}

async function extract(
  bytes: Uint8Array,
  kind: OfficeKind,
): Promise<{ body: string; marginalia: readonly string[] }> {
  if (kind === 'rtf') {
    const { rtfText } = await import('./rtf-text.ts');
    return { body: rtfText(bytes), marginalia: [] };
  }
  if (kind === 'xml') {
    const { decodeText } = await import('../../markup/decode-text.ts');
    const xml = decodeText(bytes).replace(/<\/w:p>/g, '\n</w:p>');
    const { parseHtml } = await import('../../html/parse-html.ts');
    const { textOf } = await import('../../markup/element.ts');
    return { body: textOf(parseHtml(xml).root), marginalia: [] };
  }
  if (kind === 'odt') {
    const { odtText } = await import('./odt-text.ts');
    return { body: await odtText(bytes), marginalia: [] };
  }
  const { extractWordText } = await import('./word-text.ts');
  return await extractWordText(bytes);
}

function paragraphs(text: string, part: string): Paragraph[] {
  const lines = text.split(/[\r\n\v\f]+/);
  return lines.flatMap((line, i): Paragraph[] => {
    if (line.trim() === '') return [];
    const place = { part, path: `p[${i + 1}]` };
    return [{ kind: 'paragraph', lines: [{ text: line, place, readBy: 'word-text', confidence: 1 }] }];
  });
}
