import { showSymbols } from '../docx/symbols.ts';

/** Running text of a Word 97 file by word-extractor; it knows neither cells nor symbol fonts. */
export async function extractWordText(
  bytes: Uint8Array,
): Promise<{ body: string; marginalia: readonly string[] }> {
  const { default: WordExtractor } = await import('word-extractor');
  const document = await new WordExtractor().extract(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  );
  const boxes = document.getTextboxes({ includeHeadersAndFooters: false });
  const marginalia = [
    document.getHeaders(),
    document.getFootnotes(),
    document.getEndnotes(),
    document.getAnnotations(),
  ];
  const shown = (text: string) => showSymbols(text, undefined);
  return { body: shown(`${document.getBody()}\n${boxes}`), marginalia: marginalia.map(shown) };
}
