import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openOcr } from '../ocr/engines/open-engine.ts';
import { dpiOf } from './raster-from-file.ts';
import { readImage } from './read-image.ts';

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } });

test('bytes that are no picture are a problem, not an exception', async () => {
  const document = await readImage(new Uint8Array(100), 'png', { maxPages: 5 });
  expect(document.pages).toEqual([]);
  expect(document.problems.map((problem) => problem.code)).toEqual(['file-damaged']);
});

test('without an engine every page says so', async () => {
  const two = await sharp([await blank(400, 560).png().toBuffer(), await blank(400, 560).png().toBuffer()], {
    join: { animated: true },
  })
    .tiff()
    .toBuffer();
  const document = await readImage(two, 'tiff', { maxPages: 5 });
  expect(document.pages.map((page) => [page.number, page.unreadable])).toEqual([
    [1, true],
    [2, true],
  ]);
  expect(document.problems.map(({ code, page }) => [code, page])).toEqual([
    ['ocr-unavailable', 1],
    ['ocr-unavailable', 2],
  ]);
  const limited = await readImage(two, 'tiff', { maxPages: 1 });
  expect(limited.pages).toHaveLength(1);
  expect(limited.problems[0]?.code).toBe('too-many-pages');
});

test('blank pages and rubbish are told apart', async () => {
  const { engine } = await openOcr('paddle');
  const options = { maxPages: 5, ocr: async () => engine };
  const empty = await readImage(await blank(827, 1169).png().toBuffer(), 'png', options);
  expect(empty.problems.map((problem) => problem.code)).toEqual(['page-blank']);
  const noise = Uint8Array.from({ length: 400 * 400 }, (_, i) => (Math.imul(i + 7, 2654435761) >>> 13) & 255);
  const png = await sharp(noise, { raw: { width: 400, height: 400, channels: 1 } })
    .png()
    .toBuffer();
  const rubbish = await readImage(png, 'png', options);
  expect(rubbish.pages[0]?.unreadable).toBe(true);
  expect(rubbish.problems.map((problem) => problem.code)).toEqual(['page-unreadable']);
  await engine?.close();
});

test('a picture of more pixels than any scan has is not decoded', async () => {
  // The head of a PNG states its size; nothing is behind it but an empty end.
  const head = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  head.writeUInt32BE(60_000, 16);
  head.writeUInt32BE(60_000, 20);
  head.writeUInt32BE(crc32(head.subarray(12, 29)), 29);
  const bomb = await readImage(head, 'png', { maxPages: 5 });
  expect(bomb.problems).toEqual([{ code: 'image-beyond-limit', values: { megapixels: 3600, limit: 400 } }]);
});

test('resolution is believed where it gives a page of plausible size', () => {
  expect(dpiOf({ density: 200 }, 1654, 2339)).toBe(200);
  expect(dpiOf({ density: 72 }, 3000, 4000)).toBeCloseTo(3000 / 8.27, 0);
  expect(dpiOf({}, 1654, 2339)).toBeCloseTo(200, 0);
});
