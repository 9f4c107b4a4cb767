import { expect, test } from 'vitest';
import { Random } from '../../../corpus/generate/random.ts';
import { ExactIndex } from './exact.ts';
import { openVectorIndex } from './open-vector-index.ts';

const dims = 16;
const random = new Random(5);
const vectors = Array.from({ length: 400 }, () => Array.from({ length: dims }, () => random.normal()));
const keys = (found: readonly { key: number }[]) => found.map(({ key }) => key);

test('exact search is by cosine', async () => {
  const index = new ExactIndex(dims, 2);
  index.add(7, [2, ...new Array<number>(dims - 1).fill(0)]);
  index.add(9, [1, 1, ...new Array<number>(dims - 2).fill(0)]);
  index.add(3, new Array<number>(dims).fill(0));
  const query = [5, ...new Array<number>(dims - 1).fill(0)];
  expect(keys(index.search(query, 2))).toEqual([7, 9]);
  expect(index.search(query, 1)[0]?.similarity).toBeCloseTo(1);
});

test('both back ends find the same neighbours', async () => {
  const { index, detail } = await openVectorIndex({ dims });
  expect(detail.zh).toMatch(/HNSW|精确/);
  const exact = new ExactIndex(dims);
  vectors.forEach((vector, i) => {
    index.add(i, vector);
    exact.add(i, vector);
  });
  let same = 0;
  for (const vector of vectors.slice(0, 50)) {
    const truth = new Set(keys(exact.search(vector, 5)));
    same += keys(index.search(vector, 5)).filter((key) => truth.has(key)).length;
  }
  expect(same / 250).toBeGreaterThan(0.95);
  expect(index.size).toBe(400);
});

test('exact search is chosen for few queries; an empty index finds nothing', async () => {
  const rows = Float32Array.from(vectors.flat());
  const { index } = await openVectorIndex({ dims, rows, queries: 300 });
  expect(index.backend).toBe('exact');
  expect(index.size).toBe(400);
  expect(keys(index.search(vectors[7] ?? [], 1))).toEqual([7]);
  const none = await openVectorIndex({ dims, rows: new Float32Array(), queries: 300 });
  expect(none.index.search(vectors[0] ?? [], 3)).toEqual([]);
  expect((await openVectorIndex({ dims })).index.search(vectors[0] ?? [], 3)).toEqual([]);
});
