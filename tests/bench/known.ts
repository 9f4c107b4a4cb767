import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtInPacksDir, loadPack } from '../../calls/load.ts';
import { Random } from '../../corpus/generate/random.ts';
import { SampleMaker } from '../../corpus/generate/solution-texts.ts';
import { defaultIntakeLimits } from '../../extractors/containers/limits.ts';
import type { IndexedFiling } from '../../index/indexed-filing.ts';
import { createRepeatFinder } from '../../index/match.ts';
import { knownArchive, knownFilings } from '../../pipeline/stages/known.ts';
import { Outputs } from '../../pipeline/stages/outputs.ts';
import { stageVersion } from '../../pipeline/versions.ts';
import { openStore } from '../../store/open-store.ts';
import { scratch } from '../command.ts';
import { rewrite } from './repeats/rewrite.ts';
import { asOf, call, filingOf } from './repeats/world.ts';

/**
 * A batch of 300 held against filings that the store knows of earlier batches, each run a process of its own:
 * the first one, which makes what is sought by, and one in which a single filing of the batch is new. One filing in
 * ten is an earlier one reworded.
 *
 *     npm run bench:known -- [10000] [--seed 9205]
 */
const [count = '10000'] = process.argv.slice(2);
const seedAt = process.argv.indexOf('--seed');
const seed = seedAt < 0 ? 9205 : Number(process.argv[seedAt + 1]);
const size = 300;
const step = process.env.CHUSHEN_BENCH_STEP;

if (step === undefined) {
  const store = join(scratch(), 'known.sqlite');
  for (const one of ['make', 'first run', 'one filing new']) {
    const env = { ...process.env, CHUSHEN_BENCH_STEP: one, CHUSHEN_BENCH_STORE: store };
    const flags = ['--import', 'tsx', fileURLToPath(import.meta.url), ...process.argv.slice(2)];
    const { status } = spawnSync(process.execPath, flags, { env, stdio: 'inherit' });
    if (status !== 0) process.exit(1);
  }
} else {
  const opening = await openStore(process.env.CHUSHEN_BENCH_STORE ?? '');
  if (!opening.ok) throw new Error(opening.detail);
  const { store } = opening;
  const outputs = new Outputs(store.stages);
  if (step === 'make') {
    const random = new Random(seed);
    const maker = new SampleMaker(random);
    const samples = Array.from({ length: Number(count) }, () => maker.make());
    const rows = [];
    for (const [i, sample] of samples.entries()) {
      await outputs.put('index', `known ${i}`, { ...filingOf(sample), call: 'earlier', year: 2020 });
      const data = { file: `known${i}.docx`, index: `known ${i}` };
      rows.push({
        id: `known${i}`,
        call: 'bench',
        version: `${stageVersion('index')} bench`,
        screened: true,
        data,
      });
    }
    await store.known.put(rows);
    for (let i = 0; i <= size; i++) {
      const old = samples[(i * 17) % samples.length];
      const sample = i % 10 === 0 && old ? rewrite(old, 'medium', random, maker) : maker.make();
      await outputs.put('index', `batch ${i}`, filingOf(sample));
    }
  } else {
    const { pack } = await loadPack(join(builtInPacksDir(), 'miit-2022-application-cases'));
    if (!pack) throw new Error('the call could not be loaded');
    const places = Array.from({ length: size }, (_, i) => (step !== 'first run' && i === 7 ? size : i));
    const started = performance.now();
    const lap = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
    const limits = defaultIntakeLimits;
    const reading = { settings: { ocr: 'off' as const, maxPages: 1 }, jobs: 1, timeout: 1, limits };
    const known = await knownFilings({ pack, ...reading }, store, outputs, new Set());
    const listed = lap();
    const batch: IndexedFiling[] = [];
    const keys = places.map((place) => `batch ${place}`);
    for await (const filing of outputs.stream<IndexedFiling>('index', keys)) if (filing) batch.push(filing);
    const archive = knownArchive(known, outputs);
    const finder = createRepeatFinder({ pack: { call }, asOf, awards: [], archive, memory: store.vectors });
    const found = await finder.find(batch);
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const review = [...found.values()].filter(([match]) => match?.verdict === 'review').length;
    console.log(
      `${step}: ${known.length} known filings listed after ${listed}, compared after ${lap()} (${((userCPUTime + systemCPUTime) / 1e6).toFixed(1)} s of processors), ${Math.round(maxRSS / 1024)} MB at most; ${review} for a person`,
    );
  }
  await store.close();
}
