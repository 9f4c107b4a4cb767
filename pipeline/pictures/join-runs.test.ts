import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Document, linesOf } from '../../core/document.ts';
import { isPagePlace } from '../../core/place.ts';
import { defaultIntakeLimits } from '../../extractors/containers/list-inputs.ts';
import type { StageOutputs } from '../../store/ports.ts';
import { Outputs } from '../stages/outputs.ts';
import { type ReadFile, readFiles } from '../stages/read.ts';

const root = mkdtempSync(join(tmpdir(), 'chushen-pages-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What was read is kept between the tests, so that each page is recognised once. */
const kept = new Map<string, unknown>();
const stages: StageOutputs = {
  get: async (stage, key) => kept.get(stage + key),
  has: async (stage, keys) => new Set(keys.filter((key) => kept.has(stage + key))),
  put: async (stage, key, value) => void kept.set(stage + key, value),
  async *stream() {},
};

/** Reads copies of the pages `1` to `5` of one filing, which has no page numbers, under other names; 0 is an empty file. */
async function read(folder: string, names: Readonly<Record<string, number>>) {
  mkdirSync(join(root, folder));
  for (const [name, page] of Object.entries(names))
    if (page === 0) writeFileSync(join(root, folder, name), '');
    else copyFileSync(new URL(`fixtures/page${page}.jpg`, import.meta.url), join(root, folder, name));
  const documents = new Map<ReadFile, Document | undefined>();
  const reads = await readFiles(
    [join(root, folder)],
    {
      settings: { ocr: 'auto', maxPages: 50 },
      jobs: 1,
      timeout: 120,
      limits: defaultIntakeLimits,
      form: { title: '工业互联网平台创新领航应用案例申报书', isForm: async () => false },
    },
    { outputs: new Outputs(stages) },
    async (one, document) => void documents.set(one, await document()),
  );
  return reads.map((one) => ({ ...one, document: documents.get(one) }));
}

test('five pictures of one filing are one document of five pages, with the picture of each place', {
  timeout: 120_000,
}, async () => {
  const reads = await read('one', {
    'page1.jpg': 1,
    'page2.jpg': 2,
    'page3.jpg': 3,
    'page4.jpg': 4,
    'page5.jpg': 5,
  });
  expect(reads).toHaveLength(1);
  const [{ document, problems, file } = { document: undefined, problems: [], file: '' }] = reads;
  expect(file).toBe(join(root, 'one', 'page1.jpg'));
  expect(document?.pages.map(({ number, picture }) => [number, picture])).toEqual(
    [1, 2, 3, 4, 5].map((number) => [number, `page${number}.jpg`]),
  );
  expect(problems.map(({ code }) => code)).toContain('pictures-joined');
  const line = [...linesOf(document?.body ?? [])].find(({ text }) => text.includes('申报单位承诺'));
  const place = line && isPagePlace(line.place) ? line.place : undefined;
  expect(place).toMatchObject({ page: 4, file: 'page4.jpg' });
  // Of the picture of page 4, not of all pages in a row.
  expect(place?.box[1]).toBeGreaterThan(280);
  expect(place?.box[1]).toBeLessThan(320);
});

test('a folder with the pages of two filings is divided where the second begins', {
  timeout: 120_000,
}, async () => {
  const reads = await read('two', {
    'IMG_0901.jpg': 1,
    'IMG_0902.jpg': 4,
    'IMG_0905.jpg': 1,
    'IMG_0906.jpg': 2,
    'IMG_0907.jpg': 5,
  });
  expect(reads.map(({ document }) => document?.pages.length)).toEqual([2, 3]);
  expect(reads.map(({ file }) => file.slice(-12))).toEqual(['IMG_0901.jpg', 'IMG_0905.jpg']);
});

test('pictures that no title and no page number joins stay files of their own', {
  timeout: 120_000,
}, async () => {
  const reads = await read('annexes', { '证书1.jpg': 4, '证书2.jpg': 5 });
  expect(reads.map(({ document }) => document?.pages.length)).toEqual([1, 1]);
});

test('a page that cannot be loaded is an unread page of its filing', { timeout: 120_000 }, async () => {
  const reads = await read('gap', { 'a1.jpg': 1, 'a2.jpg': 0, 'a3.jpg': 5 });
  expect(reads).toHaveLength(1);
  expect(reads[0]?.document?.pages.map(({ unreadable }) => unreadable === true)).toEqual([
    false,
    true,
    false,
  ]);
  expect(reads[0]?.problems).toContainEqual({ code: 'file-empty', page: 2 });
});
