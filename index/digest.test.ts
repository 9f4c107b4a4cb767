import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Match } from '../core/judgement.ts';
import { Random } from '../corpus/generate/random.ts';
import { SampleMaker, textOf } from '../corpus/generate/solution-texts.ts';
import { rewrite } from '../tests/bench/repeats/rewrite.ts';
import { type Archive, archiveOf } from './archive.ts';
import { digestOf } from './digest.ts';
import { type DigestJson, digestFrom, digestJson } from './digest-json.ts';
import type { IndexedFiling } from './indexed-filing.ts';
import { createRepeatFinder } from './match.ts';
import { callWith, filingWith } from './testing.ts';

/** As a store has it: digests and filings as JSON, a text parsed only when it is asked for. */
function kept(filings: readonly IndexedFiling[], read: number[]): Archive {
  const digests = filings.map((filing) => JSON.stringify(digestJson(digestOf(filing))));
  const texts = filings.map((filing) => JSON.stringify(filing));
  return {
    async *digests() {
      for (const digest of digests) yield digestFrom(JSON.parse(digest) as DigestJson);
    },
    async *narratives(at) {
      for (const place of at) {
        read.push(place);
        yield JSON.parse(texts[place] ?? '') as IndexedFiling;
      }
    },
  };
}

test('filings kept as digests are found as those in memory are, and no text is read twice to be compared', async () => {
  const random = new Random(23);
  const maker = new SampleMaker(random);
  const samples = Array.from({ length: 60 }, () => maker.make());
  const filing = (id: string, sample: (typeof samples)[number], call: string) => {
    const { company, title } = sample;
    return filingWith({ id, file: `${id}.docx`, call, company, title, content: textOf(sample) });
  };
  const archive = samples.map((sample, i) => filing(`old${i}`, sample, 'apps-2020'));
  const batch = samples.slice(0, 12).map((sample, i) => {
    const told = rewrite(sample, i % 2 ? 'light' : 'medium', random, maker);
    return filing(`f${i}`, i % 3 ? { ...told, company: maker.make().company } : told, 'apps-2021');
  });
  const options = { pack: callWith(), asOf: '2021-10-20', awards: [] };
  const memory = await createRepeatFinder({ ...options, archive: archiveOf(archive) }).find(batch);
  const read: number[] = [];
  const stored = await createRepeatFinder({ ...options, archive: kept(archive, read) }).find(batch);
  expect(stored).toEqual(memory);
  // Nor does it matter how many texts of the batch are at hand at once, and that the batch is kept too.
  const few = createRepeatFinder({ ...options, archive: archiveOf(archive), atHand: 5 });
  const paged = new Map<string, readonly Match[]>();
  for await (const { id, matches } of few.each(kept(batch, []))) paged.set(id, matches);
  expect(paged).toEqual(memory);
  expect([...memory.values()].filter(([match]) => match?.kind === 'archive').length).toBeGreaterThan(10);
  // Once to learn what is rare, once to be embedded, and once to be compared.
  for (const place of archive.keys()) expect(read.filter((one) => one === place).length).toBeLessThan(4);
});

test('property: a digest comes back from JSON as it was', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: 'binary', maxLength: 300 }), (title, content) => {
      const digest = digestOf(filingWith({ title, content, pictures: ['00ff00ff00ff00ff'] }));
      expect(digestFrom(JSON.parse(JSON.stringify(digestJson(digest))) as DigestJson)).toEqual(digest);
    }),
    { numRuns: 40 },
  );
});
