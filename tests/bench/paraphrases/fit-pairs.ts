import type { Match } from '../../../core/judgement.ts';
import { Random } from '../../../corpus/generate/random.ts';
import { archiveOf } from '../../../index/archive.ts';
import { createRepeatFinder } from '../../../index/match.ts';
import type { LabelledPair } from '../../../index/model/fit-model.ts';
import type { SignalName } from '../../../index/model/model.ts';
import { asOf, call } from '../repeats/world.ts';
import { archivedFrom, awardFrom, indexedFrom, type WrittenPair, writtenPairs } from './pairs.ts';
import { VariedFilings } from './varied-archive.ts';

/** Pairs by hand are few beside the generated ones, and each is unlike the others. */
const counts = 8;
const backgrounds = [0, 500];

/**
 * Adds the signals of the pairs by hand (part fit) to those the cards are fitted on: as they are, and each pair of
 * different solutions once more as if of one applicant; alone and amid an archive. Texts of other pairs that come
 * up as candidates are pairs of different solutions. How many pairs by hand there are.
 */
export async function addWritten(into: LabelledPair[]): Promise<number> {
  const pairs = writtenPairs('fit');
  const ofOneApplicant = pairs
    .filter(({ same }) => !same)
    .map((pair) => ({ ...pair, here: { ...pair.here, company: pair.there.company } }));
  for (const size of backgrounds)
    for (const of of [pairs, ofOneApplicant]) into.push(...(await signalsOf(of, size)));
  return pairs.length;
}

async function signalsOf(pairs: readonly WrittenPair[], size: number): Promise<LabelledPair[]> {
  const pack = { call };
  const varied = new VariedFilings(new Random(77));
  const finder = createRepeatFinder({
    pack,
    asOf,
    awards: pairs.map(({ there }, i) => awardFrom(there, `o${i}`, pack)),
    archive: archiveOf(Array.from({ length: size }, (_, i) => archivedFrom(varied.make(), `b${i}`, pack))),
    everything: true,
  });
  const found = await finder.find(pairs.map(({ here }, i) => indexedFrom(here, `f${i}`, pack, 2021)));
  return pairs.flatMap(({ same }, i) =>
    (found.get(`f${i}`) ?? []).flatMap((match): LabelledPair[] => {
      if (!match.signals.some(({ name }) => name === 'text')) return [];
      const own = match.kind === 'award' && match.target.id === `o${i}`;
      const one = { same: own && same, values: valuesOf(match) };
      return own ? Array.from({ length: counts }, () => one) : [one];
    }),
  );
}

function valuesOf({ signals }: Match): LabelledPair['values'] {
  const values: Partial<Record<SignalName, number>> = {};
  for (const { name, value } of signals) values[name] = value;
  return values;
}
