import { squeezeText } from '../../core/text/statement/squeezed.ts';
import type { Scope } from '../scope.ts';
import type { OwnText } from './own-text.ts';
import { passageAt, type Saying, statementsIn } from './told.ts';

/** What some texts make of a claim, read passage by passage. */
export interface Bearing {
  /** Log-odds that the passage that bears it out best does so. */
  readonly score: number;
  /** That passage. */
  readonly saying: Saying;
}

/** What a claim is of: the model tells numbers from one another less well than facts. */
export type ClaimOf = 'fact' | 'number';

/**
 * Log-odds above which a passage bears a claim out whatever its words; below which none does, though one holds the
 * words; and above which it speaks for the claim enough that nothing fails by its words. Set on the fit part of
 * `corpus/independent/statements6.jsonl` and `statements7.jsonl`.
 */
export const limits = {
  borneOut: { fact: 2.3, number: 3 },
  unborne: 0,
  spokenFor: 1,
} as const;

export const isBorneOut = (bearing: Bearing | undefined, of: ClaimOf) =>
  bearing !== undefined && bearing.score > limits.borneOut[of];
export const isUnborne = (bearing: Bearing | undefined) =>
  bearing !== undefined && bearing.score < limits.unborne;
export const isSpokenFor = (bearing: Bearing | undefined) =>
  bearing !== undefined && bearing.score > limits.spokenFor;

/** So many passages are weighed against one claim: those that share most with it. */
const mostWeighed = 6;
/** So many first; the others only where none of these leaves no doubt. */
const firstWeighed = 2;

/**
 * The passage that bears a claim out best. `words`: what the claim is likely to be told with. Passages on plans are
 * left out. `undefined` where nothing was weighed.
 */
export function bearingOf(
  claim: string | undefined,
  words: readonly string[],
  texts: readonly OwnText[],
  { context: { entails } }: Pick<Scope, 'context'>,
): Bearing | undefined {
  if (claim === undefined || entails === undefined) return undefined;
  const likely = likelyPassages([claim, ...words], texts);
  const weigh = (some: readonly Passage[]) =>
    some.map((one) => ({ ...one, score: entails.scoreOf({ claim, passage: one.passage }) }));
  const first = weigh(likely.slice(0, firstWeighed));
  const settled = first.some(({ score }) => score === undefined || score > limits.borneOut.number);
  const weighed = [...first, ...(settled ? [] : weigh(likely.slice(firstWeighed)))].flatMap((one) =>
    one.score === undefined ? [] : [{ ...one, score: one.score }],
  );
  const [best] = weighed.toSorted((a, b) => b.score - a.score);
  return best && { score: best.score, saying: sayingAt(best.own, best.at) };
}

interface Passage {
  readonly passage: string;
  readonly own: OwnText;
  /** The number of its sentence. */
  readonly at: number;
  /** Every two of its characters in a row. */
  readonly pairs: ReadonlySet<string>;
}

const kept = new WeakMap<OwnText, readonly Passage[]>();

/** The passages of a text but those on plans and needs, read once: rules ask for the same ones. */
function passagesIn(own: OwnText): readonly Passage[] {
  const known = kept.get(own);
  if (known) return known;
  const made = statementsIn(own).flatMap(({ frame }, at): Passage[] => {
    if (frame !== undefined) return [];
    const passage = passageAt(own, at);
    return [{ passage, own, at, pairs: pairsOf(passage) }];
  });
  kept.set(own, made);
  return made;
}

/** The passages that share most with some words, by every two characters in a row; those before come first. */
function likelyPassages(words: readonly string[], texts: readonly OwnText[]): Passage[] {
  const wanted = pairsOf(words.join(' '));
  const passages = new Map<string, Passage & { readonly shared: number }>();
  for (const one of texts.flatMap(passagesIn))
    if (!passages.has(one.passage))
      passages.set(one.passage, { ...one, shared: [...wanted].filter((pair) => one.pairs.has(pair)).length });
  return [...passages.values()].toSorted((a, b) => b.shared - a.shared).slice(0, mostWeighed);
}

function sayingAt(own: OwnText, at: number): Saying {
  const statement = statementsIn(own)[at]!;
  return {
    mood: 'actual',
    words: statement.text.slice(0, shownWords),
    quote: statement.quote(0),
    framed: false,
    places: own.placesOf(...statement.sourceOf(0, statement.text.length)),
  };
}

const shownWords = 30;

/** Every two characters in a row. */
function pairsOf(text: string): Set<string> {
  const letters = squeezeText(text).text;
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)));
}
