import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { expect, test } from 'vitest';
import { openStore } from '../open-store.ts';
import { type StoredFiling, StoreFailure } from '../ports.ts';

test('a damaged filing is told at the end, and the others are not lost with it', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'known-')), 'store.sqlite');
  const open = async () => {
    const opening = await openStore(file);
    if (!opening.ok) throw new Error(opening.detail);
    return opening.store;
  };
  const filings = ['f1', 'f2', 'f3'].map((id) => ({ id, call: 'c', version: 'v', data: id }));
  const first = await open();
  await first.known.put(filings.map((filing) => ({ ...filing, screened: true })));
  await first.close();
  const raw = new Libsql(file);
  raw.prepare('update known_filings set body = ? where id = ?').run(Buffer.from('no gzip'), 'f2');
  raw.close();
  const store = await open();
  const found: StoredFiling[] = [];
  const reading = (async () => {
    for await (const filing of store.known.stream(filings)) found.push(filing);
  })();
  await expect(reading).rejects.toThrow(StoreFailure);
  expect(found.map(({ id }) => id)).toEqual(['f1', 'f3']);
  await store.close();
});
