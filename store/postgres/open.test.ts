import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../open-store.ts';
import { outcomeOf } from '../testing.ts';
import { type PostgresServer, startPostgres } from './testing.ts';

let server: PostgresServer;
beforeAll(() => {
  server = startPostgres();
});
afterAll(() => server?.stop());

const blobs = mkdtempSync(join(tmpdir(), 'chushen-pg-files-'));

async function run(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

test("another program's database is left alone", async () => {
  const url = await server.database();
  await run(url, 'CREATE TABLE mine (a integer)');
  expect(await openStore(url)).toEqual({ ok: false, failure: 'not-a-store', detail: 'mine' });
});

test('a store of a newer program is refused', async () => {
  const url = await server.database();
  await run(url, 'CREATE TABLE store_version (version integer)', 'INSERT INTO store_version VALUES (99)');
  expect(await openStore(url)).toMatchObject({ ok: false, failure: 'newer' });
});

test('programs that make the same store at once all get it', async () => {
  const url = await server.database();
  const openings = await Promise.all([1, 2, 3].map(() => openStore(url, { blobs })));
  expect(openings.map(({ ok }) => ok)).toEqual([true, true, true]);
  for (const opening of openings) if (opening.ok) await opening.store.close();
});

test('a database that is not there, or nothing that listens, cannot be reached', async () => {
  const url = await server.database();
  expect(await openStore(url.replace(/store_\d+/, 'nowhere'))).toMatchObject({ failure: 'unreachable' });
  expect(await openStore('postgres://u:p@127.0.0.1:1/x')).toMatchObject({ failure: 'unreachable' });
  expect(await openStore('postgres://u@x.invalid/x')).toMatchObject({ failure: 'unreachable' });
  expect(await openStore('postgres://127.0.0.1:port')).toMatchObject({ failure: 'unreachable' });
  expect(await openStore('postgres://%')).toMatchObject({ failure: 'unreachable' });
});

test('a server that never answers is given up', async () => {
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = silent.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  expect(await openStore(`postgres://u@127.0.0.1:${port}/x`)).toMatchObject({ failure: 'unreachable' });
  silent.close();
});

test('a lost connection is a failure, and the next question is answered again', async () => {
  const url = await server.database();
  const opening = await openStore(url, { blobs });
  if (!opening.ok) throw new Error(opening.detail);
  const { store } = opening;
  const facts = { applicant: '', title: '', region: '' };
  await store.outcomes.put('r', outcomeOf('f1'), facts);
  const stream = store.outcomes.stream('r')[Symbol.asyncIterator]();
  await run(
    url,
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  // The pool may notice at once or only when it is used.
  const first = await stream.next().catch((error) => ({ value: error }));
  expect(first.value).toSatisfy((value) => value.fault === 'unreachable' || value.filing === 'f1');
  expect(await store.outcomes.get('r', 'f1')).toEqual(outcomeOf('f1'));
  await store.close();
});

test('a person who may only read cannot use it', async () => {
  const url = await server.database();
  await run(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET default_transaction_read_only = on`);
  expect(await openStore(url)).toMatchObject({ ok: false, failure: 'read-only' });
});
