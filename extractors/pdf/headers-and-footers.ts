import type { Block, Line, Paragraph } from '../../core/document.ts';
import { isPagePlace } from '../../core/place.ts';

export interface PageWithMargins {
  readonly number: number;
  /** Points. */
  readonly height: number;
  readonly blocks: readonly Block[];
}

/** Where headers and footers stand, as shares of the page's height. */
const headerEnd = 0.088;
const footerStart = 0.905;
const numberStart = 0.875;

/** In small print scanned badly 第 and 页 are taken for boxes. */
const marked =
  /^(?:[第☐☑]?\s*\d+\s*[页☐☑]\s*[,，/／]?\s*共\s*\d+\s*[页☐☑]|第\s*\d+\s*页|共\s*\d+\s*页\s*第\s*\d+\s*页|page\s*\d+(?:\s*(?:of|\/)\s*\d+)?|[-—–－·]+\s*[\dⅠⅡⅢⅣⅤivx]+\s*[-—–－·]+|\d+\s*[/／]\s*\d+)$/i;

/** Takes headers, footers and page numbers out of the pages' blocks. */
export function splitMarginalia<P extends PageWithMargins>(
  pages: readonly P[],
): { pages: P[]; marginalia: Block[] } {
  const repeats = countRepeats(pages);
  const numbers = countNumbers(pages);
  const marginalia: Block[] = [];
  const rest = pages.map((page) => {
    const isMarginal = (line: Line) => {
      const zone = zoneOf(line, page.height);
      if (!zone) return false;
      const text = line.text.trim();
      if (marked.test(text)) return true;
      if (/^\d{1,4}$/.test(text)) {
        const value = Number(text);
        return value === page.number || (numbers.get(value - page.number) ?? 0) >= 2;
      }
      const seen = Math.max(...keysOf(line, zone, page.number).map((key) => repeats.get(key) ?? 0));
      if (zone === 'foot' && !inFooter(line, page.height)) return false;
      return seen >= Math.min(3, Math.max(2, pages.length / 2));
    };
    const blocks = page.blocks.flatMap((block): Block[] => {
      if (block.kind !== 'paragraph') return [block];
      const apart = block.lines.filter(isMarginal);
      if (apart.length === 0) return [block];
      marginalia.push({ kind: 'paragraph', lines: apart } satisfies Paragraph);
      const lines = block.lines.filter((line) => !apart.includes(line));
      return lines.length > 0 ? [{ ...block, lines }] : [];
    });
    return { ...page, blocks };
  });
  return { pages: rest, marginalia };
}

function zoneOf(line: Line, height: number): 'head' | 'foot' | undefined {
  if (!isPagePlace(line.place)) return undefined;
  const [, y0, , y1] = line.place.box;
  if (y1 <= height * headerEnd) return 'head';
  return y0 >= height * numberStart ? 'foot' : undefined;
}

function inFooter(line: Line, height: number): boolean {
  return isPagePlace(line.place) && line.place.box[1] >= height * footerStart;
}

/** A line as it is, and with one of its numbers counted from the page's own: 盖章 3 on page 3, 盖章 4 on page 4. */
function keysOf(line: Line, zone: string, page: number): string[] {
  const y = isPagePlace(line.place) ? Math.round(line.place.box[1] / 4) : 0;
  const text = line.text.replace(/\s+/g, '');
  const counted = [...text.matchAll(/\d{1,4}/g)].map(
    ({ index, 0: digits }) =>
      `${text.slice(0, index)}#${Number(digits) - page}${text.slice(index + digits.length)}`,
  );
  return [text, ...counted].map((key) => `${zone} ${y} ${key}`);
}

/** How many pages have the same line at the same height. */
function countRepeats(pages: readonly PageWithMargins[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set<string>();
    for (const block of page.blocks) {
      if (block.kind !== 'paragraph') continue;
      for (const line of block.lines) {
        const zone = zoneOf(line, page.height);
        if (zone) for (const key of keysOf(line, zone, page.number)) keys.add(key);
      }
    }
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** How many pages carry a lone number that differs from the page's own by the same amount. */
function countNumbers(pages: readonly PageWithMargins[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const page of pages) {
    for (const block of page.blocks) {
      if (block.kind !== 'paragraph') continue;
      for (const line of block.lines) {
        if (!zoneOf(line, page.height) || !/^\d{1,4}$/.test(line.text.trim())) continue;
        const offset = Number(line.text.trim()) - page.number;
        counts.set(offset, (counts.get(offset) ?? 0) + 1);
      }
    }
  }
  return counts;
}
