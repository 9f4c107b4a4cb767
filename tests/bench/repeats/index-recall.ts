import { Random } from '../../../corpus/generate/random.ts';
import { SampleMaker, textOf } from '../../../corpus/generate/solution-texts.ts';
import { chunksOf } from '../../../index/search/embed/chunks.ts';
import { HashEmbeddings } from '../../../index/search/embed/hash-embeddings.ts';
import { ExactIndex } from '../../../index/search/vectors/exact.ts';
import { type GraphShape, HnswIndex, usualShape } from '../../../index/search/vectors/hnsw.ts';
import { rewrite } from './rewrite.ts';

/**
 * Share of the 20 nearest chunks by exact search that the graph finds, with its time and memory:
 * `npm run bench:index -- [--chunks 100000] [--queries 300] [--seed 9100] [--m 16] [--construction 120] [--ef 80,200]`.
 * Chunks are of generated filings, queries of such filings reworded.
 */

const flag = (name: string, otherwise: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const count = Number(flag('chunks', '100000'));
const queries = Number(flag('queries', '300'));
const random = new Random(Number(flag('seed', '9100')));
const maker = new SampleMaker(random);
const nearest = 20;

const lessons = Array.from({ length: 1500 }, () => textOf(maker.make()));
const embedder = new HashEmbeddings().learn(lessons);
const { dims } = embedder;
const memory = () => Math.round(process.memoryUsage().rss / 2 ** 20);
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const vectors: number[][] = [];
const asked: number[][] = [];
let started = performance.now();
while (vectors.length < count) {
  const sample = maker.make();
  for (const chunk of chunksOf(textOf(sample)))
    if (vectors.length < count) vectors.push(embedder.embed(chunk));
  if (asked.length < queries && random.chance((2 * queries) / count + 0.001)) {
    const [chunk = ''] = chunksOf(textOf(rewrite(sample, 'medium', random, maker)));
    asked.push(embedder.embed(chunk));
  }
}
console.log(`${count} chunks embedded in ${seconds(started)}, ${memory()} MB, ${asked.length} queries`);

const exact = new ExactIndex(dims, count);
vectors.forEach((vector, i) => {
  exact.add(i, vector);
});
started = performance.now();
const truth = asked.map((query) => new Set(exact.search(query, nearest).map(({ key }) => key)));
console.log(`exact search: ${((performance.now() - started) / asked.length).toFixed(1)} ms a query`);

const shape: GraphShape = {
  m: Number(flag('m', String(usualShape.m))),
  efConstruction: Number(flag('construction', String(usualShape.efConstruction))),
  ef: usualShape.ef,
};
const before = memory();
started = performance.now();
const graph = await HnswIndex.create(dims, count, shape);
vectors.forEach((vector, i) => {
  graph.add(i, vector);
});
console.log(
  `graph: M ${shape.m}, efConstruction ${shape.efConstruction}, built in ${seconds(started)}, ${memory() - before} MB`,
);
for (const ef of flag('ef', String(usualShape.ef)).split(',').map(Number)) {
  graph.lookAt(ef);
  started = performance.now();
  const found = asked.map((query) => graph.search(query, nearest));
  const time = (performance.now() - started) / asked.length;
  const hits = found.reduce((sum, of, i) => sum + of.filter(({ key }) => truth[i]?.has(key)).length, 0);
  console.log(
    `efSearch ${ef}: recall@${nearest} ${(hits / (nearest * asked.length)).toFixed(4)}, ${time.toFixed(2)} ms a query`,
  );
}
