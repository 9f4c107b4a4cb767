import { readFileSync, writeFileSync } from 'node:fs';
import type { Match } from '../../../core/judgement.ts';
import { Random } from '../../../corpus/generate/random.ts';
import { SampleMaker } from '../../../corpus/generate/solution-texts.ts';
import { archiveOf } from '../../../index/archive.ts';
import { createRepeatFinder } from '../../../index/match.ts';
import { fitCards, type LabelledPair } from '../../../index/model/fit-model.ts';
import {
  type MatchModel,
  type ModelKind,
  readMatchModel,
  type SignalName,
  scoreSignals,
} from '../../../index/model/model.ts';
import { judgedPairSchema } from '../../../index/train/judged-pair.ts';
import { addWritten } from '../paraphrases/fit-pairs.ts';
import { makePairs } from './pairs.ts';
import { asOf, call } from './world.ts';

/**
 * Fits the score cards of the match model on fresh labelled pairs and writes `index/model/cards.json`:
 * `npm run fit:repeats -- [--from 100] [--seeds 6] [--pairs 40] [--decisions reviewed.jsonl]`.
 * Reviewers' decisions, where given, are added: one JSON object a line,
 * `{"kind":"full","same":true,"values":{"who":1,"title":0.8,"text":0.4}}`, values as a match's signals have them.
 */

const flag = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const from = Number(flag('from') ?? 100);
const seeds = Number(flag('seeds') ?? 6);
const each = Number(flag('pairs') ?? 40);
const decisions = flag('decisions');

type Labelled = Record<ModelKind, LabelledPair[]>;

const labelled: Labelled = { full: [], brief: [] };
for (let seed = from; seed < from + seeds; seed++) await addSeed(seed, labelled);
const written = await addWritten(labelled.full);
if (decisions) {
  for (const line of readFileSync(decisions, 'utf8').split('\n').filter(Boolean)) {
    const { kind, ...pair } = judgedPairSchema.parse(JSON.parse(line));
    labelled[kind].push(pair);
  }
}
const prior = readMatchModel('prior');
const model: MatchModel = {
  trained: `seeds ${from}–${from + seeds - 1}, ${each} pairs of each kind, ${written} pairs by hand${decisions ? ', reviewed pairs' : ''}: ${labelled.full.length} full, ${labelled.brief.length} brief`,
  kinds: {
    full: fitCards(prior.kinds.full, labelled.full),
    brief: fitCards(prior.kinds.brief, labelled.brief),
  },
};
writeFileSync(new URL('../../../index/model/cards.json', import.meta.url), cardsAsJson(model));
writeFileSync(new URL('../../../index/model/pairs.jsonl', import.meta.url), someOf(labelled));
console.log(cardsAsJson(model));

/** Enough of the pairs to keep an office's own training honest, a small file: all that are near the border. */
function someOf(of: Labelled): string {
  const lines = (['full', 'brief'] as const).flatMap((kind) =>
    of[kind]
      .filter(({ values, same }, i) => {
        const { score } = scoreSignals(model, kind, { who: 0, title: 0, ...values });
        return i % 4 === 0 || Math.abs(score - (same ? 1 : 0)) > 0.05;
      })
      .map((pair) => JSON.stringify({ kind, ...pair })),
  );
  return `${lines.join('\n')}\n`;
}

async function addSeed(seed: number, into: Labelled): Promise<void> {
  const maker = new SampleMaker(new Random(seed));
  const pairs = makePairs(each, new Random(seed).fork('pairs'), maker);
  const finder = createRepeatFinder({
    pack: { call },
    asOf,
    awards: pairs.map(({ award }) => award),
    archive: archiveOf([]),
    everything: true,
  });
  const found = await finder.find(pairs.map(({ filing }) => filing));
  const positives = new Set(
    pairs.filter(({ positive }) => positive).map(({ filing, award }) => `${filing.id} ${award.id}`),
  );
  const negatives = new Set(
    pairs.filter(({ positive }) => !positive).map(({ filing, award }) => `${filing.id} ${award.id}`),
  );
  let strangers = 0;
  for (const [id, matches] of found) {
    for (const match of matches.filter(({ kind }) => kind === 'award')) {
      const pair = `${id} ${match.target.id}`;
      const known = positives.has(pair) || negatives.has(pair);
      // Of the many other candidates some are enough to learn what chance looks like.
      if (!known && strangers++ % 40 !== 0) continue;
      const kind = match.signals.some(({ name }) => name === 'text') ? 'full' : 'brief';
      into[kind].push({ same: positives.has(pair), values: valuesOf(match) });
    }
  }
  console.log(`seed ${seed}: ${into.full.length} full, ${into.brief.length} brief`);
}

function valuesOf({ signals }: Match): LabelledPair['values'] {
  const values: Partial<Record<SignalName, number>> = {};
  for (const { name, value } of signals) values[name] = value;
  return values;
}

/** One card a line, so that a change of the model can be read as one. */
function cardsAsJson({ trained, kinds }: MatchModel): string {
  const kind = (name: ModelKind) => {
    const lines = Object.entries(kinds[name].cards).map(
      ([signal, card]) => `        ${JSON.stringify(signal)}: ${JSON.stringify(card)}`,
    );
    return `    "${name}": {\n      "bias": ${kinds[name].bias},\n      "cards": {\n${lines.join(',\n')}\n      }\n    }`;
  };
  return `{\n  "trained": ${JSON.stringify(trained)},\n  "kinds": {\n${kind('full')},\n${kind('brief')}\n  }\n}\n`;
}
