import { expect, test } from 'vitest';
import { builtInPacksDir, loadPacks } from '../calls/load.ts';
import type { Document } from '../core/document.ts';
import { defaultIntakeLimits } from '../extractors/containers/list-inputs.ts';
import type { IndexedFiling } from '../index/indexed-filing.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { keepScreened, knownFilings } from './known-filings.ts';
import { readerVersion } from './versions.ts';

const { packs } = await loadPacks([builtInPacksDir()]);
const pack = packs.get('miit-2021-app-solutions');
if (!pack) throw new Error('the pack is missing');

function open() {
  const opening = openSqliteStore(':memory:');
  if (!opening.ok) throw new Error(opening.detail);
  const settings = { ocr: 'off', maxPages: 10 } as const;
  return { pack: pack!, store: opening.store, settings, jobs: 1, timeout: 60, limits: defaultIntakeLimits };
}

const filing: IndexedFiling = {
  id: 'f1',
  file: 'a.docx',
  call: 'miit-2021-app-solutions',
  company: '甲科技有限公司',
  title: '回转窑能耗优化APP',
  narrative: { text: '正文', lines: [] },
  excluded: [],
  facts: [],
};

const place = { part: 'word/document.xml', path: 'p[1]' };
const text = '面向水泥行业的回转窑烧成系统，采用机理模型和数据模型相结合的方法优化能耗。'.repeat(8);
const document: Document = {
  format: 'docx',
  pages: [],
  body: [{ kind: 'paragraph', lines: [{ text, place, readBy: 'text-layer', confidence: 1 }] }],
  asides: [],
  pictures: [],
  problems: [],
};

test('the filings of one batch are there for the next', async () => {
  const options = open();
  expect(await knownFilings(options)).toEqual([]);
  keepScreened([filing], options);
  expect(await knownFilings(options)).toEqual([filing]);
});

test('what another version of the program indexed is indexed again from the document, once', async () => {
  const options = open();
  const old = { id: 'f1', call: filing.call, version: 'index-0 reader-0 off', screened: true, data: filing };
  options.store.putFilings([old]);
  // Neither text nor document of this version: nothing can be said of it.
  expect(await knownFilings(options)).toEqual([]);
  options.store.putDocument('f1', `${readerVersion} off 10 text .docx`, document);
  const [again] = await knownFilings(options);
  expect(again?.file).toBe('a.docx');
  expect(again?.narrative.text).toContain('机理模型');
  expect(options.store.filing('f1', filing.call)?.version).not.toBe(old.version);
});
