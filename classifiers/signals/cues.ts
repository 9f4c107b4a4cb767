import type { Label } from '../../calls/schema/schemes.ts';
import { foldForClassifying } from './fold.ts';

/** The curated phrases of a label, folded. The name and its aliases count as a kind of their own. */
export interface CueSet {
  readonly name: readonly string[];
  readonly strong: readonly string[];
  readonly weak: readonly string[];
  readonly against: readonly string[];
}

export type CueKind = keyof CueSet;

export interface Hit {
  readonly kind: CueKind;
  readonly start: number;
  readonly end: number;
}

/** `hidden` leaves curated phrases out; the label's own names always count. */
export function cueSetOf(label: Label, hidden: (phrase: string) => boolean = () => false): CueSet {
  const taken = new Set<string>();
  const take = (phrases: readonly string[]) => {
    const folded = phrases
      .map(foldForClassifying)
      .filter((phrase) => phrase.length > 1 && !taken.has(phrase));
    for (const phrase of folded) taken.add(phrase);
    return [...new Set(folded)];
  };
  return {
    name: take([label.name, ...label.aliases]),
    strong: take(label.cues.strong).filter((phrase) => !hidden(phrase)),
    weak: take(label.cues.weak).filter((phrase) => !hidden(phrase)),
    against: take(label.cues.against).filter((phrase) => !hidden(phrase)),
  };
}

/**
 * Every place of a folded text where a phrase of the label stands. A phrase inside a longer one that speaks
 * against the label is part of that word and does not count: 电子 in 电子卷宗.
 */
export function findCues(text: string, cues: CueSet): Hit[] {
  const hits: Hit[] = [];
  for (const kind of ['name', 'strong', 'weak', 'against'] as const) {
    for (const phrase of cues[kind]) {
      for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
        hits.push({ kind, start: at, end: at + phrase.length });
      }
    }
  }
  const against = hits.filter((hit) => hit.kind === 'against');
  if (against.length === 0) return hits;
  return hits.filter(
    (hit) =>
      hit.kind === 'against' || !against.some((other) => other.start <= hit.start && hit.end <= other.end),
  );
}

/**
 * How much hits of one kind weigh: different phrases count in full, repeats ever less, and the whole goes
 * towards 1. A long text is given more hits before it counts as much.
 */
export function saturate(text: string, hits: readonly Hit[], kind: CueKind): number {
  const counts = new Map<string, number>();
  for (const hit of hits) {
    if (hit.kind !== kind) continue;
    const phrase = text.slice(hit.start, hit.end);
    counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  let mass = 0;
  for (const count of counts.values()) mass += 1 + Math.log2(count) / 2;
  const half = 1 + Math.log2(1 + text.length / 200);
  return mass / (mass + half);
}
