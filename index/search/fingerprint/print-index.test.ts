import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostOverlaps, OverlapRow } from './overlap-row.ts';
import { mostOwners, Postings } from './postings.ts';
import { fewestShared, PrintIndex } from './print-index.ts';

const prints = fc.array(fc.nat({ max: 12 }).map((n) => (n * 0x9e3779b1) >>> 0));
const shared = (a: readonly number[], b: readonly number[]) =>
  new Set(a.filter((one) => b.includes(one))).size;

test('property: the index counts what each filing of the batch shares with every other text', () => {
  fc.assert(
    fc.property(fc.array(prints, { maxLength: 12 }), fc.array(prints, { maxLength: 6 }), (batch, others) => {
      const index = new PrintIndex();
      batch.forEach((hashes, key) => void index.addFiling(key, Uint32Array.from(hashes)));
      others.forEach((hashes, i) => void index.addOther(batch.length + i, Uint32Array.from(hashes)));
      const all = [...batch, ...others];
      for (const [a, mine] of batch.entries())
        for (const [b, theirs] of all.entries()) {
          if (a === b) continue;
          const count = shared(mine, theirs);
          expect(index.overlap(a, b)).toBe(count < fewestShared ? 0 : count);
        }
      const inTwo = new Set(
        batch.flat().filter((hash) => all.filter((hashes) => hashes.includes(hash)).length > 1),
      );
      expect(index.sharedBy(2, (key) => key)).toEqual(inTwo);
      index.close();
      expect(index.sharedBy(1, (key) => key).size).toBe(0);
    }),
  );
});

test('a fingerprint that very many have is counted for the first of them only', () => {
  const postings = new Postings();
  const told = Array.from({ length: mostOwners + 50 }, (_, owner) => {
    let count = 0;
    postings.meet(7, owner, true, () => count++);
    return count;
  });
  expect(told.slice(0, mostOwners)).toEqual(Array.from({ length: mostOwners }, (_, i) => i));
  expect(Math.max(...told.slice(mostOwners))).toBe(0);
});

test('of very many that share a little with a filing those that share most are kept', () => {
  const row = new OverlapRow();
  const many = 20 * mostOverlaps;
  for (let key = 0; key < many; key++) row.push(key, key % 100 === 0 ? 90 : 3, () => 200);
  const kept = [...row.all()];
  expect(kept.length).toBeLessThanOrEqual(2 * mostOverlaps);
  expect(kept.filter(([, count]) => count === 90)).toHaveLength(many / 100);
  expect(kept.map(([key]) => key)).toEqual(kept.map(([key]) => key).toSorted((a, b) => a - b));
  expect(row.of(many - 100)).toBe(90);
});
