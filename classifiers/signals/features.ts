import type { Alternatives, Sign } from '../choice.ts';
import type { BayesTable } from './bayes.ts';
import { scoreBayes } from './bayes.ts';
import { type CueSet, findCues, saturate } from './cues.ts';
import { type RidgeTable, scoreRidge } from './ridge.ts';
import { cosine, type Rarity, type Vector, vectorOf } from './similarity.ts';
import type { Bag } from './terms.ts';
import type { Zone } from './zone.ts';

/** What is known of one label before any text is read. */
export interface Profile {
  readonly cues: CueSet;
  readonly definition: Vector;
  /** Index of the class above it; the label's own index where the scheme has one level. */
  readonly parent: number;
}

export interface Knowledge {
  readonly profiles: readonly Profile[];
  /** Terms of all definitions. */
  readonly vocabulary: ReadonlySet<string>;
  readonly rarity: Rarity;
  readonly bayes?: BayesTable;
  readonly ridge?: RidgeTable;
}

/** Features of one zone with the weight believed in before any text is seen. */
const perZone = {
  name: 3,
  strong: 4,
  weak: 2,
  against: -3,
  similar: 3,
  'similar at best': 3,
  bayes: 0.5,
  'bayes at best': 0.5,
  ridge: 3,
  'ridge at best': 3,
  'class similar': 0,
  'class bayes': 0,
};

/** Features of a label: those of the title, then the same of the body. */
export const featureNames: readonly string[] = ['title', 'body'].flatMap((zone) =>
  Object.keys(perZone).map((name) => `${zone}:${name}`),
);
/** Fitting stays near these where the texts say little, as with cues that stand in none of them. */
export const featurePriors: readonly number[] = [...Object.values(perZone), ...Object.values(perZone)];
export const featureSigns: readonly Sign[] = featureNames.map((name) => (name.endsWith('against') ? -1 : 1));

/** Features of "none of them". Familiar: share of terms that the labels' texts hold; strange: like texts out of scope. */
export const noneNames: readonly string[] = [
  'always',
  'title only',
  'title familiar',
  'body familiar',
  'title strange',
  'body strange',
];

/** What is read of one zone alone. */
interface ZoneFeatures {
  readonly rows: readonly (readonly number[])[];
  readonly familiar: number;
  readonly strange: number;
}

/** What is read of the terms of a zone or passage, label by label. */
interface BagFeatures {
  readonly similar: readonly number[];
  readonly scores: readonly number[];
  /** One more than there are labels: the last says how like texts out of scope it is. */
  readonly ridged: readonly number[];
  readonly familiar: number;
}

/** Keeps what was read of a text that is read again with little of it changed. */
export interface Memory {
  readonly zones: Map<Zone, ZoneFeatures>;
  readonly bags: Map<Bag, BagFeatures>;
}

export function emptyMemory(): Memory {
  return { zones: new Map(), bags: new Map() };
}

/** Features of every label and of none for the zones of one text (at most one title and one body). */
export function featuresOf(
  knowledge: Knowledge,
  zones: readonly Zone[],
  memory: Memory = emptyMemory(),
): Alternatives {
  const title = zones.find((zone) => zone.kind === 'title');
  const body = zones.find((zone) => zone.kind === 'body');
  const ofTitle = zoneFeatures(knowledge, title, memory);
  const ofBody = zoneFeatures(knowledge, body, memory);
  return {
    labels: knowledge.profiles.map((_, l) => [...(ofTitle.rows[l] ?? []), ...(ofBody.rows[l] ?? [])]),
    none: [1, body ? 0 : 1, ofTitle.familiar, ofBody.familiar, ofTitle.strange, ofBody.strange],
  };
}

function zoneFeatures(knowledge: Knowledge, zone: Zone | undefined, memory: Memory): ZoneFeatures {
  const { profiles } = knowledge;
  if (!zone) return { rows: profiles.map(() => Object.keys(perZone).map(() => 0)), familiar: 0, strange: 0 };
  const known = memory.zones.get(zone);
  if (known) return known;
  const whole = bagFeatures(knowledge, zone.bag, memory);
  // A single passage is the whole zone.
  const passages =
    zone.passages.length > 1 ? zone.passages.map((bag) => bagFeatures(knowledge, bag, memory)) : [whole];
  const rows = profiles.map((profile, l) => {
    const hits = findCues(zone.text, profile.cues);
    return [
      saturate(zone.text, hits, 'name'),
      saturate(zone.text, hits, 'strong'),
      saturate(zone.text, hits, 'weak'),
      saturate(zone.text, hits, 'against'),
      whole.similar[l] ?? 0,
      bestTwo(passages.map(({ similar }) => similar[l] ?? 0)),
      whole.scores[l] ?? 0,
      bestTwo(passages.map(({ scores }) => scores[l] ?? 0)),
      whole.ridged[l] ?? 0,
      bestTwo(passages.map(({ ridged }) => ridged[l] ?? 0)),
      meanOfClass(profiles, l, whole.similar),
      meanOfClass(profiles, l, whole.scores),
    ];
  });
  const features = { rows, familiar: whole.familiar, strange: whole.ridged[profiles.length] ?? 0 };
  memory.zones.set(zone, features);
  return features;
}

function bagFeatures(
  { profiles, vocabulary, rarity, bayes, ridge }: Knowledge,
  bag: Bag,
  { bags }: Memory,
): BagFeatures {
  const known = bags.get(bag);
  if (known) return known;
  const vector = vectorOf(bag, rarity, vocabulary);
  const learned = bayes && scoreBayes(bayes, profiles.length, bag);
  const features = {
    similar: profiles.map((profile) => cosine(vector, profile.definition)),
    scores: learned?.scores ?? profiles.map(() => 0),
    ridged: ridge ? scoreRidge(ridge, profiles.length + 1, bag) : [],
    familiar: learned ? learned.known : vector.weights.size / Math.max(1, bag.size),
  };
  bags.set(bag, features);
  return features;
}

function meanOfClass(profiles: readonly Profile[], label: number, values: readonly number[]): number {
  const parent = profiles[label]?.parent;
  let sum = 0;
  let count = 0;
  for (let l = 0; l < profiles.length; l++) {
    if (profiles[l]?.parent !== parent) continue;
    sum += values[l] ?? 0;
    count += 1;
  }
  return count > 1 ? sum / count : 0;
}

/** Mean of the two highest; one passage counts alone. */
function bestTwo(values: readonly number[]): number {
  const [first = 0, second = first] = [...values].sort((a, b) => b - a);
  return (first + second) / 2;
}
