import { Embeddings } from '@langchain/core/embeddings';
import { expect, test } from 'vitest';
import { openStore } from '../../../store/open-store.ts';
import { embedRemembered } from './embed-remembered.ts';

class CountingEmbeddings extends Embeddings {
  asked = 0;

  constructor() {
    super({});
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    this.asked += texts.length;
    return texts.map((text) => [text.length, 0.1]);
  }

  override async embedQuery(text: string): Promise<number[]> {
    return [text.length, 0.1];
  }
}

test('a second run computes only what is new, and another version all of it', async () => {
  const opening = await openStore(':memory:');
  if (!opening.ok) throw new Error(opening.detail);
  const embedder = new CountingEmbeddings();
  const first = await embedRemembered(['甲', '乙乙'], embedder, 'x/1', opening.store.vectors);
  expect(embedder.asked).toBe(2);
  const again = await embedRemembered(['乙乙', '丙', '甲'], embedder, 'x/1', opening.store.vectors);
  expect(embedder.asked).toBe(3);
  expect([again[2], again[0]]).toEqual(first);
  await embedRemembered(['甲'], embedder, 'x/2', opening.store.vectors);
  expect(embedder.asked).toBe(4);
  expect(await embedRemembered(['甲'], embedder, 'x/1')).toEqual([first[0]]);
});
