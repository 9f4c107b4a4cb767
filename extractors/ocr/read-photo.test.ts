import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Document, linesOf } from '../../core/document.ts';
import { isPagePlace } from '../../core/place.ts';
import { readImage } from '../image/read-image.ts';
import type { OcrEngine } from './engines/engine.ts';
import { openOcr } from './engines/open-engine.ts';

let engine: OcrEngine;
beforeAll(async () => {
  const { engine: opened } = await openOcr('paddle');
  if (!opened) throw new Error('no engine');
  engine = opened;
});
afterAll(() => engine.close());

const fixture = (name: string) => readFile(new URL(`fixtures/${name}.jpg`, import.meta.url));
const read = (bytes: Uint8Array) => readImage(bytes, 'jpeg', { maxPages: 9, ocr: async () => engine });
const linesIn = (document: Document) => [...linesOf(document.body)];
const textOf = (document: Document) => linesIn(document).map(({ text }) => text.replace(/\s/gu, ''));
const timeout = 180_000;

test('a page seen from the side is read whole, and its places are of the photo', { timeout }, async () => {
  const document = await read(await fixture('photo-perspective'));
  const text = textOf(document).join('\n');
  for (const value of [
    '武汉麟策医药集团有限公司',
    '湖北省经济和信息化厅',
    '391PJ6D',
    '13846473347',
    '109412',
    '智联云平台',
    '☑民营企业',
  ])
    expect(text).toContain(value);
  expect(document.problems).toEqual([]);
  // Points of the photo, read off it by eye: the label begins at 152 and stands about 573 down.
  const line = linesIn(document).find(({ text: said }) => said.includes('建设起止时间'));
  const place = line && isPagePlace(line.place) ? line.place : undefined;
  expect(document.pages[0]?.width).toBeCloseTo(595.7, 0);
  expect(place?.box[0]).toBeGreaterThan(145);
  expect(place?.box[2]).toBeLessThan(240);
  expect(place?.box[1]).toBeGreaterThan(555);
  expect(place?.box[3]).toBeLessThan(590);
});

test('the desk around a page is no writing', { timeout }, async () => {
  const document = await read(await fixture('photo-on-desk'));
  const text = textOf(document);
  expect(text[0]).toBe('江苏省工业互联网标杆工厂申报书');
  expect(text).toContain('法人代表：曹建国');
  expect(text).toHaveLength(8);
});

test('a photo lying on its side is turned', { timeout }, async () => {
  const bytes = await sharp(await fixture('photo-on-desk'))
    .rotate(90)
    .jpeg()
    .toBuffer();
  const document = await read(bytes);
  const line = linesIn(document).find(({ text }) => text.includes('曹建国'));
  const place = line && isPagePlace(line.place) ? line.place : undefined;
  const { width = 0, height = 0 } = document.pages[0] ?? {};
  expect(height).toBeGreaterThan(width);
  // A seventh of the way across and nearly a quarter down, as on the photo held upright.
  expect((place?.box[0] ?? 0) / width).toBeCloseTo(0.17, 1);
  expect((place?.box[1] ?? 0) / height).toBeCloseTo(0.24, 1);
});

test('two pages on one photo are two pages', { timeout }, async () => {
  const [left, right] = [await fixture('photo-on-desk'), await fixture('photo-perspective')];
  const height = 1750;
  const second = await sharp(right).resize({ height }).toBuffer({ resolveWithObject: true });
  const first = await sharp(left).resize({ height }).toBuffer({ resolveWithObject: true });
  const bytes = await sharp({
    create: { width: first.info.width + second.info.width, height, channels: 3, background: '#6b6b6b' },
  })
    .composite([
      { input: first.data, left: 0, top: 0 },
      { input: second.data, left: first.info.width, top: 0 },
    ])
    .jpeg()
    .toBuffer();
  const document = await read(bytes);
  expect(document.pages.map(({ number }) => number)).toEqual([1, 2]);
  const pageOf = (words: string) => {
    const place = linesIn(document).find(({ text }) => text.includes(words))?.place;
    return place && isPagePlace(place) ? place.page : undefined;
  };
  expect(pageOf('曹建国')).toBe(1);
  expect(pageOf('麟策医药')).toBe(2);
});

test('a photo too coarse to be relied on says so', { timeout }, async () => {
  const bytes = await sharp(await fixture('photo-perspective'))
    .resize({ width: 620 })
    .jpeg()
    .toBuffer();
  const { problems } = await read(bytes);
  expect(
    problems.map(({ code }) => code).some((code) => code === 'photo-poor' || code === 'page-unreadable'),
  ).toBe(true);
});
