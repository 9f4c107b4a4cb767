import { TextDecoder } from 'node:util';

/**
 * Bytes of an XML or HTML file → text: by byte order mark, then by the encoding the file declares, then UTF-8,
 * then GB18030, which older Chinese files use without saying so. Never fails; wrong bytes become U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  const mark = markOf(bytes);
  if (mark) return new TextDecoder(mark).decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const declared = /(?:encoding|charset)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  const decoder = declared && !declared.startsWith('utf-16') ? decoderOf(declared) : undefined;
  if (decoder && decoder.encoding !== 'utf-8') return decoder.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Damaged UTF-8 that says it is UTF-8 is not Chinese in another code.
    return new TextDecoder(decoder ? 'utf-8' : 'gb18030').decode(bytes);
  }
}

function markOf(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0x3c && b === 0 && d === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0) return 'utf-16be';
  return undefined;
}

function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label === 'gb2312' || label === 'gbk' ? 'gb18030' : label);
  } catch {
    return undefined;
  }
}
