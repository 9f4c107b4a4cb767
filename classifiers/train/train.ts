/**
 * Trains `classifiers/models/` from the packs' schemes and the training part of `corpus/labelled`:
 * `npx tsx classifiers/train/train.ts [folder of packs]`. The same input gives the same files.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCrosswalk } from '../../calls/crosswalk.ts';
import { loadPacks } from '../../calls/load.ts';
import { type CommonModel, modelKey } from '../model.ts';
import { sharesOf } from '../reading.ts';
import { bestTempering, type Judged, thresholdFor } from './calibrate.ts';
import { fitTwo } from './fit-two.ts';
import { fit, judgeAcrossFolds, modelOf, seeAcrossFolds } from './learn.ts';
import { linkedBy } from './linked.ts';
import { readLabelled } from './read-labelled.ts';
import { readDescriptions, toldOf } from './read-others.ts';
import { readSchemes } from './read-schemes.ts';
import { borrowedFor, joinedOf, samplesOf } from './samples.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packs = process.argv[2] ?? join(root, 'calls/packs');
const models = join(root, 'classifiers/models');
const texts = readLabelled().filter((text) => text.part === 'train');

rmSync(models, { recursive: true, force: true });
mkdirSync(models, { recursive: true });
const write = (name: string, value: unknown) =>
  writeFileSync(join(models, `${name}.json`), `${JSON.stringify(value)}\n`);

function summary(judged: readonly Judged[], labels: number, threshold: number): string {
  const kinds = ['title', 'sentence', 'section', 'filing'] as const;
  const best = ({ shares }: Judged) =>
    shares.slice(0, labels).reduce((b, s, l, all) => (s > (all[b] ?? 0) ? l : b), 0);
  const parts = kinds.map((kind) => {
    const own = judged.filter((one) => one.kind === kind && one.answer < labels && !one.sample.joined);
    const right = own.filter((one) => best(one) === one.answer).length;
    const given = own.filter((one) => (one.shares[best(one)] ?? 0) >= threshold).length;
    return `${kind} ${right}/${own.length} right, ${given} given`;
  });
  const out = judged.filter((one) => one.answer === labels);
  const refused = out.filter((one) => (one.shares[best(one)] ?? 0) < threshold).length;
  return `${parts.join('; ')}; out of scope ${refused}/${out.length} refused`;
}

const { packs: loaded } = await loadPacks([packs]);
const { crosswalk } = await loadCrosswalk([packs], loaded);
const trainable = readSchemes(packs).filter(({ scheme }) => texts.some((text) => text.scheme === scheme.id));
const others = readDescriptions('fit');
const taughtTwo = readDescriptions('fit', 'of-two');
const bare = [];
const ofOne: Judged[] = [];
const byOthers: Judged[] = [];
for (const known of trainable) {
  const names = known.scheme.labels.map((label) => label.name);
  const samples = samplesOf(texts, known.scheme);
  const borrowed = borrowedFor(texts, known.scheme, linkedBy(crosswalk, known.scheme));
  const joined = joinedOf(samples, names.length);
  const samplesTold = (all: typeof others) => toldOf(all, known.scheme).map(({ sample }) => sample);
  const { model, judged, told } = modelOf(
    known,
    [...samples, ...joined],
    borrowed,
    samplesTold(others),
    samplesTold(taughtTwo),
  );
  ofOne.push(...judged);
  byOthers.push(...told);
  write(modelKey(known.scheme), model);
  const said = `T ${model.temperature}, parts ${model.parts}, threshold ${model.threshold}`;
  console.error(`${known.scheme.id}: ${said}\n  ${summary(judged, names.length, model.threshold)}`);
  if (process.env.SHOW_WEIGHTS) console.error(JSON.stringify(model.weights));
  bare.push(...seeAcrossFolds(known, samples, borrowed, true));
}
const judged = judgeAcrossFolds(bare);
const tempering = bestTempering(judged);
const tempered = judged.map((one) => ({ ...one, shares: sharesOf(one.said, tempering) }));
const two = fitTwo(ofOne, byOthers);
const common: CommonModel = { weights: fit(bare), ...tempering, threshold: commonThreshold(tempered), two };
write('common', common);
console.error(`common: T ${tempering.temperature}, threshold ${common.threshold} ${JSON.stringify(common)}`);

/** Schemes differ in their number of labels, so the best label is looked for in each sample's own. */
function commonThreshold(all: readonly Judged[]): number {
  const widest = Math.max(...all.map((one) => one.shares.length)) - 1;
  const padded = all.map(({ shares, answer, said }) => ({
    said,
    shares: [
      ...shares.slice(0, -1),
      ...new Array<number>(widest + 1 - shares.length).fill(0),
      shares.at(-1) ?? 0,
    ],
    answer: answer === shares.length - 1 ? widest : answer,
  }));
  // Definitions and cues alone are seldom sure: asked for a margin they would hardly ever speak.
  return thresholdFor(padded, widest, { precision: 0.95, refusal: 0.92 });
}
