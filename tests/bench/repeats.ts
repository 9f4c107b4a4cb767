import type { Match, MatchVerdict } from '../../core/judgement.ts';
import { Random } from '../../corpus/generate/random.ts';
import { SampleMaker } from '../../corpus/generate/solution-texts.ts';
import { archiveOf } from '../../index/archive.ts';
import { createRepeatFinder } from '../../index/match.ts';
import { lshMeets, minHash, minHashLikeness, simHash, simHashLikeness } from './repeats/baselines.ts';
import { averagePrecision, calibrationError, percent, ratesOf, reliability } from './repeats/metrics.ts';
import { makePairs, type Pair } from './repeats/pairs.ts';
import { scorePassages } from './repeats/plagdet.ts';
import { time } from './repeats/timing.ts';
import { detectedIn, truthOf } from './repeats/truth.ts';
import { asOf, call } from './repeats/world.ts';

/**
 * Finding repeats, measured: `npx tsx tests/bench/repeats.ts [--seed 1] [--pairs 60] [--no-timing] [--debug]`.
 * Texts are generated anew for each seed. A pair is found when the filing is `barred` or under `review` for
 * that award. Baselines see the texts only, with the threshold that suits them best on the same pairs.
 */

const flag = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const seed = flag('seed', 1);
const maker = new SampleMaker(new Random(seed));

type Found = ReadonlyMap<string, readonly Match[]>;

async function measure(): Promise<void> {
  const made = makePairs(flag('pairs', 60), new Random(seed).fork('pairs'), maker);
  const started = performance.now();
  const awards = made.map((pair) => pair.award);
  const finder = createRepeatFinder({ pack: { call }, asOf, awards, archive: archiveOf([]) });
  const found: Found = await finder.find(made.map((pair) => pair.filing));
  const seconds = (performance.now() - started) / 1000;
  console.log(`seed ${seed}: ${made.length} pairs in ${seconds.toFixed(1)} s\n`);
  byKind(made, found);
  wrongBans(made, found);
  curve(made, found);
  passages(made, found);
  if (process.argv.includes('--debug')) debug(made, found);
  baselines(made.filter((pair) => pair.texts));
}

const matchOf = (pair: Pair, found: Found) =>
  found.get(pair.filing.id)?.find((match) => match.target.id === pair.award.id);
const verdictOf = (pair: Pair, found: Found): MatchVerdict | 'none' =>
  matchOf(pair, found)?.verdict ?? 'none';
const isFound = (pair: Pair, found: Found) => ['barred', 'review'].includes(verdictOf(pair, found));
const kindsOf = (pairs: readonly Pair[]) => [...new Set(pairs.map((pair) => pair.kind))];

/** Each kind of positive is scored against all negatives of its sort: with text, or title only. */
function byKind(made: readonly Pair[], found: Found): void {
  console.log(`${'kind'.padEnd(52)}   n barred review info none   precision recall F1`);
  for (const kind of kindsOf(made)) {
    const of = made.filter((pair) => pair.kind === kind);
    const n = (verdict: string) =>
      String(of.filter((pair) => verdictOf(pair, found) === verdict).length).padStart(6);
    const against = made.filter((pair) => !pair.positive && !pair.texts === !of[0]?.texts);
    const rates = of[0]?.positive
      ? shown(ratesOf([...of, ...against], (pair) => isFound(pair, found)))
      : `found ${percent(of.filter((pair) => isFound(pair, found)).length / of.length)}`;
    console.log(
      `${kind.padEnd(52)}${String(of.length).padStart(4)}${n('barred')}${n('review')}${n('info')}${n('none')}   ${rates}`,
    );
  }
  const all = ratesOf(made, (pair) => isFound(pair, found));
  console.log(`${'all pairs'.padEnd(52)}${' '.repeat(31)}${shown(all)}`);
}

const shown = ({ precision, recall, f1 }: ReturnType<typeof ratesOf>) =>
  `${percent(precision)} ${percent(recall)} ${percent(f1)}`;

function wrongBans(made: readonly Pair[], found: Found): void {
  const negatives = made.filter((pair) => !pair.positive);
  const barred = negatives.filter((pair) => verdictOf(pair, found) === 'barred');
  const awardsOf = new Map<string, Set<string>>();
  for (const { filing, award } of made)
    awardsOf.set(filing.id, (awardsOf.get(filing.id) ?? new Set()).add(award.id));
  const filings = new Map(made.map(({ filing }) => [filing.id, filing]));
  const strangers = [...found].flatMap(([id, matches]) =>
    matches
      .filter(
        ({ kind, verdict, target }) =>
          kind === 'award' && verdict === 'barred' && !awardsOf.get(id)?.has(target.id),
      )
      .map((match) => ({ ...match, filing: filings.get(id) })),
  );
  console.log(
    `\nhard negatives barred: ${barred.length} of ${negatives.length}; barred for an award of another pair: ${strangers.length}`,
  );
  for (const { filing } of strangers) console.log(`  stranger: ${filing?.company} ${filing?.title}`);
  for (const match of [...barred.flatMap((pair) => matchOf(pair, found) ?? []), ...strangers].slice(0, 5))
    console.log(`  ${JSON.stringify(match.target)} ${match.reasons[0]?.zh} ${JSON.stringify(match.signals)}`);
}

function curve(made: readonly Pair[], found: Found): void {
  const judged = made.map((pair) => ({
    positive: pair.positive,
    score: matchOf(pair, found)?.score ?? 0,
  }));
  console.log('\nprobability from   precision recall F1');
  for (const least of [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.99])
    console.log(`${String(least).padEnd(18)} ${shown(ratesOf(judged, ({ score }) => score >= least))}`);
  console.log(`average precision ${averagePrecision(judged).toFixed(4)}`);
  const bins = reliability(judged);
  console.log('\nprobability said   pairs   mean said   true');
  for (const bin of bins)
    console.log(
      `${`${bin.from.toFixed(1)}–${(bin.from + 0.1).toFixed(1)}`.padEnd(16)} ${String(bin.count).padStart(7)} ${percent(bin.said).padStart(10)} ${percent(bin.true).padStart(8)}`,
    );
  console.log(`calibration error ${percent(calibrationError(bins))}`);
}

function passages(made: readonly Pair[], found: Found): void {
  const scored = made.flatMap((pair, i) => {
    if (!pair.told || !pair.texts) return [];
    const truth = truthOf(i, ...pair.texts, pair.told);
    return [{ pair, truth, detected: detectedIn(i, ...pair.texts, matchOf(pair, found)?.passages ?? []) }];
  });
  console.log(`\n${'passages'.padEnd(30)} precision recall granularity plagdet`);
  const line = (name: string, of: typeof scored) => {
    const score = scorePassages(
      of.flatMap(({ truth }) => truth),
      of.flatMap(({ detected }) => detected),
    );
    console.log(
      `${name.padEnd(30)} ${percent(score.precision).padStart(9)} ${percent(score.recall).padStart(6)} ${score.granularity.toFixed(3).padStart(11)} ${score.plagdet.toFixed(3)}`,
    );
  };
  for (const kind of kindsOf(scored.map(({ pair }) => pair)))
    line(
      kind,
      scored.filter(({ pair }) => pair.kind === kind),
    );
  line('all', scored);
}

function debug(made: readonly Pair[], found: Found): void {
  for (const pair of made.filter((pair) => isFound(pair, found) !== pair.positive).slice(0, 60)) {
    const match = matchOf(pair, found);
    const signals = match?.signals.map((s) => `${s.name} ${s.value.toFixed(2)} ${s.weight}`).join(', ');
    console.log(
      `${pair.kind}: ${pair.award.company} ${pair.award.title} | ${pair.filing.company} ${pair.filing.title} ${match?.score} ${signals}`,
    );
  }
  for (const kind of kindsOf(made)) {
    const values = new Map<string, number[]>();
    for (const pair of made.filter((pair) => pair.kind === kind))
      for (const { name, value } of matchOf(pair, found)?.signals ?? [])
        values.set(name, [...(values.get(name) ?? []), value]);
    for (const [name, of] of values)
      console.log(
        `${kind}, ${name}: ${(of.reduce((a, b) => a + b, 0) / of.length).toFixed(2)} (${Math.min(...of).toFixed(2)}..${Math.max(...of).toFixed(2)}), ${of.length}`,
      );
  }
}

function baselines(pairs: readonly Pair[]): void {
  console.log('\nbaselines on the pairs with text (best threshold)   precision recall F1');
  const texts = pairs.map((pair) => pair.texts ?? ['', '']);
  const mins = texts.map(([a, b]) => [minHash(a ?? ''), minHash(b ?? '')] as const);
  baseline(
    'MinHash-LSH, 5-shingles',
    pairs,
    mins.map(([a, b]) => (lshMeets(a, b) ? minHashLikeness(a, b) : 0)),
  );
  baseline(
    'SimHash, 64 bits',
    pairs,
    texts.map(([a, b]) => simHashLikeness(simHash(a ?? ''), simHash(b ?? ''))),
  );
}

function baseline(name: string, of: readonly Pair[], likeness: readonly number[]): void {
  const scores = new Map(of.map((pair, i) => [pair, likeness[i] ?? 0]));
  const at = (threshold: number) => (pair: Pair) => (scores.get(pair) ?? 0) >= threshold;
  let best = 1;
  for (let threshold = 0.02; threshold <= 1; threshold += 0.01)
    if (ratesOf(of, at(threshold)).f1 > ratesOf(of, at(best)).f1) best = threshold;
  const negatives = of.filter((pair) => !pair.positive);
  console.log(`${`${name} ≥ ${best.toFixed(2)}`.padEnd(52)}${shown(ratesOf(of, at(best)))}`);
  for (const kind of kindsOf(of.filter((pair) => pair.positive)))
    console.log(
      `  ${kind.padEnd(50)}${shown(ratesOf([...of.filter((pair) => pair.kind === kind), ...negatives], at(best)))}`,
    );
}

await measure();
if (!process.argv.includes('--no-timing')) await time(maker);
