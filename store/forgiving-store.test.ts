import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Document } from '../core/document.ts';
import { forgiving } from './forgiving-store.ts';
import { openSqliteStore } from './sqlite-store.ts';

const document: Document = {
  format: 'pdf',
  pages: [],
  body: [],
  asides: [],
  pictures: [],
  problems: [],
};

function open() {
  const opening = openSqliteStore(join(mkdtempSync(join(tmpdir(), 'chushen-store-')), 's.sqlite'));
  if (!opening.ok) throw new Error(opening.detail);
  return opening.store;
}

test('a store that works is used as it is', () => {
  const reasons: string[] = [];
  const store = forgiving(open(), (reason) => reasons.push(reason));
  store.putDocument('f1', 'reader-1', document);
  expect(store.getDocument('f1', 'reader-1')).toEqual(document);
  expect(store.screenedFilings()).toEqual([]);
  store.close();
  expect(reasons).toEqual([]);
});

test('a store that fails keeps nothing, says so once, and never throws but for awards', async () => {
  const broken = open();
  broken.close();
  const reasons: string[] = [];
  const store = forgiving(broken, (reason) => reasons.push(reason));
  store.putDocument('f1', 'reader-1', document);
  store.putFilings([]);
  store.putRun({ call: 'c', startedAt: '', results: '{}' });
  await store.keepVectors('e/1', [['t', new Float32Array(2)]]);
  expect(store.getDocument('f1', 'reader-1')).toBeUndefined();
  expect(await store.vectorsOf('e/1', ['a', 'b'])).toEqual([undefined, undefined]);
  expect(store.screenedFilings()).toEqual([]);
  expect(reasons).toHaveLength(1);
  expect(() => store.awards()).toThrow();
});
