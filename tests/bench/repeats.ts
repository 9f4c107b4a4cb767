import { callSchema } from '../../calls/schema/call.ts';
import type { Match, MatchVerdict } from '../../core/judgement.ts';
import { Random } from '../../corpus/generate/random.ts';
import { type Sample, SampleMaker, textOf } from '../../corpus/generate/solution-texts.ts';
import type { Award } from '../../index/awards/award.ts';
import { factsOf } from '../../index/facts.ts';
import type { IndexedFiling } from '../../index/indexed-filing.ts';
import { createRepeatFinder } from '../../index/match.ts';
import { lshMeets, minHash, minHashLikeness, simHash, simHashLikeness } from './repeats/baselines.ts';
import { type Level, retitle, rewrite } from './repeats/rewrite.ts';

/**
 * Finding repeats, measured: `npx tsx tests/bench/repeats.ts [--seed 1] [--pairs 60] [--no-timing]`.
 * Texts are generated anew for each seed. A pair is found when the filing is `barred` or under `review` for
 * that award. Baselines see the texts only, with the threshold that suits them best on the same pairs.
 */

const flag = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const seed = flag('seed', 1);
const pairs = flag('pairs', 60);
const random = new Random(seed);
const maker = new SampleMaker(random);
const asOf = '2021-10-20';

const call = callSchema.parse({
  id: 'bench',
  title: { zh: '测试', en: 'bench' },
  short: { zh: '测试', en: 'bench' },
  issuer: { zh: '测试', en: 'bench' },
  year: 2021,
  programme: { id: 'bench', names: ['测试'] },
  deadlines: [{ level: 'online', at: asOf, clause: '一' }],
  resubmission: {
    bars: 'solution',
    programmes: ['bench'],
    readings: [
      {
        id: 'always',
        title: { zh: '不限', en: 'always' },
        window: { kind: 'unlimited' },
        why: { zh: '无', en: 'none' },
      },
    ],
    reading: 'always',
    clause: '二（四）',
  },
});

interface Pair {
  readonly kind: string;
  readonly positive: boolean;
  readonly filing: IndexedFiling;
  readonly award: Award;
  readonly texts?: readonly [string, string];
}

let count = 0;
function filingOf(sample: Sample): IndexedFiling {
  const text = textOf(sample);
  let start = 0;
  const lines = text.split('\n').map((line) => {
    const placed = {
      start,
      length: line.length,
      where: [{ part: 'word/document.xml', path: `p[${start}]` }],
    };
    start += line.length + 1;
    return placed;
  });
  const id = `f${count++}`;
  return {
    id,
    file: `${id}.docx`,
    call: 'bench',
    company: sample.company,
    title: sample.title,
    year: 2021,
    narrative: { text, lines },
    excluded: [],
    facts: factsOf(text),
  };
}
const awardOf = (sample: Sample, withText: boolean): Award => ({
  id: `a${count++}`,
  programme: 'bench',
  year: 2020,
  listedOn: '2020-12-31',
  title: sample.title,
  company: sample.company,
  ...(withText ? { text: textOf(sample) } : {}),
});

function pairOf(kind: string, positive: boolean, there: Sample, here: Sample, withText = true): Pair {
  const texts = withText ? ([textOf(here), textOf(there)] as const) : undefined;
  return {
    kind,
    positive,
    filing: filingOf(here),
    award: awardOf(there, withText),
    ...(texts ? { texts } : {}),
  };
}

/** Who files it again: mostly the same company, now and then a branch or another one. */
function refiled(sample: Sample): Sample {
  const chance = random.next();
  if (chance < 0.7) return sample;
  if (chance < 0.85) return { ...sample, company: `${sample.company}杭州分公司` };
  return { ...sample, company: maker.make().company };
}

function makePairs(): Pair[] {
  const made: Pair[] = [];
  for (let i = 0; i < pairs; i++) {
    for (const level of ['verbatim', 'light', 'medium', 'heavy'] as Level[]) {
      const sample = maker.make();
      made.push(pairOf(level, true, sample, refiled(rewrite(sample, level, random, maker))));
    }
    for (const level of ['verbatim', 'light', 'medium', 'heavy'] as Level[]) {
      const sample = maker.make();
      const again = { ...maker.make(), company: sample.company, title: retitle(sample.title, level, random) };
      made.push(pairOf(`title only, ${level}`, true, sample, again, false));
    }
    const base = maker.make();
    made.push(
      pairOf(
        '− same company, other project',
        false,
        base,
        maker.make({ company: base.company, profile: base.profile, vendor: base.vendor }),
      ),
    );
    made.push(
      pairOf('− same company, title only', false, base, maker.make({ company: base.company }), false),
    );
    const theme = { industry: random.int(0, 7), theme: '设备预测性维护' };
    const machine = maker.make();
    const other = {
      ...maker.make(),
      company: machine.company,
      title: machine.title.replace(
        /设备预测性维护|能耗优化|质量追溯|排产调度|工艺参数寻优|视觉检测|供应链协同|安全生产监测|备件管理|数字化研发/u,
        '智能仓储',
      ),
    };
    made.push(pairOf('− same company and thing, other theme, title only', false, machine, other, false));
    const themed = maker.make(theme);
    made.push(
      pairOf(
        '− same theme, other company',
        false,
        themed,
        maker.make({ ...theme, title: random.chance(0.5) ? themed.title : undefined! }),
      ),
    );
    made.push(
      pairOf(
        '− same title, other company, title only',
        false,
        themed,
        maker.make({ ...theme, title: '基于工业互联网平台的设备管理解决方案' }),
        false,
      ),
    );
    const vendorOf = random.int(0, 5);
    made.push(
      pairOf(
        "− vendor's set text",
        false,
        maker.make({ vendorOf, industry: 3 }),
        maker.make({ vendorOf, industry: 3 }),
      ),
    );
    made.push(pairOf('− nothing in common', false, maker.make(), maker.make()));
  }
  return made;
}

const percent = (value: number) => (Number.isFinite(value) ? `${(100 * value).toFixed(1)}%` : '–');

async function measure(): Promise<void> {
  const made = makePairs();
  const started = performance.now();
  const finder = createRepeatFinder({
    pack: { call },
    asOf,
    awards: made.map((pair) => pair.award),
    archive: [],
  });
  const found = await finder.find(made.map((pair) => pair.filing));
  const seconds = (performance.now() - started) / 1000;
  const matchOf = (pair: Pair): Match | undefined =>
    found.get(pair.filing.id)?.find((match) => match.target.id === pair.award.id);
  const verdictOf = (pair: Pair): MatchVerdict | 'none' => matchOf(pair)?.verdict ?? 'none';
  console.log(`seed ${seed}: ${made.length} pairs in ${seconds.toFixed(1)} s\n`);
  console.log('kind                                        n  barred review info none  found');
  for (const kind of new Set(made.map((pair) => pair.kind))) {
    const of = made.filter((pair) => pair.kind === kind);
    const n = (verdict: string) =>
      String(of.filter((pair) => verdictOf(pair) === verdict).length).padStart(6);
    const hits = of.filter((pair) => ['barred', 'review'].includes(verdictOf(pair))).length;
    console.log(
      `${kind.padEnd(42)}${String(of.length).padStart(4)}${n('barred')}${n('review')}${n('info')}${n('none')}  ${percent(hits / of.length)}`,
    );
  }
  const own = (pair: Pair) => ['barred', 'review'].includes(verdictOf(pair));
  const negatives = made.filter((pair) => !pair.positive);
  report('all pairs, verdicts', made, own);
  // Each kind of positive against all negatives of the same sort.
  const textPairs = made.filter((pair) => pair.texts);
  for (const kind of ['verbatim', 'light', 'medium', 'heavy']) {
    report(
      `${kind}, verdicts`,
      [...textPairs.filter((pair) => pair.kind === kind), ...textPairs.filter((pair) => !pair.positive)],
      own,
    );
  }
  const strangers = made.flatMap((pair) =>
    (found.get(pair.filing.id) ?? []).filter(
      (match) => match.kind === 'award' && match.verdict === 'barred' && match.target.id !== pair.award.id,
    ),
  );
  for (const match of strangers)
    console.log(
      `  stranger: ${JSON.stringify(match.target)} ${match.reasons[0]?.zh} ${JSON.stringify(match.signals)}`,
    );
  const barred = negatives.filter((pair) => verdictOf(pair) === 'barred');
  console.log(
    `\nhard negatives barred: ${barred.length} of ${negatives.length}; barred for an award of another pair: ${strangers.length}`,
  );
  for (const pair of barred.slice(0, 5)) {
    const match = matchOf(pair);
    console.log(
      `  ${pair.kind}: ${pair.award.company} ${pair.award.title} | ${pair.filing.company} ${pair.filing.title}`,
      JSON.stringify(match?.signals),
    );
  }
  if (process.argv.includes('--debug')) {
    for (const pair of made.filter((pair) => own(pair) !== pair.positive).slice(0, 60)) {
      const match = matchOf(pair);
      console.log(
        `${pair.kind}: ${pair.award.company} ${pair.award.title} | ${pair.filing.company} ${pair.filing.title} ${match?.score} ex ${match?.excludedShare.toFixed(2)} ${match?.signals.map((s) => `${s.name} ${s.value.toFixed(2)} ${s.weight}`).join(', ')}`,
      );
    }
    const averages = new Map<string, number[]>();
    for (const pair of textPairs)
      for (const signal of matchOf(pair)?.signals ?? []) {
        const key = `${pair.kind} ${signal.name}`;
        averages.set(key, [...(averages.get(key) ?? []), signal.value]);
      }
    for (const [key, values] of averages)
      console.log(
        key,
        (values.reduce((a, b) => a + b, 0) / values.length).toFixed(2),
        `${Math.min(...values).toFixed(2)}..${Math.max(...values).toFixed(2)}`,
        values.length,
      );
  }
  console.log('\nbaselines on the pairs with text (best threshold)');
  const mins = textPairs.map(({ texts }) => [minHash(texts![0]), minHash(texts![1])] as const);
  baseline(
    'MinHash-LSH, 5-shingles',
    textPairs,
    mins.map(([a, b]) => (lshMeets(a, b) ? minHashLikeness(a, b) : 0)),
  );
  baseline(
    'SimHash, 64 bits',
    textPairs,
    textPairs.map(({ texts }) => simHashLikeness(simHash(texts![0]), simHash(texts![1]))),
  );
}

function report(name: string, of: readonly Pair[], isFound: (pair: Pair) => boolean): number {
  const hits = of.filter((pair) => pair.positive && isFound(pair)).length;
  const positives = of.filter((pair) => pair.positive).length;
  const wrong = of.filter((pair) => !pair.positive && isFound(pair)).length;
  const precision = hits / (hits + wrong);
  const recall = hits / positives;
  const f1 = (2 * hits) / (positives + hits + wrong);
  console.log(
    `${name.padEnd(30)} precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent(f1)}`,
  );
  return f1;
}

function baseline(name: string, of: readonly Pair[], likeness: readonly number[]): void {
  const scores = new Map(of.map((pair, i) => [pair, likeness[i] ?? 0]));
  let best = { threshold: 1, f1: -1 };
  for (let threshold = 0.02; threshold <= 1; threshold += 0.01) {
    const hits = of.filter((pair) => pair.positive && scores.get(pair)! >= threshold).length;
    const all = of.filter((pair) => scores.get(pair)! >= threshold).length;
    const f1 = (2 * hits) / (of.filter((pair) => pair.positive).length + all);
    if (f1 > best.f1) best = { threshold, f1 };
  }
  const isFound = (pair: Pair) => scores.get(pair)! >= best.threshold;
  report(`${name} ≥ ${best.threshold.toFixed(2)}`, of, isFound);
  for (const kind of ['verbatim', 'light', 'medium', 'heavy']) {
    report(
      `  ${kind}`,
      [...of.filter((pair) => pair.kind === kind), ...of.filter((pair) => !pair.positive)],
      isFound,
    );
  }
}

async function time(): Promise<void> {
  console.log('\ntiming, 300 filings');
  const batch = Array.from({ length: 300 }, () => filingOf(maker.make()));
  const letters = batch.reduce((sum, filing) => sum + filing.narrative.text.length, 0) / batch.length;
  const awards = Array.from({ length: 10_000 }, () => awardOf(maker.make(), false));
  const run = async (name: string, archive: readonly IndexedFiling[], against: readonly Award[]) => {
    const started = performance.now();
    await createRepeatFinder({ pack: { call }, asOf, awards: against, archive }).find(batch);
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    console.log(`${name.padEnd(52)} ${((performance.now() - started) / 1000).toFixed(1)} s, ${memory} MB`);
  };
  await run(`alone (${Math.round(letters)} characters each)`, [], []);
  await run('against 10,000 awards (title and company)', [], awards);
  const archive = Array.from({ length: 10_000 }, () => filingOf(maker.make()));
  await run('against 10,000 archived filings with their text', archive, []);
}

await measure();
if (!process.argv.includes('--no-timing')) await time();
