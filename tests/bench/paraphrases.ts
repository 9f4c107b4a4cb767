import { join } from 'node:path';
import { builtInPacksDir, loadPack } from '../../calls/load.ts';
import type { Match } from '../../core/judgement.ts';
import { Random } from '../../corpus/generate/random.ts';
import { archiveOf } from '../../index/archive.ts';
import { createRepeatFinder } from '../../index/match.ts';
import { type MatchModel, packageModel } from '../../index/model/model.ts';
import { cosineOf } from './paraphrases/cosine.ts';
import { NearEmbeddings } from './paraphrases/near-embeddings.ts';
import {
  archivedFrom,
  awardFrom,
  indexedFrom,
  type Part,
  type WrittenPair,
  writtenPairs,
} from './paraphrases/pairs.ts';
import { VariedFilings } from './paraphrases/varied-archive.ts';

/**
 * Solutions told again by hand: `npm run bench:paraphrases -- [--part fit|aside|both] [--archive 10000] [--seed 1]
 * [--debug]`. Each second telling is a filing, the first one an award with text, and apart from that a filing of an
 * earlier year. Found means `review` or `barred` for the right one. `--debug` prints single pairs, of part fit only.
 * `--embedder` puts a stand-in for an embedding server behind the signal of meaning.
 * `--archive` adds 300 filings that repeat nothing against an archive of so many, and the time; `--no-pairs` leaves the
 * rest out.
 */

const flag = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const asOf = '2021-10-20';
const parts: Part[] =
  flag('part') === 'both' ? ['fit', 'aside'] : [flag('part') === 'aside' ? 'aside' : 'fit'];
const loaded = await loadPack(join(builtInPacksDir(), 'miit-2021-app-solutions'));
if (!loaded.pack) throw new Error('the call of 2021 does not load');
const { pack } = loaded;

const embedder = process.argv.includes('--embedder') ? { embedder: new NearEmbeddings() } : {};

type Where = 'award' | 'archive';
type Found = ReadonlyMap<string, readonly Match[]>;

/** The cards in use, the signal that is measured left out of them. */
function withoutTopical(): MatchModel {
  const { kinds, trained } = packageModel();
  const without = (kind: keyof typeof kinds): MatchModel['kinds']['full'] => ({
    bias: kinds[kind].bias,
    cards: {
      ...kinds[kind].cards,
      topical: [
        [0, 0],
        [1, 0],
      ],
    },
  });
  return { trained, kinds: { full: without('full'), brief: without('brief') } };
}

async function run(pairs: readonly WrittenPair[], where: Where, model: MatchModel): Promise<Found> {
  const finder = createRepeatFinder({
    pack,
    asOf,
    model,
    ...embedder,
    awards: where === 'award' ? pairs.map(({ there }, i) => awardFrom(there, `o${i}`, pack)) : [],
    archive: archiveOf(
      where === 'archive' ? pairs.map(({ there }, i) => archivedFrom(there, `o${i}`, pack)) : [],
    ),
    everything: true,
  });
  return finder.find(pairs.map(({ here }, i) => indexedFrom(here, `f${i}`, pack, 2021)));
}

const held = ({ verdict }: Match) => verdict !== 'info';
const share = (some: number, of: number) =>
  `${String(some).padStart(3)}/${of} (${((100 * some) / Math.max(1, of)).toFixed(1)}%)`;

async function measure(part: Part): Promise<void> {
  const pairs = writtenPairs(part);
  console.log(`\npart ${part}: ${pairs.length} pairs`);
  for (const where of ['award', 'archive'] as const) {
    for (const [name, model] of [
      ['with topical', packageModel()],
      ['without', withoutTopical()],
    ] as const) {
      const found = await run(pairs, where, model);
      console.log(`\nthe first telling is an ${where}, ${name}`);
      table(pairs, found);
      if (process.argv.includes('--debug') && part === 'fit' && name === 'with topical') debug(pairs, found);
    }
  }
  baseline(pairs);
}

function table(pairs: readonly WrittenPair[], found: Found): void {
  const matchOf = (i: number) =>
    found.get(`f${i}`)?.find(({ target, kind }) => target.id === `o${i}` && kind !== 'batch');
  for (const kind of [...new Set(pairs.map((pair) => pair.kind))]) {
    const of = pairs.flatMap((pair, i) => (pair.kind === kind ? [matchOf(i)] : []));
    const n = (verdict: string) => of.filter((match) => match?.verdict === verdict).length;
    const what = pairs.find((pair) => pair.kind === kind)?.same ? 'found' : 'sent ';
    console.log(
      `  ${kind.padEnd(14)} ${what} ${share(n('review') + n('barred'), of.length)}, barred ${n('barred')}`,
    );
  }
  const strangers = pairs.flatMap((_, i) =>
    (found.get(`f${i}`) ?? []).filter((match) => match.target.id !== `o${i}` && held(match)),
  );
  console.log(
    `  others' texts  sent  ${strangers.length} matches of ${pairs.length} filings, barred ${strangers.filter(({ verdict }) => verdict === 'barred').length}`,
  );
}

function debug(pairs: readonly WrittenPair[], found: Found): void {
  pairs.forEach((pair, i) => {
    for (const match of found.get(`f${i}`) ?? []) {
      const right = match.target.id === `o${i}`;
      if (right ? pair.same === held(match) && !process.argv.includes('--all') : !held(match)) continue;
      const signals = match.signals.map((s) => `${s.name} ${s.value.toFixed(3)} ${s.weight}`).join(', ');
      console.log(`    ${right ? pair.kind : 'OTHER'} ${pair.here.title} | ${match.target.title}`);
      console.log(
        `      ${match.score} ${signals} | ${match.terms?.map(({ term }) => term).join(' ') ?? '–'}`,
      );
    }
  });
}

/** Plain cosine of the same texts with the threshold that parts them best, told as what it finds. */
function baseline(pairs: readonly WrittenPair[]): void {
  const cosine = cosineOf(pairs.flatMap(({ here, there }) => [here.text, there.text]));
  const values = pairs.map((_, i) => cosine(2 * i, 2 * i + 1));
  const right = (least: number) =>
    pairs.filter(({ same }, i) => same === (values[i] ?? 0) >= least).length / pairs.length;
  const thresholds = Array.from({ length: 60 }, (_, i) => (i + 1) / 100);
  const best = thresholds.reduce((a, b) => (right(b) > right(a) ? b : a));
  console.log(`\nplain TF-IDF cosine of jieba words ≥ ${best}, the best threshold for these pairs`);
  for (const kind of [...new Set(pairs.map((pair) => pair.kind))]) {
    const of = pairs.flatMap((pair, i) => (pair.kind === kind ? [values[i] ?? 0] : []));
    console.log(`  ${kind.padEnd(14)} ${share(of.filter((value) => value >= best).length, of.length)}`);
  }
}

/** 300 filings that repeat nothing: half of them by hand, where there are so many, the rest generated. */
async function falseReviews(size: number): Promise<void> {
  const varied = new VariedFilings(new Random(Number(flag('seed') ?? 1)));
  const written = parts.flatMap((part) =>
    writtenPairs(part).flatMap(({ same, here, there }) => (same ? [there] : [here])),
  );
  const rest = Array.from({ length: Math.max(0, 300 - written.length) }, () => varied.make());
  const batch = [...written, ...rest].slice(0, 300).map((one, i) => indexedFrom(one, `f${i}`, pack, 2021));
  const archive = archiveOf(
    Array.from({ length: size }, (_, i) => archivedFrom(varied.make(), `o${i}`, pack)),
  );
  for (const [name, model] of [
    ['with topical', packageModel()],
    ['without', withoutTopical()],
  ] as const) {
    const [started, before] = [performance.now(), process.cpuUsage()];
    const found = await createRepeatFinder({ pack, asOf, awards: [], archive, model, ...embedder }).find(
      batch,
    );
    const seconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(before);
    const sent = [...found].filter(([, matches]) => matches.some(held));
    console.log(
      `\n300 filings (${Math.min(300, written.length)} by hand) against ${size} archived, ${name}: sent ${sent.length}, ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor time), ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
    );
    if (!process.argv.includes('--debug')) continue;
    for (const [id, matches] of sent.filter(
      ([id]) => Number(id.slice(1)) >= written.length || !parts.includes('aside'),
    ))
      for (const match of matches.filter(held).slice(0, 2))
        console.log(
          `  ${batch.find((one) => one.id === id)?.title} | ${match.kind} ${match.target.title} ${match.score} ${match.signals.map((s) => `${s.name} ${s.value.toFixed(2)} ${s.weight}`).join(', ')} | ${match.terms?.map(({ term }) => term).join(' ') ?? '–'}`,
        );
  }
}

if (!process.argv.includes('--no-pairs')) for (const part of parts) await measure(part);
const size = flag('archive');
if (size) await falseReviews(Number(size));
