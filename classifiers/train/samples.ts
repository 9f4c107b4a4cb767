import type { Label, Scheme } from '../../calls/schema/schemes.ts';
import { foldForClassifying } from '../signals/fold.ts';
import { type Zone, zoneOf } from '../signals/zone.ts';
import type { Taught } from './count-bayes.ts';
import type { Labelled } from './read-labelled.ts';

/** A text to learn from. */
export interface Sample {
  /** Absent where the text was made up of several. */
  readonly text?: Labelled;
  /** Judged in cross-validation but never learned from. */
  readonly onlyJudged?: true;
  /** Set where two texts were joined, or one tells of two labels: `second` is the index of the other, if any. */
  readonly joined?: { readonly second?: number };
  readonly zones: readonly Zone[];
  /** Index of the label; the number of labels for "none". */
  readonly answer: number;
  readonly fold: number;
  /** Says nothing of any label. */
  readonly neutral: boolean;
  readonly kind: Labelled['kind'] | 'filing';
}

export const folds = 5;

/**
 * The labelled texts of a scheme and those out of every scheme as samples, spread over the folds label by label.
 * Made-up filings are added — a title and a few texts of one label among neutral chapters — so that the weights
 * fit long texts too; a filing takes its texts from one fold only, so that nothing leaks into cross-validation.
 */
export function samplesOf(texts: readonly Labelled[], scheme: Scheme): Sample[] {
  const samples: Sample[] = [];
  const neutral = texts.filter((text) => text.neutral).map((text) => text.text);
  const answers = [...scheme.labels.keys(), scheme.labels.length];
  for (const answer of answers) {
    const label = scheme.labels[answer];
    const own = texts.filter((text) =>
      label
        ? text.scheme === scheme.id && isCalled(label, text.label)
        : (text.scheme === '*' && !text.fits.includes(scheme.id)) ||
          (text.scheme === scheme.id && text.label === null),
    );
    const placed = own.map((text, i) => ({ text, fold: (i * 2 + answer) % folds }));
    for (const { text, fold } of placed) {
      samples.push({ text, zones: zonesOf(text), answer, fold, kind: text.kind, neutral: text.neutral });
    }
    for (let fold = 0; fold < folds; fold++) {
      const here = placed.filter((one) => one.fold === fold).map((one) => one.text);
      const filing = madeUpFiling(here, neutral, fold + answer);
      if (filing.length > 0) samples.push({ zones: filing, answer, fold, kind: 'filing', neutral: false });
    }
  }
  return samples;
}

/** Texts shorter than this tell too little to be half of a description. */
const shortestHalf = 60;

/**
 * Descriptions joined of two texts of one fold, to be judged only: of two labels, and of one told twice. They
 * teach how a text of two labels differs from a long one of one.
 */
export function joinedOf(samples: readonly Sample[], labels: number): Sample[] {
  const long = samples.filter(
    ({ text, answer }) =>
      text && text.kind !== 'title' && text.text.length >= shortestHalf && answer < labels,
  );
  return long.flatMap((sample, i) => {
    const after = [...long.slice(i + 1), ...long.slice(0, i)].filter(({ fold }) => fold === sample.fold);
    const other = after.find(({ answer }) => answer !== sample.answer);
    const same = after.find(({ answer }) => answer === sample.answer);
    return [other, same].flatMap((half) => {
      if (!sample.text || !half?.text) return [];
      const { answer, fold } = sample;
      const zones = [zoneOf('body', `${sample.text.text}\n${half.text.text}`)];
      const joined = half.answer === answer ? {} : { second: half.answer };
      return [
        { onlyJudged: true, joined, zones, answer, fold, neutral: false, kind: 'filing' } satisfies Sample,
      ];
    });
  });
}

export function zonesOf(text: Labelled): Zone[] {
  const own = zoneOf(text.kind === 'title' ? 'title' : 'body', text.text);
  return text.title === undefined ? [own] : [zoneOf('title', text.title), own];
}

export function madeUpFiling(texts: readonly Labelled[], neutral: readonly string[], turn: number): Zone[] {
  const title = texts.find((text) => text.kind === 'title');
  const body = texts.filter((text) => text.kind !== 'title' && !text.neutral).map((text) => text.text);
  if (body.length === 0) return [];
  const around = [0, 1, 2].map((i) => neutral[(turn * 3 + i) % neutral.length] ?? '');
  const chapters = [around[0], body.slice(0, 1), around[1], body.slice(1), around[2]].flat();
  const zones = [zoneOf('body', chapters.join('\n'))];
  return title ? [zoneOf('title', title.text), ...zones] : zones;
}

/** Whether a label of another scheme says the same as one of this, or less: its texts then teach the words of it. */
export type Linked = (other: { readonly scheme: string; readonly label: string }, own: Label) => boolean;

/**
 * Texts of other schemes whose label is called the same, or is linked to it by the crosswalk: they teach
 * words, but are never judged here.
 */
export function borrowedFor(
  texts: readonly Labelled[],
  scheme: Scheme,
  linked: Linked = () => false,
): Taught[] {
  return texts.flatMap((text) => {
    const { label } = text;
    if (text.scheme === scheme.id || label === null) return [];
    const other = { scheme: text.scheme, label };
    const index = scheme.labels.findIndex((own) => isCalled(own, label) || linked(other, own));
    if (index < 0) return [];
    return [{ terms: zonesOf(text).flatMap((zone) => [...zone.bag.keys()]), label: index }];
  });
}

/** Whether a name is the label's or an alias of it, spaces and width aside. */
export function isCalled(label: Label, name: string | null): boolean {
  if (name === null) return false;
  const folded = foldForClassifying(name);
  return [label.name, ...label.aliases].some((own) => foldForClassifying(own) === folded);
}
