import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'libsql';
import { expect, test } from 'vitest';
import type { Document } from '../core/document.ts';
import { openSqliteStore } from './sqlite-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'chushen-store-'));

const document: Document = {
  format: 'pdf',
  pages: [{ number: 1, width: 595.28, height: 841.89, readBy: 'text-layer' }],
  body: [
    {
      kind: 'paragraph',
      lines: [
        { text: '企业名称', place: { page: 1, box: [1, 2, 3, 4] }, readBy: 'text-layer', confidence: 1 },
      ],
    },
  ],
  asides: [],
  pictures: [],
  problems: [],
};

function open(name: string) {
  const opening = openSqliteStore(join(folder, name));
  if (!opening.ok) throw new Error(opening.detail);
  return opening.store;
}

test('a document comes back as it was, for its own reader version only, after the store is reopened', () => {
  const first = open('a.sqlite');
  first.putDocument('f1', 'reader-1', document);
  first.close();
  const again = open('a.sqlite');
  expect(again.getDocument('f1', 'reader-1')).toEqual(document);
  expect(again.getDocument('f1', 'reader-2')).toBeUndefined();
  expect(again.getDocument('f2', 'reader-1')).toBeUndefined();
  again.close();
});

test('importing the same awards twice adds nothing', () => {
  const store = open('b.sqlite');
  const awards = [{ id: 'x', source: 'list.csv', data: { title: '某平台', company: '某公司' } }];
  expect(store.putAwards(awards)).toEqual({ added: 1, replaced: 0 });
  expect(store.putAwards(awards)).toEqual({ added: 0, replaced: 1 });
  expect(store.awards()).toEqual(awards);
  store.close();
});

test("a file that is no store, or another program's database, is left alone", () => {
  const text = join(folder, 'text.sqlite');
  writeFileSync(text, 'this is not a database at all, only some text that is long enough to be read');
  expect(openSqliteStore(text)).toMatchObject({ ok: false, reason: 'not-a-store' });
  const other = join(folder, 'other.sqlite');
  const db = new Database(other);
  db.exec('CREATE TABLE mine (a)');
  db.close();
  expect(openSqliteStore(other)).toMatchObject({ ok: false, reason: 'not-a-store' });
});

test('a store written by a newer program is refused, not changed', () => {
  const file = join(folder, 'newer.sqlite');
  const db = new Database(file);
  db.exec('PRAGMA user_version = 99');
  db.close();
  expect(openSqliteStore(file)).toMatchObject({ ok: false, reason: 'newer' });
});

test('vectors come back for their embedder and version; a new version drops the old one', async () => {
  const store = open('vectors.sqlite');
  await store.learn('hash-1', Uint8Array.of(1, 2, 3));
  await store.keepVectors('hash-1/a', [['t1', Float32Array.of(0.5, -1)]]);
  await store.keepVectors('server/m', [['t1', Float32Array.of(2)]]);
  expect(await store.learned('hash-1')).toEqual(Buffer.of(1, 2, 3));
  expect(await store.learned('hash-2')).toBeUndefined();
  expect(await store.vectorsOf('hash-1/a', ['t1', 't2'])).toEqual([Float32Array.of(0.5, -1), undefined]);
  await store.keepVectors('hash-1/b', []);
  expect(await store.vectorsOf('hash-1/a', ['t1'])).toEqual([undefined]);
  expect(await store.vectorsOf('server/m', ['t1'])).toEqual([Float32Array.of(2)]);
  store.close();
});

test('a filing that was screened stays so when the archive holds it too', () => {
  const store = open('filings.sqlite');
  const one = { id: 'f1', call: 'c', version: 'v1', data: { title: '甲' } };
  store.putFilings([{ ...one, screened: true }]);
  store.putFilings([{ ...one, version: 'v2', screened: false }]);
  store.putFilings([{ ...one, id: 'f2', screened: false }]);
  expect(store.screenedFilings()).toEqual([{ ...one, version: 'v2' }]);
  expect(store.filing('f2', 'c')?.data).toEqual({ title: '甲' });
  expect(store.filing('f2', 'other')).toBeUndefined();
  store.putDocument('f1', 'reader-2 auto 10', document);
  expect(store.findDocument('f1', 'reader-2')).toEqual(document);
  expect(store.findDocument('f1', 'reader-1')).toBeUndefined();
  store.close();
});

test('runs that make the same store at once all get it', async () => {
  const file = join(folder, 'at-once.sqlite');
  const module = new URL('./sqlite-store.ts', import.meta.url).href;
  const script = `const { openSqliteStore } = await import(${JSON.stringify(module)});
    const opening = openSqliteStore(${JSON.stringify(file)});
    process.stdout.write(opening.ok ? 'ok' : opening.reason + opening.detail);`;
  const run = promisify(execFile);
  const flags = ['--import', 'tsx', '--input-type=module', '-e', script];
  const runs = await Promise.all([1, 2, 3].map(() => run(process.execPath, flags)));
  expect(runs.map(({ stdout }) => stdout)).toEqual(['ok', 'ok', 'ok']);
});
