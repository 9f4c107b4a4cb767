import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { Box } from '../../../core/place.ts';

/** A character of a printed page with its middle, in points from the top left. */
export interface PrintedChar {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  /** In the order in which the page paints them: that of the form, cell by cell. */
  readonly chars: readonly PrintedChar[];
}

/**
 * What a text PDF prints, read by pdf.js alone and without the product's own code, so that the product can be
 * held against it. A run's width is shared out among its characters.
 */
export async function printedPages(bytes: Uint8Array): Promise<PrintedPage[]> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: join(root, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(root, 'standard_fonts') + sep,
    verbosity: 0,
  });
  const document = await task.promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ disableNormalization: true });
    const chars = items.flatMap((item) => ('str' in item ? charsOf(item, height) : []));
    pages.push({ width, height, chars });
  }
  await task.destroy();
  return pages;
}

function charsOf(item: { str: string; transform: number[]; width: number }, height: number): PrintedChar[] {
  const [, , , size = 10, x = 0, y = 0] = item.transform;
  const characters = [...item.str];
  const weights = characters.map((char) => (char.charCodeAt(0) < 0x2000 ? 1 : 2));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return characters.map((text, i) => {
    const middle = (before + weights[i]! / 2) / all;
    before += weights[i]!;
    return { text, x: x + item.width * middle, y: height - y - size * 0.36 };
  });
}

/** Points by which a box may miss the middle of a character. */
export interface Margin {
  readonly across: number;
  readonly down: number;
}

/** The characters whose middle lies in one of the boxes, in printed order. */
export function textIn(page: PrintedPage, boxes: readonly Box[], { across, down }: Margin): string {
  const holds =
    ({ x, y }: PrintedChar) =>
    (box: Box) =>
      x >= box[0] - across && x <= box[2] + across && y >= box[1] - down && y <= box[3] + down;
  return page.chars
    .filter((char) => boxes.some(holds(char)))
    .map((char) => char.text)
    .join('');
}

/**
 * The same page as it lies on the scan: turned about its middle by so many degrees clockwise, then squeezed
 * back to its size (the scanner of `corpus/generate/scan.ts`).
 */
export function turnedPage(page: PrintedPage, degrees: number): PrintedPage {
  const { width, height } = page;
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const wide = width * Math.abs(cos) + height * Math.abs(sin);
  const high = height * Math.abs(cos) + width * Math.abs(sin);
  const chars = page.chars.map(({ text, x, y }) => {
    const [dx, dy] = [x - width / 2, y - height / 2];
    return {
      text,
      x: width / 2 + ((dx * cos - dy * sin) * width) / wide,
      y: height / 2 + ((dx * sin + dy * cos) * height) / high,
    };
  });
  return { width, height, chars };
}
