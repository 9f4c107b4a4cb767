import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import Libsql from 'libsql';
import { expect, test } from 'vitest';
import { openStore } from '../open-store.ts';
import { listOf, outcomeOf } from '../testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'chushen-sqlite-'));
const facts = { applicant: '甲公司', title: '平台', region: '320500' };

async function open(file: string) {
  const opening = await openStore(join(folder, file));
  if (!opening.ok) throw new Error(`${opening.failure}: ${opening.detail}`);
  return opening.store;
}

/** Runs a module's text in a process of its own; gives what it printed. */
async function run(body: string): Promise<string> {
  const module = new URL('../open-store.ts', import.meta.url).href;
  const script = `const { openStore } = await import(${JSON.stringify(module)}); ${body}`;
  const flags = ['--import', 'tsx', '--input-type=module', '-e', script];
  return (await promisify(execFile)(process.execPath, flags)).stdout;
}

test('a store of version 0.1 is brought up with all that it kept but its documents', async () => {
  const file = join(folder, 'version-3.sqlite');
  // Written with the code of version 0.1.
  const fixture = new URL('../fixtures/version-3.sqlite.gz', import.meta.url);
  writeFileSync(file, gunzipSync(readFileSync(fixture)));
  const store = await open('version-3.sqlite');
  expect(await store.awards.all()).toEqual([
    { id: 'b', source: '2023.csv', data: { title: '某某工业互联网平台', company: '甲公司' } },
    { id: 'a', source: '2024.csv', data: { title: '乙平台', company: '乙公司' } },
  ]);
  expect(await store.known.screened()).toEqual([
    { id: '00000000000000f1', call: 'pilot-2025', version: 'v1' },
  ]);
  const [known] = await listOf(store.known.stream([{ id: '00000000000000f2', call: 'pilot-2025' }]));
  expect(known?.data).toEqual({ title: '往年方案' });
  expect(await store.vectors.learned('hash-1')).toEqual(Buffer.of(1, 2, 3));
  expect(await store.vectors.vectorsOf('hash-1/a', ['t1'])).toEqual([Float32Array.of(0.5, -1)]);
  const old = await store.runs.old('pilot-2025');
  expect(old.map(({ startedAt }) => startedAt)).toEqual([
    '2025-06-02T01:00:00.000Z',
    '2025-06-01T01:00:00.000Z',
  ]);
  expect(JSON.parse(old[0]?.results ?? '')).toMatchObject({
    schema: 'chushen.results/1',
    call: 'pilot-2025',
  });
  await store.outcomes.put('r', outcomeOf('f1'), facts);
  await store.close();
  const db = new Libsql(file);
  expect(db.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 6 });
  expect(db.prepare("SELECT name FROM sqlite_master WHERE name LIKE 'version_3%'").all()).toEqual([]);
  expect(db.prepare("SELECT name FROM sqlite_master WHERE name = 'documents'").all()).toEqual([]);
  db.close();
});

test('a store written by a newer program is refused, not changed', async () => {
  const file = join(folder, 'newer.sqlite');
  const db = new Libsql(file);
  db.exec('PRAGMA user_version = 99');
  db.close();
  const before = readFileSync(file);
  expect(await openStore(file)).toEqual({ ok: false, failure: 'newer', detail: 'version 99' });
  expect(readFileSync(file)).toEqual(before);
});

test("a file that is no store, or another program's database, is left alone", async () => {
  const text = join(folder, 'text.sqlite');
  writeFileSync(text, 'this is not a database at all, only some text that is long enough to be read');
  expect(await openStore(text)).toMatchObject({ ok: false, failure: 'not-a-store' });
  const other = join(folder, 'other.sqlite');
  const db = new Libsql(other);
  db.exec('CREATE TABLE mine (a)');
  db.close();
  const before = readFileSync(other);
  expect(await openStore(other)).toMatchObject({ ok: false, failure: 'not-a-store' });
  expect(readFileSync(other)).toEqual(before);
});

test('a store in memory keeps nothing', async () => {
  for (const _ of [1, 2]) {
    const opening = await openStore(':memory:');
    if (!opening.ok) throw new Error(opening.detail);
    expect(await opening.store.awards.put([{ id: 'x', source: 's', data: 1 }])).toMatchObject({ added: 1 });
    const bytes = Buffer.from('x');
    const id = createHash('sha256').update(bytes).digest('hex');
    await opening.store.blobs.put(id, bytes);
    expect(await opening.store.blobs.get(id)).toEqual(Uint8Array.from(bytes));
    await opening.store.close();
  }
});

test('a closed store is one file, and original files stand beside it', async () => {
  const store = await open('one.sqlite');
  const bytes = Buffer.from('申报书');
  const id = createHash('sha256').update(bytes).digest('hex');
  await store.blobs.put(id, bytes);
  await store.awards.put([{ id: 'x', source: 's', data: 1 }]);
  await store.close();
  await store.close();
  const copy = join(folder, 'copy.sqlite');
  writeFileSync(copy, readFileSync(join(folder, 'one.sqlite')));
  const again = await open('copy.sqlite');
  expect(await again.awards.all()).toHaveLength(1);
  await again.close();
  expect(readFileSync(join(folder, 'one-files', id.slice(0, 2), id))).toEqual(bytes);
});

test('processes that make the same store at once all get it', async () => {
  const file = JSON.stringify(join(folder, 'at-once.sqlite'));
  const body = `const opening = await openStore(${file});
    process.stdout.write(opening.ok ? 'ok' : opening.failure + opening.detail);`;
  expect(await Promise.all([1, 2, 3].map(() => run(body)))).toEqual(['ok', 'ok', 'ok']);
});

test('processes that write the same store at once all get through', async () => {
  const file = JSON.stringify(join(folder, 'writers.sqlite'));
  const body = (name: string) => `const opening = await openStore(${file});
    for (let i = 0; i < 50; i++) {
      await opening.store.known.put([{ id: '${name}' + i, call: 'c', version: 'v', screened: true, data: i }]);
      await opening.store.awards.put([{ id: 'a' + i, source: '${name}', data: i }]);
    }
    await opening.store.close();
    process.stdout.write('ok');`;
  expect(await Promise.all(['a', 'b', 'c'].map((name) => run(body(name))))).toEqual(['ok', 'ok', 'ok']);
  const store = await open('writers.sqlite');
  expect(await store.known.screened()).toHaveLength(150);
  expect(await store.awards.all()).toHaveLength(50);
  await store.close();
});
