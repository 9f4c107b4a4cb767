import type { Box } from '../core/place.ts';

/** Sides of a page in points. */
interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Characters a scanner or a portal may stamp on a scan. */
const stampLength = 40;

/** Whether a picture covers so much of a page that it is the page itself, scanned. Box in points. */
export function coversPage([x0, y0, x1, y1]: Box, { width, height }: PageSize): boolean {
  const w = Math.min(x1, width) - Math.max(0, x0);
  const h = Math.min(y1, height) - Math.max(0, y0);
  return (Math.max(0, w) * Math.max(0, h)) / (width * height) >= 0.7;
}

/** Whether characters on a scan are no more than a stamp: the page's own text is in the picture. */
export function isStamp(chars: readonly { readonly text: string }[]): boolean {
  return chars.filter(({ text }) => text.trim() !== '').length < stampLength;
}
