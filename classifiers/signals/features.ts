import type { Alternatives, Sign } from '../choice.ts';
import { type CueIndex, type CueSet, type Hit, saturate } from './cues.ts';
import type { Vector } from './similarity.ts';
import { type BagFeatures, Sums, type TermTable } from './sums.ts';
import type { Bag } from './terms.ts';
import { changesWithout, textWithout } from './without.ts';
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
  readonly cues: CueIndex;
  /** Terms of the definitions and of what was learned. */
  readonly terms: TermTable;
  /** What was learned beside the definitions. */
  readonly trained: { readonly bayes: boolean; readonly ridge: boolean };
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

/** A bag with what its terms add up to. */
interface ReadBag {
  readonly bag: Bag;
  readonly text: string;
  readonly sums: Sums;
  readonly features: BagFeatures;
}

/** A zone as it is read for one scheme; kept, since it is read again with little of it changed. */
interface ReadZone {
  readonly zone: Zone;
  readonly hits: readonly (readonly Hit[])[];
  readonly whole: ReadBag;
  /** A single passage is the whole zone. */
  readonly passages: readonly ReadBag[];
  readonly features: ZoneFeatures;
}

/** A text (at most one title and one body) as it is read for one scheme. */
export interface ReadText {
  readonly zones: readonly ReadZone[];
  readonly of: Alternatives;
}

export function readText(knowledge: Knowledge, zones: readonly Zone[]): ReadText {
  const all = zones.map((zone) => readZone(knowledge, zone));
  return { zones: all, of: alternatives(knowledge, all) };
}

/** Features of a text as it would be read if a word (folded) stood nowhere in it. */
export function featuresWithout(knowledge: Knowledge, { zones }: ReadText, word: string): Alternatives {
  return alternatives(
    knowledge,
    zones.map((one) => ({ zone: one.zone, features: without(knowledge, one, word) })),
  );
}

/** Features of every label and of none. */
function alternatives(
  { profiles }: Knowledge,
  zones: readonly Pick<ReadZone, 'zone' | 'features'>[],
): Alternatives {
  const title = zones.find(({ zone }) => zone.kind === 'title')?.features;
  const body = zones.find(({ zone }) => zone.kind === 'body')?.features;
  return {
    labels: profiles.map((_, l) => [...(title?.rows[l] ?? absent), ...(body?.rows[l] ?? absent)]),
    none: [
      1,
      body ? 0 : 1,
      title?.familiar ?? 0,
      body?.familiar ?? 0,
      title?.strange ?? 0,
      body?.strange ?? 0,
    ],
  };
}

const absent: readonly number[] = Object.keys(perZone).map(() => 0);

function readZone(knowledge: Knowledge, zone: Zone): ReadZone {
  const whole = readBag(knowledge, zone.bag, zone.text);
  const passages =
    zone.passages.length > 1
      ? zone.passages.map((bag, i) => readBag(knowledge, bag, zone.passageTexts[i] ?? ''))
      : [whole];
  const hits = knowledge.cues.find(zone.text);
  const cues = hits.map((own) => cueFeatures(zone.text, own));
  return { zone, hits, whole, passages, features: zoneFeatures(knowledge, cues, whole, passages) };
}

function readBag({ terms, profiles, trained }: Knowledge, bag: Bag, text: string): ReadBag {
  const sums = Sums.of(terms, profiles.length, bag);
  return { bag, text, sums, features: sums.features(trained) };
}

function without(knowledge: Knowledge, read: ReadZone, word: string): ZoneFeatures {
  const { zone, hits, whole, passages } = read;
  if (!zone.text.includes(word)) return read.features;
  const text = textWithout(zone.text, word);
  // The blanked word holds no phrase, so a label none of whose phrases it touched has the same as before.
  const touches = ({ start, end }: Hit) => text.slice(start, end) !== zone.text.slice(start, end);
  const touched = hits.map((own) => own.some(touches));
  const left = touched.includes(true) ? knowledge.cues.find(text) : hits;
  const cues = left.map((own, l) =>
    touched[l] ? cueFeatures(text, own) : (read.features.rows[l]?.slice(0, cueKinds.length) ?? []),
  );
  const less = (one: ReadBag): { readonly features: BagFeatures } => {
    const changes = changesWithout(one.bag, one.text, word);
    return changes.length === 0 ? one : { features: one.sums.after(changes).features(knowledge.trained) };
  };
  const all = less(whole);
  return zoneFeatures(knowledge, cues, all, passages.length > 1 ? passages.map(less) : [all]);
}

const cueKinds = ['name', 'strong', 'weak', 'against'] as const;
const cueFeatures = (text: string, hits: readonly Hit[]) =>
  cueKinds.map((kind) => saturate(text, hits, kind));

/** `cues`: for each label how much its phrases weigh, in the order of the features. */
function zoneFeatures(
  { profiles }: Knowledge,
  cues: readonly (readonly number[])[],
  { features: whole }: Pick<ReadBag, 'features'>,
  passages: readonly Pick<ReadBag, 'features'>[],
): ZoneFeatures {
  const rows = profiles.map((_, l) => [
    ...(cues[l] ?? []),
    whole.similar[l] ?? 0,
    bestTwo(passages.map(({ features }) => features.similar[l] ?? 0)),
    whole.scores[l] ?? 0,
    bestTwo(passages.map(({ features }) => features.scores[l] ?? 0)),
    whole.ridged[l] ?? 0,
    bestTwo(passages.map(({ features }) => features.ridged[l] ?? 0)),
    meanOfClass(profiles, l, whole.similar),
    meanOfClass(profiles, l, whole.scores),
  ]);
  return { rows, familiar: whole.familiar, strange: whole.ridged[profiles.length] ?? 0 };
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
  if (values.length === 1) return values[0] ?? 0;
  const [first = 0, second = first] = [...values].sort((a, b) => b - a);
  return (first + second) / 2;
}
