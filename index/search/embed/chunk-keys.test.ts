import { expect, test } from 'vitest';
import { ChunkKeys } from './chunk-keys.ts';
import { textKey } from './embed-remembered.ts';

test('the keys of each entry come back as they were, however many there are', () => {
  const all = Array.from({ length: 90 }, (_, entry) =>
    Array.from({ length: entry % 13 }, (_, at) => textKey(`${entry} ${at}`)),
  );
  const keys = new ChunkKeys();
  for (const one of all) keys.add(one);
  expect(all.map((_, key) => keys.of({ key }))).toEqual(all);
});
