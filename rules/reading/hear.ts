import { segment } from '../../classifiers/signals/segment.ts';
import { squeezeText } from '../../core/text/statement/squeezed.ts';

/** What the turns of phrase of a passage weigh for its telling that a thing is so. */
export interface Voice {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

const longestRun = 3;
/** How much the last clause counts beside the whole: what is told last holds. */
const lastCounts = 0.6;
/** And pairs of words with one to three between them: 尚 … 上线. */
const pairsCount = 0.5;
const nearest = 2;
const farthest = 4;

/**
 * How a passage sounds, as log-odds that what it is about is told as being so: a linear model over the runs of one to
 * three characters of its clauses, again of its last clause, and over pairs of words a little apart. It knows
 * nothing of the topic and sees no grammar, so it is only a second voice beside `Mood`.
 */
export function hear(passage: string, { bias, weights }: Voice): number {
  const known = (name: string) => weights.has(name);
  return [...weigh(featuresOf(passage), known)].reduce(
    (sum, [name, value]) => sum + value * (weights.get(name) ?? 0),
    bias,
  );
}

/** Of a few words no more is made than of a clause. */
const leastNorm = 4;

/** How often each feature stands in a passage, by kind. */
export interface Features {
  readonly all: ReadonlyMap<string, number>;
  readonly last: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
}

export function featuresOf(passage: string): Features {
  const plain = squeezeText(passage)
    .text.replace(/(?:19|20)\d\d年/gu, '年年')
    .replace(/\d[\d,.]*/gu, '#');
  const clauses = plain.split(/[,。;:!?]/u).filter((clause) => clause !== '');
  return { all: countRuns(clauses, ''), last: countRuns(clauses.slice(-1), '|'), pairs: countPairs(plain) };
}

/** The values of the features that the model knows: dampened counts, each kind of a length of its own. */
export function weigh(
  { all, last, pairs }: Features,
  known: (name: string) => boolean,
): ReadonlyMap<string, number> {
  return new Map([
    ...scaled(all, known, 1),
    ...scaled(last, known, lastCounts),
    ...scaled(pairs, known, pairsCount),
  ]);
}

function scaled(
  counts: ReadonlyMap<string, number>,
  known: (name: string) => boolean,
  length: number,
): [string, number][] {
  const kept = [...counts]
    .filter(([name]) => known(name))
    .map(([name, count]): [string, number] => [name, 1 + Math.log(count)]);
  const norm = Math.max(leastNorm, Math.hypot(...kept.map(([, value]) => value)));
  return kept.map(([name, value]) => [name, (length * value) / norm]);
}

function countRuns(clauses: readonly string[], prefix: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const clause of clauses) {
    const letters = `^${clause}$`;
    for (let at = 0; at < letters.length; at++) {
      for (let length = 1; length <= longestRun && at + length <= letters.length; length++)
        count(counts, prefix + letters.slice(at, at + length));
    }
  }
  return counts;
}

function countPairs(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const words = segment(text);
  for (const [at, word] of words.entries())
    for (const other of words.slice(at + nearest, at + farthest + 1)) count(counts, `${word}~${other}`);
  return counts;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
